import { addDays, BEFORE_RECORDS, type LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';

/** How many dates a series may have. */
export const SERIES_LIMIT = 60;

/** Which dates a series has; all left out means those of rounds. */
export interface SeriesDates {
  on?: readonly LocalDate[] | null;
  months?: number | null;
  until?: LocalDate | null;
}

/**
 * The dates that a series was asked for.
 * @param present the last of the months, where nothing says otherwise.
 * @returns null where it is to have those of rounds.
 * @throws RequestError TOO_MANY_DATES or INVALID_SERIES.
 */
export function datesAsked(
  { on = null, months = null, until = null }: SeriesDates,
  present: LocalDate,
): readonly LocalDate[] | null {
  if ((on !== null && months !== null) || (until !== null && months === null))
    throw new RequestError(
      'INVALID_SERIES',
      {
        vi: 'Hãy cho on (các ngày), hoặc months (số tháng) với until nếu cần; không cho cả hai.',
        en: 'Give either on (dates) or months (a number), with until if it is needed; not both.',
      },
      { argument: until !== null && months === null ? 'until' : 'months' },
    );
  const [argument, asked] = months === null ? ['on', on?.length ?? 0] : ['months', months];
  if (asked > SERIES_LIMIT || (months !== null && months < 1))
    throw new RequestError(
      'TOO_MANY_DATES',
      {
        vi: `${argument} có ${asked} ngày; nhận từ 1 đến ${SERIES_LIMIT}.`,
        en: `${argument} has ${asked} dates; 1 to ${SERIES_LIMIT} are taken.`,
      },
      { argument },
    );
  return months === null ? on : monthEnds(months, until ?? present);
}

/** The last days of the months before a day, and the day itself for its own month. */
export function monthEnds(months: number, until: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  let date = until;
  // The calendar begins with the year 1.
  while (dates.length < months && date >= BEFORE_RECORDS) {
    dates.unshift(date);
    date = addDays(`${date.slice(0, 7)}-01`, -1);
  }
  return dates;
}
