import { countedIndicators, PILLARS, type IndicatorDefinition } from './indicator.js';

/** An indicator of one's own, for tests, of both groups and all kinds unless it says otherwise. */
export const definition = (
  code: string,
  changes: Partial<IndicatorDefinition> = {},
): IndicatorDefinition => ({ code, group: null, kinds: null, parts: null, ...changes });

/** The indicators that every hub has, as its database holds them, and others beside them. */
export const indicatorsWith = (...own: IndicatorDefinition[]) =>
  countedIndicators([
    ...PILLARS.map((pillar) => definition(pillar)),
    definition('ALL_FOUR', { parts: PILLARS }),
    ...own,
  ]);
