import { sql } from 'kysely';
import type { RequiredEntityData } from '@mikro-orm/core';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { addDays, BEFORE_RECORDS, inSpan } from '../shared/dates.js';
import { searchable } from '../shared/text.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { InstitutionCode, type InstitutionCodeEntity } from './institution-code.entity.js';
import { Institution } from './institution.entity.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import {
  attributesOf,
  codeKey,
  findByCodes,
  loadStored,
  type CodeRecord,
  type InstitutionRecord,
  type StoredInstitution,
} from './institution-record.queries.js';
import { plannedPeriods, whileOpen, type Placement } from './placement.js';
import { difference, writePeriods, type PeriodChange } from './relocation.service.js';

export interface RecordedChange {
  changed: boolean;
  created: number;
  updated: number;
  unchanged: number;
}

/**
 * Creates the institutions, or brings those that already have the code up to date. Placements that
 * are recorded already stay; those of the same day are corrected. Call it inside `publish`.
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
  const placements: (Placement & { institutionId: number })[] = [];
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
    const news = newPlacements(old, record);
    placements.push(...news.map((placement) => ({ ...placement, institutionId: id })));
    const merged = mergePlacements(old?.placements ?? [], news, record.kind);
    const change = { id, ...difference(old?.periods ?? [], periodsOf(record, merged, units)) };
    if (news.length > 0 && old) changed.add(id);
    if (change.outdated.length > 0 || change.added.length > 0) {
      periods.push(change);
      changed.add(id);
    }
  }
  await insertRows(em, InstitutionCode, codes);
  await writePlacements(database, placements);
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

/** Where the institution was and will be, from its first day to its last. */
function periodsOf(record: InstitutionRecord, placements: readonly Placement[], units: UnitIndex) {
  return plannedPeriods(whileOpen(placements, record.openedOn), record.closedOn, units);
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

/** Adds the code if the institution does not have it yet, and ends the one that it replaces. */
async function newCode(
  em: EntityManager,
  institution: number,
  code: CodeRecord,
  stored: StoredInstitution | undefined,
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

/** Only the placements that are new, because repeated ones add nothing to the history. */
function newPlacements(
  stored: StoredInstitution | undefined,
  { placements, kind }: InstitutionRecord,
): Placement[] {
  return placements.flatMap(({ unitId, from }) => {
    const recorded = stored?.placements.find((placement) => placement.from === from);
    const then = stored?.periods.find((period) => inSpan(period, from ?? BEFORE_RECORDS));
    const known = recorded ? recorded.unitId === unitId : then?.settled && then.unitId === unitId;
    return known ? [] : [{ unitId, from, kind }];
  });
}

/** A new placement replaces the old one of the same day. */
function mergePlacements(
  old: readonly Placement[],
  news: readonly Placement[],
  kind: InstitutionKind,
): Placement[] {
  const merged = new Map([...old, ...news].map((placement) => [placement.from, placement]));
  return [...merged.values()].map((placement) => ({ ...placement, kind }));
}

async function writePlacements(
  database: Database,
  placements: readonly (Placement & { institutionId: number })[],
): Promise<void> {
  if (placements.length === 0) return;
  await sql`
    insert into institution_placement (institution_id, unit_id, valid_from)
    select * from unnest(
      ${placements.map(({ institutionId }) => institutionId)}::int[],
      ${placements.map(({ unitId }) => unitId)}::int[],
      ${placements.map(({ from }) => from)}::date[])
    on conflict (institution_id, valid_from) do update set unit_id = excluded.unit_id`.execute(
    database,
  );
}
