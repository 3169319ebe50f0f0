import type {
  ComparedReportFragment,
  ComparedUnitFragment,
  CompareDaysQuery,
  CompareUnitsQuery,
} from '../generated/graphql';
import { MOST_COMPARED } from '../overview/compare-address';
import { codeOf, tellingLines, type Line } from '../overview/line';

/** A unit on a date, with its report; null where the unit was not there on that date. */
export interface Compared {
  key: string;
  unit: ComparedUnitFragment;
  /** Null is the latest. */
  on: string | null;
  report: ComparedReportFragment | null;
}

/** The same, with the line that is compared; without it nobody is counted. */
export interface ComparedLine extends Compared {
  line: Line | undefined;
}

export const ofUnits = ({ nodes }: CompareUnitsQuery, on: string | null): Compared[] =>
  nodes.flatMap((unit) =>
    unit?.__typename === 'AdministrativeUnit'
      ? [{ key: unit.id, unit, on, report: unit.progress ?? null }]
      : [],
  );

/** @param days those that were asked for; without any, the newest of what there is. */
export function ofDays({ node }: CompareDaysQuery, days: readonly string[]): Compared[] {
  if (node?.__typename !== 'AdministrativeUnit') return [];
  return node.progressSeries
    .map((report, index) => {
      const on = report?.asOf ?? days[index] ?? '';
      return { key: on, unit: node, on, report: report ?? null };
    })
    .slice(-MOST_COMPARED);
}

/** The lines that any of them has, each once: where it counts somebody, if anywhere. */
export function linesOf(all: readonly Compared[]): readonly Line[] {
  const known = new Map<string, Line>();
  for (const line of all.flatMap(({ report }) => report?.lines ?? [])) {
    const key = `${line.group} ${codeOf(line)}`;
    if (!known.get(key)?.institutions) known.set(key, line);
  }
  return tellingLines([...known.values()]);
}

/** @param chosen undefined where nobody has a line: then each says why. */
export const withLine = (all: readonly Compared[], chosen: Line | undefined): ComparedLine[] =>
  all.map((each) => ({
    ...each,
    line: each.report?.lines.find(
      (line) =>
        chosen !== undefined &&
        line.group === chosen.group &&
        codeOf(line) === codeOf(chosen) &&
        line.institutions > 0,
    ),
  }));
