import { Group, NativeSelect, Paper, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { DayInput } from '../components/day-input';
import { UnitsDocument, type BoundaryBasis, type UnitKind } from '../generated/graphql';
import type { ChangeView } from '../shared/address';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { useOverviewWords } from './overview.words';

interface NamedUnit {
  id: string;
  code: string;
  kind: UnitKind;
  name: string;
}

/** Chooses the unit, the date and the borders; each choice is in the address. */
export default function UnitChoice({
  unit,
  on,
  basis,
  change,
}: {
  unit: NamedUnit | undefined;
  on: string | null;
  basis: BoundaryBasis;
  change: ChangeView;
}) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed, 250);
  const { data } = useGraph(
    UnitsDocument,
    { search: search || null, on },
    { pause: typed === null },
  );
  const found = data?.administrativeUnits.nodes ?? [];
  const shown = unit && !found.some(({ id }) => id === unit.id) ? [unit, ...found] : found;
  return (
    <Paper withBorder p="md" className="no-print">
      <Group align="start" gap="md">
        <Select
          label={words('unit')}
          placeholder={words('unit-search')}
          searchable
          value={unit?.id ?? null}
          data={shown.map(({ id, name, kind }) => ({
            value: id,
            label: name.toLowerCase().startsWith(say(kind).toLowerCase())
              ? name
              : `${name} (${say(kind)})`,
          }))}
          // The hub has searched, with accents and without.
          filter={({ options }) => options}
          onDropdownOpen={() => setTyped('')}
          onSearchChange={(text) =>
            setTyped((before) => (before === null || text === unit?.name ? before : text))
          }
          onChange={(id) => {
            const chosen = shown.find((each) => each.id === id);
            if (chosen) change({ unit: chosen.code, kind: chosen.kind });
          }}
          w={{ base: '100%', sm: 320 }}
        />
        <DayInput
          label={words('on')}
          description={words('on-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          day={on}
          onDay={(day) => change({ on: day })}
        />
        <NativeSelect
          label={words('basis')}
          value={basis}
          onChange={({ currentTarget: { value } }) =>
            change({ basis: value === 'CURRENT_UNITS' ? null : value })
          }
          data={(['CURRENT_UNITS', 'AS_REPORTED'] as const).map((each) => ({
            value: each,
            label: words(each),
          }))}
        />
      </Group>
    </Paper>
  );
}
