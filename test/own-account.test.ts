import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mutationOf } from './support/everything.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, person, PASSWORD, signIn, type Headers } from './support/people.js';

const START = new Date('2026-12-01T02:00:00Z');

let hub: TestHub;
let time = START;
let operator: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => time });
  operator = await signIn(hub, { role: 'OPERATOR' }, 'Anh Bình');
});
afterAll(() => hub.close());

const send = async (mutation: string, input: object, headers: Headers) =>
  (await hub.data(mutationOf(mutation), { input }, headers)).result;

const codesOf = ({ userErrors }: any): string[] => userErrors.map(({ code }: any) => code);

const trailOf = (accountId: number) =>
  hub.em.fork().execute(
    `select action, account_name as by, before, after from audit_event
      where subject_type = 'Account' and subject_id = ? order by id`,
    [accountId],
  );

const nameOf = async (headers: Headers) =>
  (await hub.data('{ viewer { name } }', {}, headers)).viewer.name;

describe('the name of an account', () => {
  test('is changed by its owner, on record with the one before, and found by the new one', async () => {
    const who = await person(hub, [], 'Trường Kim Đồng');

    const done = await send('accountNameChange', { name: '  Cô Lê Thị Hoa ' }, who.headers);

    expect(done).toMatchObject({ name: 'Cô Lê Thị Hoa', userErrors: [] });
    expect(await nameOf(who.headers)).toBe('Cô Lê Thị Hoa');
    expect(await trailOf(who.accountId)).toMatchObject([
      { action: 'user add' },
      {
        action: 'accountNameChange',
        before: { name: 'Trường Kim Đồng' },
        after: { name: 'Cô Lê Thị Hoa' },
      },
    ]);
    const found = async (search: string) =>
      (
        await hub.data(
          'query ($search: String!) { accounts(first: 10, filter: { search: $search }) { nodes { id } } }',
          { search },
          operator,
        )
      ).accounts.nodes;
    expect(await found('le thi hoa')).toEqual([{ id: who.id }]);
    expect(await found(who.email)).toEqual([{ id: who.id }]);
    expect(await found('kim dong')).toEqual([]);
  });

  test('stays when it is the same, is none or too long', async () => {
    const who = await person(hub, [], 'Cô Mai');

    for (const [name, codes] of [
      ['Cô Mai', []],
      [' ', ['TEXT_MISSING']],
      ['a'.repeat(201), ['TEXT_TOO_LONG']],
    ] as const)
      expect(codesOf(await send('accountNameChange', { name }, who.headers))).toEqual(codes);
    expect(await nameOf(who.headers)).toBe('Cô Mai');
    expect(await trailOf(who.accountId)).toMatchObject([{ action: 'user add' }]);
  });

  test('is mended by those who keep the account, with one entry for one key', async () => {
    const who = await person(hub, [], 'Cô Mia');
    const input = { account: who.id, name: 'Cô Mai', idempotencyKey: 'once' };

    const twice = [
      await send('accountRename', input, operator),
      await send('accountRename', input, operator),
    ];
    expect(twice.map(({ account }) => account.name)).toEqual(['Cô Mai', 'Cô Mai']);
    expect(codesOf(await send('accountRename', { ...input, name: '' }, operator))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);

    expect(await nameOf(who.headers)).toBe('Cô Mai');
    expect(await trailOf(who.accountId)).toMatchObject([
      { action: 'user add' },
      {
        action: 'accountRename',
        by: 'Anh Bình',
        before: { name: 'Cô Mia' },
        after: { name: 'Cô Mai' },
      },
    ]);
  });

  test('of a school is mended by the planner of its unit, of others it is not', async () => {
    const institution = await idOfInstitution(hub, 'DN-THPT-01');
    const { administrativeUnit } = await hub.data('{ administrativeUnit(code: "68") { id } }');
    const planner = await signIn(hub, { role: 'PLANNER', unit: administrativeUnit.id });
    const headers = await signIn(hub, { role: 'SCHOOL_ADMIN', institution }, 'Thầy Nam');
    const { accounts } = await hub.data(
      '{ accounts(first: 1, filter: { search: "Thầy Nam" }) { nodes { id } } }',
      {},
      planner,
    );
    const other = await person(hub, [{ role: 'OPERATOR' }]);

    await send('accountRename', { account: accounts.nodes[0].id, name: 'Thầy Năm' }, planner);
    expect(await nameOf(headers)).toBe('Thầy Năm');
    const refused = await send('accountRename', { account: other.id, name: 'Ai đó' }, planner);
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
  });
});

describe('the own sessions', () => {
  const SESSIONS = '{ viewer { sessions { id present address issuer lastUsedAt expiresAt } } }';
  const sessionsOf = async (headers: Headers) =>
    (await hub.data(SESSIONS, {}, headers)).viewer.sessions;

  /** Signs in once more. */
  async function again({ email }: { email: string }) {
    const { data, cookie } = await hub.ask(mutationOf('sessionStart'), {
      input: { email, password: PASSWORD },
    });
    const headers = { authorization: `Bearer ${data.result.accessToken}` };
    return { headers, cookie: { cookie: cookie!.split(';')[0]! } };
  }

  test('are listed with when and from where they were used, the last used first', async () => {
    const who = await person(hub, []);
    time = new Date(START.getTime() + 60_000);
    await again(who);
    // One that has ended is not.
    const gone = await again(who);
    await hub.data('mutation { sessionEnd { userErrors { code } } }', {}, gone.headers);

    const [later, first] = await sessionsOf(who.headers);
    time = START;

    expect(later).toMatchObject({
      present: false,
      address: '127.0.0.1',
      issuer: null,
      lastUsedAt: '2026-12-01T02:01:00.000Z',
      expiresAt: '2026-12-15T02:01:00.000Z',
    });
    expect(first).toMatchObject({ present: true, lastUsedAt: START.toISOString() });
    expect(first.id).not.toBe(later.id);
  });

  test('stay one when they are renewed, and tell the address of then', async () => {
    const who = await person(hub, []);
    const { headers, cookie } = await again(who);
    await hub.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: cookie,
      remoteAddress: '203.0.113.7',
      payload: { query: 'mutation { sessionRefresh { accessToken } }' },
    });

    const sessions = await sessionsOf(headers);

    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ present }: any) => present).address).toBe('203.0.113.7');
  });

  test('are ended one by one, on record: neither token is good any more, and the others go on', async () => {
    const who = await person(hub, []);
    const lost = await again(who);
    const session = (await sessionsOf(lost.headers)).find(({ present }: any) => present).id;

    expect(await send('accountSessionEnd', { session }, who.headers)).toMatchObject({
      ended: true,
      userErrors: [],
    });

    expect((await hub.ask(SESSIONS, {}, lost.headers)).status).toBe(401);
    const renewed = await hub.ask(mutationOf('sessionRefresh'), {}, lost.cookie);
    expect(codesOf(renewed.data.result)).toEqual(['SIGN_IN_ENDED']);
    expect(await sessionsOf(who.headers)).toMatchObject([{ present: true }]);
    expect(codesOf(await send('accountSessionEnd', { session }, who.headers))).toEqual([
      'NOT_FOUND',
    ]);
    expect((await trailOf(who.accountId)).map(({ action }: any) => action)).toEqual([
      'user add',
      'accountSessionEnd',
    ]);
  });

  test('of others are neither told nor ended', async () => {
    const [who, other] = [await person(hub, []), await person(hub, [])];
    const [{ id: session }] = await sessionsOf(who.headers);

    expect((await sessionsOf(other.headers)).map(({ id }: any) => id)).not.toContain(session);
    expect(codesOf(await send('accountSessionEnd', { session }, other.headers))).toEqual([
      'NOT_FOUND',
    ]);
    expect((await hub.ask(SESSIONS, {}, who.headers)).status).toBe(200);
  });
});
