import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { InstitutionSuccessionKind } from './institution-succession-kind.js';
import type { InstitutionSuccessionRow } from './institution-succession.queries.js';

registerEnumType(InstitutionSuccessionKind, {
  name: 'InstitutionSuccessionKind',
  description: 'How one institution took over from another.',
  valuesConfig: {
    MERGED: {
      description:
        'Sáp nhập, hợp nhất: the predecessor ended, and all or a part of it came to the successor.',
    },
    SPLIT: {
      description: 'Chia, tách: the successor was formed of a part of the predecessor.',
    },
  },
});

@ObjectType('InstitutionSuccession', {
  description:
    'Kế thừa giữa các cơ sở: one institution took over from another on a day. The reports and figures of each stay its own: nothing is added to those of the successor.',
})
export class InstitutionSuccessionType implements Pick<
  InstitutionSuccessionRow,
  'kind' | 'effectiveOn' | 'legalDocument'
> {
  @Field(() => InstitutionSuccessionKind, { description: 'Whether it was a merger or a split.' })
  kind!: InstitutionSuccessionKind;

  @Field(() => GraphQLLocalDate, {
    description: 'The first day on which the successor has what it took over.',
  })
  effectiveOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The legal document of the succession; null when none is recorded.',
  })
  legalDocument!: string | null;
}
