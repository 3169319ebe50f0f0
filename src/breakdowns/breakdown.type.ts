import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { ProgressLineType } from '../progress/progress-line.type.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { LineSubject } from '../progress/report.js';
import type { BreakdownRow } from './breakdown.js';

@ObjectType('BreakdownRow', {
  description: 'The figures of the institutions that have in common what the breakdown is by.',
})
class BreakdownRowType implements Omit<BreakdownRow, 'line' | 'unit' | keyof LineSubject> {
  @Field(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit; null when the breakdown is not by UNIT.',
  })
  unit!: AdministrativeUnitType | null;

  @Field(() => InstitutionKind, {
    nullable: true,
    description: 'The kind; null when the breakdown is not by KIND.',
  })
  kind!: InstitutionKind | null;

  @Field(() => Ownership, {
    nullable: true,
    description: 'The ownership; null when the breakdown is not by OWNERSHIP.',
  })
  ownership!: Ownership | null;

  @Field(() => EducationLevel, {
    nullable: true,
    description: 'The level taught; null when the breakdown is not by LEVEL.',
  })
  level!: EducationLevel | null;

  @Field(() => SpecialStatus, {
    nullable: true,
    description:
      'The special status; null for ordinary institutions, and when the breakdown is not by SPECIAL_STATUS.',
  })
  specialStatus!: SpecialStatus | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The place by the figure of `orderBy`, from 1 on, among all rows of the breakdown. Equal figures share a place and the next one is left out. Null without `orderBy`, and for rows without the figure.',
  })
  rank!: number | null;

  @Field(() => ProgressLineType, {
    description:
      'The figures. `targets` is empty where the row is a part of what a target is about, because a target of all schools says nothing of the private ones alone.',
  })
  line!: ProgressLineType;
}

export const BreakdownRowConnection = connectionType(() => BreakdownRowType, 'BreakdownRow');
