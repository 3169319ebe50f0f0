import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { mayPlan } from '../auth/policy.js';
import type { Connection } from '../graphql/connection.js';
import { KNOWN_AT, knownAtOf, momentKnown } from '../graphql/known-at.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import type { ShownCount } from './protection.js';
import { loadCounts, loadVersions } from './record-access.queries.js';
import { allRows, rowsInForce, type RecordRow } from './record.queries.js';
import {
  WorkforceCountType,
  WorkforceRecordConnection,
  WorkforceRecordType,
  WorkforceRecordVersionType,
  WorkforceType,
} from './record.type.js';
import { Audience, RecordKind, Tier } from './workforce.enums.js';

/** By subject, then by date with the oldest first. */
const BY_SUBJECT: Order = {
  name: 'workforce-subject',
  descending: false,
  columns: [
    { name: 'subject', type: 'text' },
    { name: 'validFrom', type: 'date' },
    { name: 'id', type: 'number' },
  ],
};

interface WorkforceRow {
  unit: UnitRow;
  asOf: LocalDate;
  knownAt: Date;
}

@ArgsType()
class RecordFilterArguments {
  @Field(() => RecordKind, { nullable: true, description: 'Only records of this kind.' })
  kind?: RecordKind | null;

  @Field(() => Tier, { nullable: true, description: 'Only records of this tier.' })
  tier?: Tier | null;

  @Field(() => Audience, { nullable: true, description: 'Only records of this audience.' })
  audience?: Audience | null;
}

@Resolver(() => AdministrativeUnitType)
export class UnitWorkforceResolver {
  @FieldResolver(() => WorkforceType, {
    nullable: true,
    description:
      'The records of the unit’s digital workforce on a date. It is null, with the error OUTSIDE_UNIT_SPAN at its path, for a date outside the period of the unit; the rest of the answer stays.',
  })
  async workforce(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Arg('asOf', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The date, in the period of the unit; left out means today, or the last day of a unit that has ended.',
    })
    asOf: LocalDate | null,
    @Arg('knownAt', () => GraphQLDateTime, {
      nullable: true,
      description: KNOWN_AT,
    })
    knownAt: Date | null,
  ): Promise<WorkforceRow> {
    const moment = await momentKnown(context, knownAt);
    const date = asOf ?? (await presentDay(context, unit, moment));
    await checkInSpan(context, unit, date, null, moment);
    return { unit, asOf: date, knownAt: await knownAtOf(context, knownAt) };
  }
}

@Resolver(() => WorkforceType)
export class WorkforceResolver {
  @FieldResolver(() => WorkforceRecordConnection, {
    description:
      'The newest record of each subject of the unit itself up to the date, unless it has expired by then; sorted by subject.',
  })
  records(
    @Ctx() context: Context,
    @Root() { unit, asOf, knownAt }: WorkforceRow,
    @Args(() => RecordFilterArguments) { kind, tier, audience }: RecordFilterArguments,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<RecordRow>> {
    const filter = { kind, tier, audience, knownAt };
    const page = pageOf(pageArguments, BY_SUBJECT);
    return readPage(context, 'workforce', { ...filter, asOf }, unit.id, page, (parent) =>
      rowsInForce(filter, asOf, parent),
    );
  }

  @FieldResolver(() => WorkforceRecordConnection, {
    description:
      'All records of the unit itself, on any date; sorted by subject, then by date with the oldest first.',
  })
  allRecords(
    @Ctx() context: Context,
    @Root() { unit, knownAt }: WorkforceRow,
    @Args(() => RecordFilterArguments) { kind, tier, audience }: RecordFilterArguments,
    @Arg('removed', () => Boolean, {
      defaultValue: false,
      description: 'Whether to include removed records. Only planners of the unit get them.',
    })
    removed: boolean,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<RecordRow>> {
    const filter = { kind, tier, audience, knownAt };
    const all = removed && mayPlan(context.viewer, unit.path);
    const page = pageOf(pageArguments, BY_SUBJECT);
    return readPage(context, 'workforce ever', { ...filter, all }, unit.id, page, (parent) =>
      allRows(filter, all, parent),
    );
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether this viewer may create records of the unit (workforceRecordCreate).',
  })
  canCreate(@Ctx() context: Context, @Root() { unit }: WorkforceRow): boolean {
    return mayPlan(context.viewer, unit.path);
  }
}

@Resolver(() => WorkforceRecordType)
export class WorkforceRecordResolver {
  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit that is counted.' })
  unit(@Ctx() context: Context, @Root() { unitId }: RecordRow): Promise<UnitRow | null> {
    return loadUnit(context, unitId);
  }

  @FieldResolver(() => [WorkforceCountType], {
    description:
      'The counts. A quantity of the kind that is not listed was not counted, which is not the same as zero.',
  })
  counts(@Ctx() context: Context, @Root() { versionId }: RecordRow): Promise<ShownCount[]> {
    return loadCounts(context, versionId);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the document says that there was no count. The record then has no counts.',
  })
  async notCounted(@Ctx() context: Context, @Root() { versionId }: RecordRow): Promise<boolean> {
    return (await loadCounts(context, versionId)).length === 0;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A note for the planners of the unit; null when there is none, and for other viewers.',
  })
  note(@Ctx() context: Context, @Root() { note, unitPath }: RecordRow): string | null {
    return mayPlan(context.viewer, unitPath) ? note : null;
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When this version was recorded.' })
  recordedAt(@Root() { recordedAt }: RecordRow): Date {
    return new Date(recordedAt);
  }

  @FieldResolver(() => [WorkforceRecordVersionType], {
    nullable: true,
    description:
      'All versions of the record, oldest first; null for viewers who do not plan for the unit.',
  })
  versions(@Ctx() context: Context, @Root() record: RecordRow): Promise<RecordRow[] | null> {
    return loadVersions(context, record);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether this viewer may change the record now (workforceRecordUpdate, workforceRecordRemove).',
  })
  canUpdate(@Ctx() context: Context, @Root() { removed, unitPath }: RecordRow): boolean {
    return !removed && mayPlan(context.viewer, unitPath);
  }
}

@Resolver(() => WorkforceRecordVersionType)
export class WorkforceRecordVersionResolver {
  @FieldResolver(() => [WorkforceCountType], {
    description: 'The counts; empty for a removal.',
  })
  counts(@Ctx() context: Context, @Root() { versionId }: RecordRow): Promise<ShownCount[]> {
    return loadCounts(context, versionId);
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When this version was recorded.' })
  recordedAt(@Root() { recordedAt }: RecordRow): Date {
    return new Date(recordedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the next version was recorded; null for the present version.',
  })
  supersededAt(@Root() { supersededAt }: RecordRow): Date | null {
    return supersededAt === null ? null : new Date(supersededAt);
  }
}
