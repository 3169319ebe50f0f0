import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { roundInput } from './support/access-scene.js';
import { startHub, type TestHub } from './support/hub.js';
import { castOf, draft, now, save, submit, type Cast } from './support/reporting.js';

let hub: TestHub;
let cast: Cast;
let framework: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  framework = (await hub.data('{ frameworks { id } }')).frameworks[0].id;
});
afterAll(() => hub.close());

const ROUND = `reportingRound { id code name version opensOn dueOn referenceDate closesOn closedAt
  returnDays phase withdrawnAt withdrawalReason canAmend canWithdraw canExtend }`;

async function run(mutation: string, input: object, who = cast.planner): Promise<any> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { result } = await hub.data(
    `mutation ($input: ${type}!) { result: ${mutation}(input: $input) {
      ${ROUND} userErrors { code field } } }`,
    { input },
    { ...who, 'accept-language': 'en' },
  );
  return result;
}
const codesOf = ({ userErrors }: any) => userErrors.map(({ code }: any) => code);

async function called(dates: object = {}): Promise<any> {
  const input = roundInput({ ...cast, framework } as any, dates);
  const { reportingRound, userErrors } = await run('reportingRoundCreate', input);
  expect(userErrors).toEqual([]);
  return reportingRound;
}

const begin = (round: string, answers: Parameters<typeof save>[2]['answers'] = []) =>
  save(hub, cast.school, { institution: cast.institution, round, answers });

/** The ids of the rounds in the list. */
async function listed(withdrawn = false): Promise<string[]> {
  const { reportingRounds } = await hub.data(
    `{ reportingRounds(first: 100, withdrawn: ${withdrawn}) { nodes { id } } }`,
  );
  return reportingRounds.nodes.map(({ id }: any) => id);
}

/** The dates of the points of the series, and the moment of the data. */
async function series(knownAt: string | null = null) {
  const { data, extensions } = await hub.ask(
    `query ($knownAt: DateTime) { administrativeUnit(code: "68") {
      progressSeries(knownAt: $knownAt) { asOf } } }`,
    { knownAt },
  );
  const dates = data.administrativeUnit.progressSeries.map(({ asOf }: any) => asOf);
  return { dates, at: extensions.data.publishedAt };
}

describe('mending a round', () => {
  test('changes its dates and names while nobody has begun, and keeps what was known', async () => {
    const round = await called({ referenceDate: '2026-09-15' });
    const before = await series();

    const { reportingRound } = await run('reportingRoundAmend', {
      id: round.id,
      version: round.version,
      nameEn: 'The mended round',
      dueOn: '2026-12-05',
      referenceDate: '2026-09-16',
      returnDays: 7,
    });

    expect(reportingRound).toMatchObject({
      name: 'The mended round',
      dueOn: '2026-12-05',
      referenceDate: '2026-09-16',
      closesOn: '2026-12-31',
      returnDays: 7,
      version: 2,
    });
    expect(before.dates).toContain('2026-09-15');
    const after = await series();
    expect(after.dates).toContain('2026-09-16');
    expect(after.dates).not.toContain('2026-09-15');
    expect((await series(before.at)).dates).toEqual(before.dates);
  });

  test('says all problems at once', async () => {
    const round = await called();
    const refusal = await run('reportingRoundAmend', {
      id: round.id,
      version: round.version,
      nameVi: ' ',
      dueOn: '2027-02-01',
      referenceDate: '1999-01-01',
      returnDays: 0,
    });

    expect(codesOf(refusal)).toEqual([
      'TEXT_MISSING',
      'DATES_OUT_OF_ORDER',
      'RETURN_DAYS_UNFIT',
      'OUTSIDE_UNIT_SPAN',
      'FRAMEWORK_NOT_IN_FORCE',
    ]);
    expect(codesOf(await run('reportingRoundAmend', { id: round.id, version: 1 }))).toEqual([
      'AMENDMENT_MISSING',
    ]);
  });

  test('is refused once a draft is saved', async () => {
    const round = await called();
    await begin(round.id);

    const refusal = await run('reportingRoundAmend', {
      id: round.id,
      version: 1,
      dueOn: '2026-12-05',
    });

    expect(codesOf(refusal)).toEqual(['ROUND_BEGUN']);
  });
});

describe('withdrawing a round', () => {
  test('takes it out of every list and count, with its reason, and keeps what was known', async () => {
    const start = await series();
    const round = await called({ referenceDate: '2026-09-17' });
    await begin(round.id);
    const before = await series();

    const { reportingRound } = await run('reportingRoundWithdraw', {
      id: round.id,
      version: 1,
      reason: 'Nhầm bộ tiêu chí',
    });

    expect(reportingRound).toMatchObject({
      phase: 'WITHDRAWN',
      withdrawalReason: 'Nhầm bộ tiêu chí',
      canAmend: false,
      canWithdraw: false,
      canExtend: false,
    });
    expect(await listed()).not.toContain(round.id);
    expect(await listed(true)).toContain(round.id);
    expect((await series()).dates).toEqual(start.dates);
    expect((await series(before.at)).dates).toEqual(before.dates);
    expect((await series(start.at)).dates).toEqual(start.dates);
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
    const { institution } = await hub.data(
      `{ institution(code: "DN-THPT-01") { participations(first: 50) { nodes { round { id } } }
        statusUpdates(first: 50) { nodes { round { id } } } } }`,
      {},
      cast.school,
    );
    const rounds = [...institution.participations.nodes, ...institution.statusUpdates.nodes];
    expect(rounds.map((each: any) => each.round.id)).not.toContain(round.id);
    expect((await begin(round.id)).refusals.map(({ code }) => code)).toEqual(['CONFLICT']);
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { id ... on ReportingRound { withdrawalReason } } }',
      { id: round.id },
    );
    expect(node).toEqual({ id: round.id, withdrawalReason: null });
  });

  test('leaves its drafts to fill the next round', async () => {
    const mistaken = await called();
    await begin(mistaken.id, [{ criterion: 'G3', value: 2, comment: 'đã làm' }]);
    await run('reportingRoundWithdraw', { id: mistaken.id, version: 1, reason: 'Nhầm ngày' });
    const next = await called({ code: mistaken.code });

    const { update } = await begin(next.id);

    const { node } = await hub.data(
      `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { newestRevision { entries {
        criterion { code } selfValue comment prefilled } } } } }`,
      { id: update!.id },
      cast.school,
    );
    expect(
      node.newestRevision.entries.find(({ criterion }: any) => criterion.code === 'G3'),
    ).toEqual({ criterion: { code: 'G3' }, selfValue: 2, comment: 'đã làm', prefilled: true });
  });

  test('is refused once something is submitted, without a reason, and twice', async () => {
    const round = await called();
    const withdraw = async (version: number, reason = 'Nhầm') =>
      codesOf(await run('reportingRoundWithdraw', { id: round.id, version, reason }));
    expect(await withdraw(1, ' ')).toEqual(['REASON_MISSING']);

    const { id, version } = await draft(hub, { ...cast, round: round.id });
    await submit(hub, cast.school, { id, version });
    expect(await withdraw(1)).toEqual(['ROUND_ANSWERED']);

    const other = await called();
    expect(
      codesOf(await run('reportingRoundWithdraw', { id: other.id, version: 1, reason: 'a' })),
    ).toEqual([]);
    expect(
      codesOf(await run('reportingRoundWithdraw', { id: other.id, version: 2, reason: 'a' })),
    ).toEqual(['ROUND_WITHDRAWN']);
  });
});
