import { LIMITS } from '../execution/limits/limits.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';
import { unitAsked } from '../units/unit-asked.queries.js';
import { unitsUnder, type UnitRow } from '../units/unit.queries.js';
import type { UnitKind } from '../vocabulary/unit.enums.js';
import type { UnitsFollowedArguments } from './units-followed.arguments.js';

/**
 * The units of a stream: those with the ids, or those of a tier that exist today.
 * @throws RequestError UNITS_UNCLEAR, UNITS_TOO_MANY, NOT_FOUND.
 */
export async function unitsFollowed(
  context: Context,
  { units, under, unitKind }: UnitsFollowedArguments,
): Promise<readonly UnitRow[]> {
  const isTier = under != null || unitKind != null;
  if (units && isTier) throw unclear('units', BOTH);
  if (units?.length === 0) throw unclear('units', EMPTY);
  if (units) return Promise.all([...new Set(units)].map((id) => unitAsked(context, id, 'units')));
  if (!isTier) throw unclear('units', NEITHER);
  const above = under == null ? COUNTRY : (await unitAsked(context, under, 'under')).id;
  const all = (await loadUnder(context, above, unitKind ?? null, context.today)) ?? [];
  if (all.length > LIMITS.list) throw tooMany(all.length, under == null ? 'unitKind' : 'under');
  return all;
}

/** Stands for the unit above where there is none; no row has the id. */
const COUNTRY = 0;

/** Streams look again at the same moment, mostly for the same units. */
const loadUnder = shared(
  'units followed',
  async (database, above: readonly number[], kind: UnitKind | null, on: LocalDate) =>
    new Map(
      await Promise.all(
        above.map(async (id): Promise<[number, UnitRow[]]> => {
          const under = id === COUNTRY ? null : id;
          return [id, await unitsUnder(database, { under, kind, on })];
        }),
      ),
    ),
);

function unclear(argument: string, text: Text): RequestError {
  return new RequestError('UNITS_UNCLEAR', text, { argument });
}

function tooMany(actual: number, argument: string): RequestError {
  return new RequestError(
    'UNITS_TOO_MANY',
    {
      vi: `Có ${actual} đơn vị như vậy; một luồng theo dõi nhiều nhất ${LIMITS.list}. Hãy cho under một đơn vị thấp hơn, hoặc chọn đơn vị trong units.`,
      en: `There are ${actual} such units; one stream follows at most ${LIMITS.list}. Give a lower unit in under, or name the units in units.`,
    },
    { argument, actual, limit: LIMITS.list },
  );
}

const BOTH: Text = {
  vi: 'Hãy cho hoặc units, hoặc under và unitKind, không cho cả hai.',
  en: 'Give either units, or under and unitKind, not both.',
};
const NEITHER: Text = {
  vi: 'Chưa biết theo dõi đơn vị nào. Hãy cho units, hoặc under, hoặc unitKind.',
  en: 'It is not said which units to follow. Give units, under or unitKind.',
};
const EMPTY: Text = {
  vi: 'Danh sách units không có đơn vị nào. Hãy cho ít nhất một id.',
  en: 'The list units names no unit. Give at least one id.',
};
