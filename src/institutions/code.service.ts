import { insertRows } from '../database/insert-rows.js';
import { sql } from 'kysely';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import type { CodeRecord, HeldCode } from './codes.js';
import { InstitutionCode } from './institution-code.entity.js';
import { Institution } from './institution.entity.js';

/** What becomes of the codes of an institution. */
export interface CodeChange {
  institutionId: number;
  code: CodeRecord;
  added: boolean;
  /** The last day of an added code; left out, it has none. */
  until?: LocalDate;
  changed: readonly HeldCode[];
}

/** Gives institutions their codes, and ends those that were replaced. Call it inside `publish`. */
export async function recordCodes(
  em: EntityManager,
  changes: readonly CodeChange[],
  knownAt: Date,
): Promise<void> {
  const corrected = changes.flatMap(({ changed }) => changed);
  if (corrected.length > 0)
    await em.nativeUpdate(
      InstitutionCode,
      { id: { $in: corrected.map(({ id }) => id) } },
      { supersededAt: knownAt },
    );
  const added = changes.flatMap(({ institutionId, code, added, until = null }) =>
    added
      ? [
          {
            institutionId,
            system: code.system,
            code: code.code,
            validFrom: code.from,
            validTo: until,
          },
        ]
      : [],
  );
  await insertRows(
    em,
    InstitutionCode,
    [...corrected, ...added].map(({ institutionId, system, code, validFrom, validTo }) => ({
      institution: institutionId,
      ...{ system, code, validFrom, validTo, recordedAt: knownAt, supersededAt: null },
    })),
  );
  const ended = new Set(
    [...corrected, ...added].map(({ institutionId, code }) => `${institutionId} ${code}`),
  );
  for (const {
    institutionId,
    code: { code, replaces },
  } of changes)
    if (replaces && ended.has(`${institutionId} ${replaces.code}`))
      await em.nativeUpdate(Institution, { id: institutionId, code: replaces.code }, { code });
}

/**
 * Takes back what was recorded of codes at a moment. Call it inside `publish`.
 * @returns the row ids of the institutions concerned.
 */
export async function undoCodes(em: EntityManager, at: Date, knownAt: Date): Promise<number[]> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const now = sql`${knownAt.toISOString()}::timestamptz`;
  const undone = await sql<{ id: number }>`
    with gone as (
      -- What was undone since is recorded again, so codes are compared and not their moments.
      update institution_code as present set superseded_at = ${now}
      where superseded_at is null and exists (select from institution_code as mine
        where mine.recorded_at = ${moment} and mine.institution_id = present.institution_id
          and mine.system = present.system and mine.code = present.code
          and mine.valid_from is not distinct from present.valid_from
          and mine.valid_to is not distinct from present.valid_to)
      returning institution_id, code
    ), restored as (
      insert into institution_code (institution_id, system, code, valid_from, valid_to, recorded_at)
      select institution_id, system, code, valid_from, valid_to, ${now}
      from institution_code where superseded_at = ${moment}
      returning institution_id, code, valid_to
    ), present as (
      update institution set code = restored.code from restored, gone
      where institution.id = restored.institution_id and institution.id = gone.institution_id
        and institution.code = gone.code and restored.valid_to is null
    )
    select institution_id as id from gone union select institution_id from restored`.execute(
    databaseOf(em),
  );
  return undone.rows.map(({ id }) => id);
}
