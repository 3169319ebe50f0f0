import { daysBetween, today } from '../shared/days';
import { day, number } from '../shared/format';
import { useHomeWords } from './home.words';

/** When something is due, and how long that is from today; of how many days it is late the graph tells. */
export function useDue(): (dueOn: string, late?: { overdue: boolean; daysLate: number }) => string {
  const words = useHomeWords();
  function left(dueOn: string, late: { overdue: boolean; daysLate: number } | undefined): string {
    if (late?.overdue)
      return words(late.daysLate === 1 ? 'late-one' : 'late', { days: number(late.daysLate) });
    const days = daysBetween(today(), dueOn);
    if (days < 0) return words('over');
    if (days < 2) return words(days === 0 ? 'today' : 'tomorrow');
    return words('left', { days: number(days) });
  }
  return (dueOn, late) => words('due', { day: day(dueOn), left: left(dueOn, late) });
}
