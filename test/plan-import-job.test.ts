import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { Importer, workingOnJobs } from './support/import-jobs.js';
import { idOfUnit, signIn } from './support/people.js';

const FILE = 'seeds/reference/plans/decision-2222.json';

let hub: TestHub;
let operator: Importer;
let stop: () => Promise<void>;
let text: string;
beforeAll(async () => {
  text = await readFile(FILE, 'utf8');
  hub = await startHub({ from: 'demo', now: () => new Date('2026-11-25T03:00:00Z') });
  operator = new Importer(hub, await signIn(hub, { role: 'OPERATOR' }, 'Anh Bình'));
  stop = workingOnJobs(hub);
});
afterAll(async () => {
  await stop();
  await hub.close();
});

const plans = async () =>
  (
    await hub.data(
      '{ plans(first: 100) { nodes { document targets { year percent indicator { code } } } } }',
    )
  ).plans.nodes;

test('a plan is previewed with what it aims at, saved once, and not undone as a file', async () => {
  const before = await plans();
  const job = await operator.bring('PLAN', 'ke-hoach.json', text);
  expect(job).toMatchObject({ state: 'CHECKED', created: 1, problems: 0, questions: 0 });
  expect(await plans()).toEqual(before);
  const [{ subject, changes }] = await operator.rows(job, 'CREATED');
  expect(subject).toContain('2222/QĐ-TTg');
  expect(changes).toContainEqual(
    expect.objectContaining({
      column: expect.stringMatching(/^COLLEGE_AND_VOCATIONAL .* 2030$/),
      after: '100%',
    }),
  );
  expect((await operator.rows(job, 'FINDING')).map(({ code }) => code)).toEqual([
    ...['PLAN_NOTE', 'PLAN_NO_TARGET'],
  ]);

  const saved = await operator.save(job);
  expect(saved).toMatchObject({ state: 'SAVED', created: 1 });
  expect(await plans()).toHaveLength(before.length + 1);
  const again = await operator.bring('PLAN', 'ke-hoach.json', text);
  expect(again).toMatchObject({ state: 'CHECKED', created: 0, updated: 0, unchanged: 1 });

  const undoing = await operator.undo(saved.importRun!.id);
  expect(undoing).toMatchObject({ state: 'CHECKED', problems: 1 });
  expect(await operator.rows(undoing, 'PROBLEM')).toMatchObject([{ code: 'PLAN_STAYS' }]);
  expect(await plans()).toHaveLength(before.length + 1);
});

test('all that is wrong is told at its place, in the language of the reader', async () => {
  const wrong = JSON.stringify({ ...JSON.parse(text), document: ' ', sourceStatus: 'SURE' });
  const job = await operator.bring('PLAN', 'sai.json', wrong);
  expect(job).toMatchObject({ state: 'CHECKED', created: null });
  const told = await operator.rows(job, 'PROBLEM');
  expect(told.map(({ code, column }) => [code, column])).toContainEqual([
    ...['PLAN_REFUSED', 'sourceStatus'],
  ]);
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on ImportJob {
      rows(first: 100, kinds: [PROBLEM]) { nodes { message } } } } }`,
    { id: job.id },
    { ...operator.headers, 'accept-language': 'vi' },
  );
  expect(node.rows.nodes[0].message).toMatch(/^Phải là một trong:/);
});

test('planners bring no plans', async () => {
  const unit = await idOfUnit(hub, '68', '2026-11-25');
  const { errors } = await hub.ask(
    'mutation ($input: ImportJobStartInput!) { importJobStart(input: $input) { userErrors { code } } }',
    { input: { kind: 'PLAN', fileName: 'p.json', content: text } },
    await signIn(hub, { role: 'PLANNER', unit }),
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
