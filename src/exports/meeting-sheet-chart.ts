import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { BreakdownRow } from '../breakdowns/breakdown.js';
import type { ProgressLineRow } from '../progress/progress-line.js';
import { isUnknown, nextTarget } from '../shared/told-lines.js';
import type { MeetingSheet } from './meeting-sheet.js';

/** How many of the units below a chart has room for on a page. */
const MOST_BARS = 25;

/** In pixels. */
const WIDTH = 640;
const BAR = 20;
const AROUND = 120;

/** What a chart says. */
export interface ChartWords {
  title: string;
  completed: string;
  atMost: string;
  target: string;
  /** The bar of the target. */
  targetOf: (year: number) => string;
}

interface Bar {
  name: string;
  completed: number | null;
  atMost: number | null;
  target: number | null;
}

const barOf = (name: string, line: ProgressLineRow): Bar => ({
  name,
  // Where nobody has reported, no bar is drawn: it would be read as zero.
  completed: isUnknown(line) ? null : line.percent,
  atMost: line.upperPercent,
  target: null,
});

/**
 * The unit, its target and the units below as bars from 0 to 100%: as far as is completed, and behind it as far as it
 * could be. It is a chart of Word itself, whose numbers can be opened there.
 */
export function chartOf(
  { unit, chosen, parts, saidIn: { asOf } }: MeetingSheet & { chosen: ProgressLineRow },
  words: ChartWords,
): Paragraph {
  const next = nextTarget(chosen, asOf);
  const bars: Bar[] = [
    barOf(unit.name, chosen),
    ...(next
      ? [
          {
            ...{ completed: null, atMost: null },
            name: words.targetOf(next.target.year),
            target: next.target.percent,
          },
        ]
      : []),
    ...drawn(parts).map(({ unit: below, line }) => barOf(below?.name ?? '', line)),
  ];
  return new Paragraph({
    keepLines: true,
    children: [
      new ChartRun({
        type: 'bar',
        title: { text: words.title, font: { size: 10, bold: true } },
        categories: bars.map(({ name }) => name),
        // The later one is drawn over the earlier one.
        series: [
          { name: words.atMost, values: bars.map(({ atMost }) => atMost), color: 'CED4DA' },
          {
            name: words.completed,
            values: bars.map(({ completed }) => completed),
            color: '1864AB',
          },
          ...(next
            ? [{ name: words.target, values: bars.map(({ target }) => target), color: 'E8590C' }]
            : []),
        ],
        overlap: 100,
        gapWidth: 40,
        categoryAxis: { reverseOrder: true },
        valueAxis: { minimum: 0, maximum: 100, interval: 25, numberFormat: '0' },
        transformation: { width: WIDTH, height: AROUND + bars.length * BAR },
        altText: { name: words.title, description: words.title },
      }),
    ],
  });
}

/** The units below that the chart has bars of. */
export const drawn = (parts: readonly BreakdownRow[]): readonly BreakdownRow[] =>
  parts.slice(0, MOST_BARS);
