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
const ISSUED_ON = 'The day on which the document was issued, from 1900 to 2200.';
const ISSUER = `The issuer of the document, at most ${LONGEST.issuer} characters.`;
const STATUS = 'How certain it is that the document exists and says this.';
const TITLE = `At most ${LONGEST.title} characters.`;
const ADDRESS = `The http or https address of the document, at most ${LONGEST_URL} characters.`;
const STAYS = 'Left out or null, the value stays.';
const CLEARS = 'Left out, the value stays; null clears it.';

@InputType({ description: 'A new plan.' })
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
    description: `${ISSUED_ON} Left out means that the day is not recorded.`,
  })
  issuedOn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The unit of the plan, whose planners maintain it. Left out means the whole country, for which operators do. It cannot be changed later.',
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

@InputType({ description: 'A change of a plan.' })
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
    'A target to set for a group, an indicator and a year. It replaces the target that is already set for them, which stays readable in the `versions` of the plan and with `knownAt`.',
})
export class TargetSetInput extends KeyedInput implements TargetInput {
  @Field(() => ID, { description: 'The id of the plan.' })
  plan!: string;

  @Field(() => Int, {
    description:
      'The version of the plan that you read. If the plan has changed since, the request is refused with CONFLICT.',
  })
  version!: number;

  @Field(() => InstitutionGroup, {
    description: 'The group of institutions for which the target is set.',
  })
  group!: InstitutionGroup;

  @Field(() => Pillar, {
    nullable: true,
    description:
      'The pillar; left out or null means all four together, unless `indicator` names another.',
  })
  pillar?: Pillar | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the indicator, in place of `pillar`. One that is about one group only can have targets for that group only. Left out or null, `pillar` decides.',
  })
  indicator?: string | null;

  @Field(() => Int, {
    description: 'The year by whose end the target is to be reached, 1900 to 2200.',
  })
  year!: number;

  @Field(() => Float, {
    description:
      'The percentage of institutions, above 0 and at most 100, with at most two decimals.',
  })
  percent!: number;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day to reach the target, in the same year; left out means 31 December.',
  })
  dueOn?: string | null;

  @Field(() => SourceStatus, {
    description:
      'How certain the percentage is. CONFIRMED only if the document was read; ILLUSTRATIVE if the percentage was made up.',
  })
  sourceStatus!: SourceStatus;
}

@InputType({ description: 'A target to remove. The version is that of its plan.' })
export class TargetRemoveInput extends ChangeInput {}
