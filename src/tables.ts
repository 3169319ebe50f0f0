import type { InferKyselyDB } from '@mikro-orm/sql';
import { AccountCode } from './accounts/account-code.entity.js';
import { AccountIdentity } from './accounts/account-identity.entity.js';
import { Account } from './accounts/account.entity.js';
import { Grant } from './accounts/grant.entity.js';
import { KnownAddress } from './accounts/known-address.entity.js';
import { RecoveryCode } from './accounts/recovery-code.entity.js';
import { SecondFactor } from './accounts/second-factor.entity.js';
import { Session } from './accounts/session.entity.js';
import { SignInFailure } from './accounts/sign-in-failure.entity.js';
import { ApiKeySecret } from './api-keys/api-key-secret.entity.js';
import { ApiKey } from './api-keys/api-key.entity.js';
import { Backup } from './backups/backup.entity.js';
import { UnitBoundary } from './boundaries/unit-boundary.entity.js';
import { AuditEvent } from './changes/audit-event.entity.js';
import { IdempotentAnswer } from './changes/idempotent-answer.entity.js';
import { ImportRow } from './changes/import-row.entity.js';
import { ImportRun } from './changes/import-run.entity.js';
import { ProgressCount } from './counts/progress-count.entity.js';
import { DigestedWeek } from './digests/digested-week.entity.js';
import { SegmentCount, SegmentSeries } from './counts/segment-count.entity.js';
import { Publication } from './database/publication.entity.js';
import { PublishedChange } from './database/published-change.entity.js';
import { RowVersion } from './database/row-version.entity.js';
import { connectOrm, type Orm, type OrmOptions } from './database/orm.js';
import { EvidenceFile } from './evidence/evidence-file.entity.js';
import { EvidenceUpload } from './evidence/evidence-upload.entity.js';
import { Evidence } from './evidence/evidence.entity.js';
import { StoreOwner } from './evidence/store-owner.entity.js';
import { RateLimit } from './execution/limits/rate-limit.entity.js';
import { ParticipationException } from './exceptions/participation-exception.entity.js';
import { FrameworkDraft } from './framework-drafts/framework-draft.entity.js';
import { Criterion } from './frameworks/criterion.entity.js';
import { Framework } from './frameworks/framework.entity.js';
import { Indicator } from './indicators/indicator.entity.js';
import { Question } from './frameworks/question.entity.js';
import { InstitutionSuccession } from './institution-successions/institution-succession.entity.js';
import { Campus } from './institutions/campus.entity.js';
import { InstitutionCode } from './institutions/institution-code.entity.js';
import { InstitutionContact } from './institutions/institution-contact.entity.js';
import { InstitutionFact } from './institutions/institution-fact.entity.js';
import { InstitutionPeriod } from './institutions/institution-period.entity.js';
import { Institution } from './institutions/institution.entity.js';
import { MailMessage } from './mail/mail-message.entity.js';
import { MailPreference } from './mail/mail-preference.entity.js';
import { Plan } from './plans/plan.entity.js';
import { Target } from './plans/target.entity.js';
import { RemindedRound } from './reminders/reminded-round.entity.js';
import { ReportingRoundDates } from './rounds/reporting-round-dates.entity.js';
import { ReportingRoundFramework } from './rounds/reporting-round-framework.entity.js';
import { ReportingRound } from './rounds/reporting-round.entity.js';
import { ApprovalTakenBack } from './status-updates/approval-taken-back.entity.js';
import { FrameworkResult } from './status-updates/framework-result.entity.js';
import { IndicatorResult } from './status-updates/indicator-result.entity.js';
import { ReviewClaim } from './status-updates/review-claim.entity.js';
import { StatusUpdateEntry } from './status-updates/status-update-entry.entity.js';
import { StatusUpdateRevision } from './status-updates/status-update-revision.entity.js';
import { StatusUpdate } from './status-updates/status-update.entity.js';
import { AdministrativeUnit } from './units/administrative-unit.entity.js';
import { UnitSuccession } from './units/unit-succession.entity.js';
import { Webhook } from './webhooks/webhook.entity.js';
import { ImportJob } from './import-jobs/import-job.entity.js';
import { ImportJobRow } from './import-jobs/import-job-row.entity.js';
import { IndexEdition } from './workforce-index/index-edition.entity.js';
import { PublishedIndex } from './workforce-index/published-index.entity.js';
import { WorkforceCount } from './workforce-registry/workforce-count.entity.js';
import { WorkforceRecordVersion } from './workforce-registry/workforce-record-version.entity.js';
import { WorkforceRecord } from './workforce-registry/workforce-record.entity.js';

/** Every table of the hub. */
export const tables = [
  AdministrativeUnit,
  UnitSuccession,
  UnitBoundary,
  Institution,
  InstitutionCode,
  InstitutionContact,
  InstitutionSuccession,
  Campus,
  InstitutionFact,
  InstitutionPeriod,
  Indicator,
  Framework,
  FrameworkDraft,
  Question,
  Criterion,
  ReportingRound,
  ReportingRoundFramework,
  ReportingRoundDates,
  RemindedRound,
  DigestedWeek,
  ParticipationException,
  StatusUpdate,
  StatusUpdateRevision,
  ApprovalTakenBack,
  ReviewClaim,
  StatusUpdateEntry,
  IndicatorResult,
  FrameworkResult,
  Plan,
  MailMessage,
  MailPreference,
  Target,
  ProgressCount,
  SegmentCount,
  SegmentSeries,
  Publication,
  PublishedChange,
  RowVersion,
  Webhook,
  Account,
  AccountCode,
  AccountIdentity,
  Grant,
  Session,
  SecondFactor,
  RecoveryCode,
  KnownAddress,
  SignInFailure,
  ApiKey,
  ApiKeySecret,
  Evidence,
  EvidenceFile,
  EvidenceUpload,
  StoreOwner,
  AuditEvent,
  IdempotentAnswer,
  ImportRun,
  ImportRow,
  ImportJob,
  ImportJobRow,
  Backup,
  IndexEdition,
  PublishedIndex,
  WorkforceRecord,
  WorkforceRecordVersion,
  WorkforceCount,
  RateLimit,
] as const;

declare module './database/orm.js' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- all that it holds are the tables
  interface Tables extends InferKyselyDB<(typeof tables)[number]> {}
}

/** Opens the database with every table; nothing is connected until the first statement. */
export function openOrm(url: string, overrides?: OrmOptions): Promise<Orm> {
  return connectOrm(url, tables, overrides);
}
