import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromGlobalId, toGlobalId } from '../src/graphql/node.js';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { apiKey, frameworkDraft, importJob, importRun } from './support/access-targets.js';
import { rootFields } from './support/everything.js';
import { hubVersion } from '../src/shared/hub-version.js';
import { startHub, type TestHub } from './support/hub.js';
import { now, SCHOOL } from './support/reporting.js';
import { nameOf, rowOf, VIEWERS, type Who } from './support/viewers.js';

let hub: TestHub;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
  for (const make of Object.values(UPDATES)) await make(scene);
  await apiKey(scene);
  await importRun(scene);
  await importJob(scene);
  await frameworkDraft(scene);
});
afterAll(() => hub.close());

/** What each root field is asked, and what of the answer counts: the ids, or the answer itself. */
const QUESTIONS: Record<string, { ask: () => string; ids?: boolean }> = {
  accountImportTemplate: {
    ask: () => '{ accountImportTemplate { csv columns { name required meaning values } } }',
  },
  accounts: { ids: true, ask: () => '{ accounts(first: 100) { totalCount nodes { id } } }' },
  administrativeUnit: {
    ask: () =>
      '{ administrativeUnit(code: "68") { id name progress { lines { institutions completed inReview } } } }',
  },
  administrativeUnits: {
    ids: true,
    ask: () => '{ administrativeUnits(first: 100) { totalCount nodes { id } } }',
  },
  administrativeUnitsByCode: {
    ask: () =>
      '{ administrativeUnitsByCode(codes: ["68", "67"]) { code outcome administrativeUnit { id } } }',
  },
  apiKeys: { ids: true, ask: () => '{ apiKeys(first: 100) { totalCount nodes { id } } }' },
  auditEvents: { ids: true, ask: () => '{ auditEvents(first: 100) { totalCount nodes { id } } }' },
  breakdown: {
    ask: () =>
      '{ breakdown(by: [UNIT, KIND], first: 100) { totalCount nodes { unit { code } kind line { institutions completed inReview } } } }',
  },
  changes: {
    ask: () =>
      '{ changes(last: 100) { nodes { revision at kind nodeType nodeId node { __typename id } } } }',
  },
  criterionFigures: {
    ask: () =>
      `{ criterionFigures(unit: "${scene.province}", framework: "four-pillar") {
        criteria(first: 1, codes: ["R4"]) { nodes { options { code institutions } } } } }`,
  },
  frameworks: { ask: () => '{ frameworks { id code criteria { code text } } }' },
  frameworkDrafts: { ask: () => '{ frameworkDrafts { id code } }' },
  frameworkTrial: {
    ask: () =>
      `{ frameworkTrial(framework: "${scene.framework}", unit: "${scene.province}") { summary { institutions } } }`,
  },
  hubHealth: { ask: () => '{ hubHealth { version queues { queue } } }' },
  importColumns: {
    ask: () => '{ importColumns(kind: INSTITUTIONS) { name required meaning values } }',
  },
  importJobs: { ids: true, ask: () => '{ importJobs(first: 100) { totalCount nodes { id } } }' },
  imports: { ids: true, ask: () => '{ imports(first: 100) { totalCount nodes { id } } }' },
  indicators: { ask: () => '{ indicators { code name parts { code } } }' },
  institution: { ask: () => `{ institution(code: "${SCHOOL}") { id name pillars { stage } } }` },
  institutions: {
    ids: true,
    ask: () => '{ institutions(first: 100) { totalCount nodes { id } } }',
  },
  institutionsByCode: {
    ask: () =>
      `{ institutionsByCode(codes: ["${SCHOOL}"]) { code outcome institution { id pillars { stage } } } }`,
  },
  node: { ask: () => `{ node(id: "${scene.institution}") { id } }` },
  nodes: { ask: () => `{ nodes(ids: ["${scene.institution}", "${scene.province}"]) { id } }` },
  plans: { ids: true, ask: () => '{ plans(first: 100) { totalCount nodes { id } } }' },
  progressChange: {
    ask: () =>
      '{ progressChange(from: "2025-06-30", groups: [GENERAL_EDUCATION], pillars: [STANDARDIZED_DATA]) { lines { before { completed } after { completed } parts { reason count changed(first: 3) { totalCount nodes { institution { id } after { stage points } } } } } } }',
  },
  progressMovers: {
    ask: () =>
      '{ progressMovers(unitKind: COMMUNE, from: "2025-07-01", group: GENERAL_EDUCATION, first: 20) { nodes { rank unit { code } before { completed } after { completed reported } } } }',
  },
  rateLimit: { ask: () => '{ rateLimit { limit } }' },
  reportingRounds: {
    ids: true,
    ask: () => '{ reportingRounds(first: 100) { totalCount nodes { id } } }',
  },
  reportingRoundPreview: {
    ask: () =>
      `{ frameworks { id } reportingRoundPreview(unit: "${scene.province}", framework: "${scene.framework}", referenceDate: "2026-06-30") { called notCalledCount kinds { kind reason institutions } notCalled { reason institution { id } } } }`,
  },
  signInIssuers: { ask: () => '{ signInIssuers { issuer name } }' },
  statusUpdates: {
    ids: true,
    ask: () =>
      `{ statusUpdates(first: 100, filter: { institution: "${scene.institution}" }) { totalCount nodes { id } } }`,
  },
  unitBoundaries: {
    ask: () => '{ unitBoundaries { unitCount features withoutShape { code } } }',
  },
  mailMessages: {
    ids: true,
    ask: () => '{ mailMessages(first: 100) { totalCount nodes { id } } }',
  },
  mailSending: { ask: () => '{ mailSending { from counts { state mails } } }' },
  webhooks: { ids: true, ask: () => '{ webhooks(first: 100) { totalCount nodes { id } } }' },
  viewer: { ask: () => '{ viewer { name email grants { role } } }' },
  workforceImportTemplate: {
    ask: () => '{ workforceImportTemplate { content columns { name required meaning values } } }',
  },
};

/** What each viewer gets: P what the public gets, A all there is, N nothing, O their own. */
const ROOTS: Record<string, string> = {
  accountImportTemplate: 'P P P P P P P P P P P P',
  accounts: 'N N N N N N N N N O O A',
  administrativeUnit: 'P P P P P P P P P P P P',
  administrativeUnits: 'P P P P P P P P P P P P',
  administrativeUnitsByCode: 'P P P P P P P P P P P P',
  apiKeys: 'N N N N N N N N N N N A',
  auditEvents: 'N N N N N N N N N O N O',
  breakdown: 'P P P P P P P P P P P P',
  changes: 'P P P P P P P P P P P P',
  // Of all kinds; a reviewer of some kinds sees more of these alone.
  criterionFigures: 'P P P P O P P P P O P P',
  frameworkDrafts: 'P P P P P P P P P O O O',
  frameworkTrial: 'N N N N N N N N N O N N',
  frameworks: 'P P P P P P P P P P P P',
  hubHealth: 'N N N N N N N N N N N A',
  importColumns: 'P P P P P P P P P P P P',
  importJobs: 'N N N N N N N N N O N A',
  imports: 'N N N N N N N N N O N A',
  indicators: 'P P P P P P P P P P P P',
  institution: 'P P P P P P P P P P P P',
  institutions: 'P P P P P P P P P P P P',
  institutionsByCode: 'P P P P P P P P P P P P',
  mailMessages: 'N N N N N N N N N N N A',
  mailSending: 'N N N N N N N N N N N A',
  // What they find is the table of nodes.
  node: 'P P P P P P P P P P P P',
  nodes: 'P P P P P P P P P P P P',
  plans: 'P P P P P P P P P P P P',
  progressChange: 'P P P P P P P P P P P P',
  progressMovers: 'P P P P P P P P P P P P',
  rateLimit: 'P P P P P P P P P P P P',
  reportingRoundPreview: 'P P P P P P P P P P P P',
  reportingRounds: 'P P P P P P P P P P P P',
  signInIssuers: 'P P P P P P P P P P P P',
  statusUpdates: 'P P A P A P P P P A P P',
  unitBoundaries: 'P P P P P P P P P P P P',
  viewer: 'N O O O O O O O O O O O',
  webhooks: 'N N N N N N N N N N N A',
  workforceImportTemplate: 'P P P P P P P P P P P P',
};

/** All rows of a table that a condition names, by their ids in the graph. */
async function idsOf(type: string, query: string): Promise<string[]> {
  const found = await hub.em.fork().execute<{ id: number }[]>(`select id from ${query}`);
  return found.map(({ id }) => toGlobalId(type, id)).sort();
}

describe('each root field shows each viewer what the table says', () => {
  test('the table has a row for every field of Query', () => {
    expect(Object.keys(ROOTS)).toEqual(rootFields('Query'));
  });

  test.each(Object.entries(ROOTS))('%s', async (field, letters) => {
    const { ask, ids = false } = QUESTIONS[field]!;
    const expected = rowOf(letters, { P: 'public', A: 'all', N: 'nothing', O: 'own' });
    const open = await seenBy('anonymous');
    for (const who of VIEWERS) {
      const seen = await seenBy(who);
      expect([who, seen]).toEqual([who, await wanted(who)]);
    }

    async function seenBy(who: Who): Promise<unknown> {
      const data = await hub.data(ask(), {}, scene.headers[who]);
      if (!ids) return data[field];
      const { totalCount, nodes } = data[field];
      // Pages end at 100, and so may what is listed of more.
      expect(nodes.length).toBe(Math.min(totalCount, 100));
      return nodes.map(({ id }: { id: string }) => id).sort();
    }

    async function wanted(who: Who): Promise<unknown> {
      const own = await OWN_ROWS[field]?.(who);
      const nothing = ids ? [] : null;
      return { public: open, all: own, own, nothing }[expected[who]];
    }
  });

  /** What there is beside what the public sees, for those who see it. */
  const OWN_ROWS: Record<string, (who: Who) => Promise<unknown>> = {
    accounts: (who) => {
      const unit = { planner: '68', plannerElsewhere: '24611' }[who as string];
      if (unit === undefined) return idsOf('Account', 'account');
      // All that they do is for schools of the unit.
      const own = `(select institution_id from institution_period as period
        join administrative_unit as unit on unit.id = period.unit_id
        where superseded_at is null and period.valid_to is null and unit.path && array(
          select id from administrative_unit where code = '${unit}' and valid_to is null))`;
      return idsOf(
        'Account',
        `account where id in (select account_id from account_grant where institution_id in ${own})
          and id not in (select account_id from account_grant
            where institution_id is null or institution_id not in ${own})`,
      );
    },
    apiKeys: () => idsOf('ApiKey', 'api_key'),
    auditEvents: (who) =>
      idsOf(
        'AuditEvent',
        who === 'operator'
          ? 'audit_event where unit_id is null and institution_id is null'
          : 'audit_event where unit_id is not null order by id desc limit 100',
      ),
    criterionFigures: async () => {
      const found = await hub.em.fork().execute<{ code: string; institutions: number }[]>(
        `select level::text as code, count(*)::int as institutions from (
           select distinct on (institution_id) coalesce(appraised_value, self_value) as level
           from status_update
           join reporting_round as round on round.id = round_id
           join status_update_revision as revision on update_id = status_update.id
           join status_update_entry on revision_id = revision.id
           join criterion on criterion.id = criterion_id and criterion.code = 'R4'
           join institution_period as period using (institution_id)
           join administrative_unit as unit on unit.id = period.unit_id
           where decision = 'APPROVED' and superseded_at is null
             and period.valid_to is null and unit.path @> array[?::int]
             and revision.id not in (select revision_id from approval_taken_back)
           order by institution_id, round.reference_date desc, revision.number desc) as said
         group by 1 order by 1`,
        [fromGlobalId('AdministrativeUnit', scene.province)],
      );
      return { criteria: { nodes: [{ options: found }] } };
    },
    frameworkDrafts: async () => {
      const found = await hub.em
        .fork()
        .execute<{ id: number; code: string }[]>('select id, code from framework_draft');
      return found.map(({ id, code }) => ({ id: toGlobalId('FrameworkDraft', id), code }));
    },
    frameworkTrial: async () => {
      const [found] = await hub.em.fork().execute<{ institutions: number }[]>(
        `select count(*)::int as institutions from institution_period as period
         join administrative_unit as unit on unit.id = unit_id
         where superseded_at is null and period.valid_to is null and unit.path @> array[?::int]
           and period.kind = any(select unnest(kinds) from framework where code = 'four-pillar')`,
        [fromGlobalId('AdministrativeUnit', scene.province)],
      );
      return { summary: found };
    },
    importJobs: () => idsOf('ImportJob', 'import_job'),
    imports: (who) =>
      idsOf(
        'ImportRun',
        who === 'operator' ? 'import_run' : 'import_run where account_id is not null',
      ),
    statusUpdates: () =>
      idsOf(
        'StatusUpdate',
        `status_update where institution_id = (select id from institution where code = '${SCHOOL}')`,
      ),
    viewer: async (who) => {
      if (who === 'anonymous') return null;
      const roles = {
        nobody: [],
        school: ['SCHOOL_ADMIN'],
        otherSchool: ['SCHOOL_ADMIN'],
        reviewer: ['REVIEWER'],
        reviewerElsewhere: ['REVIEWER'],
        reviewerOfOtherKinds: ['REVIEWER'],
        // Duties that are over or still to come do not hold today.
        reviewerBefore: [],
        reviewerToCome: [],
        planner: ['PLANNER'],
        plannerElsewhere: ['PLANNER'],
        operator: ['OPERATOR'],
      }[who];
      const grants = roles.map((role) => ({ role }));
      return { name: nameOf(who), email: scene.people[who].email, grants };
    },
    mailMessages: () => idsOf('MailMessage', 'mail_message'),
    mailSending: async () => ({
      from: null,
      counts: await hub.em
        .fork()
        .execute<object[]>(
          'select state, count(*)::int as mails from mail_message group by state order by state',
        ),
    }),
    hubHealth: async () => ({
      version: hubVersion(),
      queues: ['PUBLICATIONS', 'WEBHOOKS', 'MAILS', 'IMPORT_JOBS'].map((queue) => ({ queue })),
    }),
    webhooks: () => idsOf('Webhook', 'webhook'),
  };
});
