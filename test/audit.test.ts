import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { auditEventRows, historyRows } from '../src/audit/audit-event.queries.js';
import { trailOf, type Event } from '../src/changes/change.service.js';
import { createContext, type Context } from '../src/request/context.js';
import { databaseOf } from '../src/database/orm.js';
import { toGlobalId } from '../src/graphql/node.js';
import { readViewer } from '../src/accounts/account.queries.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, person, type Person } from './support/people.js';

const NOW = new Date('2026-11-24T02:00:00Z');
const ADDRESS = '203.0.113.7';

let hub: TestHub;
let people: Record<string, Person>;
/** Row ids. */
let units: { old: number; today: number; commune: number; elsewhere: number };
let schools: { upper: number; primary: number };
let subject: number;
/** The ids in the graph of the events that the tests are about, by what they are. */
const events: Record<string, string> = {};

beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => NOW });
  people = await demoPeople(hub);
  await hub.em.execute(
    `insert into administrative_unit (kind, code, name, search_name, path)
     values ('PROVINCE', '99', 'Tỉnh khác', 'tinh khac', array[currval('administrative_unit_id_seq')::int])`,
  );
  const [found] = await hub.em.execute<[typeof units & typeof schools & { subject: number }]>(`
    with unit as (select * from administrative_unit), school as (select * from institution)
    select (select id from unit where code = '67') as old,
      (select id from unit where code = '68' and valid_to is null) as today,
      (select id from unit where code = '24611' and valid_to is null and kind = 'COMMUNE') as commune,
      (select id from unit where code = '99') as elsewhere,
      (select id from school where code = 'DN-THPT-01') as upper,
      (select id from school where code = 'MH-TH-001') as primary,
      (select min(update_id) from status_update_revision where decision = 'APPROVED') as subject`);
  units = found;
  schools = found;
  ({ subject } = found);
  people['elsewhere'] = await person(hub, [{ role: 'PLANNER', unitId: units.elsewhere }]);

  const by = (who: string) => ({ accountId: people[who]!.accountId, name: who, address: ADDRESS });
  const update = { subjectType: 'StatusUpdate', subjectId: subject };
  const upper = { ...update, institutionId: schools.upper };
  await put('saved', by('school'), 'statusUpdateSave', '2025-05-02', {
    ...upper,
    subjectVersion: 1,
    unitId: units.old,
    before: { answers: {} },
    after: { answers: { G1: 1 } },
  });
  await put('submitted', by('school'), 'statusUpdateSubmit', '2025-07-02', {
    ...upper,
    subjectVersion: 2,
    unitId: units.today,
    after: { state: 'SUBMITTED' },
  });
  await put('approved', by('commune-reviewer'), 'statusUpdateApprove', '2025-07-03', {
    ...update,
    institutionId: schools.primary,
    unitId: units.commune,
    after: { state: 'APPROVED' },
  });
  await put('round', by('planner'), 'reportingRoundCreate', '2025-07-04', {
    subjectType: 'ReportingRound',
    subjectId: 1,
    unitId: units.today,
  });
  await put('account', by('operator'), 'accountDisable', '2025-07-05', {
    subjectType: 'Account',
    subjectId: people['elsewhere'].accountId,
  });
  await put('elsewhere', by('elsewhere'), 'reportingRoundCreate', '2025-07-06', {
    subjectType: 'ReportingRound',
    subjectId: 2,
    unitId: units.elsewhere,
  });
});
afterAll(() => hub.close());

/** Adds an event to the trail, as a change does. */
async function put(
  name: string,
  author: Parameters<typeof trailOf>[0],
  action: string,
  day: string,
  event: Event,
): Promise<void> {
  const database = databaseOf(hub.em);
  await trailOf(author, action, [event], new Date(`${day}T02:00:00Z`)).execute(database);
  const [{ id }] = await hub.em.execute<[{ id: number }]>('select max(id) as id from audit_event');
  events[name] = toGlobalId('AuditEvent', id);
}

const headersOf = (who: string) => people[who]?.headers ?? {};
/** What the demo accounts and people of the tests were made with, which operators see as well. */
const OURS = { from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };

const LIST = `query ($filter: AuditEventFilter) {
  auditEvents(first: 50, filter: $filter) { totalCount nodes { id } }
}`;
const nameOf = (id: string) => Object.keys(events).find((name) => events[name] === id);

async function listed(who: string, filter: object = OURS): Promise<(string | undefined)[]> {
  const { auditEvents } = await hub.data(LIST, { filter }, headersOf(who));
  expect(auditEvents.totalCount).toBe(auditEvents.nodes.length);
  return auditEvents.nodes.map(({ id }: { id: string }) => nameOf(id));
}

async function told(who: string, code: string): Promise<(string | undefined)[]> {
  const { institution } = await hub.data(
    `query ($code: String!) { institution(code: $code) { history(first: 50) { totalCount nodes { id } } } }`,
    { code },
    headersOf(who),
  );
  expect(institution.history.totalCount).toBe(institution.history.nodes.length);
  return institution.history.nodes.map(({ id }: { id: string }) => nameOf(id));
}

const EVENT = `query ($id: ID!) { node(id: $id) { ... on AuditEvent {
  at accountName account { email } address action subjectType subjectVersion before after
  subject { id __typename } institution { code } unit { code }
} } }`;
const seen = async (who: string, name: string) =>
  (await hub.data(EVENT, { id: events[name] }, headersOf(who))).node;

describe('who sees what of the trail', () => {
  const TABLE: Record<
    string,
    { list: string[]; nodes: string[]; upper: string[]; primary: string[] }
  > = {
    planner: {
      list: ['round', 'approved', 'submitted', 'saved'],
      nodes: ['saved', 'submitted', 'approved', 'round'],
      upper: ['submitted', 'saved'],
      primary: ['approved'],
    },
    operator: { list: ['account'], nodes: ['account'], upper: [], primary: [] },
    reviewer: {
      list: [],
      nodes: ['saved', 'submitted'],
      upper: ['submitted', 'saved'],
      primary: [],
    },
    'commune-reviewer': { list: [], nodes: ['approved'], upper: [], primary: ['approved'] },
    school: {
      list: [],
      nodes: ['saved', 'submitted'],
      upper: ['submitted', 'saved'],
      primary: [],
    },
    'primary-school': { list: [], nodes: ['approved'], upper: [], primary: ['approved'] },
    elsewhere: { list: ['elsewhere'], nodes: ['elsewhere'], upper: [], primary: [] },
    anonymous: { list: [], nodes: [], upper: [], primary: [] },
  };

  test.each(Object.entries(TABLE))('%s', async (who, { list, nodes, upper, primary }) => {
    const visible: string[] = [];
    for (const name of Object.keys(events)) if (await seen(who, name)) visible.push(name);

    expect(await listed(who)).toEqual(list);
    expect(visible).toEqual(nodes);
    expect(await told(who, 'DN-THPT-01')).toEqual(upper);
    expect(await told(who, 'MH-TH-001')).toEqual(primary);
  });

  test('operators find what the command line did', async () => {
    const { auditEvents } = await hub.data(
      `{ auditEvents(first: 1, filter: { action: "seed demo" }) { nodes { accountName account { name } address subject { ... on Account { email } } } } }`,
      {},
      headersOf('operator'),
    );

    expect(auditEvents.nodes).toEqual([
      {
        accountName: 'command line',
        account: null,
        address: null,
        subject: { email: 'primary-school@demo.example' },
      },
    ]);
  });

  test('what a draft says is its institution’s own, that it was saved is not', async () => {
    const content = { before: { answers: {} }, after: { answers: { G1: 1 } } };

    expect(await seen('school', 'saved')).toMatchObject(content);
    for (const who of ['planner', 'reviewer'])
      expect(await seen(who, 'saved')).toMatchObject({
        action: 'statusUpdateSave',
        accountName: 'school',
        before: null,
        after: null,
      });
    for (const who of ['school', 'planner', 'reviewer'])
      expect(await seen(who, 'submitted')).toMatchObject({ after: { state: 'SUBMITTED' } });
  });

  test('addresses are for operators and planners of the unit, accounts for who keeps them', async () => {
    const details = async (who: string, name: string) => {
      const { address, account } = await seen(who, name);
      return { address, account };
    };

    expect(await details('operator', 'account')).toEqual({
      address: ADDRESS,
      account: { email: 'operator@demo.example' },
    });
    expect(await details('planner', 'saved')).toEqual({
      address: ADDRESS,
      account: { email: 'school@demo.example' },
    });
    for (const who of ['school', 'reviewer'])
      expect(await details(who, 'saved')).toEqual({ address: null, account: null });
  });

  test('the subject is shown with the rights of the viewer', async () => {
    expect(await seen('planner', 'submitted')).toEqual({
      at: '2025-07-02T02:00:00.000Z',
      accountName: 'school',
      account: { email: 'school@demo.example' },
      address: ADDRESS,
      action: 'statusUpdateSubmit',
      subjectType: 'StatusUpdate',
      subjectVersion: 2,
      subject: { id: toGlobalId('StatusUpdate', subject), __typename: 'StatusUpdate' },
      institution: { code: 'DN-THPT-01' },
      unit: { code: '68' },
      before: null,
      after: { state: 'SUBMITTED' },
    });
    expect((await seen('operator', 'account')).subject).toEqual({
      id: people['elsewhere']!.id,
      __typename: 'Account',
    });
  });
});

describe('the list', () => {
  test.each<[string, () => object, string[]]>([
    [
      'a unit with those under it',
      () => ({ unit: unitId('today') }),
      ['round', 'approved', 'submitted'],
    ],
    ['a unit as the borders were then', () => ({ unit: unitId('old') }), ['saved']],
    [
      'an institution',
      () => ({ institution: toGlobalId('Institution', schools.upper) }),
      ['submitted', 'saved'],
    ],
    [
      'what was changed',
      () => ({ subject: toGlobalId('StatusUpdate', subject) }),
      ['approved', 'submitted', 'saved'],
    ],
    ['an action', () => ({ action: 'statusUpdateApprove' }), ['approved']],
    [
      'a span of time, its end left out',
      () => ({ from: '2025-07-02T02:00:00Z', to: '2025-07-04T02:00:00Z' }),
      ['approved', 'submitted'],
    ],
    ['an account, for a planner', () => ({ account: people['school']!.id }), []],
    ['an id that is broken', () => ({ unit: 'x' }), []],
    ['a subject that is broken', () => ({ subject: 'x' }), []],
    ['a unit that is another’s', () => ({ unit: unitId('elsewhere') }), []],
  ])('is limited to %s', async (_, filter, expected) => {
    expect(await listed('planner', { ...OURS, ...filter() })).toEqual(expected);
  });

  test('is limited to an account for operators', async () => {
    const by = (who: string) => listed('operator', { ...OURS, account: people[who]!.id });

    expect(await by('operator')).toEqual(['account']);
    expect(await by('planner')).toEqual([]);
  });

  test('is paged in both directions without a gap', async () => {
    const page = async (variables: object) =>
      (
        await hub.data(
          `query ($first: Int, $after: String, $last: Int, $before: String) {
            auditEvents(first: $first, after: $after, last: $last, before: $before) {
              nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }`,
          variables,
          headersOf('planner'),
        )
      ).auditEvents;
    const names = (read: any) => read.nodes.map(({ id }: any) => nameOf(id));

    const first = await page({ first: 3 });
    const second = await page({ first: 3, after: first.pageInfo.endCursor });
    const back = await page({ last: 2, before: second.pageInfo.startCursor });

    expect(names(first)).toEqual(['round', 'approved', 'submitted']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(names(second)).toEqual(['saved']);
    // What follows is the demo's own.
    const rest = await page({ first: 100, after: second.pageInfo.endCursor });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(names(back)).toEqual(['approved', 'submitted']);
    expect(back.pageInfo.hasPreviousPage).toBe(true);
  });
});

const unitId = (which: keyof typeof units) => toGlobalId('AdministrativeUnit', units[which]);

describe('the database', () => {
  test.each([
    `update audit_event set account_name = 'somebody else'`,
    'delete from audit_event',
    'truncate audit_event',
    'truncate account cascade',
  ])('refuses “%s”', async (statement) => {
    const before = await hub.em.execute('select * from audit_event order by id');

    await expect(hub.em.fork().execute(statement)).rejects.toThrow('the audit trail only grows');

    expect(await hub.em.execute('select * from audit_event order by id')).toEqual(before);
  });
});

describe('with many events', () => {
  let planner: Context;
  beforeAll(async () => {
    await hub.em.execute(`
      insert into audit_event (at, account_name, action, subject_type, subject_id, institution_id, unit_id)
      select timestamptz '2023-01-01' + number * interval '10 minutes', 'nobody', 'statusUpdateSave',
        'StatusUpdate', institution_id, institution_id, unit_id
      from generate_series(1, 20000) as number
      join lateral (
        select institution_id, unit_id from institution_period
        where superseded_at is null and unit_id is not null order by id offset number % 300 limit 1
      ) as place on true`);
    await hub.em.execute('analyze audit_event');
    const viewer = await readViewer(
      databaseOf(hub.em),
      { id: people['planner']!.accountId },
      { family: null, today: '2026-11-24', secondFactorRequired: false },
    );
    planner = createContext(hub.orm, { viewer, now: NOW } as unknown as Context);
  });

  const conditions = {
    unitId: null,
    institutionId: null,
    subject: null,
    accountId: null,
    action: null,
    from: null,
    to: null,
  };
  test.each<[string, () => ReturnType<typeof auditEventRows>]>([
    [
      'an institution’s story',
      () => historyRows(planner.database, sql<number>`${schools.primary}::int`),
    ],
    ['a planner’s trail', () => auditEventRows(planner, conditions)],
    [
      'the trail of a commune',
      () => auditEventRows(planner, { ...conditions, unitId: units.commune }),
    ],
    [
      'the trail of an institution',
      () => auditEventRows(planner, { ...conditions, institutionId: schools.primary }),
    ],
    [
      'the trail of a day',
      () =>
        auditEventRows(planner, {
          ...conditions,
          from: new Date('2023-02-01T00:00:00Z'),
          to: new Date('2023-02-02T00:00:00Z'),
        }),
    ],
  ])('%s is read by an index', async (_, rows) => {
    const found = await sql<{ 'QUERY PLAN': string }>`
      explain select * from ${rows()} as row order by id desc limit 51`.execute(planner.database);
    const plan = found.rows.map((row) => row['QUERY PLAN']).join('\n');

    expect(plan).toMatch(/Index (Only )?Scan.* on (\w+ )?audit_event|Index Scan.* on audit_event/);
    expect(plan).not.toMatch(/Seq Scan on audit_event/);
  });

  test('a page takes as many statements for fifty events as for two', async () => {
    const count = (first: number) =>
      hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) {
            auditEvents(first: $first) {
              totalCount
              nodes { accountName account { name } address before after subject { id } institution { name } unit { name } }
            }
          }`,
          { first },
          headersOf('planner'),
        ),
      );

    expect(await count(50)).toBe(await count(2));
  });

  test('stories of fifty institutions take as many statements as of two', async () => {
    const count = (first: number) =>
      hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) {
            institutions(first: $first, filter: { kinds: [PRIMARY_SCHOOL] }) {
              nodes { history(first: 2) { totalCount nodes { accountName address unit { name } } } }
            }
          }`,
          { first },
          headersOf('planner'),
        ),
      );

    expect(await count(50)).toBe(await count(2));
  });
});
