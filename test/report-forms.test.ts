import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre';
import { fromBufferPromise } from 'yauzl';
import { rowIdOf } from '../src/graphql/node.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { castOf, now, save, SCHOOL, type Cast } from './support/reporting.js';

let hub: TestHub;
let cast: Cast;
/** The round of the demo that asks several sets of criteria. */
let several: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  const { reportingRounds } = await hub.data(
    '{ reportingRounds(first: 10) { nodes { id code frameworks { code } } } }',
  );
  several = reportingRounds.nodes.find(({ frameworks }: any) => frameworks.length > 1).id;
});
afterAll(() => hub.close());

const download = (path: string, headers: Headers = {}) =>
  hub.server.inject({ url: `/exports/${path}`, headers: { 'accept-language': 'en', ...headers } });

const formPath = (institution: string, round = cast.round) =>
  `report-form.xlsx?round=${encodeURIComponent(round)}&institution=${encodeURIComponent(institution)}`;

/** The rows of a form by the code of their question, each by its headers. */
async function rowsOf(payload: Buffer): Promise<Map<string, Record<string, unknown>>> {
  const { sheets } = await readXlsx(payload);
  const [, headers = [], ...rows] = sheets[0]?.rows ?? [];
  const named = rows.map((row) =>
    Object.fromEntries(headers.map((header, index) => [String(header), row[index] ?? null])),
  );
  return new Map(
    named.flatMap((row) => {
      const code = row['Question code'] ?? row['Mã câu hỏi'];
      return typeof code === 'string' ? [[code, row] as const] : [];
    }),
  );
}

async function form(path: string, headers: Headers) {
  const { statusCode, body, rawPayload } = await download(path, headers);
  expect([statusCode, statusCode === 200 ? '' : body]).toEqual([200, '']);
  return rawPayload;
}

const QUESTIONS = `query ($institution: ID!, $round: ID!) {
  statusUpdates(filter: { institution: $institution, round: $round }, first: 1) { nodes {
    newestRevision { entries { criterion { code question { code } } } } } } }`;

describe('the form of a school as a workbook', () => {
  test('asks in order what the page of the report asks, with the code, the text and the way to answer', async () => {
    const other = await castOf(hub, 'DN-THPT-02');
    const { institution, round } = other;
    await save(hub, other.school, { institution, round, answers: [] });
    const { statusUpdates } = await hub.data(QUESTIONS, { institution, round }, other.school);
    const asked = statusUpdates.nodes[0].newestRevision.entries.map(({ criterion }: any) => [
      criterion.question.code,
      criterion.code,
    ]);
    const rows = await rowsOf(await form(formPath(institution), other.school));

    expect(asked.length).toBeGreaterThan(20);
    expect([...rows].map(([code, row]) => [code, row['No.']])).toEqual(asked);
    for (const row of rows.values()) {
      expect(row['Question']).toEqual(expect.any(String));
      expect(row['Answered by']).toEqual(expect.any(String));
    }
  });

  test('is in the language of the reader, with its headers in sight and the school and the round on top', async () => {
    const vietnamese = await form(formPath(cast.institution), {
      ...cast.school,
      'accept-language': 'vi',
    });
    const { sheets } = await readXlsx(vietnamese);

    expect(sheets.map(({ name, hidden = false }) => [name, hidden])).toEqual([
      ['Phiếu báo cáo', false],
      ['Hướng dẫn', false],
      ['lists', true],
      ['edu-dx-hub', true],
    ]);
    expect(sheets[0]?.freezePane).toEqual({ rows: 2 });
    expect(sheets[0]?.rows[0]?.[2]).toContain(SCHOOL);
    expect(sheets[0]?.rows[1]).toContain('Câu trả lời');
  });

  test('offers what may be chosen, commas and all, and leaves only the answers open', async () => {
    const payload = await form(formPath(cast.institution), cast.school);
    const { sheets } = await readXlsx(payload);
    const [sheet] = sheets;
    const yesNo = [...(sheet?.rows ?? [])].findIndex((row) => row[4] === 'Yes or no');
    const rule = sheet?.dataValidations?.find(({ range }) => range === `G${yesNo + 1}`);

    expect(rule?.formula1).toMatch(/^lists!\$[A-Z]\$1:\$[A-Z]\$2$/);
    expect(sheet?.protection).toMatchObject({ sheet: true });
    const lists = sheets.find(({ name }) => name === 'lists')?.rows ?? [];
    const column = (rule?.formula1?.charCodeAt(7) ?? 65) - 65;
    expect([lists[0]?.[column], lists[1]?.[column]]).toEqual(['Yes', 'No']);
  });

  test('says what it is: the school, the round, and the editions of its criteria', async () => {
    const { sheets } = await readXlsx(await form(formPath(cast.institution, several), cast.school));
    const identity = sheets.find(({ name }) => name === 'edu-dx-hub')?.rows ?? [];
    const fields = Object.fromEntries(identity.map(([name, value]) => [name, value]));

    expect(fields).toMatchObject({
      format: 'edu-dx-hub/report-form/1',
      institution: cast.institution,
      round: several,
    });
    expect(String(fields['frameworks']).split(', ').length).toBeGreaterThan(1);
  });

  test('shows the school its draft, its planner what was handed in or approved, and operators no answers', async () => {
    const { institution, round } = cast;
    const answers = [{ criterion: 'G4', value: 0, total: 40, comment: 'chưa có' }];
    await save(hub, cast.school, { institution, round, answers });
    const operator = await signIn(hub, { role: 'OPERATOR' });
    const shown = async (who: Headers) => {
      const rows = await rowsOf(await form(formPath(institution), who));
      const row = [...rows.values()].find((each) => each['No.'] === 'G4');
      return [row?.['Answer'], row?.['Of a total of'], row?.['Remark']];
    };

    expect(await shown(cast.school)).toEqual([0, 40, 'chưa có']);
    expect(await shown(cast.planner)).not.toEqual([0, 40, 'chưa có']);
    expect(await shown(operator)).toEqual([null, null, null]);
    const rows = await rowsOf(await form(formPath(institution), operator));
    expect([...rows.values()].map((row) => row['Last approved answer'])).toEqual(
      [...rows].map(() => null),
    );
  });

  test('is for those who report, decide, plan or operate there, and for nobody else', async () => {
    const stranger = await castOf(hub, 'DN-THPT-02');
    const status = async (headers: Headers, institution = cast.institution) =>
      (await download(formPath(institution), headers)).statusCode;

    expect(await status({})).toBe(401);
    expect(await status(stranger.school)).toBe(403);
    const elsewhere = await signIn(hub, {
      role: 'PLANNER',
      unit: await idOfUnit(hub, '67', '2025-06-01'),
    });
    expect(await status(elsewhere)).toBe(403);
    expect(await status(cast.reviewer)).toBe(200);
    expect(await status(cast.planner, 'nothing')).toBe(404);
    const refused = await download('report-form.xlsx?institution=x', cast.planner);
    expect(refused.statusCode).toBe(400);
  });
});

describe('the forms of a unit', () => {
  const names = async (payload: Buffer) => {
    const zip = await fromBufferPromise(payload, { lazyEntries: true });
    const all: string[] = [];
    for await (const entry of zip.eachEntry()) all.push(entry.fileName);
    return all;
  };

  test('are a zip of those who have something to hand in still, named by code and name', async () => {
    const { institution } = await hub.data('{ institution(code: "DN-THPT-02") { unit { code } } }');
    const path = `report-forms.zip?round=${cast.round}&unit=${institution.unit.code}`;
    const all = await names(await form(path, cast.planner));
    await hub.em.execute(
      `update status_update set state = 'SUBMITTED' where institution_id =
        (select id from institution where code = 'DN-THPT-02')`,
    );
    const left = await names(await form(path, cast.planner));

    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((name) => !left.includes(name))).toEqual([
      expect.stringMatching(/^DN-THPT-02 .*\.xlsx$/),
    ]);

    // Nor of those who are excused or have closed.
    const gone = left.slice(0, 2).map((name) => name.split(' ')[0]);
    const [excused, closed] = gone;
    const of = `(select id from institution where code = ?)`;
    await hub.em.execute(
      `insert into participation_exception (round_id, institution_id, kind, reason, recorded_by_id, recorded_at)
        values (?, ${of}, 'EXCUSED', 'Lũ lụt', (select min(id) from account), now())`,
      [rowIdOf('ReportingRound', cast.round), excused],
    );
    await hub.em.execute(`update institution set closed_on = '2026-09-01' where code = ?`, [
      closed,
    ]);
    expect(await names(await form(path, cast.planner))).toEqual(
      left.filter((name) => !gone.includes(name.split(' ')[0])),
    );
  });

  test('are not for schools or reviewers', async () => {
    for (const who of [cast.school, cast.reviewer])
      expect((await download(`report-forms.zip?round=${cast.round}`, who)).statusCode).toBe(403);
  });
});
