import { firstOf } from '../shared/required.js';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { fromGlobalId } from '../graphql/node.js';
import { checkLimit, PAGE_LIMIT } from '../graphql/page.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { callingOf, type CallingRow } from './round-calling.queries.js';
import {
  CalledKindType,
  NotCalledInstitutionType,
  RoundCallingType,
} from './round-calling.type.js';

@Resolver(() => RoundCallingType)
export class RoundCallingResolver {
  @Query(() => RoundCallingType, {
    nullable: true,
    description:
      'Whom a round would call, before it is made: the institutions that were in its unit on the reference date and of whose kind one of the frameworks asks something. Null when nothing has one of the ids.',
  })
  async reportingRoundPreview(
    @Ctx() context: Context,
    @Arg('unit', () => ID, { description: 'The unit that would call its institutions.' })
    unit: string,
    @Arg('framework', () => ID, {
      nullable: true,
      description: 'The framework that they would answer; left out when `frameworks` is given.',
    })
    framework: string | null,
    @Arg('frameworks', () => [ID], {
      nullable: true,
      description: 'The frameworks that they would answer.',
    })
    frameworks: string[] | null,
    @Arg('referenceDate', () => GraphQLLocalDate, {
      description: 'The date that the answers would describe.',
    })
    referenceDate: LocalDate,
  ): Promise<readonly CallingRow[] | null> {
    const unitId = fromGlobalId('AdministrativeUnit', unit);
    const asked = [...(framework == null ? [] : [framework]), ...(frameworks ?? [])];
    const frameworkIds = asked.flatMap((id) => fromGlobalId('Framework', id) ?? []);
    if (unitId === null || frameworkIds.length === 0) return null;
    return callingOf(context.database, { unitId, frameworkIds, referenceDate }, context.today);
  }

  @FieldResolver()
  called(@Root() rows: readonly CallingRow[]): number {
    return rows.filter(({ reason }) => reason === null).length;
  }

  @FieldResolver()
  notCalledCount(@Root() rows: readonly CallingRow[]): number {
    return rows.filter(({ reason }) => reason !== null).length;
  }

  @FieldResolver()
  kinds(@Root() rows: readonly CallingRow[]): CalledKindType[] {
    const groups = Map.groupBy(rows, ({ kind, reason }) => `${reason ?? ''} ${kind}`);
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, group]) => {
        const { kind, reason } = firstOf(group);
        return { kind, reason, institutions: group.length };
      });
  }

  @FieldResolver(() => [NotCalledInstitutionType], {
    description: 'The institutions that would not be called, by reason, then by name.',
  })
  notCalled(
    @Root() rows: readonly CallingRow[],
    @Arg('first', () => Int, {
      defaultValue: 50,
      description: `The number of institutions, 1 to ${PAGE_LIMIT}.`,
    })
    first: number,
  ): CallingRow[] {
    checkLimit('first', first);
    return rows.filter(({ reason }) => reason !== null).slice(0, first);
  }
}

@Resolver(() => NotCalledInstitutionType)
export class NotCalledInstitutionResolver {
  @FieldResolver()
  institution(
    @Ctx() context: Context,
    @Root() { institutionId }: CallingRow,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, institutionId);
  }
}
