import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fromGlobalId } from '../src/graphql/node.js';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import {
  ReviewQueueDocument,
  StatusUpdateApproveDocument,
  StatusUpdateReturnDocument,
  StatusUpdateSaveDocument,
  StatusUpdateSubmitDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, signIn, type Headers } from './support/people.js';
import {
  castOf,
  draft,
  handedIn,
  now,
  type Cast,
  type Changed,
  type Outcome,
} from './support/reporting.js';

let hub: TestHub;
let cast: Cast;
let address: string;
beforeEach(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => hub.close());

/** One mutation over a connection of its own. */
async function send(
  document: { toString(): string },
  input: object,
  who: Headers,
): Promise<Outcome> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { ...who, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query: document.toString(), variables: { input } }),
  });
  const { data, errors } = (await response.json()) as any;
  if (errors) throw new Error(JSON.stringify(errors));
  const [payload] = Object.values<any>(data);
  return { update: payload.statusUpdate, refusals: payload.userErrors };
}

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));

/** How often each outcome came: a state, or the codes of the refusals. */
function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { update, refusals } of outcomes) {
    const what = update ? 'done' : refusals.map(({ code }) => code).join();
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

/** The trail of an update: what was done, and the version that came of it. */
async function trailOf({ id }: Pick<Changed, 'id'>): Promise<string[]> {
  const rows = await hub.em.fork().execute<{ action: string; version: number }[]>(
    `select action, subject_version as version from audit_event
     where subject_type = 'StatusUpdate' and subject_id = ? order by id`,
    [fromGlobalId('StatusUpdate', id)],
  );
  return rows.map(({ action, version }) => `${action} ${version}`);
}

/** The revisions of an update, as they are stored. */
function revisionsOf({ id }: Pick<Changed, 'id'>) {
  return hub.em.fork().execute<{ number: number; handedIn: boolean; decision: string | null }[]>(
    `select number, submitted_at is not null as "handedIn", decision
     from status_update_revision where update_id = ? order by number`,
    [fromGlobalId('StatusUpdate', id)],
  );
}

test('100 submits at once with one key have one effect, and get 100 equal answers', async () => {
  const { id, version } = await draft(hub, cast);
  const input = { id, version, idempotencyKey: 'nộp-1' };

  const outcomes = await Promise.all(
    times(100, () => send(StatusUpdateSubmitDocument, input, cast.school)),
  );

  expect(outcomes[0]).toEqual({
    update: { id, version: version + 1, state: 'SUBMITTED' },
    refusals: [],
  });
  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  expect(await trailOf({ id })).toEqual(['statusUpdateSave 1', 'statusUpdateSubmit 2']);
  expect(await revisionsOf({ id })).toEqual([{ number: 1, handedIn: true, decision: null }]);
  expect(await verifyCounts(hub.em.fork())).toEqual([]);
});

test('of 100 submits at once without a key one wins, and 99 are told of the conflict', async () => {
  const { id, version } = await draft(hub, cast);

  const outcomes = await Promise.all(
    times(100, () => send(StatusUpdateSubmitDocument, { id, version }, cast.school)),
  );

  expect(tally(outcomes)).toEqual({ done: 1, CONFLICT: 99 });
  const conflicts = outcomes.flatMap(({ refusals }) => refusals);
  expect(new Set(conflicts.map(({ message }) => message)).size).toBe(1);
  expect(conflicts[0]!.message).toMatch(/Changed by: Cô Hoa \(statusUpdateSubmit, /);
  expect(await trailOf({ id })).toEqual(['statusUpdateSave 1', 'statusUpdateSubmit 2']);
  expect(await verifyCounts(hub.em.fork())).toEqual([]);
});

test('of 50 decisions at once by several reviewers one wins, and 49 are told of the conflict', async () => {
  const { id, version } = await handedIn(hub, cast);
  const reviewers = await Promise.all(
    times(5, (index) =>
      signIn(hub, { role: 'REVIEWER', unit: cast.province }, `Người duyệt ${index}`),
    ),
  );
  const reasons = [{ criterion: 'G1', reason: 'Chưa ký.' }];

  const outcomes = await Promise.all(
    times(50, (index) =>
      index % 2 === 0
        ? send(StatusUpdateApproveDocument, { id, version }, reviewers[index % 5]!)
        : send(StatusUpdateReturnDocument, { id, version, reasons }, reviewers[index % 5]!),
    ),
  );

  expect(tally(outcomes)).toEqual({ done: 1, CONFLICT: 49 });
  const winner = outcomes.find(({ update }) => update)!.update!;
  const action = { APPROVED: 'statusUpdateApprove', RETURNED: 'statusUpdateReturn' }[winner.state!];
  expect(await trailOf({ id })).toEqual([
    'statusUpdateSave 1',
    'statusUpdateSubmit 2',
    `${action} 3`,
  ]);
  expect(await revisionsOf({ id })).toEqual([
    { number: 1, handedIn: true, decision: winner.state },
  ]);
  expect(await verifyCounts(hub.em.fork())).toEqual([]);
});

/** The answer to one criterion as it is stored in the newest revision. */
async function storedAnswer({ id }: Pick<Changed, 'id'>, code: string): Promise<number> {
  const [row] = await hub.em.fork().execute<{ value: number }[]>(
    `select self_value as value from status_update_entry
     join criterion on criterion.id = criterion_id
     where code = ? and revision_id =
       (select max(id) from status_update_revision where update_id = ?)`,
    [code, fromGlobalId('StatusUpdate', id)],
  );
  return row!.value;
}

describe('saves at once', () => {
  /** Each brings another answer, so that one knows whose was kept. */
  const saves = (count: number, version: number | null) =>
    times(count, (value) =>
      send(
        StatusUpdateSaveDocument,
        {
          institution: cast.institution,
          round: cast.round,
          version,
          answers: [{ criterion: 'O2', value, total: 40 }],
        },
        cast.school,
      ),
    );

  test.each([
    ['the first of all', false],
    ['of one version', true],
  ])('%s: of 20 one wins, and its answer is the one that is kept', async (_which, begun) => {
    const version = begun ? (await draft(hub, cast)).version : null;

    const outcomes = await Promise.all(saves(20, version));

    expect(tally(outcomes)).toEqual({ done: 1, CONFLICT: 19 });
    const winner = outcomes.findIndex(({ update }) => update);
    const { update } = outcomes[winner]!;
    expect(update!.version).toBe((version ?? 0) + 1);
    expect(await storedAnswer(update!, 'O2')).toBe(winner);
    expect(await trailOf(update!)).toHaveLength(update!.version);
    expect(await revisionsOf(update!)).toHaveLength(1);
  });

  test('as a submit leave what was acknowledged, in the order of the versions', async () => {
    const { id, ...begun } = await draft(hub, cast);
    let { version } = begun;
    for (let round = 0; round < 5; round += 1) {
      const [submitted, ...saved] = await Promise.all([
        send(StatusUpdateSubmitDocument, { id, version }, cast.school),
        ...saves(8, version),
      ]);

      expect(tally([submitted, ...saved])).toEqual({ done: 1, CONFLICT: 8 });
      const winner = saved.findIndex(({ update }) => update);
      if (winner >= 0) expect(await storedAnswer({ id }, 'O2')).toBe(winner);
      version += 1;
      const state = submitted.update ? 'SUBMITTED' : 'DRAFT';
      const { node } = await hub.data(
        'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { state version } } }',
        { id },
        cast.school,
      );
      expect(node).toEqual({ state, version });
      if (submitted.update) break;
    }
    expect(await trailOf({ id })).toHaveLength(version);
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
  });

  test('that are repeated after each conflict, as a submit, are kept or told that it was handed in', async () => {
    const { id, version } = await draft(hub, cast);
    const { institution, round, school } = cast;
    /** Whoever reads again after each conflict gets through in the end, or learns why not. */
    const persist = async (attempt: (seen: number) => Promise<Outcome>): Promise<Outcome> => {
      for (;;) {
        const { node } = await hub.data(
          'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version } } }',
          { id },
          school,
        );
        const outcome = await attempt(node.version);
        if (outcome.refusals[0]?.code !== 'CONFLICT') return outcome;
      }
    };

    const [submitted, ...saved] = await Promise.all([
      persist((seen) => send(StatusUpdateSubmitDocument, { id, version: seen }, school)),
      ...times(10, (value) =>
        persist((seen) => {
          const answers = [{ criterion: 'O2', value, total: 40 }];
          const input = { institution, round, version: seen, answers };
          return send(StatusUpdateSaveDocument, input, school);
        }),
      ),
    ]);

    const kept = saved.flatMap(({ update }) => update?.version ?? []);
    expect(tally(saved)).toEqual({
      ...(kept.length > 0 && { done: kept.length }),
      ...(kept.length < 10 && { IN_REVIEW: 10 - kept.length }),
    });
    // Every version has one maker, and the one that was handed in is the last.
    expect(kept.sort((a, b) => a - b)).toEqual(times(kept.length, (index) => version + 1 + index));
    const last = version + kept.length + 1;
    expect(submitted.update).toEqual({ id, version: last, state: 'SUBMITTED' });
    expect(await trailOf({ id })).toHaveLength(last);
    const winner = saved.findIndex(({ update }) => update?.version === last - 1);
    if (winner >= 0) expect(await storedAnswer({ id }, 'O2')).toBe(winner);
  });
});

test('one key for two requests at once does one of them, and refuses the other', async () => {
  const schools = ['DN-THPT-01', 'DN-THPT-02', 'DN-CD-01'];
  const institutions = await Promise.all(schools.map((code) => idOfInstitution(hub, code)));
  const both = await signIn(hub, [
    { role: 'REVIEWER', unit: cast.province },
    ...institutions.map((institution) => ({ role: 'SCHOOL_ADMIN' as const, institution })),
  ]);
  const queue = await hub.data(ReviewQueueDocument.toString(), { first: 3 }, both);

  const pairs = await Promise.all(
    institutions.map((institution, index) => {
      const { id, version } = queue.statusUpdates.nodes[index];
      const idempotencyKey = `khoá ${index}`;
      const begun = { institution, round: cast.round, answers: [], idempotencyKey };
      return Promise.all([
        send(StatusUpdateApproveDocument, { id, version, idempotencyKey }, both),
        send(StatusUpdateSaveDocument, begun, both),
      ]);
    }),
  );

  for (const pair of pairs) expect(tally(pair)).toEqual({ done: 1, IDEMPOTENCY_KEY_REUSED: 1 });
  const [row] = await hub.em
    .fork()
    .execute(`select count(*)::int as events from audit_event where subject_type = 'StatusUpdate'`);
  expect(row).toEqual({ events: 3 });
});

test('30 updates approved at once are all approved, and the province counts them all', async () => {
  const queue = await hub.data(ReviewQueueDocument.toString(), { first: 30 }, cast.reviewer);
  const updates: any[] = queue.statusUpdates.nodes;
  /** How many of their institutions count as having reported, and how many of the province do. */
  const reported = async () => {
    const { nodes, administrativeUnit } = await hub.data(
      `query ($ids: [ID!]!) {
        nodes(ids: $ids) { ... on Institution { pillars { observation } } }
        administrativeUnit(code: "68") { progress { lines { pillar reported } } }
      }`,
      { ids: [...new Set(updates.map(({ institution }) => institution.id))] },
    );
    const theirs = nodes.filter(({ pillars }: any) =>
      pillars.some(({ observation }: any) => observation === 'REPORTED'),
    );
    const all = administrativeUnit.progress.lines.filter(({ pillar }: any) => pillar === null);
    return [
      theirs.length,
      all.reduce((sum: number, line: any) => sum + line.reported, 0),
      nodes.length,
    ];
  };
  const [theirsBefore, allBefore, institutions] = await reported();
  expect(updates).toHaveLength(30);
  expect(theirsBefore).toBeLessThan(institutions);

  const outcomes = await Promise.all(
    updates.map(({ id, version }) =>
      send(StatusUpdateApproveDocument, { id, version }, cast.reviewer),
    ),
  );

  expect(tally(outcomes)).toEqual({ done: 30 });
  expect(await reported()).toEqual([
    institutions,
    allBefore + institutions - theirsBefore,
    institutions,
  ]);
  expect(await verifyCounts(hub.em.fork())).toEqual([]);
});
