import { isPillar } from '../indicators/indicator.js';
import type { Text } from '../shared/text.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import { KIND_LABELS } from '../vocabulary/labels.js';
import { combinationProblems } from './combination-check.js';
import { criterionProblems, questionProblems } from './criterion-check.js';
import { hundredths } from './criterion-points.js';
import {
  DEEPEST_SECTION,
  type FileIndicator,
  type FileProblem,
  type FrameworkFile,
} from './framework-file.js';
import { outOfReach } from './reach-check.js';
import { repetitions } from './repetition-check.js';
import { requirementProblems, type KnownIndicator } from './requirement-check.js';
import { scaleProblems } from './scale-check.js';
import { within } from './section-levels.js';

/**
 * What keeps a framework from being published, all at once; see `docs/frameworks.md` for the rules.
 * @param hub the indicators that the hub has besides the pillars.
 */
export function frameworkProblems(
  file: FrameworkFile,
  hub: readonly KnownIndicator[] = [],
): FileProblem[] {
  const unclear = [...repetitions(file), ...missing(file), ...nesting(file)];
  // What is named twice, nowhere or in a circle leaves nothing to add up.
  if (unclear.length > 0) return unclear;
  const named = [
    ...file.questions.flatMap((question, index) =>
      questionProblems(question).map((text) => ({ path: `questions.${index}`, text })),
    ),
    ...file.criteria.flatMap((criterion, index) =>
      criterionProblems(file, criterion).map((text) => ({ path: `criteria.${index}`, text })),
    ),
    ...unasked(file),
    ...newIndicatorProblems(file.newIndicators),
    ...undecided(file),
    ...combinationProblems(file),
    ...requirementProblems(file, hub),
  ];
  return [
    ...dates(file),
    ...file.scales.flatMap((scale, index) =>
      scaleProblems(scale).map((each) => ({
        path: `scales.${index}.levels.${each.index}`,
        text: each.text,
      })),
    ),
    ...sums(file),
    ...largest(file),
    ...named,
    // What cannot be earned or does not exist is not to be told again as what nobody reaches.
    ...(named.length > 0 ? [] : outOfReach(file)),
  ];
}

function missing({ scales, sections, questions, criteria, level }: FrameworkFile): FileProblem[] {
  const known = {
    scale: new Set(scales.map(({ code }) => code)),
    section: new Set(sections.map(({ code }) => code)),
    question: new Set(questions.map(({ code }) => code)),
  };
  const named: [path: string, kind: keyof typeof known, code: string | undefined][] = [
    ...sections.flatMap(({ parent, scale }, index): typeof named => [
      [`sections.${index}.parent`, 'section', parent],
      [`sections.${index}.scale`, 'scale', scale],
    ]),
    ...criteria.flatMap(({ section, question }, index): typeof named => [
      [`criteria.${index}.section`, 'section', section],
      [`criteria.${index}.question`, 'question', question],
    ]),
    ...(level?.rule === 'LOWEST_SECTION' ? level.sections : []).map(
      (code, index): (typeof named)[number] => [`level.sections.${index}`, 'section', code],
    ),
  ];
  return named
    .filter(([, kind, code]) => code !== undefined && !known[kind].has(code))
    .map(([path, kind, code]) => ({
      path,
      text: {
        vi: `Không có ${WORDS[kind]} nào mang mã ${code}.`,
        en: `There is no ${kind} with the code ${code}.`,
      },
    }));
}

const WORDS = { scale: 'thang mức độ', section: 'nhóm', question: 'câu hỏi' };

function nesting({ sections }: FrameworkFile): FileProblem[] {
  const parentOf = new Map(sections.map(({ code, parent }) => [code, parent]));
  return sections.flatMap(({ code }, index) => {
    let depth = 1;
    for (let at = parentOf.get(code); at !== undefined; at = parentOf.get(at)) {
      depth += 1;
      if (at === code || depth > sections.length)
        return [{ path: `sections.${index}.parent`, text: CIRCLE }];
    }
    return depth > DEEPEST_SECTION ? [{ path: `sections.${index}.parent`, text: TOO_DEEP }] : [];
  });
}

const CIRCLE: Text = {
  vi: 'Các nhóm nằm trong nhau theo vòng tròn.',
  en: 'The sections stand in each other in a circle.',
};

const TOO_DEEP: Text = {
  vi: `Các nhóm được lồng nhau nhiều nhất ${DEEPEST_SECTION} cấp.`,
  en: `Sections may stand in each other ${DEEPEST_SECTION} deep, no deeper.`,
};

/** Days that a calendar of today means. */
const [EARLIEST, LATEST] = ['1900-01-01', '2200-12-31'];

function dates({ validFrom, validTo, issuedOn }: FrameworkFile): FileProblem[] {
  const outside = Object.entries({ validFrom, validTo, issuedOn }).filter(
    ([, day]) => day && (day < EARLIEST || day > LATEST),
  );
  if (outside.length > 0)
    return outside.map(([path, day]) => ({
      path,
      text: {
        vi: `Ngày ${day} nằm ngoài khoảng từ ${EARLIEST} đến ${LATEST}.`,
        en: `The day ${day} is not from ${EARLIEST} to ${LATEST}.`,
      },
    }));
  if (!validTo || validTo >= validFrom) return [];
  return [
    {
      path: 'validTo',
      text: {
        vi: `Ngày cuối ${validTo} trước ngày đầu ${validFrom}.`,
        en: `The last day ${validTo} is before the first ${validFrom}.`,
      },
    },
  ];
}

/** Where the criteria do not add up to what the source declares, a reason must say why. */
function sums({ sections, criteria }: FrameworkFile): FileProblem[] {
  return sections.flatMap(({ code, maximum, gapReason }, index) => {
    const inside = new Set(within(sections, code));
    const sum = criteria
      .filter(({ section }) => inside.has(section))
      .reduce((total, { points }) => total + hundredths(points?.maximum ?? 0), 0);
    if (sum === hundredths(maximum) || gapReason) return [];
    return [
      {
        path: `sections.${index}.maximum`,
        text: {
          vi: `Nhóm ${code} công bố ${maximum} điểm, các tiêu chí cộng lại ${sum / 100}. Hãy sửa, hoặc nêu lý do trong gapReason.`,
          en: `Section ${code} declares ${maximum} points, and its criteria add up to ${sum / 100}. Correct it, or say why in gapReason.`,
        },
      },
    ];
  });
}

/** As large as the points of an indicator can be, in hundredths. */
const MOST_POINTS = 99_999_999;

function largest({ criteria }: FrameworkFile): FileProblem[] {
  const sum = criteria.reduce((all, { points }) => all + hundredths(points?.maximum ?? 0), 0);
  if (sum <= MOST_POINTS) return [];
  return [
    {
      path: 'criteria',
      text: {
        vi: `Các tiêu chí cộng lại ${sum / 100} điểm; nhiều nhất là ${MOST_POINTS / 100}.`,
        en: `The criteria add up to ${sum / 100} points; at most ${MOST_POINTS / 100} are possible.`,
      },
    },
  ];
}

function unasked({ kinds, criteria }: FrameworkFile): FileProblem[] {
  const asked = new Set(criteria.flatMap((criterion) => criterion.kinds ?? kinds));
  return kinds
    .filter((kind) => !asked.has(kind))
    .map((kind) => ({
      path: 'kinds',
      text: {
        vi: `“${KIND_LABELS[kind].vi}” không được hỏi câu nào. Hãy thêm tiêu chí cho loại hình này, hoặc bỏ loại hình này khỏi kinds.`,
        en: `“${KIND_LABELS[kind].en}” is asked nothing. Add criteria for this kind, or leave it out of kinds.`,
      },
    }));
}

/** What is wrong with the indicators that a file adds. */
export function newIndicatorProblems(added: readonly FileIndicator[]): FileProblem[] {
  return added.flatMap(({ code, group, kinds }, index) => {
    const groups = new Set(kinds?.map(groupOf));
    const text =
      (isPillar(code) && {
        vi: `${code} là một trụ cột, hệ thống nào cũng có.`,
        en: `${code} is a pillar, which every hub has.`,
      }) ||
      (code === 'ALL_FOUR' && {
        vi: 'ALL_FOUR là cả bốn trụ cột, hệ thống nào cũng có.',
        en: 'ALL_FOUR is the four pillars together, which every hub has.',
      }) ||
      (Boolean(group) === Boolean(kinds) && {
        vi: `Chỉ số đo ${code} cần group hoặc kinds, và chỉ một trong hai.`,
        en: `The indicator ${code} needs group or kinds, and one of them only.`,
      }) ||
      ((groups.size > 1 || groups.has(null)) && {
        vi: `Các loại hình của chỉ số đo ${code} phải thuộc cùng một nhóm có mục tiêu.`,
        en: `The kinds of the indicator ${code} must be of one group that has targets.`,
      });
    return text ? [{ path: `newIndicators.${index}`, text }] : [];
  });
}

/** New indicators that nothing decides: neither the answers, nor indicators of which they are made. */
function undecided({ newIndicators, indicators }: FrameworkFile): FileProblem[] {
  const decided = new Set(indicators.map(({ indicator }) => indicator));
  return newIndicators.flatMap(({ code, parts }, index) =>
    parts || decided.has(code)
      ? []
      : [
          {
            path: `newIndicators.${index}`,
            text: {
              vi: `Chưa nói khi nào ${code} hoàn thành: hãy nêu trong indicators, hoặc cho biết các phần (parts).`,
              en: `Nothing says when ${code} is completed: name it in indicators, or give its parts.`,
            },
          },
        ],
  );
}
