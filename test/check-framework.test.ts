import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { command } from './support/command.js';
import { openExample } from './support/workbook.js';

const EXAMPLE = 'docs/examples/framework-two-groups.json';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-framework-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a framework file is told as what it asks of whom, without a database', async () => {
  const { status, out } = await command(['check', 'framework', EXAMPLE], {});

  expect(status).toBe(0);
  expect(out.trim().split('\n')).toEqual([
    'Example of two groups: example-two-groups, version 1, ILLUSTRATIVE, in force from 2026-01-01',
    '7 questions for 7 criteria',
    'Primary school is asked 6; 1: 100 points, 2: 60 points; decides OPEN_LEARNING_RESOURCES, DIGITAL_GOVERNANCE, example-level-2',
    ...['Lower secondary school', 'Upper secondary school', 'Multi-level school'].map(
      (kind) =>
        `${kind} is asked 7; 1: 100 points, 2: 90 points; decides OPEN_LEARNING_RESOURCES, DIGITAL_GOVERNANCE, example-level-2`,
    ),
    '2 declares 100 points: The source declares 100 points; its criteria add up to 90.',
  ]);
});

test('all problems of a framework file are told at once, each with its place', async () => {
  const file = JSON.parse(await readFile(EXAMPLE, 'utf8'));
  delete file.sections[1].gapReason;
  file.criteria[3].condition = true;
  const path = join(folder, 'wrong.json');
  await writeFile(path, JSON.stringify(file));

  const { status, out, err } = await command(['check', 'framework', path], {});

  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('FRAMEWORK_REFUSED');
  expect(err).toContain('has 2 problem(s)');
  expect(err).toContain('  sections.1.maximum: Section 2 declares 100 points');
  expect(err).toContain('  criteria.3: Nobody can meet the condition 1.4');
});

test('a framework becomes a workbook and JSON again, and both are checked alike', async () => {
  const [workbook, json] = [join(folder, 'set.xlsx'), join(folder, 'set.json')];
  const there = await command(['framework', 'convert', EXAMPLE, workbook], {});
  const back = await command(['framework', 'convert', workbook, json], {});
  expect([there.status, back.status]).toEqual([0, 0]);

  const [asWorkbook, asJson] = [await readFile(json, 'utf8'), await readFile(EXAMPLE, 'utf8')];
  expect(JSON.parse(asWorkbook)).toEqual(JSON.parse(asJson));
  const checks = [EXAMPLE, workbook, json].map((path) => command(['check', 'framework', path], {}));
  const outs = (await Promise.all(checks)).map(({ out }) => out);
  expect(new Set(outs).size).toBe(1);
});

test('the problems of a workbook are told by sheet, row and column', async () => {
  const path = join(folder, 'wrong.xlsx');
  const workbook = await openExample();
  workbook.set('criteria', 'E4', '12,5');
  workbook.set('sections', 'A1', 'cod');
  await writeFile(path, await workbook.bytes());

  const { status, err } = await command(['check', 'framework', path], {});

  expect(status).toBe(1);
  expect(err).toContain('  sections, row 1: The column “code” is missing');
  expect(err).toContain('  sections A1: There is no column “cod”');
  expect(err).toContain('  criteria E4: “12,5” is a text and no number');
});

test('the template is written once, and nothing is written over', async () => {
  const path = join(folder, 'template.xlsx');
  const first = await command(['framework', 'template', path], {});
  const second = await command(['framework', 'template', path], {});
  const other = await command(['framework', 'convert', EXAMPLE, join(folder, 'set.csv')], {});

  expect([first.status, second.status, other.status]).toEqual([0, 1, 1]);
  expect(second.err).toContain('FILE_UNWRITABLE');
  expect(other.err).toContain('FRAMEWORK_FORM_UNKNOWN');
});

test('a file that is not there is told', async () => {
  const { status, err } = await command(['check', 'framework', join(folder, 'none.json')], {});

  expect(status).toBe(1);
  expect(err).toContain('FILE_UNREADABLE');
});
