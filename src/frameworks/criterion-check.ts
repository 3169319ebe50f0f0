import { firstOf } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import { KIND_LABELS } from '../vocabulary/labels.js';
import type { FileCriterion, FileQuestion, FrameworkFile } from './framework-file.js';

type Kind = FileQuestion['answer']['kind'];

/** Which rule of points an answer of each kind can take. */
const RULES: Record<Kind, readonly string[]> = {
  YES_NO: ['ALL'],
  LEVEL: ['ALL'],
  CHOICE: ['ALL'],
  SHARE: ['PROPORTION', 'BANDS'],
  COUNT: ['BANDS'],
  TEXT: [],
};

/** What is wrong with a criterion whose section and question are known. */
export function criterionProblems(file: FrameworkFile, criterion: FileCriterion): Text[] {
  const question = questionOf(file, criterion);
  return [
    ...rule(criterion, question),
    ...shares(criterion, question),
    ...bands(criterion, question),
    ...condition(criterion, question),
    ...kinds(file, criterion),
  ];
}

export function questionOf(
  { questions }: FrameworkFile,
  { question }: FileCriterion,
): FileQuestion {
  return firstOf(questions.filter((each) => each.code === question));
}

/** Whether any answer meets the criterion without a value that it has to reach. */
export function canBeMet({ points }: FileCriterion, { answer }: FileQuestion): boolean {
  if (points?.rule === 'BANDS') return points.bands.some((band) => band.points > 0);
  if (answer.kind === 'COUNT') return false;
  if (answer.kind === 'CHOICE') return answer.options.some(({ share }) => share !== undefined);
  return answer.kind !== 'TEXT';
}

function rule({ points }: FileCriterion, { answer: { kind } }: FileQuestion): Text[] {
  if (!points || RULES[kind].includes(points.rule)) return [];
  const possible = RULES[kind].join(', ') || '–';
  return [
    {
      vi: `Câu trả lời ${kind} không chấm theo ${points.rule}; được dùng: ${possible}.`,
      en: `An answer of the kind ${kind} cannot earn points by ${points.rule}; possible: ${possible}.`,
    },
  ];
}

/** Options without shares choose nothing that could earn points. */
function shares({ points }: FileCriterion, { code, answer }: FileQuestion): Text[] {
  if (!points || points.maximum === 0) return [];
  const options = answer.kind === 'CHOICE' ? answer.options : [];
  if (options.length === 0 || options.some(({ share = 0 }) => share > 0)) return [];
  return [
    {
      vi: `Không ai được điểm ở đây: không lựa chọn nào của câu hỏi ${code} có phần điểm (share) lớn hơn 0.`,
      en: `Nobody can earn points here: no option of the question ${code} has a share above 0.`,
    },
  ];
}

function bands({ points }: FileCriterion, { answer }: FileQuestion): Text[] {
  if (points?.rule !== 'BANDS') return [];
  const problems: Text[] = [];
  for (const [index, band] of points.bands.entries()) {
    const before = points.bands[index - 1];
    if (before && (band.from <= before.from || band.points <= before.points))
      problems.push({
        vi: `Bậc từ ${band.from} được ${band.points} điểm phải cao hơn bậc từ ${before.from} được ${before.points} điểm.`,
        en: `The band from ${band.from} with ${band.points} points must be higher than the one from ${before.from} with ${before.points}.`,
      });
    if (answer.kind === 'SHARE' && band.from > 100)
      problems.push({
        vi: `Không ai đạt được bậc từ ${band.from}: tỷ lệ cao nhất là 100%.`,
        en: `Nobody can reach the band from ${band.from}: no share is above 100%.`,
      });
    if (band.points > points.maximum)
      problems.push({
        vi: `Bậc từ ${band.from} được ${band.points} điểm, nhiều hơn tối đa ${points.maximum}.`,
        en: `The band from ${band.from} has ${band.points} points, more than the maximum of ${points.maximum}.`,
      });
  }
  return problems;
}

function condition(criterion: FileCriterion, question: FileQuestion): Text[] {
  if (!criterion.condition || canBeMet(criterion, question)) return [];
  return [
    {
      vi: `Không ai đạt được điều kiện ${criterion.code}: câu trả lời ${question.answer.kind} ở đây không có giá trị nào là đạt.`,
      en: `Nobody can meet the condition ${criterion.code}: no value of its ${question.answer.kind} answer meets it.`,
    },
  ];
}

function kinds(file: FrameworkFile, criterion: FileCriterion): Text[] {
  const others = criterion.kinds?.filter((kind) => !file.kinds.includes(kind)) ?? [];
  return others.map((kind) => ({
    vi: `Có hỏi loại hình “${KIND_LABELS[kind].vi}”, nhưng bộ tiêu chí không dành cho loại hình này. Hãy bỏ ở đây, hoặc thêm vào kinds của bộ tiêu chí.`,
    en: `It asks the kind “${KIND_LABELS[kind].en}”, for which the framework is not. Leave it out here, or add it to the kinds of the framework.`,
  }));
}

/** What is wrong with the answers of a question: its levels go up, and its options are told apart. */
export function questionProblems({ code, answer }: FileQuestion): Text[] {
  if (answer.kind === 'CHOICE') {
    const codes = answer.options.map((option) => option.code);
    return new Set(codes).size === codes.length
      ? []
      : [
          {
            vi: `Câu hỏi ${code} có hai lựa chọn cùng mã.`,
            en: `Two options of the question ${code} have one code.`,
          },
        ];
  }
  if (answer.kind !== 'LEVEL') return [];
  const ascends = answer.levels.every(({ level, share }, index) => {
    const before = answer.levels[index - 1];
    return !before || (level > before.level && share >= before.share);
  });
  return ascends
    ? []
    : [
        {
          vi: `Các mức của câu hỏi ${code} phải xếp từ thấp đến cao, phần điểm không giảm.`,
          en: `The levels of the question ${code} must go from the lowest up, with shares that do not fall.`,
        },
      ];
}
