import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { CampusRow } from './campus.queries.js';

@ObjectType('Campus', {
  description:
    'Phân hiệu, điểm trường: a further site of an institution. It reports and is counted with its institution, at the place of the institution.',
})
export class CampusType implements Pick<
  CampusRow,
  'system' | 'code' | 'name' | 'validFrom' | 'validTo'
> {
  @Field(() => String, { description: 'The system that gives the code.' })
  system!: string;

  @Field(() => String, {
    description: 'The code of the campus; `institution(code:)` finds the institution by it.',
  })
  code!: string;

  @Field(() => String, { description: 'The Vietnamese name of the campus.' })
  name!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of the campus; null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day of the campus, at the latest that of its institution; null while it exists.',
  })
  validTo!: string | null;
}
