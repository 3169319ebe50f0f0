import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NewcomerRule, SignInIssuer } from '../src/auth/sign-in-issuers.js';
import { mutationOf } from './support/everything.js';
import {
  issuerOf,
  issuersOf,
  PUBLIC_URL,
  startFakeIssuer,
  type FakeIssuer,
  type Lies,
} from './support/fake-issuer.js';
import { startHub, type TestHub } from './support/hub.js';
import { PASSWORD, person } from './support/people.js';
import { now } from './support/reporting.js';

let ours: FakeIssuer;
let theirs: FakeIssuer;
let hub: TestHub;
/** The settings, which a test may change. */
let settings: SignInIssuer;
let time = now();

beforeAll(async () => {
  [ours, theirs] = [await startFakeIssuer(() => time), await startFakeIssuer(() => time)];
  settings = issuerOf(ours.url);
  const signInIssuers = issuersOf([settings, issuerOf(theirs.url, { name: 'Cơ quan khác' })]);
  hub = await startHub({ from: 'demo', now: () => time, signInIssuers });
});
beforeEach(() => {
  time = now();
  ours.lie();
  Object.assign(settings, issuerOf(ours.url));
});
afterAll(async () => {
  await hub.close();
  await ours.close();
  await theirs.close();
});

/** What the console sends as whoever is signed in; the others it sends as a stranger. */
const OWN = new Set(['issuerLinkStart', 'sessionEnd', 'sessionEndAll']);

/** A browser, which keeps its cookies and the token of whoever is signed in. */
class Browser {
  readonly cookies = new Map<string, string>();
  headers: Record<string, string> = {};

  async send(mutation: string, input: object | null, language = 'en'): Promise<any> {
    const response = await hub.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'accept-language': language,
        cookie: [...this.cookies].map((each) => each.join('=')).join('; '),
        ...(OWN.has(mutation) && this.headers),
      },
      payload: { query: mutationOf(mutation), variables: input ? { input } : {} },
    });
    for (const { name, value } of response.cookies)
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, encodeURIComponent(value));
    const { data, errors } = response.json();
    if (errors) return { userErrors: errors.map(({ extensions }: any) => extensions) };
    if (data.result.accessToken)
      this.headers = { authorization: `Bearer ${data.result.accessToken}` };
    return data.result;
  }

  /** The address at which somebody signs in. */
  async begin(issuer = ours): Promise<string> {
    const { address, userErrors } = await this.send('issuerSignInStart', { issuer: issuer.url });
    expect(userErrors).toEqual([]);
    return address;
  }

  finish(answer: string, language?: string): Promise<any> {
    return this.send('issuerSignInFinish', { answer }, language);
  }

  async signIn(who: { sub: string } & Record<string, unknown>, issuer = ours): Promise<any> {
    return this.finish(issuer.signIn(await this.begin(issuer), who));
  }

  async enter(email: string): Promise<void> {
    await this.send('sessionStart', { email, password: PASSWORD });
  }

  /** Links the account of whoever is signed in. */
  async link(who: { sub: string }, issuer = ours): Promise<any> {
    const input = { issuer: issuer.url, presentPassword: PASSWORD };
    const { address } = await this.send('issuerLinkStart', input);
    return this.finish(issuer.signIn(address, who));
  }

  viewer(): Promise<any> {
    return hub.data(
      '{ viewer { name email grants { role unit { code } } identities { issuer name linkedAt } } }',
      {},
      this.headers,
    );
  }
}

const codesOf = ({ userErrors }: any): string[] => userErrors.map(({ code }: any) => code);

const accounts = async () =>
  (await hub.em.execute<[{ count: number }]>('select count(*)::int from account'))[0].count;

/** The last entry of the trail. */
const lastEntry = async () =>
  (
    await hub.em.execute<any[]>(
      'select action, account_name, before, after from audit_event order by id desc limit 1',
    )
  )[0];

const REVIEWERS: NewcomerRule = {
  ...{ emailDomain: 'so.edu.vn', claim: null },
  ...{ role: 'REVIEWER', unit: '68', unitKind: null },
};

let people = 0;
const newSubject = () => `person ${(people += 1)}`;

describe('a first sign-in', () => {
  test('by somebody whom a rule knows by their verified e-mail makes an account with its role, on record, once', async () => {
    settings.newcomers = [REVIEWERS];
    const sub = newSubject();
    const who = { sub, name: 'Trần Thị Thẩm', email: 'Tham@So.edu.vn', email_verified: true };
    const [browser, another] = [new Browser(), new Browser()];
    const before = await accounts();

    const answers = await Promise.all([browser.signIn(who), another.signIn(who)]);

    expect(answers.map(codesOf)).toEqual([[], []]);
    expect(await accounts()).toBe(before + 1);
    const { viewer } = await browser.viewer();
    expect(viewer).toEqual({
      ...{ name: 'Trần Thị Thẩm', email: null },
      grants: [{ role: 'REVIEWER', unit: { code: '68' } }],
      identities: [{ issuer: ours.url, name: 'Tài khoản ngành', linkedAt: now().toISOString() }],
    });
    expect(await another.viewer()).toEqual({ viewer });
    expect(await lastEntry()).toMatchObject({
      ...{ action: 'issuerSignInFinish', account_name: ours.url, before: null },
      after: {
        name: 'Trần Thị Thẩm',
        issuer: ours.url,
        subject: sub,
        grants: [{ role: 'REVIEWER' }],
      },
    });
  });

  test.each([
    ['a text', 'planner'],
    ['one of a list', ['staff', 'planner']],
  ])('by somebody of whom the issuer claims what a rule wants: %s', async (_how, said) => {
    const claim = { name: 'groups', value: 'planner' };
    settings.newcomers = [
      { ...REVIEWERS, claim },
      { ...REVIEWERS, emailDomain: null, claim, role: 'PLANNER', unitKind: 'PROVINCE' },
    ];
    const browser = new Browser();

    expect(codesOf(await browser.signIn({ sub: newSubject(), groups: said }))).toEqual([]);

    const { viewer } = await browser.viewer();
    expect(viewer.grants).toEqual([{ role: 'PLANNER', unit: { code: '68' } }]);
  });

  test.each([
    ['nobody has checked the e-mail', { email: 'a@so.edu.vn' }],
    ['the check is a word', { email: 'a@so.edu.vn', email_verified: 'true' }],
    ['the domain only ends alike', { email: 'a@evilso.edu.vn', email_verified: true }],
    [
      'the domain is a part of another',
      { email: 'a@so.edu.vn.evil.example', email_verified: true },
    ],
    ['there is no e-mail', {}],
  ])('is refused with whom to ask, and leaves nothing, when %s', async (_why, claims) => {
    settings.newcomers = [REVIEWERS];
    settings.contact = 'Phòng CNTT, 0263 3822 999';
    const before = await accounts();
    const browser = new Browser();

    const answer = await browser.finish(
      ours.signIn(await browser.begin(), { sub: newSubject(), ...claims }),
      'vi',
    );

    expect(codesOf(answer)).toEqual(['NOT_ADMITTED']);
    expect(answer.userErrors[0].message).toContain('Hãy liên hệ Phòng CNTT, 0263 3822 999');
    expect(answer.accessToken).toBeNull();
    expect(browser.cookies).toEqual(new Map());
    expect(await accounts()).toBe(before);
  });

  test('is refused when the rule names a unit that there is not today', async () => {
    settings.newcomers = [{ ...REVIEWERS, unit: '67' }];
    const who = { sub: newSubject(), email: 'a@so.edu.vn', email_verified: true };

    // Đắk Nông ended on 2025-06-30.
    expect(codesOf(await new Browser().signIn(who))).toEqual(['NEWCOMER_RULE_WRONG']);
  });
});

describe('an account with a password', () => {
  test('is linked by its owner, keeps its session and its password, and signs in either way from then on', async () => {
    const { email } = await person(hub, [{ role: 'OPERATOR' }], 'Người vận hành');
    const browser = new Browser();
    await browser.enter(email);
    const sub = newSubject();

    expect(codesOf(await browser.link({ sub }))).toEqual([]);

    expect(await lastEntry()).toMatchObject({
      ...{ action: 'issuerSignInFinish', account_name: 'Người vận hành' },
      after: { issuer: ours.url, subject: sub },
    });
    expect(codesOf(await browser.send('sessionRefresh', null))).toEqual([]);
    const later = new Browser();
    expect(codesOf(await later.signIn({ sub }))).toEqual([]);
    expect((await later.viewer()).viewer).toMatchObject({ email, grants: [{ role: 'OPERATOR' }] });
    const password = new Browser();
    await password.enter(email);
    expect((await password.viewer()).viewer).toMatchObject({ email });
  });

  test('is linked by nobody without its password', async () => {
    const { email } = await person(hub, []);
    const browser = new Browser();
    await browser.enter(email);

    for (const presentPassword of ['not the password', null]) {
      const input = { issuer: ours.url, presentPassword };
      const { address, userErrors } = await browser.send('issuerLinkStart', input);
      expect(address).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'WRONG_CREDENTIALS', field: ['presentPassword'] }]);
    }
  });

  test('is not linked after its owner has signed out meanwhile', async () => {
    const { email } = await person(hub, []);
    const browser = new Browser();
    await browser.enter(email);
    const input = { issuer: ours.url, presentPassword: PASSWORD };
    const { address } = await browser.send('issuerLinkStart', input);
    await browser.send('sessionEndAll', null);

    const sub = newSubject();
    expect(codesOf(await browser.finish(ours.signIn(address, { sub })))).toEqual([
      'SIGN_IN_NOT_BEGUN',
    ]);
    expect(codesOf(await new Browser().signIn({ sub }))).toEqual(['NOT_ADMITTED']);
  });

  test('is not linked to somebody of another account, and not to a second person', async () => {
    const [one, other] = [await person(hub, []), await person(hub, [])];
    const sub = newSubject();
    const first = new Browser();
    await first.enter(one.email);
    await first.link({ sub });
    const second = new Browser();
    await second.enter(other.email);

    expect(codesOf(await second.link({ sub }))).toEqual(['IDENTITY_TAKEN']);
    expect(codesOf(await first.link({ sub: newSubject() }))).toEqual(['IDENTITY_EXISTS']);
    expect(codesOf(await first.link({ sub: newSubject() }, theirs))).toEqual([]);
  });

  test('is linked by its e-mail only where the settings say so and the issuer has checked it', async () => {
    const { email } = await person(hub, []);
    settings.newcomers = [{ ...REVIEWERS, emailDomain: 'example.edu.vn' }];
    const who = { sub: newSubject(), email };

    // Without a rule for it nobody gets a second account beside their own, either.
    const verified = { ...who, email_verified: true };
    expect(codesOf(await new Browser().signIn(verified))).toEqual(['ACCOUNT_NOT_LINKED']);
    settings.linkVerifiedEmail = true;
    expect(codesOf(await new Browser().signIn(who))).toEqual(['NOT_ADMITTED']);
    const browser = new Browser();
    expect(codesOf(await browser.signIn(verified))).toEqual([]);
    expect((await browser.viewer()).viewer).toMatchObject({ email, grants: [] });
  });

  test('is unlinked by an operator, which signs it out everywhere', async () => {
    const operator = await person(hub, [{ role: 'OPERATOR' }]);
    const { email, id } = await person(hub, []);
    const sub = newSubject();
    const browser = new Browser();
    await browser.enter(email);
    await browser.link({ sub });
    const unlink = (issuer: string) =>
      hub.data(mutationOf('accountUnlink'), { input: { account: id, issuer } }, operator.headers);

    const { result } = await unlink(ours.url);

    expect(result.account.identities).toEqual([]);
    expect(await lastEntry()).toMatchObject({ action: 'accountUnlink', after: null });
    expect(codesOf(await browser.send('sessionRefresh', null))).toEqual(['SIGN_IN_ENDED']);
    expect(codesOf(await new Browser().signIn({ sub }))).toEqual(['NOT_ADMITTED']);
    expect(codesOf((await unlink(ours.url)).result)).toEqual(['NOT_LINKED']);
  });
});

test('somebody whose account is disabled is not let in, nor given another account by a rule', async () => {
  settings.newcomers = [{ ...REVIEWERS, emailDomain: 'example.edu.vn' }];
  const { email, accountId } = await person(hub, []);
  const sub = newSubject();
  const browser = new Browser();
  await browser.enter(email);
  await browser.link({ sub });
  await hub.em.execute('update account set disabled_at = now() where id = ?', [accountId]);
  const before = await accounts();

  for (const who of [{ sub }, { sub: newSubject(), email, email_verified: true }])
    expect(codesOf(await new Browser().signIn(who))).toEqual(['ACCOUNT_DISABLED']);
  expect(await accounts()).toBe(before);
});

describe('an issuer that is not what it should be signs nobody in', () => {
  const HOUR = 3600;
  const seconds = () => Math.floor(now().getTime() / 1000);

  test.each<[string, () => Lies, string]>([
    ['it is down', () => ({ status: 503 }), 'ISSUER_UNREACHABLE'],
    ['its token is of another issuer', () => ({ claims: { iss: theirs.url } }), 'ISSUER_UNTRUSTED'],
    ['its token is for another hub', () => ({ claims: { aud: 'another' } }), 'ISSUER_UNTRUSTED'],
    [
      'its token is for several, of whom another asked',
      () => ({ claims: { aud: ['hub', 'another'], azp: 'another' } }),
      'ISSUER_UNTRUSTED',
    ],
    ['its token has another nonce', () => ({ claims: { nonce: 'another' } }), 'ISSUER_UNTRUSTED'],
    ['its token has no subject', () => ({ claims: { sub: '' } }), 'ISSUER_UNTRUSTED'],
    ['its token has another signature', () => ({ forges: true }), 'ISSUER_UNTRUSTED'],
    [
      'its clock is an hour late',
      () => ({ claims: { iat: seconds() - HOUR, exp: seconds() - HOUR + 300 } }),
      'ISSUER_CLOCK_OFF',
    ],
    [
      'its clock is an hour early',
      () => ({ claims: { iat: seconds() + HOUR, exp: seconds() + HOUR + 300 } }),
      'ISSUER_CLOCK_OFF',
    ],
  ])('%s', async (_what, lies, code) => {
    settings.newcomers = [REVIEWERS];
    const who = { sub: newSubject(), email: 'a@so.edu.vn', email_verified: true };
    const before = await accounts();
    const browser = new Browser();
    const address = await browser.begin();
    ours.lie(lies());

    const answer = await browser.finish(ours.signIn(address, who), 'vi');

    expect(codesOf(answer)).toEqual([code]);
    expect(answer.userErrors[0].message).toContain('Tài khoản ngành');
    expect(answer.accessToken).toBeNull();
    expect(browser.cookies).toEqual(new Map());
    expect(await accounts()).toBe(before);
  });

  test.each<[string, Lies, string]>([
    ['is down', { status: 500 }, 'ISSUER_UNREACHABLE'],
    [
      'says that it is another',
      { configuration: { issuer: 'https://x.example' } },
      'ISSUER_UNTRUSTED',
    ],
  ])('before anybody goes to one that %s', async (_what, lies, code) => {
    const fresh = await startHub({
      sharing: hub.databaseUrl,
      signInIssuers: issuersOf([issuerOf(ours.url)]),
    });
    const start = async () => {
      const input = { issuer: ours.url };
      return (await fresh.data(mutationOf('issuerSignInStart'), { input })).result;
    };
    ours.lie(lies);
    expect(codesOf(await start())).toEqual([code]);
    // What it said then is not kept.
    ours.lie();
    expect(codesOf(await start())).toEqual([]);
    await fresh.close();
  });
});

describe('an answer of an issuer', () => {
  const known = async () => {
    const { email } = await person(hub, []);
    const browser = new Browser();
    await browser.enter(email);
    const sub = newSubject();
    await browser.link({ sub });
    return sub;
  };

  test('is good once', async () => {
    const sub = await known();
    const browser = new Browser();
    const answer = ours.signIn(await browser.begin(), { sub });
    const kept = new Map(browser.cookies);
    expect(codesOf(await browser.finish(answer))).toEqual([]);

    expect(codesOf(await browser.finish(answer))).toEqual(['SIGN_IN_NOT_BEGUN']);
    // Somebody who has kept the cookie as well.
    const thief = new Browser();
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect(codesOf(await thief.finish(answer))).toEqual(['ISSUER_CODE_SPENT']);
  });

  test('is good in the browser that asked, and there for the last tab that did', async () => {
    const sub = await known();
    const browser = new Browser();
    const first = ours.signIn(await browser.begin(), { sub });
    const second = ours.signIn(await browser.begin(), { sub });

    expect(codesOf(await new Browser().finish(second))).toEqual(['SIGN_IN_NOT_BEGUN']);
    expect(codesOf(await browser.finish(first))).toEqual(['SIGN_IN_OF_ANOTHER_TAB']);
    expect(codesOf(await browser.finish(second))).toEqual([]);
  });

  test('is good for ten minutes, and with an untouched cookie', async () => {
    const sub = await known();
    const late = new Browser();
    const answer = ours.signIn(await late.begin(), { sub });
    time = new Date(now().getTime() + 10 * 60_000);
    expect(codesOf(await late.finish(answer))).toEqual(['SIGN_IN_NOT_BEGUN']);

    const forger = new Browser();
    const address = await forger.begin();
    forger.cookies.set('hub_issuer', 'AAAA');
    expect(codesOf(await forger.finish(ours.signIn(address, { sub })))).toEqual([
      'SIGN_IN_NOT_BEGUN',
    ]);
  });

  test('of one issuer is not taken for that of another', async () => {
    const sub = await known();
    const browser = new Browser();
    const address = await browser.begin(theirs);

    // The mix-up attack: the code of ours, sent to theirs, as ours names itself.
    const answer = ours.signIn(address, { sub });

    expect(codesOf(await browser.finish(answer))).not.toEqual([]);
  });

  test('that says no is told as such', async () => {
    const browser = new Browser();
    const state = new URL(await browser.begin()).searchParams.get('state')!;
    const answer = new URLSearchParams({ error: 'access_denied', state, iss: ours.url });

    expect(codesOf(await browser.finish(answer.toString()))).toEqual(['ISSUER_DECLINED']);
  });
});

test('the question to an issuer has PKCE, a state, a nonce and the language, and is new each time', async () => {
  const [one, other] = [await new Browser().begin(), await new Browser().begin()].map(
    (address) => new URL(address).searchParams,
  );

  expect(Object.fromEntries(one!)).toMatchObject({
    response_type: 'code',
    client_id: 'hub',
    redirect_uri: `${PUBLIC_URL}/sign-in/return`,
    scope: 'openid profile email',
    code_challenge_method: 'S256',
    ui_locales: 'en',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one!.get(name)).toMatch(/^[\w-]{43}$/);
    expect(one!.get(name)).not.toBe(other!.get(name));
  }
});

test('signing out of a session that began at an issuer says where it ends there, also after a refresh', async () => {
  const { email } = await person(hub, []);
  const browser = new Browser();
  await browser.enter(email);
  const sub = newSubject();
  await browser.link({ sub });
  expect((await browser.send('sessionEnd', null)).issuerSignOut).toBeNull();
  await browser.signIn({ sub });
  await browser.send('sessionRefresh', null);

  const { issuerSignOut } = await browser.send('sessionEnd', null);

  const address = new URL(issuerSignOut);
  expect(address.origin + address.pathname).toBe(`${ours.url}/end`);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: 'hub',
    post_logout_redirect_uri: `${PUBLIC_URL}/sign-in`,
  });
});

test('the ways to sign in are told to everybody, also by a hub that tells strangers nothing else', async () => {
  const closed = await startHub({
    sharing: hub.databaseUrl,
    publicRead: false,
    signInIssuers: issuersOf([settings]),
  });

  expect((await closed.data('{ signInIssuers { issuer name } }')).signInIssuers).toEqual([
    { issuer: ours.url, name: 'Tài khoản ngành' },
  ]);
  const { errors } = await closed.ask('{ signInIssuers { name } frameworks { code } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['PUBLIC_READ_OFF']);
  await closed.close();
});
