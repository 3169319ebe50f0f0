import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../request/context.js';
import type { Connection } from '../graphql/connection.js';
import { byPosition, pageOfList } from '../graphql/list-page.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { loadStatusUpdate, type StatusUpdateRow } from '../status-updates/status-update.queries.js';
import { StatusUpdateType } from '../status-updates/status-update.type.js';
import {
  inputRows,
  ledgerRows,
  notesOf,
  type ComponentRow,
  type InputRow,
  type LedgerRow,
} from './index-view.js';
import type { SourcedRecord } from './index-facts.queries.js';
import {
  IndexComponentType,
  IndexInputType,
  IndexLedgerConnection,
  IndexLedgerEntryType,
  IndexNoteType,
} from './workforce-index.type.js';
import { loadRecord } from '../workforce-registry/record-access.queries.js';
import type { RecordRow } from '../workforce-registry/record.queries.js';
import { WorkforceRecordType } from '../workforce-registry/record.type.js';

@Resolver(() => IndexComponentType)
export class IndexComponentResolver {
  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() context: Context, @Root() { component }: ComponentRow): string {
    return component.name[context.language];
  }

  @FieldResolver(() => String, {
    description: 'What the component measures, in the language of the request.',
  })
  measures(@Ctx() context: Context, @Root() { component }: ComponentRow): string {
    return component.measures[context.language];
  }

  @FieldResolver(() => String, {
    description: 'Who must act when points are missing, in the language of the request.',
  })
  owner(@Ctx() context: Context, @Root() { component }: ComponentRow): string {
    return component.owner[context.language];
  }

  @FieldResolver(() => [IndexInputType], {
    description: 'The numbers that the formula uses; for a sum, also the numbers that it adds up.',
  })
  inputs(@Root() row: ComponentRow): InputRow[] {
    return inputRows(row);
  }

  @FieldResolver(() => IndexLedgerConnection, {
    description:
      'The source of each point; empty when there are no points, and when they are withheld.',
  })
  ledger(
    @Root() row: ComponentRow,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Connection<LedgerRow> {
    return pageOfList(ledgerRows(row), pageOf(pageArguments, byPosition('index-ledger')));
  }

  @FieldResolver(() => [IndexNoteType], {
    description:
      'Remarks of documents about the counts, for example the reason why something was not counted; empty when there are none.',
  })
  notes(@Root() row: ComponentRow): SourcedRecord[] {
    return notesOf(row);
  }
}

@Resolver(() => IndexInputType)
export class IndexInputResolver {
  @FieldResolver(() => [WorkforceRecordType], {
    description: 'The records from which the number is taken; empty for numbers of institutions.',
  })
  async records(@Ctx() context: Context, @Root() { found }: InputRow): Promise<RecordRow[]> {
    const ids = found.contributions.flatMap(({ from }) =>
      'recordId' in from ? from.recordId : [],
    );
    const records = await Promise.all(ids.map((id) => loadRecord(context, id)));
    return records.filter((record) => record !== null);
  }
}

@Resolver(() => IndexLedgerEntryType)
export class IndexLedgerEntryResolver {
  @FieldResolver(() => WorkforceRecordType, {
    nullable: true,
    description: 'The record that earned the points; null when an institution earned them.',
  })
  record(@Ctx() context: Context, @Root() { from }: LedgerRow): Promise<RecordRow | null> | null {
    return 'recordId' in from ? loadRecord(context, from.recordId) : null;
  }

  @FieldResolver(() => StatusUpdateType, {
    nullable: true,
    description: 'The approved update that earned the points; null when a record earned them.',
  })
  update(
    @Ctx() context: Context,
    @Root() { from }: LedgerRow,
  ): Promise<StatusUpdateRow | null> | null {
    return 'updateId' in from ? loadStatusUpdate(context, from.updateId) : null;
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution that reported the update; null when a record earned the points.',
  })
  institution(
    @Ctx() context: Context,
    @Root() { from }: LedgerRow,
  ): Promise<InstitutionRow | null> | null {
    return 'institutionId' in from ? loadInstitution(context, from.institutionId) : null;
  }
}
