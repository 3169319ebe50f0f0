import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { propertyOf } from '../shared/errors.js';
import { claimedBy, type IssuerClaims } from './issuer-claims.js';
import { InvalidToken } from './invalid-token.js';

/**
 * Only algorithms with a public key: the hub has no secret in common with an issuer, and “none”
 * proves nothing.
 */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** How far the clock of the issuer may differ, in seconds. */
const CLOCK_TOLERANCE = 30;

const REQUEST_TIMEOUT = 5_000;

/**
 * Reads bearer tokens of one OpenID Connect issuer. Its keys are fetched when first needed, kept,
 * and fetched again when a token names an unknown key.
 */
export class Issuer {
  #keys: JWTVerifyGetKey | undefined;

  /**
   * @param issuer exactly as its tokens name it.
   * @param audience as its tokens for the hub name it.
   * @param cooldown milliseconds between two fetches of keys, so that forged tokens cannot cause
   * many.
   */
  constructor(
    readonly issuer: string,
    readonly audience: string,
    readonly cooldown = 30_000,
  ) {}

  /** Whether a token claims to come from this issuer. This proves nothing yet. */
  claims(token: string): boolean {
    try {
      return decodeJwt(token).iss === this.issuer;
    } catch {
      return false;
    }
  }

  /** @throws InvalidToken unless the issuer signed the token for this hub and it is valid now. */
  async read(token: string, now: Date): Promise<IssuerClaims> {
    try {
      this.#keys ??= await this.#discover();
      const { payload } = await jwtVerify(token, this.#keys, {
        algorithms: ALGORITHMS,
        issuer: this.issuer,
        audience: this.audience,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: now,
      });
      return claimedBy(this.issuer, payload);
    } catch (error) {
      throw InvalidToken.from(error);
    }
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    const found: unknown = await response.json();
    const keys = propertyOf(found, 'jwks_uri');
    if (propertyOf(found, 'issuer') !== this.issuer || typeof keys !== 'string' || !keys)
      throw new Error(`${address} is not the configuration of ${this.issuer}`);
    return createRemoteJWKSet(new URL(keys), {
      timeoutDuration: REQUEST_TIMEOUT,
      cooldownDuration: this.cooldown,
      cacheMaxAge: 600_000,
    });
  }
}
