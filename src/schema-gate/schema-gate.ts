import type { LocalDate } from '../shared/dates.js';
import { REMOVALS, type SchemaChange } from './schema-changes.js';
import { readDeprecation } from './schema-deprecation.js';

/** An intended breaking change with its reason: one line, `SENTENCE # reason`. */
export interface AllowedChange {
  change: string;
  reason: string;
}

export interface GateResult {
  /** Breaking changes that are neither announced nor allowed, each with its problem. */
  refused: { change: string; why: string }[];
  dangerous: string[];
  unused: string[];
}

/**
 * Compares the changes since the last release with what clients were promised. A deprecated part
 * may be removed from its date on; every other breaking change must be allowed.
 * @param today the day of the judgement.
 */
export function judge(
  changes: readonly SchemaChange[],
  allowed: readonly AllowedChange[],
  today: LocalDate,
): GateResult {
  const refusals = changes.flatMap((change) => {
    const why = whyRefused(change, today);
    return why === null ? [] : [{ change: change.sentence, why }];
  });
  const needed = new Set(refusals.map(({ change }) => change));
  const excused = new Set(allowed.map(({ change }) => change));
  return {
    refused: refusals.filter(({ change }) => !excused.has(change)),
    dangerous: changes.filter(({ level }) => level === 'DANGEROUS').map(({ sentence }) => sentence),
    unused: [...excused].filter((change) => !needed.has(change)),
  };
}

/** Why a change is refused; null when it is not. */
function whyRefused({ level, kind, deprecated }: SchemaChange, today: LocalDate): string | null {
  if (level !== 'BREAKING') return null;
  if (kind === 'DEPRECATION_CHANGED') return 'the earlier promise was a later date';
  if (!REMOVALS.has(kind)) return 'documents that use it fail';
  if (deprecated === null) return 'it was not deprecated before it was removed';
  const until = readDeprecation(deprecated)?.until;
  if (until === undefined) return 'it was deprecated without a date';
  return today < until ? `it is removed before its date, ${until}` : null;
}

/**
 * Reads the list of allowed breaking changes; empty lines and lines that begin with # are ignored.
 * @throws Error naming a line without a reason.
 */
export function parseAllowedChanges(text: string): AllowedChange[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [change = '', reason = ''] = line.split(' # ').map((part) => part.trim());
    if (reason === '')
      throw new Error(`line ${index + 1} gives no reason; write “CHANGE # reason”`);
    return [{ change, reason }];
  });
}
