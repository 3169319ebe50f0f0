import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { fromGlobalId } from '../src/graphql/node.js';
import { FOUND_IN, PARTS, SUMS } from '../src/workforce-registry/record-kinds.js';
import { hiddenOf, protectionFrom } from '../src/workforce-registry/protection.js';
import {
  PEOPLE,
  type Audience,
  type Quantity,
  type RecordKind,
  type Tier,
} from '../src/workforce-registry/workforce.enums.js';
import {
  WorkforceRecordCreateDocument,
  WorkforceRecordRemoveDocument,
  WorkforceRecordUpdateDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { otherWorlds, type Fact, type Relation, type World } from './support/other-worlds.js';
import { idOfUnit, signIn } from './support/people.js';
import { now, TODAY } from './support/reporting.js';

type Counts = Partial<Record<Quantity, number>>;

/** When the registry was written, and when it was corrected: it is read as known then. */
const MOMENTS: string[] = [];
const DATES = ['2026-03-31', '2026-06-30', TODAY];
const OLD_DATES = ['2024-03-31', '2024-12-31'];

let hub: TestHub;
/** Units by a short name. */
const units: Record<string, string> = {};
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  await findUnits();
  await writeRegistry();
});
afterAll(() => hub.close());

async function findUnits(): Promise<void> {
  units['P'] = await idOfUnit(hub, '68', TODAY);
  units['old'] = await idOfUnit(hub, '67', '2024-12-31');
  // A topmost unit with nothing under it.
  units['alone'] = await idOfUnit(hub, '60', '2024-12-31');
  units['district1'] = await idOfUnit(hub, '661', '2024-12-31');
  units['district2'] = await idOfUnit(hub, '662', '2024-12-31');
  for (const code of ['24616', '24640', '24643'])
    units[`old${code}`] = await idOfUnit(hub, code, '2024-12-31');
  const { administrativeUnits } = await hub.data(
    '{ administrativeUnits(first: 7, orderBy: CODE, filter: { kind: COMMUNE }) { nodes { id } } }',
  );
  administrativeUnits.nodes.forEach(({ id }: any, index: number) => (units[`c${index}`] = id));
}

/** Everything that could tell a small count, as planners may well record it. */
async function writeRegistry(): Promise<void> {
  const planner = await signIn(hub, { role: 'PLANNER', unit: units['P']! });
  const listOf = (counts: Counts) =>
    Object.entries(counts).map(([quantity, value]) => ({ quantity, value }));
  const content = (validFrom: string, counts: Counts, more: object = {}) => ({
    validFrom,
    counts: listOf(counts),
    source: 'Công văn',
    sourceStatus: 'CONFIRMED',
    ...more,
  });
  const send = async (document: { toString(): string }, input: object): Promise<string> => {
    const data = await hub.data<Record<string, any>>(document.toString(), { input }, planner);
    const [{ workforceRecord, userErrors }] = Object.values(data);
    expect(userErrors).toEqual([]);
    return workforceRecord.id;
  };
  const add = (unit: string, kind: string, scope: object, on: string, counts: Counts, more = {}) =>
    send(WorkforceRecordCreateDocument, {
      unit: units[unit],
      kind,
      ...scope,
      ...content(on, counts, more),
    });
  const trained = (unit: string, audience: string, on: string, part: number, whole?: number) =>
    add(unit, 'TRAINED_PEOPLE', { audience }, on, {
      TRAINED: part,
      ...(whole !== undefined && { TO_BE_TRAINED: whole }),
    });
  const officers = (unit: string, scope: object, on: string, counts: Counts) =>
    add(unit, 'IT_OFFICERS', scope, on, counts);
  const teams = (unit: string, tier: string, counts: Counts) =>
    add(unit, 'COMMUNITY_TEAMS', { tier }, '2026-02-01', counts);
  const split = (u: number, c: number, o: number): Counts => ({
    OFFICERS: u + c + o,
    OFFICERS_UNIVERSITY: u,
    OFFICERS_COLLEGE: c,
    OFFICERS_OTHER: o,
  });
  const times = (full: number, assigned: number): Counts => ({
    OFFICERS: full + assigned,
    OFFICERS_FULL_TIME: full,
    OFFICERS_ASSIGNED: assigned,
  });

  // Two siblings, one of them counted twice, and the province's sums of both dates.
  await trained('c0', 'PEOPLE', '2026-02-01', 1, 300);
  await trained('c0', 'PEOPLE', '2026-05-01', 4, 300);
  const corrected = await trained('c1', 'PEOPLE', '2026-02-01', 40, 200);
  const sum = await trained('P', 'PEOPLE', '2026-02-01', 41, 500);
  await trained('P', 'PEOPLE', '2026-05-01', 44, 500);
  // So few of so many that their points are none, or next to none.
  await trained('c5', 'PEOPLE', '2026-07-01', 2, 250_000);
  // Two fours make an eight.
  await trained('c3', 'OFFICIALS', '2026-02-01', 4, 20);
  await trained('c4', 'OFFICIALS', '2026-02-01', 4, 30);
  await trained('P', 'OFFICIALS', '2026-02-01', 8, 50);
  // Who is not trained is as few; and one sibling alone.
  await trained('c0', 'STUDENTS', '2026-02-01', 98, 100);
  await trained('c1', 'STUDENTS', '2026-02-01', 4, 6);
  await trained('P', 'STUDENTS', '2026-02-01', 102, 106);
  await trained('c6', 'TEACHERS', '2026-02-01', 3, 60);
  await trained('c6', 'TEACHERS', '2026-05-01', 12, 60);
  await trained('P', 'TEACHERS', '2026-05-01', 12, 60);

  // Four small ones under a small one.
  for (const commune of ['c0', 'c1', 'c2', 'c3'])
    await officers(commune, { tier: 'COMMUNE', agency: 'Công an' }, '2026-02-01', times(1, 0));
  await officers('P', { tier: 'COMMUNE', agency: 'Công an' }, '2026-02-01', { OFFICERS: 4 });
  // Parts that only one solution has, and parts that nobody counted.
  await officers('c0', { tier: 'COMMUNE' }, '2026-02-01', { ...split(4, 4, 0), ...times(7, 1) });
  await officers('c1', { tier: 'COMMUNE' }, '2026-02-01', { ...split(4, 0, 9), ...times(9, 4) });
  await officers('c2', { tier: 'COMMUNE' }, '2026-02-01', split(9, 2, 1));
  await officers('c3', { tier: 'COMMUNE' }, '2026-02-01', times(0, 3));
  await officers('c4', { tier: 'COMMUNE' }, '2026-05-01', {
    OFFICERS: 28,
    OFFICERS_UNIVERSITY: 27,
    OFFICERS_COLLEGE: 1,
  });
  await officers('P', { tier: 'COMMUNE' }, '2026-02-01', { OFFICERS: 36 });
  await officers('P', { tier: 'COMMUNE' }, '2026-05-01', { OFFICERS: 64 });
  // Agencies and tiers beside their sums, in a unit under none.
  await officers('P', { tier: 'PROVINCE', agency: 'Sở A' }, '2026-05-01', split(8, 2, 0));
  await officers('P', { tier: 'PROVINCE', agency: 'Sở B' }, '2026-05-01', split(1, 2, 0));
  await officers('P', { tier: 'PROVINCE' }, '2026-05-01', split(9, 4, 0));
  await officers('P', {}, '2026-05-01', { OFFICERS: 77, ...times(74, 3) });
  await officers('alone', {}, '2024-03-01', { ...split(4, 4, 0), ...times(7, 1) });
  await officers('alone', {}, '2024-09-01', {
    OFFICERS: 28,
    OFFICERS_UNIVERSITY: 27,
    OFFICERS_COLLEGE: 1,
  });

  // Teams with a teacher or two, and none where there is no team.
  for (const tier of ['COMMUNE', 'HAMLET']) {
    await teams('c0', tier, { TEAM_MEMBERS: 30, TEAM_TEACHERS: 2, TEAM_MEMBERS_TRAINED: 3 });
    await teams('c1', tier, { TEAM_MEMBERS: 45, TEAM_TEACHERS: 0, TEAM_MEMBERS_TRAINED: 45 });
    await teams('c2', tier, { TEAM_UNITS: 1, UNITS_WITH_TEAM: 0, TEAM_MEMBERS: 0 });
    await teams('P', tier, { TEAM_MEMBERS: 75, TEAM_TEACHERS: 2, TEAM_MEMBERS_TRAINED: 48 });
  }
  // Classes of each quarter, and by topic beside all topics.
  const classes = (from: string, to: string, counts: Counts, scope: object) =>
    add('P', 'TRAINING_CLASSES', scope, from, counts, { validTo: to });
  const leaders = { audience: 'LEADERS' };
  await classes('2026-01-01', '2026-03-31', { CLASSES: 1, PARTICIPANTS: 3 }, leaders);
  await classes('2026-04-01', '2026-06-30', { CLASSES: 2, PARTICIPANTS: 40 }, leaders);
  await classes('2026-07-01', '2026-09-30', { CLASSES: 1, PARTICIPANTS: 2 }, leaders);
  const half = ['2026-01-01', '2026-06-30'] as const;
  const topics = { audience: 'TEACHERS' };
  await classes(...half, { CLASSES: 4, PARTICIPANTS: 23 }, topics);
  await classes(...half, { CLASSES: 3, PARTICIPANTS: 20 }, { ...topics, topic: 'An toàn' });
  await classes(...half, { CLASSES: 1, PARTICIPANTS: 3 }, { ...topics, topic: 'Dữ liệu' });
  // A district of which only one commune counted, and that did not count itself.
  await trained('old24616', 'TEACHERS', '2024-02-01', 3);
  await trained('old24640', 'TEACHERS', '2024-02-01', 12);
  await trained('old24643', 'TEACHERS', '2024-02-01', 8);
  await trained('old', 'TEACHERS', '2024-02-01', 23);
  const wrong = await trained('old', 'STUDENTS', '2024-02-01', 2, 40);

  // Later something is corrected, and something taken back.
  await rememberMoment();
  const change = (id: string, part: number, whole: number) =>
    send(WorkforceRecordUpdateDocument, {
      id,
      version: 1,
      ...content('2026-02-01', { TRAINED: part, TO_BE_TRAINED: whole }),
    });
  await change(corrected, 43, 200);
  await change(sum, 44, 500);
  await send(WorkforceRecordRemoveDocument, { id: wrong, version: 1, reason: 'Nhầm' });
  await rememberMoment();
}

async function rememberMoment(): Promise<void> {
  MOMENTS.push((await hub.ask('{ __typename }')).extensions.data.publishedAt);
}

/** A version of a record as it is stored. */
interface Stored {
  version: number;
  record: number;
  unit: number;
  path: number[];
  kind: RecordKind;
  tier: Tier | null;
  audience: Audience | null;
  agency: string | null;
  topic: string | null;
  from: string;
  to: string | null;
  recorded: string;
  superseded: string | null;
  removed: boolean;
  counts: Counts;
}

async function storedVersions(): Promise<Stored[]> {
  return hub.em.fork().execute<Stored[]>(
    `select version.id as version, record.id as record, unit.id as unit, unit.path,
       record.kind, record.tier, record.audience, record.agency, record.topic,
       to_char(version.valid_from, 'YYYY-MM-DD') as "from", to_char(version.valid_to, 'YYYY-MM-DD') as "to",
       to_char(version.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded,
       to_char(version.superseded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as superseded,
       version.removed,
       (select coalesce(json_object_agg(quantity, value), '{}') from workforce_count
        where version_id = version.id) as counts
     from workforce_record_version as version
     join workforce_record as record on record.id = version.record_id
     join administrative_unit as unit on unit.id = record.unit_id
     order by version.id`,
  );
}

const RECORD = `{ id version kind tier audience agency topic validFrom validTo notCounted note
  versions { version } counts { quantity value withheld } }`;

const INDEX = `{ hypothetical points maximumPoints index withheld
  components { code state points withheld
    inputs { name state value withheld expired assumed records { id counts { quantity value withheld } } }
    ledger(first: 100) { totalCount nodes { points input assumed record { id } } }
    notes { source } }
  gaps(first: 20) { totalCount nodes {
    key kind components rank tied leastPoints mostPoints cure { input value } } } }`;

/** The same of an index that is made of assumptions. */
const ASSUMED = `{ points index withheld
  components { code state points withheld inputs { value withheld }
    ledger(first: 5) { totalCount nodes { points assumed } } }
  gaps(first: 15) { totalCount nodes { key kind rank tied leastPoints mostPoints cure { value } } } }`;

/** What is asked with several values: both sides of every threshold and rounding. */
const VALUES = [0, 5, 9, 400_001, 800_001];

/** Where assumptions are tried: at each kind of place, in its own edition. */
const TRIED = ['P', 'alone', 'c0', 'c3', 'c5'];

/** Which editions, years and dates are asked of a unit. */
function asked(unit: string): { edition: string; year: number; asOf: string }[] {
  const isOld = unit === 'alone' || unit.startsWith('old') || unit.startsWith('district');
  return ['commune-2026', 'workforce-2022-illustrative'].flatMap((edition) =>
    (isOld ? OLD_DATES : DATES).map((asOf) => ({ edition, year: isOld ? 2024 : 2026, asOf })),
  );
}

async function ask(query: string, id: string): Promise<unknown> {
  const { data, errors } = await hub.ask(query, { id });
  return { data, errors };
}

/** Everything that the public can ask of the registry and the index, with its answers. */
async function everything(): Promise<Map<string, any>> {
  const answers = new Map<string, any>();
  const put = async (name: string, query: string, id: string) =>
    answers.set(name, await ask(`query ($id: ID!) { node(id: $id) { ${query} } }`, id));
  const onUnit = (fields: string[]) =>
    `... on AdministrativeUnit { ${fields.map((field, index) => `f${index}: ${field}`).join('\n')} }`;
  for (const [unit, id] of Object.entries(units)) {
    const dates = [...new Set(asked(unit).map(({ asOf }) => asOf))];
    const lists = dates.flatMap((asOf) =>
      MOMENTS.map(
        (knownAt) => `workforce(asOf: "${asOf}", knownAt: "${knownAt}") {
          records(first: 100) { totalCount nodes ${RECORD} }
          allRecords(first: 100, removed: true) { totalCount nodes ${RECORD} } }`,
      ),
    );
    await put(`records ${unit}`, onUnit(lists), id);
    for (const { edition, year, asOf } of asked(unit)) {
      const name = `${unit} ${edition} ${asOf}`;
      const at = `year: ${year}, edition: "${edition}", asOf: "${asOf}"`;
      await put(
        `index ${name}`,
        onUnit(MOMENTS.map((knownAt) => `workforceIndex(${at}, knownAt: "${knownAt}") ${INDEX}`)),
        id,
      );
      const isOwn = unit.startsWith('c') === (edition === 'commune-2026');
      if (asOf !== dates.at(-1) || !isOwn || !TRIED.includes(unit)) continue;
      const { data } = answers.get(`index ${name}`);
      const { components, gaps } = data.node.f1;
      const assume = (...assumptions: string[]) =>
        `workforceIndex(${at}, assume: [${assumptions.join(', ')}]) ${ASSUMED}`;
      const input = (each: string, value: number) => `{ input: "${each}", value: ${value} }`;
      // Inputs that stand beside others in something withheld are tried with all values.
      const touched = new Map<string, boolean>();
      for (const { inputs, withheld } of components)
        for (const { name: each } of inputs)
          touched.set(each, touched.get(each) || withheld !== null);
      const pairs = components.flatMap(({ inputs, withheld }: any) =>
        // What stands in one formula.
        withheld && inputs.length > 1
          ? [0, 3, 9, 800_001].flatMap((one) =>
              [0, 4, 400_001].map((other) =>
                assume(input(inputs[0].name, one), input(inputs.at(-1).name, other)),
              ),
            )
          : [],
      );
      const keys = new Set<string>([
        // Those that are not listed as well.
        ...components.map(({ code }: any) => `component:${code}`),
        ...gaps.nodes.slice(0, 15).map(({ key }: any) => key),
      ]);
      const fields = [
        ...[...touched].flatMap(([each, isTouched]) =>
          (isTouched ? VALUES : [5]).map((value) => assume(input(each, value))),
        ),
        ...pairs,
        ...[...keys].map((key) => assume(`{ gap: "${key}" }`)),
      ];
      for (let start = 0; start < fields.length; start += 100)
        await put(`assuming ${start} ${name}`, onUnit(fields.slice(start, start + 100)), id);
    }
  }
  return answers;
}

/** The public's answers on records, each count by the number of its version. */
function shownCounts(answers: Map<string, any>, stored: readonly Stored[]): Map<string, any[]> {
  const shown = new Map<string, any[]>();
  const numbers = new Map<number, number>();
  const versionOf = new Map<string, number>();
  for (const { record, version } of stored) {
    numbers.set(record, (numbers.get(record) ?? 0) + 1);
    versionOf.set(`${record} ${numbers.get(record)}`, version);
  }
  for (const [name, { data }] of answers)
    if (name.startsWith('records '))
      for (const { records, allRecords } of Object.values<any>(data.node))
        for (const { id, version, counts } of [...records.nodes, ...allRecords.nodes]) {
          const record = fromGlobalId('WorkforceRecord', id)!;
          for (const count of counts) {
            const key = `${versionOf.get(`${record} ${version}`)} ${count.quantity}`;
            shown.set(key, [...(shown.get(key) ?? []), count]);
          }
        }
  return shown;
}

const keyOf = ({ version }: Stored, quantity: string) => `${version} ${quantity}`;

/** Everything true that somebody could know of these numbers: rules, and sums that come out. */
function relationsOf(stored: readonly Stored[]): Relation[] {
  const found = new Map<string, Relation>();
  const add = (total: string | null, parts: readonly string[], exactly = true) => {
    const terms = parts.map((key) => ({ key, coefficient: 1 }));
    if (total !== null) terms.push({ key: total, coefficient: -1 });
    found.set(JSON.stringify([terms, exactly]), { terms, exactly });
  };
  for (const row of stored) {
    const has = (quantity: Quantity) => row.counts[quantity] !== undefined;
    for (const { part, whole } of PARTS)
      if (has(part) && has(whole)) add(keyOf(row, whole), [keyOf(row, part)], false);
    for (const { parts, total } of SUMS) {
      const counted = parts.filter(has);
      if (has(total) && counted.length > 0)
        add(
          keyOf(row, total),
          counted.map((part) => keyOf(row, part)),
          counted.length === parts.length,
        );
    }
    for (const { people, basis } of FOUND_IN)
      if (row.counts[basis] === 0)
        people.filter(has).forEach((each) => add(null, [keyOf(row, each)]));
  }
  for (const moment of MOMENTS)
    for (const date of [...OLD_DATES, ...DATES]) {
      const known = stored.filter(
        (row) =>
          !row.removed &&
          row.recorded <= moment &&
          (row.superseded === null || row.superseded > moment) &&
          row.from <= date &&
          (row.to === null || row.to >= date),
      );
      const subject = ({ unit, kind, tier, audience, agency, topic }: Stored) =>
        JSON.stringify([unit, kind, tier, audience, agency, topic]);
      const force = known.filter(
        (row) => !known.some((other) => subject(other) === subject(row) && other.from > row.from),
      );
      for (const total of force)
        for (const quantity of PEOPLE) {
          const value = total.counts[quantity];
          if (value === undefined) continue;
          const about = force.filter(
            (row) =>
              row !== total &&
              row.kind === total.kind &&
              row.audience === total.audience &&
              row.counts[quantity] !== undefined,
          );
          const beneath = about.filter(
            (row) =>
              row.unit !== total.unit &&
              row.path.includes(total.unit) &&
              row.tier === total.tier &&
              row.agency === total.agency &&
              row.topic === total.topic,
          );
          const own = about.filter(({ unit }) => unit === total.unit);
          const groups = [
            beneath.filter(({ path }) => path.at(-2) === total.unit),
            // Those that no other one is above.
            beneath.filter(
              (row) => !beneath.some(({ unit }) => unit !== row.unit && row.path.includes(unit)),
            ),
            own.filter(
              ({ tier, agency }) => total.tier === null && tier !== null && agency === null,
            ),
            own.filter(({ tier, agency }) => tier === total.tier && agency !== null),
            own.filter(({ topic }) => total.topic === null && topic !== null),
          ];
          for (const rows of groups)
            if (
              rows.length > 0 &&
              rows.reduce((sum, { counts }) => sum + counts[quantity]!, 0) === value
            )
              add(
                keyOf(total, quantity),
                rows.map((row) => keyOf(row, quantity)),
              );
        }
    }
  return [...found.values()];
}

function factsOf(stored: readonly Stored[], isHidden: (key: string) => boolean): Fact[] {
  return stored.flatMap((row) =>
    Object.entries(row.counts).map(([quantity, value]) => {
      const key = keyOf(row, quantity);
      return { key, value, hidden: isHidden(key) };
    }),
  );
}

/** What would be hidden in another world, by the rule of the hub. */
function hiddenIn(world: World, stored: readonly Stored[]): string[] {
  const rows = stored.map((row) => ({
    ...row,
    versionId: row.version,
    recordId: row.record,
    unitId: row.unit,
    unitPath: row.path,
    counts: Object.fromEntries(
      Object.keys(row.counts).map((quantity) => [quantity, world.get(keyOf(row, quantity))!]),
    ),
  }));
  const below = rows.filter(({ unitPath }) => unitPath.length > 1);
  const under = PEOPLE.flatMap((quantity) => {
    const whole = PARTS.find(({ part }) => part === quantity)?.whole;
    const families = Map.groupBy(
      below.filter(({ counts }) => counts[quantity] !== undefined),
      ({ unitPath, kind, tier, audience }) =>
        JSON.stringify([unitPath[0], kind, kind === 'COMMUNITY_TEAMS' && tier, audience]),
    );
    return [...families.values()].map((family) => {
      const least = (of: typeof family) =>
        Math.min(
          ...of.flatMap(({ counts }) => [
            counts[quantity]!,
            ...(whole && counts[whole] !== undefined ? [counts[whole] - counts[quantity]!] : []),
          ]),
        );
      const most = (of: typeof family) => Math.max(...of.map(({ counts }) => counts[quantity]!));
      const sumBy = (key: 'unitId' | 'recordId', of: (each: typeof family) => number) =>
        [...Map.groupBy(family, (row) => row[key]).values()].reduce(
          (sum, each) => sum + of(each),
          0,
        );
      return {
        ...family[0]!,
        unitPath: family[0]!.unitPath.slice(0, 1),
        quantity,
        small: family.some(({ counts }) => counts[quantity]! > 0 && counts[quantity]! < 5),
        members: new Set(family.map(({ unitId }) => unitId)).size,
        room: sumBy('unitId', least),
        most: sumBy('recordId', most),
      };
    });
  });
  const protection = protectionFrom(
    5,
    under,
    rows.filter(({ unitPath }) => unitPath.length === 1),
  );
  return rows
    .flatMap((row) => [...hiddenOf(row, protection)].map((each) => keyOf(row, each)))
    .sort();
}

/** Makes the registry say what it does in another world. */
async function become(world: World): Promise<void> {
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  try {
    const updates = [...world].map(([key, value]) => {
      const [version, quantity] = key.split(' ');
      return `update workforce_count set value = ${value}
        where version_id = ${version} and quantity = '${quantity}' and value <> ${value}`;
    });
    await client.query(
      `begin; alter table workforce_count disable trigger user; ${updates.join('; ')};
       alter table workforce_count enable trigger user; commit`,
    );
  } finally {
    await client.end();
  }
}

describe('to the public', () => {
  let stored: Stored[];
  let truth: Map<string, any>;
  let facts: Fact[];
  beforeAll(async () => {
    stored = await storedVersions();
    truth = await everything();
    const shown = shownCounts(truth, stored);
    facts = factsOf(stored, (key) => shown.get(key)?.some(({ value }) => value === null) ?? true);
  }, 300_000);

  test('a count is withheld wherever it is told, small ones always, and others are what they are', () => {
    const shown = shownCounts(truth, stored);
    const valueOf = new Map(facts.map((fact) => [fact.key, fact]));

    for (const [key, counts] of shown) {
      const { value, hidden } = valueOf.get(key)!;
      const isSmall = PEOPLE.includes(key.split(' ')[1] as Quantity) && value > 0 && value < 5;
      expect(hidden || !isSmall).toBe(true);
      for (const count of counts)
        expect(count).toMatchObject(
          hidden ? { value: null, withheld: 'SMALL_COUNT' } : { value, withheld: null },
        );
    }
    expect(facts.filter(({ hidden }) => hidden).length).toBeGreaterThan(60);
  });

  test('no query tells a withheld count: each can be another number, and every answer is the same', async () => {
    const hidden = facts
      .flatMap((fact) => (fact.hidden ? fact.key : []))
      .sort()
      .join();
    const { worlds, told } = otherWorlds(
      facts,
      relationsOf(stored),
      (world) => hiddenIn(world, stored).join() === hidden,
    );

    // None of nobody tells of nobody.
    expect(told.filter(({ value }) => value > 0)).toEqual([]);
    try {
      for (const world of worlds) {
        await become(world);
        const answers = await everything();
        for (const [name, answer] of truth)
          expect({ [name]: answers.get(name) }).toEqual({ [name]: answer });
      }
    } finally {
      await become(new Map(facts.map(({ key, value }) => [key, value])));
    }
  }, 600_000);

  test('whereas withholding small counts alone would tell them', () => {
    const isSmall = ({ key }: Fact, value: number) =>
      PEOPLE.includes(key.split(' ')[1] as Quantity) && value > 0 && value < 5;
    const naive = facts.map((fact) => ({ ...fact, hidden: isSmall(fact, fact.value) }));
    const { told } = otherWorlds(naive, relationsOf(stored), (world) =>
      naive.every((fact) => isSmall(fact, world.get(fact.key)!) === fact.hidden),
    );

    expect(told.length).toBeGreaterThan(10);
  });
});

describe('the threshold of the hub', () => {
  const OFFICERS = `query ($id: ID!) { node(id: $id) { ... on AdministrativeUnit {
    workforce(asOf: "2024-03-31") { records(first: 1, kind: IT_OFFICERS) { nodes {
      counts { value withheld } } } } } } }`;
  const shownWith = async (smallCount: number) => {
    const other = await startHub({ from: 'demo', now, smallCount, limits: UNBOUNDED });
    try {
      const unit = await idOfUnit(other, '67', '2024-12-31');
      const { node } = await other.data(OFFICERS, { id: unit });
      return node.workforce.records.nodes[0].counts.map((each: any) => each.withheld ?? each.value);
    } finally {
      await other.close();
    }
  };

  test.each([
    [1, [28, 25, 2, 1]],
    [5, [28, 25, 'SMALL_COUNT', 'SMALL_COUNT']],
    [26, [28, 'SMALL_COUNT', 'SMALL_COUNT', 'SMALL_COUNT']],
  ])('of %i', async (smallCount, shown) => {
    expect(await shownWith(smallCount)).toEqual(shown);
  });
});
