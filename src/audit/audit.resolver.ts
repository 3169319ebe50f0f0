import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadAccount, type AccountRow } from '../accounts/account.queries.js';
import { AccountType } from '../accounts/account.type.js';
import type { Connection } from '../graphql/connection.js';
import {
  loadNode,
  Node,
  parseGlobalId,
  rowIdOf,
  toGlobalId,
  type NodeRow,
} from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import {
  auditEventRows,
  historyRows,
  inspects,
  overseesEvent,
  seesContent,
  type AuditEventRow,
} from './audit-event.queries.js';
import { AuditEventConnection, AuditEventFilter, AuditEventType } from './audit-event.type.js';

/** The ids rise in the order of the trail. */
const NEWEST_FIRST: Order = {
  name: 'audit-event-newest',
  descending: true,
  columns: [{ name: 'id', type: 'number' }],
};

@Resolver(() => AuditEventType)
export class AuditEventResolver {
  @Query(() => AuditEventConnection, {
    description:
      'The audit trail, newest first. Planners see the entries of their units, operators those that concern no unit, such as changes of accounts and imports; for others the list is empty.',
  })
  auditEvents(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => AuditEventFilter, {
      nullable: true,
      description: 'Conditions for the list.',
    })
    filter: AuditEventFilter | null,
  ): Promise<Connection<AuditEventRow>> {
    const conditions = {
      unitId: rowIdOf('AdministrativeUnit', filter?.unit),
      institutionId: rowIdOf('Institution', filter?.institution),
      subject: filter?.subject == null ? null : (parseGlobalId(filter.subject) ?? NOTHING),
      accountId: rowIdOf('Account', filter?.account),
      action: filter?.action ?? null,
      from: filter?.from ?? null,
      to: filter?.to ?? null,
    };
    const page = pageOf(pageArguments, NEWEST_FIRST);
    return readPage(context, 'audit events', conditions, 0, page, () =>
      auditEventRows(context, conditions),
    );
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When the change was made.' })
  at(@Root() event: AuditEventRow): Date {
    return new Date(event.at);
  }

  @FieldResolver(() => AccountType, {
    nullable: true,
    description:
      'The account that made the change. Null when nobody was signed in, and for viewers who are not operators; accountName then gives the name.',
  })
  account(
    @Ctx() context: Context,
    @Root() event: AuditEventRow,
  ): Promise<AccountRow | null> | null {
    return event.accountId === null ? null : loadAccount(context, event.accountId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The network address of the request. Null when no request made the change, and for viewers who are neither operators nor planners of the unit.',
  })
  address(@Ctx() context: Context, @Root() event: AuditEventRow): string | null {
    return overseesEvent(context, event) ? event.address : null;
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'The changed object as it is now. Null when it no longer exists, has no id of its own, or the viewer may not see it.',
  })
  subject(@Ctx() context: Context, @Root() event: AuditEventRow): Promise<NodeRow | null> {
    return loadNode(context, toGlobalId(event.subjectType, event.subjectId));
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution concerned; null when the change concerns none.',
  })
  institution(
    @Ctx() context: Context,
    @Root() event: AuditEventRow,
  ): Promise<InstitutionRow | null> | null {
    return event.institutionId === null ? null : loadInstitution(context, event.institutionId);
  }

  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description:
      'The unit of the institution at that time, or the unit that called the round; null when the change concerns no unit.',
  })
  unit(@Ctx() context: Context, @Root() event: AuditEventRow): Promise<UnitRow | null> | null {
    return event.unitId === null ? null : loadUnit(context, event.unitId);
  }

  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'The changed fields with their values before the change. Null when there were none, when they are not recorded (passwords), and for drafts of an institution that the viewer does not report for.',
  })
  before(@Ctx() context: Context, @Root() event: AuditEventRow): object | null {
    return seesContent(context, event) ? event.before : null;
  }

  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'The changed fields with their values after the change. Null when none are left, when they are not recorded (passwords), and for drafts of an institution that the viewer does not report for.',
  })
  after(@Ctx() context: Context, @Root() event: AuditEventRow): object | null {
    return seesContent(context, event) ? event.after : null;
  }
}

@Resolver(() => InstitutionType)
export class InstitutionHistoryResolver {
  @FieldResolver(() => AuditEventConnection, {
    description:
      'The changes of the institution and its updates, newest first. Visible to its administrators, to reviewers responsible for it and to planners of its present unit; for others the list is empty.',
  })
  async history(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<AuditEventRow>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    const parent = (await inspects(context, institution.id)) ? institution.id : 0;
    return readPage(context, 'history of', {}, parent, page, (id) =>
      historyRows(context.database, id),
    );
  }
}

const NOTHING = { type: '', id: 0 };
