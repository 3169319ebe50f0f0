import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { ApiKeyScope } from '../src/auth/api-key.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './support/people.js';
import { castOf, draft, now, type Cast } from './support/reporting.js';

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

async function lines(path: string, headers: Headers): Promise<any[]> {
  const { statusCode, body } = await download(path, headers);
  expect([statusCode, statusCode === 200 ? '' : body]).toEqual([200, '']);
  return body.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

const ENTRIES = `entries { criterion { code question { code } } selfValue selfTotal selfChoice selfText
  doesNotApply appraisedValue appraisedTotal appraisedChoice appraisalReason points comment
  returnReason evidence { id } }`;

/** What the last submissions of a round say in the graph, an object for each question. */
async function walked(round: string, headers: Headers): Promise<object[]> {
  const all: object[] = [];
  let after: string | null = null;
  do {
    const { statusUpdates }: any = await hub.data(
      `query ($round: ID!, $after: String) {
        statusUpdates(filter: { round: $round }, first: 20, after: $after) {
          pageInfo { endCursor hasNextPage }
          nodes { state institution { id code }
            revisions { number submittedAt decision decidedAt ${ENTRIES} } } } }`,
      { round, after },
      headers,
    );
    for (const { state, institution, revisions } of statusUpdates.nodes) {
      const last = revisions.findLast((each: any) => each.submittedAt !== null && each.entries);
      for (const entry of last?.entries ?? [])
        all.push({
          ...{ id: institution.id, code: institution.code, state, revision: last.number },
          ...{ submitted_at: last.submittedAt, decision: last.decision },
          ...{ decided_at: last.decidedAt, criterion: entry.criterion.code },
          ...{ question: entry.criterion.question.code, value: entry.selfValue },
          ...{ total: entry.selfTotal, choice: entry.selfChoice, text: entry.selfText },
          ...{ does_not_apply: entry.doesNotApply, appraised_value: entry.appraisedValue },
          ...{ appraised_total: entry.appraisedTotal, appraised_choice: entry.appraisedChoice },
          ...{ appraisal_reason: entry.appraisalReason, comment: entry.comment },
          ...{ return_reason: entry.returnReason, evidence: entry.evidence.length },
        });
    }
    const { endCursor, hasNextPage } = statusUpdates.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after);
  return all;
}

const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('the answers of a round', () => {
  test('are those that a walk over its reports finds, question by question', async () => {
    for (const round of [cast.round, several]) {
      const rows = await lines(`answers.jsonl?round=${round}`, cast.planner);
      const expected = await walked(round, cast.planner);
      const keys = Object.keys(expected[0] ?? {});
      expect(expected.length).toBeGreaterThan(100);
      expect(
        sorted(rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])))),
      ).toEqual(sorted(expected));
    }
  });

  test('say what was not answered, which is neither zero nor no', async () => {
    await hub.em.execute(`
      delete from status_update_entry as entry using status_update_revision as revision, status_update, criterion
      where revision.id = entry.revision_id and revision.decision is null
        and status_update.id = revision.update_id and status_update.state = 'SUBMITTED'
        and criterion.id = entry.criterion_id and criterion.code = 'R1'`);
    const rows = await lines(`answers.jsonl?round=${cast.round}`, cast.planner);
    const silent = rows.filter(({ answered }) => !answered);
    const no = rows.filter((row) => row.answer_kind === 'YES_NO' && row.value === 0);

    expect(silent.length).toBeGreaterThan(0);
    for (const row of silent)
      expect(row).toMatchObject({
        criterion: 'R1',
        value: null,
        choice: null,
        text: null,
        label: null,
      });
    for (const row of no) expect(row).toMatchObject({ answered: true, label: 'No' });
  });

  test('are the same as CSV and as a workbook, in the language of the reader', async () => {
    const address = (form: string) => `answers.${form}?round=${cast.round}&unit=68`;
    const rows = await lines(address('jsonl'), cast.planner);
    const csv = await download(address('csv'), cast.planner);
    const read: Record<string, string>[] = parse(csv.body, { columns: true });
    const { sheets } = await readXlsx((await download(address('xlsx'), cast.planner)).rawPayload);
    const vietnamese = await download(address('csv'), {
      ...cast.planner,
      'accept-language': 'vi',
    });

    expect(read.map(({ question_text }) => question_text)).toEqual(
      rows.map(({ question_text }) => question_text),
    );
    expect(sheets[0]?.rows).toHaveLength(rows.length + 1);
    expect(vietnamese.body).toContain('Có');
  });

  test('hold no draft, not even for its school', async () => {
    await draft(hub, cast);

    for (const headers of [cast.school, cast.reviewer, cast.planner]) {
      const rows = await lines(`answers.jsonl?round=${cast.round}`, headers);
      expect(rows.filter(({ id }) => id === cast.institution)).toEqual([]);
    }
  });

  test('are those that the reader may inspect: of one school, of some kinds, of a unit', async () => {
    const all = await lines(`answers.jsonl?round=${several}`, cast.planner);
    const { code, id } = all[0];
    const unit = await idOfUnit(hub, '68', '2026-11-23');
    const of = async (...duty: Parameters<typeof signIn>[1][] & any[]) =>
      lines(`answers.jsonl?round=${several}`, await signIn(hub, duty));

    expect(
      await of({ role: 'SCHOOL_ADMIN', institution: await idOfInstitution(hub, code) }),
    ).toEqual(all.filter((row) => row.id === id));
    expect(await of({ role: 'REVIEWER', unit, kinds: [all[0].kind] })).toEqual(
      all.filter(({ kind }) => kind === all[0].kind),
    );
    expect(await of()).toEqual([]);
    expect(await of({ role: 'OPERATOR' })).toEqual([]);
  });
});

describe('the trail', () => {
  const NODES = `nodes { id at accountName address action subjectType subjectVersion before after
    institution { code } unit { code } }`;

  test('as a file is what the graph tells the same reader, oldest first', async () => {
    for (const headers of [cast.planner, await signIn(hub, { role: 'OPERATOR' })]) {
      const { auditEvents } = await hub.data(
        `{ auditEvents(first: 100) { ${NODES} } }`,
        {},
        headers,
      );
      const rows = await lines('trail.jsonl', headers);
      const newest = rows.toReversed().slice(0, 100);

      expect(rows.length).toBeGreaterThan(0);
      expect(newest).toEqual(
        auditEvents.nodes.map((event: any) =>
          expect.objectContaining({
            ...{ id: event.id, at: event.at, account_name: event.accountName },
            ...{ address: event.address, action: event.action, subject_type: event.subjectType },
            ...{ subject_version: event.subjectVersion, unit_code: event.unit?.code ?? null },
            before: event.before && JSON.stringify(event.before),
            after: event.after && JSON.stringify(event.after),
          }),
        ),
      );
    }
  });

  test('has the days that are asked for, as days in Vietnam', async () => {
    const rows = await lines('trail.jsonl', cast.planner);
    const none = await lines('trail.jsonl?until=2000-01-01', cast.planner);
    const since = await lines('trail.jsonl?from=2000-01-01', cast.planner);

    expect([none, since]).toEqual([[], rows]);
  });
});

describe('nobody else', () => {
  test.each(['answers.csv?round=x', 'trail.csv'])('gets %s', async (path) => {
    const anonymous = await download(path);
    expect([anonymous.statusCode, anonymous.json().code]).toEqual([401, 'UNAUTHENTICATED']);
    const operator = await signIn(hub, { role: 'OPERATOR' });
    const { apiKeyCreate } = await hub.data(
      `mutation ($scopes: [ApiKeyScope!]!) {
        apiKeyCreate(input: { name: "Tải", scopes: $scopes }) { secret } }`,
      { scopes: Object.keys(ApiKeyScope) },
      operator,
    );
    const withKey = await download(path, { 'x-api-key': apiKeyCreate.secret });
    expect([withKey.statusCode, withKey.json().code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('keeps a copy of them', async () => {
    for (const path of [`answers.csv?round=${cast.round}`, 'trail.csv']) {
      const { headers } = await download(path, cast.planner);
      expect(headers).toMatchObject({ 'cache-control': 'private, no-store' });
      expect(headers).not.toHaveProperty('etag');
    }
  });
});

test.each([
  ['answers.csv', 400, 'round'],
  ['answers.csv?round=', 400, 'round'],
  ['answers.csv?round=none', 404, 'none'],
  ['answers.csv?round=none&asOf=2025-01-01', 400, 'asOf'],
  ['trail.csv?from=yesterday&until=2025-02-30', 400, 'until'],
  ['trail.csv?unit=none', 404, 'none'],
])('%s is refused with what is wrong', async (path, status, named) => {
  const { statusCode, body } = await download(path, cast.planner);
  const asked = await hub.server.inject({
    method: 'HEAD',
    url: `/exports/${path}`,
    headers: cast.planner,
  });
  expect([statusCode, asked.statusCode]).toEqual([status, status]);
  expect(JSON.parse(body).message).toContain(named);
});
