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

/** Yes or no, a level from 0 up, or a share of a counted total. */
export const AnswerKind = enumeration('YES_NO', 'LEVEL', 'SHARE');
export type AnswerKind = NameOf<typeof AnswerKind>;
