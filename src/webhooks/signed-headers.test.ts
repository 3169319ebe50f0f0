import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newSecret, standardSecret } from './secret.js';
import { signedHeaders } from './signed-headers.js';

const ID = '3-0-120-164';
const BODY = JSON.stringify({ id: ID, note: 'Trường Tiểu học Ví Dụ' });
/** As secrets were made before they had the form of Standard Webhooks. */
const OLD_SECRET = `whsec_-_${randomBytes(32).toString('base64url').slice(2)}`;

const headersAt = (secret: string, attemptedAt = new Date()) =>
  signedHeaders(secret, { id: ID, body: BODY, attemptedAt });

describe.each([
  ['a new secret', newSecret()],
  ['a secret of before', OLD_SECRET],
])('with %s', (_which, secret) => {
  const receiver = new Webhook(standardSecret(secret));

  test('a Standard Webhooks library takes the delivery', () => {
    expect(receiver.verify(BODY, headersAt(secret))).toEqual(JSON.parse(BODY));
  });

  test.each([
    ['another body', `${BODY} `, {}],
    ['another id', BODY, { 'webhook-id': '3-0-120-165' }],
    ['another moment', BODY, { 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 60) }],
  ])('it refuses %s', (_what, body, changed) => {
    expect(() => receiver.verify(body, { ...headersAt(secret), ...changed })).toThrow(
      'No matching signature found',
    );
  });

  test('it refuses a delivery of more than five minutes ago', () => {
    const earlier = new Date(Date.now() - 6 * 60_000);

    expect(() => receiver.verify(BODY, headersAt(secret, earlier))).toThrow('too old');
  });

  test('the deprecated signature is made with the whole text of the secret', () => {
    const headers = headersAt(secret, new Date('2026-01-01T00:00:00.900Z'));

    expect(headers).toMatchObject({
      'hub-delivery': ID,
      'hub-timestamp': '1767225600',
      'hub-signature': `sha256=${createHmac('sha256', secret).update(`1767225600.${BODY}`).digest('hex')}`,
    });
  });
});

test('the signature is that of the specification, whoever computes it', () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const headers = headersAt(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    new Date('2026-01-01T00:00:00.900Z'),
  );

  expect(headers).toMatchObject({ 'webhook-id': ID, 'webhook-timestamp': '1767225600' });
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', key).update(`${ID}.1767225600.${BODY}`).digest('base64')}`,
  );
});
