import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { importUnits } from '../src/units/unit.import.js';
import { recordEdition } from '../src/workforce-index/edition.service.js';
import { importPublishedIndex } from '../src/workforce-index/published-index.import.js';
import { command, type Finished } from './support/command.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

const EDITION = new URL(
  '../seeds/reference/index-editions/workforce-2022-illustrative.json',
  import.meta.url,
);

/** The provinces of the top five of 2022. */
const PROVINCES: Record<string, string> = {
  'TP. Đà Nẵng': '48',
  'TP. Hồ Chí Minh': '79',
  'Quảng Ninh': '22',
  'Thừa Thiên - Huế': '46',
  'TP. Cần Thơ': '92',
};

/** Where the developers' machines and CI have the published results; and the same in these lines. */
const SHARED = new URL('../../shared/data/vietnam/dti-2022-top5.csv', import.meta.url);
const TOP_FIVE = `rank,province,nhan_thuc,the_che,ha_tang,nhan_luc,attt,chinh_quyen_so,kinh_te_so,xa_hoi_so,pdti
1,TP. Đà Nẵng,1.0000,0.9000,0.8253,0.8487,0.7578,0.8575,0.7836,0.5197,0.8002
2,TP. Hồ Chí Minh,0.8917,0.9000,0.8258,0.6267,0.5580,0.8406,0.7611,0.3590,0.7163
3,Quảng Ninh,0.9581,0.9000,0.7648,0.6250,0.5382,0.8385,0.5904,0.4505,0.7024
4,Thừa Thiên - Huế,0.9500,0.9000,0.6823,0.6794,0.6423,0.8262,0.6787,0.3001,0.6975
5,TP. Cần Thơ,0.9000,0.8000,0.7233,0.7376,0.7226,0.7325,0.7556,0.2947,0.6924
`;

const UNITS = csv(
  'kind,code,name,valid_to',
  ...Object.entries(PROVINCES).map(([name, code]) => `PROVINCE,${code},${name},2025-06-30`),
);

let folder: string;
let hub: TestHub;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-index-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  hub = await startHub();
});
afterEach(() => hub.close());

async function bring(kind: string, content: string | Uint8Array): Promise<Finished> {
  const file = join(folder, kind);
  await writeFile(file, content);
  return command(['import', kind, file], { DATABASE_URL: hub.databaseUrl });
}

/** What is stored of editions and results, as one can compare it. */
async function stored(): Promise<string> {
  const rows = await hub.em.fork().execute(
    `select (select json_agg(edition order by id) from index_edition as edition)::text as editions,
       (select json_agg(result order by id) from published_index as result)::text as results,
       (select revision from publication) as revision`,
  );
  return JSON.stringify(rows);
}

const edition = async () => JSON.parse(await readFile(EDITION, 'utf8'));

describe('hub import index-edition', () => {
  test('records an edition once, and says that the same again changes nothing', async () => {
    const text = await readFile(EDITION, 'utf8');

    const first = await bring('index-edition', text);
    const before = await stored();
    const again = await bring('index-edition', text);

    expect(first).toEqual({
      status: 0,
      out: expect.stringMatching(/^1 created, 0 updated, 0 unchanged\n/),
      err: '',
    });
    expect(again).toEqual({
      status: 0,
      out: '0 created, 0 updated, 1 unchanged\nno change\n',
      err: '',
    });
    expect(await stored()).toBe(before);
  });

  test('refuses another text under a version that is used, takes the next, and never changes one', async () => {
    const document = await edition();
    await bring('index-edition', JSON.stringify(document));
    const before = await stored();
    const changed = { ...document, source: 'Một nguồn khác' };

    const used = await bring('index-edition', JSON.stringify(changed));
    expect(used).toMatchObject({ status: 1, out: '' });
    expect(used.err).toContain('EDITION_USED');
    expect(used.err).toContain('give the new one version 2');
    expect(await stored()).toBe(before);

    const next = await bring('index-edition', JSON.stringify({ ...changed, version: 2 }));
    expect(next).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^1 created, 0 updated, 0 unchanged\n/),
    });
    for (const statement of [
      "update index_edition set document = '{}' where version = 1",
      'delete from index_edition where version = 1',
    ])
      await expect(hub.em.fork().execute(statement)).rejects.toThrow(/is final/);
  });

  test('says everything that is wrong at once, and stores nothing', async () => {
    const document = await edition();
    document.inputs.members.of = ['communeMembers', 'nobody'];
    document.inputs.around = { from: 'SUM', of: ['back'] };
    document.inputs.back = { from: 'SUM', of: ['around'] };
    document.components[0].formula.part = 'teams';
    document.components[1].maximumPoints = 11;
    document.components[7].formula.steps.reverse();
    document.components[12].code = '12';
    document.lastYear = 2000;
    const before = await stored();

    const { status, out, err } = await bring('index-edition', JSON.stringify(document));

    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('EDITION_REFUSED');
    for (const line of [
      'inputs.members.of: there is no input nobody',
      'inputs.around: is a sum that contains itself',
      'inputs.back: is a sum that contains itself',
      'components.0.formula: there is no input teams',
      'components.7.formula.steps: have to rise, in atLeast and in points',
      'components.7.formula.steps: end with 2 points, not the maximum of 6',
      'components.12.code: 12 is there twice',
      'maximumPoints: is 100, but the components’ maxima add up to 101',
      'lastYear: is before firstYear, 2021',
    ])
      expect(err).toContain(line);
    expect(err).toContain('The edition has 9 problem(s); nothing was changed.');
    expect(await stored()).toBe(before);
  });
});

const RESULT = 'unit_kind,unit_code,year,index_code,value,rank,of_how_many,source,source_status';
const result = (code: string, index: string, value: string, rank = '', of = '', year = '2022') =>
  `PROVINCE,${code},${year},${index},${value},${rank},${of},Công bố 2022,CONFIRMED`;

/** The rows of the published table as those of a file of results. */
function topFive(text: string): string[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const columns = header!.split(',');
  return lines.flatMap((line) => {
    const [rank, province, ...values] = line.split(',');
    return values.map((value, index) => {
      const code = columns[index + 2]!;
      return code === 'pdti'
        ? result(PROVINCES[province!]!, 'DTI', value, rank, '63')
        : result(PROVINCES[province!]!, `DTI/${code}`, value);
    });
  });
}

describe('hub import published-index', () => {
  beforeEach(async () => {
    const em = hub.em.fork();
    await publish(em, (tx) => importUnits(tx, UNITS));
    const text = await readFile(EDITION, 'utf8');
    await publish(em, (tx) => recordEdition(tx, text, new Date('2022-10-01T00:00:00Z')));
  });

  /** What an import through the service answers, or the problems with their rows and columns. */
  async function problemsOf(...lines: string[]): Promise<string[]> {
    const content = csv(RESULT, ...lines);
    return publish(hub.em.fork(), (tx) => importPublishedIndex(tx, content)).then(
      () => [],
      ({
        problems,
      }: {
        problems: { row: number; column: string | null; text: { en: string } }[];
      }) => problems.map(({ row, column, text }) => `${row} ${column}: ${text.en}`),
    );
  }

  test('takes the five published rows: Σ(weight × index) ÷ 1000 gives their composite', async () => {
    const text = existsSync(SHARED) ? await readFile(SHARED, 'utf8') : TOP_FIVE;
    const rows = topFive(text);
    expect(rows).toEqual(topFive(TOP_FIVE));

    const first = await bring('published-index', [RESULT, ...rows].join('\n'));
    const again = await bring('published-index', [RESULT, ...rows].join('\n'));

    expect(first).toEqual({
      status: 0,
      out: expect.stringMatching(/^45 created, 0 updated, 0 unchanged\n/),
      err: '',
    });
    expect(again.out).toBe('0 created, 0 updated, 45 unchanged\nno change\n');
    // The same by hand.
    const { composite } = await edition();
    for (const code of Object.values(PROVINCES)) {
      const found = await hub.em.fork().execute<{ index_code: string; value: string }[]>(
        `select index_code, value from published_index
         where unit_id = (select id from administrative_unit where code = ?)`,
        [code],
      );
      const valueOf = (name: string) =>
        Number(found.find(({ index_code }) => index_code === name)!.value);
      const sum = composite.parts.reduce(
        (added: number, part: any) => added + part.weight * valueOf(`DTI/${part.code}`),
        0,
      );
      expect(Math.abs(sum / 1000 - valueOf('DTI'))).toBeLessThanOrEqual(0.0001);
    }
    const { unit } = await hub.data(`{ unit: administrativeUnit(code: "48", on: "2022-12-31") {
      workforceIndex(year: 2022) { published { value rank ofHowMany source } } } }`);
    expect(unit.workforceIndex.published).toEqual({
      value: 0.8487,
      rank: null,
      ofHowMany: null,
      source: 'Công bố 2022',
    });
  });

  test.each([2, -2])('refuses a composite that is off by %i ten-thousandths', async (by) => {
    const rows = topFive(TOP_FIVE);
    const off = rows.map((row) =>
      row.includes(',48,2022,DTI,')
        ? row.replace('0.8002', (0.8002 + by / 10_000).toFixed(4))
        : row,
    );
    const before = await stored();

    expect(await problemsOf(...off)).toEqual([
      '10 value: is not what its parts give, 0.8002; compare it and its parts with the source',
    ]);
    const { status, out, err } = await bring('published-index', [RESULT, ...off].join('\n'));
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('is not what its parts give, 0.8002');
    expect(await stored()).toBe(before);
  });

  test('leaves a composite alone of which not all parts are in the file', async () => {
    expect(await problemsOf(result('48', 'DTI', '0.9'), result('48', 'DTI/attt', '0.1'))).toEqual(
      [],
    );
  });

  test('replaces a result that was corrected', async () => {
    await bring('published-index', [RESULT, result('48', 'DTI', '0.8002', '1', '63')].join('\n'));
    const again = await bring(
      'published-index',
      [RESULT, result('48', 'DTI', '0.8003', '1', '63')].join('\n'),
    );

    expect(again).toEqual({
      status: 0,
      out: expect.stringMatching(/^0 created, 1 updated, 0 unchanged\n/),
      err: '',
    });
    expect(await hub.em.fork().execute('select value, rank from published_index')).toEqual([
      { value: '0.8003', rank: 1 },
    ]);
  });

  test('says everything that is wrong at once, and stores nothing', async () => {
    const before = await stored();

    const problems = await problemsOf(
      result('99', 'DTI', '0.5'),
      result('98', 'DTI', '0.5'),
      // Not any more, or not yet.
      result('48', 'DTI', '0.5', '', '', '2025'),
      result('48', 'DTI', '1.0001'),
      result('48', 'DTI/attt', '0.12345'),
      result('48', 'DTI/nhan_luc', 'nhiều'),
      result('79', 'DTI', '0.5', '64', '63'),
      result('79', 'DTI/attt', '0.5', '3'),
      result('22', 'DTI', '0.5'),
      result('22', 'DTI', '0.6'),
      result('22', '', '', '', '', 'năm nay'),
      result('22', 'DTI', '0.5', '', '', ''),
      result('46', 'DTI', '0.5', '', '', '1022'),
    );

    expect(problems).toEqual([
      '2 unit_code: names no PROVINCE on 2022-12-31; import the units first',
      '3 unit_code: names no PROVINCE on 2022-12-31; import the units first',
      expect.stringMatching(
        /^4 unit_code: names no PROVINCE on 2025-12-31; until 2025-06-30 it named “/,
      ),
      '5 value: is not a number from 0 to 1 with at most four decimals; write 0.7512, say',
      '6 value: is not a number from 0 to 1 with at most four decimals; write 0.7512, say',
      '7 value: is not a number from 0 to 1 with at most four decimals; write 0.7512, say',
      '8 rank: goes together with of_how_many, and is from 1 to it; write both or neither',
      '9 rank: goes together with of_how_many, and is from 1 to it; write both or neither',
      '11 index_code: this result stands in row 10 already; keep one of them',
      '12 year: is not a year from 1900 to 2200; write four digits, such as 2024',
      '12 index_code: is empty; it is needed',
      '12 value: is empty; it is needed',
      '13 year: is empty; it is needed',
      '14 year: is not a year from 1900 to 2200; write four digits, such as 2024',
    ]);
    expect(await stored()).toBe(before);
  });
});
