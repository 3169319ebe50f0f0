import { GraphQLLocalDate, GraphQLURL } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { PlanRow, TargetRow } from './plan.queries.js';

@ObjectType('Plan', { implements: Node, description: 'Kế hoạch: a document that sets targets.' })
export class PlanType
  extends Node
  implements Pick<PlanRow, 'document' | 'issuer' | 'issuedOn' | 'url' | 'sourceStatus' | 'version'>
{
  @Field(() => String, { description: 'The number of the document, unique in the hub.' })
  document!: string;

  @Field(() => String, { description: 'Who issued it.' })
  issuer!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'When it was issued; null when that is not recorded.',
  })
  issuedOn!: string | null;

  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'Where it can be read; null when no address is recorded.',
  })
  url!: string | null;

  @Field(() => SourceStatus, {
    description: 'How sure it is that the document exists and says so.',
  })
  sourceStatus!: SourceStatus;

  @Field(() => Int, {
    description:
      'Counts every change of the plan and of its targets; a mutation takes the one that its sender saw.',
  })
  version!: number;
}

@ObjectType('Target', {
  implements: Node,
  description:
    'Chỉ tiêu: the percentage of a group’s institutions that a plan wants to have completed a pillar by a date.',
})
export class TargetType
  extends Node
  implements Pick<TargetRow, 'group' | 'pillar' | 'year' | 'dueOn' | 'percent' | 'sourceStatus'>
{
  @Field(() => InstitutionGroup, { description: 'The institutions it is set for.' })
  group!: InstitutionGroup;

  @Field(() => Pillar, { nullable: true, description: 'The pillar; null means all four together.' })
  pillar!: Pillar | null;

  @Field(() => Int, { description: 'The year by whose end it is to be reached.' })
  year!: number;

  @Field(() => GraphQLLocalDate, { description: 'The last day to reach it.' })
  dueOn!: string;

  @Field(() => Float, { description: 'Percentage of institutions, 0 to 100.' })
  percent!: number;

  @Field(() => SourceStatus, {
    description: 'How sure the percentage is; ILLUSTRATIVE for demonstration.',
  })
  sourceStatus!: SourceStatus;
}

export const PlanConnection = connectionType(() => PlanType, 'Plan');

@ObjectType({ description: 'What became of a plan.' })
export class PlanPayload {
  @Field(() => PlanType, {
    nullable: true,
    description: 'The plan as it is now; null when nothing was done.',
  })
  plan!: PlanType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of a target.' })
export class TargetPayload {
  @Field(() => TargetType, {
    nullable: true,
    description: 'The target as it is now; null when nothing was done.',
  })
  target!: TargetType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}
