import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { rowIdOf } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { loadImportRun, runsSeen, type ImportRunRow } from './import-run.queries.js';
import {
  ImportRunConnection,
  ImportRunType,
  ImportUndoInput,
  ImportUndoPayload,
} from './import-run.type.js';
import { undoForViewer } from './import-undo.service.js';

const NEWEST_FIRST: Order = {
  name: 'import-run-newest',
  descending: true,
  columns: [{ name: 'id', type: 'number' }],
};

@Resolver(() => ImportRunType)
export class ImportRunResolver {
  @Query(() => ImportRunConnection, {
    description:
      'The imported files that changed something, newest first. Operators see all of them, others those that they imported themselves.',
  })
  imports(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<ImportRunRow>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    const { viewer } = context;
    return readPage(context, 'imports', viewer?.accountId ?? null, 0, page, () =>
      runsSeen(context),
    );
  }

  @Mutation(() => ImportUndoPayload, {
    description:
      'Undoes an import as a whole, as long as nothing rests on what it changed: every answer known now is then as it was before, for every date. What was known in between stays readable with knownAt where that is offered. For operators; planners may undo their own imports of counts.',
  })
  async importUndo(
    @Ctx() context: Context,
    @Arg('input', () => ImportUndoInput, { description: 'The import.' }) input: ImportUndoInput,
  ): Promise<ImportUndoPayload> {
    const { language } = context;
    const undone = await undoForViewer(context, rowIdOf('ImportRun', input.id) ?? 0, input);
    const run = undone.value && (await loadImportRun(context, undone.value.id));
    return {
      importRun: run,
      problems: undone.obstacles.map(({ row, value, code, text }) => ({
        ...{ row, subject: value!, code, message: text[language] },
      })),
      userErrors: userErrors(undone.refusals, language),
    };
  }

  @FieldResolver(() => Int, {
    description: 'The number of the import, as the command line names it: hub import undo 12.',
  })
  number(@Root() { id }: ImportRunRow): number {
    return id;
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When the file was imported.' })
  at(@Root() { at }: ImportRunRow): Date {
    return new Date(at);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the import was undone; null while it holds.',
  })
  undoneAt(@Root() { undoneAt }: ImportRunRow): Date | null {
    return undoneAt === null ? null : new Date(undoneAt);
  }
}
