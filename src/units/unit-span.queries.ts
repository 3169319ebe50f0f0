import type { Context } from '../request/context.js';
import { todayOrLastDay, type LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import type { BoundaryBasis } from '../vocabulary/unit.enums.js';
import { loadPredecessors, loadSuccessors } from './succession.queries.js';
import { loadUnit, unitKnown, type UnitRow } from './unit.queries.js';

/** The day of figures without a date: today, or the last day of a unit that was known to end. */
export async function presentDay(
  context: Context,
  unit: UnitRow,
  knownAt: number,
): Promise<LocalDate> {
  const { validTo } = await unitKnown(context, unit, knownAt);
  return todayOrLastDay(validTo, context.today);
}

/**
 * Refuses a date on which the unit's own figures cannot exist. Restating reaches back before its
 * first day, but nothing reaches past its last.
 * @param basis null for figures that cannot be restated.
 * @throws RequestError OUTSIDE_UNIT_SPAN naming the units before or after.
 */
export async function checkInSpan(
  context: Context,
  asked: UnitRow,
  asOf: LocalDate,
  basis: BoundaryBasis | null,
  knownAt: number,
): Promise<void> {
  const unit = await unitKnown(context, asked, knownAt);
  const named = `${unit.name} (${unit.kind} ${unit.code})`;
  if (unit.validTo !== null && asOf > unit.validTo) {
    const successors = await relatives(context, 'successors', unit, knownAt);
    throw new RequestError(
      'OUTSIDE_UNIT_SPAN',
      {
        vi: `${named} đã kết thúc ngày ${unit.validTo}, trước ngày ${asOf}. ${successors === '' ? 'Chưa ghi nhận đơn vị kế thừa.' : `Đơn vị kế thừa: ${successors}; hãy hỏi đơn vị đó.`}`,
        en: `${named} ended on ${unit.validTo}, before ${asOf}. ${successors === '' ? 'No successor is recorded.' : `Its successor: ${successors}; ask that unit instead.`}`,
      },
      { validFrom: unit.validFrom, validTo: unit.validTo },
    );
  }
  if (basis !== 'CURRENT_UNITS' && unit.validFrom !== null && asOf < unit.validFrom) {
    const predecessors = await relatives(context, 'predecessors', unit, knownAt);
    const instead =
      basis === null
        ? { vi: '', en: '' }
        : {
            vi: ', hoặc dùng basis: CURRENT_UNITS để tính lại theo địa giới hiện nay',
            en: ', or use basis: CURRENT_UNITS to restate on today’s borders',
          };
    throw new RequestError(
      'OUTSIDE_UNIT_SPAN',
      {
        vi: `${named} bắt đầu ngày ${unit.validFrom}, sau ngày ${asOf}. ${predecessors === '' ? 'Chưa ghi nhận đơn vị tiền thân.' : `Hãy hỏi đơn vị tiền thân (${predecessors})${instead.vi}.`}`,
        en: `${named} began on ${unit.validFrom}, after ${asOf}. ${predecessors === '' ? 'No predecessor is recorded.' : `Ask a predecessor (${predecessors})${instead.en}.`}`,
      },
      { validFrom: unit.validFrom, validTo: unit.validTo },
    );
  }
}

async function relatives(
  context: Context,
  side: 'successors' | 'predecessors',
  unit: UnitRow,
  knownAt: number,
): Promise<string> {
  const load = side === 'successors' ? loadSuccessors : loadPredecessors;
  const successions = await load(context, unit.id, knownAt);
  const ids = (successions ?? []).map((each) =>
    side === 'successors' ? each.successorId : each.predecessorId,
  );
  const units = await Promise.all(ids.slice(0, 5).map((id) => loadUnit.required(context, id)));
  const names = units.map(({ name, kind, code }) => `${name} (${kind} ${code})`).join(', ');
  return ids.length > 5 ? `${names}, …` : names;
}
