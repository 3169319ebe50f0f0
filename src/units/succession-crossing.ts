import type { Text } from '../shared/text.js';
import { crossingOf, crossingText, type Takeover } from './crossing.js';
import type { Draft, Stored } from './succession-draft.js';
import type { UnitIndex } from './unit-index.queries.js';

/**
 * Refuses the rows by which a successor comes to lie outside of what took over a unit above its
 * predecessor: the row of the commune or, when that is recorded already, the row of the unit above.
 * What crossed before was accepted then.
 * @param accept whether they are taken all the same.
 * @returns what was accepted.
 */
export function refuseCrossings(
  drafts: readonly Draft[],
  stored: readonly Stored[],
  units: UnitIndex,
  accept: boolean,
): Text[] {
  const fresh = drafts.filter(
    (draft): draft is Draft & Takeover =>
      draft.stored === null && draft.predecessor !== null && draft.successor !== null,
  );
  const unitOf = (id: number) => units.unit(id);
  const before = (id: number) => units.successors(id).map(({ successorId }) => successorId);
  const freshOf = Map.groupBy(fresh, ({ predecessor }) => predecessor.id);
  const after = (id: number) => [
    ...before(id),
    ...(freshOf.get(id) ?? []).map(({ successor }) => successor.id),
  ];
  const accepted: Text[] = [];
  const tell = (takeover: Takeover, rowOf: (aboveId: number) => Draft | undefined) => {
    const crossing = crossingOf(takeover, unitOf, after);
    const row = crossing && rowOf(crossing.above.id)?.row;
    if (!row) return;
    const text = crossingText(crossing, unitOf);
    if (accept || row.isTaken) accepted.push(text);
    else row.refuse('successor_code', { code: 'SUCCESSION_CROSSES', text: asQuestion(text) });
  };
  for (const draft of fresh) tell(draft, () => draft);
  for (const { predecessorId, successorId, effectiveOn } of stored) {
    const takeover = {
      ...{ predecessor: unitOf(predecessorId), successor: unitOf(successorId), effectiveOn },
    };
    if (!crossingOf(takeover, unitOf, before)) tell(takeover, (id) => freshOf.get(id)?.[0]);
  }
  return accepted;
}

function asQuestion({ vi, en }: Text): Text {
  return {
    vi: `vượt ranh giới cấp trên: ${vi}. Hãy sửa dòng này; nếu đúng như vậy, hãy nhập lại với --accept-crossing`,
    en: `crosses a border of a higher tier: ${en}. Correct the row; if it is so, import it again with --accept-crossing`,
  };
}
