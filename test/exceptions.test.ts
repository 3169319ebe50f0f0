import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { roundInput } from './support/access-scene.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, signIn, type Headers } from './support/people.js';
import { approve, castOf, draft, giveBack, save, submit, type Cast } from './support/reporting.js';

let hub: TestHub;
let time = new Date('2026-11-10T03:00:00Z');
let cast: Cast;
let neighbour: string;
let otherSchool: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => time });
});
afterAll(() => hub.close());

/** Each test has a round of its own: open from 1 November, due on the 20th, closing on the 30th. */
beforeEach(async () => {
  await on('2026-11-10');
  const { frameworks } = await hub.data('{ frameworks { id } }');
  const input = roundInput({ ...cast, framework: frameworks[0].id } as any, {
    dueOn: '2026-11-20',
    closesOn: '2026-11-30',
  });
  const { reportingRoundCreate } = await hub.data(
    `mutation ($input: ReportingRoundCreateInput!) {
      reportingRoundCreate(input: $input) { reportingRound { id } } }`,
    { input },
    cast.planner,
  );
  cast.round = reportingRoundCreate.reportingRound.id;
});

/** Moves the time to the morning of a day, with everybody signed in anew. */
async function on(day: string): Promise<void> {
  time = new Date(`${day}T03:00:00Z`);
  const round = cast?.round;
  cast = await castOf(hub);
  if (round) cast.round = round;
  neighbour = await idOfInstitution(hub, 'DN-THPT-02');
  otherSchool = await signIn(hub, { role: 'SCHOOL_ADMIN', institution: neighbour });
}

const EXCEPTION = 'exception { kind dueOn closesOn reason recordedBy }';

/** Asks for an exception, for the school unless the input says otherwise. */
async function except(
  action: string,
  input: object = {},
  who: Headers = cast.planner,
): Promise<any> {
  const type = `Participation${action}Input`;
  const { result } = await hub.data(
    `mutation ($input: ${type}!) { result: participation${action}(input: $input) {
      participations { institution { id } dueOn closesOn phase overdue ${EXCEPTION} }
      userErrors { code field message } } }`,
    {
      input: {
        round: cast.round,
        institutions: [cast.institution],
        reason: 'Trường bị ngập',
        ...input,
      },
    },
    who,
  );
  return result;
}

async function excepted(action: string, input: object = {}): Promise<any> {
  const { participations, userErrors } = await except(action, input);
  expect(userErrors).toEqual([]);
  return participations;
}

/** What the school, or another viewer, sees of its participation; undefined for none. */
async function participation(who: Headers = cast.school): Promise<any> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on Institution {
      participations(first: 50) { nodes { round { id } dueOn closesOn phase state lockReason overdue
        daysLate ${EXCEPTION} update { id } } } } } }`,
    { id: cast.institution },
    who,
  );
  return node.participations.nodes.find(({ round }: any) => round.id === cast.round);
}

async function completeness(): Promise<any> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on ReportingRound {
      completeness { total { called overdue excused notBegun } } } } }`,
    { id: cast.round },
    cast.planner,
  );
  return node.completeness.total;
}

const saves = async (who = cast.school, institution = cast.institution) =>
  (await save(hub, who, { institution, round: cast.round, answers: [] })).refusals.map(
    ({ code }) => code,
  );

/** Hands a complete report in, and gives the update. */
async function handIn() {
  const { id, version } = await draft(hub, cast);
  const { update, refusals } = await submit(hub, cast.school, { id, version });
  expect(refusals).toEqual([]);
  return update!;
}

async function sendBack({ id, version }: { id: string; version: number }) {
  const { update } = await giveBack(hub, cast.reviewer, {
    id,
    version,
    reasons: [{ criterion: 'G1', reason: 'Minh chứng chưa rõ' }],
  });
  return update!;
}

describe('a later day', () => {
  test('lets one school answer after the closing, and no other', async () => {
    const [given] = await excepted('Extend', { dueOn: '2026-12-10' });
    await on('2026-12-05');

    expect(given).toMatchObject({
      dueOn: '2026-12-10',
      closesOn: '2026-12-10',
      exception: { kind: 'EXTENDED', reason: 'Trường bị ngập', recordedBy: 'Chị Lan' },
    });
    expect(await saves()).toEqual([]);
    expect(await saves(otherSchool, neighbour)).toEqual(['CLOSED']);
    expect(await participation()).toMatchObject({
      phase: 'OPEN',
      lockReason: null,
      overdue: false,
      daysLate: 0,
    });

    await on('2026-12-11');
    expect(await participation()).toMatchObject({
      phase: 'CLOSED',
      lockReason: 'CLOSED',
      overdue: true,
      daysLate: 1,
    });
  });

  test('outlasts an early closing of the round', async () => {
    await excepted('Extend', { dueOn: '2026-12-10' });
    await hub.data(
      `mutation ($id: ID!) { reportingRoundClose(input: { id: $id, version: 1 }) { userErrors { code } } }`,
      { id: cast.round },
      cast.planner,
    );

    expect(await saves()).toEqual([]);
    expect(await saves(otherSchool, neighbour)).toEqual(['CLOSED']);
  });

  test('makes what is not reported not yet due, also for the public, and as it was known before', async () => {
    const ask = async (knownAt: string | null = null) => {
      const { institution } = await hub.data(
        `query ($code: String!, $knownAt: DateTime) { institution(code: $code) {
          pillars(asOf: "2026-11-25", knownAt: $knownAt) { observation } } }`,
        { code: 'DN-THPT-02', knownAt },
      );
      return institution.pillars[0].observation;
    };
    await hub.em.execute(
      `delete from reporting_round where id not in (select round_id from status_update) and code <> ?`,
      [(await codeOf(cast.round))!],
    );
    const before = await ask();
    const { extensions } = await hub.ask('{ __typename }');
    await excepted('Extend', { institutions: [neighbour], dueOn: '2026-12-10' });

    expect([before, await ask(), await ask(extensions.data.publishedAt)]).toEqual([
      before,
      before === 'NOT_REPORTED' ? 'NOT_YET_DUE' : before,
      before,
    ]);
  });

  test('is refused with all problems at once, and then nothing is changed', async () => {
    const { participations, userErrors } = await except('Extend', {
      institutions: [cast.institution, 'nonsense', neighbour],
      dueOn: '2026-11-20',
      closesOn: '2026-11-19',
      reason: ' ',
    });

    expect(participations).toBeNull();
    expect(userErrors.map(({ code, field }: any) => [code, ...field])).toEqual([
      ['NOT_LATER', 'dueOn'],
      ['NOT_LATER', 'closesOn'],
      ['DATES_OUT_OF_ORDER', 'closesOn'],
      ['REASON_MISSING', 'reason'],
      ['NOT_FOUND', 'institutions', '1'],
    ]);
    expect((await participation()).exception).toBeNull();
  });

  test('is refused for nobody, and after the closing', async () => {
    const day = { dueOn: '2026-12-20' };
    const codes = async (input: object) =>
      (await except('Extend', { ...day, ...input })).userErrors.map(({ code }: any) => code);

    expect(await codes({ institutions: [] })).toEqual(['LIST_EMPTY']);
    await on('2026-12-05');
    expect(await codes({})).toEqual(['CLOSED']);
  });
});

describe('a reopening', () => {
  test('lets a school answer again until its day', async () => {
    await on('2026-12-05');
    expect(await saves()).toEqual(['CLOSED']);

    const [given] = await excepted('Reopen', { closesOn: '2026-12-08' });

    expect(given).toMatchObject({ phase: 'OPEN', dueOn: '2026-12-08', overdue: false });
    expect(await saves()).toEqual([]);
    await on('2026-12-09');
    expect((await participation()).phase).toBe('CLOSED');
  });

  test('is refused while the round is open, and for a day that is over', async () => {
    const { userErrors } = await except('Reopen', { closesOn: '2026-11-09' });

    expect(userErrors.map(({ code }: any) => code)).toEqual(['DAY_OVER', 'STILL_OPEN']);
  });
});

describe('an excuse', () => {
  test('ends overdue and moves no figure', async () => {
    await on('2026-11-25');
    const lines =
      '{ administrativeUnit(code: "68") { progress { lines { institutions completed reported inReview notReported } } } }';
    const [before, figures] = [await completeness(), await hub.data(lines)];

    await excepted('Excuse', { institutions: [cast.institution, neighbour] });

    expect(await participation()).toMatchObject({
      overdue: false,
      daysLate: 0,
      exception: { kind: 'EXCUSED', dueOn: null, closesOn: null },
    });
    expect(await completeness()).toEqual({
      ...before,
      excused: 2,
      overdue: before.overdue - 2,
    });
    expect(await hub.data(lines)).toEqual(figures);
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
  });

  test('is listed, replaced by a later exception, and taken back', async () => {
    const kinds = async (exceptions: string[]) => {
      const { node } = await hub.data(
        `query ($id: ID!, $exceptions: [ExceptionKind!]) { node(id: $id) { ... on ReportingRound {
          participations(first: 9, filter: { exceptions: $exceptions }) {
            nodes { institution { id } } } } } }`,
        { id: cast.round, exceptions },
        cast.planner,
      );
      return node.participations.nodes.map(({ institution }: any) => institution.id);
    };
    await excepted('Excuse');
    expect(await kinds(['EXCUSED'])).toEqual([cast.institution]);

    await excepted('Extend', { dueOn: '2026-12-10' });
    expect(await kinds(['EXCUSED'])).toEqual([]);
    expect(await kinds(['EXTENDED', 'REOPENED'])).toEqual([cast.institution]);

    await excepted('ExceptionTakeBack', { reason: 'Nhầm trường' });
    expect(await participation()).toMatchObject({ dueOn: '2026-11-20', exception: null });
    const { userErrors } = await except('ExceptionTakeBack');
    expect(userErrors.map(({ code }: any) => code)).toEqual(['NO_EXCEPTION']);
  });

  test('is refused for a school that has submitted', async () => {
    await handIn();

    const { userErrors } = await except('Excuse');

    expect(userErrors.map(({ code, field }: any) => [code, ...field])).toEqual([
      ['NOTHING_OWED', 'institutions', '0'],
    ]);
  });
});

test('every exception is in the history of the institution, and is one revision', async () => {
  const revision = async () => (await hub.ask('{ __typename }')).extensions.data.revision;
  const before = await revision();
  await excepted('Excuse', { institutions: [cast.institution, neighbour] });

  const events = await hub.em.fork().execute(
    `select action, account_name as who, after from audit_event
     where action like 'participation%' order by id desc limit 2`,
  );
  expect(await revision()).toBe(before + 1);
  expect(events).toEqual(
    Array(2).fill({
      action: 'participationExcuse',
      who: 'Chị Lan',
      after: { kind: 'EXCUSED', dueOn: null, closesOn: null, reason: 'Trường bị ngập' },
    }),
  );
});

test('the reason is for the school, its reviewers and its planners, and for nobody else', async () => {
  await excepted('Extend', { dueOn: '2026-12-10' });

  for (const who of [cast.school, cast.reviewer, cast.planner])
    expect((await participation(who)).exception.reason).toBe('Trường bị ngập');
  for (const who of [otherSchool, {}]) expect(await participation(who)).toBeUndefined();
});

describe('a return after the closing', () => {
  test('gives the school days of its own, for answers, evidence and submission', async () => {
    const update = await handIn();
    await on('2026-12-20');
    const returned = await sendBack(update);

    await on('2027-01-03');
    expect(await participation()).toMatchObject({
      phase: 'OPEN',
      closesOn: '2027-01-03',
      dueOn: '2027-01-03',
      lockReason: null,
      overdue: false,
    });
    const { evidenceLinkAdd } = await hub.data(
      `mutation ($input: EvidenceLinkAddInput!) { evidenceLinkAdd(input: $input) {
        userErrors { code } } }`,
      {
        input: {
          statusUpdate: update.id,
          criterion: 'G1',
          name: 'Quyết định',
          url: 'https://example.edu.vn/quyet-dinh',
        },
      },
      cast.school,
    );
    expect(evidenceLinkAdd.userErrors).toEqual([]);

    // Evidence alone was added: the rest of the answers is as before, and can be submitted again.
    const { update: again, refusals } = await submit(hub, cast.school, {
      id: update.id,
      version: returned.version,
    });
    expect(refusals).toEqual([]);
    const { update: approved } = await approve(hub, cast.reviewer, {
      id: update.id,
      version: again!.version,
    });
    expect(approved!.state).toBe('APPROVED');
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
  });

  test('is over after these days', async () => {
    const update = await handIn();
    await on('2026-12-20');
    await sendBack(update);
    await on('2027-01-04');

    expect(await participation()).toMatchObject({ phase: 'CLOSED', overdue: true, daysLate: 1 });
    const { refusals } = await save(hub, cast.school, {
      institution: cast.institution,
      round: cast.round,
      version: 3,
      answers: [],
    });
    expect(refusals.map(({ code }) => code)).toEqual(['CLOSED']);
  });
});

async function codeOf(round: string): Promise<string | undefined> {
  const { node } = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on ReportingRound { code } } }',
    { id: round },
  );
  return node?.code;
}
