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
  sourceStatus?: SourceStatus | null;
  idempotencyKey?: string | null;
}

/**
 * Creates a round. Without a source status it takes that of its framework, because its updates are
 * not more certain than the criteria that they answer.
 * @param unitId row id of the unit, as the framework's; null for a malformed id.
 */
export async function createRound(
  context: Context,
  unitId: number | null,
  frameworkId: number | null,
  input: RoundInput,
): Promise<Answer<ChangedRound>> {
  requireViewer(context.viewer);
  // Frameworks never change, so this one may be read first.
  const framework = frameworkId === null ? null : await loadFramework(context, frameworkId);
  const sourceStatus = input.sourceStatus ?? framework?.sourceStatus ?? 'UNCONFIRMED';
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
    const problems = await creationProblems(database, unit ?? null, framework, input);
    if (!unit || !framework || problems.length > 0) return refused(problems);

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
      insert into reporting_round (unit_id, framework_id, code, name_vi, name_en, opens_on, due_on,
        reference_date, closes_on, return_days, source_status, version,
        recorded_at)
      values (${unit.id}, ${framework.id}, ${round.code}, ${round.nameVi}, ${round.nameEn}, ${opensOn},
        ${dueOn}, ${referenceDate}, ${closesOn}, ${round.returnDays}, ${sourceStatus}, 1, ${at})
      returning id`.execute(database);
    const { id } = firstOf(added.rows);
    await tellReached(em, null, { ...round, unitId: unit.id }, context.today);
    const after = { ...round, framework: `${framework.code} ${framework.version}` };
    const events = [roundEvent({ id, unitId: unit.id, version: 1 }, null, after)];
    return { value: { id }, refusals: [], events };
  });
}

async function creationProblems(
  database: Database,
  unit: UnitRow | null,
  framework: FrameworkRow | null,
  input: RoundInput,
): Promise<Refusal[]> {
  const { code, nameVi, nameEn, referenceDate } = input;
  const problems = [
    ...(unit ? [] : [notFound('unit')]),
    ...(framework ? [] : [notFound('framework')]),
    ...requiredTextProblems(code, 'code', LONGEST_CODE),
    ...requiredTextProblems(nameVi, 'nameVi', LONGEST_NAME),
    ...requiredTextProblems(nameEn, 'nameEn', LONGEST_NAME),
    ...calendarProblems(input),
    ...returnDaysProblems(input.returnDays),
  ];
  if (unit && !inSpan(unit, referenceDate)) problems.push(outsideUnitSpan(unit, referenceDate));
  if (framework && !(await isInForce(database, framework.id, referenceDate)))
    problems.push(notInForce(framework, referenceDate));
  if (unit && (await isCodeTaken(database, unit.id, code.trim())))
    problems.push(codeTaken(code.trim()));
  return problems;
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
): Refusal {
  const named = `${code} ${version} (${validFrom} – ${validTo ?? '…'})`;
  return {
    code: 'FRAMEWORK_NOT_IN_FORCE',
    field: ['framework'],
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
