import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** The time limit of one delivery, from the name lookup to the status, in milliseconds. */
export const DELIVERY_TIMEOUT = 10_000;

/** The reason why a delivery failed, for operators to read; null when it succeeded. */
export type Failure = string | null;

/** What becomes of a delivery that the hub itself breaks off, as it stops. */
export const CUT = 'HUB_STOPPED';

/** What deliveries need to know of the hub. */
export interface Sender {
  hubSecret: Uint8Array;
  allowPrivate: boolean;
  /** Aborts when the hub stops and has no more time. */
  cut?: AbortSignal;
}

/**
 * Posts a body. A status from 200 to 299 is success; redirects are not followed, and the body of
 * the answer is not read. Unless private addresses are allowed, the address of the connection
 * itself is checked, so that a name cannot lead elsewhere after its lookup.
 */
export function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  { allowPrivate, cut }: Pick<Sender, 'allowPrivate' | 'cut'>,
): Promise<Failure> {
  const { protocol, hostname } = new URL(url);
  // An address in the URL itself is never looked up.
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(literal) && !isPublicAddress(literal))
    return Promise.resolve(NOT_PUBLIC);
  return new Promise((resolve) => {
    const send = protocol === 'https:' ? secureRequest : plainRequest;
    const sent = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: false,
        signal: AbortSignal.any([AbortSignal.timeout(DELIVERY_TIMEOUT), ...(cut ? [cut] : [])]),
        ...(!allowPrivate && { lookup: publicLookup }),
      },
      (response) => {
        const status = response.statusCode ?? 0;
        response.destroy();
        resolve(status >= 200 && status <= 299 ? null : `HTTP ${status}`);
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve(cut?.aborted ? CUT : failureOf(error)),
    );
    sent.end(body);
  });
}

const NOT_PUBLIC = 'ADDRESS_NOT_PUBLIC';

/** Refuses a name when any of its addresses is not public. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    if (!found.every(({ address }) => isPublicAddress(address)))
      return done(Object.assign(new Error(NOT_PUBLIC), { code: NOT_PUBLIC }), '', 0);
    const [first] = found as [LookupAddress];
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};

function failureOf({ code, name }: NodeJS.ErrnoException): string {
  if (code === NOT_PUBLIC) return NOT_PUBLIC;
  return name === 'AbortError' || name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE';
}
