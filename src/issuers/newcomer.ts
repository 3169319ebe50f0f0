import type { IssuerClaims } from '../auth/issuer-claims.js';
import type { NewcomerRule } from '../auth/sign-in-issuers.js';

/** The first rule that fits somebody whom the hub does not know; null when none does. */
export function ruleFor(
  claims: Pick<IssuerClaims, 'email' | 'emailVerified' | 'all'>,
  rules: readonly NewcomerRule[],
): NewcomerRule | null {
  return (
    rules.find(
      ({ emailDomain, claim }) =>
        (emailDomain !== null || claim !== null) &&
        (emailDomain === null || verifiedEmail(claims)?.split('@').at(-1) === emailDomain) &&
        (claim === null || says(claims.all[claim.name], claim.value)),
    ) ?? null
  );
}

/** The e-mail if the issuer has made sure that it is theirs; anybody can type that of another. */
export function verifiedEmail({
  email,
  emailVerified,
}: Pick<IssuerClaims, 'email' | 'emailVerified'>): string | null {
  return emailVerified ? email : null;
}

/** Of groups and the like, one is enough. */
const says = (said: unknown, value: string): boolean =>
  Array.isArray(said) ? said.includes(value) : said === value;
