import { Text } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '../../components/day-input';
import { useRefusedBy } from '../../components/refused-by';
import { CriteriaRetireDocument } from '../../generated/graphql';
import { day } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { Act } from '../shared/act';
import type { Published } from './criteria-set';
import { useCriteriaWords } from './criteria.words';
import { Folded } from './folded';

/** Sets the last day on which a set of criteria is in force. */
export function Retirement({
  of: { id, name },
  onDone,
}: {
  of: Published;
  onDone: (told: string) => void;
}) {
  const words = useCriteriaWords();
  const refusedBy = useRefusedBy();
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [retire] = useChange(CriteriaRetireDocument);
  return (
    <Folded title={words('retire')} align="start">
      <Text size="sm">{words('retire-lead')}</Text>
      <DayInput label={words('last-day')} day={lastDay} onDay={setLastDay} w={260} />
      <Act
        label={words('retire')}
        about={name}
        sure={lastDay === null ? undefined : words('retire-sure', { day: day(lastDay) })}
        send={async (keyed) => {
          if (lastDay === null) return [{ code: 'MISSING', message: words('retire-when') }];
          const { data, error } = await retire({ input: keyed({ id, lastDay }) });
          const answer = data?.frameworkRetire;
          if (answer?.framework) onDone(words('retired'));
          return refusedBy(error, answer?.userErrors);
        }}
      />
    </Folded>
  );
}
