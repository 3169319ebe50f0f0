import { isNameIn } from '../shared/enumeration.js';
import type { Refusal } from '../graphql/user-error.js';
import { isLocalDate, type LocalDate } from '../shared/dates.js';
import {
  wantedInstitutions,
  type INSTITUTION_PARAMETERS,
  type WantedInstitutions,
} from './institution-conditions.js';
import { BoundaryBasis, UnitKind } from '../vocabulary/unit.enums.js';

/** The dates that a download of several may name. */
export const MOST_DATES = 60;

export interface ExportRequest {
  /** The dates in their order, each once, and at least one. */
  dates: LocalDate[];
  unit: string | null;
  /** The kind of the unit, when its code alone is ambiguous. */
  kind: UnitKind | null;
  only: UnitKind | null;
  basis: BoundaryBasis;
  /** The codes of the indicators that have lines; null for those that every hub has. */
  indicators: string[] | null;
  /** The code of the indicator that a document is about; null for the one that says most. */
  indicator: string | null;
  /** Only what was recorded at or before this moment; null for all that is known. */
  knownAt: Date | null;
  /** Which institutions a list of them has. */
  institutions: WantedInstitutions;
  /** The code or the id of a round. */
  round: string | null;
  /** The id of an institution. */
  institution: string | null;
  /** From this day on, and before the day after the second one, in Vietnam. */
  from: LocalDate | null;
  until: LocalDate | null;
  /** Whether a byte-order mark comes first, for spreadsheets that need it to recognise UTF-8. */
  bom: boolean;
}

/** The parameters of a download beside `asOf`, `unit` and `kind`. */
type OptionalParameter =
  | 'only'
  | 'basis'
  | 'indicators'
  | 'indicator'
  | 'knownAt'
  | 'round'
  | 'institution'
  | 'from'
  | 'until'
  | 'bom'
  | (typeof INSTITUTION_PARAMETERS)[number];

/** What may be asked of a download. */
export interface Askable {
  parameters: readonly OptionalParameter[];
  /** How many dates `asOf` may name; 0 where the rows are of no date. */
  mostDates: number;
  /** Whether nothing can be said without a round. */
  needsRound: boolean;
  /** Whether it is about one unit, which has to be named. */
  needsUnit?: boolean;
}

/** A moment in the form of RFC 3339, with its offset from UTC. */
function isMoment(text: string): boolean {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
  return form.test(text) && isLocalDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

type Refuse = (parameter: string, vi: string, en: string) => void;

function momentIn(text: string | null, refuse: Refuse): Date | null {
  if (text === null) return null;
  if (isMoment(text)) return new Date(text);
  refuse(
    'knownAt',
    'phải là một thời điểm, chẳng hạn 2025-06-30T17:00:00Z.',
    'must be a moment such as 2025-06-30T17:00:00Z.',
  );
  return null;
}

/** The codes in a list with commas, which no code contains. */
function codesIn(list: string | null, hub: readonly string[], refuse: Refuse): string[] | null {
  if (list === null) return null;
  const codes = [...new Set(list.split(','))];
  const unknown = codes.filter((code) => !hub.includes(code));
  if (unknown.length > 0) {
    const named = unknown.map((code) => `“${code}”`).join(', ');
    refuse(
      'indicators',
      `có mã không thuộc chỉ số đo nào: ${named}. Các mã có thể nêu, cách nhau bằng dấu phẩy: ${hub.join(', ')}.`,
      `names codes that no indicator has: ${named}. The codes, with commas between them, are ${hub.join(', ')}.`,
    );
  }
  return codes;
}

/** A code that one of the indicators of the hub has. */
function codeIn(code: string | null, hub: readonly string[], refuse: Refuse): string | null {
  if (code === null || hub.includes(code)) return code;
  refuse('indicator', `phải là một trong ${hub.join(', ')}.`, `must be one of ${hub.join(', ')}.`);
  return null;
}

const NOT_A_DAY = [
  'phải là một ngày, chẳng hạn 2025-06-30.',
  'must be a date such as 2025-06-30.',
] as const;

/** The dates of a value, or of several values, with commas between them; in their order, each once. */
function datesIn(given: unknown, most: number, today: LocalDate, refuse: Refuse): LocalDate[] {
  const values: unknown[] = Array.isArray(given) ? given : [given];
  const all = values.flatMap((value) => (typeof value === 'string' ? value.split(',') : []));
  const dates = [...new Set(all.filter((date) => date !== ''))].sort();
  if (!dates.every(isLocalDate)) refuse('asOf', ...NOT_A_DAY);
  else if (most === 1 && dates.length > 1)
    refuse('asOf', 'phải có đúng một giá trị.', 'must have one value.');
  else if (most > 1 && dates.length > most)
    refuse(
      'asOf',
      `có ${dates.length} ngày; nhiều nhất là ${most}.`,
      `names ${dates.length} dates; at most ${most} may be asked for at once.`,
    );
  return dates.length > 0 ? dates : [today];
}

/** How the values of parameters are read; what is wrong with them is refused. */
function readersOf(
  query: Readonly<Record<string, unknown>>,
  known: readonly string[],
  refuse: Refuse,
) {
  const text = (name: string): string | null => {
    const value = query[name];
    if (value === undefined || value === '') return null;
    // A parameter that is given twice arrives as a list.
    if (typeof value === 'string' && !value.includes('\0')) return value;
    if (known.includes(name)) refuse(name, 'phải có đúng một giá trị.', 'must have one value.');
    return null;
  };
  const oneOf = <Name extends string>(name: string, names: Record<Name, Name>): Name | null => {
    const value = text(name);
    if (value === null || isNameIn(names, value)) return value;
    const all = Object.keys(names).join(', ');
    refuse(name, `phải là một trong ${all}.`, `must be one of ${all}.`);
    return null;
  };
  const dayIn = (name: string): LocalDate | null => {
    const value = text(name);
    if (value === null || isLocalDate(value)) return value;
    refuse(name, ...NOT_A_DAY);
    return null;
  };
  return { text, oneOf, dayIn };
}

export function exportRequest(
  query: Readonly<Record<string, unknown>>,
  { parameters: optional, mostDates, needsRound, needsUnit }: Askable,
  hub: { today: LocalDate; indicators: readonly string[] },
): { request: ExportRequest; problems: Refusal[] } {
  const problems: Refusal[] = [];
  const refuse: Refuse = (parameter, vi, en) =>
    problems.push({
      code: 'PARAMETER_INVALID',
      field: [parameter],
      text: { vi: `${parameter} ${vi}`, en: `${parameter} ${en}` },
    });
  const known = [...(mostDates > 0 ? ['asOf'] : []), 'unit', 'kind', ...optional];
  for (const name of Object.keys(query))
    if (!known.includes(name))
      refuse(
        name,
        `không có ở đây; các tham số là ${known.join(', ')}.`,
        `is no parameter here; there are ${known.join(', ')}.`,
      );
  const { text, oneOf, dayIn } = readersOf(query, known, refuse);
  const dates = datesIn(mostDates > 0 ? query['asOf'] : '', mostDates, hub.today, refuse);
  const knownAt = momentIn(text('knownAt'), refuse);
  const request = {
    dates,
    unit: text('unit'),
    kind: oneOf('kind', UnitKind),
    only: oneOf('only', UnitKind),
    basis: oneOf('basis', BoundaryBasis) ?? BoundaryBasis.AS_REPORTED,
    indicators: codesIn(text('indicators'), hub.indicators, refuse),
    indicator: codeIn(text('indicator'), hub.indicators, refuse),
    knownAt,
    institutions: wantedInstitutions({ text, oneOf }),
    round: text('round'),
    institution: text('institution'),
    from: dayIn('from'),
    until: dayIn('until'),
    bom: oneOf('bom', { true: 'true', false: 'false' }) === 'true',
  };
  if (request.kind !== null && request.unit === null)
    refuse('kind', 'là cấp của unit, nên cần có unit.', 'is that of the unit, which is missing.');
  if (needsUnit && request.unit === null)
    refuse('unit', 'còn thiếu: hãy nêu mã của đơn vị.', 'is missing: give the code of a unit.');
  if (needsRound && request.round === null)
    refuse(
      'round',
      'còn thiếu: hãy nêu mã hoặc id của đợt báo cáo.',
      'is missing: give the code or the id of a round.',
    );
  return { request, problems };
}
