import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { databaseOf } from '../src/database/orm.js';
import { rebuildCounts } from '../src/counts/rebuild.service.js';
import { importSuccessions } from '../src/units/succession.import.js';
import { importUnits } from '../src/units/unit.import.js';
import { roundInput, sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { TARGETS } from './support/access-targets.js';
import { changesAfter, newestCursor, type Told } from './support/change-feed.js';
import { mutationOf } from './support/everything.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { publicFacts } from './support/public-facts.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  scene = await sceneOf(hub);
});
afterAll(() => hub.close());

interface Effect {
  told: Told[];
  /** The ids of the nodes of which the public sees other facts. */
  changed: string[];
  revisions: number;
}

/** What the feed tells of some work, and what the public sees of it. */
async function effectOf(work: () => Promise<unknown>): Promise<Effect> {
  const [before, cursor, revision] = [await publicFacts(hub), await newestCursor(hub), await at()];
  await work();
  const [after, told] = [await publicFacts(hub), await changesAfter(hub, cursor)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  const changed = [...ids].filter((id) => before.get(id) !== after.get(id)).sort();
  return { told, changed, revisions: (await at()) - revision };
}

async function at(): Promise<number> {
  return (await hub.ask('{ __typename }')).extensions.data.revision;
}

const named = (told: Told[]) => told.flatMap(({ nodeId }) => nodeId ?? []);
/** What is told, shortly: everything that is no figure, and of what there are figures. */
const inShort = (told: Told[]) =>
  [...new Set(told.map(({ kind, nodeType }) => `${kind} ${nodeType}`))].sort();

/** Whether a change of a round, a plan or a record reaches a node through the province, or every node. */
function reached(told: Told[], id: string): boolean {
  const under = /^(AdministrativeUnit|Institution):/.test(Buffer.from(id, 'base64url').toString());
  const apart = told.every(({ nodeType }) => nodeType !== 'StatusUpdate');
  const province = named(told).includes(scene.province);
  return under && apart && (province || told.some(({ nodeType }) => nodeType === null));
}

/** Who may, and what the feed tells of it. */
const MUTATIONS: Record<string, [keyof Scene['headers'], ...string[]]> = {
  participationExceptionTakeBack: ['planner', 'FIGURES Institution'],
  participationExcuse: ['planner', 'FIGURES Institution'],
  participationExtend: ['planner', 'FIGURES Institution'],
  participationReopen: ['planner', 'FIGURES Institution'],
  // A draft is not public.
  frameworkDraftDiscard: ['planner'],
  frameworkImport: ['planner'],
  frameworkPublish: ['operator', 'CREATED Framework', 'FIGURES AdministrativeUnit', 'FIGURES null'],
  frameworkRetire: ['operator', 'FIGURES AdministrativeUnit', 'FIGURES null', 'UPDATED Framework'],
  planCreate: ['planner', 'CREATED Plan', 'FIGURES AdministrativeUnit'],
  institutionChange: ['planner', 'UPDATED Institution'],
  institutionClose: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED Institution'],
  institutionCodeAdd: ['planner', 'UPDATED Institution'],
  campusAdd: ['planner', 'UPDATED Institution'],
  campusChange: ['planner', 'UPDATED Institution'],
  // It is not public.
  institutionContactSet: ['planner'],
  institutionCreate: ['planner', 'CREATED Institution', 'FIGURES AdministrativeUnit'],
  institutionReopen: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED Institution'],
  institutionSuccessionRecord: ['planner', 'UPDATED Institution'],
  importUndo: ['planner', 'DELETED WorkforceRecord', 'FIGURES AdministrativeUnit'],
  'planCreate for the country': ['operator', 'CREATED Plan', 'FIGURES null'],
  planUpdate: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED Plan'],
  'planUpdate of the country’s': ['operator', 'FIGURES null', 'UPDATED Plan'],
  reportingRoundAmend: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED ReportingRound'],
  reportingRoundClose: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED ReportingRound'],
  reportingRoundCreate: ['planner', 'CREATED ReportingRound', 'FIGURES AdministrativeUnit'],
  reportingRoundExtend: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED ReportingRound'],
  reportingRoundOpen: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED ReportingRound'],
  reportingRoundWithdraw: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED ReportingRound'],
  statusUpdateApprove: [
    'reviewer',
    'CREATED StatusUpdate',
    'FIGURES AdministrativeUnit',
    'FIGURES Institution',
  ],
  statusUpdateApproveMany: [
    'reviewer',
    'CREATED StatusUpdate',
    'FIGURES AdministrativeUnit',
    'FIGURES Institution',
  ],
  // Who reviews what is not public.
  statusUpdateClaim: ['reviewer'],
  statusUpdateHandOver: ['reviewer'],
  statusUpdateRelease: ['reviewer'],
  statusUpdateCorrect: ['reviewer', 'FIGURES Institution', 'UPDATED StatusUpdate'],
  // The school has reported before: what is handed in, taken back or returned is not public.
  statusUpdateImport: ['school'],
  statusUpdateReopen: ['school'],
  statusUpdateReturn: ['reviewer'],
  statusUpdateSave: ['school'],
  statusUpdateSubmit: ['school'],
  statusUpdateWithdraw: ['school'],
  statusUpdateTakeBack: [
    'reviewer',
    'DELETED StatusUpdate',
    'FIGURES AdministrativeUnit',
    'FIGURES Institution',
  ],
  targetRemove: ['planner', 'DELETED Target', 'FIGURES AdministrativeUnit', 'UPDATED Plan'],
  targetSet: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED Plan', 'UPDATED Target'],
  'targetSet of the country’s': ['operator', 'FIGURES null', 'UPDATED Plan', 'UPDATED Target'],
  workforceImport: ['planner', 'CREATED WorkforceRecord', 'FIGURES AdministrativeUnit'],
  workforceRecordCreate: ['planner', 'CREATED WorkforceRecord', 'FIGURES AdministrativeUnit'],
  workforceRecordRemove: ['planner', 'DELETED WorkforceRecord', 'FIGURES AdministrativeUnit'],
  workforceRecordUpdate: ['planner', 'FIGURES AdministrativeUnit', 'UPDATED WorkforceRecord'],
};

describe('each mutation tells the feed what the public sees of it, and nothing else', () => {
  test('the table has every mutation that may publish', () => {
    const private_ = /^(account|apiKey|evidence|grant|importJob|mail|webhook)/;
    expect(Object.keys(MUTATIONS).sort()).toEqual(
      Object.keys(TARGETS)
        .filter((row) => !private_.test(row) && row !== 'statusUpdateApprove of a draft')
        .sort(),
    );
  });

  test.each(Object.entries(MUTATIONS))('%s', async (row, [who, ...expected]) => {
    const input = await TARGETS[row]!(scene);

    const { told, changed, revisions } = await effectOf(() =>
      hub.data(mutationOf(row.split(' ')[0]!, 1), { input }, scene.headers[who]),
    );

    expect(inShort(told)).toEqual(expected);
    expect(named(told)).toEqual(expect.arrayContaining(changed.filter((id) => !reached(told, id))));
    // What one mutation published has one revision, and nothing is published without being told.
    expect(new Set(told.map(({ revision }) => revision)).size).toBe(expected.length > 0 ? 1 : 0);
    if (revisions === 0) expect(told).toEqual([]);
    if (expected.length === 0) expect(changed).toEqual([]);
  });
});

test('what a school without any report hands in, and takes back, is told once each', async () => {
  const [{ code }] = await hub.em.fork().execute<[{ code: string }]>(
    `select code from institution join institution_period as period
       on period.institution_id = institution.id and superseded_at is null and valid_to is null
     where kind = 'UPPER_SECONDARY_SCHOOL'
       and not exists (select from status_update where institution_id = institution.id) limit 1`,
  );
  const newcomer = await sceneOf(hub, code);
  const draft = await UPDATES.draft(newcomer);
  const act = (name: string, version: number) => () =>
    hub.data(mutationOf(name, 1), { input: { id: draft.id, version } }, newcomer.headers.school);

  const handedIn = await effectOf(act('statusUpdateSubmit', draft.version));
  const takenBack = await effectOf(act('statusUpdateWithdraw', draft.version + 1));

  for (const { told, changed } of [handedIn, takenBack]) {
    expect(inShort(told)).toEqual(['FIGURES AdministrativeUnit', 'FIGURES Institution']);
    expect(named(told)).toContain(newcomer.institution);
    expect(changed).toContain(newcomer.institution);
    expect(named(told)).toEqual(expect.arrayContaining(changed));
  }
});

describe('imports and rebuilds', () => {
  const COMMUNES = `kind,code,name,name_en,parent_code,valid_from,valid_to,legal_document
COMMUNE,99001,Xã Thử Một,,68,2025-07-01,2027-12-31,
COMMUNE,99002,Xã Thử Hai,,68,2028-01-01,,
`;
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('units are told as created, once; the same file again, and a dry run, tell nothing', async () => {
    const bring = (dryRun = false) =>
      publish(hub.em, (em) => importUnits(em, bytes(COMMUNES)), { dryRun });

    const tried = await effectOf(() => bring(true));
    const first = await effectOf(() => bring());
    const second = await effectOf(() => bring());

    expect(tried.told).toEqual([]);
    expect(inShort(first.told)).toEqual(['CREATED AdministrativeUnit']);
    expect(first.told).toHaveLength(2);
    expect(named(first.told)).toEqual(expect.arrayContaining(first.changed));
    expect(second).toEqual({ told: [], changed: [], revisions: 0 });
  });

  test('a succession is told of both units', async () => {
    const file = `kind,predecessor_code,successor_code,effective_on,extent,legal_document
COMMUNE,99001,99002,2028-01-01,WHOLE,1/NQ
`;
    const { told, changed } = await effectOf(() =>
      publish(hub.em, (em) => importSuccessions(em, bytes(file))),
    );

    expect(inShort(told)).toEqual(['UPDATED AdministrativeUnit']);
    expect(told).toHaveLength(2);
    expect(changed).toHaveLength(1);
    expect(named(told)).toEqual(expect.arrayContaining(changed));
  });

  test('a rebuild of the counts is told as figures of every unit that has any', async () => {
    const { told } = await effectOf(() =>
      publish(hub.em, async (em) => {
        await rebuildCounts(em);
        return { changed: true };
      }),
    );

    const { count } = await databaseOf(hub.em.fork())
      .selectFrom('progress_count')
      .select(({ fn }) => fn.count<string>('unit_id').distinct().as('count'))
      .executeTakeFirstOrThrow();
    expect(inShort(told)).toEqual(['FIGURES AdministrativeUnit']);
    expect(told.length).toBeGreaterThanOrEqual(Number(count));
  });
});

test('a reader that follows while 40 changes are published at once misses none and sees none twice', async () => {
  const start = await newestCursor(hub);
  let publishing = true;
  const follow = async () => {
    const read: Told[] = [];
    for (let cursor = start, last = false; ;) {
      last = !publishing;
      const page = await changesAfter(hub, cursor);
      read.push(...page);
      cursor = page.at(-1)?.cursor ?? cursor;
      if (last && page.length === 0) return read;
    }
  };
  const followed = Promise.all([follow(), follow()]);

  await Promise.all(
    Array.from({ length: 40 }, () =>
      hub.data(
        mutationOf('reportingRoundCreate', 1),
        { input: roundInput(scene) },
        scene.headers.planner,
      ),
    ),
  );
  publishing = false;

  const [one, other] = await followed;
  const all = await changesAfter(hub, start);
  expect(all.filter(({ nodeType }) => nodeType === 'ReportingRound')).toHaveLength(40);
  expect(one).toEqual(all);
  expect(other).toEqual(all);
  expect(all.map(({ revision }) => revision)).toEqual(
    all.map(({ revision }) => revision).sort((a, b) => a - b),
  );
});

test('a page of changes costs one statement, and one more for each type of node in it', async () => {
  const statements = async (first: number) => {
    let types = new Set();
    const count = await hub.countStatements(async () => {
      const { changes } = await hub.data(
        `{ changes(first: ${first}) { nodes { nodeType node { id } } } }`,
      );
      types = new Set(changes.nodes.map(({ nodeType }: Told) => nodeType));
    });
    return count - types.size;
  };

  expect(await statements(100)).toBe(await statements(2));
});
