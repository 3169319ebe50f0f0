import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from './context.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the first error that it was answered with; null while there is none. */
    outcome: string | null;
    /** What kind of sender it has; UNKNOWN until that is found. */
    sender: SenderClass;
    /** The id of the account that sends it; null for none, and until it is found. */
    account: number | null;
  }
}

/** Whom requests are counted by; of several roles the first of these counts. */
const ROLES = ['OPERATOR', 'PLANNER', 'REVIEWER', 'SCHOOL_ADMIN'] as const;

type SenderClass = (typeof ROLES)[number] | 'ACCOUNT' | 'KEY' | 'ANONYMOUS' | 'UNKNOWN';

/** Gives every request the place for what becomes of it. */
export function noteOutcomes(server: FastifyInstance): void {
  server.decorateRequest('outcome', null);
  server.decorateRequest('sender', 'UNKNOWN');
  server.decorateRequest('account', null);
}

/** Notes who sends a request, once it is known. */
export function noteSender(request: FastifyRequest, identity: Identity): void {
  request.sender = classOf(identity);
  request.account = identity.viewer?.accountId ?? null;
}

function classOf({ viewer, apiKey }: Identity): SenderClass {
  if (apiKey) return 'KEY';
  if (!viewer) return 'ANONYMOUS';
  return ROLES.find((role) => viewer.grants.some((grant) => grant.role === role)) ?? 'ACCOUNT';
}
