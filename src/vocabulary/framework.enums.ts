import { enumeration, type NameOf } from '../shared/enumeration.js';

export const Pillar = enumeration(
  'DIGITAL_GOVERNANCE',
  'DIGITAL_OPERATIONS',
  'STANDARDIZED_DATA',
  'OPEN_LEARNING_RESOURCES',
);
export type Pillar = NameOf<typeof Pillar>;

export const PillarStage = enumeration('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED');
export type PillarStage = NameOf<typeof PillarStage>;

/** The forms of answers, a closed set. */
export const AnswerKind = enumeration('YES_NO', 'LEVEL', 'SHARE', 'COUNT', 'CHOICE', 'TEXT');
export type AnswerKind = NameOf<typeof AnswerKind>;
