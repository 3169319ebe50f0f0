import { sum, type Step } from '../counts/count.js';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { paired, required } from '../shared/required.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { settleByRecorded } from './code-holder.queries.js';
import { recordCodes, type CodeChange } from './code.service.js';
import { undatedAttributes, type Fact } from './facts.js';
import { factsDifference, writeFacts, type FactsChange } from './institution-fact.service.js';
import { Institution } from './institution.entity.js';
import {
  claimOf,
  loadStored,
  type InstitutionRecord,
  type StoredInstitution,
} from './institution-record.queries.js';
import { plannedPeriods, type PlannedPeriod } from './periods.js';
import { difference, writePeriods, type PeriodChange } from './relocation.service.js';
import { stated, type FactChange } from './statement.js';

/** What becomes of a code, and of others by it. */
type PlannedCode = Omit<CodeChange, 'institutionId'>;

/** An institution as a record leaves it. */
export interface PlannedInstitution {
  code: string;
  codes: readonly PlannedCode[];
  /** Null when the record is about a new institution. */
  stored: StoredInstitution | null;
  facts: Fact[];
  /** Whether the record changes facts. */
  changed: boolean;
  periods: PlannedPeriod[];
}

/**
 * Creates the institutions, or adds what the records say of those that already have the code. What
 * they leave out stays. Call it inside `publish`.
 * @throws Error for codes that cannot be so; an import refuses such rows before.
 */
export async function recordInstitutions(
  em: EntityManager,
  records: readonly InstitutionRecord[],
  knownAt: Date,
): Promise<void> {
  const database = databaseOf(em);
  const units = await UnitIndex.load(database);
  const settlements = await settleByRecorded(database, records.map(claimOf));
  const settled = settlements.map((settlement) => {
    if ('problem' in settlement) throw new Error(settlement.problem.text.en);
    return settlement;
  });
  const stored = await loadStored(
    database,
    settled.map(({ institutionId }) => institutionId).filter((id) => id > 0),
  );
  const planned = paired(records, settled).map(([record, each]) =>
    plan(record, [{ ...each, code: record.code }], stored.get(each.institutionId), units),
  );
  const writer = new InstitutionWriter(em, knownAt);
  await writer.write(planned.map(([each]) => each));
  await writer.end();
}

/** @returns the institution, and the changes of each statement. */
export function plan(
  { code, statements }: InstitutionRecord,
  codes: readonly PlannedCode[],
  stored: StoredInstitution | undefined,
  units: UnitIndex,
): [PlannedInstitution, FactChange[][]] {
  let facts: Fact[] = stored?.facts ?? [];
  const changes = statements.map((statement) => {
    const next = stated(facts, statement, units);
    facts = next.facts;
    return next.changes;
  });
  const changed = changes.some((told) => told.length > 0);
  const periods = plannedPeriods(facts, units);
  return [{ code: code.code, codes, stored: stored ?? null, facts, changed, periods }, changes];
}

/**
 * Writes institutions, some at a time, inside the `publish` in which they were planned. What concerns
 * all of them together is written at the end.
 */
export class InstitutionWriter {
  readonly #codes: CodeChange[] = [];
  #before: Step[] = [];
  #after: Step[] = [];

  constructor(
    readonly em: EntityManager,
    readonly knownAt: Date,
  ) {}

  /** @returns their row ids. */
  async write(planned: readonly PlannedInstitution[]): Promise<number[]> {
    const { em, knownAt } = this;
    const database = databaseOf(em);
    const known = planned.flatMap(({ stored }) => stored?.id ?? []);
    this.#before = sum([...this.#before, ...(await stepsOfInstitutions(database, known))]);
    const created = planned.filter(({ stored }) => !stored);
    const createdIds = await insertRowsForIds(em, Institution, created.map(columnsOf));
    const newIds = new Map(paired(created, createdIds));

    const facts: FactsChange[] = [];
    const periods: PeriodChange[] = [];
    const ids: number[] = [];
    for (const each of planned) {
      const { stored } = each;
      const id = stored?.id ?? required(newIds, each);
      this.#codes.push(...each.codes.map((code) => ({ ...code, institutionId: id })));
      if (stored && each.changed)
        await em.nativeUpdate(Institution, { id }, undatedAttributes(each.facts));
      facts.push({ id, ...factsDifference(stored?.facts ?? [], each.facts) });
      periods.push({ id, ...difference(stored?.periods ?? [], each.periods) });
      ids.push(id);
    }
    await writeFacts(em, facts, knownAt);
    await writePeriods(em, periods, knownAt);
    this.#after = sum([...this.#after, ...(await stepsOfInstitutions(database, ids))]);
    return ids;
  }

  /** Codes go from one institution to another, so they are written together; so are the counts. */
  async end(): Promise<void> {
    await recordCodes(this.em, this.#codes, this.knownAt);
    await moveCounts(this.em, this.#before, this.#after);
  }
}

function columnsOf({ code, facts }: PlannedInstitution) {
  return { ...undatedAttributes(facts), code };
}
