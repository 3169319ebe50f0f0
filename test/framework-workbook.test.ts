import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FrameworkFile } from '../src/frameworks/framework-file.js';
import { readWorkbook } from '../src/frameworks/workbook/read-workbook.js';
import { SHEETS } from '../src/frameworks/workbook/sheets.js';
import { templateWorkbook, workbookOf } from '../src/frameworks/workbook/write-workbook.js';
import { damageOf } from '../src/shared/damaged-text.js';
import { reference, referenceFiles } from './support/reference-frameworks.js';
import { exampleFramework, openExample, type OpenWorkbook } from './support/workbook.js';
import { workbookParts, zipOf } from './support/zip.js';

const EXAMPLES = (await readdir('docs/examples')).flatMap(
  (name) => /^framework-(.*)\.json$/.exec(name)?.slice(1) ?? [],
);

/** The problems of a workbook in English, each with its place; all have both languages. */
async function problemsOf(bytes: Buffer): Promise<string[]> {
  const { problems } = await readWorkbook(bytes);
  return problems.map(({ sheet = '', row = '', column = '', text }) => {
    expect([text.vi, text.en].every((each) => each.length > 5)).toBe(true);
    return `${sheet} ${column}${row}: ${text.en}`;
  });
}

async function after(change: (workbook: OpenWorkbook) => void, name?: string): Promise<string[]> {
  const workbook = await openExample(name);
  change(workbook);
  return problemsOf(await workbook.bytes());
}

const told = (...parts: string[]) => parts.map((part) => expect.stringContaining(part) as unknown);

describe('a framework that was a workbook is the same to the byte of its JSON', () => {
  async function expectSame(file: FrameworkFile): Promise<void> {
    const read = await readWorkbook(await workbookOf(file));
    expect(read).toEqual({ file, problems: [] });
    expect(JSON.stringify(read.file)).toBe(JSON.stringify(file));
  }

  test.each(EXAMPLES)('the example %s', (name) => expectSame(exampleFramework(name)));
  test.each(referenceFiles())('%s', (name) => expectSame(reference(name)));

  test('whatever its texts, points and flags are', async () => {
    const word = fc
      .stringMatching(/^[ -~àảãđêôươ\n]{1,40}$/)
      .map((each) => each.trim())
      // What looks as if it had lost its letters is told in JSON as well.
      .filter((each) => each !== '' && damageOf(each, { sentences: true }) === null);
    const flag = fc.option(fc.boolean(), { nil: undefined });
    const changes = fc.record({
      vi: word,
      en: fc.oneof(
        word,
        fc.constantFrom('=1+1', '1.10', '_x0041_', 'a\u0007\rb', '2026-01-01', 'TRUE', '&amp;'),
      ),
      share: fc.integer({ min: 0, max: 10_000 }).map((each) => each / 10_000),
      required: flag,
      mayNotApply: flag,
      document: fc.option(fc.constant('số 4725'), { nil: null }),
      evidence: fc.constantFrom('REQUIRED' as const, 'NONE' as const, undefined),
    });
    await fc.assert(
      fc.asyncProperty(
        changes,
        async ({ vi, en, share, required, mayNotApply, document, evidence }) => {
          const file = structuredClone(exampleFramework('forms'));
          const [question, , plan] = file.questions;
          const [criterion] = file.criteria;
          if (question?.answer.kind === 'CHOICE') question.answer.options[1]!.share = share;
          Object.assign(question!, { text: { vi, en }, guidance: { vi: en, en: vi } });
          set(plan!, { mayNotApply });
          set(criterion!, { required, evidence });
          file.document = document;
          const read = await readWorkbook(await workbookOf(file));
          expect(read).toEqual({ file, problems: [] });
        },
      ),
      { numRuns: 30 },
    );
  });

  /** Sets what has a value, and removes what has none. */
  function set(target: object, values: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(values))
      if (value === undefined) Reflect.deleteProperty(target, name);
      else Reflect.set(target, name, value);
  }

  test('with indicators in an order of their own', async () => {
    const file = exampleFramework('forms');
    file.newIndicators.reverse();
    file.indicators.reverse();
    file.indicators.push({
      indicator: 'DIGITAL_GOVERNANCE',
      completedWhen: { all: [{ indicator: 'forms-ready' }] },
    });
    const read = await readWorkbook(await workbookOf(file));
    expect(read).toEqual({ file, problems: [] });
  });
});

test('every sheet and column is explained, in both languages', async () => {
  const text = await readFile('docs/frameworks.md', 'utf8');
  const names = Object.values(SHEETS).flatMap(({ name, columns }) => [
    name,
    ...columns.map(({ header }) => header),
  ]);
  const missing = names.filter(
    ({ vi, en }) => !text.includes(`\`${vi}\``) || !text.includes(`\`${en}\``),
  );
  expect(missing).toEqual([]);
  expect(names.length).toBeGreaterThan(60);
});

describe('people write it otherwise, and it is read all the same:', () => {
  test.each<[string, (workbook: OpenWorkbook) => void]>([
    [
      'names of sheets and columns in Vietnamese',
      (workbook) => {
        for (const sheet of workbook.sheets) {
          const vi = { levels: 'Thang mức', criteria: 'Tiêu chí', options: 'LỰA CHỌN' }[sheet.name];
          if (vi && vi !== 'Thang mức') sheet.name = vi;
          if (sheet.name !== 'framework') sheet.rows?.splice(0, 1);
        }
      },
    ],
    [
      'days as dates of Excel, and with the day first',
      (workbook) => {
        workbook.set('framework', 'B13', new Date('2026-01-01T00:00:00Z'));
        workbook.put('framework', 'B13', {
          value: new Date('2026-01-01T00:00:00Z'),
          style: { numFmt: 'dd/mm/yyyy' },
        });
      },
    ],
    ['a day as 1/1/2026', (workbook) => workbook.set('framework', 'B13', '1/1/2026')],
    [
      'empty rows, columns and sheets of remarks, fields in another order',
      (workbook) => {
        workbook.rows('criteria').splice(4, 0, [], [null, '  ']);
        workbook.set('criteria', 'K1', 'Ghi chú của phòng');
        workbook.set('criteria', 'K4', 'xem lại');
        workbook.sheets.push({ name: 'Ghi chú', rows: [['=x']] });
        workbook.rows('framework').reverse();
      },
    ],
    [
      'flags, names and requirements in Vietnamese or in small letters',
      (workbook) => {
        workbook.set('criteria', 'G3', 'Có');
        workbook.set('criteria', 'G7', true);
        workbook.set('criteria', 'H3', 'required');
        workbook.set(
          'framework',
          'B12',
          'primary school, LOWER_SECONDARY_SCHOOL;\nUPPER_SECONDARY_SCHOOL; MULTI_LEVEL_SCHOOL',
        );
        workbook.set('indicators', 'G4', '2.1 và nhóm 2 từ 60%');
      },
    ],
    [
      'whole numbers as codes, and digits as text',
      (workbook) => {
        workbook.set('sections', 'A3', 1);
        workbook.set('criteria', 'B3', 1);
        workbook.set('sections', 'E3', '100');
      },
    ],
  ])('%s', async (_name, change) => {
    const workbook = await openExample();
    change(workbook);
    expect(await readWorkbook(await workbook.bytes())).toEqual({
      file: exampleFramework('two-groups'),
      problems: [],
    });
  });
});

describe('of a workbook it is told, with sheet, row and column,', () => {
  test.each<[string, (workbook: OpenWorkbook) => void, string[]]>([
    [
      'that sheets are missing, or have names of their own',
      (workbook) => {
        workbook.sheet('criteria').name = 'criterias';
      },
      [
        'criteria : The sheet “criteria” is missing.',
        'criterias : There is no sheet of this name.',
      ],
    ],
    [
      'that a sheet is hidden',
      (workbook) => {
        workbook.sheet('options').hidden = true;
      },
      ['options : This sheet is hidden.'],
    ],
    [
      'that a header is merged, and what it hides',
      (workbook) => {
        workbook.sheet('sections').merges = [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }];
        workbook.set('sections', 'C1', null);
      },
      [
        'sections 1: The column “name (English)” is missing in the header.',
        'sections B1: The cells B1:C1 are merged.',
        'sections C3: This cell is in a column without a header.',
      ],
    ],
    [
      'that columns are misspelt, twice, or missing',
      (workbook) => {
        workbook.set('criteria', 'C1', 'qestion');
        workbook.set('criteria', 'H1', 'points');
      },
      [
        'criteria 1: The column “question” is missing in the header.',
        'criteria C1: There is no column “qestion”. The columns of this sheet: code, section, question,',
        'criteria H1: This column stands twice.',
      ],
    ],
    [
      'that an interval is reversed',
      (workbook) => workbook.set('levels', 'H5', 60),
      ['levels C5: The interval is reversed or empty: from 75 to 60.'],
    ],
    [
      'that points are a text with a comma, and all that is wrong besides',
      (workbook) => {
        workbook.set('criteria', 'E4', '12,5');
        workbook.set('criteria', 'F5', '1: 10; 20: 2,5');
        workbook.set('criteria', 'H3', 'perhaps');
        workbook.set('questions', 'B3', 1.5);
        workbook.set('levels', 'G3', 'maybe');
        workbook.set('framework', 'B7', null);
      },
      [
        'framework B7: It is missing. Fill in this field.',
        'levels G3: It must be “yes” or “no”.',
        'questions B3: It must be a whole number.',
        'criteria H3: It must be one of: REQUIRED, OPTIONAL, NONE.',
        'criteria E4: “12,5” is a text and no number',
        'criteria F5: “20: 2,5” is no band.',
      ],
    ],
    [
      'that cells hold formulas and errors',
      (workbook) => {
        workbook.put('criteria', 'E4', { value: 60, formula: '30*2', formulaResult: 60 });
        workbook.put('sections', 'E3', { value: '#REF!', type: 'error' });
      },
      ['sections E3: The cell shows the error #REF!.', 'criteria E4: The cell holds a formula.'],
    ],
    [
      'that rows and columns are hidden',
      (workbook) => {
        workbook.sheet('criteria').rowDefs = new Map([[5, { hidden: true }]]);
        workbook.sheet('questions').columns = [{}, {}, {}, {}, { hidden: true }];
      },
      ['questions E1: The column E is hidden.', 'criteria 6: This row is hidden.'],
    ],
    [
      'that codes became numbers or dates',
      (workbook) => {
        workbook.set('criteria', 'A3', 1.1);
        workbook.put('criteria', 'A4', {
          value: new Date('2026-02-01T00:00:00Z'),
          style: { numFmt: 'd-m' },
        });
        workbook.set('indicators', 'G3', 1.1);
      },
      [
        'criteria A3: The cell holds the number 1.1 and no code: 1.1 and 1.10 are the same number.',
        'criteria A4: Excel has made a date or a time of this cell.',
        'indicators G3: The cell holds the number 1.1 and no code',
      ],
    ],
    [
      'that days are none',
      (workbook) => {
        workbook.set('framework', 'B13', 46023);
        workbook.set('framework', 'B14', '31/02/2026');
      },
      ['framework B13: It must be a day', 'framework B14: It must be a day'],
    ],
    [
      'that fields are unknown, twice or missing',
      (workbook) => {
        workbook.set('framework', 'A7', 'isuer');
        workbook.set('framework', 'A8', 'code');
      },
      [
        'framework A1: The row “issuer” is missing.',
        'framework A7: There is no field “isuer”.',
        'framework A8: This field stands twice.',
      ],
    ],
    [
      'that requirements cannot be read, or not be met',
      (workbook) => {
        workbook.set('indicators', 'G3', '1.1 and');
        workbook.set('indicators', 'G4', '2.1 and section 2 >= 160%');
      },
      ['indicators G3: The requirement cannot be read', 'indicators G4: It must be at most 100.'],
    ],
    [
      'that options are of no question, or of one without options, and that a question has none',
      (workbook) => {
        workbook.set('options', 'A3', 'nothing');
        workbook.set('options', 'A4', 'lms-name');
        workbook.set('options', 'A5', null);
      },
      [
        'questions H7: This question has no levels or options.',
        'options A3: There is no question with the code nothing.',
        'options A4: The question lms-name is answered by TEXT, which has no levels or options.',
        'options A5: The code of the question is missing.',
      ],
    ],
    [
      'that the whole does not fit, as in JSON',
      (workbook) => {
        workbook.set('sections', 'G4', null);
        workbook.set('sections', 'H4', null);
        workbook.set('criteria', 'G6', 'yes');
        workbook.set('indicators', 'G4', '2.2 >= 3');
      },
      [
        'sections E4: Section 2 declares 100 points, and its criteria add up to 90.',
        'criteria A6: Nobody can meet the condition 1.4',
        'indicators G4: Nobody can reach 3: the highest is 2.',
      ],
    ],
    [
      'that texts lost their letters',
      (workbook) => workbook.set('framework', 'B5', 'Bá»™ tiÃªu chÃ­'),
      ['framework B5: is UTF-8 that was read as if it were another encoding'],
    ],
    [
      'that both rules of levels are given',
      (workbook) => workbook.set('framework', 'B16', 1),
      ['framework B15: The level of a framework follows one rule only'],
    ],
  ])('%s', async (_name, change, problems) => {
    expect(await after(change)).toEqual(told(...problems));
  });

  test('that the template has to be filled in, and nothing else', async () => {
    const problems = await problemsOf(await templateWorkbook());
    expect(problems.map((each) => each.split(':', 1)[0])).toEqual([
      ...[3, 4, 5, 6, 7, 11, 12, 13].map((row) => `framework B${row}`),
      'sections 2',
      'questions 2',
      'criteria 2',
    ]);
  });
});

describe('refused as a whole is', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a file that is no zip', () => Buffer.from('PK, but no zip'), 'The file is no .xlsx workbook'],
    ['an empty file', () => Buffer.alloc(0), 'The file is no .xlsx workbook'],
    [
      'a zip that is no workbook',
      () => zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
      'This zip file is no Excel workbook',
    ],
    [
      'a workbook with macros',
      async () => (await openExample()).bytes({ vbaProject: new Uint8Array([1, 2, 3]) }),
      'The workbook contains macros',
    ],
    [
      'a workbook with a password',
      async () => (await openExample()).bytes({ encryption: { password: 'x', spinCount: 1 } }),
      'The workbook is protected by a password',
    ],
    [
      'a zip with a password',
      () => zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>', flags: 1 }]),
      'The workbook is protected by a password',
    ],
    [
      'a workbook of Excel 97',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'This is a workbook of an older or binary form',
    ],
    [
      'a binary workbook',
      () => zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
      'This is a workbook of an older or binary form',
    ],
    [
      'a workbook that was cut off',
      async () => {
        const bytes = await (await openExample()).bytes();
        return bytes.subarray(0, bytes.length / 2);
      },
      'The file is no .xlsx workbook',
    ],
    [
      'a workbook whose XML is broken',
      () => zipOf(workbookParts({ criteria: '<row><c></row>' })),
      'The workbook is damaged',
    ],
    [
      'a workbook that names entities of its own',
      () =>
        zipOf([
          ...workbookParts({}).filter(({ name }) => !name.includes('s5')),
          {
            name: 'xl/worksheets/s5.xml',
            content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><c><v>&a;</v></c></worksheet>',
          },
        ]),
      'The workbook is damaged',
    ],
    [
      'a zip that says less than it holds',
      () =>
        zipOf(
          workbookParts({ criteria: ' '.repeat(400_000) }).map((part) => ({
            ...part,
            declared: 100,
          })),
        ),
      'The workbook is damaged',
    ],
  ])('%s', async (_name, make, problem) => {
    expect(await problemsOf(await make())).toEqual(told(` : ${problem}`));
  });
});

describe('in seconds and with little memory', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-workbook-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const row = (number: number, ...texts: string[]) =>
    `<row r="${number}">${texts.map((each) => `<c t="str"><v>${each}</v></c>`).join('')}</row>`;
  const rows = (count: number, ...texts: string[]) =>
    Array.from({ length: count }, (_each, index) => row(index + 1, ...texts)).join('');
  const everywhere = (content: string) =>
    Object.fromEntries(
      ['levels', 'sections', 'questions', 'options', 'criteria', 'indicators'].map((name) => [
        name,
        content,
      ]),
    );
  const HEADER = row(1, 'code', 'section', 'question');

  test.each<[string, () => Buffer, string]>([
    [
      'one with 100,000 rows',
      () =>
        zipOf(
          workbookParts({
            criteria: HEADER + rows(100_000, 'a', 'b', 'c').slice(row(1, 'a', 'b', 'c').length),
          }),
        ),
      'criteria 2001',
    ],
    [
      'one with 300,000 empty rows',
      () =>
        zipOf(
          workbookParts({ criteria: HEADER + '<row ht="15"><c s="1"/></row>'.repeat(300_000) }),
        ),
      'This sheet has no rows yet.',
    ],
    [
      'a bomb of spaces',
      () => zipOf(workbookParts({ criteria: ' '.repeat(300_000_000) })),
      'The workbook is too large',
    ],
    [
      'a bomb of rows',
      () => zipOf(workbookParts({ criteria: '<row/>'.repeat(30_000_000) })),
      'The workbook is too large',
    ],
    [
      'a bomb of texts',
      () => zipOf(workbookParts({}, `<sst>${'<si><t>a</t></si>'.repeat(5_000_000)}</sst>`)),
      'The workbook is too large',
    ],
    [
      'elements in elements',
      () => zipOf(workbookParts({ criteria: '<a>'.repeat(5_000_000) })),
      'The workbook is damaged',
    ],
    [
      'a long text in very many cells',
      () =>
        zipOf(
          workbookParts(
            everywhere(HEADER + '<row><c t="s"><v>0</v></c></row>'.repeat(1_900)),
            `<sst><si><t>${'1.1 or '.repeat(4_000)}</t></si></sst>`,
          ),
        ),
      'There are too many rows, cells or characters',
    ],
    [
      'cells everywhere',
      () => zipOf(workbookParts(everywhere(rows(1_900, ...Array<string>(60).fill('code'))))),
      'There are too many rows, cells or characters',
    ],
    [
      'a zip of 60,000 parts',
      () =>
        zipOf(
          Array.from({ length: 60_000 }, (_each, index) => ({ name: `xl/${index}`, content: '' })),
        ),
      'The workbook is too large',
    ],
  ])(
    '%s is told',
    async (name, make, problem) => {
      const path = join(folder, `${name.replaceAll(/\W/g, '-')}.xlsx`);
      await writeFile(path, make());
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '-e', MEASURE, path],
        { maxBuffer: 100_000_000 },
      );
      const { problems, seconds, megabytes } = JSON.parse(stdout) as Measured;
      expect(problems.join('\n')).toContain(problem);
      expect(seconds).toBeLessThan(10);
      expect(megabytes).toBeLessThan(200);
    },
    60_000,
  );

  interface Measured {
    problems: string[];
    seconds: number;
    megabytes: number;
  }

  /** Reads a workbook in a process of its own, and looks at its memory again and again: what the system keeps as the most begins with that of the parent. */
  const MEASURE = `
    import { readFileSync } from 'node:fs';
    import { readWorkbook } from './dist/src/frameworks/workbook/read-workbook.js';
    let most = 0;
    const look = () => { most = Math.max(most, process.memoryUsage.rss()); };
    setInterval(look, 2).unref();
    const begun = performance.now();
    const { problems } = await readWorkbook(readFileSync(process.argv[1]));
    console.log(JSON.stringify({
      problems: problems.map(({ sheet, row, text }) => \`\${sheet} \${row}: \${text.en}\`),
      seconds: (performance.now() - begun) / 1000,
      megabytes: (look(), most) / 1e6,
    }));`;
});
