import { isNameIn } from '../shared/enumeration.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import type { InstitutionGroup, InstitutionKind } from '../vocabulary/institution.enums.js';

export const PILLARS = Object.values(Pillar);

/** The indicators that every hub has: each pillar, and the four together. */
export const COMMON_INDICATORS = [...PILLARS, 'ALL_FOUR'] as const;
export type CommonIndicator = (typeof COMMON_INDICATORS)[number];

export interface IndicatorDefinition {
  code: string;
  /** Null for both groups. */
  group: InstitutionGroup | null;
  /** Null for all kinds. */
  kinds: readonly InstitutionKind[] | null;
  /** The indicators of which it is made; null when frameworks decide it. */
  parts: readonly string[] | null;
}

/** An indicator as it is counted. */
export interface CountedIndicator extends IndicatorDefinition {
  /** What frameworks decide of it: itself, or the parts of its parts. */
  decided: readonly string[];
}

export function isCommonIndicator(code: string): code is CommonIndicator {
  return code === 'ALL_FOUR' || isPillar(code);
}

export function isPillar(code: string): code is Pillar {
  return isNameIn(Pillar, code);
}

export function countedIndicators(definitions: readonly IndicatorDefinition[]): CountedIndicator[] {
  const partsOf = new Map(definitions.map(({ code, parts }) => [code, parts]));
  const decided = (code: string): readonly string[] =>
    partsOf.get(code)?.flatMap((part) => decided(part)) ?? [code];
  return definitions.map((each) => ({ ...each, decided: [...new Set(decided(each.code))] }));
}
