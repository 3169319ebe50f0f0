import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fromGlobalId } from '../src/graphql/node.js';
import { roundOf, sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { differenceOf, dumpOf } from './support/dump.js';
import { mutationOf } from './support/everything.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let scene: Scene;
beforeEach(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
});
afterEach(() => hub.close());

/** The payload of a mutation, or the codes of the errors in its place. */
async function send(name: string, input: object, who: Headers): Promise<any> {
  const { data, errors } = await hub.ask(mutationOf(name), { input }, who);
  return data?.result ?? errors.map(({ extensions }) => extensions.code);
}

const codesOf = ({ userErrors }: any) => userErrors.map(({ code }: { code: string }) => code);

async function seen(id: string, who: Headers): Promise<string | undefined> {
  const { node } = await hub.data('query ($id: ID!) { node(id: $id) { id } }', { id }, who);
  return node?.id;
}

/** Ends the roles that the reviewer has today. */
async function endDuty(): Promise<void> {
  const [grant] = (await hub.data('{ viewer { grants { id } } }', {}, scene.headers.reviewer))
    .viewer.grants;
  const ended = await send('grantEnd', { grant: grant.id }, scene.caretaker);
  expect(codesOf(ended)).toEqual([]);
}

describe('a duty that ends between two requests', () => {
  test('is over with the next one', async () => {
    const { id, version } = await UPDATES.submitted(scene);
    const before = await seen(id, scene.headers.reviewer);

    await endDuty();

    expect([before, await seen(id, scene.headers.reviewer)]).toEqual([id, undefined]);
    const refused = await send('statusUpdateApprove', { id, version }, scene.headers.reviewer);
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
  });

  test('leaves the answer of a key, and nothing of what it was about', async () => {
    const { id, version } = await UPDATES.submitted(scene);
    const reasons = [{ criterion: 'G1', reason: 'Chưa rõ' }];
    const input = { id, version, reasons, idempotencyKey: 'một lần' };
    const first = await send('statusUpdateReturn', input, scene.headers.reviewer);
    await endDuty();
    const before = await dumpOf(hub);

    const again = await send('statusUpdateReturn', input, scene.headers.reviewer);

    expect(first.statusUpdate.id).toBe(id);
    expect([again.statusUpdate, again.userErrors]).toEqual([null, []]);
    expect(differenceOf(before, await dumpOf(hub))).toEqual([]);
  });
});

describe('a key of another account', () => {
  test.each([
    ['planner', ['FORBIDDEN']],
    ['nobody', ['NOT_FOUND']],
    ['otherSchool', ['NOT_FOUND']],
  ] as const)('gives the %s no answer of that one', async (who, expected) => {
    const { id, version } = await UPDATES.submitted(scene);
    const reasons = [{ criterion: 'G1', reason: 'Chưa rõ' }];
    const input = { id, version, reasons, idempotencyKey: 'một lần' };
    await send('statusUpdateReturn', input, scene.headers.reviewer);

    const answer = await send('statusUpdateReturn', input, scene.headers[who]);

    expect(Array.isArray(answer) ? answer : codesOf(answer)).toEqual(expected);
  });

  test('does not keep somebody else from using the same', async () => {
    const plan = (document: string) => ({
      document,
      titleVi: 'Kế hoạch',
      titleEn: 'A plan',
      issuer: 'UBND tỉnh',
      sourceStatus: 'CONFIRMED',
      idempotencyKey: 'một lần',
    });
    const { planner } = scene.headers;

    const ours = await send('planCreate', { ...plan('1'), unit: scene.province }, planner);
    const theirs = await send('planCreate', plan('2'), scene.caretaker);

    expect([codesOf(ours), codesOf(theirs)]).toEqual([[], []]);
  });
});

test('of many updates each is decided by whose it is, and unseen ones are as if there were none', async () => {
  const { reviewerOfOtherKinds: reviewer } = scene.headers;
  const { statusUpdates } = await hub.data(
    '{ statusUpdates(first: 1, filter: { awaitingDecision: true }) { nodes { id version } } }',
    {},
    reviewer,
  );
  const [own] = statusUpdates.nodes;
  const foreign = await UPDATES.submitted(scene);
  const open = await UPDATES.approved(scene);
  const nowhere = Buffer.from('StatusUpdate:2000000000').toString('base64url');
  const asked = [own, foreign, open, { id: nowhere, version: 1 }];
  const updates = asked.map(({ id, version }) => ({ id, version }));

  const { results } = await send('statusUpdateApproveMany', { updates }, reviewer);

  expect(results.map(codesOf)).toEqual([[], ['NOT_FOUND'], ['FORBIDDEN'], ['NOT_FOUND']]);
  expect(results[1].userErrors).toEqual(results[3].userErrors);
  const { node } = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { state } } }',
    { id: foreign.id },
    scene.headers.school,
  );
  expect(node.state).toBe('SUBMITTED');
});

test('a province speaks for those that it took over whole, and they not for it, nor for each other', async () => {
  const [dakNong, lamDong] = await Promise.all(
    ['67', '68'].map((code) => idOfUnit(hub, code, '2025-06-30')),
  );
  const planners: Record<string, Headers> = {
    today: scene.headers.planner,
    dakNong: await signIn(hub, { role: 'PLANNER', unit: dakNong! }),
    lamDong: await signIn(hub, { role: 'PLANNER', unit: lamDong! }),
  };
  const { reportingRounds } = await hub.data(
    'query ($unit: ID!) { reportingRounds(first: 1, unit: $unit) { nodes { id } } }',
    { unit: dakNong },
  );
  const rounds = { before: reportingRounds.nodes[0].id, today: await roundOf(scene) };
  const before = await dumpOf(hub);

  const outcomes: Record<string, string[]> = {};
  for (const [who, headers] of Object.entries(planners))
    for (const [round, id] of Object.entries(rounds)) {
      // A version that is no more: who may change the round learns of it, and nothing is changed.
      const answer = await send('reportingRoundClose', { id, version: 0 }, headers);
      outcomes[`${who} ${round}`] = Array.isArray(answer) ? answer : codesOf(answer);
    }

  expect(outcomes).toEqual({
    'today before': ['CONFLICT'],
    'today today': ['CONFLICT'],
    'dakNong before': ['CONFLICT'],
    'dakNong today': ['FORBIDDEN'],
    'lamDong before': ['FORBIDDEN'],
    'lamDong today': ['FORBIDDEN'],
  });
  expect(differenceOf(before, await dumpOf(hub))).toEqual([]);
});

test('an institution that moves is inspected where it stands, and what happened stays where it was', async () => {
  const stand = (unit: string) =>
    hub.em.execute(
      'update institution_period set unit_id = ? where institution_id = ? and superseded_at is null',
      [fromGlobalId('AdministrativeUnit', unit), fromGlobalId('Institution', scene.institution)],
    );
  const { plannerElsewhere, reviewerElsewhere } = scene.headers;
  const { id } = await UPDATES.submitted(scene);
  const found = async () => [await seen(id, plannerElsewhere), await seen(id, reviewerElsewhere)];
  const trail = async () =>
    (
      await hub.data(
        '{ auditEvents(first: 10) { nodes { action subject { id } institution { id } } } }',
        {},
        plannerElsewhere,
      )
    ).auditEvents.nodes;

  expect([await found(), await trail()]).toEqual([[undefined, undefined], []]);

  await stand(await idOfUnit(hub, '24611', '2026-11-23'));
  expect(await found()).toEqual([id, id]);
  await send('statusUpdateWithdraw', { id, version: 2 }, scene.headers.school);

  await stand(scene.province);
  expect(await found()).toEqual([undefined, undefined]);
  expect(await trail()).toEqual([
    { action: 'statusUpdateWithdraw', subject: null, institution: { id: scene.institution } },
  ]);
});
