import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { fromGlobalId } from '../src/graphql/node.js';
import { changesAfter, newestCursor } from './support/change-feed.js';
import { startHub, type TestHub } from './support/hub.js';
import {
  approve,
  castOf,
  giveBack,
  handedIn,
  now,
  save,
  submit,
  TODAY,
  type Cast,
  type Changed,
} from './support/reporting.js';

let hub: TestHub;
/** Schools of one kind that have not begun in the open round; first those that never reported. */
let schools: string[];
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  const rows = await hub.em.fork().execute<{ code: string }[]>(
    `select code from institution
     where closed_on is null and exists (select from institution_period as period
       where period.institution_id = institution.id and superseded_at is null
         and valid_to is null and period.kind = 'UPPER_SECONDARY_SCHOOL') and not exists (
       select from status_update join reporting_round as round on round.id = round_id
       where institution_id = institution.id and round.code = '2026-11')
     order by (select count(*) from status_update where institution_id = institution.id), id`,
  );
  schools = rows.map(({ code }) => code);
});
afterAll(() => hub.close());

interface Approved extends Changed {
  cast: Cast;
}

/** A school’s report that was approved, with what the reviewer changed. */
async function approved(changes: object[] = []): Promise<Approved> {
  const cast = await castOf(hub, schools.shift());
  const { id, version } = await handedIn(hub, cast);
  const { update } = await approve(hub, cast.reviewer, { id, version, changes: changes as any });
  return { ...update!, cast };
}

async function takeBack(
  { id, version, cast }: Approved,
  reason = 'Duyệt nhầm trường',
  who = cast.reviewer,
): Promise<any> {
  const { result } = await hub.data(
    `mutation ($input: StatusUpdateTakeBackInput!) { result: statusUpdateTakeBack(input: $input) {
      statusUpdate { id version state revision canApprove canTakeBack
        revisions { number decision decidedBy takenBack { by reason at }
          entries { criterion { code } selfValue appraisedValue needsLook evidence { name } } } }
      userErrors { code field } } }`,
    { input: { id, version, reason } },
    who,
  );
  return result;
}

const LINES = `query ($knownAt: DateTime) { administrativeUnit(code: "68") {
  progress(asOf: "${TODAY}", knownAt: $knownAt) { lines {
    group pillar institutions completed reported inReview notReported } } } }`;

/** The province's figures, and the moment of the data that they were read from. */
async function figures(knownAt: string | null = null) {
  const { data, extensions } = await hub.ask(LINES, { knownAt });
  return { lines: data.administrativeUnit.progress.lines, at: extensions.data.publishedAt };
}

describe('an approval that is taken back', () => {
  test('counts no longer, while what was known before stays known before', async () => {
    const start = await figures();
    const given = await approved();
    const counted = await figures();
    await takeBack(given);
    const after = await figures();

    const allFour = ({ lines }: { lines: any[] }) =>
      lines.find(({ group, pillar }) => group === 'GENERAL_EDUCATION' && pillar === null);
    expect(allFour(counted).reported).toBe(allFour(start).reported + 1);
    expect(allFour(after)).toEqual({
      ...allFour(start),
      inReview: allFour(start).inReview + 1,
      notReported: allFour(start).notReported - 1,
    });
    expect((await figures(start.at)).lines).toEqual(start.lines);
    expect((await figures(counted.at)).lines).toEqual(counted.lines);
    expect((await figures(after.at)).lines).toEqual(after.lines);
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
  });

  test('leaves the update in review with the school’s own answers, and the approval in its history', async () => {
    const given = await approved([{ criterion: 'G3', value: 1, reason: 'Thấy khác' }]);

    const { statusUpdate, userErrors } = await takeBack(given);

    expect(userErrors).toEqual([]);
    expect(statusUpdate).toMatchObject({
      state: 'SUBMITTED',
      revision: null,
      version: given.version + 1,
      canApprove: true,
      canTakeBack: false,
    });
    const [before, after] = statusUpdate.revisions;
    expect(before).toMatchObject({
      number: 1,
      decision: 'APPROVED',
      takenBack: { by: 'Thầy Bình', reason: 'Duyệt nhầm trường' },
    });
    expect(after).toMatchObject({ number: 2, decision: null, takenBack: null });
    const answers = (revision: any) =>
      revision.entries.map(({ criterion, selfValue, evidence }: any) => [
        criterion.code,
        selfValue,
        evidence,
      ]);
    expect(answers(after)).toEqual(answers(before));
    expect(
      after.entries.every(
        ({ appraisedValue, needsLook }: any) => appraisedValue === null && needsLook,
      ),
    ).toBe(true);
    expect(before.entries.some(({ appraisedValue }: any) => appraisedValue === 1)).toBe(true);
  });

  test('is told to the feed as an update that is no longer public, and is public again when it is approved', async () => {
    const given = await approved();
    const cursor = await newestCursor(hub);
    const { statusUpdate } = await takeBack(given);
    const hidden = await hub.data('query ($id: ID!) { node(id: $id) { id } }', { id: given.id });
    await approve(hub, given.cast.reviewer, { id: given.id, version: statusUpdate.version });

    const told = (await changesAfter(hub, cursor)).filter(({ nodeId }) => nodeId === given.id);
    expect(hidden.node).toBeNull();
    expect(told.map(({ kind }) => kind)).toEqual(['DELETED', 'CREATED']);
  });

  test('lets the approval before a correction count again', async () => {
    const given = await approved();
    const { statusUpdateCorrect } = await hub.data(
      `mutation ($input: StatusUpdateCorrectInput!) { statusUpdateCorrect(input: $input) {
        statusUpdate { version revision pillars { pillar stage points } } } }`,
      {
        input: {
          id: given.id,
          version: given.version,
          changes: [{ criterion: 'G3', value: 0, reason: 'Không thấy' }],
          reason: 'Kiểm tra',
        },
      },
      given.cast.reviewer,
    );
    const { version, revision } = statusUpdateCorrect.statusUpdate;
    expect(revision).toBe(2);

    const { statusUpdate } = await takeBack({ ...given, version });

    expect(statusUpdate).toMatchObject({ state: 'SUBMITTED', revision: 1 });
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
  });

  test('is no base for the answers of a later round', async () => {
    const given = await approved();
    await takeBack(given);
    const { id, version } = await hub
      .data(
        `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { id version approvedBefore { id } } } }`,
        { id: given.id },
        given.cast.school,
      )
      .then(({ node }) => node);

    const rows = await hub.em
      .fork()
      .execute(`select from status_update_revision where update_id = ? and decision = 'APPROVED'`, [
        fromGlobalId('StatusUpdate', id)!,
      ]);
    expect(rows).toHaveLength(1);
    const { refusals } = await submit(hub, given.cast.school, { id, version });
    expect(refusals.map(({ code }) => code)).toEqual(['IN_REVIEW']);
  });
});

describe('the list of what was decided', () => {
  const LIST = `query { statusUpdates(first: 3, orderBy: NEWEST_DECISION,
    filter: { states: [APPROVED, RETURNED] }) { nodes { id canTakeBack takeBackProblem { code } } } }`;

  test('begins with the newest decision, and says why an approval cannot be taken back', async () => {
    const first = await approved();
    const second = await approved();
    const cast = await castOf(hub, schools.shift());
    const { id, version } = await handedIn(hub, cast);
    await giveBack(hub, cast.reviewer, {
      id,
      version,
      reasons: [{ criterion: 'G1', reason: 'Thiếu' }],
    });

    const { statusUpdates } = await hub.data(LIST, {}, cast.reviewer);
    expect(statusUpdates.nodes).toEqual([
      { id, canTakeBack: false, takeBackProblem: { code: 'NOT_APPROVED' } },
      { id: second.id, canTakeBack: true, takeBackProblem: null },
      { id: first.id, canTakeBack: true, takeBackProblem: null },
    ]);

    const { statusUpdates: seen } = await hub.data(LIST, {}, cast.planner);
    expect(seen.nodes[1]).toEqual({
      id: second.id,
      canTakeBack: false,
      takeBackProblem: { code: 'FORBIDDEN' },
    });
    await takeBack(second);
    const { statusUpdates: later } = await hub.data(LIST, {}, cast.reviewer);
    expect(later.nodes.slice(0, 2).map((node: { id: string }) => node.id)).toEqual([id, first.id]);
  });
});

describe('taking back is refused', () => {
  test('without a reason, for an older version, and a second time', async () => {
    const given = await approved();
    const codes = async (changes: Partial<Approved> = {}, reason?: string) =>
      (await takeBack({ ...given, ...changes }, reason)).userErrors.map(({ code }: any) => code);

    expect(await codes({}, '  ')).toEqual(['REASON_MISSING']);
    expect(await codes({ version: given.version - 1 })).toEqual(['CONFLICT']);
    expect(await codes()).toEqual([]);
    expect(await codes({ version: given.version + 1 })).toEqual(['NOT_APPROVED']);
  });

  test('while the school corrects what was approved', async () => {
    const given = await approved();
    const { cast, id, version } = given;
    await hub.data(
      `mutation ($input: StatusUpdateReopenInput!) { statusUpdateReopen(input: $input) { userErrors { code } } }`,
      { input: { id, version, reason: 'Bổ sung' } },
      cast.school,
    );
    const { institution, round } = cast;
    await save(hub, cast.school, { institution, round, version: version + 1, answers: [] });

    const { userErrors } = await takeBack({ ...given, version: version + 2 });

    expect(userErrors.map(({ code }: any) => code)).toEqual(['NOT_APPROVED']);
  });

  test('by the database, when somebody edits what was taken back', async () => {
    await expect(
      hub.em.fork().execute(`update approval_taken_back set reason = 'khác'`),
    ).rejects.toThrow('stays so');
  });
});
