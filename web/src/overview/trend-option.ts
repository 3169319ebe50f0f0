import type { EChartsCoreOption } from 'echarts/core';
import { day, percent } from '../shared/format';
import { FIGURE } from '../shared/theme';
import { reportedPercent, targetOf, targetYears, type Line } from './line';

/** A line on one date of the series. */
export interface Dated {
  asOf: string;
  line: Line;
}

/** The percentage over the years, how high it could be, and the straight path to each target. */
export function trendOption(
  series: readonly Dated[],
  words: { completed: string; atMost: string; path: (year: number) => string },
): EChartsCoreOption {
  const points = (value: (line: Line) => number | null | undefined) =>
    series.map(({ asOf, line }) => [momentOf(asOf), value(line) ?? null]);
  const colours = [FIGURE.target2025, FIGURE.target2030];
  return {
    animation: false,
    // Days have no time zone: each is shown as itself, wherever the browser is.
    useUTC: true,
    grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { label: { formatter: ({ value }: { value: number }) => dayOf(value) } },
      valueFormatter: (value: unknown) => percent(typeof value === 'number' ? value : null),
    },
    xAxis: {
      type: 'time',
      axisLabel: { formatter: '{yyyy}', hideOverlap: true, color: '#33454a' },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { formatter: '{value}%', color: '#33454a' },
    },
    series: [
      {
        type: 'line',
        name: words.atMost,
        data: points(({ upperPercent }) => upperPercent),
        symbol: 'emptyCircle',
        lineStyle: { type: 'dotted', color: FIGURE.missing },
        itemStyle: { color: FIGURE.missing },
      },
      {
        type: 'line',
        name: words.completed,
        data: points(reportedPercent),
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 3, color: FIGURE.completed },
        itemStyle: { color: FIGURE.completed },
      },
      ...targetYears(series.map(({ line }) => line)).map((year, index) => ({
        type: 'line',
        name: words.path(year),
        data: pathTo(year, series),
        symbol: 'diamond',
        symbolSize: 6,
        lineStyle: { type: 'dashed', color: colours[index % colours.length] },
        itemStyle: { color: colours[index % colours.length] },
      })),
    ],
  };
}

/** Where the path is on each date, as the graph tells, and the target at its end. */
function pathTo(year: number, series: readonly Dated[]) {
  const standings = series.flatMap(({ asOf, line }) => {
    const standing = targetOf(line, year);
    return standing ? [{ asOf, standing }] : [];
  });
  const { target } = standings.at(-1)!.standing;
  return [
    ...standings.map(({ asOf, standing }) => [momentOf(asOf), standing.expectedPercent ?? null]),
    [momentOf(target.dueOn), target.percent],
  ];
}

const momentOf = (asOf: string): number => Date.parse(`${asOf}T00:00:00Z`);

const dayOf = (value: number): string => day(new Date(value).toISOString().slice(0, 10));
