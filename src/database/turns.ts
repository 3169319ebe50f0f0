import type { Logger } from 'pino';
import { repeat } from '../shared/repeat.js';
import { refusalIn } from './refusals.js';
import { tellRefusal } from './tell-refusal.js';

/** What a hub sends while it runs, in turns that several hubs on one database share. */
export interface Turns<Turn> {
  /** How many are under way at once. */
  atOnce: number;
  /** How often it looks for more, in milliseconds. */
  every: number;
  /** Takes what is due for this hub alone, at most so many. */
  take: (limit: number) => Promise<Turn[]>;
  run: (turn: Turn) => Promise<void>;
  /** The lines of the log when the hub itself fails. */
  failures: { take: string; run: string };
}

/** @returns a function that takes no more, and resolves when what is under way has ended. */
export function startTurns<Turn>(logger: Logger, turns: Turns<Turn>): () => Promise<void> {
  const { atOnce, every, take, run, failures } = turns;
  const under = new Set<Promise<void>>();
  const failed = (error: unknown, what: string) => {
    const refusal = refusalIn(error);
    if (refusal) tellRefusal(logger, refusal);
    else logger.error({ err: error }, what);
  };
  const look = async () => {
    if (under.size >= atOnce) return;
    for (const turn of await take(atOnce - under.size)) {
      const running: Promise<void> = run(turn)
        .catch((error: unknown) => failed(error, failures.run))
        .finally(() => {
          under.delete(running);
          // There may be more to send, and there is room again.
          wake();
        });
      under.add(running);
    }
  };
  const { wake, stop } = repeat(look, { first: 0, every }, (error) => failed(error, failures.take));
  return async () => {
    await stop();
    await Promise.all(under);
  };
}
