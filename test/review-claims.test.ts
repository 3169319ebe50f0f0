import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fromGlobalId } from '../src/graphql/node.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { idOfUnit, PASSWORD, person, type Headers, type Person } from './support/people.js';
import {
  approve,
  castOf,
  giveBack,
  handedIn,
  now as morning,
  TODAY,
  type Cast,
  type Changed,
} from './support/reporting.js';

let hub: TestHub;
let clock = morning();
let schools: string[];
let huong: Person;
let binh: Person;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => clock, limits: UNBOUNDED });
  const rows = await hub.em.execute<{ code: string }[]>(
    `select code from institution join institution_period as period
       on period.institution_id = institution.id and superseded_at is null and valid_to is null
     where closed_on is null and kind = 'UPPER_SECONDARY_SCHOOL' and not exists (
       select from status_update join reporting_round as round on round.id = round_id
       where institution_id = institution.id and round.code = '2026-11') order by code`,
  );
  schools = rows.map(({ code }) => code);
});
afterAll(() => hub.close());

let cast: Cast;
let update: Changed;
beforeEach(async () => {
  clock = morning();
  huong = await reviewer('Bà Hương');
  binh = await reviewer('Thầy Bình');
  cast = await castOf(hub, schools.shift());
  update = await handedIn(hub, cast);
});

async function reviewer(name: string): Promise<Person> {
  const unitId = fromGlobalId('AdministrativeUnit', await idOfUnit(hub, '68', TODAY))!;
  return person(hub, [{ role: 'REVIEWER', unitId }], name);
}

const CLAIM = 'claim { by isMine since }';

async function send(name: string, who: Headers, input: object = {}): Promise<any> {
  const type = name === 'statusUpdateHandOver' ? name : 'statusUpdateClaim';
  const { result } = await hub.data(
    `mutation ($input: ${type[0]!.toUpperCase()}${type.slice(1)}Input!) { result: ${name}(input: $input) {
      statusUpdate { version ${CLAIM} } userErrors { code field message } } }`,
    { input: { id: update.id, ...input } },
    who,
  );
  return result;
}
const claim = (who: Person) => send('statusUpdateClaim', who.headers);
const release = (who: Person) => send('statusUpdateRelease', who.headers);
const handOver = (who: Person, to?: Person) =>
  send('statusUpdateHandOver', who.headers, to ? { to: to.id } : {});
const codesOf = ({ userErrors }: any) => userErrors.map(({ code }: any) => code);

async function seenBy(who: Headers): Promise<any> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on StatusUpdate {
      ${CLAIM} canApprove canReturn canHandOver reviewers { id name } } } }`,
    { id: update.id },
    who,
  );
  return node;
}

const since = '2026-11-23T03:00:00.000Z';

describe('a report that waits', () => {
  test('is claimed by one reviewer, and others see who has it and since when', async () => {
    const { statusUpdate } = await claim(huong);

    expect(statusUpdate).toEqual({
      version: update.version,
      claim: { by: 'Bà Hương', isMine: true, since },
    });
    expect(await seenBy(binh.headers)).toMatchObject({
      claim: { by: 'Bà Hương', isMine: false, since },
      canApprove: false,
      canReturn: false,
      canHandOver: true,
    });
    expect(await seenBy(cast.planner)).toMatchObject({
      claim: { by: 'Bà Hương' },
      canHandOver: false,
      reviewers: [],
    });
  });

  test('goes to one of two who claim it at the same moment, each time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([claim(huong), claim(binh)]);
      const codes = answers.flatMap(codesOf);
      expect(codes).toEqual(['CLAIMED_BY_ANOTHER']);
      const winner = codesOf(answers[0]).length === 0 ? huong : binh;
      expect((await seenBy(winner.headers)).claim.isMine).toBe(true);
      await release(winner);
    }
  });

  test('is decided on by whoever claimed it and by nobody else', async () => {
    await claim(huong);
    const { id, version } = update;
    const reasons = [{ criterion: 'G1', reason: 'Chưa rõ' }];

    const approval = await approve(hub, binh.headers, { id, version });
    expect(approval.refusals).toEqual([
      {
        code: 'CLAIMED_BY_ANOTHER',
        field: ['id'],
        message: expect.stringContaining(
          'Bà Hương has been reviewing this report since 10:00 23/11/2026',
        ),
      },
    ]);
    expect(
      codesOf({
        userErrors: (await giveBack(hub, binh.headers, { id, version, reasons })).refusals,
      }),
    ).toEqual(['CLAIMED_BY_ANOTHER']);
    const { update: approved } = await approve(hub, huong.headers, { id, version });
    expect(approved?.state).toBe('APPROVED');
    expect((await seenBy(binh.headers)).claim).toBeNull();
  });

  test('is skipped, and named, where many are approved at once', async () => {
    await claim(huong);
    const other = await handedIn(hub, await castOf(hub, schools.shift()));
    const updates = [update, other].map(({ id, version }) => ({ id, version }));

    const { statusUpdateApproveMany } = await hub.data(
      `mutation ($input: StatusUpdateApproveManyInput!) { statusUpdateApproveMany(input: $input) {
        results { id statusUpdate { state } userErrors { code message } } } }`,
      { input: { updates } },
      binh.headers,
    );

    expect(statusUpdateApproveMany.results).toEqual([
      {
        id: update.id,
        statusUpdate: null,
        userErrors: [
          {
            code: 'CLAIMED_BY_ANOTHER',
            message: expect.stringContaining('Bà Hương has been reviewing'),
          },
        ],
      },
      { id: other.id, statusUpdate: { state: 'APPROVED' }, userErrors: [] },
    ]);
  });

  test('is withdrawn by its school whoever claimed it, and handed in again it is nobody’s', async () => {
    await claim(huong);
    const withdraw = `mutation ($input: StatusUpdateWithdrawInput!) {
      result: statusUpdateWithdraw(input: $input) { statusUpdate { id version state } userErrors { code } } }`;
    const { id, version } = update;

    const { result } = await hub.data(withdraw, { input: { id, version } }, cast.school);
    expect(result).toMatchObject({ statusUpdate: { state: 'WITHDRAWN' }, userErrors: [] });
    expect(codesOf(await claim(binh))).toEqual(['NOT_IN_REVIEW']);
    update = await handedInAgain(result.statusUpdate.version);
    expect((await seenBy(binh.headers)).claim).toBeNull();
    expect(codesOf(await claim(binh))).toEqual([]);
  });

  async function handedInAgain(version: number): Promise<Changed> {
    const { institution, round } = cast;
    const { saved } = await hub.data(
      `mutation ($input: StatusUpdateSaveInput!) { saved: statusUpdateSave(input: $input) {
        statusUpdate { id version } } }`,
      { input: { institution, round, version, answers: [] } },
      cast.school,
    );
    const { handed } = await hub.data(
      `mutation ($input: StatusUpdateSubmitInput!) { handed: statusUpdateSubmit(input: $input) {
        statusUpdate { id version state } userErrors { code } } }`,
      { input: { id: saved.statusUpdate.id, version: saved.statusUpdate.version } },
      cast.school,
    );
    return handed.statusUpdate;
  }
});

describe('a review goes over', () => {
  test('to who takes it, and to a reviewer who is named', async () => {
    await claim(huong);

    expect((await handOver(binh)).statusUpdate.claim).toMatchObject({
      by: 'Thầy Bình',
      isMine: true,
    });
    expect(codesOf(await claim(huong))).toEqual(['CLAIMED_BY_ANOTHER']);
    const { statusUpdate } = await handOver(binh, huong);
    expect(statusUpdate.claim).toMatchObject({ by: 'Bà Hương', isMine: false });
  });

  test('to nobody who may not decide on it', async () => {
    const elsewhere = await person(hub, [], 'Ông Khác');
    const { reviewers } = await seenBy(huong.headers);

    expect(reviewers.map(({ id }: any) => id)).toEqual(expect.arrayContaining([huong.id, binh.id]));
    expect(reviewers.map(({ id }: any) => id)).not.toContain(elsewhere.id);
    expect(codesOf(await handOver(huong, elsewhere))).toEqual(['REVIEWER_UNFIT']);
    expect(codesOf(await send('statusUpdateHandOver', huong.headers, { to: 'nobody' }))).toEqual([
      'REVIEWER_UNFIT',
    ]);
  });

  test('back to everybody, by whoever has it and by nobody else', async () => {
    expect(codesOf(await release(huong))).toEqual(['NOT_CLAIMED']);
    await claim(huong);
    expect(codesOf(await release(binh))).toEqual(['CLAIMED_BY_ANOTHER']);
    expect((await release(huong)).statusUpdate.claim).toBeNull();
    expect(codesOf(await claim(binh))).toEqual([]);
  });

  test('back after a day in which its reviewer did not use the hub', async () => {
    await claim(huong);
    const later = (hours: number) => (clock = new Date(morning().getTime() + hours * 3_600_000));
    const at = async (hours: number) => {
      later(hours);
      return (await seenBy((await reviewer('Người trực')).headers)).claim?.by ?? null;
    };

    expect(await at(23)).toBe('Bà Hương');
    expect(await at(24)).toBeNull();
    // Whoever signed in meanwhile was not absent.
    later(20);
    await signInOf(huong);
    expect(await at(43)).toBe('Bà Hương');
    expect(await at(44)).toBeNull();
    expect(
      codesOf(await send('statusUpdateClaim', (await reviewer('Người trực')).headers)),
    ).toEqual([]);
  });

  test('back when its reviewer loses the duty, or the account is disabled', async () => {
    const leaving = await reviewer('Cô Sắp Nghỉ');
    await claim(leaving);
    const account = fromGlobalId('Account', leaving.id)!;
    const held = async () => (await seenBy(binh.headers)).claim?.by ?? null;

    expect(await held()).toBe('Cô Sắp Nghỉ');
    await hub.em.execute('update account set disabled_at = now() where id = ?', [account]);
    expect(await held()).toBeNull();
    await hub.em.execute('update account set disabled_at = null where id = ?', [account]);
    expect(await held()).toBe('Cô Sắp Nghỉ');
    await hub.em.execute(`update account_grant set valid_to = '2026-11-22' where account_id = ?`, [
      account,
    ]);
    expect(await held()).toBeNull();
  });

  async function signInOf({ email }: Person): Promise<void> {
    await hub.data(
      `mutation ($input: SessionStartInput!) { sessionStart(input: $input) { userErrors { code } } }`,
      { input: { email, password: PASSWORD } },
    );
  }
});

test('the queue tells mine from others’ and from nobody’s', async () => {
  const queue = async (who: Person, claimed: string) => {
    const { statusUpdates } = await hub.data(
      `query ($filter: StatusUpdateFilter) { statusUpdates(first: 100, filter: $filter) { nodes { id } } }`,
      { filter: { claim: claimed, awaitingDecision: true } },
      who.headers,
    );
    return statusUpdates.nodes.some(({ id }: any) => id === update.id);
  };
  const all = async (who: Person) => [
    await queue(who, 'MINE'),
    await queue(who, 'NOBODY'),
    await queue(who, 'OTHERS'),
  ];

  expect(await all(huong)).toEqual([false, true, false]);
  await claim(huong);
  expect(await all(huong)).toEqual([true, false, false]);
  expect(await all(binh)).toEqual([false, false, true]);
  clock = new Date(morning().getTime() + 24 * 3_600_000);
  expect(await all(await reviewer('Người trực'))).toEqual([false, true, false]);
});

test('nobody but reviewers and planners learns of a claim, and it changes no public answer', async () => {
  const asked = '{ __typename }';
  const before = (await hub.ask(asked)).extensions.data.revision;
  await claim(huong);
  const elsewhere = await person(hub, [], 'Ông Khác');

  expect(await seenBy(cast.school)).toMatchObject({
    claim: null,
    canHandOver: false,
    reviewers: [],
  });
  for (const who of [{}, elsewhere.headers]) expect(await seenBy(who)).toBeNull();
  expect((await hub.ask(asked)).extensions.data.revision).toBe(before);
});

test('the trail tells each change of a claim once, and not that somebody goes on', async () => {
  await claim(huong);
  await claim(huong);
  await handOver(binh);
  await release(binh);

  const events = await hub.em.execute<object[]>(
    `select action, account_name as by, before, after from audit_event
     where subject_type = 'StatusUpdate' and subject_id = ? and jsonb_exists(after, 'claimedBy')
     order by id`,
    [fromGlobalId('StatusUpdate', update.id)],
  );
  expect(events).toEqual([
    {
      action: 'statusUpdateClaim',
      by: 'Bà Hương',
      before: { claimedBy: null },
      after: { claimedBy: 'Bà Hương' },
    },
    {
      action: 'statusUpdateHandOver',
      by: 'Thầy Bình',
      before: { claimedBy: 'Bà Hương' },
      after: { claimedBy: 'Thầy Bình' },
    },
    {
      action: 'statusUpdateRelease',
      by: 'Thầy Bình',
      before: { claimedBy: 'Thầy Bình' },
      after: { claimedBy: null },
    },
  ]);
});
