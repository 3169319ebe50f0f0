import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromGlobalId } from '../src/graphql/node.js';
import {
  WorkforceHistoryDocument,
  WorkforceRecordCreateDocument,
  WorkforceRecordRemoveDocument,
  WorkforceRecordUpdateDocument,
  type WorkforceRecordCreateInput,
} from '../clients/typescript/src/generated/graphql.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './support/people.js';
import { now, SCHOOL, TODAY } from './support/reporting.js';

let hub: TestHub;
let province: string;
let former: string;
let communes: { id: string; code: string }[];
let planner: Headers;
let school: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  province = await idOfUnit(hub, '68', TODAY);
  former = await idOfUnit(hub, '67', '2024-12-31');
  const { administrativeUnits } = await hub.data(
    '{ administrativeUnits(first: 28, orderBy: CODE, filter: { kind: COMMUNE }) { nodes { id code } } }',
  );
  communes = administrativeUnits.nodes;
  planner = await signIn(hub, { role: 'PLANNER', unit: province }, 'Chị Lan');
  school = await signIn(hub, {
    role: 'SCHOOL_ADMIN',
    institution: await idOfInstitution(hub, SCHOOL),
  });
});
afterAll(() => hub.close());

let given = 0;
/** Hands out communes of which nothing is recorded, so that tests do not meet. */
const freshCommune = () => communes[given++]!;

type Counts = Record<string, number>;
const counts = (numbers: Counts) =>
  Object.entries(numbers).map(([quantity, value]) => ({ quantity, value }));

let agencies = 0;
/** A record that may be made as it is, of an agency of its own; a test says only what matters. */
function wish(changes: object = {}): WorkforceRecordCreateInput {
  agencies += 1;
  return {
    unit: former,
    kind: 'IT_OFFICERS',
    agency: `Sở ${agencies}`,
    validFrom: '2022-08-31',
    counts: counts({ AGENCIES: 20, AGENCIES_WITH_OFFICER: 20, OFFICERS: 28 }),
    source: 'Báo cáo tháng 8 năm 2022',
    sourceStatus: 'CONFIRMED',
    ...changes,
  } as WorkforceRecordCreateInput;
}

/** The same of the teams of a commune. */
const teams = (unit: string, validFrom: string, members: number, changes: object = {}) =>
  wish({
    unit,
    kind: 'COMMUNITY_TEAMS',
    tier: 'HAMLET',
    agency: null,
    validFrom,
    counts: counts({ TEAM_MEMBERS: members }),
    ...changes,
  });

/** What a mutation answered. */
async function run(document: { toString(): string }, input: object, who = planner): Promise<any> {
  const data = await hub.data<Record<string, any>>(document.toString(), { input }, who);
  return Object.values(data)[0];
}

async function created(input: object, who = planner): Promise<any> {
  const { workforceRecord, userErrors } = await run(WorkforceRecordCreateDocument, input, who);
  expect(userErrors).toEqual([]);
  return workforceRecord;
}

const update = (input: object, who = planner) => run(WorkforceRecordUpdateDocument, input, who);
const remove = (input: object, who = planner) => run(WorkforceRecordRemoveDocument, input, who);

/** What an update takes of a record that was made by `wish`. */
function contentOf({ validFrom, validTo, counts, source, sourceStatus }: any) {
  return { validFrom, validTo, counts, source, sourceStatus };
}

const codesOf = ({ userErrors }: any) =>
  userErrors.map(({ code, field }: any) => `${code} ${field.join('.')}`);

const RECORD = `id kind tier audience agency topic validFrom validTo version removed note canUpdate
  source sourceStatus recordedAt unit { id } counts { quantity value withheld }
  versions { version removed note counts { value } }`;

async function recordOf(id: string, who: Headers = {}): Promise<any> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on WorkforceRecord { ${RECORD} } } }`,
    { id },
    who,
  );
  return node;
}

/** The members that a commune's teams are told to have. */
async function membersOf(unit: string, asked: object = {}, who: Headers = {}): Promise<unknown[]> {
  const { node } = await hub.data(
    `query ($unit: ID!, $asOf: LocalDate, $knownAt: DateTime) {
      node(id: $unit) { ... on AdministrativeUnit { workforce(asOf: $asOf, knownAt: $knownAt) {
        records(first: 100, kind: COMMUNITY_TEAMS) { nodes { counts { value } } } } } } }`,
    { unit, ...asked },
    who,
  );
  return node.workforce.records.nodes.map(({ counts }: any) => counts[0].value);
}

const rowOf = (id: string) => fromGlobalId('WorkforceRecord', id)!;

/** How much the registry holds, and how often published data has changed. */
async function stored(): Promise<string> {
  const [row] = await hub.em.execute(
    `select (select count(*) from workforce_record) || ' records, '
      || (select count(*) from workforce_record_version) || ' versions, '
      || (select count(*) from workforce_count) || ' counts, '
      || (select count(*) from audit_event) || ' events, revision '
      || (select revision from publication) as stored`,
  );
  return (row as { stored: string }).stored;
}

describe('recording a count', () => {
  test('publishes it with its source, and puts it on the trail of its unit', async () => {
    const revision = async () => (await hub.ask('{ frameworks { id } }')).extensions.data.revision;
    const before = await revision();

    const { id } = await created(
      wish({
        tier: 'PROVINCE',
        agency: '  Sở  Thông tin ',
        validTo: '2023-12-31',
        counts: counts({ OFFICERS: 28, OFFICERS_UNIVERSITY: 25, OFFICERS_COLLEGE: 0 }),
        note: ' Theo công văn ',
      }),
    );

    expect(await revision()).toBe(before + 1);
    expect(await recordOf(id)).toEqual({
      id,
      kind: 'IT_OFFICERS',
      tier: 'PROVINCE',
      audience: null,
      agency: 'Sở Thông tin',
      topic: null,
      validFrom: '2022-08-31',
      validTo: '2023-12-31',
      version: 1,
      removed: false,
      source: 'Báo cáo tháng 8 năm 2022',
      sourceStatus: 'CONFIRMED',
      recordedAt: expect.any(String),
      unit: { id: former },
      counts: [
        { quantity: 'OFFICERS', value: 28, withheld: null },
        { quantity: 'OFFICERS_UNIVERSITY', value: 25, withheld: null },
        { quantity: 'OFFICERS_COLLEGE', value: 0, withheld: null },
      ],
      // Not for the public.
      note: null,
      versions: null,
      canUpdate: false,
    });
    expect(await recordOf(id, planner)).toMatchObject({
      note: 'Theo công văn',
      canUpdate: true,
      versions: [{ version: 1, removed: false }],
    });
    const trail = await hub.em.execute(
      `select account_name, action, subject_version, unit_id, before, after from audit_event
       where subject_type = 'WorkforceRecord' and subject_id = ?`,
      [rowOf(id)],
    );
    expect(trail).toMatchObject([
      {
        account_name: 'Chị Lan',
        action: 'workforceRecordCreate',
        subject_version: 1,
        unit_id: fromGlobalId('AdministrativeUnit', former),
        before: null,
        after: { agency: 'Sở Thông tin', counts: { OFFICERS: 28, OFFICERS_COLLEGE: 0 } },
      },
    ]);
  });

  test('that is made up marks every later answer', async () => {
    const other = await startHub({ now });
    try {
      await other.em.execute(
        `insert into administrative_unit (kind, code, name, search_name, path) values ('PROVINCE', '01', 'Tỉnh', 'tinh', '{1}')`,
      );
      const unit = await idOfUnit(other, '01', TODAY);
      const who = await signIn(other, { role: 'PLANNER', unit });
      const illustrative = async () =>
        (await other.ask('{ frameworks { id } }')).extensions.data.illustrative;
      const make = (sourceStatus: string) =>
        other.data(
          WorkforceRecordCreateDocument.toString(),
          { input: wish({ unit, sourceStatus }) },
          who,
        );

      await make('UNCONFIRMED');
      expect(await illustrative()).toBe(false);
      await make('ILLUSTRATIVE');
      expect(await illustrative()).toBe(true);
    } finally {
      await other.close();
    }
  });

  test('twice with one key is done once, and the key takes no other input', async () => {
    const input = wish({ idempotencyKey: 'một lần' });

    const [first, second] = [await created(input), await created(input)];
    const reused = await run(WorkforceRecordCreateDocument, { ...input, agency: 'Sở khác' });

    expect(second.id).toBe(first.id);
    expect(codesOf(reused)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
    expect(await recordOf(first.id, planner)).toMatchObject({ version: 1 });
  });

  test('twenty times at once is done once', async () => {
    const input = wish();

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => run(WorkforceRecordCreateDocument, input)),
    );

    expect(answers.filter(({ workforceRecord }) => workforceRecord)).toHaveLength(1);
    expect(
      answers.filter(({ userErrors: [error] }) => error?.code === 'SPANS_OVERLAP'),
    ).toHaveLength(19);
  });
});

describe('who may', () => {
  const ASKED: [string, () => Promise<Headers>, string | null][] = [
    ['a planner of the unit', async () => planner, null],
    [
      'a planner of the unit alone',
      async () => signIn(hub, { role: 'PLANNER', unit: communes[27]!.id }),
      null,
    ],
    [
      'a planner of another unit',
      async () => signIn(hub, { role: 'PLANNER', unit: communes[26]!.id }),
      'FORBIDDEN',
    ],
    [
      'a planner whose time is over',
      async () => signIn(hub, { role: 'PLANNER', unit: province, validTo: '2026-11-22' }),
      'FORBIDDEN',
    ],
    [
      'a reviewer of the unit',
      async () => signIn(hub, { role: 'REVIEWER', unit: province }),
      'FORBIDDEN',
    ],
    ['a school administrator', async () => school, 'FORBIDDEN'],
    ['an operator', async () => signIn(hub, { role: 'OPERATOR' }), 'FORBIDDEN'],
    ['nobody', async () => ({}), 'UNAUTHENTICATED'],
  ];

  test.each(ASKED)('%s', async (_who, signedIn, code) => {
    const who = await signedIn();
    const commune = communes[27]!.id;
    const record = await created(wish({ unit: commune, validFrom: '2025-08-31' }));
    const { id } = record;
    const content = { ...contentOf(wish()), validFrom: '2025-09-30' };

    for (const [document, input] of [
      [WorkforceRecordCreateDocument, wish({ unit: commune, validFrom: '2025-08-31' })],
      [WorkforceRecordUpdateDocument, { id, version: 1, ...content }],
      [WorkforceRecordRemoveDocument, { id, version: code ? 1 : 2, reason: 'Nhầm' }],
    ] as const) {
      const { data, errors } = await hub.ask(document.toString(), { input }, who);
      if (code) expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
      else expect(Object.values(data)).toMatchObject([{ userErrors: [] }]);
    }
    expect((await recordOf(id, planner)).version).toBe(code ? 1 : 3);
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on AdministrativeUnit { workforce { canCreate } } } }',
      { id: commune },
      who,
    );
    expect(node.workforce.canCreate).toBe(code === null);
  });

  test('a planner records for units that were taken over whole', async () => {
    expect(await created(wish({ unit: former }))).toMatchObject({ version: 1 });
  });
});

describe('bad input is refused with everything that is wrong, in both languages, and nothing is stored', () => {
  const BAD: [string, () => object, string[], string, string][] = [
    [
      'members without a team',
      () =>
        teams(former, '2022-01-01', 5, { counts: counts({ UNITS_WITH_TEAM: 0, TEAM_MEMBERS: 5 }) }),
      ['BASIS_MISSING counts.TEAM_MEMBERS.value'],
      'TEAM_MEMBERS is 5, but UNITS_WITH_TEAM is 0.',
      'TEAM_MEMBERS là 5, nhưng UNITS_WITH_TEAM là 0.',
    ],
    [
      'more teams than units',
      () =>
        teams(former, '2022-01-01', 5, { counts: counts({ TEAM_UNITS: 1, UNITS_WITH_TEAM: 2 }) }),
      ['SHARE_ABOVE_TOTAL counts.UNITS_WITH_TEAM.value'],
      'UNITS_WITH_TEAM is 2, more than TEAM_UNITS (1).',
      'UNITS_WITH_TEAM là 2, nhiều hơn TEAM_UNITS (1).',
    ],
    [
      'qualifications that do not add up',
      () =>
        wish({
          counts: counts({
            OFFICERS: 28,
            OFFICERS_UNIVERSITY: 25,
            OFFICERS_COLLEGE: 2,
            OFFICERS_OTHER: 2,
          }),
        }),
      ['SUM_DIFFERS counts.OFFICERS.value'],
      'OFFICERS_UNIVERSITY + OFFICERS_COLLEGE + OFFICERS_OTHER is 29, but OFFICERS is 28.',
      'OFFICERS_UNIVERSITY + OFFICERS_COLLEGE + OFFICERS_OTHER là 29, nhưng OFFICERS là 28.',
    ],
    [
      'a unit that there is not',
      () => wish({ unit: 'nope' }),
      ['NOT_FOUND unit'],
      'There is nothing with the id given as unit.',
      'Không có gì mang mã đã cho ở unit.',
    ],
    [
      'a day on which there was no such unit',
      () => wish({ validFrom: '2025-07-01' }),
      ['OUTSIDE_UNIT_SPAN validFrom'],
      'On 2025-07-01 there was no unit “Tỉnh Đắk Nông” (from … to 2025-06-30). Choose the one that there was.',
      'Ngày 2025-07-01 không có đơn vị “Tỉnh Đắk Nông” (từ … đến 2025-06-30). Hãy chọn đơn vị có vào ngày đó.',
    ],
    [
      'all at once',
      () =>
        wish({
          kind: 'TRAINING_CLASSES',
          tier: 'COMMUNE',
          agency: null,
          validFrom: '2022-12-31',
          validTo: '1822-01-01',
          counts: counts({ CLASSES: 0, PARTICIPANTS: 1500, OFFICERS: 1 }),
          source: ' ',
        }),
      [
        'SCOPE_UNEXPECTED tier',
        'SCOPE_MISSING audience',
        'DATE_OUT_OF_RANGE validTo',
        'DATES_OUT_OF_ORDER validTo',
        'QUANTITY_OF_OTHER_KIND counts.OFFICERS.value',
        'BASIS_MISSING counts.PARTICIPANTS.value',
        'TEXT_MISSING source',
      ],
      'TRAINING_CLASSES has no tier; leave it out.',
      'TRAINING_CLASSES không có tier; hãy bỏ trống.',
    ],
  ];

  test.each(BAD)('%s', async (_name, input, codes, english, vietnamese) => {
    const wanted = input();
    const before = await stored();

    const refused = await run(WorkforceRecordCreateDocument, wanted);
    const translated = await run(WorkforceRecordCreateDocument, wanted, {
      ...planner,
      'accept-language': 'vi',
    });

    expect(refused.workforceRecord).toBeNull();
    expect(codesOf(refused)).toEqual(codes);
    expect(refused.userErrors[0].message).toBe(english);
    expect(translated.userErrors[0].message).toBe(vietnamese);
    expect(await stored()).toBe(before);
  });

  test('days that overlap those of another record of the same subject', async () => {
    const march = await created(wish({ validFrom: '2022-03-01', validTo: '2022-03-31' }));
    const { agency } = await recordOf(march.id);
    const april = await created(wish({ agency, validFrom: '2022-04-01' }));
    const before = await stored();

    const within = await run(
      WorkforceRecordCreateDocument,
      wish({ agency, validFrom: '2022-03-31' }),
    );
    const moved = await update({
      id: april.id,
      version: 1,
      ...contentOf(wish()),
      validFrom: '2022-03-01',
    });
    const alone = await run(
      WorkforceRecordCreateDocument,
      wish({ agency, tier: 'PROVINCE', validFrom: '2022-03-15', counts: [] }),
    );

    expect(codesOf(within)).toEqual(['SPANS_OVERLAP validFrom']);
    expect(within.userErrors[0].message).toBe(
      'There is a record of the same subject from 2022-03-01 to 2022-03-31. Change that one, or choose other days.',
    );
    expect(codesOf(moved)).toEqual(['SPANS_OVERLAP validFrom']);
    // Another tier is another subject.
    expect(codesOf(alone)).toEqual(['NOTHING_COUNTED counts']);
    expect(await stored()).toBe(before);
  });
});

describe('changing a record', () => {
  test('makes a new version, and leaves what was known as it was', async () => {
    const commune = freshCommune();
    const first = await created(teams(commune.id, '2025-08-31', 40));
    const { recordedAt } = await recordOf(first.id);

    const changed = await update({
      id: first.id,
      version: 1,
      ...contentOf(teams(commune.id, '2025-09-30', 41)),
      note: 'Đếm lại',
    });

    expect(changed).toMatchObject({ workforceRecord: { version: 2 }, userErrors: [] });
    expect(await membersOf(commune.id)).toEqual([41]);
    expect(await membersOf(commune.id, { asOf: '2025-09-01' })).toEqual([]);
    expect(await membersOf(commune.id, { knownAt: recordedAt })).toEqual([40]);
    expect(await membersOf(commune.id, { asOf: '2025-09-01', knownAt: recordedAt })).toEqual([40]);
    expect(await membersOf(commune.id, { knownAt: '2026-01-01T00:00:00Z' })).toEqual([]);
    expect(await membersOf(commune.id, { knownAt: '2199-01-01T00:00:00Z' })).toEqual([41]);
    const { versions } = await recordOf(first.id, planner);
    expect(versions).toEqual([
      { version: 1, removed: false, note: null, counts: [{ value: 40 }] },
      { version: 2, removed: false, note: 'Đếm lại', counts: [{ value: 41 }] },
    ]);
  });

  test('of an older version is a conflict that names who changed it', async () => {
    const wanted = wish();
    const { id } = await created(wanted);
    const binh = await signIn(hub, { role: 'PLANNER', unit: province }, 'Anh Bình');
    await update({ id, version: 1, ...contentOf(wanted), source: 'Báo cáo 2' }, binh);
    const before = await stored();

    const late = await update({ id, version: 1, ...contentOf(wanted), source: 'Báo cáo 3' });
    const gone = await remove({ id, version: 1, reason: 'Nhầm' });

    expect([codesOf(late), codesOf(gone)]).toEqual([['CONFLICT version'], ['CONFLICT version']]);
    expect(late.userErrors[0].message).toContain('Anh Bình (workforceRecordUpdate, ');
    expect(await stored()).toBe(before);
  });

  test('into what it says already makes no version', async () => {
    const wanted = wish();
    const { id } = await created(wanted);
    const before = await stored();
    const reversed = { ...contentOf(wanted), counts: [...wanted.counts].reverse() };

    const same = await update({ id, version: 1, ...reversed });

    expect(same).toMatchObject({ workforceRecord: { id, version: 1 }, userErrors: [] });
    expect(await stored()).toBe(before);
  });

  test('is refused with everything that is wrong', async () => {
    const { id } = await created(wish());
    const content = { ...contentOf(wish()), counts: counts({ CLASSES: 1 }), source: '' };

    expect(codesOf(await update({ id, version: 1, ...content }))).toEqual([
      'QUANTITY_OF_OTHER_KIND counts.CLASSES.value',
      'TEXT_MISSING source',
    ]);
    expect(codesOf(await update({ id: 'nope', version: 1, ...content }))).toEqual(['NOT_FOUND id']);
    expect(codesOf(await update({ id: province, version: 1, ...content }))).toEqual([
      'NOT_FOUND id',
    ]);
  });
});

describe('a date', () => {
  test('is told of by the newest record of each subject up to it, until its last day', async () => {
    const { id } = freshCommune();
    await created(teams(id, '2025-08-01', 10));
    await created(teams(id, '2025-09-01', 20, { validTo: '2025-09-30' }));
    await created(teams(id, '2025-11-01', 30));
    await created(teams(id, '2025-08-15', 7, { tier: 'COMMUNE' }));

    const told = async (asOf: string) => (await membersOf(id, { asOf })).join(' ');
    expect(await told('2025-07-31')).toBe('');
    expect(await told('2025-08-01')).toBe('10');
    expect(await told('2025-08-31')).toBe('7 10');
    expect(await told('2025-09-01')).toBe('7 20');
    expect(await told('2025-09-30')).toBe('7 20');
    // Counted once, and not since: the earlier count is not good again.
    expect(await told('2025-10-01')).toBe('7');
    expect(await told('2025-11-01')).toBe('7 30');
    expect(await told('2026-11-23')).toBe('7 30');
  });

  test('left out means today, or the last day of a unit that has ended', async () => {
    const { administrativeUnit } = await hub.data(
      '{ administrativeUnit(code: "67", on: "2024-12-31") { workforce { asOf } } }',
    );

    expect(administrativeUnit.workforce.asOf).toBe('2025-06-30');
  });

  test.each([
    [
      '67',
      '2025-07-01',
      'Tỉnh Đắk Nông (PROVINCE 67) ended on 2025-06-30, before 2025-07-01. Its successor: Tỉnh Lâm Đồng (PROVINCE 68); ask that unit instead.',
    ],
    ['68', '2025-06-30', expect.not.stringContaining('basis')],
  ])('outside the life of unit %s is refused: %s', async (code, asOf, message) => {
    const { errors } = await hub.ask(
      `query ($code: String!, $on: LocalDate, $asOf: LocalDate) {
        administrativeUnit(code: $code, on: $on) { workforce(asOf: $asOf) { asOf } } }`,
      { code, on: code === '67' ? '2024-12-31' : TODAY, asOf },
    );

    expect(errors).toMatchObject([{ message, extensions: { code: 'OUTSIDE_UNIT_SPAN' } }]);
  });

  test('is listed by kind, tier and audience, in pages that follow each other', async () => {
    const { id } = freshCommune();
    const audiences = ['LEADERS', 'OFFICIALS', 'TEACHERS', 'STUDENTS', 'PEOPLE'];
    for (const audience of audiences)
      await created(
        wish({
          unit: id,
          kind: 'TRAINED_PEOPLE',
          audience,
          agency: null,
          validFrom: '2025-08-01',
          counts: counts({ TRAINED: 10 }),
        }),
      );
    await created(teams(id, '2025-08-01', 10));
    const list = async (parameters: string, after: string | null = null) => {
      const { node } = await hub.data(
        `query ($id: ID!, $after: String) { node(id: $id) { ... on AdministrativeUnit { workforce {
          records(${parameters}, after: $after) {
            totalCount nodes { kind audience } pageInfo { endCursor hasNextPage } } } } } }`,
        { id, after },
      );
      return node.workforce.records;
    };

    const first = await list('kind: TRAINED_PEOPLE, first: 3');
    const second = await list('kind: TRAINED_PEOPLE, first: 3', first.pageInfo.endCursor);
    const students = await list('audience: STUDENTS, first: 3');
    const hamlets = await list('tier: HAMLET, first: 3');

    const seen = [...first.nodes, ...second.nodes].map(({ audience }: any) => audience);
    expect(seen).toEqual([...audiences].sort());
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(students.nodes).toEqual([{ kind: 'TRAINED_PEOPLE', audience: 'STUDENTS' }]);
    expect(hamlets.nodes).toEqual([{ kind: 'COMMUNITY_TEAMS', audience: null }]);
  });
});

describe('removing a record', () => {
  test('takes it out of every figure, and leaves it in history with the reason', async () => {
    const commune = freshCommune();
    const { id } = await created(teams(commune.id, '2025-08-31', 40));
    const { recordedAt } = await recordOf(id);

    const removed = await remove({ id, version: 1, reason: ' Của xã khác ' });

    expect(removed).toMatchObject({
      workforceRecord: { id, version: 2, removed: true, counts: [], note: 'Của xã khác' },
      userErrors: [],
    });
    expect(await membersOf(commune.id)).toEqual([]);
    expect(await membersOf(commune.id, { knownAt: recordedAt })).toEqual([40]);
    expect(await recordOf(id, planner)).toMatchObject({
      canUpdate: false,
      versions: [
        { version: 1, removed: false, counts: [{ value: 40 }] },
        { version: 2, removed: true, note: 'Của xã khác', counts: [] },
      ],
    });
    const history = async (who: Headers) => {
      const { administrativeUnit } = await hub.data(
        WorkforceHistoryDocument.toString(),
        { code: commune.code },
        who,
      );
      return administrativeUnit.workforce.allRecords;
    };
    expect((await history(planner)).nodes).toMatchObject([{ id, removed: true }]);
    expect(await history({})).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await history(school)).toMatchObject({ totalCount: 0, nodes: [] });
    // Its days are free again.
    expect(await created(teams(commune.id, '2025-08-31', 12))).toMatchObject({ version: 1 });
  });

  test('needs a reason, is done once, and hides it from whoever does not plan', async () => {
    const { id } = await created(wish());

    expect(codesOf(await remove({ id, version: 1, reason: ' ' }))).toEqual([
      'REASON_MISSING reason',
    ]);
    await remove({ id, version: 1, reason: 'Nhầm' });

    expect(codesOf(await remove({ id, version: 2, reason: 'Nhầm' }))).toEqual([
      'ALREADY_REMOVED id',
    ]);
    const content = contentOf(wish());
    expect(codesOf(await update({ id, version: 2, ...content }))).toEqual(['ALREADY_REMOVED id']);
    expect(await recordOf(id)).toBeNull();
    expect(await recordOf(id, school)).toBeNull();
    expect(codesOf(await remove({ id, version: 2, reason: 'Nhầm' }, school))).toEqual([
      'NOT_FOUND id',
    ]);
  });
});

test('counts of one to four people, and what would tell them, are for planners of the unit only', async () => {
  const { id } = await created(
    wish({
      counts: counts({ AGENCIES: 3, OFFICERS: 5, OFFICERS_FULL_TIME: 0, OFFICERS_OTHER: 4 }),
    }),
  );
  const elsewhere = await signIn(hub, { role: 'PLANNER', unit: communes[0]!.id });

  const shown = async (who: Headers) =>
    (await recordOf(id, who)).counts.map(({ value, withheld }: any) => withheld ?? value);
  expect(await shown(planner)).toEqual([3, 5, 0, 4]);
  for (const who of [{}, school, elsewhere])
    expect(await shown(who)).toEqual([3, 5, 0, 'SMALL_COUNT']);
});

describe('the database refuses', () => {
  let record: number;
  beforeAll(async () => {
    record = rowOf((await created(wish())).id);
  });

  const count = 'version_id in (select id from workforce_record_version where record_id = ?)';
  test.each([
    ['another subject', "update workforce_record set agency = 'x' where id = ?"],
    [
      'another date',
      "update workforce_record_version set valid_from = '2020-01-01' where record_id = ?",
    ],
    [
      'another date while it is superseded',
      "update workforce_record_version set superseded_at = now(), source = 'x' where record_id = ?",
    ],
    ['another value', `update workforce_count set value = 1 where ${count}`],
    ['a deletion of a value', `delete from workforce_count where ${count}`],
    ['a deletion of a version', 'delete from workforce_record_version where record_id = ?'],
    ['a deletion of a record', 'delete from workforce_record where id = ?'],
  ])('%s', async (_name, statement) => {
    await expect(hub.em.fork().execute(statement, [record])).rejects.toThrow(/is final/);
  });

  test('to supersede a version twice, and two versions that count', async () => {
    const wanted = wish();
    const { id } = await created(wanted);
    await update({ id, version: 1, ...contentOf(wanted), source: 'Khác' });

    await expect(
      hub.em
        .fork()
        .execute(
          'update workforce_record_version set superseded_at = null where record_id = ? and number = 1',
          [rowOf(id)],
        ),
    ).rejects.toThrow(/is final/);
    await expect(
      hub.em.fork().execute(
        `insert into workforce_record_version (record_id, number, valid_from, source, source_status, recorded_at)
         values (?, 3, '2022-01-01', 'x', 'CONFIRMED', now())`,
        [rowOf(id)],
      ),
    ).rejects.toThrow(/workforce_record_version_current/);
  });
});

describe('the number of SQL statements', () => {
  test.each([
    [
      'records(first: 50, kind: MANDATES) { totalCount nodes { unit { name } counts { value } } }',
      7,
    ],
    [
      'records: allRecords(first: 50, removed: true) { totalCount nodes { counts { value } versions { counts { value } } } }',
      8,
    ],
  ])('does not grow with the units and records that are read: %s', async (records, bound) => {
    for (const { id } of communes)
      await created(
        wish({
          unit: id,
          kind: 'MANDATES',
          validFrom: '2025-08-01',
          counts: counts({ HAS_UNIT: 1 }),
        }),
      );
    const count = (first: number) =>
      hub.countStatements(async () => {
        const { administrativeUnits } = await hub.data(
          `query ($first: Int!) { administrativeUnits(first: $first, orderBy: CODE, filter: { kind: COMMUNE }) {
            nodes { workforce { ${records} } } } }`,
          { first },
          planner,
        );
        const nodes: any[] = administrativeUnits.nodes;
        expect(nodes).toHaveLength(first);
        for (const { workforce } of nodes) expect(workforce.records.totalCount).toBeGreaterThan(0);
      });

    const counted = [await count(1), await count(10), await count(28)];

    expect(counted).toEqual([counted[0], counted[0], counted[0]]);
    expect(counted[0]).toBeLessThanOrEqual(bound);
  });

  test('of nodes is constant', async () => {
    const ids: string[] = [];
    for (let made = 0; made < 10; made += 1) ids.push((await created(wish())).id);
    const count = (size: number) =>
      hub.countStatements(() =>
        hub.data(
          'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on WorkforceRecord { counts { value } } } }',
          { ids: ids.slice(0, size) },
        ),
      );

    expect([await count(1), await count(10)]).toEqual([5, 5]);
  });

  test('of a change is at most sixteen, from the token to the answer', async () => {
    const wanted = wish({ idempotencyKey: 'đếm câu lệnh' });
    let id = '';

    const creating = await hub.countStatements(async () => ({ id } = await created(wanted)));
    const content = { ...contentOf(wanted), source: 'Khác' };
    const changing = await hub.countStatements(() => update({ id, version: 1, ...content }));
    const removing = await hub.countStatements(() => remove({ id, version: 2, reason: 'Nhầm' }));

    expect((await recordOf(id, planner)).version).toBe(3);
    expect(Math.max(creating, changing, removing)).toBeLessThanOrEqual(16);
  });
});
