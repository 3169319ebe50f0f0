import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import type { LocalDate } from '../shared/dates.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { Audience, Quantity, Tier, WithheldReason } from '../workforce-registry/workforce.enums.js';
import { GapKind } from './gaps.js';

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

registerEnumType(GapKind, {
  name: 'IndexGapKind',
  description: 'Why points are missing.',
  valuesConfig: {
    NOT_COUNTED: { description: 'Nobody has counted; counting may bring anything up to the most.' },
    EXPIRED: { description: 'It was counted once, and the count is good no longer.' },
    NOT_DONE: { description: 'It was counted, and is not done, or not all of it.' },
    NOT_REPORTED: { description: 'The institution has no approved report.' },
    IN_REVIEW: { description: 'The institution reported; nobody has decided.' },
    RETURNED: { description: 'The report of the institution was returned.' },
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

@ObjectType('IndexCure', { description: 'A count that would close a gap.' })
export class IndexCureType {
  @Field(() => String, { description: 'The input that has to be counted, or to grow.' })
  input!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The value with which the gap would bring the most; null where withheld.',
  })
  value!: number | null;
}

@ObjectType('IndexGap', {
  description:
    'Something that keeps points away: what is missing, what it would bring, who must act.',
})
export class IndexGapType {
  @Field(() => String, { description: 'Tells gaps apart; an assumption names it so.' })
  key!: string;

  @Field(() => GapKind, { description: 'Why points are missing.' })
  kind!: GapKind;

  @Field(() => [String], { description: 'The codes of the components that it keeps short.' })
  components!: string[];

  @Field(() => Int, {
    description:
      'Its place, by the most and then the least it brings. Gaps that bring the same share a place, the next is skipped; among them the order is that of the components, then of the institutions’ names.',
  })
  rank!: number;

  @Field(() => Boolean, { description: 'Whether other gaps share its place.' })
  tied!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points that closing it brings at the least, by scoring again: 0 where the true value is not known. Null when withheld.',
  })
  leastPoints!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points that it brings at the most, by scoring again with the cure; points of several gaps do not simply add up. Null when withheld.',
  })
  mostPoints!: number | null;

  @Field(() => [IndexCureType], {
    description: 'The counts that would close it; empty where an institution has to act.',
  })
  cure!: IndexCureType[];
}
export const IndexGapConnection = connectionType(() => IndexGapType, 'IndexGap');

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

@InputType({
  description:
    'Something to be taken for true: one of a gap, an input with its value, or an institution.',
})
export class IndexAssumption {
  @Field(() => String, {
    nullable: true,
    description: 'The key of a gap of the same index: as if it were closed.',
  })
  gap?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of an input that is no sum.' })
  input?: string | null;

  @Field(() => Int, { nullable: true, description: 'The value of that input, from 0.' })
  value?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An institution of the unit: as if it had completed all four pillars.',
  })
  institution?: string | null;
}
