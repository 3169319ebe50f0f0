import { Badge } from '@mantine/core';
import type { IndexComponentState } from '../../generated/graphql';
import { useWorkforceWords } from '../shared/workforce.words';

/** A state in words; what nobody counted is hatched, as everything that is missing. */
export function StateMark({ state }: { state: IndexComponentState }) {
  const words = useWorkforceWords();
  const unknown = state === 'NOT_COUNTED' || state === 'WITHHELD';
  return (
    <Badge
      variant={state === 'SCORED' ? 'filled' : 'outline'}
      color={state === 'ZERO' ? 'var(--alarm)' : 'lake'}
      tt="none"
      className={unknown ? 'not-known' : undefined}
    >
      {words(state)}
    </Badge>
  );
}
