import { AsyncLocalStorage } from 'node:async_hooks';

/** What is told of attempts to get at what somebody may not have; docs/operations.md explains each. */
export const SECURITY_EVENTS = [
  'sign-in-failed',
  'sign-in-locked',
  'sign-ins-limited',
  'code-refused',
  'session-token-reused',
  'access-refused',
  'key-refused',
  'key-misused',
  'draft-exported',
  'virus-found',
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];

/** What else is told of one: never a secret, a password or an e-mail. */
export interface SecurityDetails {
  /** The id of the account in question; null for none. */
  account?: number | null;
  [detail: string]: string | number | null | undefined;
}

/** The request for which something happens, wherever it does. */
export interface RequestScope {
  readonly id: string;
  /** The name of a known document, `other`, or the route of what is not for the graph. */
  readonly operation: () => string;
  readonly tellSecurity: (event: SecurityEvent, details: SecurityDetails) => void;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** Does work, and what comes of it, for a request. */
export function withinRequest(scope: RequestScope, work: () => void): void {
  scopes.run(scope, work);
}

/** Null for what the hub does by itself. */
export function requestScope(): RequestScope | null {
  return scopes.getStore() ?? null;
}

/** Tells what happened in the request that is answered; what a command does is not told. */
export function tellSecurity(event: SecurityEvent, details: SecurityDetails = {}): void {
  requestScope()?.tellSecurity(event, details);
}
