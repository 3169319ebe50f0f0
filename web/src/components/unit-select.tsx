import { UnitsDocument, type UnitKind } from '../generated/graphql';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { FoundSelect, useLookup, type Choice } from './found-select';
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
  label,
  onUnit,
}: {
  unit: NamedUnit | null | undefined;
  on: string | null;
  /** What no unit in particular is called; without it one has to be chosen. */
  every?: string;
  /** What the field is called, where it is not simply the unit. */
  label?: string;
  /** Null is every unit. */
  onUnit: (unit: NamedUnit | null) => void;
}) {
  const say = useSharedWords();
  const words = useUnitSelectWords();
  const lookup = useLookup();
  const { data, error } = useGraph(
    UnitsDocument,
    { search: lookup.search || null, on },
    { pause: lookup.search === null },
  );
  const found = data?.administrativeUnits.nodes;
  const choiceOf = ({ id, name, kind }: NamedUnit): Choice => {
    const isSaid = name.toLowerCase().startsWith(say(kind).toLowerCase());
    return { value: id, label: isSaid ? name : `${name} (${say(kind)})` };
  };
  return (
    <FoundSelect
      lookup={lookup}
      present={unit ? choiceOf(unit) : null}
      found={found?.map(choiceOf)}
      isUnreached={error !== undefined}
      every={every}
      label={label ?? words('unit')}
      placeholder={words('search')}
      allowDeselect={false}
      onChange={(chosen) => onUnit(found?.find(({ id }) => id === chosen) ?? null)}
      w={{ base: '100%', sm: 320 }}
    />
  );
}
