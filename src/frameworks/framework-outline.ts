import type { Text } from '../shared/text.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { KIND_LABELS } from '../vocabulary/labels.js';
import type { FrameworkFile } from './framework-file.js';
import { scoreFramework } from './framework-score.js';

/** What a kind of institution is asked, and how much it can earn. */
export interface KindOutline {
  kind: InstitutionKind;
  criteria: number;
  /** Of the sections that stand in no other, of which it is asked anything. */
  sections: { code: string; name: Text; points: number }[];
  /** The codes of the indicators that its answers decide. */
  decides: string[];
}

export interface OutlinedIndicator {
  code: string;
  /** As the framework says it; null for an indicator that it does not bring. */
  name: Text | null;
  /** For which it is decided; empty for one that is made of others. */
  kinds: InstitutionKind[];
  /** Whether the framework brings it. */
  isNew: boolean;
}

export interface FrameworkOutline {
  questions: number;
  criteria: number;
  kinds: KindOutline[];
  indicators: OutlinedIndicator[];
}

/** What a framework asks of whom. */
export function outlineOf(file: FrameworkFile): FrameworkOutline {
  const kinds = file.kinds.map((kind) => kindOutline(file, kind));
  return {
    questions: file.questions.length,
    criteria: file.criteria.length,
    kinds,
    indicators: indicatorsOf(file, kinds),
  };
}

function kindOutline(file: FrameworkFile, kind: InstitutionKind): KindOutline {
  const { sections, indicators, criteria } = scoreFramework(file, kind, new Map());
  return {
    kind,
    criteria: criteria.filter(({ bearing }) => bearing === 'APPLIES').length,
    sections: sections
      .filter(({ section }) => !section.parent)
      .map(({ section: { code, name }, maxPoints }) => ({ code, name, points: maxPoints / 100 })),
    decides: indicators.map(({ indicator }) => indicator),
  };
}

function indicatorsOf(
  { indicators, newIndicators }: FrameworkFile,
  kinds: readonly KindOutline[],
): OutlinedIndicator[] {
  const brought = new Map(newIndicators.map(({ code, name }) => [code, name]));
  const codes = new Set([...indicators.map(({ indicator }) => indicator), ...brought.keys()]);
  return [...codes].map((code) => ({
    code,
    name: brought.get(code) ?? null,
    kinds: kinds.filter(({ decides }) => decides.includes(code)).map(({ kind }) => kind),
    isNew: brought.has(code),
  }));
}

/** The same in lines for whoever wrote the file. */
export function outlineLines(file: FrameworkFile): string[] {
  const { code, version, name, validFrom, validTo, sourceStatus } = file;
  const { questions, criteria, kinds } = outlineOf(file);
  return [
    `${name.en}: ${code}, version ${version}, ${sourceStatus}, in force from ${validFrom}${validTo ? ` to ${validTo}` : ''}`,
    `${questions} questions for ${criteria} criteria`,
    ...kinds.map(({ kind, criteria: asked, sections, decides }) => {
      const points = sections.map((section) => `${section.code}: ${section.points} points`);
      return `${KIND_LABELS[kind].en} is asked ${asked}; ${points.join(', ')}; decides ${decides.join(', ') || 'nothing'}`;
    }),
    ...file.sections.flatMap(({ code: section, maximum, gapReason }) =>
      gapReason ? [`${section} declares ${maximum} points: ${gapReason.en}`] : [],
    ),
  ];
}
