import type { EChartsCoreOption } from 'echarts/core';
import { NOTHING, percent, targetPercent } from '../shared/format';
import { FIGURE } from '../shared/theme';
import { reportedPercent, targetOf, targetYears, type Line } from './line';

/** How high one bar with its room is at least, in pixels. */
const ROOM = 46;

/** How high a line of a name is, and how many letters it has room for, in pixels. */
const LINE = { height: 14, letters: 16 };

/** The colours of the marks of targets, by year. */
export const TARGET_COLOURS = [FIGURE.target2025, FIGURE.target2030];

/** A bar of the chart. */
interface Bar {
  label: string;
  line: Line;
}

/** How high the chart is: each bar has the room that the longest name needs. */
export function bulletHeight(bars: readonly Bar[]): number {
  const lines = bars.map(({ label }) => Math.ceil(label.length / LINE.letters));
  return bars.length * Math.max(ROOM, ...lines.map((count) => (count + 1) * LINE.height)) + 40;
}

/**
 * Bars from 0 to 100 %: dark as far as is completed, light as far as is reported, hatched beyond, because
 * nothing is known there; and a mark where each target is. Where there are no institutions there is no bar.
 */
export function bulletOption(
  bars: readonly Bar[],
  words: { completed: string; reported: string; missing: string; target: (year: number) => string },
): EChartsCoreOption {
  const lines = bars.map(({ line }) => line);
  const counted = (value: (line: Line) => number | null | undefined) =>
    lines.map((line) => (line.percent == null ? null : value(line)));
  const layer = { type: 'bar', barWidth: 20, barGap: '-100%', silent: false } as const;
  const colours = TARGET_COLOURS;
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 22, bottom: 4, containLabel: true },
    tooltip: { trigger: 'item', confine: true },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: {
        // On a phone there is room for three.
        formatter: (value: number) => (value % 50 === 0 ? `${value}%` : ''),
        color: '#33454a',
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLabel: {
        width: 104,
        overflow: 'break',
        color: '#18282c',
        fontSize: 12,
        lineHeight: LINE.height,
      },
    },
    series: [
      {
        ...layer,
        name: words.missing,
        data: counted(() => 100),
        z: 1,
        tooltip: { show: false },
        itemStyle: {
          color: '#fff',
          borderColor: FIGURE.missing,
          borderWidth: 1,
          decal: {
            symbol: 'rect',
            color: FIGURE.missing,
            dashArrayX: [1, 0],
            dashArrayY: [1.5, 5],
            rotation: -Math.PI / 4,
          },
        },
      },
      {
        ...layer,
        name: words.reported,
        data: counted(({ coveragePercent }) => coveragePercent),
        z: 2,
        itemStyle: { color: FIGURE.reported },
        tooltip: { valueFormatter: (value: number) => percent(value) },
      },
      {
        ...layer,
        name: words.completed,
        data: counted(reportedPercent),
        z: 3,
        itemStyle: { color: FIGURE.completed },
        tooltip: { valueFormatter: (value: number) => percent(value) },
      },
      ...targetYears(lines).map((year, index) => ({
        // Marks without a line between them.
        type: 'line',
        lineStyle: { opacity: 0 },
        name: words.target(year),
        data: lines.map((line, row) => [targetOf(line, year)?.target.percent ?? null, row]),
        z: 4,
        symbol: 'rect',
        symbolSize: [4, 30],
        itemStyle: { color: colours[index % colours.length] },
        label: {
          show: bars.length <= 6,
          formatter: `${year}`,
          position: 'top',
          distance: 1,
          fontSize: 11,
          color: colours[index % colours.length],
        },
        tooltip: {
          valueFormatter: (value: unknown) =>
            Array.isArray(value) ? targetPercent(value[0] as number) : NOTHING,
        },
      })),
    ],
  };
}
