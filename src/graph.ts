import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import {
  buildSchema as buildTypeGraphQLSchema,
  getMetadataStorage,
  type PubSub,
} from 'type-graphql';
import { loadAccount } from './accounts/account.queries.js';
import { AccountImportResolver } from './account-imports/account-import.resolver.js';
import { AccountResolver } from './accounts/account.resolver.js';
import { loadGrant } from './accounts/grant.queries.js';
import { GrantResolver } from './accounts/grant.resolver.js';
import { NameResolver } from './accounts/name.resolver.js';
import { ownSessionResolvers } from './accounts/own-session.resolver.js';
import { secondFactorResolvers } from './accounts/second-factor.resolver.js';
import { SessionResolver } from './accounts/session.resolver.js';
import { loadApiKey } from './api-keys/api-key.queries.js';
import { ApiKeyResolver, ApiKeySecretResolver } from './api-keys/api-key.resolver.js';
import { loadAuditEvent } from './audit/audit-event.queries.js';
import { AuditEventResolver, InstitutionHistoryResolver } from './audit/audit.resolver.js';
import { PART_RESOLVERS } from './boundaries/boundary.resolver.js';
import { CRITERION_FIGURE_RESOLVERS } from './criterion-figures/criterion-figures.resolver.js';
import { DISTRIBUTION_RESOLVERS } from './distributions/distribution.resolver.js';
import { loadEvidence } from './evidence/evidence.queries.js';
import { EvidenceFileResolver } from './evidence/evidence-file.resolver.js';
import { EntryEvidenceResolver, EvidenceResolver } from './evidence/evidence.resolver.js';
import { RateLimitResolver } from './execution/limits/rate-limit.resolver.js';
import { ChangeResolver } from './feed/change.resolver.js';
import { loadFrameworkDraft } from './framework-drafts/framework-draft.queries.js';
import { FRAMEWORK_DRAFT_RESOLVERS } from './framework-drafts/framework-mutations.resolver.js';
import { loadFramework } from './frameworks/framework.queries.js';
import { FRAMEWORK_RESOLVERS } from './frameworks/framework.resolver.js';
import { describeRoots } from './graphql/describe-roots.js';
import { registerNodes } from './graphql/node.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { IndicatorResolver } from './indicators/indicator.resolver.js';
import { IMPORT_NODES, IMPORT_RESOLVERS } from './import-jobs/import-row.resolver.js';
import {
  InstitutionPeriodResolver,
  InstitutionPeriodsResolver,
} from './institutions/institution-period.resolver.js';
import {
  InstitutionSuccessionResolver,
  InstitutionSuccessionsResolver,
} from './institution-successions/institution-succession.resolver.js';
import { CampusResolver, InstitutionCampusesResolver } from './institutions/campus.resolver.js';
import { loadInstitution } from './institutions/institution.queries.js';
import { INSTITUTION_RESOLVERS } from './institutions/institution-lookup.resolver.js';
import { InvitationResolver } from './invitations/invitation.resolver.js';
import { issuerResolvers } from './issuers/issuer-sign-in.resolver.js';
import { loadMailMessage } from './mail/mail-message.queries.js';
import { MAIL_RESOLVERS } from './mail/mail-message.resolver.js';
import { ARRIVALS_RESOLVERS } from './participation/arrivals.resolver.js';
import { ExceptionMutationsResolver } from './participation/exception-mutations.resolver.js';
import { MOVEMENT_RESOLVERS } from './movements/movers.resolver.js';
import { PARTICIPATION_RESOLVERS } from './participation/participation.resolver.js';
import { PlanMutationsResolver } from './plans/plan-mutations.resolver.js';
import { loadPastPlan, loadPastTarget } from './plans/plan-history.queries.js';
import { loadPlan, loadTarget } from './plans/plan.queries.js';
import { PlanResolver, TargetResolver } from './plans/plan.resolver.js';
import {
  IndicatorStatusResolver,
  InstitutionStatusResolver,
  PillarStatusResolver,
} from './progress/institution-status.resolver.js';
import { InstitutionSeriesResolver } from './progress/institution-series.resolver.js';
import { IndicatorNeedResolver, ProgressLineResolver } from './progress/progress-line.resolver.js';
import { PROGRESS_RESOLVERS } from './progress/progress.resolver.js';
import {
  NotCalledInstitutionResolver,
  RoundCallingResolver,
} from './rounds/round-calling.resolver.js';
import { RoundMutationsResolver } from './rounds/round-mutations.resolver.js';
import { loadRound } from './rounds/round.queries.js';
import { ReportingRoundResolver } from './rounds/round.resolver.js';
import { LEVEL_RESOLVERS } from './status-updates/levels.resolver.js';
import { REVIEW_CLAIM_RESOLVERS } from './status-updates/review-claim.resolver.js';
import { REVISION_RESOLVERS } from './status-updates/revision.resolver.js';
import { StatusUpdateChangeResolver } from './status-updates/status-update-change.resolver.js';
import { loadStatusUpdate } from './status-updates/status-update.queries.js';
import { STATUS_UPDATE_RESOLVERS } from './status-updates/status-update.resolver.js';
import { StatusUpdateImportResolver } from './report-workbooks/form-import.resolver.js';
import { StatusUpdateTurnResolver } from './status-updates/turn.resolver.js';
import { TRIAL_RESOLVERS } from './trials/trial.resolver.js';
import { REMINDER_RESOLVERS } from './reminders/reminder.resolver.js';
import { REGISTER_RESOLVERS } from './register/register.resolver.js';
import { STREAM_RESOLVERS } from './stream/units-progress.resolver.js';
import { HealthResolver } from './watch/health.resolver.js';
import { loadUnit } from './units/unit.queries.js';
import { UNIT_RESOLVERS } from './units/unit-lookup.resolver.js';
import { loadWebhook } from './webhooks/webhook.queries.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';
import {
  IndexComponentResolver,
  IndexInputResolver,
  IndexLedgerEntryResolver,
} from './workforce-index/component.resolver.js';
import {
  IndexEditionResolver,
  IndexGapResolver,
  PublishedIndexResolver,
  UnitIndexResolver,
  WorkforceIndexResolver,
} from './workforce-index/workforce-index.resolver.js';
import { loadRecord } from './workforce-registry/record-access.queries.js';
import { WorkforceRecordChangeResolver } from './workforce-registry/record-change.resolver.js';
import { WorkforceImportResolver } from './workforce-registry/record-import.resolver.js';
import {
  UnitWorkforceResolver,
  WorkforceRecordResolver,
  WorkforceRecordVersionResolver,
  WorkforceResolver,
} from './workforce-registry/record.resolver.js';

/** Every object type with an id, and what loads a row of it. */
const NODES = {
  Account: loadAccount,
  AdministrativeUnit: loadUnit,
  ApiKey: loadApiKey,
  AuditEvent: loadAuditEvent,
  Evidence: loadEvidence,
  Framework: loadFramework,
  FrameworkDraft: loadFrameworkDraft,
  Grant: loadGrant,
  ...IMPORT_NODES,
  Institution: loadInstitution,
  MailMessage: loadMailMessage,
  Plan: loadPlan,
  ReportingRound: loadRound,
  StatusUpdate: loadStatusUpdate,
  Target: loadTarget,
  Webhook: loadWebhook,
  WorkforceRecord: loadRecord,
};

/** Those that have an id of their own for what was once known of them. */
const PAST_NODES = { Plan: loadPastPlan, Target: loadPastTarget };

/** Every feature's resolvers. */
const RESOLVERS = [
  NodeResolver,
  HealthResolver,
  RateLimitResolver,
  ...IMPORT_RESOLVERS,
  IndicatorResolver,
  ...PART_RESOLVERS,
  SessionResolver,
  NameResolver,
  ...ownSessionResolvers,
  ...secondFactorResolvers,
  AccountResolver,
  GrantResolver,
  AccountImportResolver,
  InvitationResolver,
  ...issuerResolvers,
  ApiKeyResolver,
  ApiKeySecretResolver,
  ...MAIL_RESOLVERS,
  ...UNIT_RESOLVERS,
  ...INSTITUTION_RESOLVERS,
  ...REGISTER_RESOLVERS,
  InstitutionPeriodsResolver,
  InstitutionPeriodResolver,
  InstitutionSuccessionsResolver,
  InstitutionSuccessionResolver,
  InstitutionCampusesResolver,
  CampusResolver,
  ...FRAMEWORK_RESOLVERS,
  ...FRAMEWORK_DRAFT_RESOLVERS,
  ReportingRoundResolver,
  RoundCallingResolver,
  NotCalledInstitutionResolver,
  RoundMutationsResolver,
  ...STATUS_UPDATE_RESOLVERS,
  StatusUpdateTurnResolver,
  StatusUpdateImportResolver,
  ...REVIEW_CLAIM_RESOLVERS,
  ...REVISION_RESOLVERS,
  ...LEVEL_RESOLVERS,
  StatusUpdateChangeResolver,
  ...TRIAL_RESOLVERS,
  ...CRITERION_FIGURE_RESOLVERS,
  ...DISTRIBUTION_RESOLVERS,
  ...PARTICIPATION_RESOLVERS,
  ...ARRIVALS_RESOLVERS,
  ...REMINDER_RESOLVERS,
  ExceptionMutationsResolver,
  AuditEventResolver,
  InstitutionHistoryResolver,
  EvidenceResolver,
  EvidenceFileResolver,
  EntryEvidenceResolver,
  PlanResolver,
  PlanMutationsResolver,
  TargetResolver,
  ...MOVEMENT_RESOLVERS,
  ...PROGRESS_RESOLVERS,
  ProgressLineResolver,
  IndicatorNeedResolver,
  InstitutionStatusResolver,
  InstitutionSeriesResolver,
  IndicatorStatusResolver,
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
  ...STREAM_RESOLVERS,
] as const;

/** Required by type-graphql; streams run their query again instead of waiting for events. */
const NO_EVENTS: PubSub = { publish: () => undefined, subscribe: () => NOTHING };
const NOTHING = { async *[Symbol.asyncIterator]() {} };

/** The whole graph. */
export async function buildSchema(): Promise<GraphQLSchema> {
  registerNodes(NODES, PAST_NODES);
  // A field that is a property of its row needs no resolver: graphql reads it at half the cost.
  for (const { fields = [] } of getMetadataStorage().objectTypes)
    for (const field of fields) field.simple ??= field.name === field.schemaName;
  const schema = await buildTypeGraphQLSchema({
    resolvers: RESOLVERS,
    validate: false,
    pubSub: NO_EVENTS,
  });
  describeRoots(schema);
  return schema;
}

/**
 * The text of the graph that is committed and reviewed. It is sorted, so that it changes only with
 * its meaning.
 */
export function printGraph(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
