import { required } from '../shared/required.js';
import type { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { Edition } from './edition.js';
import type { FoundInput, Inputs } from './score.js';

/**
 * A count that is assumed, or an institution that is assumed to have completed all four pillars.
 */
export type Assumption = { input: string; value: number } | { institutionId: number };

export interface IndexInstitution {
  id: number;
  group: InstitutionGroup;
  completed: boolean;
}

/** The inputs as if the assumptions were true; later assumptions win over earlier ones. */
export function assume(
  edition: Edition,
  leaves: Inputs,
  institutions: readonly IndexInstitution[],
  assumptions: readonly Assumption[],
): Inputs {
  const assumed = new Map(leaves);
  const completing = new Set<number>();
  for (const assumption of assumptions)
    if ('input' in assumption) assumed.set(assumption.input, counted(assumption.value));
    else completing.add(assumption.institutionId);
  for (const { id, group, completed } of institutions) {
    if (completed || !completing.has(id)) continue;
    for (const [name, input] of Object.entries(edition.inputs))
      if (input.from === 'PROGRESS' && input.count === 'COMPLETED' && input.group === group)
        assumed.set(name, oneMore(required(assumed, name)));
  }
  return assumed;
}

function counted(value: number): FoundInput {
  return { state: 'COUNTED', value, contributions: [{ value, from: { assumed: true } }] };
}

/** An institution that has completed counts as a report, even if there was none. */
function oneMore({ value, contributions }: FoundInput): FoundInput {
  return {
    state: 'COUNTED',
    value: value + 1,
    contributions: [...contributions, { value: 1, from: { assumed: true } }],
  };
}
