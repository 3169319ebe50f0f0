import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { LIMITS } from '../execution/limits/limits.js';
import { severalObjects } from '../graphql/answer-size.js';
import { CodeOutcome, type LookedUp, type LookupCost } from '../graphql/code-outcome.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { unitsOfCodes, type UnitRow } from './unit.queries.js';
import { AdministrativeUnitResolver, UnitSuccessionResolver } from './unit.resolver.js';
import { AdministrativeUnitType } from './unit.type.js';

@ObjectType('AdministrativeUnitByCode', {
  description: 'The unit that a code leads to, or why to none.',
})
class UnitByCodeType implements Pick<LookedUp<UnitRow>, 'code' | 'outcome'> {
  @Field(() => String, { description: 'The code, as it was asked for.' })
  code!: string;

  @Field(() => CodeOutcome, { description: 'What became of the code.' })
  outcome!: CodeOutcome;

  @Field(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit; null unless the outcome is FOUND.',
  })
  administrativeUnit(@Root() { found }: LookedUp<UnitRow>): UnitRow | null {
    return found;
  }

  @Field(() => [AdministrativeUnitType], {
    description:
      'The units that have the code, one of each tier, where the outcome is AMBIGUOUS; otherwise empty.',
  })
  candidates!: readonly UnitRow[];
}

@Resolver()
class UnitLookupResolver {
  @Query(() => [UnitByCodeType], {
    complexity: ({ args, childComplexity }: LookupCost) =>
      severalObjects((args.codes ?? []).length, childComplexity),
    description: `The units that had these codes on a date: a row for each code, in the order of the codes, also for those that lead to none. Each code is found as \`administrativeUnit(code:)\` finds one, but one that is ambiguous is no error: its row has the candidates.`,
  })
  administrativeUnitsByCode(
    @Ctx() context: Context,
    @Arg('codes', () => [String], {
      description: `The codes, with their leading zeros, at most ${LIMITS.list}. A code that is given twice has two rows.`,
    })
    codes: string[],
    @Arg('kind', () => UnitKind, {
      nullable: true,
      description: 'The tier of all of them; left out means any tier.',
    })
    kind: UnitKind | null,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'The date; left out means today.',
    })
    on: LocalDate | null,
  ): Promise<LookedUp<UnitRow>[]> {
    return unitsOfCodes(context, codes, kind, on ?? context.today);
  }
}

/** What resolves units. */
export const UNIT_RESOLVERS = [
  AdministrativeUnitResolver,
  UnitSuccessionResolver,
  UnitLookupResolver,
] as const;
