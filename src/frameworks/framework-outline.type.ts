import { Field, Float, Int, ObjectType } from 'type-graphql';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { KindOutline, FrameworkOutline, OutlinedIndicator } from './framework-outline.js';

@ObjectType('FrameworkSectionOutline', {
  description: 'The most points that a kind of institution can earn in a section.',
})
export class FrameworkSectionOutlineType {
  @Field(() => String, { description: 'The number of the section.' })
  code!: string;

  @Field(() => Float, {
    description: 'The sum of what is asked of the kind, which may be less than is declared.',
  })
  points!: number;
}

@ObjectType('FrameworkKindOutline', {
  description: 'What a framework asks of a kind of institution.',
})
class FrameworkKindOutlineType implements Pick<KindOutline, 'kind' | 'criteria'> {
  @Field(() => InstitutionKind, { description: 'The kind.' })
  kind!: InstitutionKind;

  @Field(() => Int, { description: 'The number of the criteria that it is asked.' })
  criteria!: number;

  @Field(() => [FrameworkSectionOutlineType], {
    description: 'The sections at the top of which it is asked anything, in order.',
  })
  sections!: KindOutline['sections'];
}

@ObjectType('FrameworkIndicator', {
  description: 'An indicator that a framework decides, or brings.',
})
export class FrameworkIndicatorType implements Omit<OutlinedIndicator, 'name'> {
  @Field(() => String, { description: 'The code of the indicator.' })
  code!: string;

  @Field(() => [InstitutionKind], {
    description:
      'The kinds for which the framework decides it; empty for one that is made of others.',
  })
  kinds!: InstitutionKind[];

  @Field(() => Boolean, {
    description: 'Whether the framework brings it, so that the hub has it once it is published.',
  })
  isNew!: boolean;
}

@ObjectType('FrameworkOutline', { description: 'What a framework asks of whom, in short.' })
export class FrameworkOutlineType implements Omit<FrameworkOutline, 'kinds' | 'indicators'> {
  @Field(() => Int, { description: 'The number of its questions.' })
  questions!: number;

  @Field(() => Int, { description: 'The number of its criteria: the uses of the questions.' })
  criteria!: number;

  @Field(() => [FrameworkKindOutlineType], {
    description: 'The kinds of institution for which it is, in order.',
  })
  kinds!: KindOutline[];

  @Field(() => [FrameworkIndicatorType], {
    description: 'The indicators that it decides or brings, in order.',
  })
  indicators!: OutlinedIndicator[];
}
