/**
 * The trigger by which a table notes that a row came to stand elsewhere in a list, for the cursors of
 * the list; see the function `note_order` of the migration.
 * @param columns what published lists of the table are ordered by, where it can change.
 */
export function notesOrder(table: string, ...columns: string[]) {
  return {
    name: 'notes_order',
    timing: 'after' as const,
    events: ['update' as const],
    forEach: 'statement' as const,
    expression: `create trigger "notes_order" after update on "${table}" referencing old table as gone new table as fresh for each statement execute function note_order(${columns.join(', ')})`,
  };
}

/**
 * The trigger by which new periods of institutions note that a name came to stand elsewhere, since
 * they take the place of others with other names; see the function `note_names` of the migration.
 */
export const NOTES_NAMES = {
  name: 'notes_names',
  timing: 'after' as const,
  events: ['insert' as const],
  forEach: 'statement' as const,
  expression:
    'create trigger "notes_names" after insert on "institution_period" referencing new table as fresh for each statement execute function note_names()',
};
