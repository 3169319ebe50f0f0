import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';

/** In twentieths of a point: A4, upright, with margins of two centimetres. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1134 } as const;
const ROOM = PAGE.width - 2 * PAGE.margin;

/** In half points. */
const TABLE_SIZE = 19;

/** A column of a table: its heading, its share of the width, and whether numbers stand in it. */
export interface SheetColumn<Row> {
  header: string;
  share: number;
  numeric?: boolean;
  show: (row: Row) => string;
}

export const heading = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({
    text,
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
  });

export const paragraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun({ text })] });

/** A paragraph of an item of a list. */
export const item = (text: string): Paragraph => paragraph(text, { bullet: { level: 0 } });

/**
 * A table with a heading that is repeated on each page, whose rows are not divided between two. Numbers stand at the
 * right, so that their places are below each other.
 */
export function table<Row>(columns: readonly SheetColumn<Row>[], rows: readonly Row[]): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((share / all) * ROOM));
  const cell = (text: string, index: number, isHeading: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: isHeading ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(isHeading && { shading: { type: ShadingType.CLEAR, fill: 'E9ECEF' } }),
      children: [
        new Paragraph({
          alignment: columns[index]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { before: 30, after: 30 },
          children: [new TextRun({ text, bold: isHeading, size: TABLE_SIZE })],
        }),
      ],
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: '868E96' };
  return new Table({
    width: { size: ROOM, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 60, right: 60 },
    borders: {
      ...{ top: line, bottom: line, left: line, right: line },
      ...{ insideHorizontal: line, insideVertical: line },
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ header }, index) => cell(header, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ show }, index) => cell(show(row), index, false)),
          }),
      ),
    ],
  });
}
