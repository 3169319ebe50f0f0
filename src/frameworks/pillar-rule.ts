import { isPillar } from '../indicators/indicator.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import type { FrameworkFile, Requirement } from './framework-file.js';

/** A pillar that is completed by a percentage of one section, and criteria that have to be met. */
export interface PillarRule {
  pillar: Pillar;
  percent: number;
  /** What each criterion that has to be met must reach; null for what meets it by itself. */
  least: ReadonlyMap<string, number | null>;
}

/** The rules of pillars that have this form, by the code of their section. */
export function pillarRules({ indicators }: FrameworkFile): Map<string, PillarRule> {
  return new Map(
    indicators.flatMap(({ indicator, completedWhen }) => {
      const found = isPillar(indicator) ? ruleOf(completedWhen) : null;
      return found && isPillar(indicator)
        ? [[found.section, { pillar: indicator, ...found }] as const]
        : [];
    }),
  );
}

/** The rule of a pillar; null when a framework does not complete it by a percentage of one section. */
export function pillarRule(file: FrameworkFile, pillar: string): PillarRule | null {
  const rules = [...pillarRules(file).values()];
  return rules.find((rule) => rule.pillar === pillar) ?? null;
}

function ruleOf(requirement: Requirement) {
  const parts = 'all' in requirement ? requirement.all : [requirement];
  const sections = parts.flatMap((part) =>
    'section' in part && 'percent' in part ? [[part.section, part.percent] as const] : [],
  );
  const least = parts.flatMap((part) =>
    'criterion' in part ? [[part.criterion, part.atLeast ?? null] as const] : [],
  );
  const [only] = sections;
  if (!only || sections.length > 1 || least.length + 1 < parts.length) return null;
  const [section, percent] = only;
  return { section, percent, least: new Map(least) };
}
