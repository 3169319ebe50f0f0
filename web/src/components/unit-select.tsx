import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { UnitsDocument, type UnitKind } from '../generated/graphql';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { useUnitSelectWords } from './unit-select.words';

export interface NamedUnit {
  id: string;
  code: string;
  kind: UnitKind;
  name: string;
}

/** Chooses a unit by a part of its name, of those that there were on a day. */
export function UnitSelect({
  unit,
  on,
  onUnit,
  clearable = false,
}: {
  unit: NamedUnit | null | undefined;
  on: string | null;
  /** Null is told only where the choice may be cleared. */
  onUnit: (unit: NamedUnit | null) => void;
  clearable?: boolean;
}) {
  const say = useSharedWords();
  const words = useUnitSelectWords();
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
    <Select
      label={words('unit')}
      placeholder={words('search')}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': words('clear') }}
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
      onChange={(chosen) => onUnit(shown.find(({ id }) => id === chosen) ?? null)}
      w={{ base: '100%', sm: 320 }}
    />
  );
}
