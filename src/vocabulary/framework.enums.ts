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

/** In what a version of a framework differs from the one before. */
export const FrameworkChangeKind = enumeration(
  'ADDED',
  'DROPPED',
  'REWORDED',
  'ANSWER_CHANGED',
  'POINTS_CHANGED',
  'KINDS_CHANGED',
  'RULES_CHANGED',
  'LEVELS_CHANGED',
  'INDICATORS_CHANGED',
);
export type FrameworkChangeKind = NameOf<typeof FrameworkChangeKind>;

/** What has become of a published version of a framework. */
export const FrameworkState = enumeration('TO_COME', 'IN_FORCE', 'REPLACED', 'ENDED');
export type FrameworkState = NameOf<typeof FrameworkState>;

/** What the file of a framework does to the draft of its version. */
export const FrameworkImportOutcome = enumeration('CREATED', 'REPLACED', 'UNCHANGED');
export type FrameworkImportOutcome = NameOf<typeof FrameworkImportOutcome>;
