import { sql } from 'kysely';
import type { Event } from '../changes/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { required } from '../shared/required.js';
import { overlap, type RecordContent } from './record-check.js';
import { QUANTITIES } from './record-columns.js';
import { subjectKey } from './record-kinds.js';
import { countedByIds, spansOf } from './record.queries.js';
import { addVersions, type RecordChange, type StoredRecord } from './record-versions.service.js';

type StoredChange = RecordChange & { stored: StoredRecord };

/** What became of records since an import. */
export interface RecordsUndone {
  events: Event[];
  /** Records that have another version since. */
  changed: number[];
  /** Records that would overlap another one of the same subject again. */
  overlapping: number[];
}

/**
 * Gives records the content that they had before an import, as a new version, and removes those
 * that it created. Nothing is written when any of them cannot be.
 * @param importedAt the moment of the import.
 * @param reason why records are removed.
 */
export async function undoRecords(
  em: EntityManager,
  recordIds: readonly number[],
  importedAt: Date,
  { at, reason }: { at: Date; reason: string },
): Promise<RecordsUndone> {
  const database = databaseOf(em);
  const found = await sql<{ recordId: number; versionId: number; earlierId: number | null }>`
    select version.record_id as "recordId", version.id as "versionId", earlier.id as "earlierId"
    from workforce_record_version as version
    left join workforce_record_version as earlier
      on earlier.record_id = version.record_id and earlier.number = version.number - 1
    where version.record_id = any(${[...recordIds]}::int[]) and version.superseded_at is null
      and version.recorded_at = ${importedAt}::timestamptz`.execute(database);
  const present = new Set(found.rows.map(({ recordId }) => recordId));
  const counted = await countedByIds(
    database,
    found.rows.flatMap(({ versionId, earlierId }) => [
      versionId,
      ...(earlierId ? [earlierId] : []),
    ]),
  );
  const byVersion = new Map(counted.map((row) => [row.versionId, row]));
  const changes = found.rows.map(({ versionId, earlierId }): StoredChange => {
    const stored = required(byVersion, versionId);
    const earlier = earlierId === null ? undefined : byVersion.get(earlierId);
    const content = earlier ? contentOf(earlier) : { ...stored, counts: [], note: reason };
    return { unitId: stored.unitId, subject: stored, content, stored, removed: !earlier };
  });
  const changed = recordIds.filter((id) => !present.has(id));
  const overlapping = await overlappingAgain(em, changes);
  if (changed.length > 0 || overlapping.length > 0) return { events: [], changed, overlapping };
  return { events: await addVersions(em, changes, at), changed, overlapping };
}

function contentOf({ counts, ...stored }: StoredRecord): RecordContent {
  return {
    ...stored,
    counts: QUANTITIES.flatMap((quantity) => {
      const value = counts[quantity];
      return value === undefined ? [] : [{ quantity, value }];
    }),
  };
}

async function overlappingAgain(
  em: EntityManager,
  changes: readonly StoredChange[],
): Promise<number[]> {
  const key = ({ unitId, subject }: RecordChange) => `${unitId} ${subjectKey(subject)}`;
  const removed = Map.groupBy(
    changes.filter((change) => change.removed),
    key,
  );
  const overlapping: number[] = [];
  for (const change of changes) {
    const { stored, content, subject, unitId } = change;
    // Only another last day can meet another record.
    if (change.removed || content.validTo === stored.validTo) continue;
    const gone = (removed.get(key(change)) ?? []).map((each) => each.content.validFrom);
    const others = await spansOf(databaseOf(em), unitId, subject, stored.id);
    const left = others.filter(({ validFrom }) => !gone.includes(validFrom));
    if (left.some((other) => overlap(content, other))) overlapping.push(stored.id);
  }
  return overlapping;
}
