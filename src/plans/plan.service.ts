import { sql } from 'kysely';
import { mayKeepPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { namesIn } from '../shared/enumeration.js';
import { firstOf } from '../shared/required.js';
import { unitsByIds } from '../units/unit.queries.js';
import {
  changePlan,
  done,
  planEvent,
  unchanged,
  type ChangedPlan,
  type PlanChangeInput,
} from './plan-change.service.js';
import { fieldsOf, planProblems, type PlanFields } from './plan-fields.js';
import { planByDocument } from './plan.queries.js';

type Given<Fields> = { [Name in keyof Fields]?: Fields[Name] | null | undefined };

/**
 * Adds a plan.
 * @param unitId row id of the unit, 0 for a malformed id; null for the whole country.
 */
export function createPlan(
  context: Context,
  unitId: number | null,
  input: Omit<PlanFields, 'issuedOn' | 'url'> &
    Given<Pick<PlanFields, 'issuedOn' | 'url'>> & { idempotencyKey?: string | null },
): Promise<Answer<ChangedPlan>> {
  requireViewer(context.viewer);
  const illustrative = input.sourceStatus === 'ILLUSTRATIVE';
  const request = { action: 'planCreate', input, publishes: true, illustrative };
  return change(context, request, async (em) => {
    const database = databaseOf(em);
    const unit = unitId === null ? null : (await unitsByIds(database, [unitId])).get(unitId);
    if (unit !== undefined && !mayKeepPlan(context.viewer, unit?.path ?? null)) throw forbidden();
    const fields = tidy({ ...input, issuedOn: input.issuedOn ?? null, url: input.url ?? null });
    const problems = [
      ...(unit === undefined ? [notFound('unit')] : []),
      ...planProblems(fields),
      ...(await documentProblems(database, fields.document, null)),
    ];
    if (problems.length > 0) return refused(problems);

    const { document, titleVi, titleEn, issuer, issuedOn, url, sourceStatus } = fields;
    const added = await sql<{ id: number }>`
      insert into plan
        (document, title_vi, title_en, issuer, issued_on, unit_id, url, source_status, version)
      values (${document}, ${titleVi}, ${titleEn}, ${issuer}, ${issuedOn}, ${unitId}, ${url},
        ${sourceStatus}, 1)
      returning id`.execute(database);
    const { id } = firstOf(added.rows);
    const events = [planEvent({ id, unitId, version: 1 }, null, fields)];
    return { value: { id }, refusals: [], events };
  });
}

/** Changes the fields that are given; the unit of a plan never changes. */
export function updatePlan(
  context: Context,
  planId: number | null,
  input: Given<PlanFields> & PlanChangeInput,
): Promise<Answer<ChangedPlan>> {
  const illustrative = input.sourceStatus === 'ILLUSTRATIVE';
  const request = { action: 'planUpdate', planId, input, illustrative };
  return changePlan(context, request, async (database, plan) => {
    const before = fieldsOf(plan);
    const after = tidy(merged(before, input));
    const problems = [
      ...planProblems(after),
      ...(await documentProblems(database, after.document, plan.id)),
    ];
    if (problems.length > 0) return refused(problems);

    const changed = namesIn(before).filter((name) => before[name] !== after[name]);
    if (changed.length === 0) return unchanged({ id: plan.id });
    await sql`
      update plan set document = ${after.document}, title_vi = ${after.titleVi},
        title_en = ${after.titleEn}, issuer = ${after.issuer}, issued_on = ${after.issuedOn},
        url = ${after.url}, source_status = ${after.sourceStatus}
      where id = ${plan.id}`.execute(database);
    const only = (fields: PlanFields) =>
      Object.fromEntries(changed.map((name) => [name, fields[name]]));
    return done(plan, { id: plan.id }, only(before), only(after));
  });
}

function tidy(fields: PlanFields): PlanFields {
  return {
    ...fieldsOf(fields),
    document: fields.document.trim(),
    titleVi: fields.titleVi.trim(),
    titleEn: fields.titleEn.trim(),
    issuer: fields.issuer.trim(),
    url: fields.url?.trim() || null,
  };
}

/** Null clears an optional field; for a required one it means the same as left out. */
function merged(present: PlanFields, given: Given<PlanFields>): PlanFields {
  return {
    document: given.document ?? present.document,
    titleVi: given.titleVi ?? present.titleVi,
    titleEn: given.titleEn ?? present.titleEn,
    issuer: given.issuer ?? present.issuer,
    issuedOn: given.issuedOn === undefined ? present.issuedOn : given.issuedOn,
    url: given.url === undefined ? present.url : given.url,
    sourceStatus: given.sourceStatus ?? present.sourceStatus,
  };
}

async function documentProblems(
  database: Database,
  document: string,
  planId: number | null,
): Promise<Refusal[]> {
  const other = await planByDocument(database, document);
  if (!other || other.id === planId) return [];
  return [
    {
      code: 'DOCUMENT_TAKEN',
      field: ['document'],
      text: {
        vi: `Văn bản ${document} đã có trong hệ thống. Hãy sửa kế hoạch đó.`,
        en: `The hub has the document ${document} already. Change that plan.`,
      },
    },
  ];
}
