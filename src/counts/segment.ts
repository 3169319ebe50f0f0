import { isNameIn } from '../shared/enumeration.js';
import {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';

/** What institutions are told apart by, beside their place. */
export interface Segment {
  kind: InstitutionKind;
  ownership: Ownership;
  /** Null for the ordinary. */
  specialStatus: SpecialStatus | null;
  levels: readonly EducationLevel[];
}

/** There are few, and a breakdown asks for them thousands of times. */
const read = new Map<string, Segment>();

/** The segment that `ITS_SEGMENT` has written. */
export function segmentOf(text: string): Segment {
  const segment = read.get(text) ?? segmentIn(text);
  read.set(text, segment);
  return segment;
}

function segmentIn(text: string): Segment {
  const [kind = '', ownership = '', specialStatus = '', levels = ''] = text.split('/');
  return {
    kind: named(InstitutionKind, kind),
    ownership: named(Ownership, ownership),
    specialStatus: specialStatus === '' ? null : named(SpecialStatus, specialStatus),
    levels: levels.split('+').map((level) => named(EducationLevel, level)),
  };
}

function named<Named extends object>(names: Named, text: string): keyof Named & string {
  if (isNameIn(names, text)) return text;
  throw new Error(`${text} is not the name of anything that a segment says`);
}
