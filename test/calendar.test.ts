import { pillarFramework } from '../src/frameworks/pillar-framework.fixture.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { pino } from 'pino';
import { publish } from '../src/database/publish.js';
import { recordFramework } from '../src/frameworks/framework.service.js';
import { addDays } from '../src/shared/dates.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { importUnits } from '../src/units/unit.import.js';
import { startDeliveries } from '../src/webhooks/delivery-loop.service.js';
import { roundInput, sceneOf, type Scene } from './support/access-scene.js';
import { recordInput } from './support/access-targets.js';
import { changesAfter, newestCursor, type Told } from './support/change-feed.js';
import { mutationOf } from './support/everything.js';
import { csv } from './support/files.js';
import { startHub, TOKEN_SECRET, UNBOUNDED, type TestHub } from './support/hub.js';
import { signIn } from './support/people.js';
import { receiver } from './support/receiver.js';

/** The moment at which a day begins in Vietnam. */
const beginningOf = (day: string) => new Date(`${day}T00:00:00+07:00`);
const TODAY = '2026-11-23';

let time = beginningOf(TODAY);
const now = () => time;

/** Two hubs on one database; the first keeps what it answers the public. */
let hub: TestHub;
let other: TestHub;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({
    from: 'demo',
    now,
    calendar: true,
    limits: UNBOUNDED,
    cacheMegabytes: 8,
  });
  other = await startHub({ sharing: hub.databaseUrl, now, calendar: true, limits: UNBOUNDED });
  scene = await sceneOf(hub);
});
afterAll(async () => {
  await other.close();
  await hub.close();
});

/** Lets a day begin on both hubs. */
async function begin(day: string): Promise<void> {
  time = beginningOf(day);
  await Promise.all([hub, other].map((each) => each.ask('{ __typename }')));
}

/** The day on both hubs, whichever it was before: hubs follow a clock backwards, but not by one day. */
async function be(day: string): Promise<void> {
  await begin(addDays(day, -10));
  await begin(day);
}

const revision = async () => (await other.ask('{ __typename }')).extensions.data.revision;

interface Turn {
  told: Told[];
  revisions: number;
}

/** What is published when the clock goes from one day to another. */
async function turn(from: string, to: string): Promise<Turn> {
  await be(from);
  const [cursor, before] = [await newestCursor(other), await revision()];
  await begin(to);
  return {
    told: await changesAfter(other, cursor),
    revisions: (await revision()) - before,
  };
}

/** A planner of the province, signed in now. */
const planner = () => signIn(other, { role: 'PLANNER', unit: scene.province });

const idsOf = (told: Told[], type: string) =>
  told.filter(({ nodeType }) => nodeType === type).map(({ nodeId }) => nodeId!);
const inShort = (told: Told[]) =>
  [...new Set(told.map(({ kind, nodeType }) => `${kind} ${nodeType}`))].sort();

/** The institutions whose pillars are shown otherwise on the second day. */
async function shownOtherwise(before: string, after: string): Promise<string[]> {
  const ids: string[] = [];
  const pillars = (day: string) =>
    `pillars(asOf: "${day}") { observation stage points asOf revision }`;
  for (let cursor: string | null = null, more = true; more;) {
    const { institutions }: any = await other.data(
      `query ($after: String) { institutions(first: 100, after: $after, filter: { on: "${after}" }) {
        nodes { id before: ${pillars(before)} after: ${pillars(after)} }
        pageInfo { hasNextPage endCursor } } }`,
      { after: cursor },
    );
    for (const { id, before, after } of institutions.nodes)
      if (JSON.stringify(before) !== JSON.stringify(after)) ids.push(id);
    ({ hasNextPage: more, endCursor: cursor } = institutions.pageInfo);
  }
  return ids.sort();
}

/** The round of the demo that is due on 2026-12-07. */
async function openRound(): Promise<string> {
  const { reportingRounds } = await other.data(
    '{ reportingRounds(first: 100) { nodes { id dueOn } } }',
  );
  return reportingRounds.nodes.find(({ dueOn }: any) => dueOn === '2026-12-07').id;
}

describe('a day is published', () => {
  test('once over all hubs, with the round that is due and the institutions that owe a report from then on', async () => {
    const { told, revisions } = await turn('2026-12-06', '2026-12-07');
    const owing = await shownOtherwise('2026-12-06', '2026-12-07');

    expect(revisions).toBe(1);
    expect(owing.length).toBeGreaterThan(40);
    expect(idsOf(told, 'Institution').sort()).toEqual(owing);
    expect(idsOf(told, 'ReportingRound')).toEqual([await openRound()]);
    expect(idsOf(told, 'AdministrativeUnit')).toContain(scene.province);
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['FIGURES']));
    expect(new Set(told.map(({ nodeId }) => nodeId)).size).toBe(told.length);
  });

  test('not when nothing changes on it', async () => {
    expect(await turn('2026-11-24', '2026-11-25')).toEqual({ told: [], revisions: 0 });
  });

  test('when a round opens, is overdue, and has closed', async () => {
    const input = roundInput(scene, {
      opensOn: '2027-03-02',
      dueOn: '2027-03-10',
      closesOn: '2027-03-20',
    });
    await be(TODAY);
    const { reportingRoundCreate } = await other.data(
      'mutation ($input: ReportingRoundCreateInput!) { reportingRoundCreate(input: $input) { reportingRound { id } } }',
      { input },
      await planner(),
    );
    const round = [reportingRoundCreate.reportingRound.id];

    for (const [before, day] of [
      ['2027-03-01', '2027-03-02'],
      ['2027-03-09', '2027-03-10'],
      ['2027-03-10', '2027-03-11'],
      ['2027-03-20', '2027-03-21'],
    ] as const) {
      const { told, revisions } = await turn(before, day);
      expect([day, revisions, idsOf(told, 'ReportingRound')]).toEqual([day, 1, round]);
    }
    expect((await turn('2027-03-19', '2027-03-20')).told).toEqual([]);
  });

  test('after a stop with all that was missed, before the first answer, in one publication', async () => {
    await be(TODAY);
    const [cursor, before] = [await newestCursor(other), await revision()];
    const later = await startHub({
      sharing: hub.databaseUrl,
      now: () => beginningOf('2027-01-10'),
      calendar: true,
    });
    try {
      const { extensions } = await later.ask('{ __typename }');
      const told = await changesAfter(later, cursor);
      expect(extensions.data.revision).toBe(before + 1);
      expect(idsOf(told, 'ReportingRound')).toContain(await openRound());
      expect(idsOf(told, 'Institution')).toEqual(
        expect.arrayContaining(await shownOtherwise(TODAY, '2027-01-10')),
      );
    } finally {
      await later.close();
    }
  });

  test('as figures everywhere where no day was published before, as copies may be wrong anywhere', async () => {
    await be(TODAY);
    const cursor = await newestCursor(other);
    await other.em.fork().execute('update publication set day = null');
    await begin('2026-11-24');

    expect(await changesAfter(other, cursor)).toMatchObject([
      { kind: 'FIGURES', nodeType: null, nodeId: null },
    ]);
  });

  test('of a new database without anything in it silently', async () => {
    const empty = await startHub({ now: () => beginningOf(TODAY), calendar: true });
    expect((await empty.ask('{ __typename }')).extensions.data.revision).toBe(0);
    expect(await empty.em.execute('select day::text from publication')).toEqual([{ day: TODAY }]);
    await empty.close();
  });

  test('again from the right one after a clock that was far ahead', async () => {
    await be('2031-05-05');
    const { revisions, told } = await turn('2026-12-06', '2026-12-07');
    expect([revisions, idsOf(told, 'ReportingRound')]).toEqual([1, [await openRound()]]);
  });
});

describe('what else has a date is told on it', () => {
  test('an institution that opens, moves or has closed, with the units that count it', async () => {
    await be(TODAY);
    const { administrativeUnits } = await other.data(
      `{ administrativeUnits(first: 2, filter: { kind: COMMUNE, parent: "${scene.province}" }) { nodes { id code } } }`,
    );
    const [first, then] = administrativeUnits.nodes;
    const header =
      'system,code,name,kind,levels,ownership,unit_code,located_from,opened_on,closed_on';
    const row = (code: string, unit: string, from: string, closed: string) =>
      `MOET,${code},TH ${code},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit},${from},2027-04-02,${closed}`;
    await publish(other.em, (em, knownAt) =>
      importInstitutions(
        em,
        csv(
          header,
          row('NEW-1', first.code, '', '2027-06-30'),
          row('NEW-1', then.code, '2027-05-05', '2027-06-30'),
        ),
        knownAt,
      ),
    );
    const { institution } = await other.data(
      '{ institution(code: "NEW-1", on: "2027-05-01") { id } }',
    );
    for (const [before, day, units] of [
      ['2027-04-01', '2027-04-02', [first.id]],
      ['2027-05-04', '2027-05-05', [first.id, then.id]],
      ['2027-06-30', '2027-07-01', [then.id]],
    ] as const) {
      const { told } = await turn(before, day);
      expect([day, idsOf(told, 'Institution')]).toEqual([day, [institution.id]]);
      // The province counts it as before when it moves inside of it.
      const above = units.length === 1 ? [scene.province] : [];
      expect(idsOf(told, 'AdministrativeUnit').sort()).toEqual([...units, ...above].sort());
    }
  });

  test('a unit that begins and one that has ended', async () => {
    await be(TODAY);
    await publish(other.em, (em) =>
      importUnits(
        em,
        csv(
          'kind,code,name,name_en,parent_code,valid_from,valid_to,legal_document',
          'COMMUNE,99001,Xã Thử Một,,68,2025-07-01,2028-02-28,',
          'COMMUNE,99002,Xã Thử Hai,,68,2028-02-29,,',
        ),
      ),
    );
    const { told } = await turn('2028-02-28', '2028-02-29');
    const { ended, begun } = await other.data(`{
      ended: administrativeUnit(code: "99001", on: "2028-02-28") { id }
      begun: administrativeUnit(code: "99002", on: "2028-02-29") { id } }`);
    expect(idsOf(told, 'AdministrativeUnit').sort()).toEqual([ended.id, begun.id].sort());
  });

  test('a target on its day and when its day is over', async () => {
    await be(TODAY);
    for (const [before, day] of [
      ['2030-12-30', '2030-12-31'],
      ['2030-12-31', '2031-01-01'],
    ] as const)
      expect(inShort((await turn(before, day)).told)).toContain('FIGURES Target');
  });

  test('counts of the digital workforce from their first day, and after their last', async () => {
    await be(TODAY);
    const input = { ...recordInput(scene), validFrom: '2027-08-01', validTo: '2027-08-31' };
    const { result } = await other.data(
      mutationOf('workforceRecordCreate'),
      { input },
      await planner(),
    );
    expect(result.userErrors).toEqual([]);
    for (const [before, day] of [
      ['2027-07-31', '2027-08-01'],
      ['2027-08-31', '2027-09-01'],
    ] as const) {
      const { told } = await turn(before, day);
      expect(inShort(told)).toEqual(['FIGURES AdministrativeUnit', 'FIGURES WorkforceRecord']);
      expect(idsOf(told, 'AdministrativeUnit')).toEqual([scene.province]);
    }
  });

  test('a framework that comes into force, of figures everywhere', async () => {
    await be(TODAY);
    await publish(other.em, async (em) => {
      await recordFramework(
        em,
        pillarFramework({ code: 'calendar-test', validFrom: '2032-01-01' }, []),
      );
      return { changed: true };
    });
    const { told } = await turn('2031-12-31', '2032-01-01');
    expect(inShort(told)).toEqual(expect.arrayContaining(['FIGURES Framework', 'FIGURES null']));
  });
});

test('a round that was due already when it was called is told of all who then owe a report', async () => {
  await be('2026-12-15');
  const who = await planner();
  const school = async () =>
    (await other.data(`{ institution(code: "DN-THPT-01") { id pillars { observation } } }`))
      .institution;
  const act = async (name: string, input: object) => {
    const cursor = await newestCursor(other);
    const { result } = await other.data(mutationOf(name, 2), { input }, who);
    expect(result.userErrors).toEqual([]);
    return { round: result.reportingRound, told: await changesAfter(other, cursor) };
  };
  const { id } = await school();
  const called = await act('reportingRoundCreate', roundInput(scene));
  expect(idsOf(called.told, 'Institution')).toContain(id);
  const later = { id: called.round.id, version: called.round.version, dueOn: '2026-12-20' };
  expect(idsOf((await act('reportingRoundExtend', later)).told, 'Institution')).toContain(id);
  const coming = roundInput(scene, { dueOn: '2026-12-20' });
  expect(idsOf((await act('reportingRoundCreate', coming)).told, 'Institution')).toEqual([]);
});

describe('no answer outlives its day', () => {
  let owing: string;
  beforeAll(async () => {
    [owing] = (await shownOtherwise('2026-12-06', '2026-12-07')) as [string];
  });
  const get = (from: TestHub, headers = {}) =>
    from.server.inject({
      url: `/graphql?${new URLSearchParams({
        query: `{ node(id: "${owing}") { ... on Institution { pillars { observation } } } }`,
      }).toString()}`,
      headers: { accept: 'application/json', ...headers },
    });

  test('not in memory, and not by its tag', async () => {
    await be('2026-12-06');
    const first = await get(hub);
    expect((await get(hub)).body).toBe(first.body);
    expect((await get(hub, { 'if-none-match': first.headers['etag'] })).statusCode).toBe(304);
    time = beginningOf('2026-12-07');

    const next = await get(hub, { 'if-none-match': first.headers['etag'] });

    expect(next.statusCode).toBe(200);
    expect(first.body).toContain('NOT_YET_DUE');
    expect(next.json().data.node.pillars[0].observation).toBe('NOT_REPORTED');
    expect(next.json().data).toEqual((await get(other)).json().data);
  });

  test('not as a download', async () => {
    const download = (headers = {}) =>
      hub.server.inject({ url: '/exports/institutions.csv?unit=68', headers });
    await be('2026-12-06');
    const first = await download();
    expect((await download({ 'if-none-match': first.headers['etag'] })).statusCode).toBe(304);
    time = beginningOf('2026-12-07');
    const next = await download({ 'if-none-match': first.headers['etag'] });
    expect(next.statusCode).toBe(200);
    expect(next.body).not.toBe(first.body);
  });
});

test('a stream is woken by a day, without any request', async () => {
  await be('2026-12-06');
  const address = await hub.server.listen({ port: 0, host: '127.0.0.1' });
  const stream = createClient({ url: `${address}/graphql/stream`, retryAttempts: 0 }).iterate<any>({
    query: `subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { progress { asOf } } }`,
    variables: { unit: scene.province },
  });
  await stream.next();
  time = beginningOf('2026-12-07');

  expect((await stream.next()).value.data.unitProgressChanged.progress.asOf).toBe('2026-12-07');
  await stream.return!();
});

test('a webhook gets what a day changes', async () => {
  await be('2026-12-06');
  const { url, received, got, close } = await receiver();
  const input = { url, description: 'Bảng điều khiển' };
  const operator = await signIn(other, { role: 'OPERATOR' });
  await other.data(mutationOf('webhookCreate', 1), { input }, operator);
  const sender = { hubSecret: TOKEN_SECRET, allowPrivate: true };
  const stop = startDeliveries(other.orm, pino({ level: 'silent' }), sender, 20);
  try {
    await begin('2026-12-07');
    const round = await openRound();
    const named = () => received.flatMap(({ told }) => told.changes.map(({ nodeId }) => nodeId));
    while (!named().includes(round)) await got(received.length + 1);
  } finally {
    await stop();
    await close();
  }
}, 20_000);
