import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { KNOWN_AT, momentKnown } from '../graphql/known-at.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { todayOrLastDay, type LocalDate } from '../shared/dates.js';
import { FrameworkResultType } from './framework-result.type.js';
import { loadLevels, type LevelRow } from './levels.queries.js';
import type { FrameworkResult } from './score.js';

@ObjectType('InstitutionFrameworkResult', {
  description: 'What counts of an institution under a framework, whatever its version.',
})
class InstitutionFrameworkResultType {
  @Field(() => GraphQLLocalDate, {
    description: 'The reference date of the round whose approved answers these are.',
  })
  asOf!: string;
}

@Resolver(() => InstitutionType)
class InstitutionLevelsResolver {
  @FieldResolver(() => [InstitutionFrameworkResultType], {
    description:
      'What the institution has under each framework: the approved answers of the latest round that asked it. Levels are decided by the framework, not by an authority.',
  })
  async frameworkResults(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Arg('asOf', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The date; left out means today, or the last day of an institution that has closed.',
    })
    asOf: LocalDate | null,
    @Arg('knownAt', () => GraphQLDateTime, { nullable: true, description: KNOWN_AT })
    knownAt: Date | null,
  ): Promise<LevelRow[]> {
    const date = asOf ?? todayOrLastDay(institution.closedOn, context.today);
    const moment = await momentKnown(context, knownAt);
    return (await loadLevels(context, institution.id, date, moment)) ?? [];
  }
}

@Resolver(() => InstitutionFrameworkResultType)
class InstitutionFrameworkResultResolver {
  @FieldResolver(() => FrameworkResultType, { description: 'The result.' })
  result(@Root() level: LevelRow): FrameworkResult {
    return level;
  }
}

export const LEVEL_RESOLVERS = [
  InstitutionLevelsResolver,
  InstitutionFrameworkResultResolver,
] as const;
