import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { account, TARGETS } from './support/access-targets.js';
import { codeOfAccount } from './support/codes.js';
import { everythingOf, mutationOf, rootFields } from './support/everything.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { MAIL_PLACE } from './support/mail-server.js';
import { PASSWORD, person } from './support/people.js';
import { now, SCHOOL } from './support/reporting.js';
import { times } from './support/times.js';

/** Two hubs that keep answers and one that keeps none, on one database. */
let first: TestHub;
let second: TestHub;
let truthful: TestHub;
let scene: Scene;
beforeAll(async () => {
  first = await startHub({
    ...{ from: 'demo', now, limits: UNBOUNDED, cacheMegabytes: 8 },
    mail: MAIL_PLACE,
  });
  second = await startHub({
    sharing: first.databaseUrl,
    now,
    limits: UNBOUNDED,
    cacheMegabytes: 8,
  });
  truthful = await startHub({ sharing: first.databaseUrl, now, limits: UNBOUNDED });
  scene = await sceneOf(first);
}, 60_000);
afterAll(async () => {
  await second.close();
  await truthful.close();
  await first.close();
});

/** A question of the public, answered as HTTP gives it. */
async function ask(hub: TestHub, query: string, method: 'GET' | 'POST' = 'POST'): Promise<string> {
  const { body } =
    method === 'POST'
      ? await hub.server.inject({ method, url: '/graphql', payload: { query } })
      : await hub.server.inject({
          method,
          url: `/graphql?${new URLSearchParams({ query }).toString()}`,
          headers: { 'apollo-require-preflight': 'yes' },
        });
  expect(body).not.toContain('"errors"');
  return body;
}

/** What the mutations that concern the viewer alone are sent. */
const OWN: Record<string, () => Promise<object> | object | null> = {
  accountPasswordChange: () => ({ presentPassword: PASSWORD, newPassword: PASSWORD }),
  accountNameChange: () => ({ name: 'Tên khác' }),
  accountPasswordRenew: async () => {
    const { id, email } = await person(first, []);
    await first.ask(mutationOf('accountPasswordRequest'), { input: { email } });
    return { code: await codeOfAccount(first, id), password: PASSWORD };
  },
  accountPasswordRequest: () => ({ email: scene.people.planner.email }),
  accountSessionEnd: () => ({ session: 'none of theirs' }),
  invitationAccept: async () => {
    const code = await codeOfAccount(first, await account(scene, { invited: true }));
    return { code, password: PASSWORD };
  },
  issuerLinkStart: () => ({ issuer: 'https://x.example', presentPassword: PASSWORD }),
  issuerSignInFinish: () => ({ answer: 'code=x&state=y' }),
  issuerSignInStart: () => ({ issuer: 'https://x.example' }),
  secondFactorConfirm: () => ({ code: '000000' }),
  secondFactorStart: () => ({ presentPassword: PASSWORD }),
  sessionStart: () => ({ email: scene.people.planner.email, password: PASSWORD }),
  mailPreferencesSet: () => ({ language: 'VI', declined: ['REMINDER'] }),
  sessionRefresh: () => null,
  // The two that end what the others need, of somebody else.
  sessionEnd: () => null,
  sessionEndAll: () => null,
};

describe('no change of anything leaves a stale answer behind', () => {
  /** Everything that the public can read of what the mutations change. */
  const questions = () => [
    `{ institution(code: "${SCHOOL}") ${everythingOf('Institution', 2)} }`,
    `{ administrativeUnit(code: "68") ${everythingOf('AdministrativeUnit', 2)} }`,
    `{ reportingRounds(first: 100) { totalCount nodes ${everythingOf('ReportingRound', 2)} } }`,
    `{ plans(first: 100) { totalCount nodes ${everythingOf('Plan', 2)} } }`,
    `{ statusUpdates(first: 100, filter: { institution: "${scene.institution}" }) {
      totalCount nodes ${everythingOf('StatusUpdate', 2)} } }`,
    `{ accounts(first: 100) { totalCount } auditEvents(first: 100) { totalCount } frameworks { id } }`,
  ];

  /** Who sends a mutation so that it is done. */
  const SENDERS = ['school', 'reviewer', 'planner', 'operator', 'nobody'] as const;

  test('the mutations tried are all that there are', () => {
    const tried = [...Object.keys(TARGETS), ...Object.keys(OWN)].map((row) => row.split(' ')[0]!);
    expect([...new Set(tried)].sort()).toEqual(rootFields('Mutation'));
  });

  test.each([...Object.keys(TARGETS), ...Object.keys(OWN)])(
    '%s',
    async (row) => {
      const input = row in OWN ? await OWN[row]!() : await TARGETS[row]!(scene);
      for (const question of questions()) await ask(second, question);

      for (const who of row in OWN ? (['nobody'] as const) : SENDERS)
        await first.ask(mutationOf(row.split(' ')[0]!), input ? { input } : {}, scene.headers[who]);

      for (const question of questions())
        expect(await ask(second, question)).toBe(await ask(truthful, question));
    },
    60_000,
  );
});

const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });

test('thousands of mixed reads and changes on two hubs: no answer is older than what was acknowledged', async () => {
  const questions = [
    `{ institution(code: "${SCHOOL}") { name pillars { stage points revision } } }`,
    `{ statusUpdates(first: 20, filter: { institution: "${scene.institution}" }) {
      totalCount nodes { revision approvedAt pillars { points } } } }`,
    `{ administrativeUnit(code: "68") { progress(groups: [GENERAL_EDUCATION]) { knownAt lines { group pillar completed reported inReview } } } }`,
  ];
  const waiting: { id: string; version: number }[] = [];
  for (let count = 0; count < 20; count += 1)
    waiting.push(versioned(await UPDATES.submitted(scene)));
  let corrected = versioned(await UPDATES.approved(scene));
  let reads = 0;
  let changes = 0;
  let acknowledged = 0;
  const older: string[] = [];

  /** A read that may run at any time: not older than what was acknowledged when it began. */
  async function readAtAnyTime(hub: TestHub, question: string): Promise<void> {
    const known = acknowledged;
    const { revision } = JSON.parse(await ask(hub, question)).extensions.data;
    reads += 1;
    if (revision < known) older.push(`${revision} after ${known}: ${question}`);
  }

  /** An approval while there is one to make, else a correction; on either hub. */
  async function publishSomething(hub: TestHub): Promise<void> {
    const next = waiting.pop();
    const answer = next
      ? await hub.ask(mutationOf('statusUpdateApprove', 1), { input: next }, scene.headers.reviewer)
      : await hub.ask(
          mutationOf('statusUpdateCorrect', 1),
          {
            input: {
              ...corrected,
              changes: [{ criterion: 'G3', value: 1 + (changes % 2), reason: 'Sai' }],
              reason: 'Sai',
            },
          },
          scene.headers.reviewer,
        );
    expect([answer.errors, answer.data?.result.userErrors]).toEqual([[], []]);
    if (!next) corrected = versioned(answer.data.result.statusUpdate);
    acknowledged = answer.extensions.data.revision;
    changes += 1;
  }

  while (reads + changes < times(10_000)) {
    const [writer, reader] = changes % 2 === 0 ? [first, second] : [second, first];
    await Promise.all([
      publishSomething(writer),
      ...questions.map((question) => readAtAnyTime(reader, question)),
    ]);

    const truth = await Promise.all(questions.map((question) => ask(truthful, question)));
    const repeated = Array.from({ length: 45 }, async (_each, index) => {
      const which = index % questions.length;
      const method = index % 2 === 0 ? 'GET' : 'POST';
      const hub = index % 4 < 2 ? reader : writer;
      reads += 1;
      if ((await ask(hub, questions[which]!, method)) !== truth[which])
        older.push(`after ${changes} changes: ${questions[which]}`);
    });
    await Promise.all(repeated);
  }

  expect(older).toEqual([]);
  expect(changes).toBeGreaterThanOrEqual(times(200));
}, 240_000);
