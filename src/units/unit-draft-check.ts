import type { LocalDate } from '../shared/dates.js';
import { TIERS, type Draft, type Span, type Stored } from './unit-draft.js';

/** Later than every date of a file. */
const LAST: LocalDate = '9999-12-31';

/**
 * Finds the recorded units that the rows of a file describe and the units above them, and notes in the rows what is
 * wrong with them together.
 */
export function checkDrafts(drafts: readonly Draft[], stored: readonly Stored[]): void {
  matchStored(drafts, stored);
  refuseOverlaps(drafts, stored);
  findParents(drafts, stored);
  refuseOrphans(drafts, stored);
}

const identity = (unit: { kind: string; code: string; validFrom: LocalDate | null }) =>
  `${unit.kind} ${unit.code} ${unit.validFrom ?? ''}`;

function matchStored(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const byIdentity = new Map(stored.map((unit) => [identity(unit), unit]));
  for (const draft of drafts) draft.stored = byIdentity.get(identity(draft)) ?? null;
}

/** A kind and code may name only one unit on any date. */
function refuseOverlaps(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const kept = stored.filter((unit) => !described.has(unit));
  const namesakes = Map.groupBy([...kept, ...drafts], (unit) => `${unit.kind} ${unit.code}`);
  for (const group of namesakes.values()) {
    const ordered = group.sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
    ordered.slice(1).forEach((unit, index) => {
      const previous = ordered[index]!;
      if (previous.validTo !== null && unit.validFrom !== null && previous.validTo < unit.validFrom)
        return;
      const [refused, other] = 'row' in unit ? [unit, previous] : [previous as Draft, unit];
      const where = 'row' in other ? `row ${other.row.number}` : 'a recorded unit';
      refused.row.refuse('code', `names “${other.name}” (${where}) on some of the same days`);
    });
  }
}

function findParents(drafts: readonly Draft[], stored: readonly Stored[]): void {
  const described = new Set(drafts.map((draft) => draft.stored));
  const candidates = Map.groupBy(
    [...stored.filter((unit) => !described.has(unit)), ...drafts],
    (unit) => unit.code,
  );
  for (const draft of drafts) {
    if (draft.parentCode === null) continue;
    const tier = TIERS.indexOf(draft.kind);
    const parents = (candidates.get(draft.parentCode) ?? []).filter(
      (unit) => TIERS.indexOf(unit.kind) < tier && covers(unit, draft),
    );
    draft.parent = parents[0] ?? null;
    if (parents.length === 0)
      draft.row.refuse(
        'parent_code',
        'names no unit of a higher tier that exists all the days from valid_from to valid_to',
      );
    if (parents.length > 1) draft.row.refuse('parent_code', 'names several units of higher tiers');
    const recordedParent =
      draft.parent && ('row' in draft.parent ? draft.parent.stored : draft.parent);
    if (
      draft.stored &&
      parents.length === 1 &&
      draft.stored.parentId !== (recordedParent?.id ?? null)
    )
      draft.row.refuse(
        'parent_code',
        'a recorded unit cannot move to another one; end it with valid_to and record its next span as a row of its own',
      );
  }
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
    if (orphan)
      draft.row.refuse(
        'valid_to',
        `“${orphan.name}” (${orphan.code}) under it would outlive it; end the units under it in the same file`,
      );
  }
}

function covers(outer: Span, inner: Span): boolean {
  return (
    (outer.validFrom === null ||
      (inner.validFrom !== null && outer.validFrom <= inner.validFrom)) &&
    (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo))
  );
}
