import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roundOf, sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';
import { INSPECTORS, nameOf, VIEWERS, type Who } from './support/viewers.js';

let hub: TestHub;
let scene: Scene;
let submitted: string;
let round: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
  await UPDATES.draft(scene);
  await UPDATES.returned(scene);
  submitted = (await UPDATES.submitted(scene)).id;
  const { node } = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { round { id } } } }',
    { id: submitted },
    scene.headers.school,
  );
  round = node.round.id;
});
afterAll(() => hub.close());

/** Those to whom a question counts anything. */
async function countedTo(query: string, variables: object): Promise<Who[]> {
  const told: Who[] = [];
  for (const who of VIEWERS) {
    const { list } = await hub.data(query, variables, scene.headers[who]);
    const rows = list?.connection ?? list;
    if (rows.totalCount > 0) told.push(who);
    expect([who, rows.nodes.length]).toEqual([who, Math.min(rows.totalCount, 100)]);
  }
  return told;
}

const UPDATE_LIST = `query ($filter: StatusUpdateFilter) {
  list: statusUpdates(first: 100, filter: $filter, orderBy: OLDEST_SUBMISSION) { totalCount nodes { id } } }`;
const CALLED = `query ($round: ID!, $filter: ParticipationFilter) { list: node(id: $round) {
  ... on ReportingRound { connection: participations(first: 100, filter: $filter) { totalCount nodes { institution { id } } } } } }`;
const TRAIL = `query ($filter: AuditEventFilter) {
  list: auditEvents(first: 100, filter: $filter) { totalCount nodes { id } } }`;
const ACCOUNTS = `query ($filter: AccountFilter) {
  list: accounts(first: 100, filter: $filter) { totalCount nodes { id } } }`;

describe('no filter finds out what a viewer may not see', () => {
  test.each(['DRAFT', 'SUBMITTED', 'RETURNED'])('the state %s of an update', async (state) => {
    const filter = { institution: scene.institution, states: [state] };

    expect(await countedTo(UPDATE_LIST, { filter })).toEqual(INSPECTORS);
  });

  test('the state of one that is public', async () => {
    const { id } = await UPDATES.approved(scene);
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { round { id } } } }',
      { id },
    );
    const filter = { round: node.round.id, institution: scene.institution };
    const states = ['DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'APPROVED'];

    expect(await countedTo(UPDATE_LIST, { filter })).toEqual(VIEWERS);
    expect(await countedTo(UPDATE_LIST, { filter: { ...filter, states } })).toEqual(INSPECTORS);
  });

  test('what waits for a decision', async () => {
    const filter = { institution: scene.institution, awaitingDecision: true };

    expect(await countedTo(UPDATE_LIST, { filter })).toEqual(['reviewer']);
  });

  test.each<[string, object]>([
    ['whether a school is called', {}],
    ['whether it has begun', { notBegun: false }],
    ['whether it has handed in', { states: ['SUBMITTED'] }],
    ['whether it is late', { overdue: false }],
  ])('%s', async (_what, asked) => {
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on Institution { name } } }',
      { id: scene.institution },
    );
    const filter = { ...asked, search: node.name };

    expect(await countedTo(CALLED, { round, filter })).toEqual(INSPECTORS);
  });

  test('whether anything happened to an update, or was done by somebody', async () => {
    const school = scene.people.school.id;

    expect(await countedTo(TRAIL, { filter: { subject: submitted } })).toEqual(['planner']);
    expect(await countedTo(TRAIL, { filter: { institution: scene.institution } })).toEqual([
      'planner',
    ]);
    expect(await countedTo(TRAIL, { filter: { subject: school } })).toEqual(['operator']);
    // What the school did concerns its unit, and who knows accounts does not see units.
    expect(await countedTo(TRAIL, { filter: { account: school } })).toEqual([]);
  });

  test('whether somebody has an account', async () => {
    for (const filter of [
      { search: nameOf('school') },
      { search: scene.people.school.email },
      { role: 'SCHOOL_ADMIN' },
    ])
      // Planners keep the accounts of their schools.
      expect(await countedTo(ACCOUNTS, { filter })).toEqual(['planner', 'operator']);
  });
});

test('cursors hold when something was handed in for those alone who see into it', async () => {
  await UPDATES.approved(scene);
  const keys: Partial<Record<Who, number>> = {};
  for (const who of VIEWERS) {
    const { statusUpdates } = await hub.data(
      `query ($institution: ID!) { statusUpdates(first: 100, orderBy: OLDEST_SUBMISSION,
        filter: { institution: $institution }) { edges { cursor } } }`,
      { institution: scene.institution },
      scene.headers[who],
    );
    const cursors = statusUpdates.edges.map(({ cursor }: { cursor: string }) =>
      Buffer.from(cursor, 'base64url').toString(),
    );
    keys[who] = cursors.filter((cursor: string) => /2026-\d\d-\d\dT/.test(cursor)).length;
    expect(cursors.length).toBeGreaterThan(0);
  }

  const told = VIEWERS.filter((who) => keys[who]! > 0);
  expect(told).toEqual(INSPECTORS);
});

test('how far a round is, is counted of those alone whom the viewer sees into', async () => {
  const fresh = await roundOf(scene);
  const called: Partial<Record<Who, number | null>> = {};
  for (const who of VIEWERS) {
    const { node } = await hub.data(
      'query ($round: ID!) { node(id: $round) { ... on ReportingRound { completeness { counts: total { called } } } } }',
      { round: fresh },
      scene.headers[who],
    );
    called[who] = node.completeness?.counts.called ?? null;
  }

  const nobodyWithoutRights = [
    'anonymous',
    'nobody',
    'reviewerBefore',
    'reviewerToCome',
    'operator',
  ];
  expect(VIEWERS.filter((who) => called[who] === null)).toEqual(nobodyWithoutRights);
  expect([called.school, called.otherSchool]).toEqual([1, 1]);
  expect(called.reviewer).toBe(called.planner);
  expect(called.reviewerOfOtherKinds).toBeLessThan(called.reviewer!);
  expect(called.plannerElsewhere).toBe(called.reviewerElsewhere);
});
