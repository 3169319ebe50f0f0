import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ImportError, readTable, type Problem } from './csv.js';
import { csvLine } from './csv-line.js';
import { enumeration } from './enumeration.js';

const COLUMNS = { required: ['code', 'name'], optional: ['opened_on', 'kind'] };
const KINDS = enumeration('SCHOOL', 'COLLEGE');
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const read = (...lines: string[]) => readTable(bytes(...lines), COLUMNS);
const codes = (...lines: string[]) => read(...lines).rows.map((row) => row.required('code'));

/** Problems as the command line tells them. */
const told = (problems: readonly Problem[]) =>
  problems.map(({ row, column, value, text }) => ({ row, column, value, reason: text.en }));

/** The problems of a file that is refused before any row is read. */
function refusal(content: Uint8Array) {
  try {
    readTable(content, COLUMNS);
  } catch (error) {
    if (error instanceof ImportError) return told(error.problems);
    throw error;
  }
  throw new Error('the file was not refused');
}

describe('a file', () => {
  test.each([
    ['with commas', 'code,name\n00123,Trường Một', 'Trường Một'],
    ['with semicolons', 'code;name\n00123;Trường Một, cơ sở 2', 'Trường Một, cơ sở 2'],
    ['with a byte-order mark', '\uFEFFcode,name\n00123,Trường Một', 'Trường Một'],
    ['with carriage returns', 'code,name\r\n00123,Trường Một\r\n', 'Trường Một'],
    ['with quoted fields', 'code,name\n00123,"Trường ""Một"", cơ sở 2"', 'Trường "Một", cơ sở 2'],
    ['with a line break in a field', 'code,name\n00123,"Trường\nMột"', 'Trường\nMột'],
    ['with its columns in another order', 'name,code\nTrường Một,00123', 'Trường Một'],
    ['with a header in capitals and spaces', ' Code , NAME \n00123,Trường Một', 'Trường Một'],
    ['with quoted names of columns', '"code";"name"\n00123;Trường Một', 'Trường Một'],
    ['with spaces around its fields', 'code,name\n 00123 ,  Trường Một ', 'Trường Một'],
  ])('%s is read, and leading zeros are kept', (_how, text, name) => {
    const { rows, problems } = readTable(bytes(text), COLUMNS);

    expect(rows.map((row) => [row.required('code'), row.required('name')])).toEqual([
      ['00123', name],
    ]);
    expect(problems).toEqual([]);
  });

  test('that the hub wrote is read as it was, whatever a text in it begins with', () => {
    const unit = fc.constantFrom(...'=+-@\'＝ \t\r\n",;|aé');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const written = csvLine(['code', 'name']) + csvLine(['A', text]);

        const { rows, problems } = readTable(bytes(written), COLUMNS);

        expect(rows.map((row) => row.optional('name'))).toEqual([text.trim() || null]);
        expect(problems).toEqual([]);
      }),
      { examples: [['=1+1'], ["'=1+1"], ["''-5"], [" '=1"], ["'\r="], ['-5']] },
    );
  });

  test.each([
    ["'=1+1", '=1+1'],
    ["'-5", '-5'],
    ["'00123", "'00123"],
    ["'Tân Lập", "'Tân Lập"],
  ])('with the field %s says %s', (field, text) => {
    expect(read('code,name', `A,${field}`).rows[0]!.required('name')).toBe(text);
  });

  test('ends with rows of nothing but separators, and they are left out', () => {
    expect(codes('code,name', 'A,One', ',', ' , ', '', '')).toEqual(['A']);
  });

  test('with a header alone has no rows', () => {
    expect(codes('code,name')).toEqual([]);
  });

  test('numbers its rows as a spreadsheet does', () => {
    const { rows } = read('code,name', 'A,One', 'B,"Two', 'lines"', ',', 'C,Three');

    expect(rows.map(({ number }) => number)).toEqual([2, 3, 5]);
  });

  test('numbers its rows as a spreadsheet does after an empty line too', () => {
    const { rows } = read('code,name', 'A,One', '', 'B,Two');

    expect(rows.map(({ number }) => number)).toEqual([2, 4]);
  });

  test('tells which row has too many fields or too few', () => {
    const { problems } = read('code,name', 'A,One', 'B,Two, too', 'C');

    expect(told(problems)).toEqual([
      {
        row: 3,
        column: null,
        value: null,
        reason: 'has 3 fields, the header has 2; quote fields that contain the separator',
      },
      {
        row: 4,
        column: null,
        value: null,
        reason: 'has 1 fields, the header has 2; quote fields that contain the separator',
      },
    ]);
  });
});

describe('a file is refused', () => {
  test('with every problem of its header at once', () => {
    expect(refusal(bytes('code,colour,code,', 'A,red,B,'))).toEqual([
      { row: 1, column: 'name', value: null, reason: 'this column is missing' },
      {
        row: 1,
        column: 'colour',
        value: null,
        reason: 'there is no such column; the columns are code, name, opened_on, kind',
      },
      {
        row: 1,
        column: '',
        value: null,
        reason: 'there is no such column; the columns are code, name, opened_on, kind',
      },
      { row: 1, column: 'code', value: null, reason: 'this column stands twice' },
    ]);
  });

  test.each([
    ['Latin-1', Uint8Array.of(0x63, 0xf4, 0x64, 0x65)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x63, 0x00)],
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x9c)],
  ])('when it is not UTF-8: %s', (_what, content) => {
    expect(refusal(content)).toEqual([
      {
        row: 1,
        column: null,
        value: null,
        reason: 'the file is not UTF-8 text; save it as “CSV UTF-8”',
      },
    ]);
  });

  test('when a quote is never closed, with the row where it is', () => {
    const [problem] = refusal(bytes('code,name', 'A,One', 'B,"Two'));

    expect(problem).toMatchObject({ row: 3, column: null });
    expect(problem!.reason).toMatch(/^is not CSV: /);
  });

  test('when it has more columns than any file, without a problem for each', () => {
    const header = Array.from({ length: 201 }, (_, index) => `c${index}`).join(',');

    expect(refusal(bytes(header))).toEqual([
      {
        row: 1,
        column: null,
        value: null,
        reason: 'the header has 201 columns; at most 200 are taken',
      },
    ]);
  });

  test('when it is empty, for every column it should have', () => {
    expect(refusal(bytes(''))).toMatchObject([{ column: 'code' }, { column: 'name' }]);
  });

  test('with a sentence that counts the problems', () => {
    expect(() => read('code,nom', 'A,One')).toThrow(
      'The file has 2 problem(s); nothing was changed.',
    );
  });
});

test('a column that is left out says nothing, and one that is there says so where it is empty', () => {
  const [row] = read('code,name,kind', 'A,One,').rows;

  expect(['kind', 'opened_on'].map((column) => row!.says(column))).toEqual([true, false]);
  expect(row!.optional('kind')).toBeNull();
});

describe('a field', () => {
  const row = (value: string, column = 'opened_on') => {
    const table = read(`code,name,${column}`, `A,One,${value}`);
    return { row: table.rows[0]!, problems: table.problems };
  };

  test.each([
    ['2025-06-30', '2025-06-30'],
    ['30/06/2025', '2025-06-30'],
    ['5/9/2024', '2024-09-05'],
    ['29/02/2024', '2024-02-29'],
    ['', null],
  ])('with the date “%s” is %s', (text, date) => {
    const { row: read, problems } = row(text);

    expect(read.date('opened_on')).toBe(date);
    expect(problems).toEqual([]);
  });

  test.each(['31/02/2025', '2023-02-29', '06/30/2025', '2025/06/30', '30-06-2025', '45838', 'x'])(
    'with the impossible date “%s” is refused',
    (text) => {
      const { row: read, problems } = row(text);

      expect(read.date('opened_on')).toBeNull();
      expect(told(problems)).toEqual([
        {
          row: 2,
          column: 'opened_on',
          value: text,
          reason: 'is not a date; write it 2025-06-30 or 30/06/2025',
        },
      ]);
    },
  );

  test('that is needed and empty is refused once', () => {
    const { row: read, problems } = row('');

    expect(read.requiredDate('opened_on')).toBe('');
    expect(told(problems)).toEqual([
      { row: 2, column: 'opened_on', value: null, reason: 'is empty; it is needed' },
    ]);
  });

  test('of a column that the file has not is empty', () => {
    expect(row('').row.optional('kind')).toBeNull();
  });

  test('with a name is read whatever its case', () => {
    expect(row('college', 'kind').row.oneOf('kind', KINDS)).toBe('COLLEGE');
  });

  test('with an unknown name is refused with the names there are', () => {
    const { row: read, problems } = row('academy', 'kind');
    read.oneOf('kind', KINDS);

    expect(told(problems)).toEqual([
      { row: 2, column: 'kind', value: 'academy', reason: 'is none of SCHOOL, COLLEGE' },
    ]);
  });

  test('with several names is separated by bars or spaces, each name once', () => {
    expect(row('school|COLLEGE', 'kind').row.someOf('kind', KINDS)).toEqual(['SCHOOL', 'COLLEGE']);
    expect(row('COLLEGE school COLLEGE', 'kind').row.someOf('kind', KINDS)).toEqual([
      'COLLEGE',
      'SCHOOL',
    ]);
  });

  test('gathers the problems of all rows', () => {
    const { rows, problems } = read('code,name,opened_on', ',One,x', 'B,,2025-01-01');
    for (const each of rows) {
      each.required('code');
      each.required('name');
      each.date('opened_on');
    }

    expect(problems.map(({ row: number, column }) => [number, column])).toEqual([
      [2, 'code'],
      [2, 'opened_on'],
      [3, 'name'],
    ]);
  });
});
