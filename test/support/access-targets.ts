import { fromGlobalId, rowIdOf, toGlobalId } from '../../src/graphql/node.js';
import { evidenceOf, roundInput, roundOf, UPDATES, type Scene } from './access-scene.js';
import { ownFramework } from './department.js';
import { idOfUnit, PASSWORD } from './people.js';
import { downloadedForm } from './report-form.js';
import { SCHOOL } from './reporting.js';

/** What a mutation is sent; each call makes something new for it to change. */
export type Target = (scene: Scene) => Promise<object> | object;

const text = () => crypto.randomUUID();
const email = () => `${text()}@example.edu.vn`;

/** A new account, with a password unless it is invited. */
export async function account(
  { hub, caretaker }: Scene,
  { disabled = false, invited = false, grants = [] as object[] } = {},
): Promise<string> {
  const password = invited ? null : PASSWORD;
  const input = { name: 'Ai đó', email: email(), password, grants };
  const { accountCreate } = await hub.data(
    'mutation ($input: AccountCreateInput!) { accountCreate(input: $input) { account { id } } }',
    { input },
    caretaker,
  );
  const { id } = accountCreate.account;
  if (disabled)
    await hub.data(
      'mutation ($id: ID!) { accountDisable(input: { account: $id }) { account { id } } }',
      { id },
      caretaker,
    );
  return id;
}

/** A new API key, of the version 1. */
export async function apiKey({ hub, caretaker }: Scene): Promise<string> {
  const { apiKeyCreate } = await hub.data(
    'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { apiKey { id } } }',
    { input: keyInput },
    caretaker,
  );
  return apiKeyCreate.apiKey.id;
}

const keyInput = { name: 'Bảng điều khiển', scopes: ['READ_PUBLIC'] };

async function grant(
  scene: Scene,
  duty: object = { role: 'PLANNER', unit: scene.province },
): Promise<string> {
  const { grantAdd } = await scene.hub.data(
    `mutation ($input: GrantAddInput!) { grantAdd(input: $input) { grant { id } } }`,
    { input: { account: await account(scene), ...duty } },
    scene.caretaker,
  );
  return grantAdd.grant.id;
}

const ofSchool = ({ institution }: Scene) => ({ role: 'SCHOOL_ADMIN', institution });
const reviewing = ({ province }: Scene, rest = {}) => ({
  role: 'REVIEWER',
  unit: province,
  ...rest,
});

const fileOf = (row: string) => ({
  content: `name,email,role,institution_code,unit_kind,unit_code\n${row}\n`,
  dryRun: false,
});

const frameworkFile = () => ({ content: ownFramework(text()), dryRun: false });

/** A draft of a framework, of the version 1. */
export async function frameworkDraft({ hub, headers }: Scene): Promise<{ id: string }> {
  const { frameworkImport } = await hub.data(
    `mutation ($input: FrameworkImportInput!) {
      frameworkImport(input: $input) { draft { id } } }`,
    { input: frameworkFile() },
    headers.planner,
  );
  return frameworkImport.draft;
}

/** A framework that no round asks. */
async function framework(scene: Scene): Promise<string> {
  const { frameworkPublish } = await scene.hub.data(
    `mutation ($input: FrameworkPublishInput!) {
      frameworkPublish(input: $input) { framework { id } } }`,
    { input: { ...(await frameworkDraft(scene)), version: 1 } },
    scene.caretaker,
  );
  return frameworkPublish.framework.id;
}

const planInput = (unit: string | null) => ({
  document: text(),
  titleVi: 'Kế hoạch thử',
  titleEn: 'A trial plan',
  issuer: 'UBND tỉnh',
  unit,
  sourceStatus: 'CONFIRMED',
});

/** A plan of the province, or of the country, with a target; both of the version 2. */
async function plan({ hub, province, headers, caretaker }: Scene, ofCountry: boolean) {
  const keeper = ofCountry ? caretaker : headers.planner;
  const { planCreate } = await hub.data(
    'mutation ($input: PlanCreateInput!) { planCreate(input: $input) { plan { id } } }',
    { input: planInput(ofCountry ? null : province) },
    keeper,
  );
  const { id } = planCreate.plan;
  const { targetSet } = await hub.data(
    'mutation ($input: TargetSetInput!) { targetSet(input: $input) { target { id } } }',
    { input: { ...targetOf(id), version: 1 } },
    keeper,
  );
  return { id, target: targetSet.target.id, version: 2 };
}

const targetOf = (planId: string) => ({
  plan: planId,
  version: 2,
  group: 'GENERAL_EDUCATION',
  year: 2030,
  percent: 90,
  sourceStatus: 'UNCONFIRMED',
});

const recordContent = {
  validFrom: '2026-11-01',
  source: 'Một báo cáo',
  sourceStatus: 'CONFIRMED',
  counts: [{ quantity: 'HAS_UNIT', value: 1 }],
};
export const recordInput = ({ province }: Scene) => ({
  unit: province,
  kind: 'MANDATES',
  agency: text(),
  ...recordContent,
});

/** A record of the digital workforce of the province, of the version 1. */
export async function record(scene: Scene): Promise<string> {
  const { workforceRecordCreate } = await scene.hub.data(
    `mutation ($input: WorkforceRecordCreateInput!) {
      workforceRecordCreate(input: $input) { workforceRecord { id } } }`,
    { input: recordInput(scene) },
    scene.headers.planner,
  );
  return workforceRecordCreate.workforceRecord.id;
}

const workforceFile = () => ({
  content: `unit_kind,unit_code,kind,valid_from,source,agency,has_unit\nPROVINCE,68,MANDATES,2026-11-01,Một báo cáo,${text()},1\n`,
  dryRun: false,
});

/** An import of the planner. */
export async function importRun({ hub, headers }: Scene): Promise<string> {
  await hub.data(
    `mutation ($input: WorkforceImportInput!) {
      workforceImport(input: $input) { userErrors { code } } }`,
    { input: workforceFile() },
    headers.planner,
  );
  const { imports } = await hub.data('{ imports(first: 1) { nodes { id } } }', {}, headers.planner);
  return imports.nodes[0].id;
}

/** A file of the planner that was checked and may be saved, of the version 1. */
export async function importJob({ hub, people }: Scene): Promise<string> {
  const [row] = await hub.em.fork().execute<{ id: number }[]>(
    `insert into import_job (kind, file, account_id, account_name, created_at, state, content,
       answers, digest, created, updated, unchanged, problems, questions)
     values ('WORKFORCE', 'counts.csv', ?, 'Ai đó', now(), 'CHECKED', 'kind', '{}', '', 1, 0, 0, 0, 0)
     returning id`,
    [fromGlobalId('Account', people.planner.id)],
  );
  return toGlobalId('ImportJob', row!.id);
}

/** A mail that was not sent, of the version 1. */
export async function mail({ hub }: Scene): Promise<string> {
  const [row] = await hub.em.fork().execute<{ id: number }[]>(
    `insert into mail_message (account_id, address, kind, cause, facts, state, next_attempt_at,
       created_at, settled_at)
     select min(id), 'school@example.edu.vn', 'APPROVED', gen_random_uuid()::text, '{}', 'NOT_SENT',
       now(), now(), now() from account returning id`,
  );
  return toGlobalId('MailMessage', row!.id);
}

const institutionInput = ({ province }: Scene) => ({
  ...{ name: `Trường ${text()}`, kind: 'PRIMARY_SCHOOL', levels: ['PRIMARY'] },
  ...{ ownership: 'PUBLIC', unit: province, openedOn: '2026-09-05', reason: 'Quyết định' },
});

/** A new school of the province, as its change names it. */
async function registered(scene: Scene, closedOn?: string) {
  const send = async (name: string, type: string, input: object) => {
    const data = await scene.hub.data(
      `mutation ($input: ${type}!) { ${name}(input: $input) { institution { id version } } }`,
      { input: { reason: 'Quyết định', ...input } },
      scene.caretaker,
    );
    return data[name].institution as { id: string; version: number };
  };
  const school = await send('institutionCreate', 'InstitutionCreateInput', institutionInput(scene));
  const input = { ...school, lastDay: closedOn };
  const known = closedOn ? await send('institutionClose', 'InstitutionCloseInput', input) : school;
  return { ...known, reason: 'Quyết định' };
}

/** A campus that such a school gets. */
async function campusOf(scene: Scene) {
  const unit = await idOfUnit(scene.hub, '24664', '2026-11-23');
  return { ...(await registered(scene)), system: 'T', code: text(), name: 'Điểm trường', unit };
}

const webhookInput = { url: 'https://example.edu.vn/hook', description: 'Ai đó' };

/** A webhook of the version 1. */
export async function webhook({ hub, caretaker }: Scene): Promise<string> {
  const { webhookCreate } = await hub.data(
    'mutation ($input: WebhookCreateInput!) { webhookCreate(input: $input) { webhook { id } } }',
    { input: webhookInput },
    caretaker,
  );
  return webhookCreate.webhook.id;
}

const exceptionIn = (round: string, { institution }: Scene) => ({
  round,
  institutions: [institution],
  reason: 'Trường bị ngập',
});

/** A round from which the school is excused. */
async function excused(scene: Scene): Promise<string> {
  const round = await roundOf(scene);
  await scene.hub.data(
    `mutation ($input: ParticipationExcuseInput!) {
      participationExcuse(input: $input) { userErrors { code } } }`,
    { input: exceptionIn(round, scene) },
    scene.headers.planner,
  );
  return round;
}

const planned = (scene: Scene) => roundOf(scene, { opensOn: '2026-12-01', dueOn: '2026-12-20' });
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const onlyId = ({ id }: { id: string }) => ({ id });
const change = { criterion: 'G3', value: 2, reason: 'Sai' };

/** An account that needs a code to sign in. */
async function withFactor(scene: Scene): Promise<string> {
  const id = await account(scene);
  await scene.hub.em.execute(
    `insert into second_factor (account_id, secret, confirmed_at) values (?, 'sealed', now())`,
    [rowIdOf('Account', id)],
  );
  return id;
}

/** An account that signs in through an issuer as well. */
async function linked(scene: Scene): Promise<{ account: string; issuer: string }> {
  const id = await account(scene);
  const issuer = 'https://login.example.edu.vn';
  await scene.hub.em.execute(
    `insert into account_identity (account_id, issuer, subject, linked_at)
     values (?, ?, gen_random_uuid(), now())`,
    [rowIdOf('Account', id), issuer],
  );
  return { account: id, issuer };
}

/** For each mutation what it is sent, in a state in which it is in turn. */
export const TARGETS: Record<string, Target> = {
  accountCreate: () => ({ name: 'Mới', email: email(), password: PASSWORD }),
  'accountCreate of the school': (scene) => ({
    ...{ name: 'Mới', email: email(), grants: [ofSchool(scene)] },
  }),
  'accountCreate of the school and more': (scene) => ({
    ...{ name: 'Mới', email: email(), grants: [ofSchool(scene), reviewing(scene)] },
  }),
  accountDisable: async (scene) => ({ account: await account(scene) }),
  'accountDisable of the school': async (scene) => ({
    account: await account(scene, { grants: [ofSchool(scene)] }),
  }),
  accountEnable: async (scene) => ({ account: await account(scene, { disabled: true }) }),
  'accountEnable of the school': async (scene) => ({
    account: await account(scene, { disabled: true, grants: [ofSchool(scene)] }),
  }),
  accountImport: () => fileOf(`Mới,${email()},SCHOOL_ADMIN,${SCHOOL},,`),
  'accountImport of a reviewer': () => fileOf(`Mới,${email()},REVIEWER,,PROVINCE,68`),
  accountInvite: async (scene) => ({ account: await account(scene, { invited: true }) }),
  'accountInvite of the school': async (scene) => ({
    account: await account(scene, { invited: true, grants: [ofSchool(scene)] }),
  }),
  accountPasswordReset: async (scene) => ({ account: await account(scene), password: PASSWORD }),
  'accountPasswordReset of the school': async (scene) => ({
    account: await account(scene, { grants: [ofSchool(scene)] }),
    password: PASSWORD,
  }),
  'accountPasswordReset of the school and more': async (scene) => ({
    account: await account(scene, { grants: [ofSchool(scene), reviewing(scene)] }),
    password: PASSWORD,
  }),
  'accountPasswordReset of the school, later more': async (scene) => ({
    account: await account(scene, {
      grants: [ofSchool(scene), reviewing(scene, { validFrom: '2099-01-01' })],
    }),
    password: PASSWORD,
  }),
  accountsInvite: async (scene) => ({
    accounts: [await account(scene, { invited: true, grants: [ofSchool(scene)] })],
    byMail: false,
  }),
  'accountsInvite of others as well': async (scene) => ({
    accounts: [
      await account(scene, { invited: true, grants: [ofSchool(scene)] }),
      await account(scene, { invited: true }),
    ],
  }),
  accountRename: async (scene) => ({ account: await account(scene), name: text() }),
  'accountRename of the school': async (scene) => ({
    account: await account(scene, { grants: [ofSchool(scene)] }),
    name: text(),
  }),
  accountSecondFactorReset: async (scene) => ({ account: await withFactor(scene) }),
  accountUnlink: linked,
  apiKeyCreate: () => keyInput,
  apiKeyRevoke: async (scene) => ({ id: await apiKey(scene) }),
  apiKeyRotate: async (scene) => ({ id: await apiKey(scene), version: 1 }),
  evidenceLinkAdd: async (scene) => ({
    statusUpdate: (await UPDATES.draft(scene)).id,
    criterion: 'G1',
    name: 'Minh chứng',
    url: 'https://example.edu.vn/',
  }),
  evidenceRemove: async (scene) => ({
    evidence: (await evidenceOf(scene, (await UPDATES.draft(scene)).id))[0],
  }),
  'evidenceRemove of what was handed in': async (scene) => ({
    evidence: (await evidenceOf(scene, (await UPDATES.submitted(scene)).id))[0],
  }),
  evidenceUploadStart: async (scene) => ({
    statusUpdate: (await UPDATES.draft(scene)).id,
    criterion: 'G1',
    fileName: 'a.pdf',
  }),
  frameworkDraftDiscard: async (scene) => ({ ...(await frameworkDraft(scene)), version: 1 }),
  frameworkImport: frameworkFile,
  frameworkPublish: async (scene) => ({ ...(await frameworkDraft(scene)), version: 1 }),
  frameworkRetire: async (scene) => ({ id: await framework(scene), lastDay: '2026-12-31' }),
  grantAdd: async (scene) => ({ account: await account(scene), role: 'OPERATOR' }),
  // To begin only long after these tests: the operator's own try is meant to succeed.
  'grantAdd to oneself': ({ people }) => ({
    account: people.nobody.id,
    role: 'OPERATOR',
    validFrom: '2099-01-01',
  }),
  'grantAdd of the school': async (scene) => ({
    account: await account(scene, { grants: [ofSchool(scene)] }),
    ...{ role: 'SCHOOL_ADMIN', institution: scene.otherInstitution },
  }),
  'grantAdd of more to the school': async (scene) => ({
    account: await account(scene, { grants: [ofSchool(scene)] }),
    ...reviewing(scene),
  }),
  grantEnd: async (scene) => ({ grant: await grant(scene) }),
  'grantEnd of the school': async (scene) => ({ grant: await grant(scene, ofSchool(scene)) }),
  participationExceptionTakeBack: async (scene) => exceptionIn(await excused(scene), scene),
  participationExcuse: async (scene) => exceptionIn(await roundOf(scene), scene),
  participationExtend: async (scene) => ({
    ...exceptionIn(await roundOf(scene), scene),
    dueOn: '2027-01-15',
  }),
  participationReopen: async (scene) => ({
    ...exceptionIn(await roundOf(scene, { closesOn: '2026-11-22', dueOn: '2026-11-20' }), scene),
    closesOn: '2026-12-15',
  }),
  campusAdd: (scene) => campusOf(scene),
  campusChange: async (scene) => {
    const campus = await campusOf(scene);
    const { campusAdd } = await scene.hub.data(
      'mutation ($input: CampusAddInput!) { campusAdd(input: $input) { institution { version } } }',
      { input: campus },
      scene.caretaker,
    );
    return { ...campus, version: campusAdd.institution.version, name: text() };
  },
  institutionContactSet: async (scene) => ({
    id: (await registered(scene)).id,
    version: 0,
    telephone: '0263 3822 123',
  }),
  institutionChange: async (scene) => ({ ...(await registered(scene)), name: text() }),
  institutionClose: async (scene) => ({ ...(await registered(scene)), lastDay: '2026-10-31' }),
  institutionCodeAdd: async (scene) => ({
    ...(await registered(scene)),
    system: 'T',
    code: text(),
  }),
  institutionCreate: institutionInput,
  institutionReopen: (scene) => registered(scene, '2026-10-31'),
  institutionSuccessionRecord: async (scene) => ({
    predecessor: (await registered(scene)).id,
    successor: (await registered(scene)).id,
    kind: 'SPLIT',
    effectiveOn: '2026-10-01',
    reason: 'Quyết định',
  }),
  importJobAnswer: async (scene) => ({ id: await importJob(scene), version: 1 }),
  importJobDiscard: async (scene) => ({ id: await importJob(scene), version: 1 }),
  importJobSave: async (scene) => ({ id: await importJob(scene), version: 1 }),
  importJobStart: () => ({ kind: 'WORKFORCE', fileName: 'counts.csv', content: 'kind' }),
  'importJobStart of units': () => ({ kind: 'UNITS', fileName: 'units.csv', content: 'kind' }),
  importJobUndo: async (scene) => ({ importRun: await importRun(scene) }),
  importUndo: async (scene) => ({ id: await importRun(scene) }),
  planCreate: ({ province }) => planInput(province),
  'planCreate for the country': () => planInput(null),
  planUpdate: async (scene) => ({ ...versioned(await plan(scene, false)), issuer: 'Ai đó' }),
  'planUpdate of the country’s': async (scene) => ({
    ...versioned(await plan(scene, true)),
    issuer: 'Ai đó',
  }),
  reportingRoundAmend: async (scene) => ({
    id: await roundOf(scene),
    version: 1,
    nameEn: 'A mended round',
  }),
  reportingRoundClose: async (scene) => ({ id: await roundOf(scene), version: 1 }),
  reportingRoundCreate: (scene) => roundInput(scene),
  reportingRoundExtend: async (scene) => ({
    id: await roundOf(scene),
    version: 1,
    closesOn: '2027-01-31',
  }),
  reportingRoundOpen: async (scene) => ({ id: await planned(scene), version: 1 }),
  reportingRoundWithdraw: async (scene) => ({
    id: await roundOf(scene),
    version: 1,
    reason: 'Tạo nhầm',
  }),
  statusUpdateApprove: async (scene) => versioned(await UPDATES.submitted(scene)),
  'statusUpdateApprove of a draft': async (scene) => versioned(await UPDATES.draft(scene)),
  statusUpdateApproveMany: async (scene) => ({
    updates: [versioned(await UPDATES.submitted(scene))],
  }),
  statusUpdateCorrect: async (scene) => ({
    ...versioned(await UPDATES.approved(scene)),
    changes: [change],
    reason: 'Sai',
  }),
  statusUpdateReopen: async (scene) => ({
    ...versioned(await UPDATES.approved(scene)),
    reason: 'Sai',
  }),
  statusUpdateReturn: async (scene) => ({
    ...versioned(await UPDATES.submitted(scene)),
    reasons: [{ criterion: 'G1', reason: 'Chưa rõ' }],
  }),
  statusUpdateImport: async (scene) => {
    const of = { institution: scene.institution, round: await roundOf(scene) };
    const book = await downloadedForm(scene.hub, scene.headers.school, of);
    book.fill('G4', { answer: 1, total: 40, comment: text() });
    return { content: await book.content(), dryRun: false };
  },
  statusUpdateSave: async (scene) => ({
    institution: scene.institution,
    round: await roundOf(scene),
    answers: [{ criterion: 'G1', value: 1 }],
  }),
  statusUpdateSubmit: async (scene) => versioned(await UPDATES.draft(scene)),
  statusUpdateClaim: async (scene) => onlyId(await UPDATES.submitted(scene)),
  statusUpdateHandOver: async (scene) => onlyId(await UPDATES.submitted(scene)),
  statusUpdateRelease: async (scene) => {
    const input = onlyId(await UPDATES.submitted(scene));
    await scene.hub.data(
      `mutation ($input: StatusUpdateClaimInput!) {
        statusUpdateClaim(input: $input) { statusUpdate { id } } }`,
      { input },
      scene.headers.reviewer,
    );
    return input;
  },
  statusUpdateWithdraw: async (scene) => versioned(await UPDATES.submitted(scene)),
  statusUpdateTakeBack: async (scene) => ({
    ...versioned(await UPDATES.approved(scene)),
    reason: 'Duyệt nhầm',
  }),
  targetRemove: async (scene) => {
    const { target, version } = await plan(scene, false);
    return { id: target, version };
  },
  targetSet: async (scene) => ({ ...targetOf((await plan(scene, false)).id), percent: 80 }),
  'targetSet of the country’s': async (scene) => ({
    ...targetOf((await plan(scene, true)).id),
    percent: 80,
  }),
  mailReminderSend: async (scene) => ({
    round: await roundOf(scene),
    audience: ['NOT_BEGUN'],
  }),
  mailResend: async (scene) => ({ id: await mail(scene), version: 1 }),
  webhookCreate: () => webhookInput,
  webhookDisable: async (scene) => ({ id: await webhook(scene), version: 1 }),
  webhookReplay: async (scene) => ({ id: await webhook(scene), version: 1 }),
  webhookUpdate: async (scene) => ({ id: await webhook(scene), version: 1, enable: true }),
  workforceImport: workforceFile,
  workforceRecordCreate: recordInput,
  workforceRecordRemove: async (scene) => ({ id: await record(scene), version: 1, reason: 'Sai' }),
  workforceRecordUpdate: async (scene) => ({
    ...recordContent,
    id: await record(scene),
    version: 1,
    source: 'Một báo cáo khác',
  }),
};
