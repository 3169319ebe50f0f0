import { dateProblems, requiredTextProblems, textProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { inSpan, type LocalDate } from '../shared/dates.js';
import type { SourceStatus } from '../vocabulary/source-status.js';
import { countProblems, type CountInput } from './count-check.js';
import { RECORD_KINDS, SCOPES, type Scope, type Subject } from './record-kinds.js';

export const LONGEST = { agency: 200, topic: 200, source: 500 };

export interface RecordContent {
  validFrom: LocalDate;
  validTo: LocalDate | null;
  counts: readonly CountInput[];
  /** Whether the document says that there was no count; the record then has no counts. */
  notCounted?: boolean;
  source: string;
  sourceStatus: SourceStatus;
  note: string | null;
}

/** The days of a record; without an end, it reaches to the day before the next one begins. */
export interface RecordSpan {
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

export interface Surroundings {
  unit: { name: string; validFrom: LocalDate | null; validTo: LocalDate | null };
  others: readonly RecordSpan[];
}

/** All problems of a record, with the path to the field of the input. */
export function recordProblems(
  subject: Subject,
  content: RecordContent,
  surroundings: Surroundings,
): Refusal[] {
  return [
    ...subjectProblems(subject),
    ...spanProblems(content, surroundings),
    ...countProblems(subject.kind, content),
    ...sourceProblems(content),
  ];
}

function subjectProblems(subject: Subject): Refusal[] {
  const { kind, tier } = subject;
  const { needs, takes, tiers } = RECORD_KINDS[kind];
  const unfit = (code: string, scope: Scope, vi: string, en: string): Refusal => ({
    code,
    field: [scope],
    text: { vi, en },
  });
  return SCOPES.flatMap((scope): Refusal[] => {
    const value = subject[scope];
    if (value === null)
      return needs.includes(scope)
        ? [unfit('SCOPE_MISSING', scope, `${kind} cần có ${scope}.`, `${kind} needs ${scope}.`)]
        : [];
    if (!needs.includes(scope) && !takes.includes(scope))
      return [
        unfit(
          'SCOPE_UNEXPECTED',
          scope,
          `${kind} không có ${scope}; hãy bỏ trống.`,
          `${kind} has no ${scope}; leave it out.`,
        ),
      ];
    return scope === 'agency' || scope === 'topic'
      ? requiredTextProblems(value, scope, LONGEST[scope])
      : [];
  }).concat(
    tier === null || tiers.length === 0 || tiers.includes(tier)
      ? []
      : unfit(
          'SCOPE_UNEXPECTED',
          'tier',
          `${kind} chỉ được đếm theo cấp ${tiers.join(', ')}.`,
          `${kind} is counted on the tiers ${tiers.join(', ')} only.`,
        ),
  );
}

function spanProblems({ validFrom, validTo }: RecordSpan, around: Surroundings): Refusal[] {
  const problems = [
    ...dateProblems(validFrom, 'validFrom'),
    ...(validTo === null ? [] : dateProblems(validTo, 'validTo')),
  ];
  if (validTo !== null && validTo < validFrom)
    problems.push({
      code: 'DATES_OUT_OF_ORDER',
      field: ['validTo'],
      text: {
        vi: `Ngày kết thúc ${validTo} trước ngày bắt đầu ${validFrom}.`,
        en: `The last day ${validTo} lies before the first day ${validFrom}.`,
      },
    });
  const { unit, others } = around;
  if (!inSpan(unit, validFrom))
    problems.push({
      code: 'OUTSIDE_UNIT_SPAN',
      field: ['validFrom'],
      text: {
        vi: `Ngày ${validFrom} không có đơn vị “${unit.name}” (từ ${unit.validFrom ?? '…'} đến ${unit.validTo ?? '…'}). Hãy chọn đơn vị có vào ngày đó.`,
        en: `On ${validFrom} there was no unit “${unit.name}” (from ${unit.validFrom ?? '…'} to ${unit.validTo ?? '…'}). Choose the one that there was.`,
      },
    });
  // One is enough, because a long span may overlap very many records.
  const other = others.find((each) => overlap({ validFrom, validTo }, each));
  if (other)
    problems.push({
      code: 'SPANS_OVERLAP',
      field: ['validFrom'],
      text: {
        vi: `Đã có số liệu của cùng đối tượng từ ${other.validFrom} đến ${other.validTo ?? 'lần đếm sau'}. Hãy sửa bản ghi đó, hoặc chọn ngày khác.`,
        en: `There is a record of the same subject from ${other.validFrom} to ${other.validTo ?? 'the next count'}. Change that one, or choose other days.`,
      },
    });
  return problems;
}

/** Whether two records of one subject share a day; an open end gives way to the next record. */
export function overlap(some: RecordSpan, other: RecordSpan): boolean {
  const [first, second] = some.validFrom <= other.validFrom ? [some, other] : [other, some];
  if (first.validFrom === second.validFrom) return true;
  return first.validTo !== null && first.validTo >= second.validFrom;
}

/** The marks of made-up documents; “Minh Hoá” is a place. */
const MADE_UP = /illustrative|minh h(?:ọa|oạ)|minh-hoa/iu;

function sourceProblems({ source, sourceStatus, note }: RecordContent): Refusal[] {
  const problems = [
    ...requiredTextProblems(source, 'source', LONGEST.source),
    ...textProblems(note, ['note']),
  ];
  if (sourceStatus !== 'ILLUSTRATIVE' && MADE_UP.test(source.normalize('NFC')))
    problems.push({
      code: 'ILLUSTRATIVE_UNMARKED',
      field: ['sourceStatus'],
      text: {
        vi: 'Nguồn ghi là minh hoạ, nên độ chắc chắn phải là minh hoạ.',
        en: 'The source says that it is illustrative, so it has to be marked as illustrative.',
      },
    });
  return problems;
}
