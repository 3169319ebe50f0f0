import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './support/people.js';

let hub: TestHub;
let time = new Date('2026-11-23T02:00:00Z');
let province: string;
let formerProvince: string;
let commune: string;
let framework: string;
let planner: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => time });
  province = await idOfUnit(hub, '68', '2026-11-23');
  formerProvince = await idOfUnit(hub, '67', '2024-12-31');
  commune = await idOfUnit(hub, '24611', '2026-11-23');
  framework = (await hub.data('{ frameworks { id } }')).frameworks[0].id;
  planner = await signIn(hub, { role: 'PLANNER', unit: province }, 'Lan');
});
afterAll(() => hub.close());

test('rounds and plans are found by a part of the name or code, without diacritics', async () => {
  const found = async (field: string, search: string) => {
    const data = await hub.data(
      `query ($search: String) { ${field}(search: $search, first: 50) { nodes { id } totalCount } }`,
      { search },
    );
    return data[field].totalCount as number;
  };
  expect(await found('reportingRounds', 'BỔ SUNG tháng 11')).toBe(1);
  expect(await found('reportingRounds', 'bo sung thang 11')).toBe(1);
  expect(await found('reportingRounds', 'không có đợt này')).toBe(0);
  // What has no letter finds nothing, and no pattern is read from what is typed.
  for (const nothing of ['%', '.*', '[', '']) expect(await found('plans', nothing)).toBe(0);
  expect(await found('plans', 'ke hoach')).toBeGreaterThan(0);
});

const ROUND = `reportingRound {
  id code nameEn: name opensOn dueOn referenceDate closesOn closedAt phase version sourceStatus
  canOpen canExtend canClose unit { id } framework { id }
}`;
const ERRORS = 'userErrors { code field message }';
const CREATE = `mutation ($input: ReportingRoundCreateInput!) {
  result: reportingRoundCreate(input: $input) { ${ROUND} ${ERRORS} } }`;
const act = (action: string) => `mutation ($input: ReportingRound${action}Input!) {
  result: reportingRound${action}(input: $input) { ${ROUND} ${ERRORS} } }`;
const [OPEN, EXTEND, CLOSE] = ['Open', 'Extend', 'Close'].map(act) as [string, string, string];

let codes = 0;
/** A round that may be called as it is; a test says only what matters. */
function wish(changes: object = {}) {
  codes += 1;
  return {
    unit: province,
    framework,
    code: `R${codes}`,
    nameVi: 'Đợt thử',
    nameEn: 'A trial round',
    opensOn: '2026-12-01',
    dueOn: '2026-12-20',
    referenceDate: '2026-11-30',
    closesOn: '2027-01-10',
    ...changes,
  };
}

async function run(document: string, input: object, headers: Headers = planner): Promise<any> {
  const { result } = await hub.data(document, { input }, headers);
  return result;
}

async function called(changes: object = {}): Promise<any> {
  const { reportingRound, userErrors } = await run(CREATE, wish(changes));
  expect(userErrors).toEqual([]);
  return reportingRound;
}

/** What the trail says of a round, oldest first. */
async function trailOf(id: string): Promise<any[]> {
  const row = Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
  return hub.em.execute(
    `select account_name, action, subject_version, institution_id, unit_id is not null as placed,
      before, after from audit_event
      where subject_type = 'ReportingRound' and subject_id = ? order by id`,
    [row],
  );
}

async function revision(): Promise<number> {
  return (await hub.ask('{ frameworks { id } }')).extensions.data.revision;
}

describe('calling a round', () => {
  test('publishes it, and says what the planner may do with it', async () => {
    const before = await revision();

    const { reportingRound, userErrors } = await run(
      CREATE,
      wish({ code: ' 2026-thử ', sourceStatus: 'CONFIRMED' }),
    );
    const { node } = await hub.data(
      `query ($id: ID!) { node(id: $id) { ... on ReportingRound { code canOpen canExtend canClose } } }`,
      { id: reportingRound.id },
    );

    expect(userErrors).toEqual([]);
    expect(reportingRound).toMatchObject({
      code: '2026-thử',
      nameEn: 'A trial round',
      opensOn: '2026-12-01',
      dueOn: '2026-12-20',
      referenceDate: '2026-11-30',
      closesOn: '2027-01-10',
      closedAt: null,
      phase: 'PLANNED',
      version: 1,
      sourceStatus: 'CONFIRMED',
      canOpen: true,
      canExtend: true,
      canClose: true,
      unit: { id: province },
      framework: { id: framework },
    });
    expect(node).toEqual({ code: '2026-thử', canOpen: false, canExtend: false, canClose: false });
    expect(await revision()).toBe(before + 1);
    expect(await trailOf(reportingRound.id)).toMatchObject([
      {
        account_name: 'Lan',
        action: 'reportingRoundCreate',
        subject_version: 1,
        institution_id: null,
        placed: true,
        before: null,
        after: { code: '2026-thử', dueOn: '2026-12-20', sourceStatus: 'CONFIRMED' },
      },
    ]);
  });

  test('is as sure as its framework when nothing is said', async () => {
    expect((await called()).sourceStatus).toBe('ILLUSTRATIVE');
  });

  test('of a province that has ended is its successor’s to do, for dates on which it was', async () => {
    const past = { unit: formerProvince, referenceDate: '2025-06-30' };

    const round = await called(past);
    const late = await run(CREATE, wish({ unit: formerProvince }));

    expect(round.unit.id).toBe(formerProvince);
    expect(late).toEqual({
      reportingRound: null,
      userErrors: [
        {
          code: 'OUTSIDE_UNIT_SPAN',
          field: ['referenceDate'],
          message:
            'Tỉnh Đắk Nông did not exist on 2026-11-30 (only … – 2025-06-30). Choose another date, or its predecessor or successor.',
        },
      ],
    });
  });

  test.each([
    ['an unknown unit', { unit: 'nope' }, 'NOT_FOUND unit'],
    ['the id of something else as unit', () => ({ unit: framework }), 'NOT_FOUND unit'],
    ['an unknown framework', { framework: 'nope' }, 'NOT_FOUND framework'],
    ['an empty code', { code: '  ' }, 'TEXT_MISSING code'],
    ['a long code', { code: 'x'.repeat(51) }, 'TEXT_TOO_LONG code'],
    ['an empty name', { nameVi: '' }, 'TEXT_MISSING nameVi'],
    ['a long name', { nameEn: 'x'.repeat(201) }, 'TEXT_TOO_LONG nameEn'],
    ['a due date before it opens', { dueOn: '2026-11-30' }, 'DATES_OUT_OF_ORDER dueOn'],
    ['a last day before it is due', { closesOn: '2026-12-19' }, 'DATES_OUT_OF_ORDER closesOn'],
    [
      'a reference date after it closes',
      { referenceDate: '2027-01-11' },
      'DATES_OUT_OF_ORDER referenceDate',
    ],
    ['a mistyped year', { opensOn: '0206-12-01' }, 'DATE_OUT_OF_RANGE opensOn'],
    ['a year too far', { closesOn: '2201-01-01' }, 'DATE_OUT_OF_RANGE closesOn'],
    [
      'a date before the framework and the unit',
      { referenceDate: '2019-12-31' },
      'OUTSIDE_UNIT_SPAN referenceDate',
      'FRAMEWORK_NOT_IN_FORCE framework',
    ],
  ])('with %s is refused', async (_, changes, ...problems) => {
    const before = await revision();

    const { reportingRound, userErrors } = await run(
      CREATE,
      wish(typeof changes === 'function' ? changes() : changes),
    );

    expect(reportingRound).toBeNull();
    expect(userErrors.map(({ code, field }: any) => `${code} ${field.join('.')}`)).toEqual(
      problems,
    );
    expect(await revision()).toBe(before);
  });

  test('with a code that the unit has used is refused, and another unit may use it', async () => {
    const { code } = await called();

    const again = await run(CREATE, wish({ code: ` ${code} ` }));
    const elsewhere = await called({ code, unit: commune });

    expect(again.userErrors).toEqual([
      {
        code: 'CODE_TAKEN',
        field: ['code'],
        message: `The unit has a round with the code ${code} already. Choose another one.`,
      },
    ]);
    expect(elsewhere.code).toBe(code);
  });

  test('tells everything that is wrong at once, in Vietnamese too', async () => {
    const input = wish({ code: '', nameVi: '', opensOn: '1899-12-31', dueOn: '1899-01-01' });
    const { result } = await hub.data(CREATE, { input }, { ...planner, 'accept-language': 'vi' });

    expect(result.userErrors).toEqual([
      { code: 'TEXT_MISSING', field: ['code'], message: 'Mã còn trống.' },
      { code: 'TEXT_MISSING', field: ['nameVi'], message: 'Tên tiếng Việt còn trống.' },
      {
        code: 'DATE_OUT_OF_RANGE',
        field: ['opensOn'],
        message: 'Ngày mở là 1899-12-31; chỉ nhận từ 1900-01-01 đến 2200-12-31.',
      },
      {
        code: 'DATE_OUT_OF_RANGE',
        field: ['dueOn'],
        message: 'Hạn nộp là 1899-01-01; chỉ nhận từ 1900-01-01 đến 2200-12-31.',
      },
      {
        code: 'DATES_OUT_OF_ORDER',
        field: ['dueOn'],
        message: 'Ngày mở (1899-12-31) sau hạn nộp (1899-01-01). Hãy sửa một trong hai ngày.',
      },
    ]);
  });

  test('with one key by many requests at once calls one round, and answers all alike', async () => {
    const input = { ...wish(), idempotencyKey: 'once' };

    const answers = await Promise.all(Array.from({ length: 20 }, () => run(CREATE, input)));
    const other = await run(CREATE, { ...input, code: 'another' });

    expect(new Set(answers.map(({ reportingRound }) => reportingRound.id)).size).toBe(1);
    expect(await trailOf(answers[0].reportingRound.id)).toHaveLength(1);
    expect(other).toMatchObject({
      reportingRound: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }],
    });
  });
});

test('of two versions of a framework only the later one that covers the date is in force', async () => {
  const later = await nextFramework();
  const before = { referenceDate: '2199-12-31', opensOn: '2200-01-01', dueOn: '2200-02-01' };
  const on = { ...before, closesOn: '2200-03-01', referenceDate: '2200-01-01' };

  const tooEarly = await run(CREATE, wish({ ...on, ...before, framework: later }));
  const overtaken = await run(CREATE, wish(on));
  const inForce = await run(CREATE, wish({ ...on, framework: later }));

  expect(tooEarly.userErrors).toMatchObject([{ code: 'FRAMEWORK_NOT_IN_FORCE' }]);
  expect(overtaken.userErrors).toMatchObject([{ code: 'FRAMEWORK_NOT_IN_FORCE' }]);
  expect(inForce.userErrors).toEqual([]);
});

/** A second version of the demo’s framework, from 2200 on. */
async function nextFramework(): Promise<string> {
  const [added] = await hub.em.execute<{ id: number }[]>(
    `insert into framework (code, version, name_vi, name_en, valid_from, source, source_status,
       definition, kinds, decides)
     select code, version + 1, name_vi, name_en, '2200-01-01', source, source_status, definition,
       kinds, decides from framework where version = 1 returning id`,
  );
  return Buffer.from(`Framework:${added!.id}`).toString('base64url');
}

describe('a round', () => {
  test('that is planned opens today, and only once', async () => {
    const { id } = await called();

    const opened = await run(OPEN, { id, version: 1 });
    const again = await run(OPEN, { id, version: 2 });

    expect(opened).toMatchObject({
      reportingRound: {
        opensOn: '2026-11-23',
        phase: 'OPEN',
        version: 2,
        canOpen: false,
        canExtend: true,
        canClose: true,
      },
      userErrors: [],
    });
    expect(again).toEqual({
      reportingRound: null,
      userErrors: [{ code: 'ALREADY_OPEN', field: ['id'], message: 'The round is open already.' }],
    });
    expect(await trailOf(id)).toMatchObject([
      {},
      {
        action: 'reportingRoundOpen',
        subject_version: 2,
        before: { opensOn: '2026-12-01' },
        after: { opensOn: '2026-11-23' },
      },
    ]);
  });

  test('closes at once, only once, and opens again when it is extended', async () => {
    const { id } = await called({ opensOn: '2026-11-01' });

    const closed = await run(CLOSE, { id, version: 1 });
    const again = await run(CLOSE, { id, version: 2 });
    const opened = await run(OPEN, { id, version: 2 });
    const extended = await run(EXTEND, { id, version: 2, closesOn: '2026-12-25' });

    expect(closed.reportingRound).toMatchObject({
      phase: 'CLOSED',
      closedAt: expect.stringMatching(/Z$/),
      closesOn: '2027-01-10',
      canOpen: false,
      canExtend: true,
      canClose: false,
    });
    expect(again.userErrors).toMatchObject([{ code: 'ALREADY_CLOSED', field: ['id'] }]);
    expect(opened.userErrors).toMatchObject([{ code: 'CLOSED', field: ['id'] }]);
    expect(extended.reportingRound).toMatchObject({
      phase: 'OPEN',
      closedAt: null,
      closesOn: '2026-12-25',
      dueOn: '2026-12-20',
      version: 3,
    });
    expect(await trailOf(id)).toMatchObject([
      {},
      { action: 'reportingRoundClose', before: { closedAt: null } },
      {
        action: 'reportingRoundExtend',
        before: { closesOn: '2027-01-10', closedAt: expect.any(String) },
        after: { closesOn: '2026-12-25', closedAt: null },
      },
    ]);
  });

  test('whose last day has passed opens again when it gets a later one', async () => {
    const { id, phase } = await called({
      opensOn: '2026-10-01',
      dueOn: '2026-10-20',
      referenceDate: '2026-09-30',
      closesOn: '2026-11-22',
    });

    const { reportingRound } = await run(EXTEND, {
      id,
      version: 1,
      dueOn: '2026-11-23',
      closesOn: '2026-11-23',
    });

    expect(phase).toBe('CLOSED');
    expect(reportingRound).toMatchObject({ phase: 'OPEN', dueOn: '2026-11-23' });
  });

  test.each([
    ['nothing', {}, 'EXTENSION_MISSING null'],
    ['the same due date', { dueOn: '2026-11-20' }, 'NOT_LATER dueOn'],
    ['an earlier last day', { closesOn: '2026-12-09' }, 'NOT_LATER closesOn'],
    ['a due date after it closes', { dueOn: '2026-12-11' }, 'DATES_OUT_OF_ORDER dueOn'],
    [
      'a last day before it is due',
      { dueOn: '2026-12-20', closesOn: '2026-12-19' },
      'DATES_OUT_OF_ORDER closesOn',
    ],
    ['a year too far', { closesOn: '2201-01-01' }, 'DATE_OUT_OF_RANGE closesOn'],
  ])('is not extended by %s', async (_, dates, problem) => {
    const { id } = await called({
      opensOn: '2026-11-01',
      dueOn: '2026-11-20',
      closesOn: '2026-12-10',
    });

    const { reportingRound, userErrors } = await run(EXTEND, { id, version: 1, ...dates });

    expect(reportingRound).toBeNull();
    expect(
      userErrors.map(
        ({ code, field }: any) => `${code} ${field === null ? null : field.join('.')}`,
      ),
    ).toEqual([problem]);
    expect(await trailOf(id)).toHaveLength(1);
  });

  test.each([
    ['by its date', { closesOn: '2026-11-22' }, { dueOn: '2026-11-21' }],
    ['by its date', { closesOn: '2026-11-20' }, { closesOn: '2026-11-22' }],
    ['by a planner', { closesOn: '2026-12-10' }, { closesOn: '2026-11-22' }],
  ])('that was closed %s is not extended to a day that has passed', async (how, dates, later) => {
    const { id } = await called({
      opensOn: '2026-10-01',
      dueOn: '2026-11-20',
      referenceDate: '2026-11-01',
      ...dates,
    });
    let version = 1;
    if (how === 'by a planner') ({ version } = (await run(CLOSE, { id, version })).reportingRound);

    const { userErrors } = await run(EXTEND, { id, version, ...later });

    expect(userErrors).toEqual([
      {
        code: 'STILL_CLOSED',
        field: ['closesOn'],
        message:
          'With 2026-11-22 as its last day the round stays closed. Give a closing day from 2026-11-23 on.',
      },
    ]);
  });

  test('is changed by the version that was seen; a later one names who changed it', async () => {
    const { id } = await called();
    const other = await signIn(hub, { role: 'PLANNER', unit: province }, 'Minh');
    await run(OPEN, { id, version: 1 }, other);

    const { reportingRound, userErrors } = await run(CLOSE, { id, version: 1 });

    expect(reportingRound).toBeNull();
    expect(userErrors).toEqual([
      {
        code: 'CONFLICT',
        field: ['version'],
        message: expect.stringMatching(
          /^The version is 2 now, not 1\. Changed by: Minh \(reportingRoundOpen, .*Z\)\. Read it again/,
        ),
      },
    ]);
  });

  test('is closed once by many who try at once', async () => {
    const { id } = await called();

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => run(CLOSE, { id, version: 1 })),
    );

    const codesOf = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE');
    expect(codesOf.sort()).toEqual([...Array<string>(9).fill('CONFLICT'), 'DONE']);
    expect(await trailOf(id)).toHaveLength(2);
  });

  test('is read anew after each change of one request', async () => {
    const { id } = await called();

    const { opened, closed } = await hub.data(
      `mutation ($id: ID!) {
        opened: reportingRoundOpen(input: { id: $id, version: 1 }) { reportingRound { version phase } }
        closed: reportingRoundClose(input: { id: $id, version: 2 }) { reportingRound { version phase } }
      }`,
      { id },
      planner,
    );

    expect(opened.reportingRound).toEqual({ version: 2, phase: 'OPEN' });
    expect(closed.reportingRound).toEqual({ version: 3, phase: 'CLOSED' });
  });

  test('that does not exist is not found', async () => {
    for (const id of ['nope', Buffer.from('ReportingRound:999999').toString('base64url'), province])
      expect((await run(CLOSE, { id, version: 1 })).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['id'] },
      ]);
  });

  test('goes from planned to open to closed by its dates alone', async () => {
    const { id } = await called();
    const phaseOn = async (moment: string) => {
      time = new Date(moment);
      const { node } = await hub.data(
        'query ($id: ID!) { node(id: $id) { ... on ReportingRound { phase } } }',
        { id },
      );
      time = new Date('2026-11-23T02:00:00Z');
      return node.phase;
    };

    // Days begin in Vietnam at 17:00 of the day before in UTC.
    expect(await phaseOn('2026-11-30T16:59:59Z')).toBe('PLANNED');
    expect(await phaseOn('2026-11-30T17:00:00Z')).toBe('OPEN');
    expect(await phaseOn('2027-01-10T16:59:59Z')).toBe('OPEN');
    expect(await phaseOn('2027-01-10T17:00:00Z')).toBe('CLOSED');
  });
});

describe('rounds of a unit are for its planners only:', () => {
  test('nobody signed in is UNAUTHENTICATED', async () => {
    const { id } = await called();

    const answers = [
      await hub.ask(CREATE, { input: wish() }),
      await hub.ask(OPEN, { input: { id, version: 1 } }),
      await hub.ask(EXTEND, { input: { id, version: 1, closesOn: '2027-02-01' } }),
      await hub.ask(CLOSE, { input: { id, version: 1 } }),
    ];

    for (const { errors } of answers)
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each([
    ['a planner of a commune of it', () => ({ role: 'PLANNER' as const, unit: commune })],
    ['a reviewer of it', () => ({ role: 'REVIEWER' as const, unit: province })],
    [
      'a planner whose time has passed',
      () => ({ role: 'PLANNER' as const, unit: province, validTo: '2026-11-22' }),
    ],
    [
      'the administrator of a school in it',
      async () => ({
        role: 'SCHOOL_ADMIN' as const,
        institution: await idOfInstitution(hub, 'DN-THPT-01'),
      }),
    ],
    ['an operator', () => ({ role: 'OPERATOR' as const })],
  ])('%s is FORBIDDEN', async (_, duty) => {
    const { id } = await called();
    const headers = await signIn(hub, await duty());
    const before = await revision();

    const answers = [
      await hub.ask(CREATE, { input: wish() }, headers),
      await hub.ask(OPEN, { input: { id, version: 1 } }, headers),
      await hub.ask(EXTEND, { input: { id, version: 1, closesOn: '2027-02-01' } }, headers),
      await hub.ask(CLOSE, { input: { id, version: 1 } }, headers),
    ];
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on ReportingRound { canOpen canExtend canClose } } }',
      { id },
      headers,
    );

    for (const { errors } of answers)
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(node).toEqual({ canOpen: false, canExtend: false, canClose: false });
    expect(await revision()).toBe(before);
  });
});
