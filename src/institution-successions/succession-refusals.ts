import type { Reason } from '../shared/csv.js';
import type { InstitutionSuccessionRow } from './institution-succession.queries.js';
import type { Draft } from './succession-draft.js';
import {
  contradictionsIn,
  isLongClosed,
  type Contradiction,
  type Succession,
} from './succession-order.js';

/** A succession as it will be recorded; without a draft it is recorded already. */
interface Ordered extends Succession {
  draft: Draft | null;
}

/**
 * Refuses rows that contradict each other, or what is recorded besides them. Each contradiction is told
 * once, of the last row that has a part in it.
 */
export function refuseContradictions(
  drafts: readonly Draft[],
  recorded: Iterable<InstitutionSuccessionRow>,
): void {
  const corrected = new Set(drafts.flatMap(({ stored }) => stored?.id ?? []));
  const kept = [...recorded].filter(({ id }) => !corrected.has(id));
  const all = [
    ...kept.map((each): Ordered => ({ ...each, draft: null })),
    ...drafts.map(orderedOf),
  ];
  for (const contradiction of contradictionsIn(all)) {
    const { gives, takes, between } = contradiction;
    const last = [gives, takes, ...between]
      .flatMap(({ draft }) => draft ?? [])
      .reduce<Draft | null>(
        (latest, draft) => (latest && latest.row.number > draft.row.number ? latest : draft),
        null,
      );
    last?.row.refuse('effective_on', contradicted(contradiction, last));
  }
}

function orderedOf(draft: Draft): Ordered {
  const { predecessor, successor, kind, effectiveOn } = draft;
  return {
    predecessorId: predecessor.institutionId,
    successorId: successor.institutionId,
    ...{ kind, effectiveOn, draft },
  };
}

/** Refuses rows of which the predecessor had long been closed: the code or the day is that of another. */
export function refuseLongClosed(drafts: readonly Draft[]): void {
  for (const { row, predecessor, effectiveOn } of drafts)
    if (isLongClosed(predecessor.closedOn, effectiveOn))
      row.refuse('predecessor_code', longClosed(predecessor));
}

function longClosed({ name, closedOn }: Draft['predecessor']): Reason {
  return {
    code: 'PREDECESSOR_LONG_CLOSED',
    text: {
      vi: `là mã của “${name}”, đã đóng ngày ${closedOn}, hơn một năm trước ngày kế thừa; hãy sửa mã, ngày kế thừa, hoặc ngày đóng của cơ sở`,
      en: `is a code of “${name}”, which closed on ${closedOn}, more than a year before it was taken over; correct the code, the day, or the closing of the institution`,
    },
  };
}

function contradicted(
  { kind, institutionId, gives, takes }: Contradiction<Ordered>,
  told: Draft,
): Reason {
  const name = nameOf(institutionId, gives, takes);
  const [given, taken] = [placeOf(gives, told), placeOf(takes, told)];
  return {
    code: 'SUCCESSION_CONTRADICTED',
    text:
      kind === 'ENDED'
        ? {
            vi: `không thể đúng: ${name.vi} đã sáp nhập vào cơ sở khác ngày ${gives.effectiveOn}${given.vi} mà còn nhận từ cơ sở khác ngày ${takes.effectiveOn}${taken.vi}; hãy sửa một trong hai`,
            en: `cannot be so: ${name.en} was merged into another institution on ${gives.effectiveOn}${given.en} and would still take over from one on ${takes.effectiveOn}${taken.en}; correct one of the two`,
          }
        : {
            vi: `không thể đúng: ${name.vi} được tách ra ngày ${takes.effectiveOn}${taken.vi} từ cơ sở mà chính nó đã tách ra, trực tiếp hoặc qua cơ sở khác, ngày ${gives.effectiveOn}${given.vi}; hãy sửa một trong hai`,
            en: `cannot be so: ${name.en} would be split off on ${takes.effectiveOn}${taken.en} from what came from it, over others or not, on ${gives.effectiveOn}${given.en}; correct one of the two`,
          },
  };
}

function nameOf(institutionId: number, gives: Ordered, takes: Ordered) {
  const holder = gives.draft?.predecessor ?? takes.draft?.successor;
  if (holder?.institutionId !== institutionId)
    return { vi: 'một cơ sở đã ghi nhận', en: 'an institution that is recorded' };
  return { vi: `“${holder.name}”`, en: `“${holder.name}”` };
}

/** Where else a succession stands than in the row of which it is told. */
function placeOf({ draft }: Ordered, told: Draft) {
  if (draft === told) return { vi: '', en: '' };
  return draft
    ? { vi: ` (dòng ${draft.row.number})`, en: ` (row ${draft.row.number})` }
    : { vi: ' (đã ghi nhận)', en: ' (recorded)' };
}
