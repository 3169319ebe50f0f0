import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { standardSecret } from './secret.js';

export interface SignedDelivery {
  /** The same for repeated attempts. It contains no full stop, which separates the signed parts. */
  id: string;
  body: string;
  attemptedAt: Date;
}

/** The headers that identify a delivery and prove that the hub sent it. */
export function signedHeaders(secret: string, delivery: SignedDelivery): Record<string, string> {
  return { ...standardHeaders(secret, delivery), ...deprecatedHeaders(secret, delivery) };
}

/** As in Standard Webhooks: https://www.standardwebhooks.com */
function standardHeaders(secret: string, { id, body, attemptedAt }: SignedDelivery) {
  return {
    'webhook-id': id,
    'webhook-timestamp': secondsOf(attemptedAt),
    'webhook-signature': new Webhook(standardSecret(secret)).sign(id, attemptedAt, body),
  };
}

/**
 * The hub's own scheme, deprecated since 2026-11-29 and sent until 2027-11-29 at least:
 * HMAC-SHA-256 with the whole text of the secret over the timestamp, a full stop and the body, in
 * hexadecimal.
 */
function deprecatedHeaders(secret: string, { id, body, attemptedAt }: SignedDelivery) {
  const timestamp = secondsOf(attemptedAt);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    'hub-delivery': id,
    'hub-timestamp': timestamp,
    'hub-signature': `sha256=${signature}`,
  };
}

function secondsOf(moment: Date): string {
  return String(Math.floor(moment.getTime() / 1000));
}
