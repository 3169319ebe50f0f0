import { Badge } from '@mantine/core';
import type { IndexComponentState } from '../../generated/graphql';
import { FIGURE } from '../../shared/theme';
import { useWorkforceWords } from '../shared/workforce.words';

/** A state in words; what nobody counted is hatched, as everything that is missing. */
export function StateMark({ state }: { state: IndexComponentState }) {
  const words = useWorkforceWords();
  const unknown = state === 'NOT_COUNTED' || state === 'WITHHELD';
  const hatched = `repeating-linear-gradient(45deg, ${FIGURE.missing}55 0 1px, #fff 1px 6px)`;
  return (
    <Badge
      variant={state === 'SCORED' ? 'filled' : 'outline'}
      color={state === 'ZERO' ? 'red.9' : 'lake'}
      tt="none"
      style={unknown ? { background: hatched, color: '#18282c', borderStyle: 'dashed' } : undefined}
    >
      {words(state)}
    </Badge>
  );
}
