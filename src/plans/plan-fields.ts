import { dateProblems, requiredTextProblems, urlProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { IndicatorDefinition } from '../indicators/indicator.js';
import type { LocalDate } from '../shared/dates.js';
import type { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';

export const LONGEST = { document: 100, title: 500, issuer: 200 } as const;

export interface PlanFields {
  document: string;
  titleVi: string;
  titleEn: string;
  issuer: string;
  issuedOn: LocalDate | null;
  url: string | null;
  sourceStatus: SourceStatus;
}

/** Of a plan what its document says. */
export function fieldsOf(plan: PlanFields): PlanFields {
  const { document, titleVi, titleEn, issuer, issuedOn, url, sourceStatus } = plan;
  return { document, titleVi, titleEn, issuer, issuedOn, url, sourceStatus };
}

export function planProblems(fields: PlanFields): Refusal[] {
  const { document, titleVi, titleEn, issuer, issuedOn, url } = fields;
  return [
    ...requiredTextProblems(document, 'document', LONGEST.document),
    ...requiredTextProblems(titleVi, 'titleVi', LONGEST.title),
    ...requiredTextProblems(titleEn, 'titleEn', LONGEST.title),
    ...requiredTextProblems(issuer, 'issuer', LONGEST.issuer),
    ...(issuedOn === null ? [] : dateProblems(issuedOn, 'issuedOn')),
    ...(url === null ? [] : urlProblems(url, 'url')),
  ];
}

const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];

export function targetProblems(target: {
  year: number;
  dueOn: LocalDate;
  percent: number;
}): Refusal[] {
  const { year, dueOn, percent } = target;
  const problems: Refusal[] = [];
  if (year < FIRST_YEAR || year > LAST_YEAR) problems.push(yearOutOfRange(year));
  else if (dueOn.slice(0, 4) !== String(year)) problems.push(dueOutsideYear(dueOn, year));
  // Two decimals are stored; anything finer would be rounded silently.
  const fine = Math.abs(percent * 100 - Math.round(percent * 100)) > 1e-6;
  if (percent <= 0 || percent > 100 || fine) problems.push(percentUnfit(percent));
  return problems;
}

/** What is wrong with the indicator of a target, and with the group for which it is set. */
export function indicatorProblems(
  target: { group: InstitutionGroup; pillar?: string | null; indicator?: string | null },
  indicators: readonly IndicatorDefinition[],
): Refusal[] {
  const { group, pillar = null, indicator = null } = target;
  if (indicator === null) return [];
  if (pillar !== null) return [pillarAndIndicator()];
  const found = indicators.find(({ code }) => code === indicator);
  if (!found) return [indicatorUnknown(indicator)];
  return found.group === null || found.group === group ? [] : [indicatorOfOtherGroup(indicator)];
}

function pillarAndIndicator(): Refusal {
  return {
    code: 'PILLAR_AND_INDICATOR',
    field: ['indicator'],
    text: {
      vi: 'Đã nêu cả trụ cột và chỉ số đo; chỉ nêu một trong hai.',
      en: 'Both a pillar and an indicator are named; name one of them.',
    },
  };
}

function indicatorUnknown(indicator: string): Refusal {
  return {
    code: 'INDICATOR_UNKNOWN',
    field: ['indicator'],
    text: {
      vi: `Không có chỉ số đo nào mang mã ${indicator}; Query.indicators liệt kê các mã.`,
      en: `No indicator has the code ${indicator}; Query.indicators lists the codes.`,
    },
  };
}

function indicatorOfOtherGroup(indicator: string): Refusal {
  return {
    code: 'INDICATOR_OF_OTHER_GROUP',
    field: ['group'],
    text: {
      vi: `Chỉ số đo ${indicator} dành cho nhóm cơ sở khác; hãy chọn nhóm của chỉ số đo.`,
      en: `The indicator ${indicator} is about the other group of institutions; name its own group.`,
    },
  };
}

function yearOutOfRange(year: number): Refusal {
  return {
    code: 'YEAR_OUT_OF_RANGE',
    field: ['year'],
    text: {
      vi: `Năm là ${year}; chỉ nhận từ ${FIRST_YEAR} đến ${LAST_YEAR}.`,
      en: `The year is ${year}; it must be from ${FIRST_YEAR} to ${LAST_YEAR}.`,
    },
  };
}

function dueOutsideYear(dueOn: LocalDate, year: number): Refusal {
  return {
    code: 'DATE_OUT_OF_RANGE',
    field: ['dueOn'],
    text: {
      vi: `Hạn là ${dueOn}; phải trong năm ${year} của chỉ tiêu.`,
      en: `The due date is ${dueOn}; it must be in ${year}, the year of the target.`,
    },
  };
}

function percentUnfit(percent: number): Refusal {
  return {
    code: 'PERCENT_UNFIT',
    field: ['percent'],
    text: {
      vi: `Tỷ lệ là ${percent}; phải lớn hơn 0, nhiều nhất 100, với nhiều nhất hai chữ số thập phân.`,
      en: `The percentage is ${percent}; it must be above 0 and at most 100, with at most two decimals.`,
    },
  };
}
