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
  description: 'What stands behind the points of a component.',
  valuesConfig: {
    SCORED: { description: 'Counted, and points were earned.' },
    ZERO: { description: 'Counted, and nothing is there: a real zero.' },
    WITHHELD: {
      description:
        'Counted; whether points were earned is not shown, because it would tell a count that is withheld.',
    },
    NOT_COUNTED: {
      description: 'Nobody has counted at least one of its inputs, so nobody knows: no zero.',
    },
    NOT_APPLICABLE: {
      description: 'There is nothing that it could be about, such as no institution of a group.',
    },
  },
});

export const InputState = enumeration('COUNTED', 'NOT_COUNTED', 'NOT_APPLICABLE');
export type InputState = NameOf<typeof InputState>;
registerEnumType(InputState, {
  name: 'IndexInputState',
  description: 'Whether the number of an input is known.',
  valuesConfig: {
    COUNTED: { description: 'It was counted; 0 is a count.' },
    NOT_COUNTED: { description: 'Nobody has counted, or only some of the units below have.' },
    NOT_APPLICABLE: { description: 'There is nothing to count.' },
  },
});

@ObjectType('IndexEdition', {
  description: 'An edition of the index: which components, how many points, by which formula.',
})
export class IndexEditionType {
  @Field(() => String, { description: 'Its code, the same in all versions.' })
  code!: string;

  @Field(() => Int, { description: 'The version; what was recorded never changes.' })
  version!: number;

  @Field(() => Int, { description: 'The first year that it is for.' })
  firstYear!: number;

  @Field(() => Int, { nullable: true, description: 'The last year; null while it goes on.' })
  lastYear!: number | null;

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;

  @Field(() => SourceStatus, {
    description: 'How sure its components and points are; ILLUSTRATIVE ones are made up.',
  })
  sourceStatus!: SourceStatus;
}

@ObjectType('IndexInput', { description: 'A number that a component rests on.' })
export class IndexInputType {
  @Field(() => String, { description: 'Its name in the edition; an assumption names it so.' })
  name!: string;

  @Field(() => Quantity, {
    nullable: true,
    description: 'What of the registry; null for institutions and for sums.',
  })
  quantity!: Quantity | null;

  @Field(() => Tier, { nullable: true, description: 'On which level; null for all.' })
  tier!: Tier | null;

  @Field(() => Audience, { nullable: true, description: 'For whom; null for all.' })
  audience!: Audience | null;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'Institutions of which group are counted; null for other numbers.',
  })
  group!: InstitutionGroup | null;

  @Field(() => Boolean, {
    description:
      'Whether of these institutions only those are counted that have completed all four pillars; false for other numbers.',
  })
  completed!: boolean;

  @Field(() => InputState, { description: 'Whether it is known.' })
  state!: InputState;

  @Field(() => Int, {
    nullable: true,
    description: 'The number; null when it was not counted, does not apply, or is withheld.',
  })
  value!: number | null;

  @Field(() => WithheldReason, {
    nullable: true,
    description: 'Why the number is not shown; null when nothing is withheld.',
  })
  withheld!: WithheldReason | null;

  @Field(() => Boolean, { description: 'Whether the last count is good no longer.' })
  expired!: boolean;

  @Field(() => Boolean, { description: 'Whether it is an assumption and no count.' })
  assumed!: boolean;
}

@ObjectType('IndexComponent', { description: 'Chỉ số thành phần: a part of the index.' })
export class IndexComponentType {
  @Field(() => String, { description: 'Its code in the edition.' })
  code!: string;

  @Field(() => Float, { description: 'The points of all that can be reached.' })
  maximumPoints!: number;

  @Field(() => ComponentState, { description: 'What stands behind the points.' })
  state!: ComponentState;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points, with four decimals; 0 when ZERO, and also when NOT_COUNTED: the state tells them apart. Null when withheld, or not applicable.',
  })
  points!: number | null;

  @Field(() => WithheldReason, {
    nullable: true,
    description: 'Why the points are not shown: an input is withheld. Null when nothing is.',
  })
  withheld!: WithheldReason | null;

  @Field(() => String, { description: 'Where the component comes from.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How sure its name and points are.' })
  sourceStatus!: SourceStatus;
}

@ObjectType('IndexNote', { description: 'What a document says of a count.' })
export class IndexNoteType {
  @Field(() => String, { description: 'The document, in its language.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How sure it is.' })
  sourceStatus!: SourceStatus;

  @Field(() => GraphQLLocalDate, { description: 'The day, or the first day, that it tells of.' })
  validFrom!: LocalDate;
}

@ObjectType('IndexLedgerEntry', {
  description:
    'Points and where they come from. The entries of a component add up to exactly its points.',
})
export class IndexLedgerEntryType {
  @Field(() => Float, { description: 'With four decimals.' })
  points!: number;

  @Field(() => String, { description: 'The input by which they were earned.' })
  input!: string;

  @Field(() => Boolean, { description: 'Whether they come from an assumption.' })
  assumed!: boolean;
}
export const IndexLedgerConnection = connectionType(() => IndexLedgerEntryType, 'IndexLedgerEntry');

@ObjectType('PublishedIndex', {
  description:
    'A result that an authority published: a fact beside ours. It is never computed, and ranks and values are never merged when units are.',
})
export class PublishedIndexType {
  @Field(() => String, { description: 'The index, or the part of a composite.' })
  indexCode!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Float, { description: 'From 0 to 1.' })
  value!: number;

  @Field(() => Int, { nullable: true, description: '1 is best; null when none was published.' })
  rank!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many units; null without a rank.' })
  ofHowMany!: number | null;

  @Field(() => String, { description: 'The document.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How sure it is.' })
  sourceStatus!: SourceStatus;
}

@ObjectType('WorkforceIndex', {
  description:
    'Chỉ số nhân lực số: the digital human resources index of a unit for a year, with every point explained.',
})
export class WorkforceIndexType {}
