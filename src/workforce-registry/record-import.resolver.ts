import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { RECORD_COLUMNS, workforceTemplate } from './record-columns.js';
import { importRecords, type ImportedRow } from './record-import.service.js';
import {
  ROWS_EXPECTED,
  WorkforceImportInput,
  WorkforceImportPayload,
  WorkforceImportRow,
  WorkforceImportTemplate,
} from './record-import.type.js';

@Resolver(() => WorkforceImportRow)
export class WorkforceImportResolver {
  @Query(() => WorkforceImportTemplate, {
    description: 'What a file for workforceImport starts from, with its columns explained.',
  })
  workforceImportTemplate(@Ctx() { language }: Context): WorkforceImportTemplate {
    const columns = RECORD_COLUMNS.map(({ name, required, meaning, values }) => ({
      ...{ name, required, values: [...values] },
      meaning: meaning[language],
    }));
    return { content: workforceTemplate(), columns };
  }

  @Mutation(() => WorkforceImportPayload, {
    // Each row is read and checked, whatever is asked of it.
    complexity: ({ childComplexity }) => ROWS_EXPECTED + childComplexity,
    description:
      'Records the counts of a CSV file, or tells what that would do. A row whose unit, subject and first day are recorded already takes the place of all that record says: a column left out is an empty one. All of the file is taken or, with any problem, nothing; each row has to be of a unit that the viewer plans for.',
  })
  async workforceImport(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceImportInput, { description: 'The file.' })
    input: WorkforceImportInput,
  ): Promise<WorkforceImportPayload> {
    const { language } = context;
    const { value, refusals, problems } = await importRecords(context, input);
    return {
      workforceImport: value,
      problems: problems.map(({ text, ...problem }) => ({ ...problem, message: text[language] })),
      userErrors: userErrors(refusals, language),
    };
  }

  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit that is told of.' })
  unit(@Ctx() context: Context, @Root() { unitId }: ImportedRow): Promise<UnitRow | null> {
    return loadUnit(context, unitId);
  }
}
