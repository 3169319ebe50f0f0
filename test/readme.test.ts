import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSummary } from '../src/start/summary.js';
import { readEdition } from '../src/workforce-index/edition.js';
import { startHub, type TestHub } from './support/hub.js';
import { castOf, now } from './support/reporting.js';

let hub: TestHub;
let readme: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  readme = await readFile('README.md', 'utf8');
});
afterAll(() => hub.close());

/** The code blocks of a language, in order. */
function blocks(language: string, text = readme): string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1]!,
  );
}

test('the picture in the README is what the hub prints at start', async () => {
  const printed = (await startSummary(hub.server))!.split('\n').map((line) => line.trim());
  const [picture] = blocks('');

  const shown = picture!
    .trim()
    .split('\n')
    .map((line) => line.trim());
  expect(shown.filter((line) => line !== '…' && !printed.includes(line))).toEqual([]);
  expect(shown.length).toBeGreaterThan(8);
});

test('the planner’s command in the README gives the answer that stands under it', async () => {
  const request = blocks('sh').find((block) => block.startsWith('curl'))!;
  const [shown] = blocks('json');

  const { query } = JSON.parse(/-d '(.*)'/.exec(request)![1]!);
  const { administrativeUnit } = await hub.data(query);

  const [line] = administrativeUnit.progress.lines;
  expect({ ...line, targets: line.targets.slice(0, 1) }).toEqual(JSON.parse(shown!));
});

test('the question by criterion in the README gives the answer that stands under it', async () => {
  const request = blocks('sh').filter((block) => block.startsWith('curl'))[1];
  const shown = blocks('json')[1];

  const { query } = JSON.parse(/-d '(.*)'/.exec(request!)![1]!);
  const { administrativeUnit } = await hub.data(query);

  const { nodes } = administrativeUnit.criterionFigures.criteria;
  expect(nodes).toHaveLength(5);
  expect(nodes[0]).toEqual(JSON.parse(shown!));
});

test('the documents in the README are answered, one after the other, by whom they are for', async () => {
  const { school, reviewer } = await castOf(hub);
  const [ranking, changes, standing, save, evidence, queue, index, page, ...rest] =
    blocks('graphql');

  const { progressChange, progressMovers } = await hub.data(changes!);
  const reasons = progressChange.lines[0].parts.map(({ reason }: any) => reason);
  expect(reasons).toEqual(['NEWLY_COMPLETED', 'FELL_BACK']);
  expect(progressMovers.nodes).toHaveLength(10);

  const { breakdown } = await hub.data(ranking!);
  expect(breakdown.nodes).toHaveLength(10);
  expect(breakdown.nodes[0].rank).toBe(1);

  const { institution } = await hub.data(standing!, {}, school);
  expect(institution).toMatchObject({ name: 'THPT Chu Văn An' });
  expect(institution.pillars).toHaveLength(4);
  const [{ round, state, lockReason }] = institution.participations.nodes;
  expect([state, lockReason]).toEqual([null, null]);

  const ids = { institution: institution.id, round: round.id };
  const { statusUpdateSave } = await hub.data(save!, ids, school);
  expect(statusUpdateSave).toMatchObject({ statusUpdate: { version: 1 }, userErrors: [] });

  const update = statusUpdateSave.statusUpdate.id;
  const { evidenceLinkAdd } = await hub.data(evidence!, { update }, school);
  expect(evidenceLinkAdd).toMatchObject({ evidence: {}, userErrors: [] });

  const { statusUpdates } = await hub.data(queue!, {}, reviewer);
  expect(statusUpdates.nodes).toHaveLength(20);

  const { administrativeUnit } = await hub.data(index!);
  const states = administrativeUnit.workforceIndex.components.map(({ state }: any) => state);
  expect(states.filter((state: string) => state === 'ZERO')).toHaveLength(5);
  expect(states.filter((state: string) => state === 'NOT_COUNTED')).toHaveLength(5);
  expect(administrativeUnit.workforceIndex.published).toMatchObject({ value: 0.0538, rank: 58 });

  const { institutions } = await hub.data(page!);
  expect(institutions.nodes.map(({ name }: any) => name)).toContain('THPT Đăk Mil');
  expect(rest).toEqual([]);
});

/** Where the README has the reader go on a hub that is just started. */
const addressesIn = (text: string) =>
  [...text.matchAll(/http:\/\/127\.0\.0\.1:4000([^\s'"`)]*)/g)].map(([, path]) => path || '/');

test.each(['README.md', 'clients/README.md'])(
  'every address in %s is answered on the demo',
  async (file) => {
    const addresses = new Set(addressesIn(await readFile(file, 'utf8')));
    // These take what is posted, with an example of its own.
    const posted = ['/graphql', '/graphql/stream', '/mcp'];
    const opened = [...addresses].filter((address) => !posted.includes(address));

    expect(opened.length).toBeGreaterThan(2);
    for (const address of opened) {
      const { statusCode, body } = await hub.server.inject({ url: address });
      // Without a build of the console its page leads to GraphiQL.
      expect([address, statusCode]).toEqual([address, address === '/' ? 302 : 200]);
      // Nobody came for a header without rows.
      if (address.includes('.csv')) expect(body.split('\n').length).toBeGreaterThan(2);
    }
  },
);

test('every setting in .env.example is one that the hub or the suite reads', async () => {
  const example = await readFile('.env.example', 'utf8');
  const settings = await readFile('src/settings.ts', 'utf8');
  const sources = `${settings}${await readFile('test/support/global-setup.js', 'utf8')}`;

  const names = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map((match) => match[1]!);
  expect(names.filter((name) => !sources.includes(name))).toEqual([]);
  const read = [...sources.matchAll(/^ +([A-Z0-9_]+): z/gm)].map((match) => match[1]!);
  expect(read).toContain('HUB_DATA_DIR');
  expect(read.filter((name) => !names.includes(name))).toEqual([]);
});

test('the edition in docs/index-editions.md is one that the hub takes', async () => {
  const text = await readFile('docs/index-editions.md', 'utf8');

  const [, example] = /```json\n([\s\S]*?)```/.exec(text)!;

  expect(readEdition(example!).problems).toEqual([]);
});

test('the change of one institution in docs/imports.md is previewed, and then made', async () => {
  const { planner } = await castOf(hub);
  const [present, rename] = blocks('graphql', await readFile('docs/imports.md', 'utf8'));
  const {
    institution: { id, version, name, canChange },
  } = await hub.data(present!, {}, planner);
  expect(canChange).toBe(true);
  const ids = { institution: id, version };

  const previewed = (await hub.data(rename!, ids, planner)).institutionChange;
  const made = rename!.replace('preview: true', 'preview: false');
  const recorded = (await hub.data(made, ids, planner)).institutionChange;

  const change = { column: 'name', before: name, after: 'THPT Nguyễn Du' };
  for (const { effect, userErrors } of [previewed, recorded]) {
    expect(userErrors).toEqual([]);
    expect(effect).toMatchObject({ changes: [{ ...change, since: '2026-09-01' }], figures: [] });
  }
  expect(previewed.institution).toEqual({ id, name, version });
  expect(recorded.institution.name).toBe(change.after);
  expect(recorded.institution.version).toBeGreaterThan(version);
});
