import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../../components/answer';
import { DayInput } from '../../components/day-input';
import { CriteriaTrialDocument } from '../../generated/graphql';
import { useGraph } from '../../shared/graph';
import { usePlannerUnits } from '../shared/planner-units';
import type { Draft, Published } from './criteria-set';
import { useCriteriaWords } from './criteria.words';
import { Folded } from './folded';
import { TrialResult } from './trial-result';

/** Tries a set of criteria on the answers that there are; for those who plan for a unit. */
export function Trial({ of: set }: { of: Draft | Published }) {
  const words = useCriteriaWords();
  const units = usePlannerUnits();
  const [unit, setUnit] = useState<string | null>(null);
  const [asOf, setAsOf] = useState<string | null>(null);
  const [tried, setTried] = useState<{ unit: string; asOf: string | null } | null>(null);
  const [first] = units;
  if (!first) return null;
  const chosen = unit ?? first.value;
  return (
    <Folded title={words('trial')}>
      <Text size="sm">{words('trial-lead')}</Text>
      <Group align="end">
        <NativeSelect
          label={words('trial-unit')}
          value={chosen}
          onChange={({ currentTarget: { value } }) => setUnit(value)}
          data={units}
        />
        <DayInput label={words('trial-day')} day={asOf} onDay={setAsOf} past w={260} />
        <Button onClick={() => setTried({ unit: chosen, asOf })}>{words('try')}</Button>
      </Group>
      {tried && <Tried key={`${tried.unit} ${tried.asOf}`} set={set} {...tried} />}
    </Folded>
  );
}

function Tried({ set, unit, asOf }: { set: Draft | Published; unit: string; asOf: string | null }) {
  const words = useCriteriaWords();
  const asked = useGraph(CriteriaTrialDocument, {
    framework: set.id,
    unit,
    asOf: asOf ?? undefined,
  });
  return (
    <Answer of={asked}>
      {({ frameworkTrial: trial }) =>
        trial ? (
          <TrialResult of={trial} indicators={set.outline.indicators} />
        ) : (
          <Text size="sm">{words('trial-none')}</Text>
        )
      }
    </Answer>
  );
}
