import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../src/graphql/node.js';
import { dateInVietnam } from '../src/shared/dates.js';
import { groupOf } from '../src/vocabulary/institution.enums.js';
import { askTheFirst } from './support/asking.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './support/people.js';

/** In the round of 2025: due on 31 May, closing on 20 June. */
const IN_ROUND = new Date('2025-06-10T02:00:00Z');
const IN_REFORM = new Date('2026-11-23T02:00:00Z');

let hub: TestHub;
let time = IN_ROUND;
let province: string;
let district: string;
let successor: string;
let planner: Headers;
let round: string;
let world: Naive[];

beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => time });
  province = await idOfUnit(hub, '67', '2024-12-31');
  district = await idOfUnit(hub, '660', '2024-12-31');
  successor = await idOfUnit(hub, '68', '2026-11-23');
  planner = await signIn(hub, { role: 'PLANNER', unit: province });
  const { reportingRounds } = await hub.data('{ reportingRounds(first: 9) { nodes { id code } } }');
  round = reportingRounds.nodes.find(({ code }: any) => code === '2025').id;
  await tellStories();
  await addRounds();
  world = await naively('2025', dateInVietnam(IN_ROUND));
});
afterAll(() => hub.close());

const rowId = (id: string) => Number(Buffer.from(id, 'base64url').toString().split(':')[1]);

/** Schools that have not begun, by what is made of them. */
const stories: Record<string, { code: string; state: string | null }> = {};

/** What happens to single schools beside the demo's reporting: [submitted, decision][] and the state. */
async function tellStories(): Promise<void> {
  const tales: Record<string, [string, [string | null, string | null][]]> = {
    'a draft': ['DRAFT', [[null, null]]],
    withdrawn: ['WITHDRAWN', [['2025-05-20T02:00:00Z', 'WITHDRAWN']]],
    'handed in again after a withdrawal': [
      'SUBMITTED',
      [
        ['2025-05-20T02:00:00Z', 'WITHDRAWN'],
        ['2025-06-03T02:00:00Z', null],
      ],
    ],
    returned: ['RETURNED', [['2025-05-20T02:00:00Z', 'RETURNED']]],
    'handed in again after a return': [
      'SUBMITTED',
      [
        ['2025-05-20T02:00:00Z', 'RETURNED'],
        ['2025-06-03T02:00:00Z', null],
      ],
    ],
    reopened: [
      'DRAFT',
      [
        ['2025-05-20T02:00:00Z', 'APPROVED'],
        [null, null],
      ],
    ],
    'in the last minute': ['SUBMITTED', [['2025-05-31T16:59:59Z', null]]],
    'a minute late': ['SUBMITTED', [['2025-05-31T17:00:00Z', null]]],
    'approved late': ['APPROVED', [['2025-06-04T02:00:00Z', 'APPROVED']]],
    nothing: ['', []],
  };
  const free = await hub.em.execute<{ id: number; code: string }[]>(
    `select id, code from institution where id not in
       (select institution_id from status_update where round_id = ?)
     and id in (select institution_id from institution_period
       where superseded_at is null and kind = 'PRIMARY_SCHOOL') order by id limit ?`,
    [rowId(round), Object.keys(tales).length],
  );
  for (const [index, [name, [state, revisions]]] of Object.entries(tales).entries()) {
    const { id, code } = free[index]!;
    stories[name] = { code, state: state || null };
    if (state === '') continue;
    const [update] = await hub.em.execute<{ id: number }[]>(
      `insert into status_update (institution_id, round_id, state, version) values (?, ?, ?, 1) returning id`,
      [id, rowId(round), state],
    );
    for (const [position, [submitted, decision]] of revisions.entries())
      await hub.em.execute(
        `insert into status_update_revision (update_id, number, submitted_at, decision, decided_at)
         values (?, ?, ?, ?, ?)`,
        [update!.id, position + 1, submitted, decision, decision && '2025-06-05T02:00:00Z'],
      );
  }
}

/** Rounds beside the demo's: planned, open from today on, and closed by a planner. */
async function addRounds(): Promise<void> {
  await hub.em.execute(
    `insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
       reference_date, closes_on, closed_at, source_status, version)
     select unit_id, added.code, name_vi, name_en, added.opens_on::date, '2025-07-31',
       '2025-05-30', '2025-07-31', added.closed_at::timestamptz, source_status, 1
     from reporting_round, (values ('planned', '2025-06-11', null), ('first day', '2025-06-10', null),
       ('shut', '2025-06-01', '2025-06-05')) as added(code, opens_on, closed_at)
     where reporting_round.id = ? order by added.code desc`,
    [rowId(round)],
  );
  await askTheFirst(hub.em);
}

interface Naive {
  id: number;
  code: string;
  kind: Parameters<typeof groupOf>[0];
  path: number[];
  state: string | null;
  overdue: boolean;
  daysLate: number;
}

/** The institutions that a round calls, found by reading whole tables and thinking slowly. */
async function naively(code: string, today: string): Promise<Naive[]> {
  const all = (statement: string) => hub.em.execute<any[]>(statement);
  const rounds = await all('select * from reporting_round');
  const asked = rounds.find((each) => each.code === code);
  const units = new Map((await all('select * from administrative_unit')).map((u) => [u.id, u]));
  const frameworks = new Set(
    (await all('select * from reporting_round_framework'))
      .filter((each) => each.round_id === asked.id)
      .map((each) => each.framework_id),
  );
  const kinds = new Set(
    (await all('select * from criterion'))
      .filter((criterion) => frameworks.has(criterion.framework_id))
      .flatMap((criterion) => criterion.kinds),
  );
  const updates = await all('select * from status_update');
  const revisions = await all('select * from status_update_revision order by number');
  const institutions = new Map((await all('select * from institution')).map((i) => [i.id, i]));
  const days = (from: string, to: string) =>
    Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000);
  const at = asked.reference_date;
  return (await all('select * from institution_period'))
    .filter(
      (period) =>
        period.superseded_at === null &&
        (period.valid_from ?? at) <= at &&
        (period.valid_to ?? at) >= at &&
        units.get(period.unit_id)?.path.includes(asked.unit_id) &&
        kinds.has(period.kind),
    )
    .map((period) => {
      const update = updates.find(
        (each) => each.institution_id === period.institution_id && each.round_id === asked.id,
      );
      const own = revisions.filter(
        (each) => each.update_id === update?.id && each.submitted_at !== null,
      );
      const done =
        ['SUBMITTED', 'APPROVED'].includes(update?.state) ||
        own.some(({ decision }) => decision === 'APPROVED');
      const first = own.find(({ decision }) => decision !== 'WITHDRAWN');
      return {
        id: period.institution_id,
        code: institutions.get(period.institution_id).code,
        kind: period.kind,
        path: units.get(period.unit_id).path,
        state: update?.state ?? null,
        overdue: !done && today > asked.due_on,
        daysLate: days(asked.due_on, done ? dateInVietnam(new Date(first.submitted_at)) : today),
      };
    });
}

function countsOf(rows: readonly Naive[]) {
  const of = (state: string | null) => rows.filter((row) => row.state === state).length;
  return {
    called: rows.length,
    notBegun: of(null),
    draft: of('DRAFT'),
    submitted: of('SUBMITTED'),
    returned: of('RETURNED'),
    withdrawn: of('WITHDRAWN'),
    approved: of('APPROVED'),
    overdue: rows.filter(({ overdue }) => overdue).length,
    excused: 0,
  };
}

const COUNTS = '{ called notBegun draft submitted returned withdrawn approved overdue excused }';
const COMPLETENESS = `query ($round: ID!, $unit: ID) { node(id: $round) { ... on ReportingRound {
  completeness(unit: $unit) {
    unit { id } total ${COUNTS} groups { group counts ${COUNTS} }
    lines { unit { id } group counts ${COUNTS} }
  } } } }`;
const LIST = `query ($round: ID!, $filter: ParticipationFilter, $orderBy: ParticipationOrder = NAME, $first: Int = 100, $after: String) {
  node(id: $round) { ... on ReportingRound {
    participations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { institution { code } round { id } unit { id } state lockReason dueOn daysLate overdue submittedAt update { id } }
    } } } }`;

async function completeness(headers: Headers, variables: object = {}): Promise<any> {
  const { node } = await hub.data(COMPLETENESS, { round, ...variables }, headers);
  return node.completeness;
}

/** All pages of the list. */
async function list(headers: Headers, variables: object = {}): Promise<any[]> {
  const rows: any[] = [];
  let after: string | null = null;
  do {
    const { node }: any = await hub.data(LIST, { round, ...variables, after }, headers);
    rows.push(...node.participations.nodes);
    const { hasNextPage, endCursor } = node.participations.pageInfo;
    after = hasNextPage ? endCursor : null;
    if (!hasNextPage) expect(node.participations.totalCount).toBe(rows.length);
  } while (after);
  return rows;
}

const codesOf = (rows: any[]) => rows.map((row) => row.institution?.code ?? row.code).sort();

describe('completeness', () => {
  test('adds up to what whole tables say, in all, by group, and by district and group', async () => {
    const { unit, total, groups, lines } = await completeness(planner);
    const branches = new Set(world.map(({ path }) => path[1] ?? path[0]!));
    const groupsOf = (rows: Naive[]) =>
      ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'].flatMap((group) => {
        const within = rows.filter(({ kind }) => groupOf(kind) === group);
        return within.length > 0 ? [{ group, counts: countsOf(within) }] : [];
      });

    expect(world.length).toBeGreaterThan(300);
    expect(unit.id).toBe(province);
    expect(total).toEqual(countsOf(world));
    for (const count of Object.values({ ...countsOf(world), excused: 1 }))
      expect(count).toBeGreaterThan(0);
    expect(groups).toEqual(groupsOf(world));
    expect(
      Object.fromEntries(
        [...Map.groupBy(lines as any[], (line) => line.unit.id)].map(([id, of]) => [
          id,
          of.map(({ group, counts }) => ({ group, counts })),
        ]),
      ),
    ).toEqual(
      Object.fromEntries(
        [...branches].map((branch) => [
          toGlobalId('AdministrativeUnit', branch),
          groupsOf(world.filter(({ path }) => (path[1] ?? path[0]) === branch)),
        ]),
      ),
    );
  });

  test('of a district is by its communes of the reference date', async () => {
    const { unit, total, lines } = await completeness(planner, { unit: district });
    const within = world.filter(({ path }) => path.includes(rowId(district)));

    expect(unit.id).toBe(district);
    expect(total).toEqual(countsOf(within));
    expect(new Set(lines.map((line: any) => line.unit.id))).toEqual(
      new Set(within.map(({ path }) => toGlobalId('AdministrativeUnit', path[2] ?? path[1]!))),
    );
  });

  test('counts only what the viewer may inspect, and is null for who may inspect nothing', async () => {
    const kinds = ['PRIMARY_SCHOOL' as const];
    const reviewer = await signIn(hub, { role: 'REVIEWER', unit: district, kinds });
    const institution = await idOfInstitution(hub, stories['returned']!.code);
    const school = await signIn(hub, { role: 'SCHOOL_ADMIN', institution });
    const operator = await signIn(hub, { role: 'OPERATOR' });
    const retired = await signIn(hub, { role: 'REVIEWER', unit: province, validTo: '2025-06-09' });
    const elsewhere = await signIn(hub, {
      role: 'PLANNER',
      unit: await idOfUnit(hub, '60', '2024-12-31'),
    });
    const inDuty = world.filter(
      ({ path, kind }) => path.includes(rowId(district)) && kind === 'PRIMARY_SCHOOL',
    );

    expect((await completeness(reviewer)).total).toEqual(countsOf(inDuty));
    expect((await completeness(school)).total).toMatchObject({
      called: 1,
      returned: 1,
      overdue: 1,
    });
    for (const nobody of [operator, retired, elsewhere, {}])
      expect(await completeness(nobody)).toBeNull();
  });

  test('is null for a unit that is unknown or not under the one that calls', async () => {
    for (const unit of ['nope', round, await idOfUnit(hub, '60', '2024-12-31')])
      expect(await completeness(planner, { unit })).toBeNull();
  });

  test('is nought, not null, where nobody is called and the viewer plans', async () => {
    const nothing = { round: await roundOfNothing() };

    const { total, groups, lines } = await completeness(planner, nothing);

    expect(total).toEqual(countsOf([]));
    expect([groups, lines]).toEqual([[], []]);
    expect(await completeness(await signIn(hub, { role: 'OPERATOR' }), nothing)).toBeNull();
  });
});

/** A round of a framework that asks nobody anything. */
async function roundOfNothing(): Promise<string> {
  const [framework] = await hub.em.execute<{ id: number }[]>(
    `insert into framework (code, version, name_vi, name_en, valid_from, source, source_status,
       definition, kinds, decides)
     values ('empty', 1, 'Trống', 'Empty', '2020-01-01', 'test', 'ILLUSTRATIVE',
       '{"criteria": [], "questions": [], "sections": [], "indicators": []}', '{}', '{}') returning id`,
  );
  const [added] = await hub.em.execute<{ id: number }[]>(
    `insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
       reference_date, closes_on, source_status, version)
     values (?, 'empty', 'Trống', 'Empty', '2021-01-01', '2021-01-02', '2021-01-01', '2021-01-03',
       'ILLUSTRATIVE', 1) returning id`,
    [rowId(province)],
  );
  await hub.em.execute(
    'insert into reporting_round_framework (round_id, framework_id, position) values (?, ?, 0)',
    [added!.id, framework!.id],
  );
  return toGlobalId('ReportingRound', added!.id);
}

describe('the list of who is called', () => {
  test('has every institution once, with its state and lateness as whole tables say', async () => {
    const rows = await list(planner);

    expect(
      rows.map(({ institution, state, overdue, daysLate }) => ({
        code: institution.code,
        state,
        overdue,
        daysLate,
      })),
    ).toHaveLength(world.length);
    expect(
      new Map(rows.map((row) => [row.institution.code, [row.state, row.overdue, row.daysLate]])),
    ).toEqual(
      new Map(
        world.map(({ code, state, overdue, daysLate }) => [code, [state, overdue, daysLate]]),
      ),
    );
    for (const row of rows) {
      expect(row).toMatchObject({ round: { id: round }, dueOn: '2025-05-31' });
      if (row.state === null) expect(row.update).toBeNull();
      if (row.state === 'APPROVED') expect(row.update).not.toBeNull();
    }
  });

  test.each([
    ['a draft', 'DRAFT', 10, true, null, null],
    ['withdrawn', 'WITHDRAWN', 10, true, null, null],
    ['handed in again after a withdrawal', 'SUBMITTED', 3, false, '2025-06-03', 'IN_REVIEW'],
    ['returned', 'RETURNED', 10, true, '2025-05-20', null],
    ['handed in again after a return', 'SUBMITTED', 0, false, '2025-05-20', 'IN_REVIEW'],
    ['reopened', 'DRAFT', 0, false, '2025-05-20', null],
    ['in the last minute', 'SUBMITTED', 0, false, '2025-05-31', 'IN_REVIEW'],
    ['a minute late', 'SUBMITTED', 1, false, '2025-05-31', 'IN_REVIEW'],
    ['approved late', 'APPROVED', 4, false, '2025-06-04', 'ALREADY_DECIDED'],
    ['nothing', null, 10, true, null, null],
  ])('says of a school with %s how late it is, and why it is locked', async (story, ...wanted) => {
    const [state, daysLate, overdue, submittedOn, lockReason] = wanted;
    const row = (await list(planner)).find(
      ({ institution }) => institution.code === stories[story]!.code,
    );

    expect(row).toMatchObject({ state, daysLate, overdue, lockReason });
    expect(row.submittedAt?.slice(0, 10) ?? null).toBe(submittedOn);
  });

  test('tells who is late, the latest first', async () => {
    const rows = await list(planner, { filter: { overdue: true }, orderBy: 'LATEST' });
    const everybody = await list(planner, { orderBy: 'LATEST', first: 7 });

    expect(codesOf(rows)).toEqual(codesOf(world.filter(({ overdue }) => overdue)));
    expect(rows.every(({ daysLate }) => daysLate === 10)).toBe(true);
    const days = everybody.map(({ daysLate }) => daysLate);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    expect(new Set(days).size).toBeGreaterThan(3);
    expect(codesOf(everybody)).toEqual(codesOf(world));
  });

  test.each<[object, (row: Naive) => boolean]>([
    [
      { states: ['SUBMITTED', 'RETURNED'] },
      ({ state }) => ['SUBMITTED', 'RETURNED'].includes(state!),
    ],
    [{ states: [] }, () => false],
    [{ states: [], notBegun: true }, ({ state }) => state === null],
    [{ notBegun: true }, ({ state }) => state === null],
    [{ notBegun: false }, ({ state }) => state !== null],
    [{ states: ['DRAFT'], notBegun: true }, ({ state }) => state === null || state === 'DRAFT'],
    [{ states: ['DRAFT'], notBegun: false }, ({ state }) => state === 'DRAFT'],
    [{ overdue: false }, ({ overdue }) => !overdue],
    [{ group: 'COLLEGE_AND_VOCATIONAL' }, ({ kind }) => groupOf(kind) === 'COLLEGE_AND_VOCATIONAL'],
    [{ unit: 'nope' }, () => false],
  ])('is limited by %j', async (filter, keep) => {
    expect(codesOf(await list(planner, { filter }))).toEqual(codesOf(world.filter(keep)));
  });

  test('is limited by a unit of the reference date and by a name, marks aside', async () => {
    const inDistrict = await list(planner, { filter: { unit: district } });
    const named = await list(planner, { filter: { search: 'CHU VAN AN' } });

    expect(codesOf(inDistrict)).toEqual(
      codesOf(world.filter(({ path }) => path.includes(rowId(district)))),
    );
    expect(codesOf(named)).toEqual(['DN-THPT-01']);
  });

  test('is empty for the public and for operators, and a school sees itself alone', async () => {
    const { code } = stories['a draft']!;
    const institution = await idOfInstitution(hub, code);

    expect(await list({})).toEqual([]);
    expect(await list(await signIn(hub, { role: 'OPERATOR' }))).toEqual([]);
    expect(await list(await signIn(hub, { role: 'SCHOOL_ADMIN', institution }))).toMatchObject([
      { institution: { code }, state: 'DRAFT' },
    ]);
  });

  test('of a reviewer holds the kinds and the unit of the duty', async () => {
    const kinds = ['COLLEGE' as const, 'VOCATIONAL_CENTRE' as const];
    const reviewer = await signIn(hub, { role: 'REVIEWER', unit: province, kinds });

    const inDuty = world.filter(({ kind }) => kinds.some((each) => each === kind));
    expect(inDuty.length).toBeGreaterThan(0);
    expect(codesOf(await list(reviewer))).toEqual(codesOf(inDuty));
  });
});

describe('the rounds that call a school', () => {
  const OWN = `query ($code: String!, $phase: RoundPhase) { institution(code: $code) {
    participations(first: 10, phase: $phase) {
      totalCount nodes { round { code phase } state lockReason daysLate overdue } } } }`;

  async function own(headers: Headers, variables: object): Promise<any> {
    const { institution } = await hub.data(OWN, variables, headers);
    return institution.participations;
  }

  test('are its own to see, the newest due first, with what locks them', async () => {
    const { code } = stories['a draft']!;
    const institution = await idOfInstitution(hub, code);
    const school = await signIn(hub, { role: 'SCHOOL_ADMIN', institution });
    const other = await signIn(hub, {
      role: 'SCHOOL_ADMIN',
      institution: await idOfInstitution(hub, stories['nothing']!.code),
    });

    const { nodes, totalCount } = await own(school, { code });

    expect(totalCount).toBe(8);
    expect(nodes.map((node: any) => node.round.code)).toEqual([
      // The round of the successor, in which it stands on that reference date.
      '2026-11',
      ...['first day', 'planned', 'shut'],
      ...['2025', '2024', '2023', '2022'],
    ]);
    expect(nodes.slice(1, 5)).toMatchObject([
      { state: null, lockReason: null, daysLate: 0, overdue: false },
      { state: null, lockReason: 'NOT_OPEN_YET', daysLate: 0, overdue: false },
      { state: null, lockReason: 'CLOSED', daysLate: 0, overdue: false },
      { state: 'DRAFT', lockReason: null, daysLate: 10, overdue: true },
    ]);
    for (const { round: closed, state, lockReason } of nodes.slice(5)) {
      expect(closed.phase).toBe('CLOSED');
      const decided: Record<string, string> = {
        APPROVED: 'ALREADY_DECIDED',
        SUBMITTED: 'IN_REVIEW',
      };
      expect(lockReason).toBe(decided[state] ?? 'CLOSED');
    }
    expect(await own(other, { code })).toEqual({ totalCount: 0, nodes: [] });
    expect(await own({}, { code })).toEqual({ totalCount: 0, nodes: [] });
  });

  test.each(['PLANNED', 'OPEN', 'CLOSED'])(
    'in the phase %s are those that say so',
    async (phase) => {
      const { code } = stories['nothing']!;

      const { nodes } = await own(planner, { code });
      const filtered = await own(planner, { code, phase });

      const wanted = nodes.filter((node: any) => node.round.phase === phase);
      expect(wanted.length).toBeGreaterThan(0);
      expect(filtered).toEqual({ totalCount: wanted.length, nodes: wanted });
    },
  );
});

describe('after the province has ended', () => {
  const rounds = () => naively('2025', dateInVietnam(IN_REFORM));

  test('its successor’s planner sees its round, by the units of the reference date', async () => {
    time = IN_REFORM;
    try {
      const heir = await signIn(hub, { role: 'PLANNER', unit: successor });
      const commune = await idOfUnit(hub, '24611', '2026-11-23');
      const reviewer = await signIn(hub, { role: 'REVIEWER', unit: commune });
      const later = await rounds();

      const { total, lines } = await completeness(heir);
      const inCommune = await list(reviewer);
      const kinds = new Set(lines.map((line: any) => line.unit.id));

      expect(total).toEqual(countsOf(later));
      expect(kinds.has(district)).toBe(true);
      expect(await completeness(heir, { unit: successor })).toBeNull();
      // Rights are of today: the new commune's reviewer sees what stands there now.
      const { administrativeUnit } = await hub.data(
        `{ administrativeUnit(code: "24611", on: "2026-11-23") {
          institutions(first: 100) { nodes { code } } } }`,
      );
      const here = new Set(administrativeUnit.institutions.nodes.map(({ code }: any) => code));
      expect(codesOf(inCommune)).toEqual(codesOf(later.filter(({ code }) => here.has(code))));
      expect(inCommune.length).toBeGreaterThan(0);
      for (const row of inCommune.filter(({ overdue }) => overdue)) expect(row.daysLate).toBe(541);
    } finally {
      time = IN_ROUND;
    }
  });
});
