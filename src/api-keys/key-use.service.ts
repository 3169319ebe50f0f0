import { sql } from 'kysely';
import type { Logger } from 'pino';
import { databaseOf, type Orm } from '../database/orm.js';
import { refusalIn } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import type { AuthenticatedKey } from './key-authentication.service.js';

/** The last use of a key is stored to the minute. */
const MINUTE = 60_000;

/**
 * Stores when keys were last used: after the answer and at most once a minute per key. A failure is
 * only logged, because it must not fail the request.
 */
export class KeyUse {
  readonly #orm: Orm;
  readonly #logger: Logger;
  /** By the row of the secret, so that parallel requests write only once. */
  readonly #writing = new Map<number, Promise<void>>();

  constructor(orm: Orm, logger: Logger) {
    this.#orm = orm;
    this.#logger = logger;
  }

  note({ id, lastUsedAt }: AuthenticatedKey['secret'], now: Date): void {
    const fresh = lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < MINUTE;
    if (fresh || this.#writing.has(id)) return;
    const writing = this.#write(id, now)
      .catch((error: unknown) => {
        const refusal = refusalIn(error);
        if (refusal) tellRefusal(this.#logger, refusal);
        else this.#logger.warn({ err: error }, 'the last use of an API key was not written');
      })
      .finally(() => this.#writing.delete(id));
    this.#writing.set(id, writing);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  async #write(id: number, now: Date): Promise<void> {
    const before = new Date(now.getTime() - MINUTE);
    // Another hub on the same database may have written in the meantime.
    await sql`
      update api_key_secret set last_used_at = ${now}
      where id = ${id} and (last_used_at is null or last_used_at <= ${before})`.execute(
      databaseOf(this.#orm.em.fork()),
    );
  }
}
