import { firstOf } from '../shared/required.js';
import { sql } from 'kysely';
import { mayPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import { isInForce, loadFramework, type FrameworkRow } from '../frameworks/framework.queries.js';
import { notFound, requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { inSpan } from '../shared/dates.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import {
  calendarProblems,
  DEFAULT_RETURN_DAYS,
  returnDaysProblems,
  type Calendar,
} from './round-calendar.js';
import { tellReached } from './round-reach.queries.js';
import { isCodeTaken } from './round.queries.js';
import { roundEvent, type ChangedRound } from './round.service.js';

export const LONGEST_CODE = 50;
export const LONGEST_NAME = 200;

export interface RoundInput extends Calendar {
  code: string;
  nameVi: string;
  nameEn: string;
  returnDays?: number | null;
  /** Left out when one framework is named by `framework`. */
  frameworks?: readonly string[] | null;
  sourceStatus?: SourceStatus | null;
  idempotencyKey?: string | null;
}

/**
 * Creates a round. Without a source status it takes that of its framework, because its updates are
 * not more certain than the criteria that they answer.
 * @param unitId row id of the unit, as the frameworks'; null for a malformed id.
 */
export async function createRound(
  context: Context,
  unitId: number | null,
  frameworkIds: readonly (number | null)[],
  input: RoundInput,
): Promise<Answer<ChangedRound>> {
  requireViewer(context.viewer);
  // Frameworks never change, so they may be read first.
  const found = await Promise.all(
    frameworkIds.map(async (id) => (id === null ? null : loadFramework(context, id))),
  );
  const frameworks = found.filter((each) => each !== null);
  const sourceStatus = input.sourceStatus ?? leastCertain(frameworks);
  const request = {
    action: 'reportingRoundCreate',
    input,
    publishes: true,
    illustrative: sourceStatus === 'ILLUSTRATIVE',
  };
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const unit = unitId === null ? null : (await unitsByIds(database, [unitId])).get(unitId);
    if (unit && !mayPlan(context.viewer, unit.path)) throw forbidden();
    const problems = await creationProblems(database, unit ?? null, frameworks, input);
    if (frameworks.length === 0 || frameworks.length < found.length)
      problems.push(notFound(fieldOf(input)));
    if (!unit || problems.length > 0) return refused(problems);

    const { opensOn, dueOn, referenceDate, closesOn } = input;
    const round = {
      code: input.code.trim(),
      nameVi: input.nameVi.trim(),
      nameEn: input.nameEn.trim(),
      opensOn,
      dueOn,
      referenceDate,
      closesOn,
      returnDays: input.returnDays ?? DEFAULT_RETURN_DAYS,
      sourceStatus,
    };
    const added = await sql<{ id: number }>`
      insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
        reference_date, closes_on, return_days, source_status, version,
        recorded_at)
      values (${unit.id}, ${round.code}, ${round.nameVi}, ${round.nameEn}, ${opensOn},
        ${dueOn}, ${referenceDate}, ${closesOn}, ${round.returnDays}, ${sourceStatus}, 1, ${at})
      returning id`.execute(database);
    const { id } = firstOf(added.rows);
    await sql`
      insert into reporting_round_framework (round_id, framework_id, position)
      select ${id}, asked.id, position
      from unnest(${frameworks.map((each) => each.id)}::int[]) with ordinality as asked(id, position)`.execute(
      database,
    );
    await tellReached(em, null, { ...round, unitId: unit.id }, context.today);
    const after = { ...round, framework: frameworks.map(nameOf).join(', ') };
    const events = [roundEvent({ id, unitId: unit.id, version: 1 }, null, after)];
    return { value: { id }, refusals: [], events };
  });
}

async function creationProblems(
  database: Database,
  unit: UnitRow | null,
  frameworks: readonly FrameworkRow[],
  input: RoundInput,
): Promise<Refusal[]> {
  const { code, nameVi, nameEn, referenceDate } = input;
  const problems = [
    ...(unit ? [] : [notFound('unit')]),
    ...requiredTextProblems(code, 'code', LONGEST_CODE),
    ...requiredTextProblems(nameVi, 'nameVi', LONGEST_NAME),
    ...requiredTextProblems(nameEn, 'nameEn', LONGEST_NAME),
    ...calendarProblems(input),
    ...returnDaysProblems(input.returnDays),
  ];
  if (unit && !inSpan(unit, referenceDate)) problems.push(outsideUnitSpan(unit, referenceDate));
  for (const framework of frameworks)
    if (!(await isInForce(database, framework.id, referenceDate)))
      problems.push(notInForce(framework, referenceDate, fieldOf(input)));
  problems.push(...togetherProblems(frameworks));
  if (unit && (await isCodeTaken(database, unit.id, code.trim())))
    problems.push(codeTaken(code.trim()));
  return problems;
}

/** What of the input names the frameworks. */
const fieldOf = ({ frameworks }: RoundInput) => (frameworks == null ? 'framework' : 'frameworks');

const CERTAINTY = ['ILLUSTRATIVE', 'UNCONFIRMED', 'CONFIRMED'] as const;

function leastCertain(frameworks: readonly FrameworkRow[]): SourceStatus {
  const found = frameworks.map(({ sourceStatus }) => sourceStatus);
  return CERTAINTY.find((each) => found.includes(each)) ?? 'UNCONFIRMED';
}

const nameOf = ({ code, version }: FrameworkRow) => `${code} ${version}`;

/** What keeps frameworks from being asked in one form: one of them twice, or two wordings of a question. */
function togetherProblems(frameworks: readonly FrameworkRow[]): Refusal[] {
  const repeated = frameworks.filter((each, place) =>
    frameworks.slice(0, place).some(({ code }) => code === each.code),
  );
  const asked = frameworks.flatMap((framework) =>
    framework.definition.questions.map(({ code, revision }) => ({ code, revision, framework })),
  );
  const differing = [...Map.groupBy(asked, ({ code }) => code)].filter(
    ([, uses]) => new Set(uses.map(({ revision }) => revision)).size > 1,
  );
  return [
    ...repeated.map(frameworkTwice),
    ...differing.map(([code, uses]) =>
      wordingsDiffer(code, uses.map(({ framework }) => nameOf(framework)).join(', ')),
    ),
  ];
}

function frameworkTwice(framework: FrameworkRow): Refusal {
  return {
    code: 'FRAMEWORK_TWICE',
    field: ['frameworks'],
    text: {
      vi: `Bộ tiêu chí ${framework.code} được chọn hai lần. Hãy giữ một phiên bản.`,
      en: `Framework ${framework.code} is chosen twice. Keep one version.`,
    },
  };
}

function wordingsDiffer(code: string, frameworks: string): Refusal {
  return {
    code: 'QUESTION_REVISIONS_DIFFER',
    field: ['frameworks'],
    text: {
      vi: `Các bộ tiêu chí ${frameworks} dùng những phiên bản khác nhau của câu hỏi ${code}, nên không hỏi chung một lần được. Hãy gọi hai đợt.`,
      en: `The frameworks ${frameworks} use different revisions of the question ${code}, so it cannot be asked once for all. Call two rounds.`,
    },
  };
}

export function outsideUnitSpan(unit: UnitRow, date: string): Refusal {
  const span = `${unit.validFrom ?? '…'} – ${unit.validTo ?? '…'}`;
  return {
    code: 'OUTSIDE_UNIT_SPAN',
    field: ['referenceDate'],
    text: {
      vi: `${unit.name} không tồn tại vào ngày ${date} (chỉ ${span}). Hãy chọn ngày khác, hoặc đơn vị tiền thân hay kế thừa.`,
      en: `${unit.name} did not exist on ${date} (only ${span}). Choose another date, or its predecessor or successor.`,
    },
  };
}

export function notInForce(
  { code, version, validFrom, validTo }: FrameworkRow,
  date: string,
  field: string,
): Refusal {
  const named = `${code} ${version} (${validFrom} – ${validTo ?? '…'})`;
  return {
    code: 'FRAMEWORK_NOT_IN_FORCE',
    field: [field],
    text: {
      vi: `Bộ tiêu chí ${named} không có hiệu lực vào ngày ${date}, hoặc đã có phiên bản mới hơn.`,
      en: `Framework ${named} is not in force on ${date}, or a later version of it is.`,
    },
  };
}

function codeTaken(code: string): Refusal {
  return {
    code: 'CODE_TAKEN',
    field: ['code'],
    text: {
      vi: `Đơn vị đã có đợt báo cáo mang mã ${code}. Hãy chọn mã khác.`,
      en: `The unit has a round with the code ${code} already. Choose another one.`,
    },
  };
}
