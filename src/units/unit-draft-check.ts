import type { LocalDate } from '../shared/dates.js';
import { paired, required } from '../shared/required.js';
import {
  keepsParent,
  namesakesKey,
  TIERS,
  type Draft,
  type Span,
  type Stored,
} from './unit-draft.js';
import {
  outlivedBy,
  PARENT_STAYS,
  PARENT_UNKNOWN,
  parentEndsBefore,
  sameDays,
  SEVERAL_PARENTS,
} from './unit-problems.js';

/** Later than every date of a file. */
const LAST: LocalDate = '9999-12-31';

/**
 * Finds the units above those that the rows of a file describe, and notes in the rows what is wrong
 * with them together.
 */
export function checkDrafts(drafts: readonly Draft[], stored: readonly Stored[]): void {
  refuseOverlaps(drafts, stored);
  findParents(drafts, stored);
  refuseOrphans(drafts, stored);
}

/** A kind and code may name only one unit on any date. */
function refuseOverlaps(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const kept = stored.filter((unit) => !described.has(unit));
  const namesakes = Map.groupBy([...kept, ...drafts], namesakesKey);
  for (const group of namesakes.values()) {
    const ordered = group.sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
    for (const [previous, unit] of paired(ordered.slice(0, -1), ordered.slice(1))) {
      if (previous.validTo !== null && unit.validFrom !== null && previous.validTo < unit.validFrom)
        continue;
      const [refused, other] = 'row' in unit ? [unit, previous] : [previous as Draft, unit];
      const where = 'row' in other ? other.row.number : null;
      refused.row.refuse('code', sameDays(other.name, where));
    }
  }
}

function findParents(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const candidates = Map.groupBy(
    [...stored.filter((unit) => !described.has(unit)), ...drafts],
    (unit) => unit.code,
  );
  const byId = new Map([...candidates.values()].flat().map((unit) => [recordedOf(unit)?.id, unit]));
  for (const draft of drafts) {
    if (draft.stored && keepsParent(draft)) keepParent(draft, draft.stored, byId);
    else if (draft.parentCode !== null)
      draft.parent = namedParent(draft, candidates.get(draft.parentCode) ?? []);
  }
}

const recordedOf = (unit: Draft | Stored) => ('row' in unit ? unit.stored : unit);

function keepParent(
  draft: Draft,
  { parentId }: Stored,
  byId: ReadonlyMap<number | undefined, Draft | Stored>,
): void {
  if (parentId === null) return;
  draft.parent = required(byId, parentId);
  if (!covers(draft.parent, draft))
    draft.row.refuse('valid_to', parentEndsBefore(draft.parent.name));
}

function namedParent(draft: Draft, namesakes: readonly (Draft | Stored)[]): Draft | Stored | null {
  const tier = TIERS.indexOf(draft.kind);
  const parents = namesakes.filter(
    (unit) => TIERS.indexOf(unit.kind) < tier && covers(unit, draft),
  );
  const [parent] = parents;
  if (!parent) draft.row.refuse('parent_code', PARENT_UNKNOWN);
  if (parents.length > 1) draft.row.refuse('parent_code', SEVERAL_PARENTS);
  const moves =
    draft.stored && parent && draft.stored.parentId !== (recordedOf(parent)?.id ?? null);
  if (moves && parents.length === 1) draft.row.refuse('parent_code', PARENT_STAYS);
  return parent ?? null;
}

/** A unit cannot end before the units under it; those of the file were checked already. */
function refuseOrphans(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const children = Map.groupBy(
    stored.filter((unit) => !described.has(unit)),
    (unit) => unit.parentId,
  );
  for (const draft of drafts) {
    const orphan = (draft.stored && children.get(draft.stored.id))?.find(
      (child) => draft.validTo !== null && (child.validTo ?? LAST) > draft.validTo,
    );
    if (orphan) draft.row.refuse('valid_to', outlivedBy(orphan));
  }
}

function covers(outer: Span, inner: Span): boolean {
  return (
    (outer.validFrom === null ||
      (inner.validFrom !== null && outer.validFrom <= inner.validFrom)) &&
    (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo))
  );
}
