import { Text } from '@mantine/core';
import { UnitByCodeDocument } from '../generated/graphql';
import { useView } from '../shared/address';
import { useGraph } from '../shared/graph';
import { UNIT_KINDS } from '../shared/lists';
import { Failure } from './answer';
import { UnitSelect } from './unit-select';
import { useUnitSelectWords } from './unit-select.words';

/** Which unit the address names by `unit`, its code, and `unitKind`, on the day `on`. */
export function useUnitOfView() {
  const [view] = useView();
  const code = view.get('unit');
  const kind = UNIT_KINDS.find((each) => each === view.get('unitKind')) ?? null;
  const { data, error, again } = useGraph(
    UnitByCodeDocument,
    { code: code ?? '', kind, on: view.get('on') },
    { pause: code === null },
  );
  const unit = code === null ? null : data?.administrativeUnit;
  return {
    /** Null where the address names none, or one that there was not; undefined until that is known. */
    unit,
    isUnknown: code !== null && unit === null,
    error: code === null ? undefined : error,
    again,
  };
}

/** Limits a list to a unit, in the address. */
export function UnitFilter() {
  const words = useUnitSelectWords();
  const [view, change] = useView();
  const { unit } = useUnitOfView();
  return (
    <UnitSelect
      unit={unit}
      on={view.get('on')}
      every={words('every')}
      onUnit={(chosen) => change({ unit: chosen?.code ?? null, unitKind: chosen?.kind ?? null })}
    />
  );
}

/** Why there is no list of the unit that the address names; nothing where there is one. */
export function UnitProblem() {
  const words = useUnitSelectWords();
  const { isUnknown, error, again } = useUnitOfView();
  if (error) return <Failure error={error} again={again} />;
  return isUnknown && <Text role="alert">{words('unknown')}</Text>;
}
