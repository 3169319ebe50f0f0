import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './support/people.js';

const TODAY = '2026-11-23';

let hub: TestHub;
let province: string;
let former: string;
let commune: string;
let planner: Headers;
let operator: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date(`${TODAY}T02:00:00Z`) });
  province = await idOfUnit(hub, '68', TODAY);
  former = await idOfUnit(hub, '67', '2024-12-31');
  commune = await idOfUnit(hub, '24611', TODAY);
  planner = await signIn(hub, { role: 'PLANNER', unit: province }, 'Lan');
  operator = await signIn(hub, { role: 'OPERATOR' }, 'Minh');
});
afterAll(() => hub.close());

const PLAN = `plan { id document title issuer issuedOn url sourceStatus version canUpdate unit { id }
  targets { id group pillar year dueOn percent sourceStatus } }`;
const ERRORS = 'userErrors { code field message }';
const CREATE = `mutation ($input: PlanCreateInput!) { result: planCreate(input: $input) { ${PLAN} ${ERRORS} } }`;
const UPDATE = `mutation ($input: PlanUpdateInput!) { result: planUpdate(input: $input) { ${PLAN} ${ERRORS} } }`;
const SET = `mutation ($input: TargetSetInput!) { result: targetSet(input: $input) {
  target { id group pillar year dueOn percent sourceStatus plan { version } } ${ERRORS} } }`;
const REMOVE = `mutation ($input: TargetRemoveInput!) { result: targetRemove(input: $input) { ${PLAN} ${ERRORS} } }`;

let documents = 0;
/** A plan that may be added as it is; a test says only what matters. */
function wish(changes: object = {}) {
  documents += 1;
  return {
    document: `${documents}/KH-UBND`,
    titleVi: 'Kế hoạch thử',
    titleEn: 'A trial plan',
    issuer: 'UBND tỉnh',
    unit: province,
    sourceStatus: 'CONFIRMED',
    ...changes,
  };
}

/** A target that may be set as it is, of a plan as it was added. */
const wanted = (plan: { id: string }, changes: object = {}) => ({
  plan: plan.id,
  version: 1,
  group: 'GENERAL_EDUCATION',
  pillar: 'STANDARDIZED_DATA',
  year: 2030,
  percent: 90,
  sourceStatus: 'UNCONFIRMED',
  ...changes,
});

async function run(document: string, input: object, headers: Headers = planner): Promise<any> {
  const { result } = await hub.data(document, { input }, headers);
  return result;
}

async function added(changes: object = {}, headers: Headers = planner): Promise<any> {
  const { plan, userErrors } = await run(CREATE, wish(changes), headers);
  expect(userErrors).toEqual([]);
  return plan;
}

const problemsOf = ({ userErrors }: any) =>
  userErrors.map(({ code, field }: any) => `${code} ${field.join('.')}`);

/** What the trail says of a plan, oldest first. */
async function trailOf(id: string): Promise<any[]> {
  const row = Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
  return hub.em.execute(
    `select account_name, action, subject_version, unit_id is not null as placed, before, after
     from audit_event where subject_type = 'Plan' and subject_id = ? order by id`,
    [row],
  );
}

async function publication() {
  return (await hub.ask('{ frameworks { id } }')).extensions.data;
}

describe('adding a plan', () => {
  test('publishes it with its unit', async () => {
    const before = await publication();

    const plan = await added({
      document: ' Số 12/KH-UBND ',
      issuedOn: '2026-04-01',
      url: 'https://example.gov.vn/12',
    });

    expect(plan).toMatchObject({
      document: 'Số 12/KH-UBND',
      title: 'A trial plan',
      issuer: 'UBND tỉnh',
      issuedOn: '2026-04-01',
      url: 'https://example.gov.vn/12',
      sourceStatus: 'CONFIRMED',
      version: 1,
      canUpdate: true,
      unit: { id: province },
      targets: [],
    });
    expect((await publication()).revision).toBe(before.revision + 1);
    expect(await trailOf(plan.id)).toMatchObject([
      {
        account_name: 'Lan',
        action: 'planCreate',
        subject_version: 1,
        placed: true,
        before: null,
        after: { document: 'Số 12/KH-UBND', sourceStatus: 'CONFIRMED' },
      },
    ]);
  });

  test('for the whole country is for operators, for a unit for its planners', async () => {
    const national = await added({ unit: null }, operator);
    const heirs = await added({ unit: former });

    expect(national.unit).toBeNull();
    expect(heirs.unit.id).toBe(former);
    for (const [unit, headers] of [
      [null, planner],
      [province, operator],
    ] as const)
      expect(await hub.ask(CREATE, { input: wish({ unit }) }, headers)).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
  });

  test.each([
    ['an unknown unit', { unit: 'nope' }, ['NOT_FOUND unit']],
    ['no document number', { document: ' ' }, ['TEXT_MISSING document']],
    ['a long document number', { document: 'x'.repeat(101) }, ['TEXT_TOO_LONG document']],
    ['a long title', { titleVi: 'x'.repeat(501) }, ['TEXT_TOO_LONG titleVi']],
    ['no English title', { titleEn: '' }, ['TEXT_MISSING titleEn']],
    ['no issuer', { issuer: '' }, ['TEXT_MISSING issuer']],
    ['a mistyped date', { issuedOn: '0226-04-01' }, ['DATE_OUT_OF_RANGE issuedOn']],
    ['a script as address', { url: 'javascript:alert(1)' }, ['URL_UNFIT url']],
    ['a file as address', { url: 'file:///etc/passwd' }, ['URL_UNFIT url']],
    ['an address with a password', { url: 'https://a:b@example.gov.vn' }, ['URL_UNFIT url']],
    ['a broken address', { url: 'example' }, ['URL_UNFIT url']],
    ['a long address', { url: `https://example.gov.vn/${'x'.repeat(2000)}` }, ['URL_UNFIT url']],
    [
      'everything wrong at once',
      { unit: 'nope', document: '', titleVi: '', url: 'no', issuedOn: '2201-01-01' },
      [
        'NOT_FOUND unit',
        'TEXT_MISSING document',
        'TEXT_MISSING titleVi',
        'DATE_OUT_OF_RANGE issuedOn',
        'URL_UNFIT url',
      ],
    ],
  ])('with %s is refused', async (_, changes, problems) => {
    const before = await publication();

    const result = await run(CREATE, wish(changes));

    expect(result.plan).toBeNull();
    expect(problemsOf(result)).toEqual(problems);
    expect(await publication()).toEqual(before);
  });

  test('that the hub has already is refused, whoever’s it is', async () => {
    const { document } = await added({ unit: null }, operator);

    expect((await run(CREATE, wish({ document }))).userErrors).toEqual([
      {
        code: 'DOCUMENT_TAKEN',
        field: ['document'],
        message: `The hub has the document ${document} already. Change that plan.`,
      },
    ]);
  });

  test('with one key by many requests at once adds one', async () => {
    const input = { ...wish(), idempotencyKey: 'plan' };

    const answers = await Promise.all(Array.from({ length: 20 }, () => run(CREATE, input)));

    expect(new Set(answers.map(({ plan }) => plan.id)).size).toBe(1);
    expect(await trailOf(answers[0].plan.id)).toHaveLength(1);
  });
});

describe('changing a plan', () => {
  test('keeps what is left out, and takes away what is null', async () => {
    const { id } = await added({ issuedOn: '2026-04-01', url: 'https://example.gov.vn/1' });

    const first = await run(UPDATE, { id, version: 1, titleEn: ' Better ', url: null });
    const second = await run(UPDATE, { id, version: 2, issuer: null, issuedOn: '2026-05-01' });

    expect(first.plan).toMatchObject({
      title: 'Better',
      issuer: 'UBND tỉnh',
      issuedOn: '2026-04-01',
      url: null,
      version: 2,
    });
    expect(second.plan).toMatchObject({ issuer: 'UBND tỉnh', issuedOn: '2026-05-01', version: 3 });
    expect(await trailOf(id)).toMatchObject([
      {},
      {
        action: 'planUpdate',
        subject_version: 2,
        before: { titleEn: 'A trial plan', url: 'https://example.gov.vn/1' },
        after: { titleEn: 'Better', url: null },
      },
      { before: { issuedOn: '2026-04-01' }, after: { issuedOn: '2026-05-01' } },
    ]);
  });

  test('to what it says already changes nothing', async () => {
    const { id, document } = await added();
    const before = await publication();

    const { plan, userErrors } = await run(UPDATE, { id, version: 1, document });

    expect(userErrors).toEqual([]);
    expect(plan.version).toBe(1);
    expect(await publication()).toEqual(before);
    expect(await trailOf(id)).toHaveLength(1);
  });

  test('is refused with what is wrong, and for an older version with who was faster', async () => {
    const { id } = await added();
    const other = await added();
    await run(SET, wanted({ id }), await signIn(hub, { role: 'PLANNER', unit: province }, 'Hoa'));

    const wrong = await run(UPDATE, { id, version: 2, document: other.document, titleVi: ' ' });
    const late = await run(UPDATE, { id, version: 1, titleVi: 'Khác' });
    const unknown = await run(UPDATE, { id: province, version: 1, titleVi: 'Khác' });

    expect(problemsOf(wrong)).toEqual(['TEXT_MISSING titleVi', 'DOCUMENT_TAKEN document']);
    expect(late).toEqual({
      plan: null,
      userErrors: [
        {
          code: 'CONFLICT',
          field: ['version'],
          message: expect.stringMatching(
            /^The version is 2 now, not 1\. Changed by: Hoa \(targetSet, /,
          ),
        },
      ],
    });
    expect(problemsOf(unknown)).toEqual(['NOT_FOUND id']);
  });
});

describe('a target', () => {
  test('is set, changed and removed, and the plan counts each', async () => {
    const plan = await added();

    const set = await run(SET, wanted(plan, { percent: 33.33 }));
    const changed = await run(
      SET,
      wanted(plan, { version: 2, percent: 45.5, dueOn: '2030-06-30', sourceStatus: 'CONFIRMED' }),
    );
    const together = await run(SET, wanted(plan, { version: 3, pillar: null, percent: 100 }));
    const removed = await run(REMOVE, { id: set.target.id, version: 4 });

    expect(set.target).toEqual({
      id: expect.any(String),
      group: 'GENERAL_EDUCATION',
      pillar: 'STANDARDIZED_DATA',
      year: 2030,
      dueOn: '2030-12-31',
      percent: 33.33,
      sourceStatus: 'UNCONFIRMED',
      plan: { version: 2 },
    });
    expect(changed.target).toEqual({
      ...set.target,
      dueOn: '2030-06-30',
      percent: 45.5,
      sourceStatus: 'CONFIRMED',
      plan: { version: 3 },
    });
    expect(together.target).toMatchObject({ pillar: null, percent: 100 });
    expect(removed.plan).toMatchObject({ version: 5, targets: [{ id: together.target.id }] });
    expect((await trailOf(plan.id)).slice(1)).toMatchObject([
      { action: 'targetSet', before: null, after: { target: { percent: 33.33 } } },
      {
        action: 'targetSet',
        subject_version: 3,
        before: { target: { percent: 33.33, dueOn: '2030-12-31' } },
        after: { target: { percent: 45.5, dueOn: '2030-06-30' } },
      },
      { action: 'targetSet', before: null, after: { target: { pillar: null } } },
      { action: 'targetRemove', before: { target: { percent: 45.5 } }, after: null },
    ]);
  });

  test('shows in the next answer about progress', async () => {
    const plan = await added(
      { unit: commune },
      await signIn(hub, { role: 'PLANNER', unit: commune }),
    );
    const keeper = await signIn(hub, { role: 'PLANNER', unit: commune });
    const targetsOf = async () => {
      const { node } = await hub.data(
        `query ($id: ID!) { node(id: $id) { ... on AdministrativeUnit {
          progress(groups: [GENERAL_EDUCATION], pillars: [STANDARDIZED_DATA]) {
            lines { targets { target { percent plan { id } } gapPoints } } } } } }`,
        { id: commune },
      );
      return node.progress.lines[0].targets.filter((each: any) => each.target.plan.id === plan.id);
    };

    const { target } = await run(SET, wanted(plan, { percent: 77 }), keeper);
    const set = await targetsOf();
    await run(REMOVE, { id: target.id, version: 2 }, keeper);

    expect(set).toMatchObject([{ target: { percent: 77 }, gapPoints: expect.any(Number) }]);
    expect(await targetsOf()).toEqual([]);
  });

  test('that is so already changes nothing', async () => {
    const plan = await added();
    const { target } = await run(SET, wanted(plan));

    const again = await run(SET, wanted(plan, { version: 2 }));

    expect(again).toEqual({ target: { ...target, plan: { version: 2 } }, userErrors: [] });
    expect(await trailOf(plan.id)).toHaveLength(2);
  });

  test.each([
    ['nought percent', { percent: 0 }, ['PERCENT_UNFIT percent']],
    ['a negative percentage', { percent: -1 }, ['PERCENT_UNFIT percent']],
    ['more than all', { percent: 100.01 }, ['PERCENT_UNFIT percent']],
    ['thousandths', { percent: 33.333 }, ['PERCENT_UNFIT percent']],
    ['a year too far', { year: 2201 }, ['YEAR_OUT_OF_RANGE year']],
    ['a mistyped year', { year: 203 }, ['YEAR_OUT_OF_RANGE year']],
    ['a day in another year', { dueOn: '2031-01-01' }, ['DATE_OUT_OF_RANGE dueOn']],
    [
      'everything wrong at once',
      { year: 1, percent: 1e9 },
      ['YEAR_OUT_OF_RANGE year', 'PERCENT_UNFIT percent'],
    ],
    ['an unknown plan', { plan: 'nope' }, ['NOT_FOUND plan']],
    ['an older version', { version: 0 }, ['CONFLICT version']],
  ])('with %s is refused', async (_, changes, problems) => {
    const plan = await added();

    const result = await run(SET, wanted(plan, changes));

    expect(result.target).toBeNull();
    expect(problemsOf(result)).toEqual(problems);
    expect(await trailOf(plan.id)).toHaveLength(1);
  });

  test('says how sure it is, or is no input at all', async () => {
    const { sourceStatus: _, ...unsure } = wanted(await added());

    const { errors } = await hub.ask(SET, { input: unsure }, planner);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('is removed once: the same key answers as before, another finds nothing', async () => {
    const plan = await added();
    const { target } = await run(SET, wanted(plan));
    const input = { id: target.id, version: 2, idempotencyKey: 'remove' };

    const first = await run(REMOVE, input);
    const same = await run(REMOVE, input);
    const other = await run(REMOVE, { id: target.id, version: 3 });

    expect(first.plan).toMatchObject({ version: 3, targets: [] });
    expect(same).toEqual(first);
    expect(problemsOf(other)).toEqual(['NOT_FOUND id']);
  });
});

test('what is made up marks every later answer as illustrative', async () => {
  const plan = await added();
  await hub.em.execute('update publication set illustrative = false');

  await run(SET, wanted(plan));
  const sure = await publication();
  const { extensions } = await hub.ask(
    SET,
    { input: wanted(plan, { version: 2, sourceStatus: 'ILLUSTRATIVE' }) },
    planner,
  );

  expect(sure.illustrative).toBe(false);
  expect(extensions.data.illustrative).toBe(true);
  expect((await publication()).illustrative).toBe(true);
});

describe('plans and targets of a unit are for its planners only:', () => {
  test.each([
    ['nobody signed in', 'UNAUTHENTICATED', null],
    [
      'a planner of a commune of it',
      'FORBIDDEN',
      () => ({ role: 'PLANNER' as const, unit: commune }),
    ],
    ['a reviewer of it', 'FORBIDDEN', () => ({ role: 'REVIEWER' as const, unit: province })],
    ['an operator', 'FORBIDDEN', () => ({ role: 'OPERATOR' as const })],
    [
      'the administrator of a school in it',
      'FORBIDDEN',
      async () => ({
        role: 'SCHOOL_ADMIN' as const,
        institution: await idOfInstitution(hub, 'DN-THPT-01'),
      }),
    ],
  ])('%s is %s', async (_, code, duty) => {
    const plan = await added();
    const { target } = await run(SET, wanted(plan));
    const headers = duty === null ? {} : await signIn(hub, await duty());
    const before = await publication();

    const answers = [
      await hub.ask(CREATE, { input: wish() }, headers),
      await hub.ask(UPDATE, { input: { id: plan.id, version: 2, titleVi: 'Khác' } }, headers),
      await hub.ask(SET, { input: wanted(plan, { version: 2 }) }, headers),
      await hub.ask(REMOVE, { input: { id: target.id, version: 2 } }, headers),
    ];
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on Plan { canUpdate } } }',
      { id: plan.id },
      headers,
    );

    for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(node.canUpdate).toBe(false);
    expect(await publication()).toEqual(before);
  });
});
