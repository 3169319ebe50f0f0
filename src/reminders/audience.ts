import { enumeration, type NameOf } from '../shared/enumeration.js';
import type { LocalDate } from '../shared/dates.js';
import type { OwingInstitution } from './owing.queries.js';

/** Of those who have not handed in, whom somebody reminds. */
export const ReminderAudience = enumeration('NOT_BEGUN', 'DRAFT', 'RETURNED', 'OVERDUE');
export type ReminderAudience = NameOf<typeof ReminderAudience>;

/** Whether an institution that has not handed in is among those who are chosen, by one or the other. */
export function isAmong(
  { state, dueOn }: Pick<OwingInstitution, 'state' | 'dueOn'>,
  chosen: readonly ReminderAudience[],
  today: LocalDate,
): boolean {
  // What was withdrawn is a draft again for its school.
  const begun = state === 'RETURNED' ? 'RETURNED' : 'DRAFT';
  return (
    chosen.includes(state === null ? 'NOT_BEGUN' : begun) ||
    (chosen.includes('OVERDUE') && dueOn < today)
  );
}
