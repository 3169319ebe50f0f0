import { required } from '../shared/required.js';
import { hiddenParts } from './hidden-parts.js';
import { RECORD_KINDS, SUMS, type Subject } from './record-kinds.js';
import { PEOPLE, type Quantity, type WithheldReason } from './workforce.enums.js';

/** The counts of one version of a record before anything is withheld. */
export interface CountedRow extends Subject {
  versionId: number;
  recordId: number;
  unitId: number;
  /** The row ids of all units above and of the unit, which is last. */
  unitPath: readonly number[];
  counts: Partial<Record<Quantity, number>>;
}

export interface ShownCount {
  quantity: Quantity;
  /** Null when withheld. */
  value: number | null;
  withheld: WithheldReason | null;
}

/** Counts of one quantity that may add up to another one, on any dates and in all versions. */
export interface Addends {
  /** Whether one of them is small, or hidden because of a small one. */
  small: boolean;
  /** The number of their units or records. */
  members: number;
  /** The least that they ever added up to, or were short of the count that contains them. */
  room: number;
  /** The most that they can add up to. */
  most: number;
}

/** The counts that must be hidden from the public. */
export interface Protection {
  /** Counts of people from 1 to below this could identify a person. */
  threshold: number;
  families: ReadonlyMap<string, ReadonlyMap<Quantity, Addends>>;
}

export type Place = Subject & Pick<CountedRow, 'unitPath'>;

/**
 * The counts of all units under a topmost unit, of one kind. Nothing adds up over the audience or
 * the tier of teams, so these are separate families. The counts of the topmost unit may be their
 * sums.
 */
const familyUnder = (row: Place) => `under ${rootOf(row)}`;
/**
 * The counts of the topmost unit itself for one tier, agency or topic, beside those over all of
 * them.
 */
const familyWithin = (row: Place) => `within ${rootOf(row)}`;

function rootOf(row: Place): string {
  const { needs } = RECORD_KINDS[row.kind];
  return JSON.stringify([row.unitPath[0], row.kind, ...needs.map((scope) => row[scope])]);
}

/** Whether a record counts only a part of what another record of its unit may count. */
function isNarrow(row: Place): boolean {
  return RECORD_KINDS[row.kind].takes.some((scope) => row[scope] !== null);
}

/** The family of a count, and the families of which it may be the sum. */
function familiesOf(row: Place): { in: string | null; sumOf: string[] } {
  const [under, within] = [familyUnder(row), familyWithin(row)];
  if (row.unitPath.length > 1) return { in: under, sumOf: [] };
  return isNarrow(row) ? { in: within, sumOf: [under] } : { in: null, sumOf: [under, within] };
}

/**
 * The quantities of a family that are hidden from the public, in every unit and on every date. If
 * some were shown, the sum of the unit above would reveal a hidden one.
 */
function hiddenInFamily(family: string | null, { families }: Protection): Set<Quantity> {
  const found = family === null ? [] : [...(families.get(family) ?? [])];
  const hidden = new Set(found.flatMap(([quantity, { small }]) => (small ? quantity : [])));
  for (const { parts, total } of SUMS)
    if (hidden.has(total) || parts.some((part) => hidden.has(part)))
      parts.forEach((part) => hidden.add(part));
  return hidden;
}

/** What was not counted is not small. */
function isSmall(value: number | undefined, threshold: number): boolean {
  return value !== undefined && value > 0 && value < threshold;
}

/**
 * Whether a sum reveals its addends: a single addend is the sum itself, and several may leave no
 * room.
 */
function isTold(sum: number, { members, room, most }: Addends, threshold: number): boolean {
  return sum <= most && (members < 2 || room < threshold);
}

/** The quantities of a record that are hidden from the public. */
export function hiddenOf(
  row: Place & Pick<CountedRow, 'counts'>,
  protection: Protection,
): Set<Quantity> {
  const { counts } = row;
  const { threshold, families } = protection;
  const place = familiesOf(row);
  const inFamily = hiddenInFamily(place.in, protection);
  const sums = place.sumOf.map((family) => ({
    hidden: hiddenInFamily(family, protection),
    addends: families.get(family),
  }));
  const hidden = RECORD_KINDS[row.kind].quantities.filter((quantity) => {
    const value = counts[quantity];
    if (value === undefined || !PEOPLE.includes(quantity)) return false;
    return (
      isSmall(value, threshold) ||
      inFamily.has(quantity) ||
      sums.some(({ hidden, addends }) => {
        const added = addends?.get(quantity);
        return hidden.has(quantity) && added !== undefined && isTold(value, added, threshold);
      })
    );
  });
  return hiddenParts(counts, new Set(hidden));
}

/**
 * The counts of each version as a viewer may see them, without what was not counted. All hidden
 * counts have the same reason, because naming the small one would leave only few possible values
 * for it, and with a sum or another date only one.
 * @param seesAll whether the viewer plans for the unit of a row, and so sees all its counts.
 */
export function protect<Row extends CountedRow>(
  rows: readonly Row[],
  protection: Protection,
  seesAll: (row: Row) => boolean,
): Map<number, ShownCount[]> {
  return new Map(
    rows.map((row) => {
      const hidden = seesAll(row) ? new Set<Quantity>() : hiddenOf(row, protection);
      const shown = RECORD_KINDS[row.kind].quantities.flatMap((quantity): ShownCount[] => {
        const value = row.counts[quantity];
        if (value === undefined) return [];
        return hidden.has(quantity)
          ? [{ quantity, value: null, withheld: 'SMALL_COUNT' }]
          : [{ quantity, value, withheld: null }];
      });
      return [row.versionId, shown];
    }),
  );
}

/**
 * The families of topmost units.
 * @param under the counts of all units under them.
 * @param own the records of the topmost units themselves, in all versions.
 */
export function protectionFrom(
  threshold: number,
  under: readonly (Addends & Place & { quantity: Quantity })[],
  own: readonly Omit<CountedRow, 'versionId'>[],
): Protection {
  const families = new Map<string, Map<Quantity, Addends>>();
  const alone = { threshold, families };
  const add = (family: string, quantity: Quantity, addends: Addends) =>
    families.set(
      family,
      (families.get(family) ?? new Map<Quantity, Addends>()).set(quantity, addends),
    );
  const subjects = Map.groupBy(own, familyWithin);
  // A count that is hidden beside a small one must not be revealed by the counts that it sums up.
  const beside = new Map(
    [...subjects].map(([family, rows]) => [
      family,
      new Set(
        rows.flatMap((row) =>
          [...hiddenOf(row, alone)].filter((each) => !isSmall(row.counts[each], threshold)),
        ),
      ),
    ]),
  );
  for (const [family, rows] of subjects)
    for (const quantity of PEOPLE) {
      const narrow = rows.filter((row) => isNarrow(row) && row.counts[quantity] !== undefined);
      if (narrow.length === 0) continue;
      const values = [...Map.groupBy(narrow, ({ recordId }) => recordId).values()].map((versions) =>
        versions.flatMap(({ counts }) => counts[quantity] ?? []),
      );
      const sum = (of: (...numbers: number[]) => number) =>
        values.reduce((added, each) => added + of(...each), 0);
      add(family, quantity, {
        small:
          required(beside, family).has(quantity) ||
          values.flat().some((value) => isSmall(value, threshold)),
        members: values.length,
        room: sum(Math.min),
        most: sum(Math.max),
      });
    }
  for (const found of under) {
    const { quantity, members, room, most } = found;
    const small = found.small || beside.get(familyWithin(found))?.has(quantity) === true;
    add(familyUnder(found), quantity, { small, members, room, most });
  }
  return { threshold, families };
}
