import { sum } from '../counts/count.js';
import { loadFacts } from '../counts/facts.queries.js';
import { observe } from '../counts/observe.js';
import { assumptionsRefused } from '../graphql/assumptions-refused.js';
import type { Context } from '../request/context.js';
import { loadUnit } from '../units/unit.queries.js';
import {
  assumedCells,
  assumedOf,
  checkAssumptions,
  type AssumedInstitution,
  type StatedAssumption,
} from './assume.js';
import type { ProgressInputs } from './progress.queries.js';

/**
 * The inputs of a report with assumptions. The given inputs stay unchanged, because other parts of
 * the answer may be real.
 * @throws RequestError ASSUMPTION_REFUSED with all reasons in `problems`.
 */
export async function assume(
  context: Context,
  inputs: ProgressInputs,
  stated: readonly StatedAssumption[],
): Promise<ProgressInputs> {
  if (stated.length === 0) return inputs;
  context.hypothetical = true;
  const ids = [...new Set(stated.flatMap(({ institutionId }) => institutionId ?? []))];
  const found = await Promise.all(ids.map((id) => findInstitution(context, inputs, id)));
  const institutions = new Map(found.flatMap((each) => (each ? [[each.facts.id, each]] : [])));
  const { indicators } = inputs.rules;
  const { assumptions, problems } = checkAssumptions(stated, institutions, indicators);
  if (problems.length > 0) throw assumptionsRefused(problems, context.language);
  const difference = assumedCells(institutions.values(), assumedOf(assumptions), indicators);
  const counts = sum([...inputs.counts, ...difference.map((cell) => ({ ...cell, unitId: 0 }))]);
  return { ...inputs, counts, assumptions };
}

async function findInstitution(
  context: Context,
  { request, unitIds, rules }: ProgressInputs,
  id: number,
): Promise<AssumedInstitution | null> {
  const facts = await loadFacts(context, id);
  if (!facts) return null;
  const observed = observe(facts, rules, request.asOf, request.knownAt);
  const unitId = observed.period?.unitId ?? null;
  const unit = unitId === null ? null : await loadUnit(context, unitId);
  return { facts, observed, inside: unit?.path.some((above) => unitIds.includes(above)) ?? false };
}
