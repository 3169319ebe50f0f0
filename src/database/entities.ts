import { Account } from '../accounts/account.entity.js';
import { Grant } from '../accounts/grant.entity.js';
import { KnownAddress } from '../accounts/known-address.entity.js';
import { Session } from '../accounts/session.entity.js';
import { SignInFailure } from '../accounts/sign-in-failure.entity.js';
import { ApiKeySecret } from '../api-keys/api-key-secret.entity.js';
import { ApiKey } from '../api-keys/api-key.entity.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { IdempotentAnswer } from '../audit/idempotent-answer.entity.js';
import { EvidenceFile } from '../evidence/evidence-file.entity.js';
import { EvidenceUpload } from '../evidence/evidence-upload.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Criterion } from '../frameworks/criterion.entity.js';
import { Framework } from '../frameworks/framework.entity.js';
import { RateLimit } from '../graphql/limits/rate-limit.entity.js';
import { InstitutionCode } from '../institutions/institution-code.entity.js';
import { InstitutionPeriod } from '../institutions/institution-period.entity.js';
import { InstitutionPlacement } from '../institutions/institution-placement.entity.js';
import { Institution } from '../institutions/institution.entity.js';
import { Plan } from '../plans/plan.entity.js';
import { Target } from '../plans/target.entity.js';
import { ProgressCount } from '../progress/progress-count.entity.js';
import { ReportingRound } from '../rounds/reporting-round.entity.js';
import { PillarResult } from '../status-updates/pillar-result.entity.js';
import { StatusUpdateEntry } from '../status-updates/status-update-entry.entity.js';
import { StatusUpdateRevision } from '../status-updates/status-update-revision.entity.js';
import { StatusUpdate } from '../status-updates/status-update.entity.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { UnitSuccession } from '../units/unit-succession.entity.js';
import { Webhook } from '../webhooks/webhook.entity.js';
import { IndexEdition } from '../workforce/index-edition.entity.js';
import { PublishedIndex } from '../workforce/published-index.entity.js';
import { WorkforceCount } from '../workforce/workforce-count.entity.js';
import { WorkforceRecordVersion } from '../workforce/workforce-record-version.entity.js';
import { WorkforceRecord } from '../workforce/workforce-record.entity.js';
import { Publication } from './publication.entity.js';
import { PublishedChange } from './published-change.entity.js';

/** Every table of the hub. */
export const entities = [
  AdministrativeUnit,
  UnitSuccession,
  Institution,
  InstitutionCode,
  InstitutionPlacement,
  InstitutionPeriod,
  Framework,
  Criterion,
  ReportingRound,
  StatusUpdate,
  StatusUpdateRevision,
  StatusUpdateEntry,
  PillarResult,
  Plan,
  Target,
  ProgressCount,
  Publication,
  PublishedChange,
  Webhook,
  Account,
  Grant,
  Session,
  KnownAddress,
  SignInFailure,
  ApiKey,
  ApiKeySecret,
  Evidence,
  EvidenceFile,
  EvidenceUpload,
  AuditEvent,
  IdempotentAnswer,
  IndexEdition,
  PublishedIndex,
  WorkforceRecord,
  WorkforceRecordVersion,
  WorkforceCount,
  RateLimit,
] as const;
