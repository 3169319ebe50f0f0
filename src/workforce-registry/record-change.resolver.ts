import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import type { Context } from '../request/context.js';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import {
  WorkforceRecordCreateInput,
  WorkforceRecordRemoveInput,
  WorkforceRecordUpdateInput,
} from './record.inputs.js';
import { loadRecord } from './record-access.queries.js';
import { WorkforceRecordPayload } from './record-payload.type.js';
import { createRecord, removeRecord, updateRecord, type ChangedRecord } from './record.service.js';

@Resolver()
export class WorkforceRecordChangeResolver {
  @Mutation(() => WorkforceRecordPayload, {
    description:
      'Creates a record: a count of one subject, in a unit for which the viewer plans. If it cannot be created, all reasons are returned at once.',
  })
  async workforceRecordCreate(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceRecordCreateInput, { description: 'The new record.' })
    input: WorkforceRecordCreateInput,
  ): Promise<WorkforceRecordPayload> {
    const unitId = fromGlobalId('AdministrativeUnit', input.unit);
    return payloadOf(context, await createRecord(context, unitId, input));
  }

  @Mutation(() => WorkforceRecordPayload, {
    description:
      'Replaces the content of a record by a new version. Earlier versions are kept as they were.',
  })
  async workforceRecordUpdate(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceRecordUpdateInput, {
      description: 'The record and its new content.',
    })
    input: WorkforceRecordUpdateInput,
  ): Promise<WorkforceRecordPayload> {
    return payloadOf(context, await updateRecord(context, rowOf(input), input));
  }

  @Mutation(() => WorkforceRecordPayload, {
    description:
      'Removes a record. It is not counted from the next read on, and it stays in the history with the reason.',
  })
  async workforceRecordRemove(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceRecordRemoveInput, { description: 'The record to remove.' })
    input: WorkforceRecordRemoveInput,
  ): Promise<WorkforceRecordPayload> {
    return payloadOf(context, await removeRecord(context, rowOf(input), input));
  }
}

const rowOf = ({ id }: { id: string }) => fromGlobalId('WorkforceRecord', id);

/** The record is read again, so that the answer shows what the viewer may see now. */
async function payloadOf(
  context: Context,
  { value, refusals }: Answer<ChangedRecord>,
): Promise<WorkforceRecordPayload> {
  const record = value && (await loadRecord(context, value.id));
  return {
    workforceRecord: record,
    userErrors: userErrors(refusals, context.language),
  };
}
