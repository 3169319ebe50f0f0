import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { put } from './support/evidence.js';
import { FILES } from './support/evidence-files.js';
import { draft, castOf } from './support/reporting.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, person, PASSWORD, type Headers, type Person } from './support/people.js';

const NOW = new Date('2026-11-24T02:00:00Z');
const FIRST = 'the first password, on paper';
const OWN = 'a password that only one knows';

let hub: TestHub;
let operator: Person;
let school: string;
beforeAll(async () => {
  const rateLimits = { ...UNLIMITED, signIns: SIGN_IN_LIMITS };
  hub = await startHub({ from: 'demo', now: () => NOW, rateLimits });
  operator = (await demoPeople(hub))['operator']!;
  school = (await hub.data('{ institution(code: "DN-THPT-01") { id } }')).institution.id;
});
afterAll(() => hub.close());

const CREATE = `mutation ($input: AccountCreateInput!) { done: accountCreate(input: $input) {
  account { id email passwordChangeRequired } userErrors { code } } }`;
const RESET = `mutation ($input: AccountPasswordResetInput!) { done: accountPasswordReset(input: $input) {
  account { passwordChangeRequired } userErrors { code } } }`;
const CHANGE = `mutation ($input: PasswordChangeInput!) { done: accountPasswordChange(input: $input) {
  changed userErrors { code field message } } }`;
const START = `mutation ($input: SessionStartInput!) { done: sessionStart(input: $input) {
  accessToken viewer { passwordChangeRequired } userErrors { code } } }`;
const WHO = '{ viewer { email passwordChangeRequired grants { role } } }';
const PUBLIC = '{ administrativeUnit(code: "68") { name } }';

async function start(email: string, password: string) {
  const { data, cookie } = await hub.ask(START, { input: { email, password } });
  const { accessToken, ...session } = data.done;
  return { ...session, cookie, headers: { authorization: `Bearer ${accessToken}` } };
}

async function change(headers: Headers, presentPassword: string, newPassword: string) {
  return (await hub.data(CHANGE, { input: { presentPassword, newPassword } }, headers)).done;
}

/** A school administrator whom an operator has just added, signed in with the first password. */
async function newcomer() {
  const email = `${crypto.randomUUID()}@example.edu.vn`;
  const grants = [{ role: 'SCHOOL_ADMIN', institution: school }];
  const input = { name: 'Người mới', email, password: FIRST, grants };
  const { done } = await hub.data(CREATE, { input }, operator.headers);
  return { account: done.account, email, ...(await start(email, FIRST)) };
}

const refusedWith = async (query: string, headers: Headers, variables: object = {}) => {
  const { status, data, errors } = await hub.ask(query, variables, headers);
  expect(data).toBeNull();
  return [status, errors.map(({ extensions }) => extensions.code)];
};
const REQUIRED = [403, ['PASSWORD_CHANGE_REQUIRED']];

describe('a first password', () => {
  test('opens nothing but its change, who one is, and signing out', async () => {
    const { account, viewer, headers, email } = await newcomer();

    expect(account).toMatchObject({ email, passwordChangeRequired: true });
    expect(viewer).toEqual({ passwordChangeRequired: true });
    expect((await hub.data(WHO, {}, headers)).viewer).toEqual({
      email,
      passwordChangeRequired: true,
      grants: [{ role: 'SCHOOL_ADMIN' }],
    });
    // The way through the grants leads to nothing that is not public.
    const { viewer: deep } = await hub.data(
      '{ viewer { grants { institution { participations(first: 1) { totalCount } } } } }',
      {},
      headers,
    );
    expect(deep.grants[0].institution.participations.totalCount).toBe(0);
    for (const query of [
      PUBLIC,
      '{ viewer { name } rateLimit { limit } }',
      'query { ...mine } fragment mine on Query { viewer { name } statusUpdates(first: 1) { totalCount } }',
      'mutation { sessionEnd { userErrors { code } } statusUpdateSubmit(input: { id: "x", version: 1 }) { userErrors { code } } }',
    ])
      expect(await refusedWith(query, headers)).toEqual(REQUIRED);
    // Nothing of the refused mutation was done: the session has not ended.
    expect((await hub.ask(WHO, {}, headers)).status).toBe(200);
    expect((await hub.ask('{ __schema { queryType { name } } }', {}, headers)).status).toBe(200);
    expect(
      (await hub.data('mutation { sessionEnd { userErrors { code } } }', {}, headers)).sessionEnd,
    ).toEqual({ userErrors: [] });
  });

  test('says in both languages what to do', async () => {
    const { headers } = await newcomer();
    const told = async (language: string) =>
      (await hub.ask(PUBLIC, {}, { ...headers, 'accept-language': language })).errors[0]!.message;

    expect(await told('en')).toBe('An operator set this password. Change it before anything else.');
    expect(await told('vi')).toBe(
      'Mật khẩu này do người vận hành đặt. Hãy đổi mật khẩu trước khi làm việc khác.',
    );
  });

  test('opens no download, no stream, and takes no file', async () => {
    const { headers } = await newcomer();
    const [download, stream] = await Promise.all([
      hub.server.inject({ url: '/exports/institutions.csv', headers }),
      hub.server.inject({
        method: 'POST',
        url: '/graphql/stream',
        headers,
        payload: { query: 'subscription { unitProgressChanged(unit: "x") { name } }' },
      }),
    ]);
    expect([download.statusCode, download.json().code]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
    expect([stream.statusCode, stream.json().errors[0].extensions.code]).toEqual([
      403,
      'PASSWORD_CHANGE_REQUIRED',
    ]);
    const cast = await castOf(hub);
    const update = await draft(hub, cast);
    const { upload } = (
      await hub.data(
        `mutation ($input: EvidenceUploadStartInput!) { done: evidenceUploadStart(input: $input) { upload { address } } }`,
        { input: { statusUpdate: update.id, criterion: 'G2', fileName: 'a.pdf' } },
        cast.school,
      )
    ).done;
    // The password of whoever began the upload is set anew meanwhile.
    await hub.em.execute(
      'update account set password_change_required = true where id = (select account_id from evidence_upload order by id desc limit 1)',
    );
    const { status, body } = await put(hub, upload.address, FILES.pdf('late'));
    expect([status, body.code]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
  });

  test('is changed into one’s own, with which everything is open; other sign-ins end', async () => {
    const { email, headers, account } = await newcomer();
    const elsewhere = await start(email, FIRST);

    expect(await change(headers, FIRST, FIRST)).toMatchObject({
      changed: false,
      userErrors: [{ code: 'PASSWORD_UNCHANGED', field: ['newPassword'] }],
    });
    expect(await change(headers, FIRST, 'short')).toMatchObject({
      userErrors: [{ code: 'PASSWORD_UNFIT', field: ['newPassword'] }],
    });
    expect(await change(headers, 'not the first one', OWN)).toMatchObject({
      userErrors: [{ code: 'WRONG_CREDENTIALS', field: ['presentPassword'] }],
    });
    expect(await refusedWith(PUBLIC, headers)).toEqual(REQUIRED);
    expect(await change(headers, FIRST, OWN)).toEqual({ changed: true, userErrors: [] });

    expect((await hub.data(WHO, {}, headers)).viewer).toEqual({
      email,
      passwordChangeRequired: false,
      grants: [{ role: 'SCHOOL_ADMIN' }],
    });
    expect((await hub.ask(PUBLIC, {}, headers)).errors).toEqual([]);
    expect((await hub.ask(WHO, {}, elsewhere.headers)).status).toBe(401);
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on Account { passwordChangeRequired } } }',
      { id: account.id },
      operator.headers,
    );
    expect(node).toEqual({ passwordChangeRequired: false });
  });

  test('stays to be changed after a refresh, and is guessed no more often than at signing in', async () => {
    const { cookie, headers } = await newcomer();
    const { data } = await hub.ask(
      'mutation { done: sessionRefresh { viewer { passwordChangeRequired } } }',
      {},
      { cookie: cookie!.split(';')[0]! },
    );
    expect(data.done).toEqual({ viewer: { passwordChangeRequired: true } });
    for (let wrong = 0; wrong < 5; wrong += 1) await change(headers, 'a wrong password', OWN);
    expect(await change(headers, FIRST, OWN)).toMatchObject({ changed: false });
  });
});

test('a password that was reset has to be changed again', async () => {
  const somebody = await person(hub, []);
  expect((await start(somebody.email, PASSWORD)).viewer).toEqual({ passwordChangeRequired: false });
  const input = { account: somebody.id, password: FIRST };

  const { done } = await hub.data(RESET, { input }, operator.headers);
  const { headers } = await start(somebody.email, FIRST);

  expect(done).toEqual({ account: { passwordChangeRequired: true }, userErrors: [] });
  expect(await refusedWith(PUBLIC, headers)).toEqual(REQUIRED);
  await change(headers, FIRST, OWN);
  expect((await hub.ask(PUBLIC, {}, headers)).errors).toEqual([]);
});

test('who was added on the command line, and the demo, need not change theirs', async () => {
  const { headers } = await person(hub, [{ role: 'OPERATOR' }]);
  for (const each of [headers, operator.headers])
    expect((await hub.data(WHO, {}, each)).viewer).toMatchObject({
      passwordChangeRequired: false,
      grants: [{ role: 'OPERATOR' }],
    });
});

test('a hub that takes only known documents takes the change, as published and as the console sends it', async () => {
  const strict = await startHub({ sharing: hub.databaseUrl, now: () => NOW, trustedOnly: true });
  const published = await readFile('schema/operations/account-password-change.graphql', 'utf8');
  const ofConsole = Object.values<string>(
    JSON.parse(await readFile('web/src/generated/persisted-documents.json', 'utf8')),
  ).filter((text) => text.includes('accountPasswordChange'));
  expect(ofConsole).toHaveLength(1);
  for (const document of [published, ...ofConsole]) {
    const { email, headers } = await newcomer();
    const input = { presentPassword: FIRST, newPassword: OWN };
    const { data } = await strict.ask(document, { input }, headers);
    expect(data.accountPasswordChange).toMatchObject({ changed: true, userErrors: [] });
    expect((await start(email, OWN)).viewer).toEqual({ passwordChangeRequired: false });
  }
  await strict.close();
});
