import type { IncomingHttpHeaders } from 'node:http';
import { AccessRefused } from '../auth/access-refused.js';
import type { ApiKeyIdentity } from '../auth/api-key.js';
import { hashApiKeySecret, KEY_START, prefixOf } from '../auth/api-key-secret.js';
import type { Database } from '../database/orm.js';
import type { Text } from '../shared/text.js';
import { secretByHash, type FoundSecret } from './api-key.queries.js';

const BEARER = 'Bearer ';
const BASIC = /^Basic +(?<encoded>\S*)$/i;

export interface AuthenticatedKey {
  key: ApiKeyIdentity;
  secret: { id: number; lastUsedAt: Date | null };
}

/**
 * The key in the headers of a request: as `X-Api-Key`, as a bearer token, or as the password of HTTP Basic,
 * the one credential that spreadsheets ask their users for. Null when there is none.
 * @throws AccessRefused TWO_CREDENTIALS when the request has other credentials too.
 */
export function keyIn(headers: IncomingHttpHeaders): string | null {
  const { authorization, 'x-api-key': header } = headers;
  if (header !== undefined) {
    if (authorization !== undefined) throw TWO_CREDENTIALS;
    return String(header);
  }
  if (authorization?.startsWith(BEARER + KEY_START)) return authorization.slice(BEARER.length);
  return authorization === undefined ? null : passwordIn(authorization);
}

/** The password, whatever the user name is; null without HTTP Basic. Whoever signs in does so in the graph. */
function passwordIn(authorization: string): string | null {
  const encoded = BASIC.exec(authorization)?.groups?.['encoded'];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, 'base64').toString();
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : '';
}

/**
 * Finds the key of a secret. A malformed secret is refused without a database query.
 * @throws AccessRefused KEY_UNKNOWN, KEY_REVOKED, KEY_EXPIRED, KEY_REPLACED; such a request is not
 * treated as anonymous.
 */
export async function authenticateKey(
  database: Database,
  text: string,
  now: Date,
): Promise<AuthenticatedKey> {
  const found =
    prefixOf(text) === null ? null : await secretByHash(database, hashApiKeySecret(text));
  if (!found) throw KEY_UNKNOWN;
  const problem = problemOf(found, now);
  if (problem) throw problem;
  const { id, lastUsedAt, keyId, name, scopes } = found;
  return {
    key: { id: keyId, name, scopes },
    secret: { id, lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt) },
  };
}

/** Only a caller that has the key learns why it is refused. */
function problemOf({ revokedAt, expiresAt, goodUntil }: FoundSecret, now: Date) {
  if (revokedAt !== null) return KEY_REVOKED;
  if (new Date(expiresAt) <= now) return KEY_EXPIRED;
  return goodUntil !== null && new Date(goodUntil) <= now ? KEY_REPLACED : null;
}

const refusal = (code: string, text: Text) => AccessRefused.invalid(code, text);

const TWO_CREDENTIALS = AccessRefused.malformed('TWO_CREDENTIALS', {
  vi: 'Yêu cầu có cả X-Api-Key lẫn Authorization. Chỉ gửi một trong hai.',
  en: 'The request has both X-Api-Key and Authorization. Send one of them only.',
});

const KEY_UNKNOWN = refusal('KEY_UNKNOWN', {
  vi: 'Đây không phải là khoá API của hệ thống này. Hãy gửi nguyên vẹn khoá, từ “edh_” đến hết.',
  en: 'This is no API key of this hub. Send the whole key, from “edh_” to its end.',
});

const KEY_REVOKED = refusal('KEY_REVOKED', {
  vi: 'Khoá API này đã bị thu hồi. Hãy xin người vận hành một khoá mới.',
  en: 'This API key was revoked. Ask an operator for a new one.',
});

const KEY_EXPIRED = refusal('KEY_EXPIRED', {
  vi: 'Khoá API này đã hết hạn. Hãy xin người vận hành gia hạn.',
  en: 'This API key has expired. Ask an operator to renew it.',
});

const KEY_REPLACED = refusal('KEY_REPLACED', {
  vi: 'Khoá API này đã được thay bằng một khoá mới. Hãy dùng khoá mới mà người vận hành đã nhận.',
  en: 'This API key was replaced by a new one. Use that one; an operator has received it.',
});
