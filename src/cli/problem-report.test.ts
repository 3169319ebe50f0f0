import { expect, test } from '@jest/globals';
import { ImportError, readTable } from '../shared/csv.js';
import { problemReport } from './problem-report.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const COLUMNS = { required: ['code', 'opened_on'], optional: [] };

test('no value of a file is a formula in the report on it', () => {
  const { rows, problems } = readTable(
    bytes('code,opened_on\nA,"=HYPERLINK(""http://example.org"",""open"")"\nB,-5\nC,soon'),
    COLUMNS,
  );
  for (const row of rows) row.date('opened_on');

  const reason = 'is not a date; write it 2025-06-30 or 30/06/2025';
  expect(problemReport(problems)).toBe(
    [
      'row,column,value,reason',
      `2,opened_on,"'=HYPERLINK(""http://example.org"",""open"")",${reason}`,
      `3,opened_on,'-5,${reason}`,
      `4,opened_on,soon,${reason}`,
      '',
    ].join('\r\n'),
  );
});

test('no name of a column is a formula in the report on it', () => {
  expect(refusal('code,opened_on,@sum(a1)\nA,,')).toContain("\r\n1,'@sum(a1),,");
});

function refusal(text: string): string {
  try {
    readTable(bytes(text), COLUMNS);
  } catch (error) {
    if (error instanceof ImportError) return problemReport(error.problems);
    throw error;
  }
  throw new Error('the file was not refused');
}
