import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../src/graphql/node.js';
import { sceneOf, type Scene } from './support/access-scene.js';
import { everythingOf, mutationOf } from './support/everything.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { now, SCHOOL } from './support/reporting.js';
import { secretsOf, tellSecrets, type Told } from './support/secrets.js';
import { VIEWERS, type Who } from './support/viewers.js';

let hub: TestHub;
let scene: Scene;
let told: Told;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  scene = await sceneOf(hub);
  told = await tellSecrets(scene);
  // Everybody is told where their own sessions came from; the address in the trail is not for all.
  await hub.em.fork().execute(`update account_session set address = '198.51.100.7'`);
});
afterAll(() => hub.close());

const CORRECT = [{ criterion: 'G3', value: 1, reason: 'Sai' }];

/** The largest questions that the graph takes, by where they begin. */
function questions(): Record<string, string> {
  const updates = everythingOf('StatusUpdateConnection', 5, 20);
  const school = `filter: { institution: "${scene.institution}" }`;
  return {
    institution: `{ institution(code: "${SCHOOL}") ${everythingOf('Institution', 4, 20)} }`,
    'updates of the school': `{ statusUpdates(first: 20, ${school}) ${updates} }`,
    'updates by hand-in': `{ statusUpdates(first: 20, orderBy: OLDEST_SUBMISSION) ${everythingOf('StatusUpdateConnection', 3, 20)} }`,
    'updates by decision': `{ statusUpdates(first: 20, orderBy: NEWEST_DECISION) ${everythingOf('StatusUpdateConnection', 3, 20)} }`,
    rounds: `{ reportingRounds(first: 5) ${everythingOf('ReportingRoundConnection', 4, 20)} }`,
    unit: `{ administrativeUnit(code: "68") ${everythingOf('AdministrativeUnit', 3)} }`,
    workforce: `{ administrativeUnit(code: "68") { workforce { allRecords(first: 20, removed: true)
      ${everythingOf('WorkforceRecordConnection', 3)} } } }`,
    trail: `{ auditEvents(first: 100) ${everythingOf('AuditEventConnection', 2, 20)} }`,
    accounts: `{ accounts(first: 100) ${everythingOf('AccountConnection', 4, 20)} }`,
    plans: `{ plans(first: 20) ${everythingOf('PlanConnection', 4, 20)} }`,
    viewer: `{ viewer ${everythingOf('Viewer', 3)} }`,
  };
}

/** Every row that is not for everybody, by its id in the graph. */
async function privateIds(): Promise<string[]> {
  const tables = {
    Account: 'account',
    Grant: 'account_grant',
    AuditEvent: 'audit_event',
    Evidence: 'evidence',
    WorkforceRecord: 'workforce_record',
  };
  const ids = Object.entries(tables).map(async ([type, table]) => {
    const rows = await hub.em.fork().execute<{ id: number }[]>(`select id from ${table}`);
    return rows.map(({ id }) => toGlobalId(type, id));
  });
  return [told.corrected.id, told.draft.id, ...(await Promise.all(ids)).flat()];
}

/** Changes that are refused to everybody: of versions that are no more. */
function outdated(): [string, object][] {
  const reasons = [{ criterion: 'G1', reason: 'Chưa rõ' }];
  return [told.corrected, told.draft].flatMap(({ id }): [string, object][] => {
    const seen = { id, version: 0 };
    return [
      ['statusUpdateSubmit', seen],
      ['statusUpdateWithdraw', seen],
      ['statusUpdateReopen', { ...seen, reason: 'Sai' }],
      ['statusUpdateApprove', seen],
      ['statusUpdateReturn', { ...seen, reasons }],
      ['statusUpdateCorrect', { ...seen, changes: CORRECT, reason: 'Sai' }],
      ['statusUpdateApproveMany', { updates: [seen] }],
    ];
  });
}

/** All that an answer says, with what its cursors and ids hold. */
function plain(body: string): string {
  const hidden = [...body.matchAll(/"([\w-]{8,})"/g)].map(([, text]) =>
    Buffer.from(text!, 'base64url').toString('utf8'),
  );
  return [body, ...hidden].join('\n');
}

async function bodyOf(query: string, who: Who, variables: object = {}): Promise<string> {
  const response = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: scene.headers[who],
    payload: { query, variables },
  });
  return response.body;
}

/** Everything that the graph can be brought to say to a viewer, question by question. */
async function saidTo(who: Who): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [name, query] of Object.entries(questions())) {
    said[name] = await bodyOf(query, who);
    // A question that is refused would find no leak.
    expect([name, JSON.parse(said[name]).errors]).toEqual([name, undefined]);
  }
  const ids = await privateIds();
  for (let start = 0; start < ids.length; start += 50) {
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) ${everythingOf('Node', 2, 20)} }`;
    said[`nodes ${start}`] = await bodyOf(query, who, { ids: ids.slice(start, start + 50) });
    expect(JSON.parse(said[`nodes ${start}`]!).errors).toBe(undefined);
  }
  for (const [index, [name, input]] of outdated().entries())
    said[`${name} ${index}`] = await bodyOf(mutationOf(name, 3), who, { input });
  return said;
}

describe('what is private is said to whom it is for, wherever the graph is asked', () => {
  test.each(VIEWERS)('to %s', async (who) => {
    const said = Object.values(await saidTo(who))
      .map(plain)
      .join('\n');
    const secrets = Object.entries(secretsOf(scene));

    const heard = secrets.filter(([secret]) => said.includes(secret)).map(([secret]) => secret);

    const meant = secrets.filter(([, whom]) => whom.includes(who)).map(([secret]) => secret);
    expect(heard.sort()).toEqual(meant.sort());
  });
});
