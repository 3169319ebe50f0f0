import { ArgsType, Field, Int } from 'type-graphql';
import { PAGE_LIMIT, type PageInput } from './page.js';

@ArgsType()
export class PageArguments implements PageInput {
  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the start, 1 to ${PAGE_LIMIT}. Either this or \`last\` is needed.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many rows from the end, 1 to ${PAGE_LIMIT}. Either this or \`first\` is needed.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  before?: string | null;
}
