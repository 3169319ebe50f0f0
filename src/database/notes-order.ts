/** What published lists are ordered by and can change, and the column of each. */
const MOVING = {
  unit_name: 'search_name',
  unit_code: 'code',
  institution_name: 'search_name',
  institution_code: 'code',
  round_due: 'due_on',
  plan_document: 'document',
} as const;

export type MovingFact = keyof typeof MOVING;

/**
 * The trigger by which a table notes that a row came to stand elsewhere in the lists that are ordered
 * by one of these facts, for the cursors of those lists; see the function `note_order` of the migration.
 */
export function notesOrder(table: string, ...facts: MovingFact[]) {
  const noted = facts.map((fact) => `${fact}, ${MOVING[fact]}`).join(', ');
  return {
    name: 'notes_order',
    timing: 'after' as const,
    events: ['update' as const],
    forEach: 'statement' as const,
    expression: `create trigger "notes_order" after update on "${table}" referencing old table as gone new table as fresh for each statement execute function note_order(${noted})`,
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
