import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { ColumnChange } from '../vocabulary/imported-row.js';
import type { FigureChange } from './register-effect.queries.js';

@ObjectType('InstitutionFieldChange', {
  description:
    'A field of the record before and after, with values as a file of the register writes them.',
})
export class InstitutionFieldChangeType implements ColumnChange {
  @Field(() => String, {
    description: 'The name of the column in a file of the register, such as name or unit_code.',
  })
  column!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value before; null when there was none.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'The value after; null when there is none.' })
  after!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day with the new value; null means since before our records, or that the field has no days.',
  })
  since?: string | null;

  @Field(() => Boolean, {
    description: 'Whether what was recorded for the days since then is corrected.',
  })
  corrected!: boolean;
}

@ObjectType('InstitutionFigureChange', {
  description: 'A figure of a unit before and after, for all four pillars together.',
})
export class InstitutionFigureChangeType implements Omit<FigureChange, 'unitId'> {
  @Field(() => InstitutionGroup, { description: 'The group of the institutions that are counted.' })
  group!: InstitutionGroup;

  @Field(() => Int, { description: 'The number of institutions before.' })
  institutionsBefore!: number;

  @Field(() => Int, { description: 'The number of institutions after.' })
  institutionsAfter!: number;

  @Field(() => Int, { description: 'How many of them had completed all four pillars before.' })
  completedBefore!: number;

  @Field(() => Int, { description: 'How many of them have completed all four pillars after.' })
  completedAfter!: number;
}

@ObjectType('InstitutionEffect', {
  description: 'What a change in the register does, or would do.',
})
export class InstitutionEffectType {
  @Field(() => Boolean, { description: 'True: nothing was recorded.' })
  preview!: boolean;

  @Field(() => [InstitutionFieldChangeType], {
    description: 'The fields that change. Empty when everything was recorded so already.',
  })
  changes!: InstitutionFieldChangeType[];

  @Field(() => GraphQLLocalDate, {
    description: 'The date of `figures`: today, or the day of a change that is still to come.',
  })
  asOf!: string;
}

@ObjectType({ description: 'The outcome of a change in the register.' })
export class InstitutionChangePayload {
  @Field(() => InstitutionType, {
    nullable: true,
    description:
      'The institution; as it is recorded now, so a preview leaves it as it was. Null when refused, and in the preview of a new one.',
  })
  institution!: InstitutionRow | null;

  @Field(() => InstitutionEffectType, {
    nullable: true,
    description: 'What changed or would change; null when refused.',
  })
  effect!: InstitutionEffectType | null;

  @Field(() => [UserError], { description: 'Why the request was refused; otherwise empty.' })
  userErrors!: UserError[];
}
