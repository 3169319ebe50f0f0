import { isUnknown } from '../../../src/shared/told-lines';
import type { Column } from '../components/column';
import {
  reportedPercent,
  targetOf,
  targetYears,
  type Line,
  type TargetStanding,
} from '../overview/line';
import { useOverviewWords } from '../overview/overview.words';
import { day, number, percent, pointsOf, targetPercent } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useCompareWords } from './compare.words';
import type { ComparedLine } from './compared';

/** A column whose cells are words, which are copied as they are shown. */
interface TextColumn extends Column<ComparedLine> {
  told: (row: ComparedLine) => string;
}

type Words = Pick<TextColumn, 'key' | 'header' | 'told'> & Partial<TextColumn>;

const textColumn = ({ told, ...rest }: Words): TextColumn => ({ ...rest, told, show: told });

/** The columns of the table: what is compared, and its figures. */
export function useCompareColumns(byDays: boolean, all: readonly ComparedLine[]): TextColumn[] {
  const words = useCompareWords();
  const overview = useOverviewWords();
  const subjects = useSubjectColumns(byDays);
  const targets = useTargetColumns(all);
  const figure = (
    key: 'percent' | 'at-most' | 'completed' | 'coverage' | 'missing',
    told: (line: Line) => string,
    value: (line: Line) => number | null,
  ) =>
    textColumn({
      key,
      header: overview(key),
      numeric: true,
      under: key !== 'percent',
      told: ({ line }) => (line ? told(line) : words('no-figures')),
      value: ({ line }) => (line ? value(line) : null),
    });
  return [
    ...subjects,
    figure(
      'percent',
      (line) => (isUnknown(line) ? overview('unknown-figure') : percent(line.percent)),
      reportedPercent,
    ),
    figure(
      'at-most',
      ({ upperPercent }) => percent(upperPercent),
      ({ upperPercent }) => upperPercent ?? null,
    ),
    figure(
      'completed',
      (line) =>
        words(isUnknown(line) ? 'unknown-of' : 'of-figures', {
          completed: number(line.completed),
          institutions: number(line.institutions),
        }),
      (line) => (isUnknown(line) ? null : line.completed),
    ),
    figure(
      'coverage',
      ({ coveragePercent }) => percent(coveragePercent),
      ({ coveragePercent }) => coveragePercent ?? null,
    ),
    figure(
      'missing',
      ({ notReported }) => number(notReported),
      ({ notReported }) => notReported,
    ),
    ...targets,
  ];
}

/** What is compared comes first. */
function useSubjectColumns(byDays: boolean): TextColumn[] {
  const words = useCompareWords();
  const overview = useOverviewWords();
  const date = textColumn({
    key: 'on',
    header: overview('on'),
    under: !byDays,
    told: ({ on, report }) => day(report?.asOf ?? on),
    value: ({ on, report }) => report?.asOf ?? on,
  });
  const unit = textColumn({
    key: 'unit',
    header: words('unit'),
    under: byDays,
    told: ({ unit: { name } }) => name,
    value: ({ unit: { name } }) => name,
  });
  return byDays ? [date, unit] : [unit, date];
}

/** A column for each year that anybody has a target for. */
function useTargetColumns(all: readonly ComparedLine[]): TextColumn[] {
  const say = useSharedWords();
  const words = useCompareWords();
  const overview = useOverviewWords();
  const told = ({ target, standing, gapPoints, institutionsToGo }: TargetStanding) =>
    words(gapPoints != null && gapPoints > 0 ? 'target-gap' : 'target-told', {
      percent: targetPercent(target.percent),
      standing: say(standing),
      gap: overview('gap', {
        gap: pointsOf(gapPoints),
        institutions: number(institutionsToGo),
      }),
    });
  return targetYears(all.flatMap(({ line }) => line ?? [])).map((year) =>
    textColumn({
      key: `target ${year}`,
      header: overview('target', { year }),
      under: true,
      told: ({ line }) => {
        const standing = line && targetOf(line, year);
        if (!line) return words('no-figures');
        return standing ? told(standing) : overview('no-target');
      },
      value: ({ line }) => (line && targetOf(line, year)?.gapPoints) ?? null,
    }),
  );
}
