import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../src/accounts/account.enums.js';
import { put } from './support/evidence.js';
import { FILES } from './support/evidence-files.js';
import { mutationOf } from './support/everything.js';
import { startHub, type TestHub } from './support/hub.js';
import { Importer } from './support/import-jobs.js';
import { demoPeople, person, PASSWORD, type Headers, type Person } from './support/people.js';
import { castOf, draft } from './support/reporting.js';

const NOW = new Date('2026-11-25T02:00:00Z');
const PUBLIC = '{ administrativeUnit(code: "68") { name } }';
const WHO = `{ viewer { secondFactorRequired grants { role } secondFactor { active }
  identities { issuer } mailPreferences { language } } }`;
const REQUIRED = [403, 'SECOND_FACTOR_REQUIRED'];

let hub: TestHub;
/** Another hub on the same database, which asks for nothing. */
let lax: TestHub;
let operator: Person;
let unit: number;
let school: number;
beforeAll(async () => {
  lax = await startHub({ from: 'demo', now: () => NOW });
  hub = await startHub({ sharing: lax.databaseUrl, now: () => NOW, secondFactorRequired: true });
  operator = (await demoPeople(lax))['operator']!;
  const [place] = await hub.em.execute<{ unit: number; school: number }[]>(
    `select (select id from administrative_unit order by id limit 1) as unit,
      (select id from institution order by id limit 1) as school`,
  );
  ({ unit, school } = place!);
});
afterAll(async () => {
  await hub.close();
  await lax.close();
});

const grantOf = (role: Role) => ({
  role,
  unitId: role === 'PLANNER' || role === 'REVIEWER' ? unit : null,
  institutionId: role === 'SCHOOL_ADMIN' ? school : null,
});
const somebody = (...roles: Role[]) => person(hub, roles.map(grantOf));

const send = async (mutation: string, input: object, headers: Headers) =>
  (await hub.data(mutationOf(mutation), { input }, headers)).result;

const whoIs = async (headers: Headers) => (await hub.data(WHO, {}, headers)).viewer;

async function refusal(query: string, headers: Headers, variables = {}) {
  const { status, data, errors } = await hub.ask(query, variables, headers);
  expect(data).toBeNull();
  return [status, errors[0]!.extensions.code];
}

/** Sets up a second factor as its owner does. */
async function setUp({ headers }: Person): Promise<void> {
  const { secret } = await send('secondFactorStart', { presentPassword: PASSWORD }, headers);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: NOW.getTime(),
  });
  expect((await send('secondFactorConfirm', { code }, headers)).recoveryCodes).toHaveLength(10);
}

describe('a hub that asks for a second factor', () => {
  test.each<Role>(['OPERATOR', 'PLANNER', 'REVIEWER'])(
    'lets a %s do nothing before it is set up, and everything after it, with the same session',
    async (role) => {
      const who = await somebody(role);
      const elsewhere = await whoIs(who.headers);

      expect(elsewhere).toMatchObject({ secondFactorRequired: true, grants: [{ role }] });
      expect(await refusal(PUBLIC, who.headers)).toEqual(REQUIRED);
      await setUp(who);

      expect(await whoIs(who.headers)).toMatchObject({
        secondFactorRequired: false,
        grants: [{ role }],
        secondFactor: { active: true },
      });
      expect((await hub.ask(PUBLIC, {}, who.headers)).errors).toEqual([]);
    },
  );

  test('asks nothing of schools, of those without a role, of keys and of the public', async () => {
    for (const who of [await somebody('SCHOOL_ADMIN'), await somebody()]) {
      expect(await whoIs(who.headers)).toMatchObject({ secondFactorRequired: false });
      expect((await hub.ask(PUBLIC, {}, who.headers)).errors).toEqual([]);
    }
    const { apiKeyCreate } = await lax.data(
      'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret } }',
      { input: { name: 'Cổng dữ liệu', scopes: ['READ_PUBLIC'] } },
      operator.headers,
    );
    const senders: Headers[] = [{ 'x-api-key': apiKeyCreate.secret }, {}];
    for (const headers of senders) expect((await hub.ask(PUBLIC, {}, headers)).errors).toEqual([]);
  });

  test('asks nothing of those who came through an issuer, though they have a password as well', async () => {
    const who = await somebody('PLANNER');
    await hub.em.execute(
      `update account_session set issuer = 'https://login.example.edu.vn' where account_id = ?`,
      [who.accountId],
    );

    expect(await whoIs(who.headers)).toMatchObject({ secondFactorRequired: false });
    expect((await hub.ask(PUBLIC, {}, who.headers)).errors).toEqual([]);
    // The password alone opens no more than before.
    const input = { email: who.email, password: PASSWORD };
    const { accessToken } = await send('sessionStart', input, {});
    expect(await refusal(PUBLIC, { authorization: `Bearer ${accessToken}` })).toEqual(REQUIRED);
  });

  test('asks for it in both languages, and says what to do', async () => {
    const { headers } = await somebody('PLANNER');
    const told = async (language: string) =>
      (await hub.ask(PUBLIC, {}, { ...headers, 'accept-language': language })).errors[0]!.message;

    expect(await told('en')).toMatch(/^This hub asks for a second factor of your account\. Set up/);
    expect(await told('vi')).toMatch(/^Hệ thống này yêu cầu tài khoản của bạn dùng xác thực/);
  });

  test('lets the password be changed and the session be ended, and nothing beside them', async () => {
    const who = await somebody('OPERATOR');
    for (const query of [
      `{ viewer { name } rateLimit { limit } }`,
      'mutation { sessionEnd { userErrors { code } } statusUpdateSubmit(input: { id: "x", version: 1 }) { userErrors { code } } }',
      'query ($id: ID!) { node(id: $id) { id } }',
    ])
      expect(await refusal(query, who.headers, { id: who.id })).toEqual(REQUIRED);
    const { viewer } = await hub.data(
      '{ viewer { grants { unit { name } institution { participations(first: 1) { totalCount } } } } }',
      {},
      (await somebody('PLANNER')).headers,
    );
    expect(viewer.grants).toEqual([{ unit: { name: expect.any(String) }, institution: null }]);
    const change = { presentPassword: PASSWORD, newPassword: 'another one, long enough' };

    expect((await send('accountPasswordChange', change, who.headers)).changed).toBe(true);
    const { sessionEnd } = await hub.data(
      'mutation { sessionEnd { userErrors { code } } }',
      {},
      who.headers,
    );
    expect(sessionEnd.userErrors).toEqual([]);
  });

  test('asks for the password first where an operator set it', async () => {
    const who = await somebody('REVIEWER');
    await hub.em.execute('update account set password_change_required = true where id = ?', [
      who.accountId,
    ]);
    const start = mutationOf('secondFactorStart');
    const input = { presentPassword: PASSWORD };

    expect(await refusal(start, who.headers, { input })).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
    await send(
      'accountPasswordChange',
      { presentPassword: PASSWORD, newPassword: 'another one, long enough' },
      who.headers,
    );
    expect(await refusal(PUBLIC, who.headers)).toEqual(REQUIRED);
  });

  test('opens no download, no stream and no tool of assistants, and takes no file', async () => {
    const { headers } = await somebody('REVIEWER');
    const post = (url: string, payload: object, accept = '*/*') =>
      hub.server.inject({ method: 'POST', url, headers: { ...headers, accept }, payload });
    const download = await hub.server.inject({ url: '/exports/institutions.csv', headers });
    const stream = await post('/graphql/stream', {
      query: 'subscription { unitProgressChanged(unit: "x") { name } }',
    });
    const tool = await post(
      '/mcp',
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'rounds', arguments: {} },
      },
      'application/json, text/event-stream',
    );

    expect([download.statusCode, download.json().code]).toEqual(REQUIRED);
    expect([stream.statusCode, stream.json().errors[0].extensions.code]).toEqual(REQUIRED);
    expect(tool.body).toContain('SECOND_FACTOR_REQUIRED');
    // Addresses that were signed while another hub asked for less.
    const cast = await castOf(lax);
    const update = await draft(lax, cast);
    const started = await lax.data(
      `mutation ($input: EvidenceUploadStartInput!) {
        evidenceUploadStart(input: $input) { upload { address } } }`,
      { input: { statusUpdate: update.id, criterion: 'G2', fileName: 'a.pdf' } },
      cast.school,
    );
    await hub.em.execute(
      `insert into account_grant (account_id, role, unit_id)
        select account_id, 'REVIEWER', ? from evidence_upload order by id desc limit 1`,
      [unit],
    );
    const { address } = started.evidenceUploadStart.upload;
    const evidence = await put(hub, address, FILES.pdf('held'));
    expect([evidence.status, evidence.body.code]).toEqual(REQUIRED);
    const { upload } = await new Importer(lax, operator.headers).send(
      'importJobStart',
      'ImportJobStartInput',
      { kind: 'INSTITUTIONS', fileName: 'truong.csv' },
    );
    const file = await put(hub, upload.address, Buffer.from('code'));
    expect([file.status, file.body.code]).toEqual(REQUIRED);
  });

  test('asks again of those whose second factor an operator has ended, at their next sign-in', async () => {
    const [asking, who] = [await somebody('OPERATOR'), await somebody('PLANNER')];
    await setUp(asking);
    await setUp(who);

    await send('accountSecondFactorReset', { account: who.id }, asking.headers);

    const input = { email: who.email, password: PASSWORD };
    const { accessToken } = await send('sessionStart', input, {});
    expect(await refusal(PUBLIC, { authorization: `Bearer ${accessToken}` })).toEqual(REQUIRED);
  });

  test('asks as soon as a role needs it', async () => {
    const asking = await somebody('OPERATOR');
    await setUp(asking);
    const who = await somebody('SCHOOL_ADMIN');
    expect((await hub.ask(PUBLIC, {}, who.headers)).status).toBe(200);

    const { userErrors } = await send(
      'grantAdd',
      { account: who.id, role: 'OPERATOR' },
      asking.headers,
    );

    expect(userErrors).toEqual([]);
    expect(await refusal(PUBLIC, who.headers)).toEqual(REQUIRED);
  });
});

test('a hub that asks for none lets a planner in with the password', async () => {
  const { viewer } = await lax.data(WHO, {}, (await somebody('PLANNER')).headers);

  expect(viewer).toMatchObject({ secondFactorRequired: false, secondFactor: { active: false } });
});
