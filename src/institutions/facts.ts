import type { LocalDate } from '../shared/dates.js';
import { enumeration, namesIn, type NameOf } from '../shared/enumeration.js';
import type {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { SourceStatus } from '../vocabulary/source-status.js';

/** What is recorded of an institution. All but the last three hold from a day on. */
export const InstitutionAttribute = enumeration(
  'NAME',
  'KIND',
  'LEVELS',
  'OWNERSHIP',
  'SPECIAL_STATUS',
  'PLACE',
  'OPENED_ON',
  'CLOSED_ON',
  'SOURCE_STATUS',
);
export type InstitutionAttribute = NameOf<typeof InstitutionAttribute>;

/** A recorded fact; a later fact about the same attribute ends it. */
export interface Fact {
  attribute: InstitutionAttribute;
  /** Levels are separated by `|`, a unit is its row id; null where there is no value. */
  value: string | null;
  /** Null means since before our records. */
  from: LocalDate | null;
}

/** What an institution is between two dates, apart from its place. */
export interface Attributes {
  name: string;
  kind: InstitutionKind;
  levels: EducationLevel[];
  ownership: Ownership;
  specialStatus: SpecialStatus | null;
}

/** What is always so, whatever the date. */
export interface UndatedAttributes {
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
  sourceStatus: SourceStatus;
}

export interface AllAttributes extends Attributes, UndatedAttributes {
  unitId: number;
}

const NAMES: Record<keyof AllAttributes, InstitutionAttribute> = {
  name: 'NAME',
  kind: 'KIND',
  levels: 'LEVELS',
  ownership: 'OWNERSHIP',
  specialStatus: 'SPECIAL_STATUS',
  unitId: 'PLACE',
  openedOn: 'OPENED_ON',
  closedOn: 'CLOSED_ON',
  sourceStatus: 'SOURCE_STATUS',
};

const UNDATED: readonly InstitutionAttribute[] = ['OPENED_ON', 'CLOSED_ON', 'SOURCE_STATUS'];

export function isDated(attribute: InstitutionAttribute): boolean {
  return !UNDATED.includes(attribute);
}

/** The attributes that are given, in the form in which they are recorded. */
export function valuesOf(given: Partial<AllAttributes>): Omit<Fact, 'from'>[] {
  return namesIn(NAMES).flatMap((key) => {
    const value = given[key];
    return value === undefined ? [] : [{ attribute: NAMES[key], value: textOf(value) }];
  });
}

function textOf(value: AllAttributes[keyof AllAttributes]): string | null {
  if (value === null) return null;
  return Array.isArray(value) ? [...value].sort().join('|') : String(value);
}

/** The fact about an attribute that holds on a date; null stands for the time before our records. */
export function factOn<F extends Fact>(
  facts: readonly F[],
  attribute: InstitutionAttribute,
  on: LocalDate | null,
): F | null {
  let holding: F | null = null;
  for (const fact of facts)
    if (
      fact.attribute === attribute &&
      (fact.from ?? '') <= (on ?? '') &&
      (holding?.from ?? '') <= (fact.from ?? '')
    )
      holding = fact;
  return holding;
}

/** Facts were checked when they were recorded, so a value is one of its attribute. */
export function attributesOn(facts: readonly Fact[], on: LocalDate | null): Attributes {
  const value = (attribute: InstitutionAttribute) => factOn(facts, attribute, on)?.value ?? null;
  return {
    name: value('NAME') ?? '',
    kind: value('KIND') as InstitutionKind,
    levels: (value('LEVELS') ?? '').split('|') as EducationLevel[],
    ownership: value('OWNERSHIP') as Ownership,
    specialStatus: value('SPECIAL_STATUS') as SpecialStatus | null,
  };
}

export function undatedAttributes(facts: readonly Fact[]): UndatedAttributes {
  const value = (attribute: InstitutionAttribute) => factOn(facts, attribute, null)?.value ?? null;
  return {
    openedOn: value('OPENED_ON'),
    closedOn: value('CLOSED_ON'),
    sourceStatus: value('SOURCE_STATUS') as SourceStatus,
  };
}
