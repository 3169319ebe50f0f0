import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import {
  ReviewQueueDocument,
  SchoolFormDocument,
  StatusUpdateApproveManyDocument,
  StatusUpdateCorrectDocument,
  StatusUpdateReopenDocument,
  StatusUpdateWithdrawDocument,
} from '../clients/typescript/src/generated/graphql.js';
import {
  addEvidence,
  approve,
  castOf,
  draft,
  FULL_ANSWERS,
  giveBack,
  handedIn,
  now,
  save,
  SCHOOL,
  submit,
  type Cast,
} from './support/reporting.js';
import { signIn, type Headers } from './support/people.js';

let hub: TestHub;
let cast: Cast;
beforeEach(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
});
afterEach(() => hub.close());

/** The form as its school, or somebody else, sees it. */
async function form(who: Headers = cast.school): Promise<any> {
  const { institution, round } = cast;
  const { statusUpdates } = await hub.data(
    SchoolFormDocument.toString(),
    { institution, round },
    who,
  );
  return statusUpdates.nodes[0] ?? null;
}

/** One answer of the newest revision in it. */
const entryOf = (update: any, code: string) =>
  update.newestRevision.entries.find(({ criterion }: any) => criterion.code === code);

/** How far the newest revision of an update has come, and how much of it is new. */
async function counts(id: string, who: Headers) {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { newestRevision {
      answerCounts { asked answered changed } } } } }`,
    { id },
    who,
  );
  return node?.newestRevision?.answerCounts;
}

/** The province's figures of today for schools: all four pillars together. */
async function figures(who: Headers = {}) {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "68") { progress(groups: [GENERAL_EDUCATION]) {
      lines { pillar completed reported inReview notReported carriedForward } } } }`,
    {},
    who,
  );
  return administrativeUnit.progress.lines.find(({ pillar }: any) => pillar === null);
}

test('a school reports, the reviewer returns it, the school mends it, and the approval counts in the next read', async () => {
  const { institution, round, school, reviewer } = cast;
  const before = await figures();

  const saved = await save(hub, school, { institution, round, answers: [] });
  const begun = await form();
  expect(begun).toMatchObject({ state: 'DRAFT', version: 1, canSave: true, canSubmit: true });
  expect(entryOf(begun, 'D3')).toMatchObject({ selfValue: 2, prefilled: true, change: null });
  // What was taken from the last approved report is no change of it.
  expect(await counts(saved.update!.id, school)).toMatchObject({ asked: 22, changed: 0 });

  const early = await submit(hub, school, { id: saved.update!.id, version: 1 });
  expect(early.update).toBeNull();
  expect(early.refusals.map(({ code }) => code)).toContain('EVIDENCE_MISSING');
  expect(early.refusals).toEqual(begun.submissionProblems);

  const poor = FULL_ANSWERS.map((answer) =>
    answer.criterion === 'O2' ? { ...answer, value: 10 } : answer,
  );
  const filled = await save(hub, school, { institution, round, version: 1, answers: poor });
  const { id } = filled.update!;
  await addEvidence(hub, id);
  const first = await submit(hub, school, { id, version: 2, note: 'Kính gửi Sở' });
  expect(first).toMatchObject({ update: { version: 3, state: 'SUBMITTED' }, refusals: [] });
  // The school reported in 2023 and counts as reported already.
  expect(await figures()).toEqual(before);

  const queue = await hub.data(
    ReviewQueueDocument.toString(),
    { unit: cast.province, first: 100 },
    reviewer,
  );
  expect(queue.statusUpdates.nodes.at(-1)).toMatchObject({
    id,
    canApprove: true,
    canReturn: true,
    newestRevision: { number: 1, submittedBy: 'Cô Hoa', note: 'Kính gửi Sở' },
  });

  const returned = await giveBack(hub, reviewer, {
    id,
    version: 3,
    reasons: [{ criterion: 'O2', reason: 'Hãy đếm lại số giáo viên.' }],
    note: 'Còn một tiêu chí.',
  });
  expect(returned).toMatchObject({ update: { version: 4, state: 'RETURNED' }, refusals: [] });
  const back = await form();
  expect(back.newestRevision).toMatchObject({
    decision: 'RETURNED',
    decidedBy: 'Thầy Bình',
    decisionNote: 'Còn một tiêu chí.',
  });
  expect(entryOf(back, 'O2').returnReason).toBe('Hãy đếm lại số giáo viên.');

  await save(hub, school, {
    institution,
    round,
    version: 4,
    answers: [{ criterion: 'O2', value: 38, total: 40 }],
  });
  await submit(hub, school, { id, version: 5 });
  const again = await form(reviewer);
  expect(again.newestRevision.number).toBe(2);
  expect(await counts(id, reviewer)).toEqual({ asked: 22, answered: 22, changed: 1 });
  // Somebody who may not look into it sees no more than that it is there.
  expect(await counts(id, {})).toBeUndefined();
  expect(
    again.newestRevision.entries
      .filter(({ needsLook }: any) => needsLook)
      .map(({ criterion, change }: any) => [criterion.code, change]),
  ).toEqual([['O2', 'CHANGED']]);
  const { node: mended } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { newestRevision {
      entries { criterion { code } returnReason earlierReturnReason } } } } }`,
    { id },
    reviewer,
  );
  expect(entryOf(mended, 'O2')).toMatchObject({
    returnReason: null,
    earlierReturnReason: 'Hãy đếm lại số giáo viên.',
  });

  const approved = await approve(hub, reviewer, { id, version: 6 });
  expect(approved).toMatchObject({ update: { version: 7, state: 'APPROVED' }, refusals: [] });
  expect(await figures()).toEqual({
    ...before,
    completed: before.completed + 1,
    carriedForward: before.carriedForward - 1,
  });
  const { institution: standing } = await hub.data(
    `{ institution(code: "DN-THPT-01") { pillars { observation stage update { id revision } } } }`,
  );
  for (const pillar of standing.pillars)
    expect(pillar).toEqual({
      observation: 'REPORTED',
      stage: 'COMPLETED',
      update: { id, revision: 2 },
    });
});

describe('an approval', () => {
  test('keeps the school’s value and the reviewer’s, and the reviewer’s decides', async () => {
    const { id, version } = await handedIn(hub, cast);

    const { update } = await approve(hub, cast.reviewer, {
      id,
      version,
      changes: [{ criterion: 'G1', value: 0, reason: 'Quyết định chưa ký.' }],
    });

    expect(update).toMatchObject({ state: 'APPROVED' });
    const seen = await form();
    expect(entryOf(seen, 'G1')).toMatchObject({
      selfValue: 1,
      appraisedValue: 0,
      appraisalReason: 'Quyết định chưa ký.',
      points: 0,
    });
    expect(seen.newestRevision.pillars).toContainEqual({
      pillar: 'DIGITAL_GOVERNANCE',
      stage: 'IN_PROGRESS',
      points: 84,
      maxPoints: 100,
    });
  });

  test('of a share needs a total, a reason, a known criterion and values in range, all told at once', async () => {
    const { id, version } = await handedIn(hub, cast);

    const { update, refusals } = await approve(hub, cast.reviewer, {
      id,
      version,
      changes: [
        { criterion: 'D1', value: 5, reason: ' ' },
        { criterion: 'G3', value: 9, reason: 'x' },
        { criterion: 'X9', value: 1, reason: 'x' },
        { criterion: 'G1', value: 0, reason: 'x'.repeat(2001) },
        { criterion: 'G1', value: 0, reason: 'x' },
      ],
    });

    expect(update).toBeNull();
    expect(refusals.map(({ code, field }) => [code, field!.join('.')]).sort()).toEqual([
      ['CRITERION_TWICE', 'changes.G1.criterion'],
      ['CRITERION_UNKNOWN', 'changes.X9.criterion'],
      ['REASON_MISSING', 'changes.D1.reason'],
      ['TEXT_TOO_LONG', 'changes.G1.reason'],
      ['TOTAL_MISSING', 'changes.D1.total'],
      ['VALUE_OUT_OF_RANGE', 'changes.G3.value'],
    ]);
    expect((await form()).state).toBe('SUBMITTED');
  });
});

test('a withdrawn update is out of review, and can be mended and handed in again', async () => {
  const { institution, round, school, reviewer } = cast;
  const { id, version } = await handedIn(hub, cast);
  const withdraw = (input: object) =>
    hub.data(StatusUpdateWithdrawDocument.toString(), { input }, school);

  const { statusUpdateWithdraw } = await withdraw({ id, version, reason: 'Nhầm số liệu' });
  expect(statusUpdateWithdraw.statusUpdate).toMatchObject({ state: 'WITHDRAWN' });
  const late = await approve(hub, reviewer, { id, version: version + 1 });
  expect(late.refusals.map(({ code }) => code)).toEqual(['NOT_IN_REVIEW']);

  const mended = await save(hub, school, { institution, round, version: version + 1, answers: [] });
  expect(mended.update).toMatchObject({ state: 'DRAFT' });
  const again = await submit(hub, school, { id, version: version + 2 });
  expect(again.update).toMatchObject({ state: 'SUBMITTED' });
  const seen = await form();
  expect(seen.newestRevision.number).toBe(2);
});

test('a correction by the reviewer is a new revision, approved at once, and the figure follows', async () => {
  const { id, version } = await handedIn(hub, cast);
  await approve(hub, cast.reviewer, { id, version });
  const completed = (await figures()).completed;

  const input = {
    id,
    version: version + 1,
    changes: [{ criterion: 'G1', value: 0, reason: 'Kiểm tra tại chỗ.' }],
    reason: 'Kiểm tra sau công nhận.',
  };
  const data = await hub.data(StatusUpdateCorrectDocument.toString(), { input }, cast.reviewer);

  expect(data.statusUpdateCorrect).toMatchObject({
    statusUpdate: { state: 'APPROVED', version: version + 2 },
    userErrors: [],
  });
  expect((await figures()).completed).toBe(completed - 1);
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on StatusUpdate {
      revision revisions { number decision note pillars { pillar stage } entries { points } } } } }`,
    { id },
  );
  expect(node.revision).toBe(2);
  expect(node.revisions).toMatchObject([
    { number: 1, decision: 'APPROVED', note: null, entries: null },
    { number: 2, decision: 'APPROVED', note: null, entries: null },
  ]);
});

test('a school reopens what was approved; until its correction is approved the old one counts', async () => {
  const { institution, round, school, reviewer } = cast;
  const { id, version } = await handedIn(hub, cast);
  await approve(hub, reviewer, {
    id,
    version,
    changes: [{ criterion: 'G3', value: 1, reason: 'Chưa đủ.' }],
  });
  const { completed } = await figures();
  const locked = await save(hub, school, { institution, round, version: version + 1, answers: [] });
  expect(locked.refusals.map(({ code }) => code)).toEqual(['ALREADY_DECIDED']);

  const input = { id, version: version + 1, reason: 'Đã bổ sung.' };
  await hub.data(StatusUpdateReopenDocument.toString(), { input }, school);
  const reopened = await form();
  expect(reopened).toMatchObject({ state: 'DRAFT', canSave: true, canSubmit: true });
  // It begins with what the reviewer accepted.
  expect(entryOf(reopened, 'G3')).toMatchObject({ selfValue: 1, change: 'UNCHANGED' });
  await save(hub, school, {
    institution,
    round,
    version: version + 2,
    answers: [{ criterion: 'G1', value: 0 }],
  });
  await submit(hub, school, { id, version: version + 3 });
  expect((await figures()).completed).toBe(completed);

  await approve(hub, reviewer, { id, version: version + 4 });
  expect((await figures()).completed).toBe(completed - 1);
});

test('what was approved last before a round is of an earlier one, whatever was approved since', async () => {
  const { id, version } = await handedIn(hub, cast);
  await approve(hub, cast.reviewer, { id, version });
  const updatesOfSchool = async () => {
    const { institution } = await hub.data(
      `query ($code: String!) { institution(code: $code) { statusUpdates(first: 10) { nodes {
        id approvedRevision { number decision entries { selfValue } } approvedBefore { id }
      } } } }`,
      { code: SCHOOL },
    );
    return institution.statusUpdates.nodes;
  };
  const updates = await updatesOfSchool();
  expect(updates[0].id).toBe(id);
  expect(updates.length).toBe(2);
  const ids = updates.map((each: any) => each.id);
  const before = (all: any[]) => all.map(({ approvedBefore }) => approvedBefore?.id ?? null);
  expect(before(updates)).toEqual([...ids.slice(1), null]);
  // Everybody knows of it; its answers are for those who see into the update.
  expect(updates[0].approvedRevision).toEqual({ number: 1, decision: 'APPROVED', entries: null });

  // Of rounds with one reference date none comes before the other and after it too.
  const em = hub.em.fork();
  const dates = await em.execute('select id, reference_date as date from reporting_round');
  await em.execute(`update reporting_round set reference_date = '2026-06-30'`);
  const met = await updatesOfSchool();
  for (const { id, date } of dates)
    await em.execute('update reporting_round set reference_date = ? where id = ?', [date, id]);
  expect(before(met).filter((each) => each === null)).toHaveLength(1);
  expect(new Set(before(met)).size).toBe(met.length);
});

test('many are approved at once, each with its own result', async () => {
  const { school, reviewer } = cast;
  const mine = await handedIn(hub, cast);
  const queue = await hub.data(ReviewQueueDocument.toString(), { first: 5 }, reviewer);
  const [one, two] = queue.statusUpdates.nodes;
  const updates = [
    { id: one.id, version: one.version },
    { id: two.id, version: two.version + 7 },
    { id: one.id, version: one.version },
    { id: 'nothing', version: 1 },
    { id: mine.id, version: mine.version },
  ];

  const data = await hub.data(
    StatusUpdateApproveManyDocument.toString(),
    { input: { updates } },
    reviewer,
  );

  const { results, userErrors } = data.statusUpdateApproveMany;
  expect(userErrors).toEqual([]);
  expect(
    results.map(({ id, statusUpdate, userErrors: why }: any) => [
      id,
      statusUpdate?.state ?? null,
      ...why.map(({ code }: any) => code),
    ]),
  ).toEqual([
    [one.id, 'APPROVED'],
    [two.id, null, 'CONFLICT'],
    [one.id, null, 'UPDATE_TWICE'],
    ['nothing', null, 'NOT_FOUND'],
    [mine.id, 'APPROVED'],
  ]);
  const none = await hub.data(
    StatusUpdateApproveManyDocument.toString(),
    { input: { updates: [{ id: mine.id, version: 1 }] } },
    school,
  );
  expect(none.statusUpdateApproveMany.results[0].userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
});

test('a conflict names who changed what, in the language asked for', async () => {
  const { institution, round, school } = cast;
  const { version } = await draft(hub, cast);

  const { refusals } = await save(
    hub,
    { ...school, 'accept-language': 'vi' },
    { institution, round, version: version - 1, answers: [] },
  );

  expect(refusals).toEqual([
    {
      code: 'CONFLICT',
      field: ['version'],
      message: expect.stringMatching(
        /^Phiên bản hiện nay là 1, không phải 0\. Đã thay đổi: Cô Hoa \(statusUpdateSave, .*\)\. Hãy tải lại/,
      ),
    },
  ]);
});

test('nobody decides on what they handed in themselves', async () => {
  const both = await signIn(hub, [
    { role: 'SCHOOL_ADMIN', institution: cast.institution },
    { role: 'REVIEWER', unit: cast.province },
  ]);
  const { id, version } = await handedIn(hub, { ...cast, school: both });

  const { refusals } = await approve(hub, both, { id, version });

  expect(refusals.map(({ code }) => code)).toEqual(['OWN_SUBMISSION']);
  const { node } = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { canApprove canReturn canWithdraw } } }',
    { id },
    both,
  );
  expect(node).toEqual({ canApprove: false, canReturn: false, canWithdraw: true });
  const queue = await hub.data(ReviewQueueDocument.toString(), { first: 100 }, both);
  expect(queue.statusUpdates.nodes.map((update: any) => update.id)).not.toContain(id);
});

test('an idempotency key gives the same answer for the same input, and refuses another', async () => {
  const { id, version } = await draft(hub, cast);
  const input = { id, version, idempotencyKey: 'gửi-1' };

  const first = await submit(hub, cast.school, input);
  const second = await submit(hub, cast.school, input);
  const other = await submit(hub, cast.school, { ...input, note: 'khác' });

  expect(second).toEqual(first);
  expect(first.update).toMatchObject({ version: version + 1, state: 'SUBMITTED' });
  expect(other.refusals.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  const long = await submit(hub, cast.school, { ...input, idempotencyKey: 'x'.repeat(201) });
  expect(long.refusals.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_TOO_LONG']);
});

test('drafts are their school’s alone, and what was handed in is for reviewers and planners, not the public', async () => {
  const { school, reviewer, planner } = cast;
  const { id, version } = await draft(hub, cast);
  const revisions = async (who: Headers) => (await form(who))?.newestRevision?.number ?? null;

  expect(await revisions(school)).toBe(1);
  expect(await form(reviewer)).toMatchObject({ state: 'DRAFT', newestRevision: null });
  expect(await form(planner)).toMatchObject({ state: 'DRAFT', newestRevision: null });
  expect(await form({})).toBeNull();

  await submit(hub, school, { id, version });
  expect(await revisions(reviewer)).toBe(1);
  expect(await revisions(planner)).toBe(1);
  expect(await form({})).toBeNull();
  const { node } = await hub.data('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(node).toBeNull();
});

test('two mutations of one document each answer with what they made', async () => {
  const { id, version } = await draft(hub, cast);

  const { one, two } = await hub.data(
    `mutation ($id: ID!, $one: Int!, $two: Int!) {
      one: statusUpdateSubmit(input: { id: $id, version: $one }) { statusUpdate { state version } }
      two: statusUpdateWithdraw(input: { id: $id, version: $two }) { statusUpdate { state version } }
    }`,
    { id, one: version, two: version + 1 },
    cast.school,
  );

  expect(one.statusUpdate).toEqual({ state: 'SUBMITTED', version: version + 1 });
  expect(two.statusUpdate).toEqual({ state: 'WITHDRAWN', version: version + 2 });
});
