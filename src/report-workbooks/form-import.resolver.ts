import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { userErrors } from '../graphql/user-error.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { loadRound, type RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import { loadStatusUpdate } from '../status-updates/status-update.queries.js';
import type { ImportedAnswer } from './form-changes.js';
import { StatusUpdateImportInput } from './form-import.inputs.js';
import { importForm } from './form-import.service.js';
import { StatusUpdateImportedAnswer, StatusUpdateImportPayload } from './form-import.type.js';

@Resolver(() => StatusUpdateImportPayload)
export class StatusUpdateImportResolver {
  @Mutation(() => StatusUpdateImportPayload, {
    description:
      'Takes in the form of a report that was filled in as a workbook without a network: shows each answer that it changes, saves them as a draft, or hands the report in, by the rules of statusUpdateSave and statusUpdateSubmit. What was not touched in the form stays as it is in the hub. For those who report for the institution, and for planners of its unit, who thereby may not decide on it.',
  })
  async statusUpdateImport(
    @Ctx() context: Context,
    @Arg('input', () => StatusUpdateImportInput, { description: 'The form, and what to do.' })
    input: StatusUpdateImportInput,
  ): Promise<StatusUpdateImportPayload> {
    const { answer, problems, missing, ...read } = await importForm(context, input);
    const { language } = context;
    return {
      ...read,
      problems: problems.map(({ text, ...problem }) => ({ ...problem, message: text[language] })),
      submissionProblems: userErrors(missing, language),
      statusUpdate: answer.value && (await loadStatusUpdate(context, answer.value.id)),
      userErrors: userErrors(answer.refusals, language),
    };
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution of which the form is; null where the file is no form.',
  })
  institution(
    @Ctx() context: Context,
    @Root() { institutionId }: StatusUpdateImportPayload,
  ): Promise<InstitutionRow | null> | null {
    return institutionId === null ? null : loadInstitution(context, institutionId);
  }

  @FieldResolver(() => ReportingRoundType, {
    nullable: true,
    description: 'The round of which the form is; null where the file is no form.',
  })
  round(
    @Ctx() context: Context,
    @Root() { roundId }: StatusUpdateImportPayload,
  ): Promise<RoundRow | null> | null {
    return roundId === null ? null : loadRound(context, roundId);
  }

  @FieldResolver(() => [StatusUpdateImportedAnswer], {
    description:
      'The answers that the form changes, in its order; empty where it changes none, and where it cannot be read.',
  })
  answers(@Root() { answers }: StatusUpdateImportPayload): readonly ImportedAnswer[] {
    return answers;
  }
}
