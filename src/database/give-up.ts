import { sql } from 'kysely';

/**
 * Ends a transaction in which nothing happens for a minute, so that a hub that has stopped in the
 * middle, or waits for something else, lets go of its locks. It holds for the present transaction.
 */
export const GIVE_UP = sql`set_config('idle_in_transaction_session_timeout', '60s', true)`;
