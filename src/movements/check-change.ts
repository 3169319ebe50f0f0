import type { Moment } from '../counts/facts.js';
import type { LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';

/**
 * Refuses two dates, or two moments, of which the second comes first.
 * @throws RequestError DATES_OUT_OF_ORDER.
 */
export function checkOrder(
  { from, to }: { from: LocalDate; to: LocalDate },
  known?: { from: Moment; to: Moment },
): void {
  if (from > to)
    throw outOfOrder('from', {
      vi: `Ngày from (${from}) sau ngày to (${to}). Hãy đổi chỗ hai ngày.`,
      en: `The date from (${from}) is after the date to (${to}). Give them the other way round.`,
    });
  if (known && known.from > known.to)
    throw outOfOrder('knownFrom', {
      vi: 'Thời điểm knownFrom sau knownTo. Hãy đổi chỗ, hoặc bỏ knownTo để lấy những gì biết đến nay.',
      en: 'The moment knownFrom is after knownTo. Give them the other way round, or leave knownTo out for all that is known now.',
    });
}

function outOfOrder(argument: string, text: { vi: string; en: string }): RequestError {
  return new RequestError('DATES_OUT_OF_ORDER', text, { argument });
}

/** @throws RequestError CHANGE_TOO_WIDE for the whole country between moments of knowledge. */
export function checkWidth({
  unit,
  knownFrom,
  knownTo,
}: {
  unit?: string | null;
  knownFrom?: Date | null;
  knownTo?: Date | null;
}): void {
  const argument = knownFrom ? 'knownFrom' : 'knownTo';
  if (unit || !(knownFrom || knownTo)) return;
  throw new RequestError(
    'CHANGE_TOO_WIDE',
    {
      vi: `Thay đổi theo ${argument} chỉ hỏi được cho một đơn vị. Hãy cho unit, hoặc bỏ knownFrom và knownTo.`,
      en: `A change by ${argument} is answered for one unit only. Give unit, or leave knownFrom and knownTo out.`,
    },
    { argument },
  );
}
