import { isOn, type Book } from './book.js';
import type { Container } from './container.js';
import { readPart, unescaped } from './xml.js';

/** What a cell says, as it was entered and not as it is shown. */
export type Cell =
  | { kind: 'TEXT'; text: string }
  | { kind: 'NUMBER'; number: number }
  /** A day as 2026-01-31; null for a time without a day. */
  | { kind: 'DATE'; day: string | null }
  | { kind: 'FLAG'; flag: boolean }
  /** With what it came to when the workbook was saved; null when the workbook does not say. */
  | { kind: 'FORMULA'; value: Cell | null }
  /** Such as #REF!. */
  | { kind: 'ERROR'; text: string };

export interface SheetRow {
  /** As the workbook counts, from 1. */
  row: number;
  hidden: boolean;
  /** By the number of the column, from 1; empty cells are left out. */
  cells: ReadonlyMap<number, Cell>;
}

export interface SheetContent {
  name: string;
  /** Rows in which something stands. */
  rows: SheetRow[];
  /** Such as A1:C1. */
  merged: string[];
  hiddenColumns: { from: number; to: number }[];
  /** The first row that is too many, after which nothing was read. */
  rowBeyond: number | null;
  /** The first row with a cell in a column that is too many. */
  wideRow: number | null;
}

export interface SheetLimits {
  /** Rows of a sheet in which something stands. */
  rows: number;
  columns: number;
  /** Cells of the whole workbook in which something stands, and the characters of their texts. */
  cells: number;
  characters: number;
}

/** Merged areas and hidden columns after these are not listed. */
const MOST_LISTED = 1_000;

type Left = Pick<SheetLimits, 'cells' | 'characters'>;

/** @param left what is left of the cells and characters of the workbook; what this sheet takes is taken off. */
export async function readSheet(
  container: Container,
  book: Book,
  { name, part }: Book['sheets'][number],
  limits: SheetLimits,
  left: Left,
): Promise<SheetContent> {
  const reader = new SheetReader(name, book, limits, left);
  await readPart(container, part, {
    open: (element, attributes) => reader.open(element, attributes),
    close: (element) => reader.close(element),
    text: (piece) => reader.text(piece),
    done: () => reader.content.rowBeyond !== null,
  });
  return reader.content;
}

/** Puts a sheet together from its elements, one after another. */
class SheetReader {
  readonly content: SheetContent;
  private at = { row: 0, column: 0 };
  private row = { hidden: false, cells: new Map<number, Cell>() };
  private cell = emptyCell();
  private into: 'value' | 'written' | null = null;
  /** Whether what comes says how a text is spoken, which is no part of it. */
  private spoken = false;

  constructor(
    name: string,
    private readonly book: Book,
    private readonly limits: SheetLimits,
    private readonly left: Left,
  ) {
    this.content = {
      name,
      rows: [],
      merged: [],
      hiddenColumns: [],
      rowBeyond: null,
      wideRow: null,
    };
  }

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    const { merged, hiddenColumns } = this.content;
    if (element === 'row') {
      const written = Number(attributes['r']);
      this.at = { row: Number.isSafeInteger(written) ? written : this.at.row + 1, column: 0 };
      this.row = { hidden: isOn(attributes['hidden']), cells: new Map() };
    } else if (element === 'c') {
      this.at.column = columnOf(attributes['r']) ?? this.at.column + 1;
      const { t: type = 'n', s: style = 0 } = attributes;
      this.cell = { ...emptyCell(), type, style: Number(style) };
    } else if (element === 'f') this.cell.formula = true;
    else if (element === 'v') this.into = 'value';
    else if (element === 'rPh') this.spoken = true;
    else if (element === 't') this.into = this.spoken ? null : 'written';
    else if (element === 'col' && isOn(attributes['hidden'])) {
      const { min: from, max: to } = attributes;
      if (hiddenColumns.length < MOST_LISTED)
        hiddenColumns.push({ from: Number(from), to: Number(to) });
    } else if (element === 'mergeCell' && merged.length < MOST_LISTED)
      merged.push(attributes['ref'] ?? '');
  }

  close(element: string): void {
    if (element === 'row') this.endRow();
    else if (element === 'c') this.endCell();
    else if (element === 'rPh') this.spoken = false;
    else if (element === 'v' || element === 't') this.into = null;
  }

  text(piece: string): void {
    if (this.into) this.cell[this.into] += piece;
  }

  private endRow(): void {
    const { content, left, at } = this;
    if (this.row.cells.size === 0) return;
    if (content.rows.length === this.limits.rows || left.cells < 0 || left.characters < 0)
      content.rowBeyond ??= at.row;
    else content.rows.push({ row: at.row, ...this.row });
  }

  private endCell(): void {
    const { content, left, at } = this;
    const said = cellOf(this.cell, this.book);
    if (!said) return;
    left.cells -= 1;
    if (said.kind === 'TEXT') left.characters -= said.text.length;
    if (at.column <= this.limits.columns) this.row.cells.set(at.column, said);
    else content.wideRow ??= at.row;
  }
}

interface RawCell {
  type: string;
  style: number;
  formula: boolean;
  /** What stands in `v`: a number, or the number of a shared text. */
  value: string;
  /** A text that stands in the cell itself. */
  written: string;
}

function emptyCell(): RawCell {
  return { type: 'n', style: 0, formula: false, value: '', written: '' };
}

function cellOf(raw: RawCell, book: Book): Cell | null {
  const value = valueOf(raw, book);
  return raw.formula ? { kind: 'FORMULA', value } : value;
}

function valueOf({ type, style, value, written }: RawCell, book: Book): Cell | null {
  if (type === 'e') return { kind: 'ERROR', text: value };
  if (type === 'b') return value === '' ? null : { kind: 'FLAG', flag: value === '1' };
  if (type === 's') return textCell(book.texts[Number(value)] ?? '');
  if (type === 'str') return textCell(unescaped(value));
  if (type === 'inlineStr') return textCell(unescaped(written));
  if (value.trim() === '') return null;
  if (type === 'd') return { kind: 'DATE', day: value.slice(0, 10) };
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(value);
  if (!book.showsDate[style]) return { kind: 'NUMBER', number };
  return { kind: 'DATE', day: dayOf(number, book.from1904) };
}

function textCell(text: string): Cell | null {
  return text.trim() === '' ? null : { kind: 'TEXT', text };
}

const DAY = 86_400_000;

/** Excel counts a day in 1900 that there was not, so days from March 1900 on are those from 1899-12-30. */
function dayOf(number: number, from1904: boolean): string | null {
  if (number < 1 || number > 2_958_465) return null;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(start + Math.floor(number) * DAY).toISOString().slice(0, 10);
}

/** The number of the column of a place such as AB12, from 1. */
export function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Za-z]{1,3}/.exec(place ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters.toUpperCase()].reduce(
    (number, letter) => number * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

/** The letters of a column: A for 1, AB for 28. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + last : last;
}
