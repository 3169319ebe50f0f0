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
  every,
  onUnit,
}: {
  unit: NamedUnit | null | undefined;
  on: string | null;
  /** What no unit in particular is called; without it one has to be chosen. */
  every?: string;
  /** Null is every unit. */
  onUnit: (unit: NamedUnit | null) => void;
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
      allowDeselect={false}
      value={unit?.id ?? null}
      data={[
        ...(every ? [{ value: '', label: every }] : []),
        ...shown.map(({ id, name, kind }) => ({
          value: id,
          label: name.toLowerCase().startsWith(say(kind).toLowerCase())
            ? name
            : `${name} (${say(kind)})`,
        })),
      ]}
      // Whoever comes by the keyboard has it chosen already: typing begins another name.
      onClick={({ currentTarget }) => currentTarget.select()}
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
