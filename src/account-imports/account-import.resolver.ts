import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { userErrors } from '../graphql/user-error.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { invitationsOf } from '../invitations/invitation.resolver.js';
import type { Context } from '../request/context.js';
import type { Problem } from '../shared/csv.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { ACCOUNT_COLUMNS, accountTemplate, accountWorkbook } from './account-columns.js';
import { importAccounts, MOST_ROWS } from './account-import.service.js';
import {
  AccountImportInput,
  AccountImportPayload,
  AccountImportRow,
  AccountImportTemplate,
  ROWS_EXPECTED,
} from './account-import.type.js';
import { keyOf, type PlannedRow } from './account-plan.js';

type ToldRow = AccountImportRow & Pick<PlannedRow['duty'], 'unitId' | 'institutionId'>;

@Resolver(() => AccountImportRow)
export class AccountImportResolver {
  @Query(() => AccountImportTemplate, {
    description: 'A template for a file for accountImport, with its columns explained.',
  })
  async accountImportTemplate(@Ctx() { language }: Context): Promise<AccountImportTemplate> {
    const columns = ACCOUNT_COLUMNS.map(({ name, required, meaning, values }) => ({
      ...{ name, required, values },
      meaning: meaning[language],
    }));
    const workbook = (await accountWorkbook()).toString('base64');
    return { csv: accountTemplate(), workbook, columns };
  }

  @Mutation(() => AccountImportPayload, {
    // Each row is read and checked, whatever the query selects.
    complexity: ({ childComplexity }) => ROWS_EXPECTED + childComplexity,
    description:
      'Makes the accounts of a file, or previews them. A row is an account with one role. An account is known by what it signs in with: its e-mail, its name or, for a school without either, the code of the institution. A recorded one gets the name and the role of the row; nothing is taken from it. The file is imported completely or, if it has any problem, not at all. For operators; planners import accounts of schools in their units.',
  })
  async accountImport(
    @Ctx() context: Context,
    @Arg('input', () => AccountImportInput, { description: 'The file to import.' })
    input: AccountImportInput,
  ): Promise<AccountImportPayload> {
    const { language } = context;
    const { value, refusals, problems, findings } = await importAccounts(context, input);
    const inLanguage = ({ text, ...found }: Problem) => ({ ...found, message: text[language] });
    return {
      accountImport: value && {
        ...value,
        rows: value.rows.map(told),
        invitations: await invitationsOf(context, value.invited),
      },
      problems: problems.slice(0, MOST_ROWS).map(inLanguage),
      findings: findings.map(inLanguage),
      userErrors: userErrors(refusals, language),
    };
  }

  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit of a planner or reviewer; null for other roles.',
  })
  unit(@Ctx() context: Context, @Root() row: ToldRow): Promise<UnitRow | null> | null {
    return row.unitId === null ? null : loadUnit(context, row.unitId);
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution of a school administrator; null for other roles.',
  })
  institution(
    @Ctx() context: Context,
    @Root() row: ToldRow,
  ): Promise<InstitutionRow | null> | null {
    return row.institutionId === null ? null : loadInstitution(context, row.institutionId);
  }
}

function told({ duty, ...planned }: PlannedRow): ToldRow {
  return { ...planned, ...duty, signInName: keyOf(planned) };
}
