import type { RequiredEntityData } from '@mikro-orm/core';
import { sql } from 'kysely';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { moveCounts, stepsOfInstitutions } from '../progress/progress-count.service.js';
import { addDays, inSpan, type LocalDate } from '../shared/dates.js';
import type { SourceStatus } from '../shared/source-status.js';
import { searchable } from '../shared/text.js';
import { UnitIndex } from '../units/unit-facts.js';
import { InstitutionCode, type InstitutionCodeEntity } from './institution-code.entity.js';
import { InstitutionPeriod } from './institution-period.entity.js';
import { Institution } from './institution.entity.js';
import type {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from './institution.enums.js';
import { plannedPeriods, type Placement, type PlannedPeriod } from './placement.js';

export interface CodeRecord {
  system: string;
  code: string;
  /** Null means since before our records. */
  from: LocalDate | null;
  /** The code of the same system that this one took over from on `from`. */
  replaces: string | null;
}

/** An institution as somebody records it, with the placements that are new or corrected. */
export interface InstitutionRecord {
  code: CodeRecord;
  name: string;
  kind: InstitutionKind;
  levels: EducationLevel[];
  ownership: Ownership;
  specialStatus: SpecialStatus | null;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
  sourceStatus: SourceStatus;
  placements: { unitId: number; from: LocalDate | null }[];
}

export interface RecordedChange {
  changed: boolean;
  created: number;
  updated: number;
  unchanged: number;
}

interface Stored {
  id: number;
  attributes: string;
  codes: {
    id: number;
    system: string;
    code: string;
    validFrom: LocalDate | null;
    validTo: LocalDate | null;
  }[];
  periods: (PlannedPeriod & { id: number })[];
}

/**
 * Creates the institutions, or brings those that already have the code up to date; placements that
 * are recorded already stay, those of the same day are corrected. Call it inside `publish`.
 */
export async function recordInstitutions(
  em: EntityManager,
  records: readonly InstitutionRecord[],
  knownAt: Date,
): Promise<RecordedChange> {
  const database = databaseOf(em);
  const units = await UnitIndex.load(database);
  const present = await findByCodes(database, records);
  const stored = await loadStored(database, [...new Set(present.values())]);
  const before = await stepsOfInstitutions(database, [...stored.keys()]);

  const fresh = records.filter((record) => !present.has(codeKey(record.code)));
  const createdIds = await insertInstitutions(em, fresh);
  fresh.forEach((record, index) => present.set(codeKey(record.code), createdIds[index]!));

  const changed = new Set<number>();
  const codes: RequiredEntityData<InstitutionCodeEntity>[] = [];
  const periods: PeriodChange[] = [];
  for (const record of records) {
    const id = present.get(codeKey(record.code))!;
    const old = stored.get(id);
    if (old && old.attributes !== attributesOf(record)) {
      await updateInstitution(em, id, record);
      changed.add(id);
    }
    const code = await newCode(em, id, record.code, old);
    if (code) {
      codes.push(code);
      changed.add(id);
    }
    const placements = mergePlacements(old?.periods ?? [], record);
    const change = {
      id,
      ...difference(old?.periods ?? [], plannedPeriods(placements, record.closedOn, units)),
    };
    if (change.outdated.length > 0 || change.added.length > 0) {
      periods.push(change);
      changed.add(id);
    }
  }
  await insertRows(em, InstitutionCode, codes);
  await writePeriods(em, periods, knownAt);

  const affected = [...changed, ...createdIds];
  if (affected.length > 0)
    await moveCounts(
      em,
      before,
      await stepsOfInstitutions(database, [...new Set([...stored.keys(), ...createdIds])]),
    );
  const updated = [...changed].filter((id) => stored.has(id)).length;
  return {
    changed: affected.length > 0,
    created: createdIds.length,
    updated,
    unchanged: records.length - createdIds.length - updated,
  };
}

/**
 * Lets institutions follow what became of their units, after units or successions were recorded.
 * Call it inside `publish`.
 * @param unitIds the units that ended or got a successor.
 * @returns how many institutions moved, and how many of them somebody has to settle.
 */
export async function relocateInstitutions(
  em: EntityManager,
  unitIds: readonly number[],
  knownAt: Date,
): Promise<{ moved: number; unsettled: number }> {
  const database = databaseOf(em);
  const concerned = await database
    .selectFrom('institution_period')
    .select('institution_id as id')
    .distinct()
    .where('superseded_at', 'is', null)
    .where(sql<boolean>`(unit_id = any(${[...unitIds]}::int[]) or not settled)`)
    .execute();
  const ids = concerned.map(({ id }) => id);
  if (ids.length === 0) return { moved: 0, unsettled: 0 };
  const units = await UnitIndex.load(database);
  const before = await stepsOfInstitutions(database, ids);
  const stored = await loadStored(database, ids);
  const closings = await database
    .selectFrom('institution')
    .select(['id', 'closed_on'])
    .where('id', 'in', ids)
    .execute();
  const changes = closings.flatMap(({ id, closed_on }) => {
    const { periods } = stored.get(id)!;
    const change = difference(periods, plannedPeriods(placementsOf(periods), closed_on, units));
    return change.outdated.length > 0 || change.added.length > 0 ? [{ id, ...change }] : [];
  });
  await writePeriods(em, changes, knownAt);
  if (changes.length > 0) await moveCounts(em, before, await stepsOfInstitutions(database, ids));
  const unsettled = changes.filter(({ added }) => added.some((period) => !period.settled)).length;
  return { moved: changes.length, unsettled };
}

function codeKey(code: { system: string; code: string }): string {
  return `${code.system}\n${code.code}`;
}

async function findByCodes(
  database: Database,
  records: readonly InstitutionRecord[],
): Promise<Map<string, number>> {
  const wanted = records.flatMap(({ code }) =>
    code.replaces === null ? [code] : [code, { system: code.system, code: code.replaces }],
  );
  const found = await sql<{ institutionId: number; system: string; code: string }>`
    select distinct institution_id as "institutionId", used.system, used.code
    from institution_code as used
    join unnest(${wanted.map(({ system }) => system)}::text[], ${wanted.map(({ code }) => code)}::text[])
      as wanted(system, code) on wanted.system = used.system and wanted.code = used.code`.execute(
    database,
  );
  const ids = new Map(found.rows.map((row) => [codeKey(row), row.institutionId]));
  for (const { code } of records) {
    const replaced =
      code.replaces !== null && ids.get(codeKey({ system: code.system, code: code.replaces }));
    if (replaced && !ids.has(codeKey(code))) ids.set(codeKey(code), replaced);
  }
  return ids;
}

async function loadStored(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, Stored>> {
  if (ids.length === 0) return new Map();
  const any = sql<number>`any(${[...ids]}::int[])`;
  const [institutions, codes, periods] = await Promise.all([
    database.selectFrom('institution').selectAll().where('id', '=', any).execute(),
    database.selectFrom('institution_code').selectAll().where('institution_id', '=', any).execute(),
    database
      .selectFrom('institution_period')
      .selectAll()
      .where('institution_id', '=', any)
      .where('superseded_at', 'is', null)
      .execute(),
  ]);
  const stored = new Map<number, Stored>();
  for (const row of institutions)
    stored.set(row.id, {
      id: row.id,
      attributes: attributesOf({
        name: row.name,
        kind: row.kind,
        levels: row.levels as EducationLevel[],
        ownership: row.ownership,
        specialStatus: row.special_status,
        openedOn: row.opened_on,
        closedOn: row.closed_on,
        sourceStatus: row.source_status,
      }),
      codes: [],
      periods: [],
    });
  for (const { id, institution_id, system, code, valid_from, valid_to } of codes)
    stored
      .get(institution_id)
      ?.codes.push({ id, system, code, validFrom: valid_from, validTo: valid_to });
  for (const row of periods)
    stored.get(row.institution_id)?.periods.push({
      id: row.id,
      unitId: row.unit_id,
      kind: row.kind,
      settled: row.settled,
      origin: row.origin,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    });
  return stored;
}

function attributesOf(record: Omit<InstitutionRecord, 'code' | 'placements'>): string {
  const { name, kind, levels, ownership, specialStatus, openedOn, closedOn, sourceStatus } = record;
  return JSON.stringify([
    name,
    kind,
    [...levels].sort(),
    ownership,
    specialStatus,
    openedOn,
    closedOn,
    sourceStatus,
  ]);
}

function columnsOf(record: InstitutionRecord) {
  const { name, kind, levels, ownership, specialStatus, openedOn, closedOn, sourceStatus } = record;
  return {
    name,
    searchName: searchable(name),
    kind,
    levels: [...levels].sort(),
    ownership,
    specialStatus,
    openedOn,
    closedOn,
    sourceStatus,
  };
}

async function insertInstitutions(
  em: EntityManager,
  records: readonly InstitutionRecord[],
): Promise<number[]> {
  const rows = records.map((record) => ({ ...columnsOf(record), code: record.code.code }));
  return insertRowsForIds(em, Institution, rows);
}

async function updateInstitution(
  em: EntityManager,
  id: number,
  record: InstitutionRecord,
): Promise<void> {
  await em.nativeUpdate(Institution, { id }, columnsOf(record));
}

/** The code, when the institution does not have it yet; ends the one that it replaces. */
async function newCode(
  em: EntityManager,
  institution: number,
  code: CodeRecord,
  stored: Stored | undefined,
): Promise<RequiredEntityData<InstitutionCodeEntity> | null> {
  const known = stored?.codes.filter(({ system }) => system === code.system) ?? [];
  if (known.some((each) => each.code === code.code)) return null;
  const replaced = known.find((each) => each.code === code.replaces);
  if (replaced && code.from !== null) {
    await em.nativeUpdate(
      InstitutionCode,
      { id: replaced.id },
      { validTo: addDays(code.from, -1) },
    );
    await em.nativeUpdate(
      Institution,
      { id: institution, code: replaced.code },
      { code: code.code },
    );
  }
  return { institution, system: code.system, code: code.code, validFrom: code.from, validTo: null };
}

function placementsOf(periods: readonly PlannedPeriod[]): Placement[] {
  return periods.flatMap(({ unitId, kind, origin, validFrom }) =>
    origin === 'RECORDED' && unitId !== null ? [{ unitId, kind, from: validFrom }] : [],
  );
}

function mergePlacements(
  periods: readonly PlannedPeriod[],
  record: InstitutionRecord,
): Placement[] {
  const placements = new Map(placementsOf(periods).map((placement) => [placement.from, placement]));
  for (const { unitId, from } of record.placements) {
    // A placement that says what is already so adds nothing to the history.
    const now = periods.find((period) => inSpan(period, from ?? '0001-01-01'));
    if (!placements.has(from) && now?.settled && now.unitId === unitId) continue;
    placements.set(from, { unitId, from, kind: record.kind });
  }
  return [...placements.values()].map((placement) => ({ ...placement, kind: record.kind }));
}

interface PeriodChange {
  id: number;
  outdated: number[];
  added: PlannedPeriod[];
}

function difference(
  stored: readonly (PlannedPeriod & { id: number })[],
  planned: readonly PlannedPeriod[],
): Omit<PeriodChange, 'id'> {
  const key = ({ unitId, kind, settled, origin, validFrom, validTo }: PlannedPeriod) =>
    JSON.stringify([unitId, kind, settled, origin, validFrom, validTo]);
  const wanted = new Set(planned.map(key));
  const present = new Set(stored.map(key));
  return {
    outdated: stored.filter((period) => !wanted.has(key(period))).map(({ id }) => id),
    added: planned.filter((period) => !present.has(key(period))),
  };
}

async function writePeriods(
  em: EntityManager,
  changes: readonly PeriodChange[],
  knownAt: Date,
): Promise<void> {
  const outdated = changes.flatMap((change) => change.outdated);
  if (outdated.length > 0)
    await em.nativeUpdate(InstitutionPeriod, { id: { $in: outdated } }, { supersededAt: knownAt });
  const rows = changes.flatMap(({ id, added }) =>
    added.map(({ unitId, ...period }) => ({
      ...period,
      institution: id,
      unit: unitId,
      recordedAt: knownAt,
      supersededAt: null,
    })),
  );
  await insertRows(em, InstitutionPeriod, rows);
}
