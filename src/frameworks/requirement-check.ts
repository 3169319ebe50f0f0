import type { Text } from '../shared/text.js';
import type { IndicatorDefinition } from '../indicators/indicator.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { canBeMet, questionOf } from './criterion-check.js';
import {
  DEEPEST_REQUIREMENT,
  type FileProblem,
  type FrameworkFile,
  type Requirement,
} from './framework-file.js';
import { within } from './section-levels.js';

/** An indicator that the hub has. */
export type KnownIndicator = Pick<IndicatorDefinition, 'code' | 'parts'>;

/** What is wrong with the requirements of levels and indicators, and with the parts of new indicators. */
export function requirementProblems(
  file: FrameworkFile,
  hub: readonly KnownIndicator[],
): FileProblem[] {
  const { level, indicators, newIndicators } = file;
  const combined = level?.rule === 'COMBINATION' ? level.levels : [];
  const decided = new Map(indicators.map((each) => [each.indicator, each.completedWhen]));
  const all = [...hub, ...newIndicators];
  const made = new Set(all.filter(({ parts }) => parts).map(({ code }) => code));
  const known = new Set<string>([...Object.values(Pillar), ...all.map(({ code }) => code)]);
  return [
    ...lowest(file),
    ...combined.flatMap(({ when }, index) => [
      ...inside(file, `level.levels.${index}.when`, when),
      ...(namesLevel(when) ? [{ path: `level.levels.${index}.when`, text: OWN_LEVEL }] : []),
    ]),
    ...indicators.flatMap(({ indicator, completedWhen }, index) => [
      ...inside(file, `indicators.${index}.completedWhen`, completedWhen),
      ...(known.has(indicator) ? [] : [{ path: `indicators.${index}`, text: unknown(indicator) }]),
      ...(made.has(indicator) ? [{ path: `indicators.${index}`, text: MADE_OF_PARTS }] : []),
      ...(isInCircle(indicator, decided) ? [{ path: `indicators.${index}`, text: CIRCLE }] : []),
    ]),
    ...newIndicators.flatMap(({ code, parts = [] }, index) =>
      parts
        .filter((part) => part === code || made.has(part) || !known.has(part))
        .map((part) => ({ path: `newIndicators.${index}.parts`, text: notAPart(part) })),
    ),
  ];
}

/** The sections whose lowest level is the framework's need one. */
function lowest({ level, sections }: FrameworkFile): FileProblem[] {
  if (level?.rule !== 'LOWEST_SECTION') return [];
  const scaled = new Set(sections.filter(({ scale }) => scale).map(({ code }) => code));
  return level.sections.flatMap((code, index) =>
    scaled.has(code) ? [] : [{ path: `level.sections.${index}`, text: withoutLevels(code) }],
  );
}

/** What one cell of a workbook holds whatever its codes are. */
const MOST_NAMED = 100;

function inside(file: FrameworkFile, path: string, requirement: Requirement): FileProblem[] {
  const { depth, named } = sizeOf(requirement);
  if (depth > DEEPEST_REQUIREMENT || named > MOST_NAMED) return [{ path, text: TOO_LARGE }];
  return problemsIn(file, path, requirement);
}

function sizeOf(requirement: Requirement): { depth: number; named: number } {
  const parts =
    'all' in requirement ? requirement.all : 'any' in requirement ? requirement.any : null;
  if (!parts) return { depth: 0, named: 1 };
  const sizes = parts.map(sizeOf);
  return {
    depth: 1 + Math.max(...sizes.map(({ depth }) => depth)),
    named: sizes.reduce((sum, { named }) => sum + named, 0),
  };
}

const TOO_LARGE: Text = {
  vi: `Điều kiện quá lớn: all và any được lồng nhau nhiều nhất ${DEEPEST_REQUIREMENT} cấp, và nêu nhiều nhất ${MOST_NAMED} tiêu chí, nhóm hay chỉ số đo.`,
  en: `The requirement is too large: all and any may stand in each other ${DEEPEST_REQUIREMENT} deep, and name at most ${MOST_NAMED} criteria, sections or indicators.`,
};

function problemsIn(file: FrameworkFile, path: string, requirement: Requirement): FileProblem[] {
  if ('all' in requirement)
    return requirement.all.flatMap((each, index) => problemsIn(file, `${path}.all.${index}`, each));
  if ('any' in requirement)
    return requirement.any.flatMap((each, index) => problemsIn(file, `${path}.any.${index}`, each));
  const text = problemOf(file, requirement);
  return text ? [{ path, text }] : [];
}

type Atom = Exclude<Requirement, { all: unknown } | { any: unknown }>;

function problemOf(file: FrameworkFile, atom: Atom): Text | null {
  if ('criterion' in atom) return ofCriterion(file, atom);
  if ('section' in atom) return ofSection(file, atom);
  if ('framework' in atom) {
    if (atom.framework !== file.code) return nowhere('bộ tiêu chí', 'framework', atom.framework);
    if (!file.level) return withoutLevels(file.code);
    const highest = Math.max(...levelsOfFramework(file));
    return atom.level > highest ? tooHigh(atom.level, highest) : null;
  }
  return file.indicators.some(({ indicator }) => indicator === atom.indicator)
    ? null
    : nowhere('chỉ số đo được xác định', 'indicator that is decided', atom.indicator);
}

function ofCriterion(
  file: FrameworkFile,
  { criterion: code, atLeast }: Extract<Atom, { criterion: string }>,
): Text | null {
  const criterion = file.criteria.find((each) => each.code === code);
  if (!criterion) return nowhere('tiêu chí', 'criterion', code);
  const question = questionOf(file, criterion);
  const { answer } = question;
  if (atLeast === undefined)
    return canBeMet(criterion, question)
      ? null
      : {
          vi: `Không giá trị nào của tiêu chí ${code} là đạt; hãy nêu atLeast, hoặc dùng tiêu chí khác.`,
          en: `No value of the criterion ${code} meets it; give atLeast, or name another criterion.`,
        };
  const highest = {
    YES_NO: 1,
    LEVEL: answer.kind === 'LEVEL' ? Math.max(...answer.levels.map(({ level }) => level)) : 0,
    SHARE: 100,
    COUNT: Infinity,
    CHOICE: -1,
    TEXT: -1,
  }[answer.kind];
  if (highest < 0)
    return {
      vi: `Câu trả lời ${answer.kind} không có giá trị để so với atLeast.`,
      en: `An answer of the kind ${answer.kind} has no value that could be at least anything.`,
    };
  return atLeast > highest ? tooHigh(atLeast, highest) : null;
}

function ofSection(file: FrameworkFile, atom: Extract<Atom, { section: string }>): Text | null {
  const section = file.sections.find(({ code }) => code === atom.section);
  if (!section) return nowhere('nhóm', 'section', atom.section);
  if ('percent' in atom) {
    const codes = new Set(within(file.sections, section.code));
    const scored = file.criteria.some((each) => each.points && codes.has(each.section));
    return scored
      ? null
      : {
          vi: `Nhóm ${section.code} không có tiêu chí tính điểm.`,
          en: `No criterion of the section ${section.code} has points.`,
        };
  }
  const scale = file.scales.find(({ code }) => code === section.scale);
  if (!scale) return withoutLevels(section.code);
  const highest = Math.max(...scale.levels.map(({ level }) => level));
  return atom.level > highest ? tooHigh(atom.level, highest) : null;
}

function levelsOfFramework({ level, sections, scales }: FrameworkFile): number[] {
  if (level?.rule === 'COMBINATION')
    return [level.otherwise, ...level.levels.map((each) => each.level)];
  const used = new Set(
    sections.filter(({ code }) => level?.sections.includes(code)).map(({ scale }) => scale),
  );
  return scales
    .filter(({ code }) => used.has(code))
    .flatMap(({ levels }) => levels.map((each) => each.level));
}

function namesLevel(requirement: Requirement): boolean {
  if ('all' in requirement) return requirement.all.some(namesLevel);
  if ('any' in requirement) return requirement.any.some(namesLevel);
  return 'framework' in requirement || 'indicator' in requirement;
}

/** Whether an indicator is decided by itself, over however many others. */
function isInCircle(indicator: string, decided: ReadonlyMap<string, Requirement>): boolean {
  const seen = new Set<string>();
  const visit = (requirement: Requirement | undefined): void => {
    if (!requirement) return;
    if ('all' in requirement) requirement.all.forEach(visit);
    else if ('any' in requirement) requirement.any.forEach(visit);
    else if ('indicator' in requirement && !seen.has(requirement.indicator)) {
      seen.add(requirement.indicator);
      visit(decided.get(requirement.indicator));
    }
  };
  visit(decided.get(indicator));
  return seen.has(indicator);
}

const CIRCLE: Text = {
  vi: 'Chỉ số đo được xác định bởi chính nó.',
  en: 'The indicator is decided by itself.',
};

const OWN_LEVEL: Text = {
  vi: 'Mức của bộ tiêu chí không thể dựa vào chính nó hay vào chỉ số đo; hãy dùng nhóm và tiêu chí.',
  en: 'The level of a framework cannot depend on itself or on an indicator; name sections and criteria.',
};

const MADE_OF_PARTS: Text = {
  vi: 'Chỉ số đo này gồm nhiều phần (parts), nên không được xác định thêm ở đây.',
  en: 'This indicator is made of parts, so it is not decided here as well.',
};

function notAPart(code: string): Text {
  return {
    vi: `${code} không thể là một phần: phải là trụ cột hoặc chỉ số đo của tệp này không gồm phần nào.`,
    en: `${code} cannot be a part: it must be a pillar or an indicator of this file that has no parts itself.`,
  };
}

function unknown(code: string): Text {
  return {
    vi: `Chưa có chỉ số đo ${code}; hãy khai báo trong newIndicators, với tên và nhóm.`,
    en: `There is no indicator ${code}; name it in newIndicators, with its name and group.`,
  };
}

function nowhere(vi: string, en: string, code: string): Text {
  return {
    vi: `Không có ${vi} nào mang mã ${code} trong tệp.`,
    en: `The file has no ${en} with the code ${code}.`,
  };
}

function withoutLevels(code: string): Text {
  return { vi: `${code} không có mức độ.`, en: `${code} has no levels.` };
}

function tooHigh(asked: number, highest: number): Text {
  return {
    vi: `Không ai đạt được ${asked}: cao nhất là ${highest}.`,
    en: `Nobody can reach ${asked}: the highest is ${highest}.`,
  };
}
