import { insertRows } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { Indicator } from './indicator.entity.js';
import { indicatorsOf, type IndicatorRow } from './indicator.queries.js';

/**
 * Records the indicators that the hub does not have yet; those that it has stay as they are. Call it
 * in the change by which frameworks decide them (see `changeRules`), so that they are counted.
 */
export async function recordIndicators(
  em: EntityManager,
  indicators: readonly IndicatorRow[],
): Promise<void> {
  const known = new Set((await indicatorsOf(databaseOf(em))).map(({ code }) => code));
  const added = indicators.filter(({ code }) => !known.has(code));
  await insertRows(
    em,
    Indicator,
    added.map(({ kinds, parts, ...rest }) => ({
      ...rest,
      kinds: kinds && [...kinds],
      parts: parts && [...parts],
    })),
  );
}
