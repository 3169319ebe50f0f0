import type { RequiredEntityData } from '@mikro-orm/core';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { addDays } from '../shared/dates.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { undatedAttributes, type Fact } from './facts.js';
import { factsDifference, writeFacts, type FactsChange } from './institution-fact.service.js';
import { InstitutionCode, type InstitutionCodeEntity } from './institution-code.entity.js';
import { Institution } from './institution.entity.js';
import {
  codeKey,
  findByCodes,
  loadStored,
  type CodeRecord,
  type InstitutionRecord,
  type NamedCode,
  type StoredInstitution,
} from './institution-record.queries.js';
import { plannedPeriods, type PlannedPeriod } from './periods.js';
import { difference, writePeriods, type PeriodChange } from './relocation.service.js';
import { stated, type FactChange } from './statement.js';

/** An institution as a record leaves it. */
export interface PlannedInstitution {
  record: InstitutionRecord;
  /** Null when the record is about a new institution. */
  stored: StoredInstitution | null;
  facts: Fact[];
  /** The changes of each statement. */
  changes: FactChange[][];
  periods: PlannedPeriod[];
}

export interface WrittenInstitution {
  id: number;
  planned: PlannedInstitution;
  /** Whether it did not have the code before. */
  newCode: boolean;
}

/**
 * Creates the institutions, or adds what the records say of those that already have the code. What
 * they leave out stays. Call it inside `publish`.
 */
export async function recordInstitutions(
  em: EntityManager,
  records: readonly InstitutionRecord[],
  knownAt: Date,
): Promise<void> {
  const database = databaseOf(em);
  const units = await UnitIndex.load(database);
  const stored = await storedByCode(database, records);
  const planned = records.map((record) => plan(record, stored.get(codeKey(record.code)), units));
  await writePlanned(em, planned, knownAt);
}

/** What is stored of the institutions in records, by code key. */
export async function storedByCode(
  database: Database,
  records: readonly NamedCode[],
): Promise<Map<string, StoredInstitution>> {
  const ids = await findByCodes(database, records);
  const stored = await loadStored(database, [...new Set(ids.values())]);
  return new Map([...ids].map(([key, id]) => [key, stored.get(id)!]));
}

export function plan(
  record: InstitutionRecord,
  stored: StoredInstitution | undefined,
  units: UnitIndex,
): PlannedInstitution {
  let facts: Fact[] = stored?.facts ?? [];
  const changes = record.statements.map((statement) => {
    const next = stated(facts, statement, units);
    facts = next.facts;
    return next.changes;
  });
  const periods = plannedPeriods(facts, units);
  return { record, stored: stored ?? null, facts, changes, periods };
}

/** Call it inside `publish`, in which the institutions were planned. */
export async function writePlanned(
  em: EntityManager,
  planned: readonly PlannedInstitution[],
  knownAt: Date,
): Promise<WrittenInstitution[]> {
  const database = databaseOf(em);
  const known = planned.flatMap(({ stored }) => stored?.id ?? []);
  const before = await stepsOfInstitutions(database, known);
  const created = planned.filter(({ stored }) => !stored);
  const createdIds = await insertRowsForIds(em, Institution, created.map(columnsOf));
  const newIds = new Map(created.map((each, index) => [each, createdIds[index]!]));

  const codes: RequiredEntityData<InstitutionCodeEntity>[] = [];
  const facts: FactsChange[] = [];
  const periods: PeriodChange[] = [];
  const written: WrittenInstitution[] = [];
  for (const each of planned) {
    const { record, stored } = each;
    const id = stored?.id ?? newIds.get(each)!;
    const code = await newCode(em, id, record.code, stored);
    if (code) codes.push(code);
    if (stored && each.changes.flat().length > 0)
      await em.nativeUpdate(Institution, { id }, undatedAttributes(each.facts));
    facts.push({ id, ...factsDifference(stored?.facts ?? [], each.facts) });
    periods.push({ id, ...difference(stored?.periods ?? [], each.periods) });
    written.push({ id, planned: each, newCode: code !== null });
  }
  await insertRows(em, InstitutionCode, codes);
  await writeFacts(em, facts, knownAt);
  await writePeriods(em, periods, knownAt);
  const after = await stepsOfInstitutions(database, [...known, ...createdIds]);
  await moveCounts(em, before, after);
  return written;
}

function columnsOf({ record, facts }: PlannedInstitution) {
  return { ...undatedAttributes(facts), code: record.code.code };
}

/** Adds the code if the institution does not have it yet, and ends the one that it replaces. */
async function newCode(
  em: EntityManager,
  institution: number,
  code: CodeRecord,
  stored: StoredInstitution | null,
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
