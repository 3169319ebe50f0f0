import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../src/graphql/node.js';
import { askTheFirst } from './support/asking.js';
import { differenceOf, dumpOf } from './support/dump.js';
import {
  StatusUpdateApproveDocument,
  StatusUpdateApproveManyDocument,
  StatusUpdateCorrectDocument,
  StatusUpdateReopenDocument,
  StatusUpdateReturnDocument,
  StatusUpdateSaveDocument,
  StatusUpdateSubmitDocument,
  StatusUpdateWithdrawDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, signIn, type Duty, type Headers } from './support/people.js';
import { castOf, draft, now, save, type Cast } from './support/reporting.js';

const DOCUMENTS = {
  save: StatusUpdateSaveDocument,
  submit: StatusUpdateSubmitDocument,
  withdraw: StatusUpdateWithdrawDocument,
  reopen: StatusUpdateReopenDocument,
  return: StatusUpdateReturnDocument,
  approve: StatusUpdateApproveDocument,
  correct: StatusUpdateCorrectDocument,
  approveMany: StatusUpdateApproveManyDocument,
};
type Mutation = keyof typeof DOCUMENTS;
type OfUpdate = Exclude<Mutation, 'save' | 'approveMany'>;

/** What each mutation of one update takes beside id and version, when nothing is wrong with it. */
const FITTING: Record<OfUpdate, object> = {
  submit: {},
  withdraw: {},
  reopen: { reason: 'Bổ sung.' },
  return: { reasons: [{ criterion: 'G1', reason: 'Đếm lại.' }] },
  approve: {},
  correct: { changes: [{ criterion: 'G1', value: 0, reason: 'Thấy.' }], reason: 'Kiểm tra.' },
};
const OF_UPDATE = Object.keys(FITTING) as OfUpdate[];
const REPORTING: readonly Mutation[] = ['save', 'submit', 'withdraw', 'reopen'];

interface Known {
  id: string;
  version: number;
  institution: string;
}

let hub: TestHub;
let cast: Cast;
/** Reports for every institution below. */
let school: Headers;
let outsider: Headers;
/** An update in the open round in each state; the draft is complete, with its evidence. */
const known: Record<string, Known> = {};
const rounds: Record<string, string> = {};
let closedInstitution: string;
let before: string;

beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  const { institution, round } = cast;
  closedInstitution = await idOfInstitution(hub, 'MH-CS-034');
  const [submitted, withdrawn] = await inState('SUBMITTED', 2);
  const [returned] = await inState('RETURNED', 1);
  const [approved] = await inState('APPROVED', 1);
  const all = [submitted!, withdrawn!, returned!, approved!];
  const duties = [institution, closedInstitution, ...all.map((each) => each.institution)].map(
    (each): Duty => ({ role: 'SCHOOL_ADMIN', institution: each }),
  );
  school = await signIn(hub, duties, 'Cô Hoa');
  outsider = await signIn(hub, {
    role: 'SCHOOL_ADMIN',
    institution: await idOfInstitution(hub, 'DN-THPT-02'),
  });

  const { id, version } = await draft(hub, cast);
  Object.assign(known, {
    DRAFT: { id, version, institution },
    SUBMITTED: submitted,
    RETURNED: returned,
    APPROVED: approved,
    WITHDRAWN: { ...withdrawn, version: withdrawn!.version + 1 },
  });
  await hub.data(
    DOCUMENTS.withdraw.toString(),
    { input: { id: withdrawn!.id, version: withdrawn!.version } },
    school,
  );
  await save(hub, school, {
    institution,
    round,
    version,
    answers: [{ criterion: 'G1', value: 1 }],
    idempotencyKey: 'lưu-1',
  });
  known['DRAFT']!.version += 1;

  rounds['CLOSED'] = toGlobalId('ReportingRound', await roundLike({ code: '2025' }));
  rounds['PLANNED'] = toGlobalId('ReportingRound', await newRound("opens_on = '2026-11-24'"));
  rounds['CLOSED_BY_HAND'] = toGlobalId('ReportingRound', await newRound('closed_at = now()'));
  before = await dumpOf(hub);
});
/** Whatever was refused left nothing behind. */
afterEach(async () => expect(differenceOf(before, await dumpOf(hub))).toEqual([]));
afterAll(() => hub.close());

async function inState(state: string, count: number): Promise<Known[]> {
  const rows = await hub.em.fork().execute<{ id: number; version: number; institution: number }[]>(
    `select status_update.id, status_update.version, institution_id as institution
     from status_update join reporting_round as round on round.id = round_id
     where round.code = '2026-11' and state = ? order by status_update.id limit ?`,
    [state, count],
  );
  return rows.map(({ id, version, institution }) => ({
    id: toGlobalId('StatusUpdate', id),
    version,
    institution: toGlobalId('Institution', institution),
  }));
}

async function roundLike({ code }: { code: string }): Promise<number> {
  const rows = await hub.em
    .fork()
    .execute<{ id: number }[]>('select id from reporting_round where code = ?', [code]);
  return rows[0]!.id;
}

/** A round like the open one, but for one thing. */
async function newRound(difference: string): Promise<number> {
  const em = hub.em.fork();
  const [row] = await em.execute<{ id: number }[]>(
    `insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
       reference_date, closes_on, source_status)
     select unit_id, ?, name_vi, name_en, opens_on, due_on, reference_date, closes_on,
       source_status from reporting_round where code = '2026-11' returning id`,
    [difference],
  );
  await em.execute(`update reporting_round set ${difference} where id = ?`, [row!.id]);
  await askTheFirst(em);
  return row!.id;
}

/** What came of a mutation, in one language: the refusals, or what was thrown. */
async function answerOf(mutation: Mutation, input: object, who: Headers, language: string) {
  const { status, data, errors } = await hub.ask(
    DOCUMENTS[mutation].toString(),
    { input },
    { ...who, 'accept-language': language },
  );
  const payload = data && Object.values<any>(data)[0];
  return { status, errors, payload };
}

/** Codes with their fields, in the same order in both languages, with different sentences. */
function bilingual(
  english: { code: string; field?: string[] | null; message: string }[],
  vietnamese: { code: string; field?: string[] | null; message: string }[],
): string[] {
  const told = (some: typeof english) =>
    some.map(({ code, field }) => [code, ...(field ? [field.join('.')] : [])].join(' '));
  expect(told(vietnamese)).toEqual(told(english));
  english.forEach(({ message }, index) => {
    expect(message).toMatch(/\S.*\.$/s);
    expect(vietnamese[index]!.message).toMatch(/\S.*\.$/s);
    expect(vietnamese[index]!.message).not.toBe(message);
  });
  return told(english);
}

/** Asks in both languages; it has to be refused in both. */
async function refusals(mutation: Mutation, input: object, who: Headers): Promise<string[]> {
  const english = await answerOf(mutation, input, who, 'en');
  const vietnamese = await answerOf(mutation, input, who, 'vi');
  for (const { errors, payload } of [english, vietnamese]) {
    expect(errors).toEqual([]);
    expect(payload.statusUpdate ?? payload.results ?? null).toBeNull();
  }
  return bilingual(english.payload.userErrors, vietnamese.payload.userErrors);
}

/** The same for what fails as a whole: the HTTP status and the code. */
async function failure(mutation: Mutation, input: object, who: Headers): Promise<string> {
  const english = await answerOf(mutation, input, who, 'en');
  const vietnamese = await answerOf(mutation, input, who, 'vi');
  const told = ({ errors }: typeof english) =>
    errors.map(({ message, extensions: { code } }) => ({ code, message }));
  expect([english.payload, vietnamese.payload]).toEqual([null, null]);
  const [code, ...others] = bilingual(told(english), told(vietnamese));
  expect(others).toEqual([]);
  return `${english.status} ${code}`;
}

/** A save of these answers in the draft. */
const answers = (...some: object[]) => ({
  institution: cast.institution,
  round: cast.round,
  version: known['DRAFT']!.version,
  answers: some,
});
/** An input for an update in a state. */
const of = (state: string, rest: object = {}) => {
  const { id, version } = known[state]!;
  return { id, version, ...rest };
};
const whoMay = (mutation: Mutation) => (REPORTING.includes(mutation) ? school : cast.reviewer);

describe('whoever may not', () => {
  test.each(Object.keys(DOCUMENTS) as Mutation[])(
    'is asked to sign in first: %s',
    async (mutation) => {
      const input =
        mutation === 'save'
          ? answers()
          : mutation === 'approveMany'
            ? { updates: [of('SUBMITTED')] }
            : of('SUBMITTED', FITTING[mutation]);

      expect(await failure(mutation, input, {})).toBe('200 UNAUTHENTICATED');
    },
  );

  test('saves for another school is forbidden to, wherever and whatever that has', async () => {
    expect(await failure('save', answers(), outsider)).toBe('200 FORBIDDEN');
    expect(await failure('save', { ...answers(), version: null }, outsider)).toBe('200 FORBIDDEN');
    expect(await failure('save', { ...answers(), round: 'nothing' }, outsider)).toBe(
      '200 FORBIDDEN',
    );
    expect(await failure('save', answers(), cast.reviewer)).toBe('200 FORBIDDEN');
    expect(await failure('save', answers(), cast.planner)).toBe('200 FORBIDDEN');
  });

  test.each(OF_UPDATE)('%s what is public is forbidden to', async (mutation) => {
    expect(await failure(mutation, of('APPROVED', FITTING[mutation]), outsider)).toBe(
      '200 FORBIDDEN',
    );
    expect(await failure(mutation, of('APPROVED', FITTING[mutation]), cast.planner)).toBe(
      '200 FORBIDDEN',
    );
  });

  test.each(OF_UPDATE)('%s learns nothing of what is not public', async (mutation) => {
    for (const state of ['DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN'])
      expect(await refusals(mutation, of(state, FITTING[mutation]), outsider)).toEqual([
        'NOT_FOUND id',
      ]);
  });

  test('a school decides on nothing of its own, and a reviewer hands nothing in', async () => {
    expect(await failure('approve', of('SUBMITTED'), school)).toBe('200 FORBIDDEN');
    expect(await failure('return', of('SUBMITTED', FITTING.return), school)).toBe('200 FORBIDDEN');
    expect(await failure('correct', of('APPROVED', FITTING.correct), school)).toBe('200 FORBIDDEN');
    expect(await failure('submit', of('DRAFT'), cast.reviewer)).toBe('200 FORBIDDEN');
    expect(await failure('withdraw', of('SUBMITTED'), cast.reviewer)).toBe('200 FORBIDDEN');
  });
});

describe('an id', () => {
  const WRONG: [string, string][] = [
    ['that is broken', 'nothing'],
    ['that is empty', ''],
    ['of another type', toGlobalId('Criterion', 1)],
    ['that nothing has', toGlobalId('StatusUpdate', 999_999_999)],
    ['beyond every number', toGlobalId('StatusUpdate', 99_999_999_999)],
    ['with a character that no text can hold', 'a\u0000b'],
  ];

  test.each(WRONG)('%s is of no update', async (_which, id) => {
    for (const mutation of OF_UPDATE)
      expect(
        await refusals(mutation, { id, version: 1, ...FITTING[mutation] }, whoMay(mutation)),
      ).toEqual(['NOT_FOUND id']);
  });

  test.each(WRONG)('%s is of no institution and no round', async (_which, id) => {
    const asOf = (type: string) => (id.startsWith('U3RhdHVz') ? toGlobalId(type, 999_999_999) : id);

    expect(
      await refusals('save', { ...answers(), institution: asOf('Institution') }, school),
    ).toEqual(['NOT_FOUND institution']);
    expect(await refusals('save', { ...answers(), round: asOf('ReportingRound') }, school)).toEqual(
      ['NOT_FOUND round'],
    );
  });
});

describe('out of turn', () => {
  /** For those who may; a dash where it would succeed. */
  const TURNS: [string, ...string[]][] = [
    [
      'DRAFT',
      '-',
      'NOT_IN_REVIEW',
      'NOT_APPROVED',
      'NOT_IN_REVIEW',
      'NOT_IN_REVIEW',
      'NOT_APPROVED',
    ],
    ['SUBMITTED', 'IN_REVIEW', '-', 'NOT_APPROVED', '-', '-', 'NOT_APPROVED'],
    [
      'RETURNED',
      'NOTHING_TO_SUBMIT',
      'NOT_IN_REVIEW',
      'NOT_APPROVED',
      'NOT_IN_REVIEW',
      'NOT_IN_REVIEW',
      'NOT_APPROVED',
    ],
    ['APPROVED', 'ALREADY_DECIDED', 'NOT_IN_REVIEW', '-', 'NOT_IN_REVIEW', 'NOT_IN_REVIEW', '-'],
    [
      'WITHDRAWN',
      'NOTHING_TO_SUBMIT',
      'NOT_IN_REVIEW',
      'NOT_APPROVED',
      'NOT_IN_REVIEW',
      'NOT_IN_REVIEW',
      'NOT_APPROVED',
    ],
  ];

  test.each(TURNS)('what is %s refuses every other step', async (state, ...codes) => {
    for (const [index, mutation] of OF_UPDATE.entries())
      if (codes[index] !== '-')
        expect(await refusals(mutation, of(state, FITTING[mutation]), whoMay(mutation))).toEqual([
          `${codes[index]} id`,
        ]);
  });

  test.each([
    ['SUBMITTED', 'IN_REVIEW'],
    ['APPROVED', 'ALREADY_DECIDED'],
  ])('what is %s takes no answers', async (state, code) => {
    const { institution, version } = known[state]!;

    expect(
      await refusals('save', { institution, round: cast.round, version, answers: [] }, school),
    ).toEqual([`${code} round`]);
  });

  test.each([
    ['is not open yet', 'PLANNED', 'NOT_OPEN_YET round'],
    ['has passed its last day', 'CLOSED', 'CLOSED round'],
    ['was closed by hand', 'CLOSED_BY_HAND', 'CLOSED round'],
  ])('a round that %s takes no answers', async (_which, round, refusal) => {
    const { institution } = cast;
    // In the round of 2025 the school has reported, or has not; either is told the version.
    const input = { institution, round: rounds[round], version: null, answers: [] };

    expect(await refusals('save', input, school)).toEqual([refusal]);
  });

  test('an institution that had closed before the reference date is not called', async () => {
    const input = { institution: closedInstitution, round: cast.round, answers: [] };

    expect(await refusals('save', input, school)).toEqual(['NOT_CALLED round']);
  });
});

describe('a version', () => {
  test.each([-1, 0, 1, 99, 2_147_483_647])(
    '%i, which is not the present one, is a conflict',
    async (version) => {
      for (const mutation of OF_UPDATE) {
        const state = { submit: 'DRAFT', reopen: 'APPROVED', correct: 'APPROVED' }[
          mutation as 'submit'
        ];
        const input = of(state ?? 'SUBMITTED', { ...FITTING[mutation], version });
        if (version !== known[state ?? 'SUBMITTED']!.version)
          expect(await refusals(mutation, input, whoMay(mutation))).toEqual(['CONFLICT version']);
      }
      if (version !== known['DRAFT']!.version)
        expect(await refusals('save', { ...answers(), version }, school)).toEqual([
          'CONFLICT version',
        ]);
    },
  );

  test('left out, where there is an update already, is a conflict', async () => {
    expect(await refusals('save', { ...answers(), version: null }, school)).toEqual([
      'CONFLICT version',
    ]);
  });

  test('given, where there is no update yet, is a conflict', async () => {
    const { institution } = cast;
    const input = { institution, round: rounds['CLOSED_BY_HAND'], version: 1, answers: [] };

    expect(await refusals('save', input, school)).toEqual(['CONFLICT version']);
  });
});

describe('an answer', () => {
  test.each<[string, object, string[]]>([
    ['more than yes', { criterion: 'G1', value: 2 }, ['VALUE_OUT_OF_RANGE answers.G1.value']],
    ['less than no', { criterion: 'G1', value: -1 }, ['VALUE_OUT_OF_RANGE answers.G1.value']],
    [
      'a level above the highest',
      { criterion: 'G3', value: 4 },
      ['VALUE_OUT_OF_RANGE answers.G3.value'],
    ],
    [
      'a level below the lowest',
      { criterion: 'G3', value: -2_147_483_648 },
      ['VALUE_OUT_OF_RANGE answers.G3.value'],
    ],
    [
      'more than all',
      { criterion: 'G4', value: 41, total: 40 },
      ['SHARE_ABOVE_TOTAL answers.G4.value'],
    ],
    [
      'a part of nothing',
      { criterion: 'G4', value: 1, total: 0 },
      ['SHARE_ABOVE_TOTAL answers.G4.value'],
    ],
    [
      'a part of less than nothing',
      { criterion: 'G4', value: -2, total: -1 },
      ['VALUE_OUT_OF_RANGE answers.G4.value', 'TOTAL_OUT_OF_RANGE answers.G4.total'],
    ],
    [
      'more than is counted',
      { criterion: 'G4', value: 1, total: 2_147_483_647 },
      ['TOTAL_OUT_OF_RANGE answers.G4.total'],
    ],
    [
      'a total for a yes',
      { criterion: 'G1', value: 1, total: 1 },
      ['TOTAL_UNEXPECTED answers.G1.total'],
    ],
    [
      'a total for a level',
      { criterion: 'G3', value: 3, total: 3 },
      ['TOTAL_UNEXPECTED answers.G3.total'],
    ],
    [
      'to an unknown question',
      { criterion: 'X1', value: 1 },
      ['CRITERION_UNKNOWN answers.X1.criterion'],
    ],
    [
      'to a question for colleges',
      { criterion: 'O3', value: 1, total: 1 },
      ['CRITERION_UNKNOWN answers.O3.criterion'],
    ],
    [
      'to a question in small letters',
      { criterion: 'g1', value: 1 },
      ['CRITERION_UNKNOWN answers.g1.criterion'],
    ],
    [
      'with a remark that is too long',
      { criterion: 'G1', value: 1, comment: 'x'.repeat(2001) },
      ['TEXT_TOO_LONG answers.G1.comment'],
    ],
  ])('of %s is refused, with the good one beside it', async (_what, wrong, problems) => {
    const good = { criterion: 'G2', value: 0, comment: 'không được lưu' };

    expect(await refusals('save', answers(good, wrong), school)).toEqual(problems);
  });

  test('to the same question twice is refused', async () => {
    const twice = [0, 1].map((value) => ({ criterion: 'G1', value }));

    expect(await refusals('save', answers(...twice), school)).toEqual([
      'CRITERION_TWICE answers.G1.criterion',
    ]);
  });

  test('of a reviewer is held against the same rules', async () => {
    const changes = [
      { criterion: 'G1', value: 2, reason: 'x' },
      { criterion: 'G3', value: 1, total: 3, reason: 'x' },
      { criterion: 'G4', value: 3, reason: 'x' },
      { criterion: 'D1', value: 3, total: 2, reason: '\n' },
      { criterion: 'X1', value: 3, reason: 'x' },
      { criterion: 'G1', value: 1, reason: 'x' },
    ];
    const problems = [
      'CRITERION_UNKNOWN changes.X1.criterion',
      'CRITERION_TWICE changes.G1.criterion',
      'VALUE_OUT_OF_RANGE changes.G1.value',
      'TOTAL_UNEXPECTED changes.G3.total',
      'TOTAL_MISSING changes.G4.total',
      'SHARE_ABOVE_TOTAL changes.D1.value',
      'REASON_MISSING changes.D1.reason',
    ];

    expect(await refusals('approve', of('SUBMITTED', { changes }), cast.reviewer)).toEqual(
      problems,
    );
    expect(
      await refusals('correct', of('APPROVED', { changes, reason: 'x' }), cast.reviewer),
    ).toEqual(problems);
  });

  test.each([1.5, '1', true, 2_147_483_648])(
    'that is no whole number (%p) does not fit the variable',
    async (value) => {
      const input = answers({ criterion: 'G1', value });

      const { status, errors, payload } = await answerOf('save', input, school, 'en');

      expect([status, payload, errors[0]!.extensions.code]).toEqual([400, null, 'BAD_USER_INPUT']);
    },
  );
});

describe('a list', () => {
  const many = (count: number, item: object) => Array.from({ length: count }, () => item);

  test.each<[Mutation, number, () => object, string]>([
    ['save', 251, () => answers(...many(251, { criterion: 'G1' })), 'answers'],
    ['save', 10_000, () => answers(...many(10_000, { criterion: 'G1' })), 'answers'],
    [
      'return',
      251,
      () => of('SUBMITTED', { reasons: many(251, { criterion: 'G1', reason: 'x' }) }),
      'reasons',
    ],
    [
      'approve',
      251,
      () => of('SUBMITTED', { changes: many(251, { criterion: 'G1', value: 1, reason: 'x' }) }),
      'changes',
    ],
    [
      'correct',
      251,
      () =>
        of('APPROVED', {
          reason: 'x',
          changes: many(251, { criterion: 'G1', value: 1, reason: 'x' }),
        }),
      'changes',
    ],
    ['approveMany', 251, () => ({ updates: many(251, of('SUBMITTED')) }), 'updates'],
  ])('of %s with %i items is too long', async (mutation, count, input, field) => {
    const { status, errors } = await answerOf(mutation, input(), whoMay(mutation), 'en');

    expect([status, errors[0]!.extensions]).toEqual([
      400,
      { code: 'LIST_TOO_LONG', argument: `input.${field}`, actual: count, limit: 250 },
    ]);
  });

  test('of 10,000 complete answers is more than a request may hold', async () => {
    const item = { criterion: 'G1', value: 1, total: null, comment: null };

    const { status, errors } = await answerOf('save', answers(...many(10_000, item)), school, 'en');

    expect([status, errors[0]!.extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  test('of reasons or corrected values may not be empty', async () => {
    expect(await refusals('return', of('SUBMITTED', { reasons: [] }), cast.reviewer)).toEqual([
      'REASON_MISSING reasons',
    ]);
    expect(
      await refusals('correct', of('APPROVED', { changes: [], reason: 'x' }), cast.reviewer),
    ).toEqual(['REASON_MISSING changes']);
  });

  test('of updates tells each why it was not approved', async () => {
    const updates = [
      of('DRAFT'),
      of('APPROVED'),
      of('SUBMITTED', { version: 99 }),
      { id: 'x', version: 1 },
    ];
    const byLanguage = await Promise.all(
      ['en', 'vi'].map(async (language) => {
        const { payload } = await answerOf('approveMany', { updates }, cast.reviewer, language);
        return payload.results.flatMap(({ userErrors }: any) => userErrors);
      }),
    );

    expect(bilingual(byLanguage[0], byLanguage[1])).toEqual([
      'NOT_IN_REVIEW id',
      'NOT_IN_REVIEW id',
      'CONFLICT version',
      'NOT_FOUND id',
    ]);
  });
});

describe('a text', () => {
  /** Every text that an input of mutations takes, each with the way to it. */
  const TEXTS: [string, Mutation, (text: string) => object][] = [
    ['answers.G1.comment', 'save', (comment) => answers({ criterion: 'G1', value: 1, comment })],
    ['note', 'submit', (note) => of('DRAFT', { note })],
    ['reason', 'withdraw', (reason) => of('SUBMITTED', { reason })],
    ['reason', 'reopen', (reason) => of('APPROVED', { reason })],
    ['note', 'return', (note) => of('SUBMITTED', { ...FITTING.return, note })],
    [
      'reasons.G1.reason',
      'return',
      (reason) => of('SUBMITTED', { reasons: [{ criterion: 'G1', reason }] }),
    ],
    ['note', 'approve', (note) => of('SUBMITTED', { note })],
    [
      'changes.G1.reason',
      'approve',
      (reason) => of('SUBMITTED', { changes: [{ criterion: 'G1', value: 1, reason }] }),
    ],
    ['reason', 'correct', (reason) => of('APPROVED', { ...FITTING.correct, reason })],
    [
      'changes.G1.reason',
      'correct',
      (reason) => of('APPROVED', { reason: 'x', changes: [{ criterion: 'G1', value: 1, reason }] }),
    ],
  ];

  test.each(TEXTS)('%s of %s with 2001 characters is too long', async (field, mutation, input) => {
    expect(await refusals(mutation, input('ă'.repeat(2001)), whoMay(mutation))).toEqual([
      `TEXT_TOO_LONG ${field}`,
    ]);
  });

  test.each(TEXTS)(
    '%s of %s with a character that no text can hold is refused',
    async (_field, mutation, input) => {
      for (const text of ['có\u0000không', 'nửa \ud83d chữ', '\udc00'])
        expect(await failure(mutation, input(text), whoMay(mutation))).toBe('200 BAD_USER_INPUT');
    },
  );

  test('that names a criterion may hold anything, and is unknown', async () => {
    for (const criterion of ['', 'G1\u0000', '\ud83d', 'x'.repeat(5000)])
      expect(await refusals('save', answers({ criterion, value: 1 }), school)).toEqual([
        `CRITERION_UNKNOWN answers.${criterion}.criterion`,
      ]);
  });

  test('as an idempotency key is short, storable and used for one request', async () => {
    const keyed = (idempotencyKey: string) => ({ ...answers(), idempotencyKey });

    expect(await refusals('save', keyed('x'.repeat(201)), school)).toEqual([
      'IDEMPOTENCY_KEY_TOO_LONG idempotencyKey',
    ]);
    expect(await refusals('save', keyed('lưu-1'), school)).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect(await failure('save', keyed('\u0000'), school)).toBe('200 BAD_USER_INPUT');
    expect(await refusals('submit', of('DRAFT', { idempotencyKey: 'lưu-1' }), school)).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });
});
