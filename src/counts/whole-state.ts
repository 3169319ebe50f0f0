import type { CountedIndicator } from '../indicators/indicator.js';
import { askedOf, type Observed, type Pending } from './observe.js';
import type { RevisionFact } from './facts.js';
import { comparePrecedence } from './revisions.js';

/** An institution in an indicator, whether frameworks decide it or it is made of others. */
export interface WholeState {
  /** Whether it or one of its parts applies. */
  applies: boolean;
  /** Of the approved revisions that decide its parts the oldest; null unless all say something. */
  reported: RevisionFact | null;
  completed: boolean;
  /** The newest that decides a part that is not reported; null when it is reported. */
  pending: Pending | null;
}

/** The state in an indicator, of which each part is taken from its own deciding revision. */
export function wholeState(observed: Observed, indicator: CountedIndicator): WholeState {
  const asked = askedOf(observed, indicator).flatMap((code) => observed.states.get(code) ?? []);
  const known = asked.flatMap(({ reported }) => reported ?? []);
  const all = asked.length > 0 && known.length === asked.length;
  const missing = asked.flatMap(({ reported, pending }) => (!reported && pending) || []);
  return {
    applies: asked.length > 0,
    reported: all
      ? (known
          .map(({ revision }) => revision)
          .sort(comparePrecedence)
          .at(-1) ?? null)
      : null,
    completed: all && known.every(({ result }) => result.stage === 'COMPLETED'),
    pending: missing.sort((a, b) => comparePrecedence(a.revision, b.revision))[0] ?? null,
  };
}
