import { mayPlan } from '../auth/policy.js';
import type { Context } from '../context.js';
import { fromGlobalId } from '../graphql/global-id.js';
import { knownAtOf } from '../graphql/known-at.js';
import { checkInSpan } from '../progress/unit-span.queries.js';
import { todayOrLastDay, type LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import type { Assumption } from './assumption.js';
import type { Edition } from './edition.js';
import { openGaps } from './gap-view.js';
import type { IndexAnswer } from './index-view.js';
import { assuming, editionFor, indicesOf } from './index.queries.js';
import { hidingFrom } from './record-access.queries.js';

/** The most assumptions of one index. */
export const ASSUMPTION_LIMIT = 250;

/** An assumption as it is asked for. */
export interface AskedAssumption {
  gap?: string | null;
  input?: string | null;
  value?: number | null;
  institution?: string | null;
}

/**
 * The index of a unit as it is asked for; null when there is no edition for it.
 * @throws RequestError OUTSIDE_UNIT_SPAN, ASSUMPTION_REFUSED.
 */
export async function askIndex(
  context: Context,
  unit: UnitRow,
  asked: {
    year: number;
    edition: string | null;
    asOf: LocalDate | null;
    knownAt: Date | null;
    assume: readonly AskedAssumption[];
  },
): Promise<IndexAnswer | null> {
  const { year, assume } = asked;
  const edition = await editionFor(context, asked.edition, unit.kind, year);
  if (!edition) return null;
  const asOf =
    asked.asOf ??
    [`${year}-12-31`, todayOrLastDay(unit.validTo, context.today)].reduce((a, b) =>
      a < b ? a : b,
    );
  await checkInSpan(context, unit, asOf, 'AS_REPORTED');
  const knownAt = await knownAtOf(context, asked.knownAt);
  const answer = await realIndex(context, unit, edition, { year, asOf, knownAt });
  if (assume.length === 0) return answer;
  context.hypothetical = true;
  return { ...answer, row: assuming(answer.row, assumptionsOf(answer, assume)) };
}

/** The index that assumptions are made about, batched with those of other units in the request. */
async function realIndex(
  context: Context,
  unit: UnitRow,
  edition: Edition,
  { year, asOf, knownAt }: { year: number; asOf: LocalDate; knownAt: Date },
): Promise<IndexAnswer> {
  const { code, version } = edition;
  const name = JSON.stringify(['workforce index', code, version, year, asOf, knownAt]);
  const answer = await context.batch.load(name, unit.id, async (ids) => {
    const { publishedAt } = await context.publication();
    const units = await Promise.all(ids.map((id) => loadUnit(context, id)));
    const rows = await indicesOf(
      context.database,
      units.filter((each) => each !== null),
      edition,
      // Nothing has been published since: what was known then is all that is known.
      { year, asOf, knownAt: knownAt >= publishedAt ? null : knownAt, now: knownAt },
    );
    const guarded = rows.filter((row) => !mayPlan(context.viewer, row.unit.path));
    const isHidden = await hidingFrom(
      context,
      guarded.flatMap(({ records }) => records),
    );
    return new Map(
      rows.map((row) => [
        row.unit.id,
        { row, isHidden: guarded.includes(row) ? isHidden : () => false },
      ]),
    );
  });
  return answer!;
}

/**
 * The cure of a gap that is withheld would tell what is: for the viewer there is no such gap.
 * @throws RequestError ASSUMPTION_REFUSED with all that cannot be made.
 */
function assumptionsOf(answer: IndexAnswer, asked: readonly AskedAssumption[]): Assumption[] {
  if (asked.length > ASSUMPTION_LIMIT) throw refused([`${asked.length} > ${ASSUMPTION_LIMIT}`]);
  const { leaves, institutions } = answer.row;
  const gaps = new Map(openGaps(answer).map((gap) => [gap.key, gap]));
  const known = new Set(institutions.map(({ id }) => id));
  const problems: string[] = [];
  const assumptions = asked.flatMap(({ gap, input, value, institution }, index): Assumption[] => {
    const given = [gap, input, institution].filter((each) => each != null);
    const refuse = (what: string) => {
      problems.push(`assume.${index}: ${what}`);
      return [];
    };
    if (given.length !== 1) return refuse('gap | input | institution');
    if (gap != null) return gaps.get(gap)?.cure ?? refuse(`gap ${gap}`);
    if (input != null)
      return leaves.has(input) && value != null && value >= 0
        ? [{ input, value }]
        : refuse(`input ${input} = ${value}`);
    const institutionId = fromGlobalId('Institution', institution!);
    return institutionId !== null && known.has(institutionId)
      ? [{ institutionId }]
      : refuse(`institution ${institution}`);
  });
  if (problems.length > 0) throw refused(problems);
  return assumptions;
}

function refused(problems: readonly string[]): RequestError {
  return new RequestError(
    'ASSUMPTION_REFUSED',
    {
      vi: `Không thể giả định: ${problems.join('; ')}. Mỗi giả định nêu đúng một trong gap (khoá của một khoảng trống của chỉ số này), input (tên đầu vào không phải là tổng) kèm value từ 0, hoặc institution (cơ sở của đơn vị vào ngày đó); nhiều nhất ${ASSUMPTION_LIMIT}.`,
      en: `This cannot be assumed: ${problems.join('; ')}. Each assumption names exactly one of gap (the key of a gap of this index), input (the name of one that is no sum) with a value from 0, or institution (one of the unit on the date); at most ${ASSUMPTION_LIMIT}.`,
    },
    { assumptions: problems },
  );
}
