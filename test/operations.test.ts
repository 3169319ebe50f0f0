import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { toGlobalId } from '../src/graphql/node.js';
import { PUBLIC_DOCUMENTS } from '../src/mcp/tools.js';
import { buildSchema, parse, print, validate } from 'graphql';
import {
  AccountCreateDocument,
  AccountDisableDocument,
  AccountEnableDocument,
  AccountPasswordChangeDocument,
  AccountPasswordResetDocument,
  AccountsDocument,
  ApiKeyCreateDocument,
  ApiKeyRevokeDocument,
  ApiKeyRotateDocument,
  ApiKeysDocument,
  AuditTrailDocument,
  CampusAddDocument,
  CampusChangeDocument,
  ChangesDocument,
  DashboardPageDocument,
  EvidenceLinkAddDocument,
  EvidenceRemoveDocument,
  EvidenceUploadStartDocument,
  FrameworkDraftDiscardDocument,
  FrameworkDraftsDocument,
  FrameworkImportDocument,
  FrameworkPublishDocument,
  FrameworkRetireDocument,
  FrameworksDocument,
  GrantAddDocument,
  GrantEndDocument,
  InstitutionChangeDocument,
  InstitutionCloseDocument,
  InstitutionCodeAddDocument,
  InstitutionContactSetDocument,
  InstitutionCreateDocument,
  InstitutionHistoryDocument,
  InstitutionReopenDocument,
  InstitutionsByCodeDocument,
  InstitutionSuccessionRecordDocument,
  MailMessagesDocument,
  MailReminderSendDocument,
  MailResendDocument,
  MailSendingDocument,
  OwnMailPreferencesDocument,
  OwnMailPreferencesSetDocument,
  NodeDocument,
  PlannerBreakdownDocument,
  PlannerChangesDocument,
  PlannerLateDocument,
  PlannerMoversDocument,
  PlannerRankingDocument,
  PlannerProgressDocument,
  PlannerProgressSeriesDocument,
  PlannerProvincesSeriesDocument,
  PlannerRestatedDocument,
  PlannerCountedDocument,
  PlannerCriteriaDocument,
  PlannerPointsDocument,
  PlannerShortestWayDocument,
  ImportsDocument,
  ImportColumnsDocument,
  ImportJobAnswerDocument,
  ImportJobDiscardDocument,
  ImportJobDocument,
  ImportJobSaveDocument,
  ImportJobsDocument,
  ImportJobStartDocument,
  ImportJobUndoDocument,
  ImportUndoDocument,
  PlanCreateDocument,
  PlansDocument,
  PlanUpdateDocument,
  ReportingRoundCloseDocument,
  ReportingRoundCreateDocument,
  ReportingRoundExtendDocument,
  ReportingRoundOpenDocument,
  ReviewQueueDocument,
  RoundArrivalsDocument,
  RoundLateDocument,
  RoundReminderDocument,
  RoundsDocument,
  SchoolFormDocument,
  SchoolPillarsSeriesDocument,
  SchoolRoundsDocument,
  SchoolStandingDocument,
  StatusUpdateApproveDocument,
  StatusUpdateApproveManyDocument,
  StatusUpdateClaimDocument,
  StatusUpdateCorrectDocument,
  StatusUpdateHandOverDocument,
  StatusUpdateReleaseDocument,
  StatusUpdateReopenDocument,
  StatusUpdateReturnDocument,
  StatusUpdateImportDocument,
  StatusUpdateSaveDocument,
  StatusUpdatesDocument,
  StatusUpdateSubmitDocument,
  StatusUpdateTakeBackDocument,
  StatusUpdateWithdrawDocument,
  TargetRemoveDocument,
  TargetSetDocument,
  UnitHistoryDocument,
  UnitProgressChangedDocument,
  UnitsByCodeDocument,
  UnitsProgressChangedDocument,
  UnitsSearchDocument,
  ViewerDocument,
  WebhookCreateDocument,
  WebhookDisableDocument,
  WebhookReplayDocument,
  WebhooksDocument,
  WebhookUpdateDocument,
  WorkforceDocument,
  WorkforceGapsDocument,
  WorkforceHistoryDocument,
  WorkforceImportDocument,
  WorkforceImportTemplateDocument,
  WorkforceIndexDocument,
  WorkforceRecordCreateDocument,
  WorkforceRecordRemoveDocument,
  WorkforceRecordUpdateDocument,
  WorkforceWhatIfDocument,
  type TypedDocumentString,
  type UpdateState,
  type WorkforceRecordCreateInput,
} from '../clients/typescript/src/generated/graphql.js';
import { school as schoolWithDraft, type School } from './support/evidence.js';
import { ownFramework } from './support/department.js';
import { startHub, type TestHub } from './support/hub.js';
import {
  demoPeople,
  idOfUnit,
  person,
  PASSWORD,
  type Headers,
  type Person,
} from './support/people.js';
import {
  approve,
  castOf,
  draft,
  handedIn,
  now,
  SCHOOL,
  TODAY,
  type Cast,
} from './support/reporting.js';
import { downloadedForm } from './support/report-form.js';

const FOLDER = new URL('../schema/operations/', import.meta.url);
const SCHEMA = new URL('../schema/schema.graphql', import.meta.url);

interface Question {
  document: string;
  /** Ids are not known beforehand: they are asked for. */
  variables: object | (() => Promise<object>);
  check: (data: any) => void;
  /** Who asks; left out means nobody is signed in. */
  who?: () => Headers;
}

/** A document with the variables to try it with, and what must come back. */
function question<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | (() => Promise<Variables>),
  check: (data: Data) => void,
  who?: () => Headers,
): Question {
  return { document: document.toString(), variables, check, who };
}

let hub: TestHub;
let cast: Cast;
let people: Record<string, Person>;
/** Whose story is asked for. */
let told: Cast;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  people = await demoPeople(hub);
});
afterAll(() => hub.close());

const DAK_NONG = { code: '67', on: '2024-12-31' };

/** An update of the open round in a state, as its reviewer sees it. */
async function updateIn(state: UpdateState): Promise<{ id: string; version: number }> {
  const { statusUpdates } = await hub.data(
    `query ($state: UpdateState!, $round: ID!) {
      statusUpdates(first: 1, filter: { states: [$state], round: $round }) { nodes { id version } } }`,
    { state, round: cast.round },
    cast.reviewer,
  );
  return statusUpdates.nodes[0];
}

let sender: School;
const sending = () => sender.admin;

/** A link for the draft of a school. */
async function linkTo() {
  sender = await schoolWithDraft(hub);
  return {
    statusUpdate: sender.update,
    criterion: 'G1',
    name: 'Kế hoạch',
    url: 'https://example.edu.vn/ke-hoach',
  };
}

/** Tries a mutation of one update. */
function changing<Data extends object>(
  document: TypedDocumentString<Data, { input: any }>,
  input: () => Promise<object>,
  state: UpdateState,
  who: () => Headers,
): Question {
  return question(
    document,
    async () => ({ input: await input() }),
    (data) => {
      const [payload] = Object.values(data) as { statusUpdate: unknown; userErrors: unknown }[];
      expect(payload).toMatchObject({ statusUpdate: { state }, userErrors: [] });
    },
    who,
  );
}

/** Tries a mutation of one account, somebody new. */
function administering<Data extends object>(
  document: TypedDocumentString<Data, { input: any }>,
  input: (account: string) => Promise<object> | object,
): Question {
  return question(
    document,
    async () => ({ input: await input((await person(hub, [])).id) }),
    (data) => {
      const [{ userErrors, ...changed }] = Object.values(data);
      expect(userErrors).toEqual([]);
      expect(Object.values(changed as object)).toEqual([
        expect.objectContaining({ id: expect.any(String) }),
      ]);
    },
    operator,
  );
}

const WEBHOOK = { url: 'https://example.edu.vn/hook', description: 'Bảng điều khiển' };
async function addedKey(): Promise<{ id: string; version: number }> {
  const { apiKeyCreate } = await hub.data(
    ApiKeyCreateDocument.toString(),
    { input: { name: 'Bảng điều khiển', scopes: ['READ_PUBLIC'] } },
    operator(),
  );
  return { id: apiKeyCreate.apiKey.id, version: apiKeyCreate.apiKey.version };
}

const operator = () => people['operator']!.headers;
const school = () => cast.school;
const reviewer = () => cast.reviewer;

const planner = () => cast.planner;

/** A round as a planner may call it, beside the open one: due before it, and not of the school. */
async function roundToCall(code: string) {
  const { frameworks } = await hub.data('{ frameworks { id } }');
  return {
    unit: await idOfUnit(hub, '24611', TODAY),
    framework: frameworks[0].id,
    code,
    nameVi: 'Đợt thử',
    nameEn: 'A trial round',
    opensOn: '2026-11-25',
    dueOn: '2026-12-01',
    referenceDate: '2026-11-20',
    closesOn: '2026-12-20',
  };
}

async function calledRound(code: string): Promise<{ id: string; version: number }> {
  const { reportingRoundCreate } = await hub.data(
    ReportingRoundCreateDocument.toString(),
    { input: await roundToCall(code) },
    cast.planner,
  );
  const { id, version } = reportingRoundCreate.reportingRound;
  return { id, version };
}

/** A school as a planner may add it: it opens in the month of the tests, so that no figure of earlier counts it. */
const schoolToAdd = (code: string) => ({
  ...{ name: `Trường ${code}`, kind: 'PRIMARY_SCHOOL' as const, levels: ['PRIMARY' as const] },
  ...{ ownership: 'PUBLIC' as const, unit: cast.province, openedOn: TODAY },
  ...{ system: 'T', code, reason: 'Quyết định 1' },
});

async function addedSchool(
  code: string,
  openedOn = TODAY,
): Promise<{ id: string; version: number; reason: string }> {
  const { institutionCreate } = await hub.data(
    InstitutionCreateDocument.toString(),
    { input: { ...schoolToAdd(code), openedOn } },
    cast.planner,
  );
  const { id, version } = institutionCreate.institution;
  return { id, version, reason: 'Quyết định 2' };
}

async function closedSchool(
  code: string,
): Promise<{ id: string; version: number; reason: string }> {
  const { institutionClose } = await hub.data(
    InstitutionCloseDocument.toString(),
    { input: { ...(await addedSchool(code)), lastDay: TODAY } },
    cast.planner,
  );
  const { id, version } = institutionClose.institution;
  return { id, version, reason: 'Quyết định 3' };
}

/** A campus as a planner may add it. */
const campusToAdd = async (code: string) => ({
  ...(await addedSchool(code)),
  ...{ system: 'T', code: `${code}-A`, name: 'Điểm trường' },
  unit: await idOfUnit(hub, '24664', TODAY),
});

/** A plan as a planner may add it. */
const planToAdd = (document: string) => ({
  document,
  titleVi: 'Kế hoạch thử',
  titleEn: 'A trial plan',
  issuer: 'UBND tỉnh',
  unit: cast.province,
  sourceStatus: 'ILLUSTRATIVE' as const,
});

async function addedPlan(document: string): Promise<{ id: string; version: number }> {
  const { planCreate } = await hub.data(
    PlanCreateDocument.toString(),
    { input: planToAdd(document) },
    cast.planner,
  );
  return { id: planCreate.plan.id, version: planCreate.plan.version };
}

const targetOf = ({ id, version }: { id: string; version: number }) => ({
  plan: id,
  version,
  group: 'GENERAL_EDUCATION' as const,
  year: 2030,
  percent: 90,
  sourceStatus: 'ILLUSTRATIVE' as const,
});

const questions: Record<string, Question> = {
  'account-create': administering(AccountCreateDocument, async () => ({
    name: 'Phạm Thị Hoa',
    email: 'hoa.pham@example.edu.vn',
    password: PASSWORD,
    grants: [{ role: 'SCHOOL_ADMIN', institution: await idOfSchool() }],
  })),
  'account-disable': administering(AccountDisableDocument, (account) => ({ account })),
  'account-enable': administering(AccountEnableDocument, (account) => ({ account })),
  'account-password-change': question(
    AccountPasswordChangeDocument,
    { input: { presentPassword: PASSWORD, newPassword: PASSWORD } },
    ({ accountPasswordChange }) => {
      expect(accountPasswordChange).toEqual({ changed: true, userErrors: [] });
    },
    operator,
  ),
  'account-password-reset': administering(AccountPasswordResetDocument, (account) => ({
    account,
    password: 'mật khẩu hoàn toàn mới',
  })),
  accounts: question(
    AccountsDocument,
    { filter: { role: 'PLANNER', search: 'demo' }, first: 10 },
    ({ accounts }) => {
      expect(accounts.nodes).toMatchObject([
        { email: 'planner@demo.example', grants: [{ unit: { name: 'Tỉnh Lâm Đồng' } }] },
      ]);
    },
    operator,
  ),
  'api-key-create': question(
    ApiKeyCreateDocument,
    { input: { name: 'Bảng điều khiển', scopes: ['READ_PUBLIC'] } },
    ({ apiKeyCreate }) => {
      expect(apiKeyCreate).toMatchObject({ apiKey: { version: 1 }, userErrors: [] });
      expect(apiKeyCreate.secret).toMatch(/^edh_/);
    },
    operator,
  ),
  'api-key-revoke': question(
    ApiKeyRevokeDocument,
    async () => ({ input: { id: (await addedKey()).id } }),
    ({ apiKeyRevoke }) => {
      expect(apiKeyRevoke).toMatchObject({ apiKey: { version: 2 }, userErrors: [] });
      expect(apiKeyRevoke.apiKey!.revokedAt).not.toBeNull();
    },
    operator,
  ),
  'api-key-rotate': question(
    ApiKeyRotateDocument,
    async () => ({ input: { ...(await addedKey()), overlapHours: 2 } }),
    ({ apiKeyRotate }) => {
      expect(apiKeyRotate).toMatchObject({ apiKey: { version: 2 }, userErrors: [] });
      expect(apiKeyRotate.apiKey!.secrets.map(({ goodUntil }) => goodUntil === null)).toEqual([
        true,
        false,
      ]);
    },
    operator,
  ),
  'api-keys': question(
    ApiKeysDocument,
    async () => {
      await addedKey();
      return { first: 1 };
    },
    ({ apiKeys }) => {
      expect(apiKeys.nodes).toMatchObject([{ name: 'Bảng điều khiển', lastUsedAt: null }]);
    },
    operator,
  ),
  'audit-trail': question(
    AuditTrailDocument,
    async () => {
      await draft(hub, (told = await castOf(hub, 'DN-THPT-08')));
      return { filter: { institution: told.institution }, first: 1 };
    },
    ({ auditEvents }) => {
      expect(auditEvents.nodes).toMatchObject([
        {
          action: 'statusUpdateSave',
          address: '127.0.0.1',
          subjectType: 'StatusUpdate',
          institution: { id: told.institution },
          // It is a draft: what it says is the school's own.
          after: null,
        },
      ]);
    },
    planner,
  ),
  'institutions-by-code': question(
    InstitutionsByCodeDocument,
    { codes: [SCHOOL, 'no code'] },
    ({ institutionsByCode }) => {
      expect(institutionsByCode).toMatchObject([
        { code: SCHOOL, outcome: 'FOUND', institution: { code: SCHOOL }, candidates: [] },
        { code: 'no code', outcome: 'NOT_FOUND', institution: null, candidates: [] },
      ]);
    },
  ),
  'units-by-code': question(
    UnitsByCodeDocument,
    { codes: ['67', '68'], on: '2025-06-30' },
    ({ administrativeUnitsByCode }) => {
      expect(administrativeUnitsByCode).toMatchObject([
        { code: '67', outcome: 'FOUND', administrativeUnit: { name: 'Tỉnh Đắk Nông' } },
        { code: '68', outcome: 'FOUND', administrativeUnit: { name: 'Tỉnh Lâm Đồng' } },
      ]);
    },
  ),
  changes: question(ChangesDocument, {}, ({ changes: { nodes, pageInfo } }) => {
    // The demo is one publication; whatever else was published here came later.
    expect(new Set(nodes.map(({ revision, kind }) => `${revision} ${kind}`))).toContain(
      '1 CREATED',
    );
    expect(nodes[0]).toMatchObject({ revision: 1, kind: 'CREATED', nodeType: 'Framework' });
    expect(pageInfo.hasNextPage).toBe(true);
  }),
  'dashboard-page': question(
    DashboardPageDocument,
    {
      filter: { on: '2024-12-31', kinds: ['PRIMARY_SCHOOL'], settled: true },
      asOf: '2024-12-31',
      first: 5,
    },
    ({ institutions }) => {
      expect(institutions.edges).toHaveLength(5);
      expect(institutions.totalCount).toBeGreaterThan(5);
      for (const { node } of institutions.edges) {
        expect(node.kind).toBe('PRIMARY_SCHOOL');
        expect(node.unit?.kind).toBe('COMMUNE');
        expect(node.pillars).toHaveLength(4);
      }
    },
  ),
  'evidence-link-add': question(
    EvidenceLinkAddDocument,
    async () => ({ input: await linkTo() }),
    ({ evidenceLinkAdd }) => {
      expect(evidenceLinkAdd).toMatchObject({
        evidence: {
          name: 'Kế hoạch',
          url: 'https://example.edu.vn/ke-hoach',
          addedBy: 'Quản trị DN-THPT-01',
        },
        userErrors: [],
      });
    },
    sending,
  ),
  'evidence-remove': question(
    EvidenceRemoveDocument,
    async () => {
      const input = await linkTo();
      const { evidenceLinkAdd } = await hub.data(
        EvidenceLinkAddDocument.toString(),
        { input },
        sending(),
      );
      return { input: { evidence: evidenceLinkAdd.evidence.id } };
    },
    ({ evidenceRemove }) => {
      expect(evidenceRemove).toEqual({ removed: expect.any(String), userErrors: [] });
    },
    sending,
  ),
  'evidence-upload-start': question(
    EvidenceUploadStartDocument,
    async () => {
      const { statusUpdate, criterion } = await linkTo();
      return { input: { statusUpdate, criterion, fileName: 'ke-hoach.pdf' } };
    },
    ({ evidenceUploadStart }) => {
      expect(evidenceUploadStart).toMatchObject({
        upload: { expiresAt: '2026-11-23T03:15:00.000Z', mostBytes: 20_971_520 },
        userErrors: [],
      });
    },
    sending,
  ),
  frameworks: question(FrameworksDocument, {}, ({ frameworks }) => {
    expect(frameworks.length).toBeGreaterThan(0);
    for (const { code, criteria } of frameworks)
      if (code === 'four-pillar')
        expect(new Set(criteria.map(({ pillar }) => pillar)).size).toBe(4);
  }),
  'grant-add': administering(GrantAddDocument, async (account) => ({
    account,
    role: 'REVIEWER',
    unit: cast.province,
    kinds: ['COLLEGE'],
    validTo: '2026-12-31',
  })),
  'grant-end': administering(GrantEndDocument, async () => {
    const { viewer } = await hub.data(
      '{ viewer { grants { id } } }',
      {},
      (await person(hub, [{ role: 'OPERATOR' }])).headers,
    );
    return { grant: viewer.grants[0].id };
  }),
  'institution-create': question(
    InstitutionCreateDocument,
    async () => ({ input: schoolToAdd('create') }),
    ({ institutionCreate }) => {
      expect(institutionCreate).toMatchObject({ institution: { code: 'create' }, userErrors: [] });
    },
    planner,
  ),
  'institution-change': question(
    InstitutionChangeDocument,
    async () => ({ input: { ...(await addedSchool('change')), name: 'Trường Mới' } }),
    ({ institutionChange }) => {
      expect(institutionChange).toMatchObject({
        effect: { changes: [{ column: 'name', before: 'Trường change', after: 'Trường Mới' }] },
        userErrors: [],
      });
    },
    planner,
  ),
  'institution-close': question(
    InstitutionCloseDocument,
    async () => ({ input: { ...(await addedSchool('close')), lastDay: TODAY } }),
    ({ institutionClose }) => {
      expect(institutionClose).toMatchObject({
        effect: { changes: [{ column: 'closed_on', before: null, after: TODAY }] },
        userErrors: [],
      });
    },
    planner,
  ),
  'institution-reopen': question(
    InstitutionReopenDocument,
    async () => ({ input: await closedSchool('reopen') }),
    ({ institutionReopen }) => {
      expect(institutionReopen).toMatchObject({
        effect: { changes: [{ column: 'closed_on', before: TODAY, after: null }] },
        userErrors: [],
      });
    },
    planner,
  ),
  'institution-code-add': question(
    InstitutionCodeAddDocument,
    async () => ({ input: { ...(await addedSchool('code')), system: 'T', code: 'code-2' } }),
    ({ institutionCodeAdd }) => {
      expect(institutionCodeAdd).toMatchObject({
        effect: { changes: [{ after: expect.stringContaining('code-2') }] },
        userErrors: [],
      });
    },
    planner,
  ),
  'campus-add': question(
    CampusAddDocument,
    async () => ({ input: await campusToAdd('campus-1') }),
    ({ campusAdd }) => {
      expect(campusAdd.userErrors).toEqual([]);
      expect(campusAdd.effect?.changes).toContainEqual(
        expect.objectContaining({ column: 'name', before: null, after: 'Điểm trường' }),
      );
    },
    planner,
  ),
  'campus-change': question(
    CampusChangeDocument,
    async () => {
      const input = await campusToAdd('campus-2');
      const { campusAdd } = await hub.data(CampusAddDocument.toString(), { input }, cast.planner);
      return { input: { ...input, version: campusAdd.institution.version, name: 'Tên mới' } };
    },
    ({ campusChange }) => {
      expect(campusChange).toMatchObject({
        effect: { changes: [{ column: 'name', before: 'Điểm trường', after: 'Tên mới' }] },
        userErrors: [],
      });
    },
    planner,
  ),
  'institution-contact-set': question(
    InstitutionContactSetDocument,
    async () => {
      const { id } = await addedSchool('contact');
      return { input: { id, version: 0, email: 'vanphong@truong.edu.vn' } };
    },
    ({ institutionContactSet }) => {
      expect(institutionContactSet).toMatchObject({
        institution: { contact: { email: 'vanphong@truong.edu.vn', telephone: null, version: 1 } },
        userErrors: [],
      });
    },
    planner,
  ),
  'institution-succession-record': question(
    InstitutionSuccessionRecordDocument,
    async () => {
      const { id: predecessor, reason } = await addedSchool('old', '2026-11-01');
      const { id: successor } = await addedSchool('new');
      const kind = 'MERGED' as const;
      return { input: { predecessor, successor, reason, kind, effectiveOn: TODAY } };
    },
    ({ institutionSuccessionRecord }) => {
      expect(institutionSuccessionRecord).toMatchObject({
        institution: { code: 'old' },
        userErrors: [],
      });
    },
    planner,
  ),
  'institution-history': question(
    InstitutionHistoryDocument,
    async () => {
      await draft(hub, (told = await castOf(hub, 'DN-THPT-09')));
      return { code: 'DN-THPT-09', first: 1 };
    },
    ({ institution }) => {
      expect(institution!.history.nodes).toMatchObject([
        { action: 'statusUpdateSave', after: { answers: expect.anything() } },
      ]);
    },
    () => told.school,
  ),
  'mail-messages': question(
    MailMessagesDocument,
    async () => {
      await leftMail();
      return { filter: { states: ['NOT_SENT' as const], kind: 'APPROVED' as const } };
    },
    ({ mailMessages: { nodes } }) => {
      expect(nodes[0]).toMatchObject({ state: 'NOT_SENT', attempts: 0, nextAttemptAt: null });
    },
    operator,
  ),
  'own-mail-preferences': question(
    OwnMailPreferencesDocument,
    {},
    ({ viewer }) => {
      expect(viewer!.mailPreferences).toEqual({ language: 'BOTH', declined: [] });
    },
    planner,
  ),
  'mail-preferences-set': question(
    OwnMailPreferencesSetDocument,
    { input: { language: 'VI', declined: ['ROUND_OPENED', 'APPROVED'] } },
    ({ mailPreferencesSet: { mailPreferences, userErrors } }) => {
      expect(userErrors).toEqual([]);
      expect(mailPreferences).toEqual({ language: 'VI', declined: ['APPROVED', 'ROUND_OPENED'] });
    },
    reviewer,
  ),
  'mail-reminder-send': question(
    MailReminderSendDocument,
    async () => {
      told = await castOf(hub, 'DN-THPT-10');
      return { input: { round: told.round, audience: ['NOT_BEGUN' as const] } };
    },
    ({ mailReminderSend: { institutions, mails, userErrors } }) => {
      expect(userErrors).toEqual([]);
      expect(institutions).toBeGreaterThan(0);
      expect(mails).toBeGreaterThanOrEqual(institutions);
    },
    () => told.planner,
  ),
  'mail-resend': question(
    MailResendDocument,
    async () => ({ input: { id: await leftMail(), version: 1 } }),
    ({ mailResend: { mailMessage, userErrors } }) => {
      expect(mailMessage).toMatchObject({ version: 2, state: 'WAITING' });
      expect(userErrors).toEqual([]);
    },
    operator,
  ),
  'mail-sending': question(
    MailSendingDocument,
    async () => {
      await leftMail();
      return {};
    },
    ({ mailSending }) => {
      // The test has no mail server.
      expect(mailSending).toMatchObject({ from: null });
      expect(
        mailSending!.counts.some(({ state, mails }) => state === 'NOT_SENT' && mails > 0),
      ).toBe(true);
    },
    operator,
  ),
  node: question(
    NodeDocument,
    async () => ({ id: await idOfSchool() }),
    ({ node }) => {
      expect(node).toMatchObject({
        __typename: 'Institution',
        code: SCHOOL,
        institutionKind: 'UPPER_SECONDARY_SCHOOL',
      });
    },
  ),
  'planner-changes': question(
    PlannerChangesDocument,
    {
      from: '2023-05-31',
      to: '2025-05-31',
      group: 'GENERAL_EDUCATION',
      indicator: 'DIGITAL_GOVERNANCE',
    },
    ({ progressChange }) => {
      const [{ all, opened, difference }] = progressChange!.lines as [any];
      expect(opened.map(({ reason }: any) => reason)).toEqual(['NEWLY_COMPLETED', 'FELL_BACK']);
      expect(all.reduce((sum: number, part: any) => sum + part.difference.completed, 0)).toBe(
        difference.completed,
      );
    },
  ),
  'planner-movers': question(
    PlannerMoversDocument,
    { unitKind: 'COMMUNE', from: '2023-05-31', to: '2025-05-31', group: 'GENERAL_EDUCATION' },
    ({ progressMovers }) => {
      expect(progressMovers!.nodes).toHaveLength(20);
      expect(progressMovers!.nodes[0]!.rank).toBe(1);
    },
  ),
  'planner-breakdown': question(
    PlannerBreakdownDocument,
    { by: ['KIND', 'OWNERSHIP'], asOf: '2024-12-31', indicators: ['ALL_FOUR'] },
    ({ breakdown }) => {
      const { nodes, totalCount } = breakdown!;
      expect(nodes).toHaveLength(totalCount);
      for (const { unit, kind, ownership, line } of nodes) {
        expect(unit).toBeNull();
        expect(kind).not.toBeNull();
        expect(ownership).not.toBeNull();
        expect(line.indicator.code).toBe('ALL_FOUR');
        expect(line.reported + line.inReview + line.notReported).toBe(line.institutions);
      }
      expect(new Set(nodes.map(({ kind }) => kind)).size).toBeGreaterThan(3);
    },
  ),
  'planner-ranking': question(
    PlannerRankingDocument,
    {
      unitKind: 'COMMUNE',
      asOf: '2024-12-31',
      group: 'GENERAL_EDUCATION',
      indicator: 'DIGITAL_GOVERNANCE',
      targetYear: 2030,
    },
    ({ breakdown }) => {
      const { nodes } = breakdown!;
      expect(nodes).toHaveLength(10);
      expect(nodes[0]!.rank).toBe(1);
      const gaps = nodes.flatMap(
        ({ line }) => line.targets.find(({ target }) => target.year === 2030)?.gapPoints ?? [],
      );
      expect(gaps).toHaveLength(10);
      expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    },
  ),
  'planner-late': question(
    PlannerLateDocument,
    { ...DAK_NONG, asOf: '2024-12-31', group: 'GENERAL_EDUCATION', first: 100 },
    ({ administrativeUnit }) => {
      const { nodes, totalCount } = administrativeUnit!.institutions;
      expect(nodes).toHaveLength(100);
      expect(totalCount).toBeGreaterThan(300);
      const observations = nodes.flatMap(({ pillars }) => pillars.map((each) => each.observation));
      expect(observations).toEqual(expect.arrayContaining(['NOT_REPORTED', 'REPORTED']));
    },
  ),
  'planner-progress': question(
    PlannerProgressDocument,
    { ...DAK_NONG, asOf: '2024-12-31' },
    ({ administrativeUnit }) => {
      const { lines, warnings } = administrativeUnit!.progress!;
      expect(administrativeUnit!.name).toBe('Tỉnh Đắk Nông');
      expect(lines).toHaveLength(10);
      for (const { reported, targets } of lines) {
        expect(reported).toBeGreaterThan(0);
        expect(targets.map(({ target }) => target.year)).toEqual([2025, 2030]);
        for (const { gapPoints } of targets) expect(gapPoints).not.toBeNull();
      }
      expect(warnings.map(({ code }) => code)).toContain('LOW_COVERAGE');
    },
  ),
  'planner-progress-series': question(
    PlannerProgressSeriesDocument,
    { ...DAK_NONG, groups: ['GENERAL_EDUCATION'], pillars: ['STANDARDIZED_DATA'] },
    ({ administrativeUnit }) => {
      const { progressSeries } = administrativeUnit!;
      expect(progressSeries.map((report) => report!.asOf)).toContain('2024-05-31');
      for (const report of progressSeries)
        expect(report!.lines).toMatchObject([
          { group: 'GENERAL_EDUCATION', pillar: 'STANDARDIZED_DATA', percent: expect.any(Number) },
        ]);
    },
  ),
  'planner-provinces-series': question(
    PlannerProvincesSeriesDocument,
    { unitsOn: '2025-06-30', on: ['2023-12-31', '2024-12-31'] },
    ({ administrativeUnits: { totalCount, nodes } }) => {
      expect(nodes).toHaveLength(totalCount);
      expect(nodes.map(({ name }) => name)).toContain('Tỉnh Đắk Nông');
      for (const { progressSeries } of nodes)
        expect(progressSeries.map((report) => report!.asOf)).toEqual(['2023-12-31', '2024-12-31']);
    },
  ),
  'planner-restated': question(
    PlannerRestatedDocument,
    { code: '68', on: '2026-01-01', asOf: '2024-12-31' },
    ({ administrativeUnit }) => {
      expect(administrativeUnit!.validFrom).toBe('2025-07-01');
      expect(administrativeUnit!.progress).toMatchObject({
        asOf: '2024-12-31',
        basis: 'CURRENT_UNITS',
      });
      expect(administrativeUnit!.progress!.lines[0]!.institutions).toBeGreaterThan(300);
    },
  ),
  'framework-import': question(
    FrameworkImportDocument,
    { input: { content: '{}' } },
    ({ frameworkImport }) => {
      expect(frameworkImport).toMatchObject({
        ...{ outcome: null, draft: null, userErrors: [{ code: 'FRAMEWORK_REFUSED' }] },
      });
      expect(frameworkImport.problems.length).toBeGreaterThan(5);
    },
    planner,
  ),
  'framework-drafts': question(
    FrameworkDraftsDocument,
    async () => {
      await draftOf('one-that-is-seen');
      return {};
    },
    ({ frameworkDrafts }) => {
      expect(frameworkDrafts).toContainEqual(
        expect.objectContaining({ code: 'one-that-is-seen', version: 1, comparison: null }),
      );
    },
    planner,
  ),
  'framework-publish': question(
    FrameworkPublishDocument,
    async () => ({ input: await draftOf('one-to-publish') }),
    ({ frameworkPublish }) => {
      expect(frameworkPublish).toMatchObject({
        ...{ framework: { code: 'one-to-publish', version: 1 }, problems: [], userErrors: [] },
      });
    },
    operator,
  ),
  'framework-retire': question(
    FrameworkRetireDocument,
    async () => {
      const { frameworkPublish } = await hub.data(
        FrameworkPublishDocument.toString(),
        { input: await draftOf('one-to-retire') },
        operator(),
      );
      return { input: { id: frameworkPublish.framework.id, lastDay: '2026-12-31' } };
    },
    ({ frameworkRetire }) => {
      expect(frameworkRetire).toMatchObject({
        ...{ framework: { validTo: '2026-12-31' }, userErrors: [] },
      });
    },
    operator,
  ),
  'framework-draft-discard': question(
    FrameworkDraftDiscardDocument,
    async () => ({ input: await draftOf('one-to-discard') }),
    ({ frameworkDraftDiscard }) => {
      expect(frameworkDraftDiscard).toEqual({ discarded: true, userErrors: [] });
    },
    planner,
  ),
  'import-undo': question(
    ImportUndoDocument,
    async () => ({ input: { id: await importOf('Sở Y tế') } }),
    ({ importUndo }) => {
      expect(importUndo).toMatchObject({
        importRun: { undoneBy: expect.any(String) },
        problems: [],
        userErrors: [],
      });
    },
    planner,
  ),
  'import-job-start': question(
    ImportJobStartDocument,
    { input: { kind: 'WORKFORCE', fileName: 'counts.xlsx' } },
    ({ importJobStart }) => {
      expect(importJobStart).toMatchObject({
        importJob: { state: 'RECEIVING', version: 1 },
        upload: { address: expect.stringMatching(/^\/imports\/uploads\//) },
        userErrors: [],
      });
    },
    planner,
  ),
  'import-job-answer': question(
    ImportJobAnswerDocument,
    async () => ({ input: { ...(await jobOf()), answers: [], afresh: false } }),
    ({ importJobAnswer }) => {
      expect(importJobAnswer).toMatchObject({ importJob: { state: 'CHECKING' }, userErrors: [] });
    },
    planner,
  ),
  'import-job-save': question(
    ImportJobSaveDocument,
    async () => ({ input: await jobOf() }),
    ({ importJobSave }) => {
      expect(importJobSave).toMatchObject({ importJob: { state: 'SAVING' }, userErrors: [] });
    },
    planner,
  ),
  'import-job-discard': question(
    ImportJobDiscardDocument,
    async () => ({ input: await jobOf() }),
    ({ importJobDiscard }) => {
      expect(importJobDiscard).toMatchObject({ importJob: { state: 'DISCARDED' }, userErrors: [] });
    },
    planner,
  ),
  'import-job-undo': question(
    ImportJobUndoDocument,
    async () => ({ input: { importRun: await importOf('Sở Công thương') } }),
    ({ importJobUndo }) => {
      expect(importJobUndo).toMatchObject({
        importJob: { state: 'SAVING', undoes: true },
        userErrors: [],
      });
    },
    planner,
  ),
  'import-job': question(
    ImportJobDocument,
    async () => ({ id: (await jobOf()).id, first: 10 }),
    ({ node }) => {
      expect(node).toMatchObject({ state: 'CHECKED', created: 1, rows: { totalCount: 0 } });
    },
    planner,
  ),
  'import-jobs': question(
    ImportJobsDocument,
    async () => {
      await jobOf();
      return { first: 1 };
    },
    ({ importJobs }) => {
      expect(importJobs.nodes).toMatchObject([{ file: 'counts.csv', state: 'CHECKED' }]);
    },
    planner,
  ),
  'import-columns': question(ImportColumnsDocument, { kind: 'UNITS' }, ({ importColumns }) => {
    expect(importColumns.map(({ name }) => name)).toContain('parent_code');
  }),
  imports: question(
    ImportsDocument,
    async () => {
      await importOf('Sở Xây dựng');
      return { first: 1 };
    },
    ({ imports }) => {
      expect(imports.nodes).toMatchObject([
        { kind: 'WORKFORCE', file: 'mandates.csv', created: 1, updated: 0, undoneAt: null },
      ]);
    },
    planner,
  ),
  'plan-create': question(
    PlanCreateDocument,
    async () => ({ input: planToAdd('create') }),
    ({ planCreate }) => {
      expect(planCreate).toMatchObject({ plan: { document: 'create', version: 1 } });
    },
    planner,
  ),
  'plan-update': question(
    PlanUpdateDocument,
    async () => ({ input: { ...(await addedPlan('update')), titleEn: 'Better' } }),
    ({ planUpdate }) => {
      expect(planUpdate).toMatchObject({ plan: { title: 'Better', version: 2 } });
    },
    planner,
  ),
  'planner-counted': question(
    PlannerCountedDocument,
    {
      code: '67',
      on: '2025-06-30',
      figure: 'NOT_REPORTED',
    },
    ({ administrativeUnit }) => {
      const [line] = administrativeUnit!.progress!.lines;
      expect(line!.counted.totalCount).toBe(line!.notReported);
      expect(line!.counted.nodes).toHaveLength(20);
    },
  ),
  'planner-criteria': question(
    PlannerCriteriaDocument,
    {
      code: '67',
      on: '2025-06-30',
      framework: 'four-pillar',
      asOf: '2025-06-30',
      codes: ['G2'],
    },
    ({ administrativeUnit }) => {
      const { institutions, reported, otherVersion, notReported, named, weakest } =
        administrativeUnit!.criterionFigures!;
      expect(reported + otherVersion + notReported).toBe(institutions);
      const [g2] = named.nodes;
      expect(g2!.metPercent).toBeCloseTo((100 * g2!.met!) / g2!.applies!);
      expect(g2!.options!.map(({ code }) => code)).toEqual(['YES', 'NO']);
      const percents = weakest.nodes.map(({ metPercent }) => metPercent!);
      expect(percents).toHaveLength(5);
      expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    },
    () => cast.planner,
  ),
  'planner-points': question(
    PlannerPointsDocument,
    {
      code: '67',
      on: '2025-06-30',
      asOf: '2025-06-30',
      groups: ['GENERAL_EDUCATION'],
      pillars: ['DIGITAL_OPERATIONS'],
    },
    ({ administrativeUnit }) => {
      const [line] = administrativeUnit!.progress!.lines;
      const { institutions, unknown, withoutPoints, bins, median } = line!.distribution!;
      expect(institutions! + unknown! + withoutPoints!).toBe(line!.institutions);
      expect(bins).toHaveLength(10);
      expect(bins!.reduce((sum, bin) => sum + bin.institutions, 0)).toBe(institutions);
      expect(median).toBeGreaterThan(0);
    },
    () => cast.planner,
  ),
  'planner-shortest-way': question(
    PlannerShortestWayDocument,
    async () => ({
      ...DAK_NONG,
      asOf: '2024-12-31',
      groups: ['GENERAL_EDUCATION' as const],
      pillars: ['DIGITAL_OPERATIONS' as const],
      assume: [{ institution: await idOfSchool() }],
      first: 5,
    }),
    ({ administrativeUnit }) => {
      const { hypothetical, assumptions, lines, warnings } = administrativeUnit!.progress!;
      expect(hypothetical).toBe(true);
      expect(assumptions).toMatchObject([{ pillars: { length: 4 }, completed: true }]);
      expect(warnings[0]!.code).toBe('HYPOTHETICAL');
      expect(lines).toMatchObject([{ pillar: 'DIGITAL_OPERATIONS', nearest: { length: 5 } }]);
      const [{ targets, nearest }] = lines as [(typeof lines)[0]];
      expect(targets[0]!.institutionsToGo).toBeGreaterThan(0);
      for (const { pillars, unmetCriteria } of nearest) {
        expect(pillars).toHaveLength(1);
        expect(unmetCriteria).toBe(pillars[0]!.unmet!.length);
        expect(pillars[0]).toMatchObject({ stage: 'IN_PROGRESS', pointsToThreshold: 0 });
      }
    },
    () => cast.planner,
  ),
  plans: question(PlansDocument, {}, ({ plans }) => {
    const plan = plans.nodes.find(({ document }) => document === 'MINH-HOA-01');
    expect(plan?.sourceStatus).toBe('ILLUSTRATIVE');
    expect(new Set(plan!.targets.map(({ year }) => year))).toEqual(new Set([2025, 2030]));
  }),
  'reporting-round-close': question(
    ReportingRoundCloseDocument,
    async () => ({ input: await calledRound('close') }),
    ({ reportingRoundClose }) => {
      expect(reportingRoundClose.reportingRound).toMatchObject({ phase: 'CLOSED', version: 2 });
    },
    planner,
  ),
  'reporting-round-create': question(
    ReportingRoundCreateDocument,
    async () => ({ input: await roundToCall('create') }),
    ({ reportingRoundCreate }) => {
      expect(reportingRoundCreate.reportingRound).toMatchObject({ phase: 'PLANNED', version: 1 });
    },
    planner,
  ),
  'reporting-round-extend': question(
    ReportingRoundExtendDocument,
    async () => ({ input: { ...(await calledRound('extend')), dueOn: '2026-12-05' } }),
    ({ reportingRoundExtend }) => {
      expect(reportingRoundExtend.reportingRound).toMatchObject({ dueOn: '2026-12-05' });
    },
    planner,
  ),
  'reporting-round-open': question(
    ReportingRoundOpenDocument,
    async () => ({ input: await calledRound('open') }),
    ({ reportingRoundOpen }) => {
      expect(reportingRoundOpen.reportingRound).toMatchObject({ phase: 'OPEN', version: 2 });
    },
    planner,
  ),
  'review-queue': question(
    ReviewQueueDocument,
    { first: 3 },
    ({ statusUpdates: { nodes, totalCount } }) => {
      expect(totalCount).toBeGreaterThan(20);
      for (const { canApprove, newestRevision } of nodes) {
        expect(canApprove).toBe(true);
        expect(newestRevision!.entries!.length).toBeGreaterThan(15);
      }
    },
    reviewer,
  ),
  'round-arrivals': question(
    RoundArrivalsDocument,
    async () => ({ round: await idOfRound('2025') }),
    ({ node }) => {
      if (node?.__typename !== 'ReportingRound') throw new Error('the round of 2025 is not there');
      const { called, days } = node.arrivals!;
      expect(called).toBeGreaterThan(100);
      for (const { submittedSoFar } of days.nodes) expect(submittedSoFar).toBeLessThan(called);
    },
    planner,
  ),
  'round-late': question(
    RoundLateDocument,
    async () => ({ round: await idOfRound('2025') }),
    ({ node }) => {
      if (node?.__typename !== 'ReportingRound') throw new Error('the round of 2025 is not there');
      const { completeness, participations } = node;
      expect(completeness!.total.overdue).toBe(participations.totalCount);
      expect(participations.nodes).toHaveLength(50);
      for (const { daysLate } of participations.nodes) expect(daysLate).toBe(541);
    },
    planner,
  ),
  'round-reminder': question(
    RoundReminderDocument,
    async () => {
      told = await castOf(hub, 'DN-THPT-11');
      return { round: told.round, audience: ['NOT_BEGUN' as const] };
    },
    ({ node }) => {
      if (node?.__typename !== 'ReportingRound') throw new Error('the open round is not there');
      expect(node.reminder).toMatchObject({ isSent: false });
      expect(node.reminder!.text).toContain('Chị Lan nhắc nộp báo cáo');
    },
    () => told.planner,
  ),
  rounds: question(
    RoundsDocument,
    async () => ({ unit: await idOfUnit(hub, DAK_NONG.code, DAK_NONG.on) }),
    ({ reportingRounds: { nodes } }) => {
      expect(nodes.map(({ referenceDate }) => referenceDate)).toContain('2024-05-31');
      for (const { unit } of nodes) expect(unit.name).toBe('Tỉnh Đắk Nông');
    },
  ),
  'school-form': question(
    SchoolFormDocument,
    async () => {
      const { institution, round } = cast;
      await draft(hub, cast);
      return { institution, round };
    },
    ({ statusUpdates: { nodes } }) => {
      expect(nodes).toMatchObject([{ state: 'DRAFT', canSubmit: true, submissionProblems: [] }]);
      expect(nodes[0]!.newestRevision!.entries!.map(({ points }) => points)).toContain(20);
    },
    school,
  ),
  'school-rounds': question(
    SchoolRoundsDocument,
    { code: SCHOOL, phase: 'CLOSED' },
    ({ institution }) => {
      const { nodes } = institution!.participations;
      expect(nodes.map(({ dueOn }) => dueOn)).toEqual(
        ['2025', '2024', '2023', '2022'].map((year) => `${year}-05-31`),
      );
      for (const { lockReason } of nodes) expect(lockReason).not.toBeNull();
    },
    school,
  ),
  'school-pillars-series': question(
    SchoolPillarsSeriesDocument,
    { code: SCHOOL, indicators: ['STANDARDIZED_DATA', 'DIGITAL_GOVERNANCE'] },
    ({ institution }) => {
      const { indicatorSeries } = institution!;
      expect(indicatorSeries.map(({ round }) => round!.code)).toEqual(
        expect.arrayContaining(['2022', '2023', '2024', '2025']),
      );
      for (const { indicators } of indicatorSeries) expect(indicators).toHaveLength(2);
    },
  ),
  'school-standing': question(
    SchoolStandingDocument,
    { code: SCHOOL, asOf: '2025-06-30' },
    ({ institution }) => {
      expect(institution).toMatchObject({ code: SCHOOL, group: 'GENERAL_EDUCATION' });
      expect(institution!.unit).not.toBeNull();
      expect(institution!.pillars.map(({ pillar }) => pillar)).toHaveLength(4);
      expect(institution!.statusUpdates.nodes.length).toBeGreaterThan(0);
    },
  ),
  'status-updates': question(
    StatusUpdatesDocument,
    async () => ({ filter: { institution: await idOfSchool() } }),
    ({ statusUpdates: { nodes } }) => {
      expect(nodes.length).toBeGreaterThan(0);
      for (const { institution, pillars } of nodes) {
        expect(institution.code).toBe(SCHOOL);
        expect(pillars.length).toBeGreaterThan(0);
      }
    },
  ),
  'status-update-approve': changing(
    StatusUpdateApproveDocument,
    () => updateIn('SUBMITTED'),
    'APPROVED',
    reviewer,
  ),
  'status-update-approve-many': question(
    StatusUpdateApproveManyDocument,
    async () => ({ input: { updates: [await updateIn('SUBMITTED')] } }),
    ({ statusUpdateApproveMany: { results } }) => {
      expect(results).toMatchObject([{ statusUpdate: { state: 'APPROVED' }, userErrors: [] }]);
    },
    reviewer,
  ),
  'status-update-claim': changing(
    StatusUpdateClaimDocument,
    async () => {
      const { id } = await updateIn('SUBMITTED');
      await hub.data(StatusUpdateHandOverDocument.toString(), { input: { id } }, reviewer());
      return { id };
    },
    'SUBMITTED',
    reviewer,
  ),
  'status-update-hand-over': changing(
    StatusUpdateHandOverDocument,
    async () => {
      const { id } = await updateIn('SUBMITTED');
      return { id };
    },
    'SUBMITTED',
    reviewer,
  ),
  'status-update-release': changing(
    StatusUpdateReleaseDocument,
    async () => {
      const { id } = await updateIn('SUBMITTED');
      await hub.data(StatusUpdateHandOverDocument.toString(), { input: { id } }, reviewer());
      return { id };
    },
    'SUBMITTED',
    reviewer,
  ),
  'status-update-correct': changing(
    StatusUpdateCorrectDocument,
    async () => ({
      ...(await updateIn('APPROVED')),
      changes: [{ criterion: 'G1', value: 0, reason: 'Chưa ký' }],
      reason: 'Kiểm tra',
    }),
    'APPROVED',
    reviewer,
  ),
  'status-update-reopen': changing(
    StatusUpdateReopenDocument,
    async () => {
      const { id, version } = await handedIn(hub, (cast = await castOf(hub, 'DN-THPT-06')));
      const { update } = await approve(hub, cast.reviewer, { id, version });
      return { id, version: update!.version, reason: 'Bổ sung' };
    },
    'DRAFT',
    school,
  ),
  'status-update-return': changing(
    StatusUpdateReturnDocument,
    async () => ({
      ...(await updateIn('SUBMITTED')),
      reasons: [{ criterion: 'G1', reason: 'Thiếu minh chứng' }],
    }),
    'RETURNED',
    reviewer,
  ),
  'status-update-import': question(
    StatusUpdateImportDocument,
    async () => {
      cast = await castOf(hub, 'DN-THPT-07');
      const { institution, round } = cast;
      const form = await downloadedForm(hub, cast.school, { institution, round });
      form.fill('G4', { answer: 17, total: 40 });
      return { input: { content: await form.content() } };
    },
    ({ statusUpdateImport: { answers, problems } }) => {
      expect(problems).toEqual([]);
      expect(answers).toMatchObject([
        { criterion: { code: 'G4' }, after: { value: 17, total: 40 }, changedMeanwhile: false },
      ]);
    },
    school,
  ),
  'status-update-save': changing(
    StatusUpdateSaveDocument,
    async () => {
      cast = await castOf(hub, 'DN-THPT-02');
      const { institution, round } = cast;
      return { institution, round, answers: [{ criterion: 'G1', value: 1 }] };
    },
    'DRAFT',
    school,
  ),
  'status-update-submit': changing(
    StatusUpdateSubmitDocument,
    async () => {
      const { id, version } = await draft(hub, (cast = await castOf(hub, 'DN-THPT-04')));
      return { id, version, note: 'Kính gửi' };
    },
    'SUBMITTED',
    school,
  ),
  'status-update-withdraw': changing(
    StatusUpdateWithdrawDocument,
    async () => {
      const { id, version } = await handedIn(hub, (cast = await castOf(hub, 'DN-THPT-05')));
      return { id, version };
    },
    'WITHDRAWN',
    school,
  ),
  'status-update-take-back': changing(
    StatusUpdateTakeBackDocument,
    async () => ({ ...(await updateIn('APPROVED')), reason: 'Duyệt nhầm' }),
    'SUBMITTED',
    reviewer,
  ),
  'target-remove': question(
    TargetRemoveDocument,
    async () => {
      const plan = await addedPlan('remove');
      const { targetSet } = await hub.data(
        TargetSetDocument.toString(),
        { input: targetOf(plan) },
        cast.planner,
      );
      return { input: { id: targetSet.target.id, version: plan.version + 1 } };
    },
    ({ targetRemove }) => {
      expect(targetRemove).toMatchObject({ plan: { version: 3, targets: [] } });
    },
    planner,
  ),
  'target-set': question(
    TargetSetDocument,
    async () => ({ input: targetOf(await addedPlan('set')) }),
    ({ targetSet }) => {
      expect(targetSet).toMatchObject({ target: { percent: 90, plan: { version: 2 } } });
    },
    planner,
  ),
  'unit-history': question(
    UnitHistoryDocument,
    { ...DAK_NONG, kind: 'PROVINCE' },
    ({ administrativeUnit }) => {
      expect(administrativeUnit!.validTo).toBe('2025-06-30');
      expect(administrativeUnit!.successors).toMatchObject([
        { effectiveOn: '2025-07-01', extent: 'WHOLE', successor: { code: '68' } },
      ]);
    },
  ),
  // test/stream.test.ts follows it; asked by itself, it is answered once.
  'unit-progress-changed': question(
    UnitProgressChangedDocument,
    async () => ({ unit: cast.province }),
    ({ unitProgressChanged }) => {
      expect(unitProgressChanged!.progress!.lines.length).toBeGreaterThan(0);
    },
  ),
  'units-progress-changed': question(
    UnitsProgressChangedDocument,
    async () => ({ under: cast.province }),
    ({ unitsProgressChanged }) => {
      expect(unitsProgressChanged).toHaveLength(28);
      expect(unitsProgressChanged[0]!.progress!.lines.length).toBeGreaterThan(0);
    },
  ),
  'units-search': question(
    UnitsSearchDocument,
    { search: 'dak nong', on: '2024-12-31' },
    ({ administrativeUnits }) => {
      expect(administrativeUnits.nodes).toMatchObject([{ code: '67', name: 'Tỉnh Đắk Nông' }]);
    },
  ),
  viewer: question(ViewerDocument, {}, ({ viewer }) => {
    // Nobody is signed in here; test/accounts.test.ts asks as somebody.
    expect(viewer).toBeNull();
  }),
  'webhook-create': question(
    WebhookCreateDocument,
    { input: WEBHOOK },
    ({ webhookCreate: { webhook, secret, userErrors } }) => {
      expect(webhook).toMatchObject({ version: 1, url: WEBHOOK.url, disabledReason: null });
      expect(secret).toMatch(/^whsec_/);
      expect(userErrors).toEqual([]);
    },
    operator,
  ),
  'webhook-disable': question(
    WebhookDisableDocument,
    async () => ({ input: { id: await addedWebhook(), version: 1 } }),
    ({ webhookDisable: { webhook } }) => {
      expect(webhook).toMatchObject({ version: 2, disabledReason: 'OPERATOR' });
    },
    operator,
  ),
  'webhook-replay': question(
    WebhookReplayDocument,
    async () => ({ input: { id: await addedWebhook(), version: 1 } }),
    ({ webhookReplay: { webhook, userErrors } }) => {
      expect(webhook).toMatchObject({ version: 2, disabledReason: null });
      expect(userErrors).toEqual([]);
    },
    operator,
  ),
  'webhook-update': question(
    WebhookUpdateDocument,
    async () => ({ input: { id: await addedWebhook(), version: 1, renewSecret: true } }),
    ({ webhookUpdate: { webhook, secret } }) => {
      expect(webhook).toMatchObject({ version: 2, url: WEBHOOK.url });
      expect(secret).toMatch(/^whsec_/);
    },
    operator,
  ),
  webhooks: question(
    WebhooksDocument,
    async () => {
      await addedWebhook();
      return {};
    },
    ({ webhooks: { nodes } }) => {
      expect(nodes.at(-1)).toMatchObject({ url: WEBHOOK.url, failures: 0, deliveredAt: null });
    },
    operator,
  ),
  workforce: question(
    WorkforceDocument,
    async () => {
      await recordOf('Sở Nội vụ');
      return { ...DAK_NONG, kind: 'MANDATES' as const, first: 100 };
    },
    ({ administrativeUnit }) => {
      const { asOf, records } = administrativeUnit!.workforce!;
      expect(asOf).toBe('2025-06-30');
      expect(records.nodes.find(({ agency }) => agency === 'Sở Nội vụ')!.counts).toEqual([
        { quantity: 'HAS_UNIT', value: 1, withheld: null },
      ]);
    },
  ),
  'workforce-gaps': question(
    WorkforceGapsDocument,
    { ...DAK_NONG, year: 2021, first: 5 },
    ({ administrativeUnit }) => {
      const { gaps } = administrativeUnit!.workforceIndex!;
      expect(gaps.totalCount).toBeGreaterThan(5);
      expect(gaps.nodes[0]).toMatchObject({ rank: 1, kind: 'NOT_DONE', mostPoints: 10 });
    },
  ),
  'workforce-history': question(
    WorkforceHistoryDocument,
    async () => {
      await recordOf('Sở Tư pháp');
      return { ...DAK_NONG, first: 100 };
    },
    ({ administrativeUnit }) => {
      const { canCreate, allRecords } = administrativeUnit!.workforce!;
      const record = allRecords.nodes.find(({ agency }) => agency === 'Sở Tư pháp')!;
      expect(canCreate).toBe(true);
      expect(record.versions).toMatchObject([{ version: 1, removed: false, supersededAt: null }]);
    },
    planner,
  ),
  'workforce-import': question(
    WorkforceImportDocument,
    {
      input: {
        content:
          'unit_kind,unit_code,kind,valid_from,source,agency,has_unit\nPROVINCE,67,MANDATES,2022-04-01,Quyết định 1,Sở Ngoại vụ,1\n',
        dryRun: true,
      },
    },
    ({ workforceImport }) => {
      expect(workforceImport).toMatchObject({
        workforceImport: {
          ...{ dryRun: true, created: 1, updated: 0, unchanged: 0 },
          rows: [{ row: 2, outcome: 'CREATED', unit: { name: 'Tỉnh Đắk Nông' } }],
        },
        problems: [],
        userErrors: [],
      });
    },
    planner,
  ),
  'workforce-import-template': question(
    WorkforceImportTemplateDocument,
    {},
    ({ workforceImportTemplate: { content, columns } }) => {
      expect(content.split('\n')[0]).toBe(columns.map(({ name }) => name).join(','));
      expect(columns[0]).toMatchObject({
        name: 'unit_kind',
        required: true,
        values: ['PROVINCE', 'DISTRICT', 'COMMUNE'],
      });
    },
  ),
  'workforce-index': question(
    WorkforceIndexDocument,
    { ...DAK_NONG, year: 2022 },
    ({ administrativeUnit }) => {
      const { components, published } = administrativeUnit!.workforceIndex!;
      expect(published).toBeNull();
      expect(components[0]).toMatchObject({
        state: 'SCORED',
        points: 10,
        ledger: { nodes: [{ points: 10, input: 'communesWithTeam' }] },
      });
    },
  ),
  'workforce-record-create': question(
    WorkforceRecordCreateDocument,
    async () => ({ input: await mandateOf('Sở Y tế') }),
    ({ workforceRecordCreate }) => {
      expect(workforceRecordCreate).toMatchObject({
        workforceRecord: { version: 1, validFrom: '2022-04-01' },
        userErrors: [],
      });
    },
    planner,
  ),
  'workforce-record-remove': question(
    WorkforceRecordRemoveDocument,
    async () => ({ input: { id: await recordOf('Sở Tài chính'), version: 1, reason: 'Nhầm' } }),
    ({ workforceRecordRemove }) => {
      expect(workforceRecordRemove).toMatchObject({
        workforceRecord: { version: 2, removed: true, counts: [], note: 'Nhầm' },
        userErrors: [],
      });
    },
    planner,
  ),
  'workforce-record-update': question(
    WorkforceRecordUpdateDocument,
    async () => {
      const id = await recordOf('Sở Công Thương');
      const { validFrom, source, sourceStatus } = await mandateOf('Sở Công Thương');
      const counts = [{ quantity: 'HAS_DUTY' as const, value: 1 }];
      return { input: { id, version: 1, validFrom, counts, source, sourceStatus } };
    },
    ({ workforceRecordUpdate }) => {
      expect(workforceRecordUpdate).toMatchObject({
        workforceRecord: { version: 2, counts: [{ quantity: 'HAS_DUTY', value: 1 }] },
        userErrors: [],
      });
    },
    planner,
  ),
  'workforce-what-if': question(
    WorkforceWhatIfDocument,
    { ...DAK_NONG, year: 2021, assume: [{ input: 'duty', value: 1 }] },
    ({ administrativeUnit }) => {
      const { real, assumed } = administrativeUnit!;
      expect([real!.hypothetical, assumed!.hypothetical]).toEqual([false, true]);
      expect(assumed!.points! - real!.points!).toBeCloseTo(8, 4);
    },
  ),
};

/** The id of a mail that was not sent. */
async function leftMail(): Promise<string> {
  const [row] = await hub.em.fork().execute<{ id: number }[]>(
    `insert into mail_message (account_id, address, kind, cause, facts, state, next_attempt_at,
       created_at, settled_at)
     select min(id), 'school@example.edu.vn', 'APPROVED', gen_random_uuid()::text, '{}', 'NOT_SENT',
       now(), now(), now() from account returning id`,
  );
  return toGlobalId('MailMessage', row!.id);
}

/** The id of a new webhook. */
async function addedWebhook(): Promise<string> {
  const { webhookCreate } = await hub.data(
    WebhookCreateDocument.toString(),
    { input: WEBHOOK },
    operator(),
  );
  return webhookCreate.webhook.id;
}

/** A mandate of an agency of Đắk Nông, as a planner records it. */
async function mandateOf(agency: string): Promise<WorkforceRecordCreateInput> {
  return {
    unit: await idOfUnit(hub, DAK_NONG.code, DAK_NONG.on),
    kind: 'MANDATES',
    agency,
    validFrom: '2022-04-01',
    counts: [{ quantity: 'HAS_UNIT', value: 1 }],
    source: 'Quyết định 1',
    sourceStatus: 'CONFIRMED',
  };
}

/** The id of such a record. */
async function recordOf(agency: string): Promise<string> {
  const { workforceRecordCreate } = await hub.data(
    WorkforceRecordCreateDocument.toString(),
    { input: await mandateOf(agency) },
    cast.planner,
  );
  return workforceRecordCreate.workforceRecord.id;
}

/** The id of an import of such a record. */
/** A draft of a framework as mutations name it. */
async function draftOf(code: string): Promise<{ id: string; version: number }> {
  const { frameworkImport } = await hub.data(
    FrameworkImportDocument.toString(),
    { input: { content: ownFramework(code), dryRun: false } },
    cast.planner,
  );
  return frameworkImport.draft;
}

/** A file of the planner that was checked, as mutations name it. */
async function jobOf(): Promise<{ id: string; version: number }> {
  const [row] = await hub.em.fork().execute<{ id: number }[]>(
    `insert into import_job (kind, file, account_id, account_name, created_at, state, content,
       answers, digest, created, updated, unchanged, problems, questions)
     select 'WORKFORCE', 'counts.csv', account_id, 'Ai đó', now(), 'CHECKED', 'kind', '{}', '',
       1, 0, 0, 0, 0
     from account_grant where role = 'PLANNER' limit 1 returning id`,
  );
  return { id: toGlobalId('ImportJob', row!.id), version: 1 };
}

async function importOf(agency: string): Promise<string> {
  const content = `unit_kind,unit_code,kind,valid_from,source,agency,has_unit\nPROVINCE,67,MANDATES,2022-04-01,Quyết định 1,${agency},1\n`;
  await hub.data(
    WorkforceImportDocument.toString(),
    { input: { content, fileName: 'mandates.csv', dryRun: false } },
    cast.planner,
  );
  const { imports } = await hub.data(ImportsDocument.toString(), { first: 1 }, cast.planner);
  return imports.nodes[0].id;
}

async function idOfRound(code: string): Promise<string> {
  const { reportingRounds } = await hub.data(
    '{ reportingRounds(first: 50) { nodes { id code } } }',
  );
  return reportingRounds.nodes.find((round: { code: string }) => round.code === code).id;
}

async function idOfSchool(): Promise<string> {
  const { institution } = await hub.data(
    'query ($code: String!) { institution(code: $code) { id } }',
    { code: SCHOOL },
  );
  return institution.id;
}

const names = readdirSync(FOLDER).map((file) => file.replace(/\.graphql$/, ''));

test('every document in schema/operations has its question here, and no question is left over', () => {
  expect(Object.keys(questions).sort()).toEqual(names.sort());
});

/** Answered to everybody, with nothing in it for whoever is not signed in, or no question of an assistant. */
const NO_TOOLS = [
  'Accounts',
  'Node',
  'ImportColumns',
  'OwnMailPreferences',
  'ReviewQueue',
  'SchoolRounds',
  'StatusUpdates',
  'Viewer',
  'WorkforceImportTemplate',
];

test('what everybody is answered, assistants have as tools, and what they have everybody is answered', async () => {
  const answered: string[] = [];
  const refused: string[] = [];
  for (const { document, variables } of Object.values(questions)) {
    const name = /^\s*query (\w+)/m.exec(document)?.[1];
    // Variables that are made first would be made twice.
    if (!name || typeof variables === 'function') continue;
    const { errors } = await hub.ask(document, variables);
    (errors.length === 0 ? answered : refused).push(name);
  }

  expect(answered.filter((name) => !PUBLIC_DOCUMENTS.has(name)).sort()).toEqual(
    NO_TOOLS.filter((name) => answered.includes(name)),
  );
  expect(refused.filter((name) => PUBLIC_DOCUMENTS.has(name))).toEqual([]);
  expect(answered.length).toBeGreaterThan(20);
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');

  test('fits the graph', () => {
    const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));

    expect(validate(schema, parse(text))).toEqual([]);
  });

  test('is what codegen made the types of', () => {
    expect(print(parse(questions[name]!.document))).toBe(print(parse(text)));
  });

  test('is answered', async () => {
    const { variables, check, who } = questions[name]!;
    const given = typeof variables === 'function' ? await variables() : variables;

    const isStreamed = /^subscription\b/m.test(text);
    const data = isStreamed ? await firstOf(text, given) : await hub.data(text, given, who?.());

    check(data);
  });
});

/** What the stream of a subscription begins with. */
async function firstOf(query: string, variables: object | undefined): Promise<unknown> {
  if (!hub.server.server.listening) await hub.server.listen({ host: '127.0.0.1', port: 0 });
  const address = hub.server.listeningOrigin;
  const client = createClient({ url: `${address}/graphql/stream`, retryAttempts: 0 });
  const stream = client.iterate({ query, variables: { ...variables } });
  const { value } = await stream.next();
  await stream.return?.();
  client.dispose();
  return value?.data;
}
