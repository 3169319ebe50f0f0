import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Orm } from '../database/orm.js';
import { refusalIn } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import { dateInVietnam, type LocalDate } from '../shared/dates.js';
import { repeat } from '../shared/repeat.js';
import { asHub } from '../shared/who-asks.js';
import { publishDay } from './publish-day.service.js';

/** How often the clock is looked at, and how long to wait after a failure, in milliseconds. */
const EVERY = 1000;

/** Publishes each day before anything is answered of it. */
export class DayWatch {
  #published: LocalDate | null = null;
  #publishing: Promise<void> | null = null;
  #failedAt = -Infinity;

  constructor(
    private readonly orm: Orm,
    private readonly logger: Logger,
    private readonly now: () => Date,
  ) {}

  /**
   * Resolves when today is published; also when that fails, which is logged and tried again, because
   * an answer without its publication is better than none.
   */
  async reach(): Promise<void> {
    const today = dateInVietnam(this.now());
    if (today === this.#published || performance.now() - this.#failedAt < EVERY) return;
    await (this.#publishing ??= this.#publish(today).finally(() => (this.#publishing = null)));
  }

  /** Publishes today before the server listens, and every day before it answers anything of it. */
  async serve(server: FastifyInstance): Promise<void> {
    await this.reach();
    server.addHook('onRequest', async ({ routeOptions: { url } }) => {
      if (!url?.startsWith('/health/')) await this.reach();
    });
    server.addHook('onClose', this.start());
  }

  /** Looks at the clock from now on. @returns a function that stops it. */
  start(): () => Promise<void> {
    return repeat(
      () => this.reach(),
      { first: EVERY, every: EVERY },
      () => undefined,
    ).stop;
  }

  async #publish(today: LocalDate): Promise<void> {
    try {
      // It is no part of the request that comes first on that day.
      await asHub(() => publishDay(this.orm.em.fork(), today));
      this.#published = today;
    } catch (error) {
      this.#failedAt = performance.now();
      const refusal = refusalIn(error);
      if (refusal) tellRefusal(this.logger, refusal);
      else this.logger.error({ err: error }, 'a day could not be published');
    }
  }
}
