import { expect, test } from '@jest/globals';
import type { ImportedRow } from '../vocabulary/imported-row.js';
import { importedLines, importedReport } from './imported-lines.js';

const row = (number: number, rest: Partial<ImportedRow>): ImportedRow => ({
  ...{ row: number, outcome: 'UNCHANGED', subjectType: 'AdministrativeUnit', subjectId: number },
  ...{ subject: `Xã ${number}`, changes: [], ...rest },
});

const ROWS = [
  row(2, { outcome: 'CREATED', changes: [{ column: 'name', before: null, after: '=1+1' }] }),
  row(3, {}),
  row(4, {
    outcome: 'UPDATED',
    changes: [
      { column: 'name', before: 'A', after: 'B' },
      { column: 'valid_to', before: '2025-06-30', after: null },
      { column: 'kind', before: 'X', after: 'Y', since: '2026-01-01', corrected: false },
      { column: 'ownership', before: 'X', after: 'Y', since: null, corrected: true },
    ],
  }),
];

test('what is replaced or emptied is told before what is new', () => {
  expect(importedLines(ROWS)).toEqual([
    'row 4, Xã 4: name “A” → “B”; valid_to “2025-06-30” → empty; ' +
      'kind “X” → “Y”, since 2026-01-01; ownership “X” → “Y”, from the beginning, corrected',
    'row 2, Xã 2: new',
  ]);
});

test('the report has every row and column, and no formula', () => {
  expect(importedReport(ROWS).split('\r\n')).toEqual([
    'row,outcome,subject,column,before,after',
    `2,CREATED,Xã 2,name,,'=1+1`,
    '3,UNCHANGED,Xã 3,,,',
    '4,UPDATED,Xã 4,name,A,B',
    '4,UPDATED,Xã 4,valid_to,2025-06-30,',
    '4,UPDATED,Xã 4,kind,X,Y',
    '4,UPDATED,Xã 4,ownership,X,Y',
    '',
  ]);
});
