import type { Event } from '../changes/change.service.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import type { EntityManager } from '../database/orm.js';
import { paired, required } from '../shared/required.js';
import type { RecordContent } from './record-check.js';
import type { Subject } from './record-kinds.js';
import type { Quantity } from './workforce.enums.js';
import { WorkforceCount } from './workforce-count.entity.js';
import { WorkforceRecordVersion } from './workforce-record-version.entity.js';
import { WorkforceRecord } from './workforce-record.entity.js';

export interface StoredRecord extends Subject, Omit<RecordContent, 'counts'> {
  id: number;
  unitId: number;
  version: number;
  counts: Partial<Record<Quantity, number>>;
}

export interface RecordChange {
  unitId: number;
  subject: Subject;
  content: RecordContent;
  stored: StoredRecord | null;
  /** Removes the record; its content then only gives the reason. */
  removed?: boolean;
}

/**
 * Adds the next version of each record and supersedes the present one. Call it inside a
 * publication, with changes that were checked.
 * @returns the audit events in the same order; their subject is the record.
 */
export async function addVersions(
  em: EntityManager,
  changes: readonly RecordChange[],
  at: Date,
): Promise<Event[]> {
  const fresh = changes.filter(({ stored }) => stored === null);
  const freshIds = await insertRowsForIds(
    em,
    WorkforceRecord,
    fresh.map(({ unitId, subject: { kind, tier, audience, agency, topic } }) => ({
      unit: unitId,
      ...{ kind, tier, audience, agency, topic },
    })),
  );
  const idOf = new Map(paired(fresh, freshIds));
  const known = changes.flatMap(({ stored }) => (stored ? [stored.id] : []));
  if (known.length > 0)
    await em.nativeUpdate(
      WorkforceRecordVersion,
      { record: { $in: known }, supersededAt: null },
      { supersededAt: at },
    );
  const numbered = changes.map((change) => ({
    ...change,
    id: change.stored?.id ?? required(idOf, change),
    number: (change.stored?.version ?? 0) + 1,
  }));
  const versionIds = await insertRowsForIds(
    em,
    WorkforceRecordVersion,
    numbered.map(({ id, number, content, removed = false }) => {
      const { validFrom, validTo, source, sourceStatus, note } = content;
      const told = { validFrom, validTo, source, sourceStatus, note };
      return { record: id, number, ...told, removed, recordedAt: at, supersededAt: null };
    }),
  );
  const counts = paired(changes, versionIds).flatMap(([{ content }, version]) =>
    content.counts.map((count) => ({ version, ...count })),
  );
  await insertRows(em, WorkforceCount, counts);
  return numbered.map(({ id, unitId, number, subject, content, stored, removed }) => ({
    subjectType: 'WorkforceRecord',
    subjectId: id,
    subjectVersion: number,
    unitId,
    before: stored && toldOf(stored, stored),
    after: removed
      ? { removed, reason: content.note }
      : toldOf(subject, { ...content, counts: byQuantity(content) }),
  }));
}

export function saysSo(stored: StoredRecord, content: RecordContent): boolean {
  const wanted = toldOf(stored, { ...content, counts: byQuantity(content) });
  return JSON.stringify(wanted) === JSON.stringify(toldOf(stored, stored));
}

function byQuantity({ counts }: RecordContent): StoredRecord['counts'] {
  return Object.fromEntries(counts.map(({ quantity, value }) => [quantity, value]));
}

/** A record as the audit trail shows it, always in the same order. */
function toldOf(
  { kind, tier, audience, agency, topic }: Subject,
  {
    validFrom,
    validTo,
    counts,
    source,
    sourceStatus,
    note,
  }: Pick<StoredRecord, 'validFrom' | 'validTo' | 'counts' | 'source' | 'sourceStatus' | 'note'>,
) {
  const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...{ kind, tier, audience, agency, topic },
    ...{ validFrom, validTo, counts: sorted, source, sourceStatus, note },
  };
}
