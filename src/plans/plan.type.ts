import { GraphQLLocalDate, GraphQLURL } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
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

  @Field(() => String, { description: 'The issuer of the document.' })
  issuer!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which the document was issued; null when it is not recorded.',
  })
  issuedOn!: string | null;

  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'The address of the document; null when none is recorded.',
  })
  url!: string | null;

  @Field(() => SourceStatus, {
    description: 'How certain it is that the document exists and says this.',
  })
  sourceStatus!: SourceStatus;

  @Field(() => Int, {
    description:
      'The number of the version, which rises with every change of the plan or its targets. Mutations require the version that the client has read.',
  })
  version!: number;
}

@ObjectType('Target', {
  implements: Node,
  description:
    'Chỉ tiêu: the percentage of the institutions of a group that should have completed an indicator by a date, according to a plan.',
})
export class TargetType
  extends Node
  implements Pick<TargetRow, 'group' | 'year' | 'dueOn' | 'percent' | 'sourceStatus'>
{
  @Field(() => InstitutionGroup, {
    description: 'The group of institutions for which the target is set.',
  })
  group!: InstitutionGroup;

  @Field(() => Int, { description: 'The year by whose end the target is to be reached.' })
  year!: number;

  @Field(() => GraphQLLocalDate, {
    description: 'The last day to reach the target.',
  })
  dueOn!: string;

  @Field(() => Float, { description: 'The percentage of institutions, 0 to 100.' })
  percent!: number;

  @Field(() => SourceStatus, {
    description:
      'How certain the percentage is. ILLUSTRATIVE means that it was made up for demonstration.',
  })
  sourceStatus!: SourceStatus;
}

export const PlanConnection = connectionType(() => PlanType, 'Plan');

@ObjectType({ description: 'The result of changing a plan.' })
export class PlanPayload {
  @Field(() => PlanType, {
    nullable: true,
    description: 'The plan after the change; null when nothing was changed.',
  })
  plan!: PlanRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of changing a target.' })
export class TargetPayload {
  @Field(() => TargetType, {
    nullable: true,
    description: 'The target after the change; null when nothing was changed.',
  })
  target!: TargetRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
