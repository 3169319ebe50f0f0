import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../src/graphql/node.js';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, person, PASSWORD, type Person } from './support/people.js';

/** The date in Vietnam is 2026-11-24. */
const NOW = new Date('2026-11-24T02:00:00Z');

let hub: TestHub;
let people: Record<string, Person>;
let operator: Person;
let province: string;
let commune: string;
let school: string;
beforeAll(async () => {
  const rateLimits = { ...UNLIMITED, signIns: SIGN_IN_LIMITS };
  hub = await startHub({ from: 'demo', now: () => NOW, rateLimits });
  people = await demoPeople(hub);
  operator = people['operator']!;
  const found = await hub.data(`{
    province: administrativeUnit(code: "68", kind: PROVINCE) { id }
    commune: administrativeUnit(code: "24611", kind: COMMUNE) { id }
    institution(code: "DN-THPT-01") { id }
  }`);
  [province, commune, school] = [found.province.id, found.commune.id, found.institution.id];
});
afterAll(() => hub.close());

const ACCOUNT = `account {
  id name email fromIssuer createdAt disabledAt lockedUntil
  grants { id role unit { code } institution { code } kinds validFrom validTo }
}`;
const FIELDS: Record<string, string> = {
  accountCreate: ACCOUNT,
  accountDisable: ACCOUNT,
  accountEnable: ACCOUNT,
  accountPasswordReset: ACCOUNT,
  grantAdd: 'grant { id role unit { code } institution { code } kinds validFrom validTo }',
  grantEnd: 'grant { id validFrom validTo }',
};
const INPUTS: Record<string, string> = Object.fromEntries(
  Object.keys(FIELDS).map((name) => [name, `${name[0]!.toUpperCase()}${name.slice(1)}Input!`]),
);

/** Runs one of the mutations, as the operator unless somebody else is named. */
function mutate(name: string, input: object, headers = operator.headers) {
  return hub.ask<any>(
    `mutation ($input: ${INPUTS[name]}) {
      done: ${name}(input: $input) { ${FIELDS[name]} userErrors { code field message } }
    }`,
    { input },
    headers,
  );
}

async function done(name: string, input: object, headers = operator.headers) {
  const { data, errors } = await mutate(name, input, headers);
  expect(errors).toEqual([]);
  return data.done;
}

const START = `mutation ($email: String!, $password: String!) {
  session: sessionStart(input: { email: $email, password: $password }) { accessToken userErrors { code } }
}`;
const signIn = async (email: string, password: string) =>
  (await hub.data(START, { email, password })).session;
const WHO = '{ viewer { name grants { id role } } }';

/** What the trail says of an account, oldest first. */
async function trailOf(accountId: number) {
  return hub.em.execute(
    `select action, account_id as by, address, institution_id, unit_id, before, after from audit_event
     where subject_type = 'Account' and subject_id = ? order by id`,
    [accountId],
  );
}

const countOf = async (table: string) =>
  Number((await hub.em.execute(`select count(*) as count from ${table}`))[0]!['count']);

let names = 0;
/** The input of an account that can be created. */
const newAccount = (rest: object = {}) => ({
  name: 'Nguyễn Văn Đức',
  email: `new${(names += 1)}@example.edu.vn`,
  password: PASSWORD,
  ...rest,
});

describe('creating an account', () => {
  test('lets somebody sign in with the roles given', async () => {
    const input = newAccount({
      email: 'Duc.Nguyen@Example.edu.vn',
      grants: [
        { role: 'REVIEWER', unit: commune, kinds: ['PRIMARY_SCHOOL'], validFrom: '2025-07-01' },
        { role: 'SCHOOL_ADMIN', institution: school },
      ],
    });

    const { account, userErrors } = await done('accountCreate', input);
    const { accessToken } = await signIn('duc.nguyen@example.edu.vn', PASSWORD);
    const { viewer } = await hub.data(WHO, {}, { authorization: `Bearer ${accessToken}` });

    expect(userErrors).toEqual([]);
    expect(account).toEqual({
      id: expect.any(String),
      name: 'Nguyễn Văn Đức',
      email: 'duc.nguyen@example.edu.vn',
      fromIssuer: false,
      createdAt: expect.any(String),
      disabledAt: null,
      lockedUntil: null,
      grants: [
        {
          id: expect.any(String),
          role: 'REVIEWER',
          unit: { code: '24611' },
          institution: null,
          kinds: ['PRIMARY_SCHOOL'],
          validFrom: '2025-07-01',
          validTo: null,
        },
        {
          id: expect.any(String),
          role: 'SCHOOL_ADMIN',
          unit: null,
          institution: { code: 'DN-THPT-01' },
          kinds: null,
          validFrom: null,
          validTo: null,
        },
      ],
    });
    expect(viewer.grants.map(({ role }: any) => role)).toEqual(['REVIEWER', 'SCHOOL_ADMIN']);
  });

  test('goes on record without the password', async () => {
    const input = newAccount({ grants: [{ role: 'PLANNER', unit: province }] });

    const { account } = await done('accountCreate', input);

    const id = Number(Buffer.from(account.id, 'base64url').toString().split(':')[1]);
    expect(await trailOf(id)).toEqual([
      {
        action: 'accountCreate',
        by: operator.accountId,
        address: '127.0.0.1',
        institution_id: null,
        unit_id: null,
        before: null,
        after: {
          name: 'Nguyễn Văn Đức',
          email: input.email,
          grants: [
            {
              role: 'PLANNER',
              unit: province,
              institution: null,
              kinds: null,
              validFrom: null,
              validTo: null,
            },
          ],
        },
      },
    ]);
  });

  test('tells everything that is wrong at once, and adds nothing', async () => {
    const before = await countOf('account');

    const { account, userErrors } = await done('accountCreate', {
      name: ' ',
      email: 'nowhere',
      password: 'short',
      grants: [
        { role: 'PLANNER' },
        { role: 'REVIEWER', unit: school, kinds: [] },
        { role: 'OPERATOR', unit: province, institution: school, kinds: ['COLLEGE'] },
        { role: 'SCHOOL_ADMIN', validFrom: '2026-02-01', validTo: '2026-01-31' },
        { role: 'OPERATOR', validTo: '2026-12-31' },
        { role: 'OPERATOR', validFrom: '2026-12-31' },
      ],
    });

    expect(account).toBeNull();
    expect(userErrors.map(({ code, field }: any) => [code, field.join('.')])).toEqual([
      ['TEXT_MISSING', 'name'],
      ['EMAIL_INVALID', 'email'],
      ['PASSWORD_UNFIT', 'password'],
      ['UNIT_MISSING', 'grants.0.unit'],
      ['LIST_EMPTY', 'grants.1.kinds'],
      ['NOT_FOUND', 'grants.1.unit'],
      ['NOT_FOR_ROLE', 'grants.2.unit'],
      ['NOT_FOR_ROLE', 'grants.2.institution'],
      ['NOT_FOR_ROLE', 'grants.2.kinds'],
      ['INSTITUTION_MISSING', 'grants.3.institution'],
      ['DATES_OUT_OF_ORDER', 'grants.3.validTo'],
      ['GRANT_TWICE', 'grants.5'],
    ]);
    expect(await countOf('account')).toBe(before);
  });

  test.each(['đức@example.edu.vn', 'a@b', 'a b@example.edu.vn', '@example.edu.vn'])(
    'takes no e-mail that the graph could not show: “%s”',
    async (email) => {
      const { userErrors } = await done('accountCreate', newAccount({ email }));

      expect(userErrors).toMatchObject([{ code: 'EMAIL_INVALID', field: ['email'] }]);
    },
  );

  test('takes an e-mail once, however it is written', async () => {
    const input = newAccount();
    await done('accountCreate', input);

    const { userErrors } = await done('accountCreate', {
      ...input,
      email: input.email.toUpperCase(),
    });

    expect(userErrors).toEqual([
      {
        code: 'EMAIL_TAKEN',
        field: ['email'],
        message: `There is an account with the e-mail ${input.email} already.`,
      },
    ]);
  });

  test('by ten requests with one key happens once, with ten equal answers and one entry in the trail', async () => {
    const before = [await countOf('account'), await countOf('audit_event')];
    const input = newAccount({ idempotencyKey: 'one key' });

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => done('accountCreate', input)),
    );
    const other = await done('accountCreate', { ...input, password: 'another long password' });

    expect(new Set(answers.map(({ account }) => account.id)).size).toBe(1);
    expect([await countOf('account'), await countOf('audit_event')]).toEqual(
      before.map((count) => count + 1),
    );
    expect(other).toMatchObject({
      account: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });
});

describe('disabling and enabling', () => {
  test('ends every sign-in at once, and lets in again', async () => {
    const somebody = await person(hub, []);
    const input = { account: somebody.id };

    const disabled = await done('accountDisable', input);
    const asked = await hub.ask(WHO, {}, somebody.headers);
    const refused = await signIn(somebody.email, PASSWORD);
    const again = await done('accountDisable', input);
    const enabled = await done('accountEnable', input);
    const stale = await hub.ask(WHO, {}, somebody.headers);
    const open = await signIn(somebody.email, PASSWORD);

    expect(disabled.account.disabledAt).not.toBeNull();
    expect(asked.status).toBe(401);
    expect(refused.userErrors).toEqual([{ code: 'WRONG_CREDENTIALS' }]);
    expect(again).toEqual(disabled);
    expect(enabled).toMatchObject({ account: { disabledAt: null }, userErrors: [] });
    expect(stale.status).toBe(401);
    expect(open.userErrors).toEqual([]);
    const { disabledAt } = disabled.account;
    expect(await trailOf(somebody.accountId)).toMatchObject([
      { action: 'user add', by: null, address: null },
      { action: 'accountDisable', before: { disabledAt: null }, after: { disabledAt } },
      { action: 'accountEnable', before: { disabledAt }, after: { disabledAt: null } },
    ]);
  });

  test('both in one request are answered each as it was then', async () => {
    const somebody = await person(hub, []);

    const { off, on } = await hub.data(
      `mutation ($account: ID!) {
        off: accountDisable(input: { account: $account }) { account { disabledAt } }
        on: accountEnable(input: { account: $account }) { account { disabledAt } }
      }`,
      { account: somebody.id },
      operator.headers,
    );

    expect(off.account.disabledAt).not.toBeNull();
    expect(on.account.disabledAt).toBeNull();
  });

  test('of the own account is refused', async () => {
    expect(await done('accountDisable', { account: operator.id })).toEqual({
      account: null,
      userErrors: [
        {
          code: 'OWN_ACCOUNT',
          field: ['account'],
          message: 'Nobody can disable their own account. Ask another operator.',
        },
      ],
    });
  });

  test.each([
    ['that was never given', toGlobalId('Account', 999_999)],
    ['of another type', toGlobalId('Institution', 1)],
    ['that is broken', 'x'],
  ])('by an id %s finds nothing', async (_, account) => {
    for (const [name, rest] of [
      ['accountDisable', {}],
      ['accountEnable', {}],
      ['accountPasswordReset', { password: PASSWORD }],
    ] as const)
      expect((await done(name, { account, ...rest })).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['account'] },
      ]);
  });
});

describe('the last operator', () => {
  let alone: TestHub;
  let first: Person;
  let second: Person;
  beforeAll(async () => {
    alone = await startHub({ now: () => NOW });
    first = await person(alone, [{ role: 'OPERATOR' }]);
    second = await person(alone, [{ role: 'OPERATOR' }]);
  });
  afterAll(() => alone.close());

  test('stays, even when two disable each other at once', async () => {
    const disable = (by: Person, whom: Person) =>
      alone.ask<any>(
        `mutation ($account: ID!) { accountDisable(input: { account: $account }) { userErrors { code } } }`,
        { account: whom.id },
        by.headers,
      );

    const answers = await Promise.all([disable(first, second), disable(second, first)]);

    const [{ open }] = await alone.em.execute<[{ open: number }]>(
      'select count(*)::int as open from account where disabled_at is null',
    );
    expect(open).toBe(1);
    expect(answers.filter(({ data }) => data?.accountDisable.userErrors.length === 0)).toHaveLength(
      1,
    );
  });

  test('keeps the role', async () => {
    const [survivor] = await alone.em.execute<
      [{ id: number; account: number }]
    >(`select held.id, account.id as account from account join account_grant as held on held.account_id = account.id
       where disabled_at is null`);
    const by = survivor.account === first.accountId ? first : second;

    for (const lastDay of [null, '2027-01-31']) {
      const { grantEnd } = await alone.data(
        `mutation ($input: GrantEndInput!) { grantEnd(input: $input) { grant { id } userErrors { code field message } } }`,
        { input: { grant: toGlobalId('Grant', survivor.id), lastDay } },
        by.headers,
      );
      expect(grantEnd).toEqual({
        grant: null,
        userErrors: [
          {
            code: 'LAST_OPERATOR',
            field: ['grant'],
            message:
              'Nobody would be left to operate the hub. Give another account the role OPERATOR first.',
          },
        ],
      });
    }
  });
});

describe('resetting a password', () => {
  test('ends the sign-ins, lifts the lock, and lets only the new password in', async () => {
    const somebody = await person(hub, []);
    for (let wrong = 0; wrong < 5; wrong += 1) await signIn(somebody.email, 'wrong password');

    const [{ lockedUntil }] = await accountsFound(somebody.email);
    const { account } = await done('accountPasswordReset', {
      account: somebody.id,
      password: 'mật khẩu hoàn toàn mới',
    });

    expect(lockedUntil).toBe('2026-11-24T02:15:00.000Z');
    expect(account.lockedUntil).toBeNull();
    expect((await hub.ask(WHO, {}, somebody.headers)).status).toBe(401);
    expect((await signIn(somebody.email, PASSWORD)).userErrors).toHaveLength(1);
    expect((await signIn(somebody.email, 'mật khẩu hoàn toàn mới')).userErrors).toEqual([]);
    expect(await trailOf(somebody.accountId)).toMatchObject([
      { action: 'user add' },
      {
        action: 'accountLock',
        by: null,
        address: '127.0.0.1',
        before: null,
        after: { lockedUntil: '2026-11-24T02:15:00.000Z' },
      },
      { action: 'accountPasswordReset', by: operator.accountId, before: null, after: null },
    ]);
  });

  test('lets nobody stay who signs in or refreshes at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const somebody = await person(hub, []);
      const started = await hub.ask<any>(START, { email: somebody.email, password: PASSWORD });
      const cookie = started.cookie!.split(';')[0]!;

      const [, refreshed, again] = await Promise.all([
        done('accountPasswordReset', { account: somebody.id, password: 'mật khẩu hoàn toàn mới' }),
        hub.ask<any>('mutation { sessionRefresh { accessToken } }', {}, { cookie }),
        signIn(somebody.email, PASSWORD),
      ]);

      const tokens = [refreshed.data!.sessionRefresh.accessToken, again.accessToken];
      for (const token of tokens.filter((each) => each !== null))
        expect((await hub.ask(WHO, {}, { authorization: `Bearer ${token}` })).status).toBe(401);
    }
  });

  test('is refused for the own account, for one of an issuer, and when the password is unfit', async () => {
    const [{ id }] = await hub.em.execute<[{ id: number }]>(
      `insert into account (name, issuer, created_at) values ('Cô Hoa', 'https://issuer.example', now()) returning id`,
    );
    const codes = async (account: string, password: string) =>
      (await done('accountPasswordReset', { account, password })).userErrors.map(
        ({ code }: any) => code,
      );

    expect(await codes(operator.id, PASSWORD)).toEqual(['OWN_ACCOUNT']);
    expect(await codes(toGlobalId('Account', id), 'short')).toEqual([
      'PASSWORD_UNFIT',
      'ACCOUNT_OF_ISSUER',
    ]);
  });
});

describe('grants', () => {
  test('hold from the next request on, until their last day', async () => {
    const somebody = await person(hub, []);
    const input = { account: somebody.id, role: 'REVIEWER', unit: province };

    const { grant } = await done('grantAdd', { ...input, validFrom: '2026-07-01' });
    const held = await hub.data(WHO, {}, somebody.headers);
    const ended = await done('grantEnd', { grant: grant.id });
    const lost = await hub.data(WHO, {}, somebody.headers);

    expect(held.viewer.grants).toEqual([{ id: grant.id, role: 'REVIEWER' }]);
    expect(ended.grant).toEqual({
      id: grant.id,
      validFrom: '2026-07-01',
      validTo: '2026-11-23',
    });
    expect(lost.viewer.grants).toEqual([]);
    const told = {
      role: 'REVIEWER',
      unit: province,
      institution: null,
      kinds: null,
      validFrom: '2026-07-01',
      validTo: null,
    };
    expect(await trailOf(somebody.accountId)).toMatchObject([
      { action: 'user add' },
      { action: 'grantAdd', before: null, after: { grant: told } },
      {
        action: 'grantEnd',
        before: { grant: told },
        after: { grant: { ...told, validTo: '2026-11-23' } },
      },
    ]);
  });

  test('that would be left without any day are taken away', async () => {
    const somebody = await person(hub, []);
    const { grant } = await done('grantAdd', {
      account: somebody.id,
      role: 'PLANNER',
      unit: province,
      validFrom: '2026-11-24',
    });

    const ended = await done('grantEnd', { grant: grant.id });

    expect(ended).toEqual({ grant: null, userErrors: [] });
    expect((await hub.data(WHO, {}, somebody.headers)).viewer.grants).toEqual([]);
    expect((await trailOf(somebody.accountId)).at(-1)).toMatchObject({
      action: 'grantEnd',
      before: { grant: { role: 'PLANNER' } },
      after: null,
    });
  });

  test('are not given twice for the same days, even by two at once', async () => {
    const somebody = await person(hub, []);
    const duty = {
      account: somebody.id,
      role: 'REVIEWER',
      unit: province,
      kinds: ['COLLEGE', 'UNIVERSITY'],
      validTo: '2026-12-31',
    };

    const both = await Promise.all([done('grantAdd', duty), done('grantAdd', duty)]);
    const overlap = await done('grantAdd', {
      ...duty,
      kinds: ['UNIVERSITY', 'COLLEGE'],
      validFrom: '2026-12-31',
      validTo: null,
    });
    const after = await done('grantAdd', { ...duty, validFrom: '2027-01-01', validTo: null });
    const elsewhere = await done('grantAdd', { ...duty, unit: commune });

    expect(both.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
    expect(overlap.userErrors).toMatchObject([{ code: 'GRANT_TWICE', field: null }]);
    expect(after.userErrors).toEqual([]);
    expect(elsewhere.userErrors).toEqual([]);
  });

  test.each([
    ['before yesterday', { lastDay: '2026-11-22' }],
    ['after the present one', { lastDay: '2027-01-01' }],
  ])('do not end on a day %s', async (_, rest) => {
    const somebody = await person(hub, []);
    const { grant } = await done('grantAdd', {
      account: somebody.id,
      role: 'SCHOOL_ADMIN',
      institution: school,
      validTo: '2026-12-31',
    });

    const { userErrors } = await done('grantEnd', { grant: grant.id, ...rest });

    expect(userErrors).toMatchObject([{ code: 'LAST_DAY_UNFIT', field: ['lastDay'] }]);
  });

  test('tell everything that is wrong at once', async () => {
    const { userErrors } = await done('grantAdd', {
      account: 'x',
      role: 'PLANNER',
      unit: toGlobalId('AdministrativeUnit', 999_999),
      institution: school,
      validFrom: '2026-02-01',
      validTo: '2026-01-01',
    });

    expect(userErrors.map(({ code, field }: any) => [code, field[0]])).toEqual([
      ['NOT_FOUND', 'account'],
      ['NOT_FOR_ROLE', 'institution'],
      ['DATES_OUT_OF_ORDER', 'validTo'],
      ['NOT_FOUND', 'unit'],
    ]);
  });
});

const ACCOUNTS = `query ($filter: AccountFilter) {
  accounts(first: 100, filter: $filter) { totalCount nodes { id name email lockedUntil grants { id role validTo } } }
}`;

async function accountsFound(search: string): Promise<any[]> {
  return (await hub.data(ACCOUNTS, { filter: { search } }, operator.headers)).accounts.nodes;
}

describe('the list of accounts', () => {
  test('is found by part of the name or the e-mail, by role today, and by whether it is disabled', async () => {
    const ended = await person(
      hub,
      [{ role: 'OPERATOR', validTo: '2026-11-23' }],
      'Đặng Thị Ngọc Ánh',
    );
    await done('accountDisable', { account: ended.id });
    const found = async (filter: object) =>
      (await hub.data(ACCOUNTS, { filter }, operator.headers)).accounts;

    expect((await found({ search: 'dang thi ngoc' })).nodes).toMatchObject([
      { email: ended.email, grants: [{ role: 'OPERATOR', validTo: '2026-11-23' }] },
    ]);
    expect((await found({ search: 'planner@demo.example' })).nodes).toMatchObject([
      { email: 'planner@demo.example' },
    ]);
    expect((await found({ search: '%' })).totalCount).toBe(0);
    expect((await found({ role: 'OPERATOR', search: 'dang' })).totalCount).toBe(0);
    expect((await found({ disabled: true, search: 'dang' })).totalCount).toBe(1);
    expect((await found({ disabled: false, search: 'dang' })).totalCount).toBe(0);
  });

  test('takes as many statements for twenty accounts as for two', async () => {
    for (let each = 0; each < 20; each += 1)
      await person(hub, [{ role: 'PLANNER', unitId: 1 }], `Đếm ${each}`);
    const count = (first: number) =>
      hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) { accounts(first: $first, filter: { search: "Đếm" }) { nodes { name grants { role unit { name } institution { name } } } } }`,
          { first },
          operator.headers,
        ),
      );

    expect(await count(2)).toBe(5);
    expect(await count(20)).toBe(5);
  });
});

describe('who may', () => {
  const somebodies = ['reviewer', 'school'] as const;
  const headersOf = (who: string) => (who === 'anonymous' ? {} : people[who]!.headers);

  test.each([...somebodies, 'anonymous'])('%s may change no account', async (who) => {
    const target = await person(hub, []);
    const before = await Promise.all(['account', 'account_grant', 'audit_event'].map(countOf));
    const [{ id: grant }] = await hub.em.execute<[{ id: number }]>(
      'select min(id) as id from account_grant',
    );
    const inputs: Record<string, object> = {
      accountCreate: newAccount(),
      accountDisable: { account: target.id },
      accountEnable: { account: target.id },
      accountPasswordReset: { account: target.id, password: 'another long password' },
      grantAdd: { account: target.id, role: 'OPERATOR' },
      grantEnd: { grant: toGlobalId('Grant', grant) },
    };

    for (const [name, input] of Object.entries(inputs)) {
      const { data, errors } = await mutate(name, input, headersOf(who));
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { extensions: { code: who === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN' } },
      ]);
    }
    expect(await Promise.all(['account', 'account_grant', 'audit_event'].map(countOf))).toEqual(
      before,
    );
  });

  test.each([...somebodies, 'anonymous'])('%s sees no account', async (who) => {
    const asked = await hub.ask<any>(
      `query ($account: ID!) {
        accounts(first: 10) { totalCount nodes { id } }
        node(id: $account) { id }
        nodes(ids: [$account]) { id }
      }`,
      { account: (people[who] ?? operator).id },
      headersOf(who),
    );

    expect(asked).toMatchObject({ status: 200, errors: [] });
    expect(asked.data).toEqual({
      accounts: { totalCount: 0, nodes: [] },
      node: null,
      nodes: [null],
    });
  });

  test('a grant is seen by operators, by planners of the school, and by the account that has it', async () => {
    const { viewer } = await hub.data(WHO, {}, people['school']!.headers);
    const [{ id }] = viewer.grants;
    const seen = async (who: string) =>
      (
        await hub.data(
          `query ($id: ID!) { node(id: $id) { id ... on Grant { role } } }`,
          { id },
          headersOf(who),
        )
      ).node;

    expect(await seen('school')).toEqual({ id, role: 'SCHOOL_ADMIN' });
    expect(await seen('operator')).toEqual({ id, role: 'SCHOOL_ADMIN' });
    expect(await seen('planner')).toEqual({ id, role: 'SCHOOL_ADMIN' });
    for (const who of ['primary-school', 'reviewer', 'anonymous'])
      expect(await seen(who)).toBeNull();
  });

  test('an operator whose role has ended is none any more', async () => {
    const past = await person(hub, [{ role: 'OPERATOR', validTo: '2026-11-23' }]);

    expect((await mutate('accountCreate', newAccount(), past.headers)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});
