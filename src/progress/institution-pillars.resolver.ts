import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { mayInspect } from '../auth/policy.js';
import { loadObserved } from '../counts/deciding-facts.queries.js';
import type { Observed } from '../counts/observe.js';
import { placesOf, type InstitutionFacts, type Moment } from '../counts/facts.js';
import { loadRules } from '../counts/rules.queries.js';
import { loadExceptions, roundsFor } from '../exceptions/exception.queries.js';
import { asksFor } from '../graphql/asked-for.js';
import { KNOWN_AT, momentKnown } from '../graphql/known-at.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { loadRoundsReaching, type RoundRow } from '../rounds/round.queries.js';
import { roundsKnownAt } from '../rounds/rounds-known.js';
import { todayOrLastDay, type LocalDate } from '../shared/dates.js';
import { loadStatusUpdate, type StatusUpdateRow } from '../status-updates/status-update.queries.js';
import { StatusUpdateType } from '../status-updates/status-update.type.js';
import { asPublic, pillarStatuses, type PillarStatusRow } from './pillar-status.js';
import { PillarStatusType } from './progress.type.js';

@Resolver(() => InstitutionType)
export class InstitutionPillarsResolver {
  @FieldResolver(() => [PillarStatusType], {
    description:
      'The status of the institution in each of the four pillars: always four, in the order of the enum.',
  })
  async pillars(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Arg('asOf', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The date; left out means today, or the last day of an institution that has closed.',
    })
    asOf: LocalDate | null,
    @Arg('knownAt', () => GraphQLDateTime, {
      nullable: true,
      description: KNOWN_AT,
    })
    knownAt: Date | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PillarStatusRow[]> {
    const date = asOf ?? todayOrLastDay(institution.closedOn, context.today);
    const moment = await momentKnown(context, knownAt);
    const { facts, observed: known } = await loadObserved(context, institution.id, date, moment);
    const observed = await asSeen(context, institution.id, known);
    const rounds = asksFor(info, 'observation')
      ? roundsFor(
          ...(await Promise.all([
            loadRoundsCalled(context, facts, moment),
            loadExceptions(context, institution.id),
          ])),
          moment,
        )
      : [];
    return pillarStatuses(observed, { rounds, rules: await loadRules(context) }, date);
  }
}

@Resolver(() => PillarStatusType)
export class PillarStatusResolver {
  @FieldResolver(() => StatusUpdateType, {
    nullable: true,
    description: 'The update that counts; null unless the observation is REPORTED.',
  })
  update(
    @Ctx() context: Context,
    @Root() status: PillarStatusRow,
  ): Promise<StatusUpdateRow | null> | null {
    return status.updateId === null ? null : loadStatusUpdate(context, status.updateId);
  }
}

/** The rounds for all its communes, because the rounds of a former commune called it too. */
async function loadRoundsCalled(
  context: Context,
  facts: Pick<InstitutionFacts, 'periods'>,
  knownAt: Moment,
): Promise<RoundRow[]> {
  const rounds = await Promise.all(
    placesOf(facts).map((unitId) => loadRoundsReaching(context, unitId, knownAt)),
  );
  return rounds.flatMap((each) => roundsKnownAt(each ?? [], knownAt));
}

/** The part that the viewer may know. */
async function asSeen(context: Context, id: number, observed: Observed): Promise<Observed> {
  if (![...observed.states.values()].some(({ pending }) => pending?.returned)) return observed;
  const place = context.viewer && (await loadPlace(context, id));
  return place && mayInspect(context.viewer, place) ? observed : asPublic(observed);
}
