import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { FrameworkResult, SectionResult } from './score.js';

@ObjectType('SectionResult', {
  description: 'What the answers of a revision give in a section, with the sections in it.',
})
export class SectionResultType implements SectionResult {
  @Field(() => String, { description: 'The code of the section.' })
  code!: string;

  @Field(() => Float, { description: 'The points.' })
  points!: number;

  @Field(() => Float, {
    description:
      'The most points that the institution can have: of the criteria that its kind is asked and that apply by its answers.',
  })
  maxPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The level; null for a section without levels.',
  })
  level!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the framework calls the level, in the language of the request; null without.',
  })
  levelName!: string | null;

  @Field(() => [String], {
    description:
      'The codes of the conditions that are not met. They leave the points as they are and keep the section at its lowest level.',
  })
  unmet!: string[];

  @Field(() => Float, {
    nullable: true,
    description:
      'The points that are missing to the next level; null at the highest, where what applies to the institution has not so many, and for a section without levels. Conditions that are not met are missing besides.',
  })
  pointsToNext!: number | null;
}

@ObjectType('FrameworkResult', {
  description:
    'What the answers of a revision give under one framework of its round. Its level is decided by the framework, not by an authority.',
})
export class FrameworkResultType implements Omit<FrameworkResult, 'frameworkId' | 'sections'> {
  @Field(() => Int, {
    nullable: true,
    description: 'The level of the whole; null where the framework has no levels for the kind.',
  })
  level!: number | null;
}
