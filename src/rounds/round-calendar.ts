import { fieldName, fieldNameWithin } from '../graphql/field-name.js';
import { dateProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { LocalDate } from '../shared/dates.js';

export const DEFAULT_RETURN_DAYS = 14;
export const MOST_RETURN_DAYS = 365;

export interface Calendar {
  opensOn: LocalDate;
  dueOn: LocalDate;
  referenceDate: LocalDate;
  closesOn: LocalDate;
}

export function calendarProblems(calendar: Calendar): Refusal[] {
  const { opensOn, dueOn, referenceDate, closesOn } = calendar;
  const dates = Object.entries({ opensOn, dueOn, referenceDate, closesOn });
  return [
    ...dates.flatMap(([field, date]) => dateProblems(date, field)),
    ...orderProblems(['opensOn', opensOn], ['dueOn', dueOn]),
    ...orderProblems(['dueOn', dueOn], ['closesOn', closesOn]),
    // Nobody can report on a day that has not come.
    ...orderProblems(['referenceDate', referenceDate], ['closesOn', closesOn], 'referenceDate'),
  ];
}

export function returnDaysProblems(returnDays: number | null | undefined): Refusal[] {
  if (returnDays == null || (returnDays >= 1 && returnDays <= MOST_RETURN_DAYS)) return [];
  return [
    {
      code: 'RETURN_DAYS_UNFIT',
      field: ['returnDays'],
      text: {
        vi: `Số ngày để nộp lại là ${returnDays}; chỉ nhận từ 1 đến ${MOST_RETURN_DAYS}.`,
        en: `${returnDays} days to answer again are not from 1 to ${MOST_RETURN_DAYS}.`,
      },
    },
  ];
}

/** Later dates for a round; a date that is left out stays. */
export interface Extension {
  dueOn?: LocalDate | null;
  closesOn?: LocalDate | null;
}

/**
 * The problems of an extension. Each date must be later than the present one, and the round must
 * then be open or planned. A round that a planner closed may open again until any day from today
 * on.
 */
export function extensionProblems(
  round: Pick<Calendar, 'dueOn' | 'closesOn'> & { closedAt: unknown },
  { dueOn, closesOn }: Extension,
  today: LocalDate,
): Refusal[] {
  if (dueOn == null && closesOn == null) return [EXTENSION_MISSING];
  const lastDay = closesOn ?? round.closesOn;
  const problems = [
    ...(dueOn == null ? [] : dateProblems(dueOn, 'dueOn')),
    ...(closesOn == null ? [] : dateProblems(closesOn, 'closesOn')),
    ...orderProblems(
      ['dueOn', dueOn ?? round.dueOn],
      ['closesOn', lastDay],
      closesOn == null ? 'dueOn' : 'closesOn',
    ),
  ];
  if (dueOn != null && dueOn <= round.dueOn) problems.push(notLater('dueOn', dueOn, round.dueOn));
  if (closesOn != null && round.closedAt === null && closesOn <= round.closesOn)
    problems.push(notLater('closesOn', closesOn, round.closesOn));
  else if (lastDay < today) problems.push(stillClosed(lastDay, today));
  return problems;
}

/** @param field the field of the problem; the later of the two if left out. */
function orderProblems(
  [first, from]: [string, LocalDate],
  [second, to]: [string, LocalDate],
  field = second,
): Refusal[] {
  if (from <= to) return [];
  const [earlier, later] = [fieldName(first), fieldNameWithin(second)];
  return [
    {
      code: 'DATES_OUT_OF_ORDER',
      field: [field],
      text: {
        vi: `${earlier.vi} (${from}) sau ${later.vi} (${to}). Hãy sửa một trong hai ngày.`,
        en: `${earlier.en} (${from}) is after ${later.en} (${to}). Change one of them.`,
      },
    },
  ];
}

const EXTENSION_MISSING: Refusal = {
  code: 'EXTENSION_MISSING',
  field: null,
  text: {
    vi: 'Hãy cho ngày mới: hạn nộp, ngày đóng hoặc cả hai.',
    en: 'Give a new due date, a new closing day or both.',
  },
};

function notLater(field: string, given: LocalDate, present: LocalDate): Refusal {
  return {
    code: 'NOT_LATER',
    field: [field],
    text: {
      vi: `${fieldName(field).vi} mới (${given}) phải sau ngày hiện nay của đợt (${present}).`,
      en: `${fieldName(field).en} (${given}) has to be later than the present one (${present}).`,
    },
  };
}

function stillClosed(lastDay: LocalDate, today: LocalDate): Refusal {
  return {
    code: 'STILL_CLOSED',
    field: ['closesOn'],
    text: {
      vi: `Với ngày cuối là ${lastDay}, đợt vẫn đóng. Hãy cho ngày đóng từ ngày ${today} trở đi.`,
      en: `With ${lastDay} as its last day the round stays closed. Give a closing day from ${today} on.`,
    },
  };
}
