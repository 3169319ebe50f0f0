import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import {
  UnitsProgressChangedDocument,
  type UnitsProgressChangedSubscription,
} from '../clients/typescript/src/generated/graphql.js';
import { roundOf, sceneOf, type Scene } from './support/access-scene.js';
import { record } from './support/access-targets.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, type Headers } from './support/people.js';
import { approve, castOf, handedIn, now, SCHOOL, TODAY } from './support/reporting.js';

let hub: TestHub;
let scene: Scene;
let url: string;
/** The commune of the school. */
let commune: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  await fill();
  scene = await sceneOf(hub);
  url = `${await hub.server.listen({ port: 0 })}/graphql/stream`;
  commune = await idOfUnit(hub, COMMUNE, TODAY);
});
afterAll(() => hub.close());

const COMMUNE = '24640';
/** Another school of the same kind, in a commune of its own. */
const SECOND_SCHOOL = 'DN-THPT-03';
const SECOND_COMMUNE = '24646';

/** Puts the schools into communes, and gives their province 80 more communes; another province has 150. */
async function fill(): Promise<void> {
  const em = hub.em.fork();
  for (const [school, code] of [
    [SCHOOL, COMMUNE],
    [SECOND_SCHOOL, SECOND_COMMUNE],
  ])
    await em.execute(
      `update institution_period set unit_id = (select id from administrative_unit
         where code = ? and kind = 'COMMUNE' and valid_to is null)
       where institution_id = (select institution_id from institution_code where code = ?)`,
      [code, school],
    );
  const added = `insert into administrative_unit
    (id, kind, code, name, search_name, parent_id, path, valid_from)`;
  const drawn = `nextval(pg_get_serial_sequence('administrative_unit', 'id'))::int as id`;
  await em.execute(
    `${added} select id, 'PROVINCE', '01', 'Nơi khác', 'noi khac', null, array[id], '2025-07-01'
     from (select ${drawn}) as drawn`,
  );
  for (const [province, count] of [
    ['68', 80],
    ['01', 150],
  ])
    await em.execute(
      `${added} select drawn.id, 'COMMUNE', 'X' || province.code || at, 'Xã số ' || at, 'xa so ' || at,
         province.id, province.path || drawn.id, '2025-07-01'
       from (select ${drawn}, at from generate_series(1, ?) as at) as drawn, administrative_unit as province
       where province.kind = 'PROVINCE' and province.code = ? and province.valid_to is null
         and province.valid_from = '2025-07-01'`,
      [count, province],
    );
}

type Unit = UnitsProgressChangedSubscription['unitsProgressChanged'][number];

function follow(query: string, variables: object = {}, headers: Headers = {}) {
  const client = createClient({
    url,
    headers: { 'accept-language': 'en', ...headers },
    retryAttempts: 0,
  });
  return client.iterate<any>({ query, variables: variables as Record<string, unknown> });
}

const followCommunes = () =>
  follow(UnitsProgressChangedDocument.toString(), { under: scene.province });

/** The next event of a stream of units. */
async function eventOf(stream: ReturnType<typeof follow>): Promise<Unit[]> {
  const { value } = await stream.next();
  expect(value.errors).toBeUndefined();
  return value.data.unitsProgressChanged;
}

/** A selection of `progress`, as the document has it. */
const PROGRESS =
  'progress { asOf lines { group pillar institutions completed reported percent coveragePercent } }';

/** Each of the communes of the province as the graph tells it, asked page by page. */
async function communesByGraph(): Promise<Unit[]> {
  const found: Unit[] = [];
  let after: string | null = null;
  do {
    const { administrativeUnits }: any = await hub.data(
      `query ($under: ID!, $after: String) {
        administrativeUnits(first: 100, after: $after, filter: { kind: COMMUNE, under: $under }) {
          nodes { id code name ${PROGRESS} } pageInfo { hasNextPage endCursor } } }`,
      { under: scene.province, after },
    );
    found.push(...administrativeUnits.nodes);
    after = administrativeUnits.pageInfo.hasNextPage
      ? administrativeUnits.pageInfo.endCursor
      : null;
  } while (after);
  return found;
}

/** Hands in an update of a school in a round of its own, and approves it. */
async function approveOne(school = SCHOOL): Promise<void> {
  const cast = { ...(await castOf(hub, school)), round: await roundOf(scene) };
  const { id, version } = await handedIn(hub, cast);
  const { update } = await approve(hub, cast.reviewer, { id, version });
  expect(update!.state).toBe('APPROVED');
}

/** The codes of the error with which a question is answered, and the argument that is meant. */
async function errorOf(given: string, variables: object = {}) {
  const declared = 'ids' in variables ? '($ids: [ID!])' : '';
  const stream = follow(
    `subscription ${declared} { unitsProgressChanged${given} { id } }`,
    variables,
  );
  const { value } = await stream.next();
  expect((await stream.next()).done).toBe(true);
  const [{ extensions }] = value.errors;
  return [extensions.code, extensions.argument];
}

describe('the communes of a province in one stream', () => {
  test('are all told at once, by name, as `progress` tells each of them', async () => {
    const stream = followCommunes();

    const first = await eventOf(stream);

    expect(first.length).toBeGreaterThanOrEqual(100);
    expect(first).toEqual(await communesByGraph());
    await stream.return!();
  });

  test('are told again one by one: an approval tells its commune and no other', async () => {
    const stream = followCommunes();
    const first = await eventOf(stream);
    const second = eventOf(stream);

    // Neither something else that is published nor an update handed in is an answer of any commune.
    await record(scene);
    await approveOne();
    const told = await second;

    expect(told.map(({ id }) => id)).toEqual([commune]);
    expect(told).not.toEqual(first.filter(({ id }) => id === commune));
    const copy = first.map((unit) => told.find(({ id }) => id === unit.id) ?? unit);
    expect(copy).toEqual(await communesByGraph());
    await stream.return!();
  });
});

describe('units by their ids', () => {
  const BY_IDS = `subscription ($ids: [ID!]) { unitsProgressChanged(units: $ids) { id ${PROGRESS} } }`;

  test('are told in the order of the ids, each once, and only those that changed later', async () => {
    const second = await idOfUnit(hub, SECOND_COMMUNE, TODAY);
    const ids = [commune, scene.province, commune, second];
    const stream = follow(BY_IDS, { ids });

    const first = await eventOf(stream);
    const next = eventOf(stream);
    const { nodes } = await hub.data(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on AdministrativeUnit { id ${PROGRESS} } } }`,
      { ids: [commune, scene.province, second] },
    );
    expect(first).toEqual(nodes);

    await approveOne(SECOND_SCHOOL);

    expect((await next).map(({ id }) => id)).toEqual([scene.province, second]);
    await stream.return!();
  });
});

test('without unitKind the units directly below are told, and without under those of the country', async () => {
  const question = (given: string) => `subscription { unitsProgressChanged(${given}) { id kind } }`;
  const below = follow(question(`under: "${scene.province}", units: null, unitKind: null`));
  const provinces = follow(question('unitKind: PROVINCE, under: null'));

  const [communes, country] = [await eventOf(below), await eventOf(provinces)];

  expect(communes.map(({ id }) => id)).toEqual((await communesByGraph()).map(({ id }) => id));
  const { administrativeUnits } = await hub.data(
    '{ administrativeUnits(first: 100, filter: { kind: PROVINCE }) { nodes { id kind } } }',
  );
  expect(country).toEqual(administrativeUnits.nodes);
  await Promise.all([below.return!(), provinces.return!()]);
});

test('a tier of which there is no unit today is told as an empty list', async () => {
  const stream = follow(
    `subscription { unitsProgressChanged(under: "${scene.province}", unitKind: DISTRICT) { id } }`,
  );

  expect(await eventOf(stream)).toEqual([]);
  await stream.return!();
});

describe('a question that does not say which units', () => {
  test.each([
    ['neither argument', '', 'UNITS_UNCLEAR'],
    ['nulls alone', '(units: null, under: null, unitKind: null)', 'UNITS_UNCLEAR'],
    ['no id', '(units: [])', 'UNITS_UNCLEAR'],
    ['ids and a tier', '(units: ["x"], unitKind: COMMUNE)', 'UNITS_UNCLEAR'],
    ['ids and a unit above', '(units: ["x"], under: "x")', 'UNITS_UNCLEAR'],
    ['an id of no unit', '(units: ["x"])', 'NOT_FOUND'],
  ])('%s is refused', async (_what, given, code) => {
    expect(await errorOf(given)).toEqual([code, 'units']);
  });

  test('an id of no unit above, or of something else than a unit, is refused', async () => {
    expect(await errorOf('(under: "x", unitKind: COMMUNE)')).toEqual(['NOT_FOUND', 'under']);
    expect(await errorOf('(units: $ids)', { ids: [commune, scene.institution] })).toEqual([
      'NOT_FOUND',
      'units',
    ]);
  });
});

/** The refusal of a question before it is run. */
async function refused(query: string, variables: object = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as any;
  return [response.status, errors[0].extensions.code, errors[0].extensions.cost];
}

test('ids cost as many units as they are, and a tier 250; more than 250 ids are refused', async () => {
  const parents = (count: number) =>
    Array.from({ length: count }, (_, index) => `a${index}: parent { code }`).join(' ');
  const ofIds = `subscription ($ids: [ID!]) { unitsProgressChanged(units: $ids) { ${parents(31)} } }`;
  const ofTier = (count: number) =>
    `subscription { unitsProgressChanged(under: "${scene.province}", unitKind: COMMUNE) { id ${parents(count)} } }`;

  expect(await refused(ofIds, { ids: Array(94).fill(commune) })).toEqual([
    400,
    'COST_TOO_HIGH',
    94 * 32,
  ]);
  expect(await refused(ofTier(12))).toEqual([400, 'COST_TOO_HIGH', 250 * 13]);
  expect((await refused(ofIds, { ids: Array(251).fill(commune) })).slice(0, 2)).toEqual([
    400,
    'LIST_TOO_LONG',
  ]);
  const most = follow('subscription ($ids: [ID!]) { unitsProgressChanged(units: $ids) { id } }', {
    ids: Array(250).fill(commune),
  });
  expect(await eventOf(most)).toHaveLength(1);
  await most.return!();
  const enough = follow(ofTier(11));
  expect((await eventOf(enough)).length).toBeGreaterThanOrEqual(100);
  await enough.return!();
});

test('more than 250 units of a tier are refused', async () => {
  const { administrativeUnits } = await hub.data(
    '{ administrativeUnits(first: 1, filter: { kind: COMMUNE }) { totalCount } }',
  );
  expect(administrativeUnits.totalCount).toBeGreaterThan(250);

  expect(await errorOf('(unitKind: COMMUNE)')).toEqual(['UNITS_TOO_MANY', 'unitKind']);
});
