import { whoAsks } from '../shared/who-asks.js';
import type { Statement } from './flight-query.js';

/** The tables with rows that are not for everybody: their entities have a policy of `guarded-rows.ts`. */
const GUARDED =
  /\b(account|account_session|evidence|evidence_file|evidence_upload|framework_draft|review_claim|status_update_entry|status_update_revision)\b/;

/** It holds for the transaction alone, and statements that travel together are one. */
export const TELLS = `select set_config('hub.asks', $1, true)`;

/** Lists of changing length make ever new texts. */
const KNOWN = 2000;

const known = new Map<string, boolean>();

/** Whether a statement has to say who asks: it names a table with such rows. */
export function isGuarded(text: string): boolean {
  let guarded = known.get(text);
  if (guarded === undefined) {
    guarded = GUARDED.test(text);
    if (known.size >= KNOWN) known.clear();
    known.set(text, guarded);
  }
  return guarded;
}

/** What a connection tells the database of who asks. A transaction is for whoever began it. */
export class Asker {
  #who: string | null = null;
  #isTold = false;

  begin(): void {
    this.#who = whoAsks();
    this.#isTold = false;
  }

  /** What was told since a point of the transaction is undone with the rest. */
  goBack(): void {
    this.#isTold = false;
  }

  /** What has to travel before statements. */
  before(statements: readonly Statement[], isInTransaction: boolean): Statement[] {
    const who = isInTransaction ? this.#who : whoAsks();
    if (who === null || (isInTransaction && this.#isTold)) return [];
    if (!statements.some(({ text }) => isGuarded(text))) return [];
    this.#isTold = isInTransaction;
    return [{ text: TELLS, values: [who] }];
  }
}
