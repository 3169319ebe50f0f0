import { AsyncLocalStorage } from 'node:async_hooks';

/** What the hub does by itself: its jobs, and finding out who sent a request. */
const HUB = 'hub';

const asking = new AsyncLocalStorage<{ who: string | null }>();

/** For whom the work that calls this is done, as the database is told; null for nobody in particular. */
export function whoAsks(): string | null {
  return asking.getStore()?.who ?? null;
}

/** Does what is the same for everybody, or the work of a request, which is nobody's until {@link tellWhoAsks}. */
export function asNobody<Result>(work: () => Result): Result {
  return asking.run({ who: null }, work);
}

/** Does what the hub does by itself. */
export function asHub<Result>(work: () => Result): Result {
  return asking.run({ who: HUB }, work);
}

/**
 * Says whose the request is from now on.
 * @param who left out for what a password, a code or a signed address lets its bearer do.
 */
export function tellWhoAsks(who = HUB): void {
  const request = asking.getStore();
  if (request) request.who = who;
}
