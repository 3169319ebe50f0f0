import type { Reason } from '../shared/csv.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { UNIT_KIND_LABELS } from '../vocabulary/labels.js';
import type { UnitKind } from '../vocabulary/unit.enums.js';
import type { KnownUnit, UnitIndex } from './unit-index.queries.js';

/** Nobody reads more units than these in a sentence. */
const MOST_NAMED = 8;

/**
 * Why a code names no unit of a kind on a day, and what to write: codes are used again, so many name
 * a unit on another day.
 * @param on null means before our records.
 * @param column the column of the file that gives the day.
 */
export function noSuchUnit(
  units: UnitIndex,
  {
    code,
    kind,
    on,
    column,
  }: { code: string; kind: UnitKind; on: LocalDate | null; column: string },
): Reason {
  const then =
    on === null
      ? { vi: 'trước khi có hồ sơ', en: 'from before our records' }
      : { vi: `vào ngày ${on}`, en: `on ${on}` };
  const remedy = remedyFor(units, units.everNamed(code, kind), on ?? '', column);
  return {
    code: 'UNIT_UNKNOWN',
    text: {
      vi: `không phải là mã của ${UNIT_KIND_LABELS[kind].vi.toLowerCase()} (${kind}) nào ${then.vi}; ${remedy.vi}`,
      en: `names no ${kind} ${then.en}; ${remedy.en}`,
    },
  };
}

/** @param named the units that have the code on other days, by their first day. */
function remedyFor(units: UnitIndex, named: readonly KnownUnit[], on: LocalDate, column: string) {
  const later = named.find(({ validFrom }) => validFrom !== null && validFrom > on);
  const earlier = named.findLast(({ validTo }) => validTo !== null && validTo < on);
  if (later) {
    const before = listed(units.predecessors(later.id).map((id) => units.unit(id)));
    return {
      vi: `từ ${later.validFrom} đó là mã của “${later.name}”; hãy ghi mã lúc đó của nơi ấy${before && ` (${before})`}, hoặc ghi ${column} từ ngày ${later.validFrom}`,
      en: `since ${later.validFrom} it names “${later.name}”; write the code that the place had then${before && ` (${before})`}, or a ${column} from ${later.validFrom} on`,
    };
  }
  if (earlier) {
    const after = listed(livingSuccessors(units, earlier));
    return {
      vi: `đến ${earlier.validTo} đó là mã của “${earlier.name}”; hãy ghi mã của nơi ấy sau đó${after && ` (${after})`}`,
      en: `until ${earlier.validTo} it named “${earlier.name}”; write the code of the place after that${after && ` (${after})`}`,
    };
  }
  return {
    vi: 'hãy nhập các đơn vị trước',
    en: 'import the units first',
  };
}

/**
 * What to know of a place that was found by its code on its first day: where that leads since, when
 * it is not the unit that has the code now. Null when there is nothing to know.
 * @param stay.until the last day of the institution there; null while it is there.
 * @param stay.dayGiven whether the file says of which day the code is, so that no other can be meant.
 */
export function leadsElsewhere(
  units: UnitIndex,
  unit: KnownUnit,
  { until, dayGiven }: { until: LocalDate | null; dayGiven: boolean },
): Reason | null {
  const endsIn = ({ validTo }: KnownUnit) =>
    validTo === null || (until !== null && until <= validTo);
  // Of a higher unit the commune is not known in any case, and it is listed to be settled.
  if (unit.kind !== 'COMMUNE' || endsIn(unit)) return null;
  const last = lastCertain(units, unit);
  if (!endsIn(last)) return dividedSince(units, last);
  if (dayGiven) return null;
  const now = units.everNamed(unit.code, unit.kind).find(({ validTo }) => validTo === null);
  return now && now.id !== last.id ? takenOver(unit, last, now) : null;
}

function dividedSince(units: UnitIndex, last: KnownUnit): Reason {
  const next = addDays(last.validTo!, 1);
  const parts = listed(livingSuccessors(units, last));
  return {
    code: 'UNIT_NOT_KNOWN_SINCE',
    text: {
      vi: `là “${last.name}”, ${parts ? `đã chia vào ${parts}` : 'không rõ nhập vào đâu'}: từ ${next} chưa biết xã; hãy thêm một dòng với located_from ${next} và mã của xã đó`,
      en: `is “${last.name}”, ${parts ? `which was divided among ${parts}` : 'of which no successor is known'}: since ${next} the commune is not known; add a row with located_from ${next} and the code of its commune`,
    },
  };
}

function takenOver(unit: KnownUnit, last: KnownUnit, now: KnownUnit): Reason {
  return {
    code: 'UNIT_LEADS_ELSEWHERE',
    text: {
      vi: `lúc đó là “${unit.name}”, nay thuộc ${listed([last])}; còn mã này nay là của “${now.name}”. Nếu muốn nói “${now.name}”, hãy ghi mã lúc đó của nơi ấy, hoặc ghi located_from từ ngày ${now.validFrom}`,
      en: `was “${unit.name}” then, which is ${listed([last])} now; today the code is that of “${now.name}”. If “${now.name}” is meant, write the code that its place had then, or a located_from from ${now.validFrom} on`,
    },
  };
}

/** The last unit of which it is certain that it took over the whole. */
function lastCertain(units: UnitIndex, unit: KnownUnit): KnownUnit {
  const whole = units.successors(unit.id).find(({ extent }) => extent === 'WHOLE');
  return whole ? lastCertain(units, units.unit(whole.successorId)) : unit;
}

/** The units of today, or the last there were, that took over a unit or a part of it. */
function livingSuccessors(units: UnitIndex, unit: KnownUnit): KnownUnit[] {
  const next = units.successors(unit.id).map(({ successorId }) => units.unit(successorId));
  return [
    ...new Set(
      next.flatMap((each) => {
        const after = livingSuccessors(units, each);
        return after.length > 0 ? after : [each];
      }),
    ),
  ];
}

function listed(units: readonly KnownUnit[]): string {
  const names = units.slice(0, MOST_NAMED).map(({ name, code }) => `“${name}” ${code}`);
  return names.join(', ') + (units.length > MOST_NAMED ? ', …' : '');
}
