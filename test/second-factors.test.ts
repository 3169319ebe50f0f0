import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { codeOfAccount } from './support/codes.js';
import { mutationOf } from './support/everything.js';
import { startHub, type TestHub } from './support/hub.js';
import { MAIL_PLACE } from './support/mail-server.js';
import { PASSWORD, person, type Person } from './support/people.js';

const START = new Date('2026-12-01T02:00:00Z');

let hub: TestHub;
let time = START;
beforeAll(async () => {
  hub = await startHub({
    now: () => time,
    mail: MAIL_PLACE,
    rateLimits: { ...UNLIMITED, signIns: SIGN_IN_LIMITS },
  });
});
beforeEach(() => {
  time = START;
});
afterAll(() => hub.close());

const later = (seconds: number) => (time = new Date(time.getTime() + seconds * 1000));

const send = async (mutation: string, input: object, headers: Record<string, string> = {}) =>
  (await hub.data(mutationOf(mutation), { input }, headers)).result;

const codesOf = ({ userErrors }: any): string[] => userErrors.map(({ code }: any) => code);

/** What the app of somebody shows, now or so many steps of 30 seconds later. */
const shown = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: time.getTime() + steps * 30_000,
  });

interface Guarded extends Person {
  secret: string;
  recoveryCodes: string[];
}

/** Somebody who has a second factor; the code that confirmed it is used up. */
async function guarded(grants: Parameters<typeof person>[1] = []): Promise<Guarded> {
  const who = await person(hub, grants);
  const { secret } = await send('secondFactorStart', { presentPassword: PASSWORD }, who.headers);
  const { recoveryCodes } = await send('secondFactorConfirm', { code: shown(secret) }, who.headers);
  later(30);
  return { ...who, secret, recoveryCodes };
}

const signIn = ({ email }: { email: string }, code: string | null = null, password = PASSWORD) =>
  send('sessionStart', { email, password, code });

describe('setting up', () => {
  test('gives a secret as text, address and picture, which counts once it is confirmed', async () => {
    const who = await person(hub, []);
    const made = await send('secondFactorStart', { presentPassword: PASSWORD }, who.headers);

    expect(made.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(made.address).toContain(`otpauth://totp/edu-dx-hub:${encodeURIComponent(who.email)}`);
    expect(made.picture).toMatch(/^<svg/);
    expect(codesOf(await signIn(who))).toEqual([]);
    expect(codesOf(await send('secondFactorConfirm', { code: '000000' }, who.headers))).toEqual([
      'SECOND_FACTOR_WRONG',
    ]);

    const code = shown(made.secret);
    const { recoveryCodes } = await send('secondFactorConfirm', { code }, who.headers);

    expect(new Set(recoveryCodes).size).toBe(10);
    expect(codesOf(await signIn(who))).toEqual(['SECOND_FACTOR_NEEDED']);
    // The code that confirmed it is used.
    expect(codesOf(await signIn(who, code))).toEqual(['SECOND_FACTOR_WRONG']);
    const { viewer } = await hub.data(
      '{ viewer { secondFactor { active recoveryCodesLeft } } }',
      {},
      who.headers,
    );
    expect(viewer.secondFactor).toEqual({ active: true, recoveryCodesLeft: 10 });
  });

  test('needs the password, and leaves nothing in the database that opens anything', async () => {
    const who = await person(hub, []);
    const wrong = await send('secondFactorStart', { presentPassword: 'wrong' }, who.headers);
    expect(wrong).toMatchObject({ secret: null, userErrors: [{ code: 'WRONG_CREDENTIALS' }] });

    const { secret, recoveryCodes } = await guarded();

    const rows = await hub.em.execute(
      'select secret, pending, code_hash from second_factor, recovery_code',
    );
    for (const told of [secret, ...recoveryCodes]) expect(JSON.stringify(rows)).not.toContain(told);
  });

  test('again replaces the secret and the recovery codes once the new one is confirmed', async () => {
    const who = await guarded();
    const { secret } = await send('secondFactorStart', { presentPassword: PASSWORD }, who.headers);
    expect(codesOf(await signIn(who, shown(who.secret)))).toEqual([]);
    await send('secondFactorConfirm', { code: shown(secret) }, who.headers);
    later(30);

    expect(codesOf(await signIn(who, shown(who.secret)))).toEqual(['SECOND_FACTOR_WRONG']);
    expect(codesOf(await signIn(who, who.recoveryCodes[0]))).toEqual(['SECOND_FACTOR_WRONG']);
    expect(codesOf(await signIn(who, shown(secret)))).toEqual([]);
  });
});

describe('a sign-in', () => {
  test('takes the present code and its neighbours, each once and none before it', async () => {
    const who = await guarded();
    later(300);
    expect(codesOf(await signIn(who, shown(who.secret, -2)))).toEqual(['SECOND_FACTOR_WRONG']);
    expect(codesOf(await signIn(who, shown(who.secret, 2)))).toEqual(['SECOND_FACTOR_WRONG']);
    const code = shown(who.secret);
    expect(codesOf(await signIn(who, code))).toEqual([]);

    expect(codesOf(await signIn(who, code))).toEqual(['SECOND_FACTOR_WRONG']);
    expect(codesOf(await signIn(who, shown(who.secret, -1)))).toEqual(['SECOND_FACTOR_WRONG']);
    expect(codesOf(await signIn(who, shown(who.secret, 1)))).toEqual([]);
  });

  test('of two at once with one code lets one in', async () => {
    const who = await guarded();
    const code = shown(who.secret);

    const answers = await Promise.all([signIn(who, code), signIn(who, code)]);

    expect(answers.flatMap(codesOf)).toEqual(['SECOND_FACTOR_WRONG']);
  });

  test('takes a recovery code once, however it is typed, and tells it in the trail', async () => {
    const who = await guarded();
    const [code] = who.recoveryCodes;
    expect(codesOf(await signIn(who, code!.toLowerCase().replaceAll('-', ' ')))).toEqual([]);

    expect(codesOf(await signIn(who, code))).toEqual(['SECOND_FACTOR_WRONG']);
    const [entry] = await hub.em.execute<any[]>(
      'select action, account_id from audit_event order by id desc limit 1',
    );
    expect(entry).toEqual({ action: 'recoveryCodeUse', account_id: who.accountId });
  });

  test('says nothing of a second factor to who does not know the password', async () => {
    const who = await guarded();

    for (const code of [null, shown(who.secret)])
      expect(codesOf(await signIn(who, code, 'wrong'))).toEqual(['WRONG_CREDENTIALS']);
  });

  test('with wrong codes has to wait like one with wrong passwords, and asking for a code clears nothing', async () => {
    const who = await guarded();
    for (let tried = 0; tried < 5; tried += 1) {
      expect(codesOf(await signIn(who, '000000'))).toEqual(['SECOND_FACTOR_WRONG']);
      if (tried < 4) expect(codesOf(await signIn(who))).toEqual(['SECOND_FACTOR_NEEDED']);
    }

    expect(codesOf(await signIn(who, shown(who.secret)))).toEqual(['WRONG_CREDENTIALS']);
    later(15 * 60);
    expect(codesOf(await signIn(who, shown(who.secret)))).toEqual([]);
  });
});

test('a mail about a forgotten password does not get past the second factor, and stays good until it is right', async () => {
  // The clock of the database decides how long the mailed code is good.
  time = new Date();
  const who = await guarded();
  await send('accountPasswordRequest', { email: who.email });
  const code = await codeOfAccount(hub, who.id);
  const renew = (secondFactor: string | null) =>
    send('accountPasswordRenew', { code, password: 'another password', secondFactor });

  expect(codesOf(await renew(null))).toEqual(['SECOND_FACTOR_NEEDED']);
  expect(codesOf(await renew('000000'))).toEqual(['SECOND_FACTOR_WRONG']);
  expect(codesOf(await renew(shown(who.secret)))).toEqual([]);
});

test('an operator ends the second factor of somebody, on record, which signs them out', async () => {
  const operator = await person(hub, [{ role: 'OPERATOR' }]);
  const who = await guarded();

  const { account } = await send('accountSecondFactorReset', { account: who.id }, operator.headers);

  expect(account.secondFactor).toBe(false);
  const { status } = await hub.ask('{ viewer { name } }', {}, who.headers);
  expect(status).toBe(401);
  expect(codesOf(await signIn(who))).toEqual([]);
  const again = await send('accountSecondFactorReset', { account: who.id }, operator.headers);
  expect(codesOf(again)).toEqual(['SECOND_FACTOR_NONE']);
});
