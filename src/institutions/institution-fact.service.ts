import { insertRows } from '../database/insert-rows.js';
import type { EntityManager } from '../database/orm.js';
import type { Fact } from './facts.js';
import { InstitutionFact } from './institution-fact.entity.js';
import type { StoredFact } from './institution-record.queries.js';

/** What changes in the facts of one institution. */
export interface FactsChange {
  /** The institution. */
  id: number;
  /** Row ids of facts that no longer hold. */
  outdated: readonly number[];
  added: readonly Fact[];
}

/** The facts to supersede and to add; those that stay are the same objects. */
export function factsDifference(
  stored: readonly StoredFact[],
  planned: readonly Fact[],
): Omit<FactsChange, 'id'> {
  const kept = new Set(planned);
  const present = new Set<Fact>(stored);
  return {
    outdated: stored.filter((fact) => !kept.has(fact)).map(({ id }) => id),
    added: planned.filter((fact) => !present.has(fact)),
  };
}

/** Superseded facts stay: an undone import records again what it superseded. */
export async function writeFacts(
  em: EntityManager,
  changes: readonly FactsChange[],
  knownAt: Date,
): Promise<void> {
  const outdated = changes.flatMap((change) => change.outdated);
  if (outdated.length > 0)
    await em.nativeUpdate(InstitutionFact, { id: { $in: outdated } }, { supersededAt: knownAt });
  await insertRows(em, InstitutionFact, rowsOf(changes, knownAt));
}

/** One after the other, because thousands of institutions have seven times as many. */
function* rowsOf(changes: readonly FactsChange[], knownAt: Date) {
  for (const { id, added } of changes)
    for (const { attribute, value, from } of added)
      yield {
        institution: id,
        attribute,
        value: attribute === 'PLACE' ? null : value,
        unit: attribute === 'PLACE' ? Number(value) : null,
        validFrom: from,
        recordedAt: knownAt,
        supersededAt: null,
      };
}
