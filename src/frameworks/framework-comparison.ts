import { canonicalJson } from '../request/asked-operation.js';
import type { Text } from '../shared/text.js';
import type { FrameworkChangeKind } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { FileCriterion, FileQuestion, FileSection, FrameworkFile } from './framework-file.js';
import { answerText, pillarName, pointsText, rulesText, sectionText } from './framework-words.js';
import { questionOf } from './criterion-check.js';

/** One difference between two versions of a framework. */
export interface FrameworkChange {
  kind: FrameworkChangeKind;
  /** Of the criterion, the section or the indicator; null where it is of the whole. */
  code: string | null;
  /** In words; null where there was nothing, or no words are needed. */
  before: Text | null;
  after: Text | null;
  /** The kinds of institution that are asked a criterion now, and those that no longer are. */
  addedKinds: InstitutionKind[];
  droppedKinds: InstitutionKind[];
}

/** In what a version of a framework differs from the one before: criteria, sections and levels, indicators. */
export function compareFrameworks(before: FrameworkFile, after: FrameworkFile): FrameworkChange[] {
  const old = usesOf(before);
  const fresh = usesOf(after);
  return [
    ...[...fresh].flatMap(([code, use]) => {
      const earlier = old.get(code);
      if (earlier) return changesOf(code, earlier, use);
      return [changed('ADDED', code, null, use.question.text)];
    }),
    ...[...old]
      .filter(([code]) => !fresh.has(code))
      .map(([code, { question }]) => changed('DROPPED', code, question.text, null)),
    ...sectionChanges(before, after),
    ...indicatorChanges(before, after),
  ];
}

/** The use of a question by a criterion. */
interface Use {
  criterion: FileCriterion;
  question: FileQuestion;
  kinds: readonly InstitutionKind[];
  section: Text;
}

function usesOf(file: FrameworkFile): Map<string, Use> {
  const sections = new Map(file.sections.map(({ code, name }) => [code, name]));
  return new Map(
    file.criteria.map((criterion) => {
      const section = sections.get(criterion.section) ?? {
        vi: criterion.section,
        en: criterion.section,
      };
      const kinds = criterion.kinds ?? file.kinds;
      return [criterion.code, { criterion, question: questionOf(file, criterion), kinds, section }];
    }),
  );
}

function changesOf(code: string, before: Use, after: Use): FrameworkChange[] {
  const texts: [FrameworkChangeKind, Text | null, Text | null][] = [
    ['REWORDED', before.question.text, after.question.text],
    ['REWORDED', before.question.guidance ?? null, after.question.guidance ?? null],
    ['ANSWER_CHANGED', answerText(before.question), answerText(after.question)],
    ['POINTS_CHANGED', pointsText(before.criterion.points), pointsText(after.criterion.points)],
    ['RULES_CHANGED', rulesOf(before), rulesOf(after)],
  ];
  const addedKinds = after.kinds.filter((kind) => !before.kinds.includes(kind));
  const droppedKinds = before.kinds.filter((kind) => !after.kinds.includes(kind));
  return [
    ...texts.flatMap(([kind, was, is]) =>
      canonicalJson(was) === canonicalJson(is) ? [] : [changed(kind, code, was, is)],
    ),
    ...(addedKinds.length + droppedKinds.length > 0
      ? [{ ...changed('KINDS_CHANGED', code, null, null), addedKinds, droppedKinds }]
      : []),
  ];
}

function rulesOf({ criterion, question, section }: Use): Text {
  return rulesText(criterion, question, section);
}

function sectionChanges(before: FrameworkFile, after: FrameworkFile): FrameworkChange[] {
  const said = ({ sections, scales }: FrameworkFile) =>
    new Map(
      sections.map((section) => [section.code, sectionText(section, scaleOf(section, scales))]),
    );
  const [old, fresh] = [said(before), said(after)];
  const codes = [...new Set([...fresh.keys(), ...old.keys()])];
  const ofSections = codes.flatMap((code) => {
    const [was, is] = [old.get(code) ?? null, fresh.get(code) ?? null];
    return canonicalJson(was) === canonicalJson(is)
      ? []
      : [changed('LEVELS_CHANGED', code, was, is)];
  });
  const sameLevel = canonicalJson(before.level) === canonicalJson(after.level);
  return [...ofSections, ...(sameLevel ? [] : [changed('LEVELS_CHANGED', null, null, null)])];
}

function scaleOf({ scale }: FileSection, scales: FrameworkFile['scales']) {
  return scales.find(({ code }) => code === scale) ?? null;
}

/** By what is decided and how; the parts of an indicator are how, too. */
function indicatorChanges(before: FrameworkFile, after: FrameworkFile): FrameworkChange[] {
  const [old, fresh] = [decisionsOf(before), decisionsOf(after)];
  const codes = [...new Set([...fresh.keys(), ...old.keys()])];
  return codes.flatMap((code) => {
    const [was, is] = [old.get(code), fresh.get(code)];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    return [changed('INDICATORS_CHANGED', code, was ? was.name : null, is ? is.name : null)];
  });
}

function decisionsOf({ indicators, newIndicators }: FrameworkFile) {
  const names = new Map(newIndicators.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? pillarName(code);
  return new Map<string, { name: Text; how: object }>([
    ...indicators.map(
      ({ indicator, completedWhen: how }) => [indicator, { name: nameOf(indicator), how }] as const,
    ),
    ...newIndicators.flatMap(({ code, parts: how }) =>
      how ? [[code, { name: nameOf(code), how }] as const] : [],
    ),
  ]);
}

function changed(
  kind: FrameworkChangeKind,
  code: string | null,
  before: Text | null,
  after: Text | null,
): FrameworkChange {
  return { kind, code, before, after, addedKinds: [], droppedKinds: [] };
}
