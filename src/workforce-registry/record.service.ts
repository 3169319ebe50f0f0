import { change, refused, type Answer, type Done } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { mayPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { notFound, reasonProblems } from '../graphql/input-check.js';
import { firstOf, required } from '../shared/required.js';
import { tidy } from '../shared/text.js';
import { unitsByIds } from '../units/unit.queries.js';
import { recordProblems, type RecordContent } from './record-check.js';
import type { Subject } from './record-kinds.js';
import { countedByIds, recordsByIds, spansOf, type RecordRow } from './record.queries.js';
import {
  addVersions,
  saysSo,
  type RecordChange,
  type StoredRecord,
} from './record-versions.service.js';

export interface ChangedRecord {
  id: number;
}

/** The content in an input; left out means null. */
export type ContentInput = Omit<RecordContent, 'validTo' | 'note'> &
  Partial<Pick<RecordContent, 'validTo' | 'note'>>;

/** The subject in an input; left out means null. */
export type SubjectInput = Pick<Subject, 'kind'> & Partial<Subject>;

interface Keyed {
  idempotencyKey?: string | null;
}

/**
 * Creates a record: a count of one subject in one period.
 * @param unitId the row id; null for a malformed id.
 */
export function createRecord(
  context: Context,
  unitId: number | null,
  input: SubjectInput & ContentInput & Keyed,
): Promise<Answer<ChangedRecord>> {
  requireViewer(context.viewer);
  const content = contentOf(input);
  const request = requestOf('workforceRecordCreate', input, content);
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const unit = unitId === null ? undefined : (await unitsByIds(database, [unitId])).get(unitId);
    if (!unit) return refused([notFound('unit')]);
    if (!mayPlan(context.viewer, unit.path)) throw forbidden();
    const subject = subjectOf(input);
    const others = await spansOf(database, unit.id, subject, null);
    const problems = recordProblems(subject, content, { unit, others });
    if (problems.length > 0) return refused(problems);
    return write(em, { unitId: unit.id, subject, content, stored: null }, at);
  });
}

/**
 * Replaces the content of a record. The earlier version stays readable as what was known until now.
 */
export function updateRecord(
  context: Context,
  recordId: number | null,
  input: ContentInput & Keyed & { version: number },
): Promise<Answer<ChangedRecord>> {
  const content = contentOf(input);
  const request = requestOf('workforceRecordUpdate', input, content);
  return changeRecord(context, request, recordId, input.version, async (em, stored, at) => {
    const { id, unitId } = stored;
    const database = databaseOf(em);
    const unit = required(await unitsByIds(database, [unitId]), unitId);
    const others = await spansOf(database, unitId, stored, id);
    const problems = recordProblems(stored, content, { unit, others });
    if (problems.length > 0) return refused(problems);
    if (saysSo(stored, content)) return { value: { id }, refusals: [], events: [] };
    return write(em, { unitId, subject: stored, content, stored }, at);
  });
}

/** Removes a record: from now on it is not counted. It stays in the history with the reason. */
export function removeRecord(
  context: Context,
  recordId: number | null,
  input: Keyed & { version: number; reason: string },
): Promise<Answer<ChangedRecord>> {
  const request = { action: 'workforceRecordRemove', input, publishes: true };
  return changeRecord(context, request, recordId, input.version, async (em, stored, at) => {
    const problems = reasonProblems(input.reason, ['reason']);
    if (problems.length > 0) return refused(problems);
    const content = { ...stored, counts: [], note: input.reason.trim() };
    const { unitId } = stored;
    return write(em, { unitId, subject: stored, content, stored, removed: true }, at);
  });
}

/**
 * Runs a change of a record after checking that it exists, is allowed, is not removed, and has the
 * version that the client has read.
 */
function changeRecord(
  context: Context,
  request: Parameters<typeof change>[1],
  recordId: number | null,
  seen: number,
  act: (em: EntityManager, stored: StoredRecord, at: Date) => Promise<Done<ChangedRecord>>,
): Promise<Answer<ChangedRecord>> {
  requireViewer(context.viewer);
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const record =
      recordId === null ? undefined : (await recordsByIds(database, [recordId])).get(recordId);
    const plans = record !== undefined && mayPlan(context.viewer, record.unitPath);
    if (!record || (record.removed && !plans)) return refused([notFound('id')]);
    if (!plans) throw forbidden();
    if (record.version !== seen) return refused([await conflict(database, record, seen)]);
    if (record.removed) return refused([REMOVED]);
    const stored = firstOf(await countedByIds(database, [record.versionId]));
    return act(em, stored, at);
  });
}

function conflict(database: Database, { id, version }: RecordRow, seen: number) {
  const subject = { subjectType: 'WorkforceRecord', subjectId: id };
  return conflictWith(database, { ...subject, present: version, seen });
}

const REMOVED = {
  code: 'ALREADY_REMOVED',
  field: ['id'],
  text: {
    vi: 'Bản ghi đã bị gỡ. Hãy ghi lại từ đầu nếu cần.',
    en: 'The record was removed. Record it anew if it is needed.',
  },
};

async function write(
  em: EntityManager,
  wanted: RecordChange,
  at: Date,
): Promise<Done<ChangedRecord>> {
  const events = await addVersions(em, [wanted], at);
  return { value: { id: firstOf(events).subjectId }, refusals: [], events };
}

function requestOf(action: string, input: Keyed, { sourceStatus }: RecordContent) {
  return { action, input, publishes: true, illustrative: sourceStatus === 'ILLUSTRATIVE' };
}

function contentOf(input: ContentInput): RecordContent {
  const { validFrom, validTo, counts, notCounted, source, sourceStatus, note } = input;
  return {
    ...{ validFrom, validTo: validTo ?? null, counts, notCounted, sourceStatus },
    source: tidy(source),
    note: note?.trim() || null,
  };
}

/** Names are compared as people read them. */
function subjectOf({ kind, tier, audience, agency, topic }: SubjectInput): Subject {
  return {
    ...{ kind, tier: tier ?? null, audience: audience ?? null },
    agency: agency == null ? null : tidy(agency),
    topic: topic == null ? null : tidy(topic),
  };
}
