import { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { FrameworkFile } from './framework-file.js';
import { scoreFramework } from './framework-score.js';

const KINDS = Object.values(InstitutionKind).sort();

/** The kinds of institution that a framework asks anything. */
export function kindsAsked({ criteria, kinds }: FrameworkFile): InstitutionKind[] {
  return KINDS.filter((kind) => criteria.some((each) => (each.kinds ?? kinds).includes(kind)));
}

/** For each indicator that a framework decides, the kinds for which it does. */
export function decidedBy(file: FrameworkFile): Record<string, InstitutionKind[]> {
  const decided = kindsAsked(file).flatMap((kind) =>
    scoreFramework(file, kind, new Map()).indicators.map(({ indicator }) => ({ indicator, kind })),
  );
  const byIndicator = Map.groupBy(decided, ({ indicator }) => indicator);
  return Object.fromEntries(
    [...byIndicator].map(([indicator, found]) => [indicator, found.map(({ kind }) => kind)]),
  );
}
