import { required } from '../shared/required.js';
import type { Answer } from '../changes/change.service.js';
import type { Database } from '../database/orm.js';
import { allFrameworks, isInForce } from '../frameworks/framework.queries.js';
import { reasonProblems, requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { inSpan } from '../shared/dates.js';
import { unitsByIds } from '../units/unit.queries.js';
import { calendarProblems, returnDaysProblems, type Calendar } from './round-calendar.js';
import { LONGEST_NAME, notInForce, outsideUnitSpan } from './round-creation.service.js';
import { answersIn, type RoundRow } from './round.queries.js';
import { changeRound, type ChangedRound, type RoundRequest } from './round.service.js';

/** What is mended in a round; what is left out stays. */
export type Amendment = {
  [Field in keyof Calendar]?: Calendar[Field] | null;
} & { nameVi?: string | null; nameEn?: string | null; returnDays?: number | null };

const FIELDS = [
  'nameVi',
  'nameEn',
  'opensOn',
  'dueOn',
  'referenceDate',
  'closesOn',
  'returnDays',
] as const satisfies (keyof Amendment & keyof RoundRow)[];

/** Mends the names and dates of a round in which no institution has begun. */
export function amendRound(
  context: Context,
  request: RoundRequest & { input: Amendment },
): Promise<Answer<ChangedRound>> {
  const { input } = request;
  return changeRound(context, 'amend', request, async (round, _, database) => {
    const given = FIELDS.flatMap((field) => {
      const value = input[field];
      return value == null ? [] : [[field, typeof value === 'string' ? value.trim() : value]];
    });
    const mended: RoundRow = { ...round, ...(Object.fromEntries(given) as Partial<RoundRow>) };
    const problems = [
      ...(given.length === 0 ? [NOTHING_MENDED] : []),
      ...requiredTextProblems(mended.nameVi, 'nameVi', LONGEST_NAME),
      ...requiredTextProblems(mended.nameEn, 'nameEn', LONGEST_NAME),
      ...calendarProblems(mended),
      ...returnDaysProblems(input.returnDays),
      ...(await referenceProblems(database, mended)),
      ...((await answersIn(database, [round.id])).has(round.id) ? [BEGUN] : []),
    ];
    if (problems.length > 0) return problems;
    // Given a last day, the dates decide again.
    const opened = input.closesOn == null ? [] : [['closedAt', null]];
    return Object.fromEntries([...given, ...opened]) as Partial<RoundRow>;
  });
}

async function referenceProblems(
  database: Database,
  { unitId, frameworkIds, referenceDate }: RoundRow,
): Promise<Refusal[]> {
  const unit = required(await unitsByIds(database, [unitId]), unitId);
  const asked = (await allFrameworks(database)).filter(({ id }) => frameworkIds.includes(id));
  const inForce = await Promise.all(asked.map(({ id }) => isInForce(database, id, referenceDate)));
  return [
    ...(inSpan(unit, referenceDate) ? [] : [outsideUnitSpan(unit, referenceDate)]),
    ...asked
      .filter((_, place) => !inForce[place])
      .map((each) => notInForce(each, referenceDate, 'referenceDate')),
  ];
}

/** Withdraws a round that was called by mistake, while nothing in it is submitted. */
export function withdrawRound(
  context: Context,
  request: RoundRequest & { input: { reason: string } },
): Promise<Answer<ChangedRound>> {
  const { reason } = request.input;
  return changeRound(context, 'withdraw', request, async (round, at, database) => {
    const problems = [
      ...reasonProblems(reason, ['reason']),
      ...((await answersIn(database, [round.id])).get(round.id) ? [SUBMITTED] : []),
    ];
    if (problems.length > 0) return problems;
    return { withdrawnAt: at.toISOString(), withdrawalReason: reason.trim() };
  });
}

const NOTHING_MENDED: Refusal = {
  code: 'AMENDMENT_MISSING',
  field: null,
  text: {
    vi: 'Hãy cho ít nhất một điều cần sửa: tên, ngày hoặc số ngày để nộp lại.',
    en: 'Give at least one thing to mend: a name, a date or the days that a return gives.',
  },
};

const BEGUN: Refusal = {
  code: 'ROUND_BEGUN',
  field: ['id'],
  text: {
    vi: 'Đã có cơ sở lưu câu trả lời, nên ngày và tên của đợt không sửa được nữa. Hãy gia hạn, hoặc thu hồi đợt nếu chưa ai nộp.',
    en: 'An institution has saved answers, so the dates and names of the round stay. Extend it, or withdraw it while nothing is submitted.',
  },
};

const SUBMITTED: Refusal = {
  code: 'ROUND_ANSWERED',
  field: ['id'],
  text: {
    vi: 'Đã có cơ sở nộp báo cáo trong đợt này, nên đợt không thu hồi được. Hãy đóng đợt.',
    en: 'An institution has submitted a report in this round, so it cannot be withdrawn. Close it.',
  },
};
