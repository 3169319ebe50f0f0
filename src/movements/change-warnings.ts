import type { ProgressInputs } from '../progress/progress.queries.js';
import { linesOf, type LineFilter } from '../progress/report.js';
import { together } from '../progress/together.js';
import { warningsOf, type ProgressWarningRow } from '../progress/warnings.js';
import type { LocalDate } from '../shared/dates.js';

/** What a report of units together would warn of on one date; nothing is said of targets and trends. */
export function warningsOn(
  inputs: readonly ProgressInputs[],
  date: LocalDate,
  filter: LineFilter,
): ProgressWarningRow[] {
  if (inputs.length === 0) return [];
  const whole = { ...together(inputs), history: [], targets: [] };
  return warningsOf(whole, date, linesOf(whole, date, filter));
}

interface Dated {
  date: LocalDate;
  warnings: readonly ProgressWarningRow[];
}

/** The warnings of both ends of a change: what holds for one of them alone says for which. */
export function warningsOfBoth(before: Dated, after: Dated): ProgressWarningRow[] {
  const isIn = ({ warnings }: Dated, warning: ProgressWarningRow) =>
    warnings.some((other) => isSame(other, warning));
  return [
    ...before.warnings.map((each) =>
      isIn(after, each) ? each : of(each, { vi: 'Trước', en: 'Before' }, before.date),
    ),
    ...after.warnings
      .filter((each) => !isIn(before, each))
      .map((each) => of(each, { vi: 'Sau', en: 'After' }, after.date)),
  ];
}

function isSame(one: ProgressWarningRow, other: ProgressWarningRow): boolean {
  const told = ({ code, group, institutions, units, text }: ProgressWarningRow) =>
    JSON.stringify([code, group, institutions, units.map(({ id }) => id), text]);
  return told(one) === told(other);
}

function of(
  warning: ProgressWarningRow,
  end: ProgressWarningRow['text'],
  date: LocalDate,
): ProgressWarningRow {
  const { vi, en } = warning.text;
  return {
    ...warning,
    text: { vi: `${end.vi} (${date}): ${vi}`, en: `${end.en} (${date}): ${en}` },
  };
}
