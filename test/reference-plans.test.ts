import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { command, type Finished } from './support/command.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const FOLDER = new URL('../seeds/reference/plans/', import.meta.url);
const FILES = readdirSync(FOLDER).sort();

let hub: TestHub;
let folder: string;
const told: Finished[] = [];
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  folder = await mkdtemp(join(tmpdir(), 'hub-plans-'));
  for (const file of FILES) told.push(await bring(fileURLToPath(new URL(file, FOLDER))));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const bring = (path: string, ...options: string[]) =>
  command(['import', 'plan', path, ...options], { DATABASE_URL: hub.databaseUrl });

/** A file with some fields of a reference plan changed. */
async function changed(name: string, changes: object): Promise<string> {
  const path = join(folder, name);
  const plan = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
  await writeFile(path, JSON.stringify({ ...plan, ...changes }));
  return path;
}

const revision = async () => (await hub.ask('{ frameworks { id } }')).extensions.data.revision;

/** The lines of Lâm Đồng for indicators of the plans. */
async function linesOf(indicators: string[], group: string): Promise<any[]> {
  const { administrativeUnit } = await hub.data(
    `query ($indicators: [String!]!, $group: InstitutionGroup!) {
      administrativeUnit(code: "68") {
        progress(indicators: $indicators, groups: [$group]) {
          lines {
            indicator { code name } institutions completed reported percent upperPercent coveragePercent
            targets { target { year percent sourceStatus plan { document sourceStatus } } standing gapPoints }
          }
        }
      }
    }`,
    { indicators, group },
  );
  return administrativeUnit.progress.lines;
}

describe('the targets of the decisions', () => {
  test('are all taken, and told with how sure they are', () => {
    expect(FILES).toEqual([
      'decision-131.json',
      'decision-146.json',
      'decision-2222.json',
      'decision-411.json',
    ]);
    for (const { status, out, err } of told) {
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(/\(UNCONFIRMED\)\n.*\nrecorded\n$/s);
    }
  });

  test('are nowhere said to be confirmed', async () => {
    const { plans } = await hub.data(
      `{ plans(first: 20) { nodes { document title unit { id } sourceStatus
         targets { group indicator { code } year percent sourceStatus } } } }`,
    );
    const real = plans.nodes.filter(({ document }: any) => document.endsWith('QĐ-TTg'));
    const rows = real.flatMap(({ document, targets }: any) =>
      targets.map(({ group, indicator, year, percent }: any) =>
        [document, group, indicator.code, year, percent].join(' '),
      ),
    );

    expect(rows.sort()).toEqual([
      '131/QĐ-TTg GENERAL_EDUCATION one-digital-record 2025 100',
      '131/QĐ-TTg GENERAL_EDUCATION run-on-digital-data 2025 100',
      '146/QĐ-TTg GENERAL_EDUCATION stem-and-digital-skills 2025 50',
      '146/QĐ-TTg GENERAL_EDUCATION stem-and-digital-skills 2030 80',
      '2222/QĐ-TTg COLLEGE_AND_VOCATIONAL on-linked-platform 2025 50',
      '2222/QĐ-TTg COLLEGE_AND_VOCATIONAL on-linked-platform 2030 100',
      '411/QĐ-TTg COLLEGE_AND_VOCATIONAL ALL_FOUR 2025 80',
      '411/QĐ-TTg COLLEGE_AND_VOCATIONAL ALL_FOUR 2030 100',
      '411/QĐ-TTg GENERAL_EDUCATION ALL_FOUR 2025 70',
      '411/QĐ-TTg GENERAL_EDUCATION ALL_FOUR 2030 100',
    ]);
    for (const plan of real) {
      expect(plan).toMatchObject({ unit: null, sourceStatus: 'UNCONFIRMED' });
      expect(plan.title).toMatch(/unconfirmed|chưa xác nhận/);
      for (const { sourceStatus } of plan.targets) expect(sourceStatus).toBe('UNCONFIRMED');
    }
  });

  test.each([
    ['GENERAL_EDUCATION', ['stem-and-digital-skills', 'run-on-digital-data', 'one-digital-record']],
    ['COLLEGE_AND_VOCATIONAL', ['on-linked-platform']],
  ])(
    'of %s are not measured, so that they have no figure and no standing',
    async (group, codes) => {
      const lines = await linesOf(codes, group);

      expect(lines.map(({ indicator }) => indicator.code).sort()).toEqual([...codes].sort());
      for (const line of lines) {
        expect(line).toMatchObject({ institutions: 0, completed: 0, reported: 0 });
        expect([line.percent, line.upperPercent, line.coveragePercent]).toEqual([null, null, null]);
        for (const { standing, gapPoints } of line.targets)
          expect([standing, gapPoints]).toEqual(['NO_DATA', null]);
        expect(line.targets).not.toEqual([]);
      }
    },
  );

  test('that are shares of people or things are told, kept in the trail, and never a target', async () => {
    const [, , teachers] = told;
    const [event] = await hub.em.fork().execute(
      `select after from audit_event where action = 'import plan'
         and subject_type = 'Plan' and after ->> 'document' = '2222/QĐ-TTg'`,
    );

    expect(teachers!.out).toContain(
      'no target, because it is of teachers: Vocational teachers trained in digital capability: 2025 50%, 2030 100% (UNCONFIRMED)',
    );
    expect(event!.after).toMatchObject({
      note: { en: expect.stringContaining('From the press and a law site’s summary') },
      otherShares: [
        {
          percents: [
            { year: 2025, percent: 50 },
            { year: 2030, percent: 100 },
          ],
        },
      ],
    });
  });

  test('move no count', async () => {
    const { status, out } = await command(['rollup', 'verify'], {
      DATABASE_URL: hub.databaseUrl,
    });

    expect([status, out]).toEqual([0, expect.stringMatching(/./)]);
  });
});

describe('the file of a plan', () => {
  test('that was imported changes nothing a second time', async () => {
    const before = await revision();
    const again = await bring(fileURLToPath(new URL('decision-146.json', FOLDER)));

    expect(again.status).toBe(0);
    expect(again.out).toMatch(/no change: the hub has it as it is\n$/);
    expect(await revision()).toBe(before);
  });

  test('is tried without a change', async () => {
    const before = await revision();
    const path = await changed('decision-146.json', { document: '1/QĐ-THỬ' });
    const tried = await bring(path, '--dry-run');

    expect([tried.status, tried.out.split('\n').at(-2)]).toEqual([
      0,
      'dry run: nothing was changed',
    ]);
    expect(await revision()).toBe(before);
  });

  test('that says something else of a document than the hub is refused', async () => {
    const path = await changed('decision-411.json', { sourceStatus: 'CONFIRMED' });
    const { status, err } = await bring(path);

    expect(status).toBe(1);
    expect(err).toMatch(
      /^PLAN_REFUSED: .* 1 problem.*\n {2}document: The hub has the document 411/s,
    );
  });

  test('is for a unit of a day, too', async () => {
    const unit = { kind: 'PROVINCE', code: '67', on: '2024-12-31' };
    const done = await bring(await changed('decision-146.json', { document: '2/KH', unit }));
    const { plans } = await hub.data('{ plans(first: 20) { nodes { document unit { code } } } }');

    expect(done.status).toBe(0);
    expect(plans.nodes).toContainEqual({ document: '2/KH', unit: { code: '67' } });
  });

  test('with problems is refused with all of them at once', async () => {
    const stem = { code: 'stem-and-digital-skills', name: { vi: 'Khác', en: 'Other' } };
    const target = { indicator: stem.code, year: 2025, percent: 50, sourceStatus: 'UNCONFIRMED' };
    const before = await revision();
    const { status, err } = await bring(
      await changed('decision-146.json', {
        document: ' ',
        unit: { kind: 'PROVINCE', code: '67', on: '2026-01-01' },
        newIndicators: [{ ...stem, group: 'GENERAL_EDUCATION' }],
        targets: [
          { ...target, group: 'COLLEGE_AND_VOCATIONAL' },
          { ...target, group: 'GENERAL_EDUCATION', year: 1025 },
          { ...target, group: 'GENERAL_EDUCATION', indicator: 'nobody-knows' },
          { ...target, group: 'GENERAL_EDUCATION', dueOn: '2026-01-01' },
        ],
      }),
    );

    expect(status).toBe(1);
    expect(err.split('\n').flatMap((line) => /^ {2}([\w.]+): /.exec(line)?.[1] ?? [])).toEqual([
      'unit',
      'document',
      'newIndicators.0',
      'targets.0.group',
      'targets.1.year',
      'targets.2.indicator',
      'targets.3.dueOn',
    ]);
    expect(await revision()).toBe(before);
  });

  test.each([
    ['a name that is none', { colour: 'red' }, ': There is no such field: colour.'],
    ['a percentage of nothing', { targets: [] }, 'targets: It must be at least 1'],
    [
      'an indicator without a target',
      { newIndicators: [{ code: 'x', name: { vi: 'x', en: 'x' }, group: 'GENERAL_EDUCATION' }] },
      'newIndicators.0: No target is set on x.',
    ],
    ['a damaged text', { note: { vi: 'Theo b?o ch?', en: 'x' } }, 'note.vi: '],
  ])('with %s says where', async (_name, changes, line) => {
    const { status, err } = await bring(await changed('decision-131.json', changes));

    expect(status).toBe(1);
    expect(err).toContain(line);
  });

  test('with a target twice says so', async () => {
    const { targets } = JSON.parse(readFileSync(new URL('decision-411.json', FOLDER), 'utf8'));
    const path = await changed('decision-411.json', { targets: [...targets, targets[0]] });

    expect((await bring(path)).err).toContain(
      'targets.4: The target for COLLEGE_AND_VOCATIONAL ALL_FOUR 2025 is there already.',
    );
  });
});
