import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import type { Connection } from '../graphql/connection.js';
import { rowIdOf } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { userErrors } from '../graphql/user-error.js';
import { loadImportRun, type ImportRunRow } from '../imports/import-run.queries.js';
import { ImportRunType } from '../imports/import-run.type.js';
import type { Context } from '../request/context.js';
import { ImportJobRowKind } from './import-job.enums.js';
import {
  ImportJobAnswerInput,
  ImportJobDiscardInput,
  ImportJobSaveInput,
  ImportJobStartInput,
  ImportJobUndoInput,
} from './import-job.inputs.js';
import {
  jobsSeen,
  loadImportJob,
  rowsOfJob,
  type ImportJobData,
  type ImportJobRowData,
} from './import-job.queries.js';
import { answerJob, discardJob, saveJob, startJob, startUndo } from './import-job.service.js';
import { ImportJobPayload, ImportJobStartPayload } from './import-job-payload.type.js';
import { ImportJobConnection, ImportJobRowConnection, ImportJobType } from './import-job.type.js';
import { IMPORT_ADDRESS_LIFE, importUploadAddress, LARGEST_IMPORT } from './upload-address.js';

const NEWEST_FIRST: Order = {
  name: 'import-job-newest',
  descending: true,
  columns: [{ name: 'id', type: 'number' }],
};

const BY_ROW: Order = {
  name: 'import-job-row',
  descending: false,
  columns: [
    { name: 'row', type: 'number' },
    { name: 'id', type: 'number' },
  ],
};

const WHO =
  'Operators bring files of every kind, planners those of institutions and of counts, for their own units.';

@Resolver(() => ImportJobType)
export class ImportJobResolver {
  @Query(() => ImportJobConnection, {
    description:
      'Files that were brought, and undoings, newest first. Operators see all of them, others their own.',
  })
  importJobs(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<ImportJobData>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    const { viewer } = context;
    return readPage(context, 'importJobs', viewer?.accountId ?? null, 0, page, () =>
      jobsSeen(context),
    );
  }

  @Mutation(() => ImportJobStartPayload, {
    description: `Brings a file. The hub checks it in its own time; nothing is recorded before importJobSave. ${WHO}`,
  })
  async importJobStart(
    @Ctx() context: Context,
    @Arg('input', () => ImportJobStartInput, { description: 'The file.' })
    input: ImportJobStartInput,
  ): Promise<ImportJobStartPayload> {
    const answer = await startJob(context, input);
    const started = await payload(context, answer);
    const expiresAt = new Date(context.now.getTime() + IMPORT_ADDRESS_LIFE);
    const upload =
      started.importJob?.state === 'RECEIVING'
        ? {
            address: importUploadAddress(context.tokenSecret, started.importJob.id, expiresAt),
            expiresAt,
            mostBytes: LARGEST_IMPORT,
          }
        : null;
    return { ...started, upload };
  }

  @Mutation(() => ImportJobStartPayload, {
    description:
      'Undoes an import as importUndo does, in the hub’s own time, so that it may be a large one. What rests on it is in the rows of the job. For operators; planners may undo their own imports of counts.',
  })
  async importJobUndo(
    @Ctx() context: Context,
    @Arg('input', () => ImportJobUndoInput, { description: 'The import.' })
    input: ImportJobUndoInput,
  ): Promise<ImportJobStartPayload> {
    const runId = rowIdOf('ImportRun', input.importRun) ?? 0;
    return {
      ...(await payload(context, await startUndo(context, { runId, input }))),
      upload: null,
    };
  }

  @Mutation(() => ImportJobPayload, {
    description: `Answers what is asked about rows, one by one or all at once, and has the file checked again. ${WHO}`,
  })
  async importJobAnswer(
    @Ctx() context: Context,
    @Arg('input', () => ImportJobAnswerInput, { description: 'The job and the answers.' })
    input: ImportJobAnswerInput,
  ): Promise<ImportJobPayload> {
    const request = { jobId: rowIdOf('ImportJob', input.id), input };
    return payload(context, await answerJob(context, request, input));
  }

  @Mutation(() => ImportJobPayload, {
    description: `Saves a file that was checked and of which nothing is in the way: all of it, or nothing. If what is recorded has changed since it was checked so that the file would do something else, it is checked again instead. ${WHO}`,
  })
  async importJobSave(
    @Ctx() context: Context,
    @Arg('input', () => ImportJobSaveInput, { description: 'The job.' })
    input: ImportJobSaveInput,
  ): Promise<ImportJobPayload> {
    const request = { jobId: rowIdOf('ImportJob', input.id), input };
    return payload(context, await saveJob(context, request));
  }

  @Mutation(() => ImportJobPayload, {
    description: `Throws away a file that was not saved. ${WHO}`,
  })
  async importJobDiscard(
    @Ctx() context: Context,
    @Arg('input', () => ImportJobDiscardInput, { description: 'The job.' })
    input: ImportJobDiscardInput,
  ): Promise<ImportJobPayload> {
    const request = { jobId: rowIdOf('ImportJob', input.id), input };
    return payload(context, await discardJob(context, request));
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When it was brought.' })
  createdAt(@Root() { createdAt }: ImportJobData): Date {
    return new Date(createdAt);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the hub works on it now; false while it waits for its turn, or for people.',
  })
  working(@Root() { isTaken }: ImportJobData): boolean {
    return isTaken;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the undoing of an import.' })
  undoes(@Root() { undoesId }: ImportJobData): boolean {
    return undoesId !== null;
  }

  @FieldResolver(() => Int, { description: 'The number of rows that were left out by an answer.' })
  leftOut(@Root() { answers }: ImportJobData): number {
    return Object.values(answers).filter(({ answer }) => answer === 'LEAVE_OUT').length;
  }

  @FieldResolver(() => Int, {
    description: 'The number of rows with an answer, those left out too.',
  })
  answered(@Root() { answers }: ImportJobData): number {
    return Object.keys(answers).length;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why it was not done, or has to be looked at again, in the language of the request; null when there is nothing to say.',
  })
  message(@Ctx() { language }: Context, @Root() { told }: ImportJobData): string | null {
    return told && told.text[language];
  }

  @FieldResolver(() => ImportRunType, {
    nullable: true,
    description: 'The import that came of it, or that it undoes; null before it is saved.',
  })
  importRun(
    @Ctx() context: Context,
    @Root() job: ImportJobData,
  ): Promise<ImportRunRow | null> | null {
    const id = job.runId ?? job.undoesId;
    return id === null ? null : loadImportRun(context, id);
  }

  @FieldResolver(() => ImportJobRowConnection, {
    description:
      'What was found in rows, and what they would change, by row; of problems the first 5000. Empty once the file is saved or discarded.',
  })
  rows(
    @Ctx() context: Context,
    @Root() { id }: ImportJobData,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('kinds', () => [ImportJobRowKind], {
      nullable: true,
      description: 'Only what is told in these ways; null for all.',
    })
    kinds: ImportJobRowKind[] | null,
  ): Promise<Connection<ImportJobRowData>> {
    const page = pageOf(pageArguments, BY_ROW);
    return readPage(context, 'importJobRows', kinds, id, page, (parent) =>
      rowsOfJob(context.database, parent, kinds),
    );
  }
}

async function payload(
  context: Context,
  { value, refusals }: Answer<{ id: number }>,
): Promise<ImportJobPayload> {
  const importJob = value && (await loadImportJob(context, value.id));
  return { importJob, userErrors: userErrors(refusals, context.language) };
}
