import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import type { InstitutionImportOptions } from '../src/institutions/institution-row.js';
import type { ImportError, Problem } from '../src/shared/csv.js';
import { importSuccessions } from '../src/units/succession.import.js';
import { importUnits } from '../src/units/unit.import.js';
import type { ImportKind } from '../src/vocabulary/imported-row.js';
import { dumpOf } from './support/dump.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { bring as bringFile } from './support/imports.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Old communes and their successors: 00001 is used again elsewhere, 00003 is divided, 00009 is new. */
const UNITS = `kind,code,name,parent_code,valid_from,valid_to
PROVINCE,01,Tỉnh Cũ,,,2025-06-30
COMMUNE,00001,Xã Một,01,,2025-06-30
COMMUNE,00002,Xã Hai,01,,2025-06-30
COMMUNE,00003,Xã Ba,01,,2025-06-30
COMMUNE,00004,Xã Bốn,01,,2025-06-30
COMMUNE,00005,Xã Năm,01,,2025-06-30
PROVINCE,01,Tỉnh Mới,,2025-07-01,
COMMUNE,00001,Xã Nhất,01,2025-07-01,
COMMUNE,00003,Xã Tam,01,2025-07-01,
COMMUNE,00004,Xã Tứ,01,2025-07-01,
COMMUNE,00009,Xã Cửu,01,2025-07-01,
`;
const SUCCESSIONS = `kind,predecessor_code,successor_code,effective_on,extent
PROVINCE,01,01,2025-07-01,WHOLE
COMMUNE,00001,00009,2025-07-01,WHOLE
COMMUNE,00002,00001,2025-07-01,WHOLE
COMMUNE,00003,00003,2025-07-01,PART
COMMUNE,00003,00004,2025-07-01,PART
COMMUNE,00004,00004,2025-07-01,WHOLE
`;

const HEADER = 'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on';
const school = (code: string, name: string, unit = '00004', opened = '2010-09-05') =>
  `T,${code},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit},${opened},`;
const KNOWN = 'Trường Tiểu học Võ Thị Sáu';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  await publish(hub.em, (em) => importUnits(em, bytes(UNITS)));
  await publish(hub.em, (em) => importSuccessions(em, bytes(SUCCESSIONS)));
  const { problems } = await bring([HEADER, school('0670100123', KNOWN)]);
  expect(problems).toEqual([]);
});
afterAll(() => hub.close());

interface Brought {
  created: number;
  problems: readonly Problem[];
  findings: readonly Problem[];
}

/** Imports institutions; a file that is refused leaves the database as it was. */
async function bring(
  lines: string[] | Uint8Array,
  options: InstitutionImportOptions = {},
): Promise<Brought> {
  const content = Array.isArray(lines) ? bytes(lines.join('\n')) : lines;
  const before = await dumpOf(hub);
  try {
    const { created, findings = [] } = await publish(
      hub.em.fork(),
      (em, knownAt) => importInstitutions(em, content, knownAt, options),
      { dryRun: options.dryRun ?? false },
    );
    if (options.dryRun) expect(await dumpOf(hub)).toBe(before);
    return { created, problems: [], findings };
  } catch (error) {
    expect(await dumpOf(hub)).toBe(before);
    return { created: 0, problems: (error as { problems: Problem[] }).problems, findings: [] };
  }
}

/** Row, column, value and code of what is told; each tells what to do in both languages. */
function told(problems: readonly Problem[]) {
  for (const { text } of problems) {
    expect(text.vi).toMatch(/hãy|đã được bỏ qua/);
    expect(text.vi).not.toBe(text.en);
  }
  return problems.map(({ row, column, value, code }) => [row, column, value, code]);
}

describe('a file as a spreadsheet leaves it', () => {
  const row = school('A1', 'Trường Tiểu học Lê Lợi');

  test.each([
    ['a title row above the header', ['DANH SÁCH TRƯỜNG NĂM HỌC 2025-2026,,,,,,,,', HEADER, row]],
    ['two title rows', ['"UBND ""TỈNH""",,', 'DANH SÁCH,,', '', HEADER, row]],
    ['empty columns at the end', [`${HEADER},,,`, `${row},,,,`]],
    [
      'the line of Excel that tells the separator',
      ['sep=;', ...[HEADER, row].map((line) => line.replaceAll(',', ';'))],
    ],
    ['tabs', [HEADER, row].map((line) => line.replaceAll(',', '\t'))],
    ['a header in capitals with spaces', [HEADER.toUpperCase().replaceAll('_', ' '), row]],
    [
      'hidden characters',
      [`\uFEFF${HEADER}`, row.replace('Lê', 'L\u200Bê').replaceAll(' ', '\u00A0')],
    ],
  ])('is read, with %s', async (_trouble, lines) => {
    const { created, problems } = await bring(lines, { dryRun: true });

    expect({ created, problems }).toEqual({ created: 1, problems: [] });
  });

  test('tells that a title was skipped, and numbers its rows with it', async () => {
    const lines = ['DANH SÁCH TRƯỜNG,,,,,,,,', HEADER, school('A1', 'Tr??ng')];

    const { findings } = await bring(['DANH SÁCH,,', HEADER, row], { dryRun: true });
    const { problems } = await bring(lines);

    expect(told(findings)).toEqual([[1, null, 'DANH SÁCH', 'ROWS_SKIPPED']]);
    expect(told(problems)).toEqual([[3, 'name', 'Tr??ng', 'TEXT_DAMAGED']]);
  });

  test('is refused with one problem where its header is not found', async () => {
    const { problems } = await bring(['DANH SÁCH TRƯỜNG', 'Mã,Tên,Loại', row]);

    expect(told(problems)).toEqual([[1, null, null, 'COLUMN_MISSING']]);
  });

  test('is refused at the row where a quotation mark opens', async () => {
    const { problems } = await bring([
      HEADER,
      school('A1', '"Trường không đóng ngoặc'),
      ...['A2', 'A3'].map((code) => school(code, 'Trường Tiểu học Nguyễn Bá Ngọc')),
    ]);

    expect(told(problems)).toEqual([[2, 'name', '"Trường không đóng ngoặc', 'CSV_UNREADABLE']]);
  });

  test('is refused when it is Unicode text, a workbook or an old encoding, with what to do', async () => {
    const utf16 = Buffer.from(`\uFEFF${HEADER}\n${row}`, 'utf16le');
    const tcvn3 = Buffer.from(`${HEADER}\n${school('A1', 'Tr\u00ADêng TiÓu häc')}`, 'latin1');

    for (const content of [utf16, tcvn3])
      expect(told((await bring(content)).problems)).toMatchObject([
        [expect.any(Number), null, null, 'CSV_UNREADABLE'],
      ]);
  });
});

describe('a damaged name never replaces a good one', () => {
  test.each([
    ['read twice', 'TrÆ°á»\uFFFDng Tiá»ƒu há»\uFFFDc VÃµ Thá»‹ SÃ¡u'],
    ['read as Windows-1258', 'TrÆ°á»ng Tiá»ƒu há»c VĂµ Thá»‹ SĂ¡u'],
    ['with question marks', 'Tr??ng Ti?u h?c Võ Th? Sáu'],
    ['in TCVN3', 'Tr\u00ADêng TiÓu häc Vâ ThÞ S¸u'],
    ['in VNI', 'Tröôøng Tieåu hoïc Voõ Thò Saùu'],
  ])('when it was %s', async (_how, name) => {
    const { problems } = await bring([HEADER, school('0670100123', name)]);

    expect(problems).toMatchObject([{ row: 2, column: 'name', code: 'TEXT_DAMAGED' }]);
    told(problems);
    const { institution } = await hub.data('{ institution(code: "0670100123") { name } }');
    expect(institution.name).toBe(KNOWN);
  });
});

describe('a row that looks like a known school is a question', () => {
  test.each([
    ['its zeros are lost', '670100123', 'Trường Mới', 'code'],
    ['an apostrophe is before it', "'0670100123", 'Trường Mới', 'code'],
    ['.0 is after it', '0670100123.0', 'Trường Mới', 'code'],
    ['it is in exponent form', '"6,70100123E+08"', 'Trường Mới', 'code'],
    ['it lost digits in exponent form', '6.701E+08', 'Trường Mới', 'code'],
    ['spaces are in it', '0670 100 123', 'Trường Mới', 'code'],
    ['its digits are of full width', '０６７０１００１２３', 'Trường Mới', 'code'],
    ['a number is in exponent form, whatever it was', '9.1E+11', 'Trường Mới', 'code'],
    ['name and commune are those of another code', 'X1', 'TH VÕ THỊ SÁU', 'name'],
  ])('because %s', async (_why, code, name, column) => {
    const lines = [HEADER, school(code, name)];

    const { problems } = await bring(lines);
    const preview = await bring(lines, { dryRun: true });
    const accepted = await bring(lines, { dryRun: true, acceptLikelyDuplicates: true });

    expect(told(problems)).toEqual([
      [2, column, column === 'code' ? code.replaceAll('"', '') : name, 'LIKELY_DUPLICATE'],
    ]);
    expect(problems[0]!.text.en).toContain('--accept-likely-duplicates');
    expect(preview).toMatchObject({ created: 1, problems: [] });
    expect(told(preview.findings)).toEqual(told(problems));
    expect(accepted).toEqual({ created: 1, problems: [], findings: [] });
  });

  test('also in one file, by letter case, and told with the row', async () => {
    const { problems } = await bring([
      HEADER,
      school('t03-a', 'Trường A'),
      school('T03-A', 'Trường A'),
    ]);

    expect(told(problems)).toEqual([[3, 'code', 'T03-A', 'LIKELY_DUPLICATE']]);
    expect(problems[0]!.text.en).toContain('looks like t03-a of “Trường A”, in row 2');
  });

  test('but not when the code is recorded exactly, nor for moves, other kinds and other communes', async () => {
    const again = await bring([HEADER, school('0670100123', KNOWN)]);
    const others = await bring(
      [
        `${HEADER},located_from`,
        `${school('B1', 'Võ Thị Sáu', '00005')},`,
        `${school('B2', 'Võ Thị Sáu', '00004').replace('PRIMARY_SCHOOL,PRIMARY', 'LOWER_SECONDARY_SCHOOL,LOWER_SECONDARY')},`,
        `${school('B3', 'Trường B', '00002')},`,
        `${school('B3', 'Trường B', '00004')},2026-01-01`,
      ],
      { dryRun: true },
    );

    expect(again).toMatchObject({ created: 0, problems: [] });
    expect(others).toMatchObject({ created: 3, problems: [] });
    expect(others.findings.filter(({ code }) => code === 'LIKELY_DUPLICATE')).toEqual([]);
  });
});

describe('a code of a commune is that of its first day', () => {
  const bringOne = (unit: string, opened = '2010-09-05', more: string[] = []) =>
    bring([`${HEADER},located_from`, `${school('C1', 'Trường C', unit, opened)},`, ...more], {
      dryRun: true,
    });

  test.each(['2010-09-05', ''])(
    'one that is new names no commune before (%j), and it is told what to write',
    async (opened) => {
      const { problems } = await bringOne('00009', opened);

      expect(told(problems)).toEqual([[2, 'unit_code', '00009', 'UNIT_UNKNOWN']]);
      expect(problems[0]!.text.en).toMatch(
        /^names no COMMUNE (on 2010-09-05|from before our records); since 2025-07-01 it names “Xã Cửu”; write the code that the place had then \(“Xã Một” 00001\), or a changed_on from 2025-07-01 on$/,
      );
    },
  );

  test('one that ended names no commune after, and it is told what took over', async () => {
    const { problems } = await bringOne('00002', '2026-09-05');

    expect(problems[0]!.text.en).toBe(
      'names no COMMUNE on 2026-09-05; until 2025-06-30 it named “Xã Hai”; write the code of the place after that (“Xã Nhất” 00001)',
    );
  });

  test('one that another commune has today is told, because the place is elsewhere', async () => {
    const { created, findings } = await bringOne('00001');

    expect(created).toBe(1);
    expect(told(findings)).toEqual([[2, 'unit_code', '00001', 'UNIT_LEADS_ELSEWHERE']]);
    expect(findings[0]!.text.en).toMatch(
      /^was “Xã Một” then, which is “Xã Cửu” 00009 now; today the code is that of “Xã Nhất”\. If/,
    );
  });

  test('one of a commune that was divided, or of which nothing is known, is told, until a row settles it', async () => {
    const row = (opened: string) => `${school('C1', 'Trường C', '00003', opened)},2025-07-01`;

    const divided = await bringOne('00003', '');
    const unknown = await bringOne('00005', '');
    const settled = await bringOne('00003', '', [row('')]);
    const sure = await bringOne('00004', '');

    expect(told(divided.findings)).toEqual([[2, 'unit_code', '00003', 'UNIT_NOT_KNOWN_SINCE']]);
    expect(divided.findings[0]!.text.en).toBe(
      'is “Xã Ba”, which was divided among “Xã Tam” 00003, “Xã Tứ” 00004: since 2025-07-01 the commune is not known; add a row with located_from 2025-07-01 and the code of its commune',
    );
    expect(unknown.findings[0]!.text.en).toContain('of which no successor is known');
    expect(settled).toMatchObject({ created: 1, problems: [], findings: [] });
    expect(sure.findings).toEqual([]);
  });

  test('and one with a day of its own is taken as it is', async () => {
    const closed = await bring(
      [HEADER, school('C1', 'Trường C', '00003', '').replace(/,$/, ',2020-05-31')],
      { dryRun: true },
    );
    const located = await bring(
      [`${HEADER},located_from`, `${school('C1', 'Trường C', '00001')},2010-09-05`],
      { dryRun: true },
    );

    expect(closed).toMatchObject({ created: 1, findings: [] });
    expect(located).toMatchObject({ created: 1, findings: [] });
  });
});

test('a search finds names whatever their tone placement, i or y, marks and composition', async () => {
  const names = [
    'Trường Lý Thường Kiệt',
    'Trường Hoà Bình',
    'Trường Thúy Sơn',
    'Trường Quí Lộc',
    'Trường Ðắk Mil',
  ];
  await bring([HEADER, ...names.map((name, index) => school(`S${index}`, name))]);
  const found = async (search: string) => {
    const { institutions } = await hub.data(
      'query ($search: String!) { institutions(first: 10, filter: { search: $search }) { nodes { name } } }',
      { search },
    );
    return institutions.nodes.map(({ name }: { name: string }) => name);
  };

  for (const [search, name] of [
    ['lí thường kiệt', names[0]],
    ['LÝ THƯỜNG', names[0]],
    ['hòa bình', names[1]],
    ['hoà bình'.normalize('NFD'), names[1]],
    ['thuý sơn', names[2]],
    ['thuy son', names[2]],
    ['quý lộc', names[3]],
    ['Quí', names[3]],
    ['đăk mil', names[4]],
  ])
    expect([search, await found(search!)]).toEqual([search, [name]]);
  expect(await found('thúi sơn')).toEqual([]);
});

describe('every refusal of a row tells in both languages what is wrong and what to do', () => {
  /** What is told of a file that is refused, with the database as it was. */
  async function refused(kind: ImportKind, header: string, ...lines: string[]) {
    const before = await dumpOf(hub);
    const error: unknown = await bringFile(hub, kind, csv(header, ...lines)).catch(
      (thrown: unknown) => thrown,
    );
    expect(await dumpOf(hub)).toBe(before);
    return told((error as ImportError).problems);
  }

  test('in a file of units', async () => {
    const header = 'kind,code,name,parent_code,valid_from,valid_to';

    const alone = await refused(
      'UNITS',
      header,
      'PROVINCE,02,Tỉnh Hai,,2026-01-02,2026-01-01',
      'PROVINCE,03,Tỉnh Ba,01,2026-01-01,',
      'COMMUNE,00010,Xã Mười,,2026-01-01,',
    );
    const nameless = await refused('UNITS', 'kind,code,name', 'COMMUNE,00001,Xã');
    const together = await refused(
      'UNITS',
      header,
      'COMMUNE,00009,Xã Trùng,01,2026-01-01,',
      'COMMUNE,00011,Xã Lạc,77,2026-01-01,',
      'COMMUNE,00012,Xã Sớm,01,2020-01-01,',
      'PROVINCE,01,Tỉnh Mới,,2025-07-01,2026-06-30',
    );

    expect(alone).toEqual([
      [2, 'valid_to', '2026-01-01', 'DATES_REVERSED'],
      [3, 'parent_code', '01', 'PARENT_UNEXPECTED'],
      [4, 'parent_code', null, 'TEXT_MISSING'],
    ]);
    expect(nameless).toEqual([[2, 'code', '00001', 'UNIT_AMBIGUOUS']]);
    expect(together).toEqual([
      [2, 'code', '00009', 'SPANS_OVERLAP'],
      [2, 'parent_code', '01', 'PARENT_UNKNOWN'],
      [3, 'parent_code', '77', 'PARENT_UNKNOWN'],
      [4, 'parent_code', '01', 'PARENT_UNKNOWN'],
      [5, 'valid_to', '2026-06-30', 'UNITS_BELOW_REMAIN'],
    ]);
  });

  test('in a file of successions of units', async () => {
    expect(
      await refused(
        'SUCCESSIONS',
        'kind,predecessor_code,successor_code,effective_on,extent',
        'COMMUNE,77777,00009,2025-07-01,WHOLE',
        'COMMUNE,00009,00001,2026-01-01,WHOLE',
        'COMMUNE,00005,00009,2025-07-01,WHOLE',
        'COMMUNE,00005,00009,2025-07-01,WHOLE',
        'COMMUNE,00002,00009,2025-07-01,WHOLE',
      ),
    ).toEqual([
      [2, 'predecessor_code', '77777', 'UNIT_UNKNOWN'],
      [3, 'predecessor_code', '00009', 'PREDECESSOR_NOT_ENDED'],
      [4, 'extent', 'WHOLE', 'EXTENT_UNFIT'],
      [5, 'successor_code', '00009', 'SUCCESSION_TWICE'],
      [5, 'extent', 'WHOLE', 'EXTENT_UNFIT'],
      [6, 'extent', 'WHOLE', 'EXTENT_UNFIT'],
    ]);
  });

  test('in a file of published results', async () => {
    const row = (value: string, more: string, year = '2025') =>
      `PROVINCE,01,${year},X,${value},Nguồn,CONFIRMED,${more}`;

    expect(
      await refused(
        'PUBLISHED_INDEX',
        'unit_kind,unit_code,year,index_code,value,source,source_status,rank,of_how_many,note_vi,note_en',
        row('0.5', '3,2,,'),
        row('0.5', '1,x,,'),
        row('2', ',,,'),
        row('0.5', ',,Ghi chú,', '2024'),
        row('0.5', ',,,', '1024'),
      ),
    ).toEqual([
      [2, 'rank', '3', 'RANK_UNFIT'],
      [3, 'of_how_many', 'x', 'NUMBER_UNREADABLE'],
      [3, 'rank', '1', 'RANK_UNFIT'],
      [3, 'index_code', 'X', 'RESULT_TWICE'],
      [4, 'value', '2', 'VALUE_UNFIT'],
      [4, 'index_code', 'X', 'RESULT_TWICE'],
      [5, 'note_vi', 'Ghi chú', 'NOTE_IN_ONE_LANGUAGE'],
      [6, 'year', '1024', 'YEAR_OUT_OF_RANGE'],
    ]);
  });
});
