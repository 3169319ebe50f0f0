import { csvLine } from '../shared/csv-line.js';
import type { ColumnChange, ImportedRow } from '../vocabulary/imported-row.js';

/**
 * The rows that change something, one a line; those of known subjects come first, because what
 * changes there replaces something.
 */
export function importedLines(rows: readonly ImportedRow[]): string[] {
  const of = (wanted: ImportedRow['outcome']) => rows.filter(({ outcome }) => outcome === wanted);
  return [
    ...of('UPDATED').map(({ row, subject, changes }) => {
      return `row ${row}, ${subject}: ${changes.map(changeText).join('; ')}`;
    }),
    ...of('CREATED').map(({ row, subject }) => `row ${row}, ${subject}: new`),
  ];
}

/** What undoing rows gives back, and what it removes. */
export function undoneLines(rows: readonly Omit<ImportedRow, 'trail'>[]): string[] {
  return rows.map(({ row, outcome, subject, changes }) => {
    if (outcome === 'CREATED') return `row ${row}, ${subject}: removed`;
    const back = changes.map(({ column, before, after }) =>
      changeText({ column, before: after, after: before }),
    );
    return `row ${row}, ${subject}: ${back.join('; ')}`;
  });
}

function changeText({ column, before, after, since, corrected }: ColumnChange): string {
  const change = `${column} ${valueText(before)} → ${valueText(after)}`;
  if (since === undefined) return change;
  return `${change}, ${since === null ? 'from the beginning' : `since ${since}`}${corrected ? ', corrected' : ''}`;
}

function valueText(value: string | null): string {
  return value === null ? 'empty' : `“${value}”`;
}

/** All rows with all their columns before and after, as CSV. */
export function importedReport(rows: readonly ImportedRow[]): string {
  return [
    csvLine(['row', 'outcome', 'subject', 'column', 'before', 'after']),
    ...rows.flatMap(({ row, outcome, subject, changes }) =>
      changes.length === 0
        ? [csvLine([row, outcome, subject, null, null, null])]
        : changes.map(({ column, before, after }) =>
            csvLine([row, outcome, subject, column, before, after]),
          ),
    ),
  ].join('');
}
