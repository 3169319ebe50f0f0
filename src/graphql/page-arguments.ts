import { ArgsType, Field, Int, registerEnumType } from 'type-graphql';
import { OrderDirection, PAGE_LIMIT, type PageInput } from './page.js';

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'The direction of a list.',
  valuesConfig: {
    ASC: {
      description:
        'The least comes first: what is first in the alphabet, the earliest, the lowest.',
    },
    DESC: { description: 'The greatest comes first: the reverse of ASC.' },
  },
});

@ArgsType()
export class PageArguments implements PageInput {
  @Field(() => Int, {
    nullable: true,
    description: `The number of rows from the start of the list, 1 to ${PAGE_LIMIT}. Give either this or \`last\`.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `The number of rows from the end of the list, 1 to ${PAGE_LIMIT}. Give either this or \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  before?: string | null;

  @Field(() => OrderDirection, {
    nullable: true,
    description:
      'The direction of the list; left out means that which the order or the list itself says, such as the newest first. A cursor is of one direction.',
  })
  direction?: OrderDirection | null;
}
