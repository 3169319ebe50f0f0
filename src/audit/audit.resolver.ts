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

/** The trail grows in the order of its ids. */
const NEWEST_FIRST: Order = {
  name: 'audit-event-newest',
  descending: true,
  columns: [{ name: 'id', type: 'number' }],
};

@Resolver(() => AuditEventType)
export class AuditEventResolver {
  @Query(() => AuditEventConnection, {
    description:
      'The audit trail, newest first: for planners what happened in their units, for operators what concerns no unit, such as accounts and imports; for everybody else nothing.',
  })
  auditEvents(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => AuditEventFilter, {
      nullable: true,
      description: 'Which entries to list.',
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
      'The account that made the change; null where nobody was signed in, and for all but operators: accountName tells who.',
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
      'The network address that the request came from; null where no request made the change, and for all but operators and the planners of the unit.',
  })
  address(@Ctx() context: Context, @Root() event: AuditEventRow): string | null {
    return overseesEvent(context, event) ? event.address : null;
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'What was changed, as it is now; null when it is no longer there, has no id of its own, or the viewer may not see it.',
  })
  subject(@Ctx() context: Context, @Root() event: AuditEventRow): Promise<NodeRow | null> {
    return loadNode(context, toGlobalId(event.subjectType, event.subjectId));
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution whose story it belongs to; null when it concerns none.',
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
      'The unit that the institution was in then, or that called the round; null when it concerns none.',
  })
  unit(@Ctx() context: Context, @Root() event: AuditEventRow): Promise<UnitRow | null> | null {
    return event.unitId === null ? null : loadUnit(context, event.unitId);
  }

  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'What changed, as it was before, field by field; null where there was nothing, where it is not kept (passwords), and for a draft of an institution that is not the viewer’s.',
  })
  before(@Ctx() context: Context, @Root() event: AuditEventRow): object | null {
    return seesContent(context, event) ? event.before : null;
  }

  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'What changed, as it was afterwards, field by field; null where nothing is left, where it is not kept (passwords), and for a draft of an institution that is not the viewer’s.',
  })
  after(@Ctx() context: Context, @Root() event: AuditEventRow): object | null {
    return seesContent(context, event) ? event.after : null;
  }
}

@Resolver(() => InstitutionType)
export class InstitutionHistoryResolver {
  @FieldResolver(() => AuditEventConnection, {
    description:
      'What was done with its updates and itself, newest first: for its administrators, for reviewers whose duty it is in, and for planners of its unit today; for everybody else there is nothing.',
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
