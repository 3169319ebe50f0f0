import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { RECORDED_BY, momentOf } from '../graphql/known-at.js';
import type { Context } from '../request/context.js';
import {
  loadSuccessions,
  type InstitutionSuccessionRow,
} from './institution-succession.queries.js';
import { InstitutionSuccessionType } from './institution-succession.type.js';

@Resolver(() => InstitutionType)
export class InstitutionSuccessionsResolver {
  @FieldResolver(() => [InstitutionSuccessionType], {
    description:
      'The successions by which this institution took over from others, in order of time; empty when none is recorded.',
  })
  async predecessors(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Arg('knownAt', () => GraphQLDateTime, { nullable: true, description: RECORDED_BY })
    knownAt: Date | null,
  ): Promise<InstitutionSuccessionRow[]> {
    const moment = momentOf(knownAt);
    return (await loadSuccessions(context, institution.id, 'successorId', moment)) ?? [];
  }

  @FieldResolver(() => [InstitutionSuccessionType], {
    description:
      'The successions by which others took over from this institution, in order of time: what took its place, or was split from it. Empty when none is recorded.',
  })
  async successors(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Arg('knownAt', () => GraphQLDateTime, { nullable: true, description: RECORDED_BY })
    knownAt: Date | null,
  ): Promise<InstitutionSuccessionRow[]> {
    const moment = momentOf(knownAt);
    return (await loadSuccessions(context, institution.id, 'predecessorId', moment)) ?? [];
  }
}

@Resolver(() => InstitutionSuccessionType)
export class InstitutionSuccessionResolver {
  @FieldResolver(() => InstitutionType, {
    description: 'The institution that was merged, or of which a part was split off.',
  })
  predecessor(
    @Ctx() context: Context,
    @Root() succession: InstitutionSuccessionRow,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, succession.predecessorId);
  }

  @FieldResolver(() => InstitutionType, { description: 'The institution that took over.' })
  successor(
    @Ctx() context: Context,
    @Root() succession: InstitutionSuccessionRow,
  ): Promise<InstitutionRow | null> {
    return loadInstitution(context, succession.successorId);
  }
}
