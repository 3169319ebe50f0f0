import { mayPlan } from '../auth/policy.js';
import { assumptionsRefused } from '../graphql/assumptions-refused.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { rowIdOf } from '../graphql/global-id.js';
import { knownAtOf, momentKnown } from '../graphql/known-at.js';
import type { Refusal } from '../graphql/user-error.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import type { Assumption } from './assumption.js';
import type { Edition } from './edition.js';
import { openGaps } from './gap-view.js';
import type { IndexAnswer } from './index-view.js';
import { assuming, editionFor, indicesOf } from './workforce-index.queries.js';
import { hidingFrom } from '../workforce-registry/record-access.queries.js';

export interface AskedAssumption {
  gap?: string | null;
  input?: string | null;
  value?: number | null;
  institution?: string | null;
}

/**
 * The index of a unit as requested; null when there is no edition for it.
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
  const edition = await editionFor(context, {
    ...{ code: asked.edition, kind: unit.kind, year, knownAt: asked.knownAt },
  });
  if (!edition) return null;
  const moment = await momentKnown(context, asked.knownAt);
  const present = await presentDay(context, unit, moment);
  const asOf = asked.asOf ?? [`${year}-12-31`, present].reduce((a, b) => (a < b ? a : b));
  await checkInSpan(context, unit, asOf, 'AS_REPORTED', moment);
  const knownAt = await knownAtOf(context, asked.knownAt);
  const answer = await loadRealIndex.required(context, unit.id, edition, { year, asOf, knownAt });
  if (assume.length === 0) return answer;
  context.hypothetical = true;
  return { ...answer, row: assuming(answer.row, assumptionsOf(context, answer, assume)) };
}

/** The index before assumptions, batched with those of other units in the request. */
const loadRealIndex = perRequest(
  'workforce index',
  async (
    context: Context,
    ids: readonly number[],
    edition: Edition,
    { year, asOf, knownAt }: { year: number; asOf: LocalDate; knownAt: Date },
  ): Promise<Map<number, IndexAnswer>> => {
    const { publishedAt } = await context.publication();
    const units = await Promise.all(ids.map((id) => loadUnit(context, id)));
    const rows = await indicesOf(
      context.database,
      units.filter((each) => each !== null),
      edition,
      // Nothing has been published since, so all that is known was known then.
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
  },
);

/**
 * The cure of a withheld gap would reveal a count, so for this viewer the gap does not exist.
 * @throws RequestError ASSUMPTION_REFUSED with all reasons in `problems`.
 */
function assumptionsOf(
  context: Context,
  answer: IndexAnswer,
  asked: readonly AskedAssumption[],
): Assumption[] {
  const known: Assumable = {
    gaps: new Map(openGaps(answer).map((gap) => [gap.key, gap])),
    leaves: [...answer.row.leaves.keys()],
    institutions: new Set(answer.row.institutions.map(({ id }) => id)),
  };
  const problems: Refusal[] = [];
  const assumptions = asked.flatMap((each, index) =>
    readAssumption(each, known, (code, field, vi, en) => {
      problems.push({ code, field: ['assume', String(index), field], text: { vi, en } });
      return [];
    }),
  );
  if (problems.length > 0) throw assumptionsRefused(problems, context.language);
  return assumptions;
}

/** What can be taken for given in an index. */
interface Assumable {
  gaps: ReadonlyMap<string, { cure: Assumption[] }>;
  /** The names of the inputs that are no sums. */
  leaves: readonly string[];
  institutions: ReadonlySet<number>;
}

function readAssumption(
  { gap, input, value, institution }: AskedAssumption,
  { gaps, leaves, institutions }: Assumable,
  refuse: (code: string, field: string, vi: string, en: string) => [],
): Assumption[] {
  const given = [gap, input, institution].filter((each) => each != null).length;
  if (given !== 1 || (input != null) !== (value != null))
    return refuse(
      'NOT_ONE_ASSUMPTION',
      'gap',
      'Mỗi giả định nêu đúng một trong gap, input kèm value, hoặc institution.',
      'Each assumption names exactly one of gap, input with its value, or institution.',
    );
  if (gap != null)
    return (
      gaps.get(gap)?.cure ??
      refuse(
        'NOT_FOUND',
        'gap',
        `Chỉ số này không có khoảng trống “${gap}”; hãy lấy key từ gaps.`,
        `This index has no gap “${gap}”; take a key from gaps.`,
      )
    );
  if (input != null && !leaves.includes(input))
    return refuse(
      'NOT_FOUND',
      'input',
      `Không có đầu vào “${input}”, hoặc đó là một tổng; các đầu vào là ${leaves.join(', ')}.`,
      `There is no input “${input}”, or it is a sum; the inputs are ${leaves.join(', ')}.`,
    );
  if (input != null && value != null)
    return value >= 0
      ? [{ input, value }]
      : refuse(
          'VALUE_OUT_OF_RANGE',
          'value',
          `Giá trị là ${value}; chỉ nhận từ 0.`,
          `The value is ${value}; it must be 0 or more.`,
        );
  const institutionId = rowIdOf('Institution', institution);
  return institutionId !== null && institutions.has(institutionId)
    ? [{ institutionId }]
    : refuse(
        'NOT_IN_UNIT',
        'institution',
        'Chỉ số của đơn vị vào ngày đó không tính cơ sở nào có mã này.',
        'The index of the unit on the date counts no institution with this id.',
      );
}
