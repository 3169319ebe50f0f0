/** Whether the connection was told for whom it reads; asked once a statement, not once a row. */
const ASKED = `(select coalesce(current_setting('hub.asks', true), '') <> '')`;

/**
 * The policy of a table with rows that are not for everybody: whoever has not said who asks does not get them.
 * @param open a condition in SQL for the rows that everybody gets; none unless it is given.
 */
export function guardedRows(open = 'false') {
  return [{ name: 'asked_for', using: `(${ASKED} or ${open})`, check: 'true' }];
}
