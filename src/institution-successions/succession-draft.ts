import type { CodeHolder, CodeLookup } from '../institutions/code-lookup.js';
import type { Reason, Row } from '../shared/csv.js';
import { firstOf } from '../shared/required.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import {
  InstitutionSuccessionKind,
  SUCCESSION_KIND_LABELS,
  successionKey,
} from './institution-succession-kind.js';
import type { InstitutionSuccessionRow } from './institution-succession.queries.js';

export const SUCCESSION_COLUMNS = {
  required: ['predecessor_code', 'successor_code', 'effective_on', 'kind'],
  optional: ['predecessor_system', 'successor_system', 'legal_document'],
} as const;

export const SUCCESSION_COLUMN_HELP: Record<string, string> = {
  predecessor_code:
    'a code that the institution had on the day before effective_on, or the last one before it',
  successor_code: 'a code that the institution has on effective_on',
  effective_on: 'the first day on which the successor has what it took over',
  kind: 'MERGED: the predecessor ended, and all or a part of it came to the successor; SPLIT: the successor was formed of a part of the predecessor',
  predecessor_system: 'the system of predecessor_code; needed only where several systems have it',
  successor_system: 'the system of successor_code; needed only where several systems have it',
  legal_document: 'the decision; empty when none is known',
};

/** A succession as a row of a file describes it; what the file leaves out is as it is recorded. */
export interface Draft {
  row: Row;
  predecessor: CodeHolder;
  successor: CodeHolder;
  kind: InstitutionSuccessionKind;
  effectiveOn: LocalDate;
  legalDocument: string | null;
  stored: InstitutionSuccessionRow | null;
}

/** Null when the row is refused. */
export function readDraft(
  row: Row,
  lookup: CodeLookup,
  recorded: ReadonlyMap<string, InstitutionSuccessionRow>,
): Draft | null {
  const kind = row.oneOf('kind', InstitutionSuccessionKind, SUCCESSION_KIND_LABELS);
  const effectiveOn = row.requiredDate('effective_on');
  const day = effectiveOn === '' ? null : effectiveOn;
  const find = (side: 'predecessor' | 'successor', on: LocalDate | null): CodeHolder | null => {
    const code = row.required(`${side}_code`);
    if (code === '' || on === null) return null;
    const found = lookup.find(
      row.optional(`${side}_system`),
      code,
      on,
      side === 'predecessor' ? 'LAST_UNTIL' : 'ON',
    );
    if ('problem' in found) row.refuse(`${side}_code`, found.problem);
    return 'problem' in found ? null : found;
  };
  const predecessor = find('predecessor', day && addDays(day, -1));
  const successor = find('successor', day);
  if (!predecessor || !successor) return null;
  if (predecessor.institutionId === successor.institutionId) {
    row.refuse('successor_code', ITSELF);
    return null;
  }
  const ids = {
    predecessorId: predecessor.institutionId,
    successorId: successor.institutionId,
    kind,
  };
  const stored = recorded.get(successionKey(ids)) ?? null;
  const legalDocument =
    stored && !row.says('legal_document') ? stored.legalDocument : row.optional('legal_document');
  return { row, predecessor, successor, kind, effectiveOn, legalDocument, stored };
}

function keyOf({ predecessor, successor, kind }: Draft): string {
  return successionKey({
    predecessorId: predecessor.institutionId,
    successorId: successor.institutionId,
    kind,
  });
}

/** The same succession in several rows would be recorded by chance by one of them. */
export function refuseTwins(drafts: readonly Draft[]): void {
  for (const same of Map.groupBy(drafts, keyOf).values())
    for (const { row } of same.slice(1)) row.refuse('successor_code', standsIn(firstOf(same).row));
}

/** The predecessors of mergers that have not ended when they should have. */
export function openAfterMerger(drafts: readonly Draft[]): string[] {
  return drafts.flatMap(({ row, kind, predecessor, effectiveOn }) => {
    const { name, system, code, closedOn } = predecessor;
    const lastDay = addDays(effectiveOn, -1);
    if (kind !== 'MERGED' || (closedOn !== null && closedOn <= lastDay)) return [];
    const state = closedOn === null ? 'is still open' : `closes only on ${closedOn}`;
    return [
      `row ${row.number}: “${name}” (${system} ${code}) was merged on ${effectiveOn} but ${state}, and is counted until then; import its closed_on, ${lastDay} if it was open to the end`,
    ];
  });
}

const ITSELF: Reason = {
  code: 'SUCCESSION_OF_ITSELF',
  text: {
    vi: 'là mã của chính cơ sở ở predecessor_code; hãy ghi mã của cơ sở kia',
    en: 'is a code of the institution in predecessor_code itself; write that of the other one',
  },
};

function standsIn(row: Row): Reason {
  return {
    code: 'SUCCESSION_TWICE',
    text: {
      vi: `dòng ${row.number} đã ghi kế thừa này; hãy giữ một dòng`,
      en: `row ${row.number} has this succession already; keep one of them`,
    },
  };
}
