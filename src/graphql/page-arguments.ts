import { ArgsType, Field, Int } from 'type-graphql';
import { PAGE_LIMIT, type PageInput } from './page.js';

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
}
