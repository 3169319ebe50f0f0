import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Pillar } from '../vocabulary/framework.enums.js';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { LONGEST_URL } from '../graphql/input-check.js';
import { LONGEST, type PlanFields } from './plan-fields.js';
import type { TargetInput } from './target.service.js';

const DOCUMENT = `The number of the document, at most ${LONGEST.document} characters, unique in the hub.`;
const ISSUED_ON = 'When it was issued, from 1900 to 2200.';
const ISSUER = `Who issued it, at most ${LONGEST.issuer} characters.`;
const STATUS = 'How sure it is that the document exists and says so.';
const TITLE = `At most ${LONGEST.title} characters.`;
const ADDRESS = `Where it can be read, with http or https, at most ${LONGEST_URL} characters.`;
const STAYS = 'Left out or null, it stays.';
const CLEARS = 'Left out, it stays; null takes it away.';

@InputType({ description: 'A document that sets targets.' })
export class PlanCreateInput extends KeyedInput implements Partial<PlanFields> {
  @Field(() => String, { description: DOCUMENT })
  document!: string;

  @Field(() => String, { description: `The title in Vietnamese. ${TITLE}` })
  titleVi!: string;

  @Field(() => String, { description: `The title in English. ${TITLE}` })
  titleEn!: string;

  @Field(() => String, { description: ISSUER })
  issuer!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: `${ISSUED_ON} Left out means that it is not recorded.`,
  })
  issuedOn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The unit that it is made for, whose planners keep it; left out means the whole country, for which operators do. It never changes.',
  })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${ADDRESS} Left out means that no address is recorded.`,
  })
  url!: string | null;

  @Field(() => SourceStatus, { description: STATUS })
  sourceStatus!: SourceStatus;
}

@InputType({ description: 'What changes of a plan.' })
export class PlanUpdateInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: `${DOCUMENT} ${STAYS}` })
  document?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `The title in Vietnamese. ${TITLE} ${STAYS}`,
  })
  titleVi?: string | null;

  @Field(() => String, { nullable: true, description: `The title in English. ${TITLE} ${STAYS}` })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: `${ISSUER} ${STAYS}` })
  issuer?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `${ISSUED_ON} ${CLEARS}` })
  issuedOn?: string | null;

  @Field(() => String, { nullable: true, description: `${ADDRESS} ${CLEARS}` })
  url?: string | null;

  @Field(() => SourceStatus, { nullable: true, description: `${STATUS} ${STAYS}` })
  sourceStatus?: SourceStatus | null;
}

@InputType({
  description:
    'What a plan wants of a group, a pillar and a year: set anew, or in place of what is set.',
})
export class TargetSetInput extends KeyedInput implements TargetInput {
  @Field(() => ID, { description: 'The plan.' })
  plan!: string;

  @Field(() => Int, {
    description: 'The version of the plan that you saw; an older one is refused as a CONFLICT.',
  })
  version!: number;

  @Field(() => InstitutionGroup, { description: 'The institutions it is set for.' })
  group!: InstitutionGroup;

  @Field(() => Pillar, {
    nullable: true,
    description: 'The pillar; left out or null means all four together.',
  })
  pillar?: Pillar | null;

  @Field(() => Int, { description: 'The year by whose end it is to be reached, 1900 to 2200.' })
  year!: number;

  @Field(() => Float, {
    description: 'Percentage of institutions, above 0 and at most 100, with at most two decimals.',
  })
  percent!: number;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day to reach it, in that year; left out means 31 December.',
  })
  dueOn?: string | null;

  @Field(() => SourceStatus, {
    description:
      'How sure the percentage is: CONFIRMED only when the document was read, ILLUSTRATIVE when it is made up.',
  })
  sourceStatus!: SourceStatus;
}

@InputType({ description: 'The target that is taken out; the version is that of its plan.' })
export class TargetRemoveInput extends ChangeInput {}
