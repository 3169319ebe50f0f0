import { expect, test } from '@jest/globals';
import { changesBetween, importedOf, type ImportedRow } from './imported-row.js';

test('an emptied column is a change, one that nobody names is none', () => {
  expect(
    changesBetween({ name: 'A', name_en: 'B', valid_to: null }, { name: 'A', name_en: null }),
  ).toEqual({
    outcome: 'UPDATED',
    changes: [{ column: 'name_en', before: 'B', after: null }],
  });
});

test('a new subject is created with all that has a value', () => {
  expect(changesBetween(null, { name: 'A', name_en: null })).toEqual({
    outcome: 'CREATED',
    changes: [{ column: 'name', before: null, after: 'A' }],
  });
});

test('several rows of one subject count once, by the strongest of their outcomes', () => {
  const row = (subjectId: number, outcome: ImportedRow['outcome']) => ({
    ...{ row: 2, subjectType: 'Institution', subjectId, subject: '', outcome, changes: [] },
  });

  const rows = [
    row(1, 'UPDATED'),
    row(1, 'CREATED'),
    row(2, 'UNCHANGED'),
    row(2, 'UPDATED'),
    row(3, 'UNCHANGED'),
  ];

  const { changed, created, updated, unchanged } = importedOf(rows, []);

  expect({ changed, created, updated, unchanged }).toEqual({
    changed: true,
    created: 1,
    updated: 1,
    unchanged: 1,
  });
});
