/** The largest numbers of failed sign-ins; docs/operations.md explains them. */
export interface SignInLimits {
  /** Of one account from one address within a quarter of an hour. */
  ofPair: number;
  /** Of one account within a day, from all addresses from which it has not signed in. */
  ofAccount: number;
  /** Of one address within a quarter of an hour, over all accounts. */
  ofAddress: number;
}

/** The default limits. */
export const SIGN_IN_LIMITS: SignInLimits = { ofPair: 5, ofAccount: 100, ofAddress: 300 };

const MINUTE = 60_000;

/** The span over which failures of an address are counted, in milliseconds. */
export const SHORT_SPAN = 15 * MINUTE;

/** The span over which failures of an account from new addresses are counted, in milliseconds. */
export const LONG_SPAN = 24 * 60 * MINUTE;

/** At least this many addresses must fail before an account is closed to all new ones. */
export const LEAST_ADDRESSES = 5;

export interface SignInFailure {
  at: Date;
  /** Whether it came from the address of the present attempt. */
  here: boolean;
  /** Whether it came from the site of the present attempt: its address or, for IPv6, its 48 bits. */
  near: boolean;
  /** Whether the account had signed in from its address before. */
  known: boolean;
}

/** The end of a wait for sign-ins to an account: for this address, or for every new one. */
export interface Wait {
  until: Date;
  from: 'THIS_ADDRESS' | 'NEW_ADDRESSES';
}

/**
 * How long an address must wait before it may try an account again; null when it need not. Other
 * addresses never make a known address wait, and one address alone never makes the others wait.
 * @param failures those of the account within the long span, newest first.
 * @param known whether the account has signed in from this address before.
 */
export function waitOf(
  failures: readonly SignInFailure[],
  known: boolean,
  { ofPair, ofAccount }: SignInLimits,
  now: Date,
): Wait | null {
  const here = failures.filter((failure) => failure.here);
  const newAddresses = failures.filter((failure) => !failure.known);
  const near = newAddresses.filter((failure) => failure.near);
  const share = Math.max(ofPair, Math.floor(ofAccount / LEAST_ADDRESSES));
  const waits = [
    waitFor(here, ofPair, SHORT_SPAN, 'THIS_ADDRESS'),
    ...(known
      ? []
      : [
          // Else one customer, who has 65,536 networks of IPv6, would reach the limit alone.
          waitFor(near, share, LONG_SPAN, 'THIS_ADDRESS'),
          waitFor(newAddresses, ofAccount, LONG_SPAN, 'NEW_ADDRESSES'),
        ]),
  ].filter((wait) => wait !== null && wait.until > now);
  return waits.reduce<Wait | null>(
    (longest, wait) => (longest && wait && longest.until >= wait.until ? longest : wait),
    null,
  );
}

/**
 * After this many failures within the span, the next attempt is accepted when the first of them is
 * that old.
 */
function waitFor(
  failures: readonly SignInFailure[],
  most: number,
  span: number,
  from: Wait['from'],
): Wait | null {
  const first = failures[most - 1];
  return first ? { until: new Date(first.at.getTime() + span), from } : null;
}

/** Counts the failed sign-ins of addresses over all accounts. */
export interface SignIns {
  /** Null means no limit. */
  limits: SignInLimits | null;
  /** How long the decision on an attempt that fails takes at least, in milliseconds. */
  leastDecision: number;
  /** @throws TooOften TOO_MANY_SIGN_INS for an address that has fewer attempts left. */
  require: (address: string, attempts: number) => Promise<void>;
  /**
   * Counts an attempt as failed before its result is known, so that parallel attempts cannot exceed
   * the limit.
   * @throws TooOften TOO_MANY_SIGN_INS, and then counts nothing.
   */
  begin: (address: string) => Promise<void>;
  /** Takes back the count of an attempt that did not fail. */
  giveBack: (address: string) => Promise<void>;
}
