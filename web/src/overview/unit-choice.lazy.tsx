import { Group, Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { DayInput } from '../components/day-input';
import { UnitSelect, type NamedUnit } from '../components/unit-select';
import type { BoundaryBasis } from '../generated/graphql';
import type { ChangeView } from '../shared/address';
import { BasisSelect } from './basis-select';
import type { Line } from './line';
import { LineChoice } from './line-choice';
import { useOverviewWords } from './overview.words';

/** Chooses the unit, what is told of it, the date and the borders; each choice is in the address. */
export default function UnitChoice({
  unit,
  on,
  basis,
  lines,
  change,
  children,
}: {
  unit: NamedUnit | undefined;
  on: string | null;
  basis: BoundaryBasis;
  lines: readonly Line[];
  change: ChangeView;
  /** What else is chosen of the line. */
  children?: ReactNode;
}) {
  const words = useOverviewWords();
  return (
    <Paper withBorder p="md" className="no-print" component="section" aria-label={words('choice')}>
      <Group align="start" gap="md">
        <UnitSelect
          unit={unit}
          on={on}
          onUnit={(chosen) => chosen && change({ unit: chosen.code, kind: chosen.kind })}
        />
        <LineChoice lines={lines} />
        {children}
        <DayInput
          past
          label={words('on')}
          description={words('on-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          day={on}
          onDay={(day) => change({ on: day })}
        />
        <BasisSelect basis={basis} change={change} />
      </Group>
    </Paper>
  );
}
