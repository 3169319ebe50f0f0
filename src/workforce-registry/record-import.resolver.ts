import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import type { Problem } from '../shared/csv.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { RECORD_COLUMNS, workforceTemplate } from './record-columns.js';
import { importRecords, type WorkforceImportedRow } from './record-import.service.js';
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
    description: 'A template for a file for workforceImport, with its columns explained.',
  })
  workforceImportTemplate(@Ctx() { language }: Context): WorkforceImportTemplate {
    const columns = RECORD_COLUMNS.map(({ name, required, meaning, values }) => ({
      ...{ name, required, values: [...values] },
      meaning: meaning[language],
    }));
    return { content: workforceTemplate(), columns };
  }

  @Mutation(() => WorkforceImportPayload, {
    // Each row is read and checked, whatever the query selects.
    complexity: ({ childComplexity }) => ROWS_EXPECTED + childComplexity,
    description:
      'Imports the counts of a CSV file, or previews the import. A row with the same unit, subject and first day as a recorded one changes that record: an empty cell empties, and a column that the file leaves out changes nothing. The file is imported completely or, if it has any problem, not at all. The viewer must plan for the unit of each row.',
  })
  async workforceImport(
    @Ctx() context: Context,
    @Arg('input', () => WorkforceImportInput, { description: 'The file to import.' })
    input: WorkforceImportInput,
  ): Promise<WorkforceImportPayload> {
    const { language } = context;
    const { value, refusals, problems, findings } = await importRecords(context, input);
    const inLanguage = ({ text, ...found }: Problem) => ({ ...found, message: text[language] });
    return {
      workforceImport: value,
      problems: problems.map(inLanguage),
      findings: findings.map(inLanguage),
      userErrors: userErrors(refusals, language),
    };
  }

  @FieldResolver(() => AdministrativeUnitType, { description: 'The unit that is counted.' })
  unit(@Ctx() context: Context, @Root() { unitId }: WorkforceImportedRow): Promise<UnitRow | null> {
    return loadUnit(context, unitId);
  }
}
