/** How long the hub waits for its clients, in milliseconds. */
export interface WaitingTimes {
  /** For the head of a request: from the opening of the connection, or its first byte. */
  head: number;
  /** For the body of a request, where its route says nothing else. */
  body: number;
  /** While nothing of a body arrives, or nothing of an answer is taken. */
  idle: number;
}

/** A body of the largest size that is taken needs 70 kbit/s. */
export const WAITING_TIMES: WaitingTimes = { head: 30_000, body: 30_000, idle: 30_000 };

/** The longest that any request may take to arrive, files among them: the net below all others. */
export const LONGEST_REQUEST = 16 * 60_000;

/** How long a connection is kept for another request, in milliseconds: longer than proxies keep theirs. */
export const KEPT_ALIVE = 72_000;

/** How long a hub that stops still answers what comes on open connections without a request, in milliseconds. */
export const LAST_CALL = 500;
