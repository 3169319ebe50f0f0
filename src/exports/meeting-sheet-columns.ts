import type { BreakdownRow } from '../breakdowns/breakdown.js';
import type { ProgressLineRow, TargetStandingRow } from '../progress/progress-line.js';
import { NOTHING, pointsText, roundedPart, written } from '../shared/rounded.js';
import { sayer } from '../shared/said.js';
import { isUnknown, nextTarget } from '../shared/told-lines.js';
import type { SheetColumn } from './document-parts.js';
import type { MeetingSheet } from './meeting-sheet.js';
import { SHEET_WORDS } from './meeting-sheet.words.js';

/** A unit below with its place, and its figures. */
export function partColumns(
  sheet: MeetingSheet,
  chosen: ProgressLineRow,
): SheetColumn<BreakdownRow>[] {
  const say = sayer(SHEET_WORDS, sheet.saidIn.language);
  return [
    {
      header: say('rank'),
      share: 6,
      numeric: true,
      show: ({ rank }) => (rank === null ? NOTHING : String(rank)),
    },
    { header: say('unit'), share: 24, show: ({ unit }) => unit?.name ?? NOTHING },
    ...figureColumns(sheet, [chosen]).map(({ show, ...column }) => ({
      ...column,
      show: ({ line }: BreakdownRow) => show(line),
    })),
  ];
}

/** The figures of a line, and how far it is to the target that is due next. */
export function figureColumns(
  { saidIn: { language, asOf } }: MeetingSheet,
  lines: readonly ProgressLineRow[],
): SheetColumn<ProgressLineRow>[] {
  const say = sayer(SHEET_WORDS, language);
  const count = (value: number) => written(value, 0, language);
  const share = (value: number | null) =>
    value === null ? NOTHING : roundedPart(value, 100, 1, language, 1);
  const year = lines.flatMap((line) => nextTarget(line, asOf)?.target.year ?? []).at(0);
  const against = (line: ProgressLineRow) =>
    line.targets.find(({ target }) => target.year === year);
  const numeric = true;
  const short = ({ gapPoints }: TargetStandingRow) =>
    gapPoints === null ? say('unknown') : gapPoints > 0 ? pointsText(gapPoints, language) : '0';
  return [
    {
      ...{ header: say('percent'), share: 12, numeric },
      show: (line) => (isUnknown(line) ? say('unknown') : share(line.percent)),
    },
    { header: say('at-most'), share: 11, numeric, show: (line) => share(line.upperPercent) },
    { header: say('completed'), share: 11, numeric, show: ({ completed }) => count(completed) },
    { header: say('institutions'), share: 10, numeric, show: (line) => count(line.institutions) },
    { header: say('missing'), share: 10, numeric, show: (line) => count(line.notReported) },
    ...(year === undefined
      ? []
      : [
          {
            ...{ header: say('target', { year }), share: 11, numeric },
            show: (line: ProgressLineRow) => {
              const percent = against(line)?.target.percent;
              return percent === undefined ? NOTHING : written(percent, 2, language);
            },
          },
          {
            ...{ header: say('gap'), share: 11, numeric },
            show: (line: ProgressLineRow) => {
              const standing = against(line);
              return standing ? short(standing) : NOTHING;
            },
          },
          {
            ...{ header: say('to-go'), share: 11, numeric },
            show: (line: ProgressLineRow) => {
              const standing = against(line);
              return standing ? count(standing.institutionsToGo) : NOTHING;
            },
          },
        ]),
  ];
}
