import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { LIMITS } from '../execution/limits/limits.js';
import { severalObjects } from '../graphql/answer-size.js';
import { CodeOutcome, type LookedUp, type LookupCost } from '../graphql/code-outcome.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { institutionsOfCodes } from './institution-code.queries.js';
import type { InstitutionRow } from './institution.queries.js';
import {
  InstitutionLocationResolver,
  InstitutionResolver,
  UnitInstitutionsResolver,
} from './institution.resolver.js';
import { InstitutionType } from './institution.type.js';

@ObjectType('InstitutionByCode', {
  description: 'The institution that a code leads to, or why to none.',
})
class InstitutionByCodeType implements Pick<LookedUp<InstitutionRow>, 'code' | 'outcome'> {
  @Field(() => String, { description: 'The code, as it was asked for.' })
  code!: string;

  @Field(() => CodeOutcome, { description: 'What became of the code.' })
  outcome!: CodeOutcome;

  @Field(() => InstitutionType, {
    nullable: true,
    description: 'The institution; null unless the outcome is FOUND.',
  })
  institution(@Root() { found }: LookedUp<InstitutionRow>): InstitutionRow | null {
    return found;
  }

  @Field(() => [InstitutionType], {
    description:
      'The institutions that have the code, at most 20, where the outcome is AMBIGUOUS; otherwise empty.',
  })
  candidates!: readonly InstitutionRow[];
}

@Resolver()
class InstitutionLookupResolver {
  @Query(() => [InstitutionByCodeType], {
    complexity: ({ args, childComplexity }: LookupCost) =>
      severalObjects((args.codes ?? []).length, childComplexity),
    description: `The institutions that had these codes on a date: a row for each code, in the order of the codes, also for those that lead to none. Each code is found as \`institution(code:)\` finds one, but one that is ambiguous is no error: its row has the candidates.`,
  })
  institutionsByCode(
    @Ctx() context: Context,
    @Arg('codes', () => [String], {
      description: `The codes, at most ${LIMITS.list}. A code that is given twice has two rows.`,
    })
    codes: string[],
    @Arg('system', () => String, {
      nullable: true,
      description: 'The system of all codes; left out means any system.',
    })
    system: string | null,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The date; left out means today or, where nobody uses a code today, the last day of its use.',
    })
    on: LocalDate | null,
  ): Promise<LookedUp<InstitutionRow>[]> {
    return institutionsOfCodes(context, codes, system, on ?? null);
  }
}

/** What resolves institutions, beside what is in files of their own. */
export const INSTITUTION_RESOLVERS = [
  InstitutionResolver,
  InstitutionLocationResolver,
  UnitInstitutionsResolver,
  InstitutionLookupResolver,
] as const;
