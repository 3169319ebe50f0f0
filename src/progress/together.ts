import { firstOf } from '../shared/required.js';
import type { ProgressInputs } from './progress.queries.js';

/** Several units as one; targets are of units, so they have none together unless they are one. */
export function together(inputs: readonly ProgressInputs[]): ProgressInputs {
  const first = firstOf(inputs);
  if (inputs.length === 1) return first;
  const rounds = new Map(inputs.flatMap((each) => each.rounds.map((round) => [round.id, round])));
  return {
    ...first,
    unitIds: [...new Set(inputs.flatMap(({ unitIds }) => unitIds))],
    counts: inputs.flatMap(({ counts }) => counts),
    history: [],
    rounds: [...rounds.values()],
    countedRounds: new Map(inputs.flatMap(({ countedRounds }) => [...countedRounds])),
    targets: [],
    // What came to one of several units in part is in another of them.
    partPredecessors: [],
    unsettled: inputs.reduce((total, { unsettled }) => total + unsettled, 0),
  };
}
