import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { pino } from 'pino';
import { SignInIssuers, type SignInIssuer } from '../../src/auth/sign-in-issuers.js';

/** Where the hub of the tests says that people reach it. */
export const PUBLIC_URL = 'https://hub.example.edu.vn';

const CLIENT = 'hub';

/** What an issuer does otherwise than it should. */
export interface Lies {
  /** It answers nothing but this. */
  status?: number;
  /** What it says of itself. */
  configuration?: object;
  /** Claims of its ID tokens. */
  claims?: JWTPayload;
  /** It signs with a key that it does not publish. */
  forges?: boolean;
  /** It takes a code again and again. */
  forgetsCodes?: boolean;
}

export interface FakeIssuer {
  url: string;
  /** What it does otherwise from now on; nothing unless it is said. */
  lie: (lies?: Lies) => void;
  /** Signs somebody in at an address that the hub gave. @returns what leads back, behind the question mark. */
  signIn: (address: string, person: { sub: string } & Record<string, unknown>) => string;
  close: () => Promise<void>;
}

/** An issuer on the loopback that does as it is told, by a clock that the test chooses. */
export async function startFakeIssuer(now: () => Date): Promise<FakeIssuer> {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const codes = new Map<string, { asked: URLSearchParams; person: { sub: string } }>();
  let lies: Lies = {};
  const server = createServer((request, response) => {
    void (async () => {
      const { status, body } = await answerTo(request, `http://${request.headers.host}`);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;

  async function answerTo(request: IncomingMessage, issuer: string) {
    if (lies.status) return { status: lies.status, body: { error: 'down' } };
    if (request.url === '/jwks') {
      const key = { ...(await exportJWK(own.publicKey)), alg: 'RS256', use: 'sig', kid: 'own' };
      return { status: 200, body: { keys: [key] } };
    }
    if (request.url !== '/token') return { status: 200, body: configurationOf(issuer) };
    const sent = new URLSearchParams(await bodyOf(request));
    const code = sent.get('code') ?? '';
    const found = codes.get(code);
    if (!lies.forgetsCodes) codes.delete(code);
    const challenge = createHash('sha256').update(sent.get('code_verifier') ?? '');
    if (!found || found.asked.get('code_challenge') !== challenge.digest('base64url'))
      return { status: 400, body: { error: 'invalid_grant' } };
    return { status: 200, body: await tokensOf(found, issuer) };
  }

  const configurationOf = (issuer: string) => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/end`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...lies.configuration,
  });

  async function tokensOf(
    { asked, person }: { asked: URLSearchParams; person: { sub: string } },
    issuer: string,
  ) {
    const seconds = Math.floor(now().getTime() / 1000);
    const claims = {
      ...{ iss: issuer, aud: CLIENT, nonce: asked.get('nonce')!, iat: seconds, exp: seconds + 300 },
      ...person,
      ...lies.claims,
    };
    const idToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'own' })
      .sign(lies.forges ? other.privateKey : own.privateKey);
    return { access_token: 'an access token', token_type: 'Bearer', id_token: idToken };
  }

  return {
    url,
    lie: (told = {}) => void (lies = told),
    signIn: (address, person) => {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      codes.set(code, { asked, person });
      return new URLSearchParams({ code, state: asked.get('state')!, iss: url }).toString();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** An issuer as the settings describe it. */
export function issuerOf(issuer: string, given: Partial<SignInIssuer> = {}): SignInIssuer {
  return {
    issuer,
    name: 'Tài khoản ngành',
    clientId: CLIENT,
    clientSecret: 'a secret of the client',
    scope: 'openid profile email',
    contact: null,
    linkVerifiedEmail: false,
    newcomers: [],
    ...given,
  };
}

/** Those of a hub. */
export function issuersOf(all: readonly SignInIssuer[], publicUrl = PUBLIC_URL): SignInIssuers {
  return new SignInIssuers(all, publicUrl, pino({ level: 'silent' }));
}
