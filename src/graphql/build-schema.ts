import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import {
  buildSchema as buildTypeGraphQLSchema,
  getMetadataStorage,
  type PubSub,
} from 'type-graphql';
import { AccountResolver } from '../accounts/account.resolver.js';
import { GrantResolver } from '../accounts/grant.resolver.js';
import { SessionResolver } from '../accounts/session.resolver.js';
import { ApiKeyResolver, ApiKeySecretResolver } from '../api-keys/api-key.resolver.js';
import { AuditEventResolver, InstitutionHistoryResolver } from '../audit/audit.resolver.js';
import { EntryEvidenceResolver, EvidenceResolver } from '../evidence/evidence.resolver.js';
import { ChangeResolver } from '../feed/change.resolver.js';
import { CriterionResolver, FrameworkResolver } from '../frameworks/framework.resolver.js';
import {
  InstitutionLocationResolver,
  InstitutionResolver,
  UnitInstitutionsResolver,
} from '../institutions/institution.resolver.js';
import {
  InstitutionParticipationsResolver,
  ParticipationResolver,
  RoundCompletenessResolver,
  RoundParticipationsResolver,
  UnitCompletenessResolver,
} from '../participation/participation.resolver.js';
import { PlanMutationsResolver } from '../plans/plan-mutations.resolver.js';
import { PlanResolver, TargetResolver } from '../plans/plan.resolver.js';
import {
  InstitutionPillarsResolver,
  PillarStatusResolver,
} from '../progress/institution-pillars.resolver.js';
import { CountedInstitutionsResolver } from '../progress/counted.resolver.js';
import { NearestInstitutionsResolver } from '../progress/nearest.resolver.js';
import {
  ProgressAssumptionResolver,
  ProgressReportResolver,
  ProgressWarningResolver,
  UnitProgressResolver,
} from '../progress/progress.resolver.js';
import { RoundMutationsResolver } from '../rounds/round-mutations.resolver.js';
import { ReportingRoundResolver } from '../rounds/round.resolver.js';
import {
  StatusUpdateEntryResolver,
  StatusUpdateRevisionResolver,
} from '../status-updates/revision.resolver.js';
import { StatusUpdateChangeResolver } from '../status-updates/status-update-change.resolver.js';
import {
  InstitutionStatusUpdatesResolver,
  StatusUpdateResolver,
} from '../status-updates/status-update.resolver.js';
import { StatusUpdateTurnResolver } from '../status-updates/turn.resolver.js';
import { UnitProgressStream } from '../stream/unit-progress.resolver.js';
import { AdministrativeUnitResolver, UnitSuccessionResolver } from '../units/unit.resolver.js';
import {
  IndexComponentResolver,
  IndexInputResolver,
  IndexLedgerEntryResolver,
} from '../workforce/component.resolver.js';
import {
  IndexEditionResolver,
  IndexGapResolver,
  PublishedIndexResolver,
  UnitIndexResolver,
  WorkforceIndexResolver,
} from '../workforce/index.resolver.js';
import { WebhookResolver } from '../webhooks/webhook.resolver.js';
import { WorkforceRecordChangeResolver } from '../workforce/record-change.resolver.js';
import { WorkforceImportResolver } from '../workforce/record-import.resolver.js';
import {
  UnitWorkforceResolver,
  WorkforceRecordResolver,
  WorkforceRecordVersionResolver,
  WorkforceResolver,
} from '../workforce/record.resolver.js';
import { RateLimitResolver } from './limits/rate-limit.resolver.js';
import { NodeResolver } from './node.resolver.js';

/** Required by type-graphql; streams run their query again instead of waiting for events. */
const NO_EVENTS: PubSub = { publish: () => undefined, subscribe: () => NOTHING };
const NOTHING = { async *[Symbol.asyncIterator]() {} };

export async function buildSchema(): Promise<GraphQLSchema> {
  // A field that is a property of its row needs no resolver: graphql reads it at half the cost.
  for (const { fields = [] } of getMetadataStorage().objectTypes)
    for (const field of fields) field.simple ??= field.name === field.schemaName;
  const schema = await buildTypeGraphQLSchema({
    resolvers: [
      NodeResolver,
      RateLimitResolver,
      SessionResolver,
      AccountResolver,
      GrantResolver,
      ApiKeyResolver,
      ApiKeySecretResolver,
      AdministrativeUnitResolver,
      UnitSuccessionResolver,
      InstitutionResolver,
      InstitutionLocationResolver,
      UnitInstitutionsResolver,
      FrameworkResolver,
      CriterionResolver,
      ReportingRoundResolver,
      RoundMutationsResolver,
      StatusUpdateResolver,
      StatusUpdateTurnResolver,
      StatusUpdateRevisionResolver,
      StatusUpdateEntryResolver,
      StatusUpdateChangeResolver,
      InstitutionStatusUpdatesResolver,
      ParticipationResolver,
      RoundParticipationsResolver,
      InstitutionParticipationsResolver,
      RoundCompletenessResolver,
      UnitCompletenessResolver,
      AuditEventResolver,
      InstitutionHistoryResolver,
      EvidenceResolver,
      EntryEvidenceResolver,
      PlanResolver,
      PlanMutationsResolver,
      TargetResolver,
      UnitProgressResolver,
      ProgressReportResolver,
      CountedInstitutionsResolver,
      NearestInstitutionsResolver,
      ProgressAssumptionResolver,
      ProgressWarningResolver,
      InstitutionPillarsResolver,
      PillarStatusResolver,
      UnitWorkforceResolver,
      WorkforceResolver,
      WorkforceRecordResolver,
      WorkforceRecordVersionResolver,
      WorkforceRecordChangeResolver,
      WorkforceImportResolver,
      UnitIndexResolver,
      WorkforceIndexResolver,
      IndexEditionResolver,
      IndexComponentResolver,
      IndexInputResolver,
      IndexLedgerEntryResolver,
      IndexGapResolver,
      PublishedIndexResolver,
      ChangeResolver,
      WebhookResolver,
      UnitProgressStream,
    ],
    validate: false,
    pubSub: NO_EVENTS,
  });
  // type-graphql makes the root types itself and leaves them without a description.
  schema.getMutationType()!.description =
    'All changes: one mutation per action. Each returns the reasons for a refusal in userErrors.';
  schema.getSubscriptionType()!.description =
    'Answers that are sent again when they change, as server-sent events at /graphql/stream.';
  schema.getQueryType()!.description =
    'All reads. Lists are paginated. A date that is left out means today in Vietnam.';
  return schema;
}

/**
 * The text of the graph that is committed and reviewed. It is sorted, so that it changes only with
 * its meaning.
 */
export function printGraph(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
