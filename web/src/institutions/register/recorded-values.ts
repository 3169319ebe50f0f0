import { day } from '../../shared/format';
import { INSTITUTION_KINDS, LEVELS, OWNERSHIPS, SOURCE_STATUSES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { useInstitutionsWords } from '../shared/institutions.words';
import { COLUMNS, SPECIAL_STATUSES, useRegisterWords } from './register.words';

/** The one of a list that a text is; undefined when it is none. */
export const oneOf = <Name extends string>(
  list: readonly Name[],
  text: string | null | undefined,
): Name | undefined => list.find((each) => each === text);

/** Those of a list that are named in a text, with something between them. */
export const someOf = <Name extends string>(
  list: readonly Name[],
  text: string,
  between: string,
): Name[] => list.filter((each) => text.split(between).includes(each));

export interface NamedPlace {
  code: string;
  name: string;
}

/**
 * Says what a column of the register was before and becomes, as people say it.
 * @param places the units that are known by name; others are told by their code.
 */
export function useRecordedTurn(places: readonly NamedPlace[]) {
  const say = useSharedWords();
  const institutions = useInstitutionsWords();
  const words = useRegisterWords();
  function placeOf(code: string): string {
    const place = places.find((each) => each.code === code);
    return place ? `${place.name} (${code})` : code;
  }
  function valueOf(column: string, value: string | null): string {
    if (value === null) return words('none');
    if (column === 'unit_code') return placeOf(value);
    if (column === 'levels')
      return someOf(LEVELS, value, '|')
        .map((each) => institutions(each))
        .join(', ');
    const kind = oneOf(INSTITUTION_KINDS, value);
    const ownership = oneOf(OWNERSHIPS, value);
    const special = oneOf(SPECIAL_STATUSES, value);
    const status = oneOf(SOURCE_STATUSES, value);
    const way = oneOf(['MERGED', 'SPLIT'], value);
    if (column === 'kind' && kind) return say(kind);
    if (column === 'kind' && way) return words(way);
    if (column === 'ownership' && ownership) return institutions(ownership);
    if (column === 'special_status' && special) return words(special);
    if (column === 'source_status' && status) return say(status);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value;
  }
  return (column: keyof typeof COLUMNS, before: string | null, after: string | null): string =>
    words(before === null ? 'becomes' : 'turns', {
      field: words(column),
      before: valueOf(column, before),
      after: valueOf(column, after),
    });
}

export const isColumn = (name: string): name is keyof typeof COLUMNS =>
  Object.hasOwn(COLUMNS, name);
