import { hiddenParts } from './hidden-parts.js';
import { RECORD_KINDS, SUMS, type Subject } from './record-kinds.js';
import { PEOPLE, type Quantity, type WithheldReason } from './workforce.enums.js';

/** The counts of one version of a record, as they were counted. */
export interface CountedRow extends Subject {
  versionId: number;
  recordId: number;
  unitId: number;
  /** The row ids of the unit and all above it, the unit last. */
  unitPath: readonly number[];
  counts: Partial<Record<Quantity, number>>;
}

/** A count as somebody may see it. */
export interface ShownCount {
  quantity: Quantity;
  /** Null when withheld. */
  value: number | null;
  withheld: WithheldReason | null;
}

/** Counts of one quantity that another one may be the sum of, on whatever dates and in all versions. */
export interface Addends {
  /** Whether one of them is small, or hidden beside one. */
  small: boolean;
  /** How many units, or records, they are of. */
  members: number;
  /** The least that they have ever added up to, or been short of what they are a part of. */
  room: number;
  /** The most that they can add up to. */
  most: number;
}

/** What the public must not learn. */
export interface Protection {
  /** Counts of people below this, and above none, could tell who somebody is. */
  threshold: number;
  /** By family: its quantities. */
  families: ReadonlyMap<string, ReadonlyMap<Quantity, Addends>>;
}

/** Of what and whom something is counted. */
export type Place = Subject & Pick<CountedRow, 'unitPath'>;

/**
 * The family that the counts of all units under a topmost one are in, which its own may be the sums
 * of: of a kind, and of what nothing adds up over, the audience or the tier of teams.
 */
const familyUnder = (row: Place) => `under ${rootOf(row)}`;
/** Those of the topmost unit itself for a tier, an agency or a topic, beside those over all of them. */
const familyWithin = (row: Place) => `within ${rootOf(row)}`;

function rootOf(row: Place): string {
  const { needs } = RECORD_KINDS[row.kind];
  return JSON.stringify([row.unitPath[0], row.kind, ...needs.map((scope) => row[scope])]);
}

/** Whether a record counts only some of what another one of its unit may count together. */
function isNarrow(row: Place): boolean {
  return RECORD_KINDS[row.kind].takes.some((scope) => row[scope] !== null);
}

/** The family that a count is in, and those that it may be the sum of. */
function familiesOf(row: Place): { in: string | null; sumOf: string[] } {
  const [under, within] = [familyUnder(row), familyWithin(row)];
  if (row.unitPath.length > 1) return { in: under, sumOf: [] };
  return isNarrow(row) ? { in: within, sumOf: [under] } : { in: null, sumOf: [under, within] };
}

/**
 * The quantities of a family that the public does not see. All or nothing, in every unit and on every
 * date: were some of them shown, the sum of the unit above would tell one that is not.
 */
function hiddenInFamily(family: string | null, { families }: Protection): Set<Quantity> {
  const found = family === null ? [] : [...(families.get(family) ?? [])];
  const hidden = new Set(found.flatMap(([quantity, { small }]) => (small ? quantity : [])));
  for (const { parts, total } of SUMS)
    if (hidden.has(total) || parts.some((part) => hidden.has(part)))
      parts.forEach((part) => hidden.add(part));
  return hidden;
}

function isSmall(value: number, threshold: number): boolean {
  return value > 0 && value < threshold;
}

/** Whether a sum would tell its addends: of one it is the value, and of many there is no room to move. */
function isTold(sum: number, { members, room, most }: Addends, threshold: number): boolean {
  return sum <= most && (members < 2 || room < threshold);
}

/** The quantities of a record that are not for the public. */
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
 * The counts of each version as a viewer may see them, by the version's row id; what was not counted
 * is not there. All that is hidden has the same reason: to say which of them is small would leave it
 * but few values, and a sum or another date only one.
 * @param seesAll whether the viewer plans for the unit of a row, and so sees every count of it.
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
 * @param under what was found of all units under them.
 * @param own what the records of the topmost units themselves count, in all their versions.
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
  // What is hidden beside a small count may not be told by what it is the sum of.
  const beside = new Map(
    [...subjects].map(([family, rows]) => [
      family,
      new Set(
        rows.flatMap((row) =>
          [...hiddenOf(row, alone)].filter((each) => !isSmall(row.counts[each]!, threshold)),
        ),
      ),
    ]),
  );
  for (const [family, rows] of subjects)
    for (const quantity of PEOPLE) {
      const narrow = rows.filter((row) => isNarrow(row) && row.counts[quantity] !== undefined);
      if (narrow.length === 0) continue;
      const values = [...Map.groupBy(narrow, ({ recordId }) => recordId).values()].map((versions) =>
        versions.map(({ counts }) => counts[quantity]!),
      );
      const sum = (of: (...numbers: number[]) => number) =>
        values.reduce((added, each) => added + of(...each), 0);
      add(family, quantity, {
        small:
          beside.get(family)!.has(quantity) ||
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
