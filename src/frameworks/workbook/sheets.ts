import { HEAD } from './head-sheet.js';
import type { Column, SheetForm } from './columns.js';
import { CRITERIA, OPTIONS, QUESTIONS } from './question-sheets.js';
import { INDICATORS, LEVELS, SECTIONS } from './structure-sheets.js';

/** The sheets, in the order of the workbook. */
export const SHEETS = {
  framework: HEAD,
  levels: LEVELS,
  sections: SECTIONS,
  questions: QUESTIONS,
  options: OPTIONS,
  criteria: CRITERIA,
  indicators: INDICATORS,
};

export type SheetKey = keyof typeof SHEETS;

/** Sheets without which there is no framework; the others may be left out where they would be empty. */
export const NEEDED: readonly SheetKey[] = ['framework', 'sections', 'questions', 'criteria'];

/** The column of a sheet for a place in its rows. */
export function columnFor(form: SheetForm, path: string): Column {
  const column = form.columns.find((each) => each.path === path);
  if (!column) throw new Error(`The sheet ${form.name.en} has no column for ${path}.`);
  return column;
}
