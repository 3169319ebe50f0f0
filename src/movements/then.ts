import { askedOf } from '../counts/observe.js';
import { wholeState } from '../counts/whole-state.js';
import type { LineSubject } from '../progress/report.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import { groupOf, type InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Side } from './reason.js';

/** An institution in the indicator of a line on one of the dates. */
export interface InstitutionThen {
  counted: boolean;
  kind: InstitutionKind | null;
  applies: boolean;
  stage: PillarStage | null;
  points: number | null;
  maxPoints: number | null;
  unitId: number | null;
  roundId: number | null;
  updateId: number | null;
}

export function thenOf(
  { group, indicator }: LineSubject,
  { observed, inside }: Side,
): InstitutionThen {
  const { period } = observed;
  const { applies, reported, completed } = wholeState(observed, indicator);
  const results = reported
    ? askedOf(observed, indicator).flatMap(
        (code) => observed.states.get(code)?.reported?.result ?? [],
      )
    : [];
  const begun = results.some(({ stage }) => stage !== 'NOT_STARTED');
  // Points of several frameworks have no common measure.
  const [own] = indicator.parts === null ? results : [];
  return {
    counted: inside && period !== null && groupOf(period.kind) === group,
    kind: period?.kind ?? null,
    applies,
    stage: reported ? (completed ? 'COMPLETED' : begun ? 'IN_PROGRESS' : 'NOT_STARTED') : null,
    points: own?.points ?? null,
    maxPoints: own?.maxPoints ?? null,
    unitId: period?.unitId ?? null,
    roundId: reported?.roundId ?? null,
    updateId: reported?.updateId ?? null,
  };
}
