import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ImportError, readTable, type Problem } from './csv.js';
import { csvLine } from './csv-line.js';
import { enumeration } from './enumeration.js';
import { tidy } from './text.js';

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
    ['with a line break in a field', 'code,name\n00123,"Trường\nMột"', 'Trường Một'],
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

        expect(rows.map((row) => row.optional('name'))).toEqual([tidy(text) || null]);
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

  test('with a header alone has no rows, and that is told', () => {
    const { rows, problems, notes } = read('code,name');

    expect([rows, problems]).toEqual([[], []]);
    expect(told(notes)).toEqual([
      {
        ...{ row: 1, column: null, value: null },
        reason: 'the file has no rows; write the data below the header',
      },
    ]);
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
      { row: 1, column: 'code', value: null, reason: 'this column stands twice' },
    ]);
  });

  test.each([
    [
      'ANSI',
      Uint8Array.of(0x63, 0xf4, 0x64, 0x65),
      /^the file is not UTF-8 text; save it as “CSV UTF-8”/,
    ],
    [
      'UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x63, 0x00),
      /^the file is “Unicode Text” \(UTF-16\).*save/,
    ],
    ['UTF-16 without a mark', Uint8Array.of(0x63, 0x00, 0x64, 0x00), /UTF-16.*save/],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x9c), /an Excel workbook.*save/],
    [
      'TCVN3',
      Uint8Array.of(...Buffer.from('code,name\nA,Tr\xadêng TiÓu häc', 'latin1')),
      /TCVN3.*UniKey/,
    ],
    ['VNI', Uint8Array.of(...Buffer.from('code,name\nA,Tröôøng', 'latin1')), /VNI.*UniKey/],
  ])('when it is not UTF-8: %s, with what to do', (_what, content, reason) => {
    const [problem, ...others] = refusal(content);

    expect(others).toEqual([]);
    expect(problem!.reason).toMatch(reason);
  });

  test.each([
    ['in the last row', ['A,One', 'B,"Two'], [3, 'name', '"Two']],
    [
      'in the middle, before rows without quotes',
      ['A,"One', 'B,Two', 'C,Three'],
      [2, 'name', '"One'],
    ],
    ['before a row with quotes', ['A,"One', 'B,"Two"', 'C,Three'], [2, 'name', '"One']],
    ['in a quoted row', ['"A","One,"2"', 'B,Two'], [2, 'name', '"One']],
    ['before a quote in a word', ['A,"One', 'B,Two "2"', 'C,Three'], [2, 'name', '"One']],
    ['in the first column', ['"A,One', 'B,Two'], [2, 'code', '"A']],
    [
      'after a row with a line break',
      ['A,"One', 'line"', 'B,"Two', 'C,Three'],
      [3, 'name', '"Two'],
    ],
    ['inside a field without quotes', ['A,One "1" a', 'B,Two'], [2, 'name', 'One "']],
    ['inside a field that is not doubled', ['A,"One "1" a"', 'B,Two'], [2, 'name', '"One "']],
  ])('when a quote is not closed %s, with the row where it opens', (_where, lines, place) => {
    const problems = refusal(bytes('code,name', ...lines));

    expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([place]);
    expect(problems[0]!.reason).toMatch(/^is not CSV: the quotation mark .* close it/);
  });

  test('when two open quotes close each other over several rows', () => {
    const table = (...lines: string[]) =>
      readTable(bytes('code,name,kind', ...lines), COLUMNS).problems.map(({ row, column }) => [
        row,
        column,
      ]);

    expect(table('A,"One,SCHOOL', 'B,Two,SCHOOL', 'C,Three",SCHOOL')).toEqual([[2, 'name']]);
    expect(table('A,"One,SCHOOL', 'B,SCHOOL,Two"')).toEqual([[2, 'name']]);
    expect(table('A,"One, two', 'and three",SCHOOL')).toEqual([]);
  });

  test('when it has more columns than any file, without a problem for each', () => {
    const others = Array.from({ length: 199 }, (_, index) => `c${index}`);
    const header = ['code', 'name', ...others].join(',');

    expect(refusal(bytes(header))).toEqual([
      {
        row: 1,
        column: null,
        value: null,
        reason: 'the header has 201 columns; at most 200 are taken',
      },
    ]);
  });

  test.each([
    ['has data only', ['A,One', 'B,Two']],
    ['has titles only', ['DANH SÁCH TRƯỜNG,', 'NĂM HỌC 2025-2026,']],
    ['has other columns', ['Mã trường,Tên trường,Loại hình', 'A,One,SCHOOL']],
  ])('with one problem when it %s and no header', (_what, lines) => {
    const [problem, ...others] = refusal(bytes(...lines));

    expect(others).toEqual([]);
    expect(problem).toMatchObject({ row: 1, column: null });
    expect(problem!.reason).toMatch(/^no row has the names of the columns; write .* code, name/);
  });

  test.each([[''], ['\uFEFF'], [' \n,,\n'], ['sep=;\n;;']])(
    'when nothing stands in it (%j), and it is told so',
    (text) => {
      expect(refusal(bytes(text))).toEqual([
        {
          ...{ row: 1, column: null, value: null },
          reason: 'the file is empty; write in the first row code, name, and the data below it',
        },
      ]);
    },
  );

  test('with one problem for a header that stands in it twice', () => {
    const { rows, problems } = read('code,name,kind', 'A,One,', 'Code,NAME,kind', 'B,Two,');

    expect(rows.map(({ number }) => number)).toEqual([2, 4]);
    expect(problems).toMatchObject([{ row: 3, column: null, code: 'HEADER_AGAIN' }]);
  });

  test('with a sentence that counts the problems', () => {
    expect(() => read('code,nom', 'A,One')).toThrow(
      'The file has 2 problem(s); nothing was changed.',
    );
  });
});

describe('a file as spreadsheets leave it', () => {
  const inRows = (...lines: string[]) => {
    const { rows, problems, notes } = read(...lines);
    expect(problems).toEqual([]);
    return { rows: rows.map((row) => [row.number, row.required('name')]), notes: told(notes) };
  };

  test.each([
    ['one', ['DANH SÁCH TRƯỜNG,'], 2],
    ['one with quotes', ['"DANH SÁCH TRƯỜNG ""CHUẨN"", 2025",'], 2],
    ['one in one cell', ['DANH SÁCH TRƯỜNG'], 2],
    ['two', ['UBND TỈNH,,', 'DANH SÁCH TRƯỜNG, 2025'], 3],
    ['one between empty rows', ['', ',', 'DANH SÁCH,', ''], 5],
    ['one with a line break', ['"DANH SÁCH', 'TRƯỜNG",'], 2],
  ])(
    'with %s title above its header is read, and it is told what was skipped',
    (_how, titles, row) => {
      const { rows, notes } = inRows(...titles, 'code,name', 'A,One');

      expect(rows).toEqual([[row + 1, 'One']]);
      expect(notes).toMatchObject([
        { row: 1, reason: `the header is row ${row}; what stands above it was skipped` },
      ]);
      expect(notes[0]!.value).toMatch(/DANH SÁCH/);
    },
  );

  test('with empty rows above its header is read, and nothing needs to be told', () => {
    expect(inRows('', ',', 'code,name', 'A,One')).toEqual({ rows: [[4, 'One']], notes: [] });
  });

  test.each([
    ['empty columns at the end', 'code,name,,,', 'A,One,,,'],
    ['empty columns of spaces at the end', 'code,name, ,\u00A0', 'A,One, ,\u200B'],
    ['fewer empty columns in its rows', 'code,name,,,', 'A,One'],
    ['more empty columns in its rows', 'code,name', 'A,One,,,,'],
    ['an empty column in the middle', 'code,,name', 'A,,One'],
    ['capitals and spaces that are kept in its header', '\u00A0CODE ,Name\u200B', 'A,One'],
    ['tabs', 'code\tname', 'A\tOne'],
    ['tabs and commas in its texts', 'code\tname\topened_on', 'A\tOne\t'],
    ['semicolons and commas in its titles', 'DANH SÁCH, NĂM 2025, TỈNH;;\ncode;name', 'A;One'],
    ['the separator of Excel', 'sep=;\ncode;name', 'A;One'],
    ['the separator of Excel in quotes', '"sep=,"\r\ncode,name', 'A,One'],
    ['the separator of Excel after a byte-order mark', '\uFEFFSEP=;\r\ncode;name', 'A;One'],
    ['the separator of Excel and tabs', 'sep=\t\ncode\tname', 'A\tOne'],
    ['a separator of its own', 'sep=|\ncode|name', 'A|One'],
    ['spaces around its quotes', '"code" , "name"', '"A" , "One" '],
    ['hidden characters in its values', 'code,name', 'A,\u200BO\u00ADn\u2060e\uFEFF'],
  ])('with %s is read', (_how, ...lines) => {
    expect(inRows(...lines).rows.map(([, name]) => name)).toEqual(['One']);
  });

  test.each(['\r', '\r\n', '\n'])('with the line ends %j is read in the same rows', (end) => {
    const text = ['title', '', 'code,name', 'A,"One', 'line"', 'B,Two'].join(end);

    const { rows } = readTable(bytes(text), COLUMNS);

    expect(rows.map((row) => [row.number, row.required('name')])).toEqual([
      [4, 'One line'],
      [5, 'Two'],
    ]);
  });

  test('takes decimal commas between semicolons as they are', () => {
    expect(read('code;name', 'A;12,5', 'B;"1;5"').rows.map((row) => row.required('name'))).toEqual([
      '12,5',
      '1;5',
    ]);
  });

  test('with a column without a name is refused where something stands in it, once', () => {
    const { problems } = read('code,name,', 'A,One,', 'B,Two,note', 'C,Three,note');

    expect(told(problems)).toEqual([
      {
        ...{ row: 3, column: null, value: 'note' },
        reason: 'stands in column 3, which has no name in the header; name the column or delete it',
      },
    ]);
  });

  test('has its values composed, visible and with single spaces; sentences keep their lines', () => {
    const [row] = readTable(
      bytes('code,name,kind', 'A,\u00A0Ho\u0300a  \u2003Bi\u0300nh\u3000,"one\r\n\u00A0 two"'),
      { ...COLUMNS, prose: ['kind'] },
    ).rows;

    expect([row!.required('name'), row!.required('kind')]).toEqual(['Hòa Bình', 'one\ntwo']);
  });

  test('with a damaged text is refused at that text', () => {
    const { problems } = read('code,name,kind', 'A,Tr??ng Một,SCHOOL', 'B,Trường Hai,SCHOOL');

    expect(problems).toMatchObject([
      { row: 2, column: 'name', value: 'Tr??ng Một', code: 'TEXT_DAMAGED' },
    ]);
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
