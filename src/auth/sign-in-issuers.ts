import { LRUCache } from 'lru-cache';
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import type { Language } from '../shared/text.js';
import type { UnitKind } from '../vocabulary/unit.enums.js';
import { claimedBy, type IssuerClaims } from './issuer-claims.js';
import { IssuerProblem, problemOf } from './issuer-problem.js';

/** Who gets an account by signing in for the first time, and with which role. */
export interface NewcomerRule {
  /** People whose verified e-mail is of this domain; null for any. */
  emailDomain: string | null;
  /** People of whom the issuer says this; null for any. */
  claim: { name: string; value: string } | null;
  role: 'PLANNER' | 'REVIEWER';
  unit: string;
  unitKind: UnitKind | null;
}

/** An issuer through which people sign in, as the settings describe it. */
export interface SignInIssuer {
  /** Its address, exactly as it names itself. */
  issuer: string;
  /** What its button says. */
  name: string;
  clientId: string;
  /** Null for a client that has none; PKCE is used anyway. */
  clientSecret: string | null;
  scope: string;
  /** Whom to ask for an account; null for an operator. */
  contact: string | null;
  /** Whether somebody new gets the account here that has their verified e-mail. */
  linkVerifiedEmail: boolean;
  newcomers: readonly NewcomerRule[];
}

/** What the browser that began keeps until it comes back, sealed. */
export interface Secrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** How far the clock of an issuer may differ, in seconds. */
const CLOCK_TOLERANCE = 30;

/** In seconds, for each request to an issuer. */
const REQUEST_TIMEOUT = 5;

/** For how long what an issuer says of itself is kept, in milliseconds. */
const KEPT = 10 * 60_000;

/** Where issuers lead people back to. */
const RETURN_PATH = '/sign-in/return';

/** Asks the issuers through which people sign in: authorisation code with PKCE, state and nonce. */
export class SignInIssuers {
  /** One question to each issuer at a time; a failure is not kept. */
  readonly #servers = new LRUCache<string, oidc.ServerMetadata>({
    max: 100,
    ttl: KEPT,
    fetchMethod: async (issuer) => {
      const wanted = this.find(issuer);
      if (!wanted) return undefined;
      const found = await oidc.discovery(new URL(issuer), wanted.clientId, undefined, undefined, {
        timeout: REQUEST_TIMEOUT,
        execute: isPlain(issuer) ? [oidc.allowInsecureRequests] : [],
      });
      return found.serverMetadata();
    },
  });

  /** @param publicUrl where people reach the hub, without a slash at its end. */
  constructor(
    readonly all: readonly SignInIssuer[],
    readonly publicUrl: string,
    readonly logger: Pick<Logger, 'warn'>,
  ) {}

  find(issuer: string): SignInIssuer | null {
    return this.all.find((each) => each.issuer === issuer) ?? null;
  }

  /**
   * The address at which somebody signs in.
   * @throws IssuerProblem
   */
  begin(
    wanted: SignInIssuer,
    language: Language,
    now: Date,
  ): Promise<{ address: string; secrets: Secrets }> {
    return this.#asking(wanted, async () => {
      const configuration = await this.#configurationOf(wanted, now);
      const secrets = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: this.publicUrl + RETURN_PATH,
        scope: wanted.scope,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
      });
      return { address: address.href, secrets };
    });
  }

  /**
   * Who has signed in.
   * @param answer what stands behind the question mark of the address that the issuer led back to.
   * @throws IssuerProblem
   */
  finish(
    wanted: SignInIssuer,
    answer: string,
    { state, nonce, verifier }: Secrets,
    now: Date,
  ): Promise<IssuerClaims> {
    return this.#asking(wanted, async () => {
      const configuration = await this.#configurationOf(wanted, now);
      const address = new URL(this.publicUrl + RETURN_PATH);
      address.search = answer;
      const tokens = await oidc.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new IssuerProblem('UNTRUSTED', 'no ID token came');
      if (claims.iat > now.getTime() / 1000 + CLOCK_TOLERANCE)
        throw new IssuerProblem('CLOCK', `the ID token is of ${claims.iat}, in the future`);
      // Many issuers tell name and e-mail only here.
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
      return claimedBy(wanted.issuer, { ...more, ...claims });
    });
  }

  /** Where the session at the issuer is ended too; null where that cannot be, or is not known now. */
  async signOutAddress(issuer: string, now: Date): Promise<string | null> {
    const wanted = this.find(issuer);
    if (!wanted) return null;
    try {
      const configuration = await this.#configurationOf(wanted, now);
      if (!configuration.serverMetadata().end_session_endpoint) return null;
      const back = { post_logout_redirect_uri: `${this.publicUrl}/sign-in` };
      return oidc.buildEndSessionUrl(configuration, back).href;
    } catch {
      return null;
    }
  }

  async #configurationOf(
    { issuer, clientId, clientSecret }: SignInIssuer,
    now: Date,
  ): Promise<oidc.Configuration> {
    const server = await this.#servers.fetch(issuer);
    if (!server) throw new IssuerProblem('UNREACHABLE', 'it is not in the settings');
    const configuration = new oidc.Configuration(
      server,
      clientId,
      {
        // The time of the request decides, whatever the machine's is.
        [oidc.clockSkew]: Math.round((now.getTime() - Date.now()) / 1000),
        [oidc.clockTolerance]: CLOCK_TOLERANCE,
      },
      authenticationOf(server, clientSecret),
    );
    configuration.timeout = REQUEST_TIMEOUT;
    // The signature of the ID token is checked, too, not only the connection that it came on.
    oidc.enableNonRepudiationChecks(configuration);
    if (isPlain(issuer)) oidc.allowInsecureRequests(configuration);
    return configuration;
  }

  async #asking<Result>({ issuer }: SignInIssuer, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const problem = problemOf(error);
      // Whoever changed their mind is no trouble of the hub.
      if (problem.kind !== 'DECLINED')
        this.logger.warn(
          { issuer, kind: problem.kind, reason: problem.message },
          'a sign-in through an issuer failed',
        );
      throw problem;
    }
  }
}

/** Plain HTTP is for an issuer on the machine itself; the settings refuse it elsewhere. */
const isPlain = (issuer: string) => issuer.startsWith('http:');

/** In the way that the issuer takes; in the header unless it says otherwise. */
function authenticationOf(
  { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] }: oidc.ServerMetadata,
  secret: string | null,
): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  return methods.includes('client_secret_basic') || !methods.includes('client_secret_post')
    ? oidc.ClientSecretBasic(secret)
    : oidc.ClientSecretPost(secret);
}
