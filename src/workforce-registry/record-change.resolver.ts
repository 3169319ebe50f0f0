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
import { createRecord, removeRecord, updateRecord, type ChangedRecord } from './record.service.js';
import { WorkforceRecordPayload, type WorkforceRecordType } from './record.type.js';

@Resolver()
export class WorkforceRecordChangeResolver {
  @Mutation(() => WorkforceRecordPayload, {
    description:
      'Records a count of one subject of a unit that the viewer plans for. Everything that keeps it from being recorded comes at once.',
  })
  async workforceRecordCreate(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceRecordCreateInput, { description: 'The count.' })
    input: WorkforceRecordCreateInput,
  ): Promise<WorkforceRecordPayload> {
    const unitId = fromGlobalId('AdministrativeUnit', input.unit);
    return payloadOf(context, await createRecord(context, unitId, input));
  }

  @Mutation(() => WorkforceRecordPayload, {
    description:
      'Puts what a record says in the place of what it said: a new version. The one before stays as it was known.',
  })
  async workforceRecordUpdate(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceRecordUpdateInput, { description: 'The record.' })
    input: WorkforceRecordUpdateInput,
  ): Promise<WorkforceRecordPayload> {
    return payloadOf(context, await updateRecord(context, rowOf(input), input));
  }

  @Mutation(() => WorkforceRecordPayload, {
    description:
      'Takes a record back: it counts nothing from the next read on, and stays in history with the reason.',
  })
  async workforceRecordRemove(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceRecordRemoveInput, { description: 'The record.' })
    input: WorkforceRecordRemoveInput,
  ): Promise<WorkforceRecordPayload> {
    return payloadOf(context, await removeRecord(context, rowOf(input), input));
  }
}

const rowOf = ({ id }: { id: string }) => fromGlobalId('WorkforceRecord', id);

/** The record is read again: its answer shows what the viewer may see now. */
async function payloadOf(
  context: Context,
  { value, refusals }: Answer<ChangedRecord>,
): Promise<WorkforceRecordPayload> {
  const record = value && (await loadRecord(context, value.id));
  return {
    workforceRecord: record as WorkforceRecordType | null,
    userErrors: userErrors(refusals, context.language),
  };
}
