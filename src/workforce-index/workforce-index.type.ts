import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import type { LocalDate } from '../shared/dates.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { Audience, Quantity, Tier, WithheldReason } from '../workforce-registry/workforce.enums.js';

export const ComponentState = enumeration(
  'SCORED',
  'ZERO',
  'WITHHELD',
  'NOT_COUNTED',
  'NOT_APPLICABLE',
);
export type ComponentState = NameOf<typeof ComponentState>;
registerEnumType(ComponentState, {
  name: 'IndexComponentState',
  description: 'The meaning of the points of a component.',
  valuesConfig: {
    SCORED: { description: 'The inputs were counted, and points were earned.' },
    ZERO: { description: 'The inputs were counted, and no points were earned: a real zero.' },
    WITHHELD: {
      description:
        'The inputs were counted. Whether points were earned is not shown, because it would reveal a withheld count.',
    },
    NOT_COUNTED: {
      description:
        'At least one input was not counted, so the points are not known. This is not a zero.',
    },
    NOT_APPLICABLE: {
      description: 'The component has no subject, for example no institution of a group.',
    },
  },
});

export const InputState = enumeration('COUNTED', 'NOT_COUNTED', 'NOT_APPLICABLE');
export type InputState = NameOf<typeof InputState>;
registerEnumType(InputState, {
  name: 'IndexInputState',
  description: 'Whether the number of an input is known.',
  valuesConfig: {
    COUNTED: { description: 'The input was counted; 0 is a count.' },
    NOT_COUNTED: { description: 'The input was not counted, or not in all of the units below.' },
    NOT_APPLICABLE: { description: 'There is nothing to count.' },
  },
});

@ObjectType('IndexEdition', {
  description: 'An edition of the index. It sets the components, their points and their formulas.',
})
export class IndexEditionType {
  @Field(() => String, { description: 'The code, the same in all versions of the edition.' })
  code!: string;

  @Field(() => Int, { description: 'The number of the version. A recorded version never changes.' })
  version!: number;

  @Field(() => Int, { description: 'The first year to which the edition applies.' })
  firstYear!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The last year to which the edition applies; null while there is no end.',
  })
  lastYear!: number | null;

  @Field(() => String, { description: 'The source of the edition.' })
  source!: string;

  @Field(() => SourceStatus, {
    description:
      'How certain the components and points are. ILLUSTRATIVE means that they were made up for demonstration.',
  })
  sourceStatus!: SourceStatus;
}

@ObjectType('IndexInput', { description: 'A number that a component uses.' })
export class IndexInputType {
  @Field(() => String, {
    description: 'The name in the edition, with which an assumption refers to the input.',
  })
  name!: string;

  @Field(() => Quantity, {
    nullable: true,
    description: 'The quantity in the workforce registry; null for institutions and sums.',
  })
  quantity!: Quantity | null;

  @Field(() => Tier, {
    nullable: true,
    description: 'The level that is counted; null for all levels.',
  })
  tier!: Tier | null;

  @Field(() => Audience, {
    nullable: true,
    description: 'The audience that is counted; null for all audiences.',
  })
  audience!: Audience | null;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'The group whose institutions are counted; null for other numbers.',
  })
  group!: InstitutionGroup | null;

  @Field(() => Boolean, {
    description:
      'Whether only institutions that have completed all four pillars are counted; false for other numbers.',
  })
  completed!: boolean;

  @Field(() => InputState, { description: 'Whether the number is known.' })
  state!: InputState;

  @Field(() => Int, {
    nullable: true,
    description: 'The number. Null when it was not counted, does not apply, or is withheld.',
  })
  value!: number | null;

  @Field(() => WithheldReason, {
    nullable: true,
    description: 'The reason why the number is withheld; null when it is not.',
  })
  withheld!: WithheldReason | null;

  @Field(() => Boolean, { description: 'Whether the last count has expired.' })
  expired!: boolean;

  @Field(() => Boolean, { description: 'Whether the number is an assumption instead of a count.' })
  assumed!: boolean;
}

@ObjectType('IndexComponent', { description: 'Chỉ số thành phần: a component of the index.' })
export class IndexComponentType {
  @Field(() => String, { description: 'The code of the component in the edition.' })
  code!: string;

  @Field(() => Float, { description: 'The maximum of points.' })
  maximumPoints!: number;

  @Field(() => ComponentState, { description: 'The meaning of the points.' })
  state!: ComponentState;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points, with four decimals. They are 0 both for ZERO and for NOT_COUNTED; the state shows which. Null when withheld, or when the component does not apply.',
  })
  points!: number | null;

  @Field(() => WithheldReason, {
    nullable: true,
    description:
      'The reason why the points are withheld: an input is withheld. Null when nothing is withheld.',
  })
  withheld!: WithheldReason | null;

  @Field(() => String, { description: 'The source of the component.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How certain the name and the points are.' })
  sourceStatus!: SourceStatus;
}

@ObjectType('IndexNote', { description: 'A remark of a document about a count.' })
export class IndexNoteType {
  @Field(() => String, { description: 'The document, in its own language.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How certain the document is.' })
  sourceStatus!: SourceStatus;

  @Field(() => GraphQLLocalDate, {
    description: 'The day, or the first day, to which the remark applies.',
  })
  validFrom!: LocalDate;
}

@ObjectType('IndexLedgerEntry', {
  description: 'Points with their source. The entries of a component add up to exactly its points.',
})
export class IndexLedgerEntryType {
  @Field(() => Float, { description: 'The points, with four decimals.' })
  points!: number;

  @Field(() => String, { description: 'The input that earned the points.' })
  input!: string;

  @Field(() => Boolean, { description: 'Whether an assumption earned the points.' })
  assumed!: boolean;
}
export const IndexLedgerConnection = connectionType(() => IndexLedgerEntryType, 'IndexLedgerEntry');

@ObjectType('PublishedIndex', {
  description:
    'A result that an authority published, shown beside our own index. It is never calculated, and when units are merged, their ranks and values are not.',
})
export class PublishedIndexType {
  @Field(() => String, {
    description: 'The code of the index, or of the part of a composite index.',
  })
  indexCode!: string;

  @Field(() => Int, { description: 'The year of the result.' })
  year!: number;

  @Field(() => Float, { description: 'The value, from 0 to 1.' })
  value!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The rank, where 1 is best; null when none was published.',
  })
  rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of units that are ranked; null without a rank.',
  })
  ofHowMany!: number | null;

  @Field(() => String, { description: 'The document with the result.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How certain the document is.' })
  sourceStatus!: SourceStatus;
}

@ObjectType('WorkforceIndex', {
  description:
    'Chỉ số nhân lực số: the digital human resources index of a unit for a year, in which every point is explained.',
})
export class WorkforceIndexType {}
