import type { FrameworkFile } from './framework-file.js';
import { PILLARS } from '../indicators/indicator.js';
import type { AnswerKind, Pillar } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';

export interface PillarQuestion {
  pillar: Pillar;
  code: string;
  answerKind: AnswerKind;
  kinds: readonly InstitutionKind[];
  levels?: number;
  maxPoints?: number;
  /** What it must reach for its pillar; left out when the pillar does not need it. */
  least?: number;
}

/** A framework of which each pillar is completed by a percentage of its own section. */
export function pillarFramework(
  head: { code: string; version?: number; validFrom: string; thresholdPercent?: number },
  questions: readonly PillarQuestion[],
): FrameworkFile {
  const { code, version = 1, validFrom, thresholdPercent = 80 } = head;
  const asked = PILLARS.filter((pillar) => questions.some((each) => each.pillar === pillar));
  const text = (of: string) => ({ vi: of, en: of });
  return {
    format: 'edu-dx-hub/framework/1',
    code,
    version,
    name: text(code),
    issuer: 'test',
    sourceStatus: 'ILLUSTRATIVE',
    kinds: [...new Set(questions.flatMap(({ kinds }) => kinds))],
    validFrom,
    scales: [],
    newIndicators: [],
    sections: asked.map((pillar) => ({
      code: pillar,
      name: text(pillar),
      maximum: questions
        .filter((each) => each.pillar === pillar)
        .reduce((sum, { maxPoints = 10 }) => sum + maxPoints, 0),
    })),
    questions: questions.map(({ code: question, answerKind, levels }) => ({
      code: question,
      revision: 1,
      text: text(question),
      answer: formOf(answerKind, levels ?? 2),
    })),
    criteria: questions.map(({ pillar, code: question, answerKind, maxPoints = 10, kinds }) => ({
      code: question,
      section: pillar,
      question,
      points: { rule: answerKind === 'SHARE' ? 'PROPORTION' : 'ALL', maximum: maxPoints },
      kinds: [...kinds],
    })),
    indicators: asked.map((pillar) => ({
      indicator: pillar,
      completedWhen: {
        all: [
          ...questions.flatMap((each) =>
            each.pillar === pillar && each.least !== undefined
              ? [{ criterion: each.code, atLeast: each.least }]
              : [],
          ),
          { section: pillar, percent: thresholdPercent },
        ],
      },
    })),
  };
}

function formOf(kind: AnswerKind, levels: number): FrameworkFile['questions'][number]['answer'] {
  const text = { vi: 'số', en: 'number' };
  if (kind === 'SHARE' || kind === 'COUNT') return { kind, unit: text };
  if (kind === 'YES_NO' || kind === 'TEXT') return { kind };
  if (kind === 'CHOICE') throw new Error('A pillar has no choices here.');
  return {
    kind,
    levels: Array.from({ length: levels + 1 }, (_, level) => ({
      level,
      name: text,
      share: Math.round((level / levels) * 10_000) / 10_000,
    })),
  };
}
