import { isPillar } from '../indicators/indicator.js';
import type { Text } from '../shared/text.js';
import { PILLAR_LABELS } from '../vocabulary/labels.js';
import type {
  FileCriterion,
  FileQuestion,
  FileSection,
  Interval,
  Scale,
} from './framework-file.js';

/** The form of an answer, with what can be chosen. */
export function answerText({ answer }: FileQuestion): Text {
  switch (answer.kind) {
    case 'YES_NO':
      return text('Có hoặc không', 'Yes or no');
    case 'SHARE':
      return text(
        `Một phần của tổng số (${answer.unit.vi})`,
        `A part of a total (${answer.unit.en})`,
      );
    case 'COUNT':
      return text(`Số lượng (${answer.unit.vi})`, `A number (${answer.unit.en})`);
    case 'TEXT':
      return text('Trả lời bằng lời', 'A text');
    case 'LEVEL':
      return chosenFrom('Chọn một mức', 'One of the levels', answer.levels);
    case 'CHOICE':
      return chosenFrom('Chọn một phương án', 'One of the options', answer.options);
  }
}

function chosenFrom(
  vi: string,
  en: string,
  options: readonly { name: Text; share?: number | undefined }[],
): Text {
  const listed = (language: keyof Text) =>
    options
      .map(({ name, share }) =>
        share === undefined
          ? name[language]
          : `${name[language]} (${number(Math.round(share * 10_000) / 100, language)}%)`,
      )
      .join('; ');
  return text(`${vi}: ${listed('vi')}`, `${en}: ${listed('en')}`);
}

/** What a criterion earns, and how. */
export function pointsText(points: FileCriterion['points']): Text {
  if (!points) return text('Không tính điểm', 'No points');
  const most = say(points.maximum);
  if (points.rule === 'ALL') return text(`Tối đa ${most.vi} điểm`, `At most ${most.en} points`);
  if (points.rule === 'PROPORTION')
    return text(`Tối đa ${most.vi} điểm, theo tỷ lệ`, `At most ${most.en} points, in proportion`);
  const bands = points.bands.map(({ from, points: earned }) => [say(from), say(earned)] as const);
  return text(
    bands.map(([from, earned]) => `từ ${from.vi}: ${earned.vi} điểm`).join('; '),
    bands.map(([from, earned]) => `from ${from.en}: ${earned.en} points`).join('; '),
  );
}

/** Where a criterion stands and what else holds for it. */
export function rulesText(criterion: FileCriterion, question: FileQuestion, section: Text): Text {
  const { condition = false, evidence = 'OPTIONAL', required = false } = criterion;
  const also: [boolean, string, string][] = [
    [condition, 'là điều kiện bắt buộc đạt', 'is a condition'],
    [evidence === 'REQUIRED', 'cần minh chứng', 'needs evidence'],
    [evidence === 'NONE', 'không nhận minh chứng', 'takes no evidence'],
    [required, 'bắt buộc trả lời', 'has to be answered'],
    [question.mayNotApply ?? false, 'có thể trả lời “không áp dụng”', 'may not apply'],
    [question.continues ?? false, 'dùng tiếp câu trả lời cũ', 'keeps earlier answers'],
  ];
  const told = also.filter(([holds]) => holds);
  return text(
    [`Nhóm ${section.vi}`, ...told.map(([, vi]) => vi)].join('; '),
    [`Section ${section.en}`, ...told.map(([, , en]) => en)].join('; '),
  );
}

/** What a section is called, its declared maximum, and its levels. */
export function sectionText({ name, maximum, gapReason }: FileSection, scale: Scale | null): Text {
  const most = say(maximum);
  const unit = scale?.by === 'PERCENT' ? '%' : '';
  const levels = (scale?.levels ?? []).map((interval) => intervalText(interval, unit));
  return text(
    [`${name.vi}: ${most.vi} điểm`, ...levels.map(({ vi }) => vi), ...reason('vi')].join('; '),
    [`${name.en}: ${most.en} points`, ...levels.map(({ en }) => en), ...reason('en')].join('; '),
  );

  function reason(language: keyof Text): string[] {
    return gapReason ? [gapReason[language]] : [];
  }
}

function intervalText({ name, from, fromIncluded }: Interval, unit: string): Text {
  const start = say(from);
  return text(
    `${name.vi} ${fromIncluded ? 'từ' : 'trên'} ${start.vi}${unit}`,
    `${name.en} ${fromIncluded ? 'from' : 'above'} ${start.en}${unit}`,
  );
}

/** The name of a pillar; of another indicator its code. */
export function pillarName(code: string): Text {
  return isPillar(code) ? PILLAR_LABELS[code] : text(code, code);
}

function say(value: number): Text {
  return text(number(value, 'vi'), number(value, 'en'));
}

function number(value: number, language: keyof Text): string {
  return language === 'vi' ? String(value).replace('.', ',') : String(value);
}

function text(vi: string, en: string): Text {
  return { vi, en };
}
