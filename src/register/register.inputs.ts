import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { InstitutionSuccessionKind } from '../institution-successions/institution-succession-kind.js';
import {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';

export const STAYS = 'Left out or null, it stays.';

/** What every change in the register says of itself. */
@InputType()
abstract class RegisterInput extends KeyedInput {
  @Field(() => String, {
    description: 'The decision or other reason, for the audit trail; at most 2000 characters.',
  })
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True: everything is checked and the answer says what would change, but nothing is recorded. False: the change is made.',
  })
  preview!: boolean;
}

/** The base of what changes an institution that is recorded. */
@InputType()
export abstract class RegisterChangeInput extends RegisterInput {
  @Field(() => ID, { description: 'The id of the institution.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that you read. If the record has changed since, the request is refused with CONFLICT.',
  })
  version!: number;
}

@InputType({ description: 'A new institution.' })
export class InstitutionCreateInput extends RegisterInput {
  @Field(() => String, { description: 'The Vietnamese name.' })
  name!: string;

  @Field(() => InstitutionKind, { description: 'The kind.' })
  kind!: InstitutionKind;

  @Field(() => [EducationLevel], { description: 'The levels taught; at least one.' })
  levels!: EducationLevel[];

  @Field(() => Ownership, { description: 'The owner.' })
  ownership!: Ownership;

  @Field(() => SpecialStatus, {
    nullable: true,
    description: 'The special status given by law; left out or null means none.',
  })
  specialStatus?: SpecialStatus | null;

  @Field(() => ID, {
    description:
      'The commune in which it opens; a province when the commune is not known yet, which is then to be settled.',
  })
  unit!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of operation; left out or null means since before our records.',
  })
  openedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The system that gives the code, such as MOET. Left out or null where there is no code.',
  })
  system?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code; left out or null, the institution gets one of the system HUB.',
  })
  code?: string | null;

  @Field(() => SourceStatus, {
    defaultValue: SourceStatus.CONFIRMED,
    description: 'How certain it is that the institution exists as described.',
  })
  sourceStatus!: SourceStatus;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True says that an institution that looks like a recorded one is another. Otherwise it is refused with LIKELY_DUPLICATE.',
  })
  acceptLikelyDuplicate!: boolean;
}

@InputType({
  description: 'What changes of an institution. What is left out stays as it is.',
})
export class InstitutionChangeInput extends RegisterChangeInput {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day on which the new values hold. Left out or null, what holds today was recorded wrongly, and is corrected for all the time that it held.',
  })
  from?: string | null;

  @Field(() => String, { nullable: true, description: `The Vietnamese name. ${STAYS}` })
  name?: string | null;

  @Field(() => InstitutionKind, { nullable: true, description: `The kind. ${STAYS}` })
  kind?: InstitutionKind | null;

  @Field(() => [EducationLevel], { nullable: true, description: `The levels taught. ${STAYS}` })
  levels?: EducationLevel[] | null;

  @Field(() => Ownership, { nullable: true, description: `The owner. ${STAYS}` })
  ownership?: Ownership | null;

  @Field(() => SpecialStatus, {
    nullable: true,
    description: 'The special status given by law. Left out, it stays; null ends it.',
  })
  specialStatus?: SpecialStatus | null;

  @Field(() => ID, {
    nullable: true,
    description: `The unit in which it is. Where the commune was not known, naming it without \`from\` settles it. ${STAYS}`,
  })
  unit?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: `The first day of operation, corrected. ${STAYS}`,
  })
  openedOn?: string | null;

  @Field(() => SourceStatus, {
    nullable: true,
    description: `How certain the record is. ${STAYS}`,
  })
  sourceStatus?: SourceStatus | null;
}

@InputType({ description: 'The closing of an institution, or another last day of a closed one.' })
export class InstitutionCloseInput extends RegisterChangeInput {
  @Field(() => GraphQLLocalDate, { description: 'The last day of operation.' })
  lastDay!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True closes it although it has reports that nobody has decided on. They stay as they are. Otherwise it is refused with REPORTS_OPEN.',
  })
  acceptOpenReports!: boolean;
}

@InputType({
  description:
    'An institution of which the closing is taken back: it never closed. A school that is founded again is a new institution.',
})
export class InstitutionReopenInput extends RegisterChangeInput {}

@InputType({ description: 'A code that an institution gets.' })
export class InstitutionCodeAddInput extends RegisterChangeInput {
  @Field(() => String, { description: 'The system that gives the code, such as MOET.' })
  system!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day of its use; needed with `replaces`. Left out or null means since the institution opened.',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The code of the institution that the new one replaces: it ends the day before. Left out or null, the new code stands beside the others.',
  })
  replaces?: string | null;
}

@InputType({ description: 'An institution that took over from another.' })
export class InstitutionSuccessionRecordInput extends RegisterInput {
  @Field(() => ID, { description: 'The institution of which all or a part went over.' })
  predecessor!: string;

  @Field(() => ID, { description: 'The institution that took it over.' })
  successor!: string;

  @Field(() => InstitutionSuccessionKind, { description: 'Whether it merged or was split off.' })
  kind!: InstitutionSuccessionKind;

  @Field(() => GraphQLLocalDate, {
    description: 'The first day on which the successor has what it took over.',
  })
  effectiveOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The decision; left out or null when none is known.',
  })
  legalDocument?: string | null;
}
