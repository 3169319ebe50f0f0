import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../src/graphql/node.js';
import { sceneOf, evidenceOf, UPDATES, type Scene } from './support/access-scene.js';
import {
  apiKey,
  frameworkDraft,
  importJob,
  importRun,
  mail,
  record,
  webhook,
} from './support/access-targets.js';
import { nodeTypes } from './support/everything.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';
import { rowOf, VIEWERS, type Who } from './support/viewers.js';

let hub: TestHub;
let scene: Scene;
/** The ids in the graph of one row of each kind that the tables name. */
let rows: Record<string, string>;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
  rows = await rowsOf();
});
afterAll(() => hub.close());

async function rowsOf(): Promise<Record<string, string>> {
  const states = ['draft', 'submitted', 'returned', 'approved'] as const;
  const updates: Record<string, string> = {};
  for (const state of states) updates[state] = (await UPDATES[state](scene)).id;
  const one = async (type: string, query: string) => {
    const [row] = await hub.em.fork().execute<{ id: number }[]>(`select id from ${query} limit 1`);
    return toGlobalId(type, row!.id);
  };
  const grantOf = (who: Exclude<Who, 'anonymous'>) =>
    one('Grant', `account_grant where account_id = ${scene.people[who].accountId}`);
  const evidence = async (state: (typeof states)[number]) =>
    (await evidenceOf(scene, updates[state]!))[0]!;
  return {
    Account: scene.people.nobody.id,
    'Account of the school': scene.people.school.id,
    AdministrativeUnit: scene.province,
    ApiKey: await apiKey(scene),
    'AuditEvent of an account': await one(
      'AuditEvent',
      `audit_event where subject_type = 'Account'`,
    ),
    'AuditEvent of a round': await one(
      'AuditEvent',
      `audit_event where subject_type = 'ReportingRound'`,
    ),
    'AuditEvent of the school': await one(
      'AuditEvent',
      `audit_event where subject_type = 'StatusUpdate'`,
    ),
    'AuditEvent of an import': await imported(),
    'Evidence of a draft': await evidence('draft'),
    'Evidence that was handed in': await evidence('submitted'),
    'Evidence that was returned': await evidence('returned'),
    'Evidence that was approved': await evidence('approved'),
    Framework: scene.framework,
    FrameworkDraft: (await frameworkDraft(scene)).id,
    'Grant of the school': await grantOf('school'),
    'Grant that has ended': await grantOf('reviewerBefore'),
    ImportJob: await importJob(scene),
    ImportRun: await importRun(scene),
    Institution: scene.institution,
    MailMessage: await mail(scene),
    Plan: await one('Plan', 'plan'),
    ReportingRound: await one('ReportingRound', 'reporting_round'),
    'StatusUpdate in draft': updates['draft']!,
    'StatusUpdate handed in': updates['submitted']!,
    'StatusUpdate returned': updates['returned']!,
    'StatusUpdate approved': updates['approved']!,
    Target: await one('Target', 'target'),
    Webhook: await webhook(scene),
    WorkforceRecord: await record(scene),
    'WorkforceRecord that was removed': await removedRecord(),
  };
}

/** An import's entry in the trail; the demo has none. */
async function imported(): Promise<string> {
  const [row] = await hub.em.fork().execute<{ id: number }[]>(
    `insert into audit_event (at, account_name, action, subject_type, subject_id)
     values (now(), 'command line', 'import units', 'Publication', 1) returning id`,
  );
  return toGlobalId('AuditEvent', row!.id);
}

async function removedRecord(): Promise<string> {
  const id = await record(scene);
  await hub.data(
    `mutation ($id: ID!) { workforceRecordRemove(input: { id: $id, version: 1, reason: "Sai" }) {
      workforceRecord { id } } }`,
    { id },
    scene.headers.planner,
  );
  return id;
}

const SEEN = { '+': true, '-': false };

/** Which rows `node` and `nodes` find, for each viewer. */
const NODES: Record<string, string> = {
  // anonymous, nobody, school, other school, reviewer, elsewhere, of other kinds, before, to come,
  // planner, elsewhere, operator
  Account: '- - - - - - - - - - - +',
  'Account of the school': '- - - - - - - - - + - +',
  AdministrativeUnit: '+ + + + + + + + + + + +',
  ApiKey: '- - - - - - - - - - - +',
  'AuditEvent of an account': '- - - - - - - - - - - +',
  'AuditEvent of a round': '- - - - - - - - - + - -',
  'AuditEvent of the school': '- - + - + - - - - + - -',
  'AuditEvent of an import': '- - - - - - - - - - - +',
  'Evidence of a draft': '- - + - - - - - - - - -',
  'Evidence that was handed in': '- - + - + - - - - + - -',
  'Evidence that was returned': '- - + - + - - - - + - -',
  'Evidence that was approved': '- - + - + - - - - + - -',
  FrameworkDraft: '- - - - - - - - - + + +',
  Framework: '+ + + + + + + + + + + +',
  'Grant of the school': '- - + - - - - - - + - +',
  'Grant that has ended': '- - - - - - - + - - - +',
  ImportJob: '- - - - - - - - - + - +',
  ImportRun: '- - - - - - - - - + - +',
  Institution: '+ + + + + + + + + + + +',
  MailMessage: '- - - - - - - - - - - +',
  Plan: '+ + + + + + + + + + + +',
  ReportingRound: '+ + + + + + + + + + + +',
  'StatusUpdate in draft': '- - + - + - - - - + - -',
  'StatusUpdate handed in': '- - + - + - - - - + - -',
  'StatusUpdate returned': '- - + - + - - - - + - -',
  'StatusUpdate approved': '+ + + + + + + + + + + +',
  Target: '+ + + + + + + + + + + +',
  Webhook: '- - - - - - - - - - - +',
  WorkforceRecord: '+ + + + + + + + + + + +',
  'WorkforceRecord that was removed': '- - - - - - - - - + - -',
};

const bodyOf = async (query: string, variables: object, who: Who) => {
  const response = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: scene.headers[who],
    payload: { query, variables },
  });
  return response.body;
};

describe('what has an id is found by those who may see it', () => {
  test('the table has a row for every type of the graph that is a Node', () => {
    const types = new Set(Object.keys(NODES).map((row) => row.split(' ')[0]));

    expect([...types].sort()).toEqual(nodeTypes());
  });

  test.each(Object.entries(NODES))('%s', async (row, letters) => {
    const id = rows[row]!;
    const [type] = row.split(' ');
    const nowhere = toGlobalId(type!, 2_000_000_000);
    const found: Partial<Record<Who, boolean>> = {};
    for (const who of VIEWERS) {
      const ask = (asked: string) =>
        bodyOf(
          'query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { __typename id } }',
          { id: asked },
          who,
        );
      const [body, missing] = [await ask(id), await ask(nowhere)];
      found[who] = body !== missing;
      const seen = { __typename: type, id };
      if (found[who]) expect(JSON.parse(body).data).toEqual({ node: seen, nodes: [seen] });
      else expect(JSON.parse(body).data).toEqual({ node: null, nodes: [null] });
    }
    expect(found).toEqual(rowOf(letters, SEEN));
  });
});
