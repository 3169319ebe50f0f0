import { loadProgress } from '../progress/progress.queries.js';
import type { ProgressWarningRow } from '../progress/warnings.js';
import type { Context } from '../request/context.js';
import { unitsUnder } from '../units/unit.queries.js';
import type { End } from './crossing.js';
import type { ChangeRow } from './change.queries.js';
import { warningsOfBoth, warningsOn } from './change-warnings.js';

/** What to consider when reading a change: what the reports of its two ends would warn of. */
export async function warningsOfChange(
  context: Context,
  change: ChangeRow,
): Promise<ProgressWarningRow[]> {
  const { before, after } = change.ends;
  const [first, second] = await Promise.all([of(before), of(after)]);
  return warningsOfBoth(first, second);

  async function of({ date, knownAt }: Pick<End, 'date' | 'knownAt'>) {
    const { basis, counted: indicators, filter } = change;
    const parts = { standings: false, rounds: false, warnings: true };
    const inputs = await Promise.all(
      (await unitsOn(context, change, date)).map((unitId) =>
        loadProgress(context, { unitId, asOf: date, knownAt, basis, indicators, parts }),
      ),
    );
    return { date, warnings: warningsOn(inputs, date, filter) };
  }
}

/** The unit, or the provinces that make the country: today's, where figures are restated on their borders. */
async function unitsOn(
  { database, today }: Context,
  { unit, basis }: ChangeRow,
  date: End['date'],
): Promise<number[]> {
  if (unit) return [unit.id];
  const on = basis === 'CURRENT_UNITS' ? today : date;
  const provinces = await unitsUnder(database, { under: null, kind: 'PROVINCE', on });
  return provinces.map(({ id }) => id);
}
