import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadImportRun } from '../imports/import-run.queries.js';
import { ImportRunResolver } from '../imports/import-run.resolver.js';
import type { Context } from '../request/context.js';
import { ImportKind } from '../vocabulary/imported-row.js';
import { loadImportJob, type ImportJobRowData } from './import-job.queries.js';
import { ImportJobResolver } from './import-job.resolver.js';
import { ImportColumn } from './import-job-payload.type.js';
import { ImportJobChange, ImportJobRow } from './import-job.type.js';
import { columnsOfKind } from './template-columns.js';

@Resolver(() => ImportJobRow)
class ImportJobRowResolver {
  @Query(() => [ImportColumn], {
    description:
      'The columns of a file, with their meaning; none for an edition of the index and a plan, which are JSON files. A workbook with them is at /exports/imports/<kind>.xlsx, such as institutions.xlsx.',
  })
  importColumns(
    @Ctx() { language }: Context,
    @Arg('kind', () => ImportKind, { description: 'What the file describes.' }) kind: ImportKind,
  ): ImportColumn[] {
    return columnsOfKind(kind).map(({ name, required, meaning, values }) => ({
      ...{ name, required, values: [...values] },
      meaning: meaning[language],
    }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What was found and what to do, in the language of the request; null for a change.',
  })
  message(@Ctx() { language }: Context, @Root() { text }: ImportJobRowData): string | null {
    return text && text[language];
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether SAME answers it: it looks like an institution that is recorded.',
  })
  mayBeSame(@Root() { same }: ImportJobRowData): boolean {
    return same !== null;
  }

  @FieldResolver(() => [ImportJobChange], {
    description: 'The columns that it changes; empty for what was found.',
  })
  changes(@Root() { changes }: ImportJobRowData): ImportJobChange[] {
    return (changes ?? []).map((change) => ({ corrected: false, ...change }));
  }
}

/** Jobs, and the imports that come of them, with what loads a row of each. */
export const IMPORT_NODES = { ImportJob: loadImportJob, ImportRun: loadImportRun };

/** Of jobs, and of the imports that come of them. */
export const IMPORT_RESOLVERS = [
  ImportRunResolver,
  ImportJobResolver,
  ImportJobRowResolver,
] as const;
