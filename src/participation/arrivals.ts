import { addDays, type LocalDate } from '../shared/dates.js';

/** What institutions of a round do on a day, once each. */
type Step = 'submitted' | 'returned' | 'approved';

/** How many institutions of a round took a step on a day. */
export interface StepCount {
  step: Step;
  day: LocalDate;
  institutions: number;
}

type Counts = Record<Step, number>;

export interface ArrivalDay extends Counts {
  date: LocalDate;
  submittedSoFar: number;
  returnedSoFar: number;
  approvedSoFar: number;
}

const STEPS: readonly Step[] = ['submitted', 'returned', 'approved'];

/**
 * Every day from the first to the last, also those on which nothing happened. What happened before or
 * after these days has days as well.
 */
export function daysOf(
  steps: readonly StepCount[],
  opensOn: LocalDate,
  lastDay: LocalDate,
): ArrivalDay[] {
  const taken = steps.map(({ day }) => day);
  const [first, last] = [[opensOn, ...taken].sort()[0], [lastDay, ...taken].sort().at(-1)];
  if (first === undefined || last === undefined) return [];
  const byDay = Map.groupBy(steps, ({ day }) => day);
  const soFar: Counts = { submitted: 0, returned: 0, approved: 0 };
  const days: ArrivalDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const now = countsOf(byDay.get(date) ?? []);
    for (const step of STEPS) soFar[step] += now[step];
    days.push({
      date,
      ...now,
      submittedSoFar: soFar.submitted,
      returnedSoFar: soFar.returned,
      approvedSoFar: soFar.approved,
    });
  }
  return days;
}

function countsOf(steps: readonly StepCount[]): Counts {
  const of = (wanted: Step) =>
    steps.reduce((sum, { step, institutions }) => sum + (step === wanted ? institutions : 0), 0);
  return { submitted: of('submitted'), returned: of('returned'), approved: of('approved') };
}
