import { setTimeout } from 'node:timers/promises';
import { messageOf, OperatorError } from '../shared/errors.js';
import { lastWord } from './last-word.js';
import type { Postmaster } from './postmaster.js';

/** The pauses before one attempt after another, in milliseconds; the last one stays. */
const pauses = [0, 1000, 2000, 4000, 8000, 15_000] as const;
const longestPause = 30_000;
/** A server that has run for so long counts as brought back: the next pause is the first again. */
const ranWellMilliseconds = 30_000;
/**
 * For how long the first attempt may last, each further one twice as long up to the longest. Recovery
 * may take long and begins anew with each attempt; but PostgreSQL can also wait for ever in it.
 */
const firstAttemptMilliseconds = 60_000;
const longestAttemptMilliseconds = 10 * 60_000;
const tellEveryMilliseconds = 60_000;
const watchAgainMilliseconds = 500;
/** Another program seldom gives a port back, and a hub that starts anew takes another one. */
const attemptsAtTakenPort = 3;

export interface Clock {
  now(): number;
  /** Resolves after that time, or when the signal aborts. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const systemClock: Clock = {
  now: () => Date.now(),
  pause: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { ref: false, signal }).catch(() => undefined),
};

interface Attempt {
  /** After so long it is given up. */
  readonly patienceMilliseconds: number;
  /** Gives it up when it aborts. */
  readonly signal: AbortSignal;
  /** Takes what there is to tell of it meanwhile. */
  report(line: string): void;
}

/** What there is to do for a server. */
export interface Care {
  /** Where the server's data is, for people. */
  readonly directory: string;
  /** For how long it is brought back until it has run well again. */
  readonly patienceMilliseconds: number;
  /** Resolves with what it wrote to its log once it has ended, or the signal aborts. */
  untilEnded(server: Postmaster, signal: AbortSignal): Promise<string>;
  /** Starts it again, where it was; rejects when it does not start. */
  bringBack(attempt: Attempt): Promise<Postmaster>;
  /** Takes a line for the log. */
  tell(line: string): void;
  /** Called once, when it is not brought back any more. */
  giveUp(error: OperatorError): void;
}

/** The time from the first end of a server until it has run well again. */
interface Episode {
  readonly since: number;
  ends: number;
  attempts: number;
  attemptsAtTakenPort: number;
  toldAt: number;
}

/**
 * Brings a server back whenever it ends: at once at first, then after growing pauses. When it has
 * not run well for all the patience, it gives up.
 */
export class Supervision {
  #server: Postmaster;
  #problem: string | null = null;
  readonly #stopping = new AbortController();
  readonly #finished: Promise<void>;

  constructor(
    server: Postmaster,
    private readonly care: Care,
    private readonly clock: Clock = systemClock,
  ) {
    this.#server = server;
    this.#finished = this.#watch(this.#stopping.signal);
  }

  /** What keeps the server from answering, fit for everybody to read; null when it runs. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Says that the hub is stopping: a server that ends from now on is left so. */
  expectEnd(): void {
    this.#stopping.abort();
  }

  /** Resolves with the server of now, once nothing is done to it any more. */
  async end(): Promise<Postmaster> {
    this.expectEnd();
    await this.#finished;
    return this.#server;
  }

  async #watch(signal: AbortSignal): Promise<void> {
    let episode: Episode | null = null;
    for (;;) {
      const startedAt = this.clock.now();
      const log = await this.#untilEnded(signal);
      if (signal.aborted) return;
      const now = this.clock.now();
      if (episode === null || now - startedAt >= ranWellMilliseconds)
        episode = { since: now, ends: 0, attempts: 0, attemptsAtTakenPort: 0, toldAt: -Infinity };
      this.#noteEnd(episode, lastWord(log));
      if (!(await this.#bringBack(episode, signal))) return;
    }
  }

  /** A server that cannot be looked at is taken to run. */
  async #untilEnded(signal: AbortSignal): Promise<string> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        return await this.care.untilEnded(this.#server, signal);
      } catch (error) {
        if (failures === 0)
          this.care.tell(`PostgreSQL cannot be watched, trying again: ${messageOf(error)}`);
        await this.clock.pause(watchAgainMilliseconds, signal);
      }
    }
    return '';
  }

  /** @returns whether the server runs again. */
  async #bringBack(episode: Episode, signal: AbortSignal): Promise<boolean> {
    let reason = 'it ends again and again';
    let cause: unknown;
    while (!this.#isHopeless(episode)) {
      await this.clock.pause(pauses[episode.attempts] ?? longestPause, signal);
      if (signal.aborted) return false;
      episode.attempts += 1;
      try {
        this.#server = await this.care.bringBack({
          patienceMilliseconds: Math.min(
            firstAttemptMilliseconds * 2 ** (episode.attempts - 1),
            longestAttemptMilliseconds,
          ),
          signal,
          report: (line) => this.#tell(episode, line),
        });
        this.#noteReturn(episode);
        return true;
      } catch (error) {
        if (signal.aborted) return false;
        reason = this.#noteFailure(episode, error);
        cause = error;
      }
    }
    this.care.giveUp(
      new OperatorError(
        'EMBEDDED_POSTGRES_LOST',
        `The embedded PostgreSQL of ${this.care.directory} has ended and could not be brought ` +
          `back within ${this.#secondsOf(episode)} s: ${reason}. The hub ends with it; start it ` +
          'again once that is mended, or let a supervisor do so.',
        { cause },
      ),
    );
    return false;
  }

  #isHopeless({ since, attemptsAtTakenPort: atTakenPort }: Episode): boolean {
    return (
      atTakenPort >= attemptsAtTakenPort ||
      this.clock.now() - since >= this.care.patienceMilliseconds
    );
  }

  #noteEnd(episode: Episode, said: string | null): void {
    episode.ends += 1;
    const words = said === null ? 'saying nothing' : `saying “${said}”`;
    this.#problem = `the embedded PostgreSQL is being brought back: it ended, ${words}`;
    const again = episode.ends > 1 ? ` again, ${episode.ends} times in all` : '';
    this.#tell(
      episode,
      `PostgreSQL has ended by itself${again}, ${words}; it is being brought back`,
    );
  }

  #noteReturn(episode: Episode): void {
    this.#problem = null;
    episode.attemptsAtTakenPort = 0;
    // A server that ends again and again does not fill the log.
    if (episode.ends === 1)
      this.care.tell(`PostgreSQL is back after ${this.#secondsOf(episode)} s`);
  }

  /** @returns why, in one line. */
  #noteFailure(episode: Episode, error: unknown): string {
    const code = error instanceof OperatorError ? error.code : null;
    const said = lastWord(messageOf(error instanceof Error ? (error.cause ?? error) : error));
    const [firstLine = ''] = messageOf(error).split('\n');
    const reason = [code, said ?? firstLine].filter(Boolean).join(', ');
    // Paths and the like stay in the log.
    const publicly = said ?? code ?? 'it does not start';
    this.#problem = `the embedded PostgreSQL is being brought back: ${publicly}`;
    this.#tell(episode, `PostgreSQL is away for ${this.#secondsOf(episode)} s now: ${reason}`);
    episode.attemptsAtTakenPort =
      code === 'EMBEDDED_POSTGRES_PORT_TAKEN' ? episode.attemptsAtTakenPort + 1 : 0;
    return reason;
  }

  /** One line a minute at the most. */
  #tell(episode: Episode, line: string): void {
    const now = this.clock.now();
    if (now - episode.toldAt < tellEveryMilliseconds) return;
    episode.toldAt = now;
    this.care.tell(line);
  }

  #secondsOf({ since }: Episode): number {
    return Math.round((this.clock.now() - since) / 1000);
  }
}
