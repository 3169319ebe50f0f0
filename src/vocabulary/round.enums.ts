import { enumeration, type NameOf } from '../shared/enumeration.js';

export const RoundPhase = enumeration('PLANNED', 'OPEN', 'CLOSED', 'WITHDRAWN');
export type RoundPhase = NameOf<typeof RoundPhase>;

export const LockReason = enumeration(
  'NOT_OPEN_YET',
  'CLOSED',
  'IN_REVIEW',
  'ALREADY_DECIDED',
  'NOT_CALLED',
  'ROUND_WITHDRAWN',
);
export type LockReason = NameOf<typeof LockReason>;

export const NotCalledReason = enumeration(
  'KIND_NOT_ASKED',
  'UNSETTLED',
  'ELSEWHERE',
  'CLOSED',
  'NOT_OPEN_YET',
);
export type NotCalledReason = NameOf<typeof NotCalledReason>;

export const ExceptionKind = enumeration('EXTENDED', 'REOPENED', 'EXCUSED');
export type ExceptionKind = NameOf<typeof ExceptionKind>;
