import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import type { ProgressLineRow } from '../progress/progress-line.js';
import { STANDING_METHOD } from '../progress/standing.js';
import { required } from '../shared/required.js';
import { sayer, writtenDay } from '../shared/said.js';
import { groupsIn, linesIn } from '../shared/told-lines.js';
import { nobodyText } from '../shared/verdict.js';
import { standingOf, verdictOf } from '../verdicts/sentence.js';
import { isIllustrative, sourceText } from '../verdicts/source.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { GROUP_LABELS } from '../vocabulary/labels.js';
import { heading, item, PAGE, paragraph, table, type SheetColumn } from './document-parts.js';
import { chartOf, drawn } from './meeting-sheet-chart.js';
import { figureColumns, partColumns } from './meeting-sheet-columns.js';
import type { MeetingSheet } from './meeting-sheet.js';
import { SHEET_WORDS } from './meeting-sheet.words.js';

/** A meeting sheet as a document of Word, on A4. */
export function documentOf(sheet: MeetingSheet): Promise<Buffer> {
  const { unit, saidIn } = sheet;
  const { language } = saidIn;
  const say = sayer(SHEET_WORDS, language);
  const name = [unit, ...sheet.above].map((each) => each.name).join(', ');
  const { width, height, margin } = PAGE;
  const mark = isIllustrative(sheet.report) ? [markOf(say('illustrative'))] : [];
  return Packer.toBuffer(
    new Document({
      title: `${say('title')}: ${name}`,
      description: sourceOf(sheet),
      creator: sheet.publisher ?? 'edu-dx-hub',
      styles: {
        default: {
          document: {
            run: {
              font: 'Times New Roman',
              size: 26,
              language: { value: language === 'en' ? 'en-GB' : 'vi-VN' },
            },
            paragraph: { spacing: { after: 120 } },
          },
          heading1: { run: { size: 32, bold: true }, paragraph: { spacing: { after: 60 } } },
          heading2: {
            run: { size: 26, bold: true },
            paragraph: { spacing: { before: 240, after: 80 } },
          },
        },
      },
      sections: [
        {
          properties: {
            page: {
              size: { width, height },
              margin: { top: margin, bottom: margin, left: margin, right: margin },
            },
          },
          headers: { default: new Header({ children: [...mark, paragraph('')] }) },
          footers: { default: footerOf(sheet) },
          children: [
            heading(say('title'), 1),
            paragraph(name, { alignment: AlignmentType.LEFT, spacing: { after: 0 } }),
            paragraph(say('as-of', { day: writtenDay(saidIn.asOf, language) })),
            ...mark,
            ...verdictPart(sheet),
            ...chosenPart(sheet),
            ...linesPart(sheet),
            ...notesPart(sheet),
          ],
        },
      ],
    }),
  );
}

function markOf(text: string): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 8, color: 'C92A2A', space: 2 };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: line, bottom: line, left: line, right: line },
    children: [new TextRun({ text, bold: true, size: 22, color: 'C92A2A' })],
  });
}

function verdictPart({ judged, saidIn }: MeetingSheet): FileChild[] {
  const say = sayer(SHEET_WORDS, saidIn.language);
  if (judged.length === 0)
    return [heading(say('verdict'), 2), paragraph(nobodyText(saidIn.asOf, saidIn.language))];
  const told = judged.flatMap((line) => [
    new Paragraph({
      keepNext: true,
      spacing: { after: 20 },
      children: [new TextRun({ text: standingOf(line, saidIn), bold: true })],
    }),
    paragraph(verdictOf(line, saidIn), { keepLines: true }),
  ]);
  return [heading(say('verdict'), 2), ...told];
}

/** The chosen line: as a chart, and of the units below as a table. */
function chosenPart(sheet: MeetingSheet): FileChild[] {
  const { chosen, parts, saidIn } = sheet;
  if (!chosen || chosen.percent === null) return [];
  const { language, names, asOf } = saidIn;
  const say = sayer(SHEET_WORDS, language);
  const about = {
    group: GROUP_LABELS[chosen.group][language],
    what: required(names, chosen.indicator.code),
    day: writtenDay(asOf, language),
  };
  const chart = chartOf(
    { ...sheet, chosen },
    {
      title: say('chart-of', about),
      completed: say('series-completed'),
      atMost: say('series-most'),
      target: say('series-target'),
      targetOf: (year) => say('target-of', { year }),
    },
  );
  const few = drawn(parts).length;
  const first = say('chart-first', { count: few, total: parts.length });
  const below = [heading(say('parts', about), 2), table(partColumns(sheet, chosen), parts)];
  return [
    heading(say('chart'), 2),
    chart,
    ...(few < parts.length ? [paragraph(first)] : []),
    ...(parts.length > 0 ? below : []),
  ];
}

/** The lines of each group that there are institutions of. */
function linesPart(sheet: MeetingSheet): FileChild[] {
  const { language, names } = sheet.saidIn;
  const say = sayer(SHEET_WORDS, language);
  return groupsIn(sheet.lines, Object.values(InstitutionGroup)).flatMap((group) => {
    const lines = linesIn(sheet.lines, group);
    const columns: SheetColumn<ProgressLineRow>[] = [
      {
        header: say('indicator'),
        share: 30,
        show: ({ indicator }) => required(names, indicator.code),
      },
      ...figureColumns(sheet, lines),
    ];
    return [heading(GROUP_LABELS[group][language], 2), table(columns, lines)];
  });
}

function notesPart(sheet: MeetingSheet): FileChild[] {
  const { report, saidIn } = sheet;
  const say = sayer(SHEET_WORDS, saidIn.language);
  return [
    heading(say('notes'), 2),
    item(say('not-zero')),
    ...report.warnings.map(({ text }) => item(text[saidIn.language])),
    item(say(report.basis)),
    item(say('method', STANDING_METHOD)),
    paragraph(sourceOf(sheet), { spacing: { before: 160 } }),
  ];
}

const sourceOf = (sheet: MeetingSheet): string => sourceText(sheet, sheet.saidIn.language);

function footerOf(sheet: MeetingSheet): Footer {
  const say = sayer(SHEET_WORDS, sheet.saidIn.language);
  const [before = '', after = ''] = say('page').split('{{of}}');
  const page = [before, PageNumber.CURRENT, after, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${sourceOf(sheet)} `, size: 18 }),
          new TextRun({ children: page, size: 18 }),
        ],
      }),
    ],
  });
}
