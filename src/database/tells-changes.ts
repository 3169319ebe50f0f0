/**
 * The triggers by which a table tells the outbox what is changed in it, for each statement at once. What
 * a table tells is said in one place, the function `tell_changes` of the migration: so no writer can
 * forget it, and a file of 40,000 rows costs one statement more.
 */
export function tellsChanges(table: string) {
  return (['insert', 'update', 'delete'] as const).map((event) => {
    const images = {
      insert: 'new table as fresh',
      update: 'old table as gone new table as fresh',
      delete: 'old table as gone',
    }[event];
    return {
      name: `tells_${event}`,
      timing: 'after' as const,
      events: [event],
      forEach: 'statement' as const,
      expression: `create trigger "tells_${event}" after ${event} on "${table}" referencing ${images} for each statement execute function tell_changes()`,
    };
  });
}
