import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { Role } from './account.enums.js';
import type { GrantRow } from './grant.queries.js';

registerEnumType(Role, {
  name: 'Role',
  description: 'What an account may be charged with.',
  valuesConfig: {
    OPERATOR: { description: 'Runs the hub: accounts and imports.' },
    PLANNER: {
      description: 'Plans for a unit: plans, targets, rounds, everything under the unit.',
    },
    REVIEWER: {
      description:
        'Decides on status updates in a unit, for kinds of institution and a span of dates.',
    },
    SCHOOL_ADMIN: { description: 'Reports for an institution.' },
  },
});

@ObjectType('Grant', {
  implements: Node,
  description:
    'A role of an account, and where and when it holds. Operators and the account itself may see it.',
})
export class GrantType extends Node implements Pick<GrantRow, 'role' | 'validFrom' | 'validTo'> {
  @Field(() => Role, { description: 'The role.' })
  role!: Role;

  @Field(() => [InstitutionKind], {
    nullable: true,
    description: 'The kinds of institution of a reviewer’s duty; null means all.',
  })
  kinds!: InstitutionKind[] | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day; null means from the beginning.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; null means without end.',
  })
  validTo!: string | null;
}
