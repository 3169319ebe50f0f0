import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date('2026-11-23T02:00:00Z') });
});
afterAll(() => hub.close());

const published = (statement: string) =>
  publish(hub.em.fork(), async (em) => {
    await em.execute(statement);
    return { changed: true };
  });

/** A page of one row of a list, after a cursor, and the error that takes its place. */
async function pageOf(list: string, cursor: string | null = null) {
  const { data, errors } = await hub.ask(
    `query ($cursor: String) { ${list.replace('()', '(first: 1, after: $cursor)')} }`,
    { cursor },
  );
  const found: any = JSON.parse(JSON.stringify(data ?? null));
  const connection = found?.under?.list ?? found?.list;
  return { cursor: connection?.pageInfo.endCursor as string, error: errors[0] };
}

const PAGE = '{ pageInfo { endCursor } }';
const UNITS = "update administrative_unit set search_name = search_name || ' x' where id = 1";
/** What a correction of its name does to an institution. */
const INSTITUTIONS = `with gone as (
    update institution_period set superseded_at = published_at from publication
    where institution_id = 1 and superseded_at is null returning institution_period.*, published_at)
  insert into institution_period (institution_id, kind, name, search_name, levels, ownership,
    unit_id, settled, origin, located_from, valid_from, valid_to, recorded_at)
  select institution_id, kind, name, search_name || ' x', levels, ownership,
    unit_id, settled, origin, located_from, valid_from, valid_to, published_at from gone`;
const MOVED = INSTITUTIONS.replace("search_name || ' x'", 'search_name').replaceAll('= 1', '= 3');
const ROUNDS = 'update reporting_round set due_on = due_on + 1 where id = 1';

describe.each([
  ['institutions by name', `list: institutions() ${PAGE}`, INSTITUTIONS],
  [
    'institutions by code',
    `list: institutions(orderBy: CODE, first: 1, after: $cursor) ${PAGE}`,
    "update institution set code = code || '-X' where id = 2",
  ],
  [
    'institutions of a unit',
    `under: administrativeUnit(code: "68") { list: institutions() ${PAGE} }`,
    INSTITUTIONS,
  ],
  ['units', `list: administrativeUnits() ${PAGE}`, UNITS],
  [
    'children of a unit',
    `under: administrativeUnit(code: "68") { list: children() ${PAGE} }`,
    UNITS,
  ],
  ['rounds', `list: reportingRounds() ${PAGE}`, ROUNDS],
  ['plans', `list: plans() ${PAGE}`, "update plan set document = document || 'x' where id = 1"],
])('a walk over %s', (_what, list, reordering) => {
  test('goes on whatever changes, until a row comes to stand elsewhere', async () => {
    const { cursor } = await pageOf(list);
    expect(cursor).toEqual(expect.any(String));

    await published('update institution set source_status = source_status where id <= 3');
    await published(MOVED);
    expect((await pageOf(list, cursor)).error).toBeUndefined();

    await published(reordering);
    const { error } = await pageOf(list, cursor);
    expect(error?.extensions).toMatchObject({ code: 'CURSOR_OUTDATED', argument: 'after' });
    expect(error?.message).toMatch(/Start again from the first page\.$/);

    const anew = await pageOf(list);
    expect((await pageOf(list, anew.cursor)).error).toBeUndefined();
  });
});

test('a cursor of the feed of changes is good whatever comes to stand elsewhere', async () => {
  const { cursor } = await pageOf(`list: changes() ${PAGE}`);
  await published(INSTITUTIONS);

  const next = await pageOf(`list: changes() ${PAGE}`, cursor);

  expect([next.error, next.cursor]).toEqual([undefined, expect.any(String)]);
});

test('many rows that are written as they are move nothing', async () => {
  const { cursor } = await pageOf(`list: institutions() ${PAGE}`);

  await published('update institution set code = code');

  expect((await pageOf(`list: institutions() ${PAGE}`, cursor)).error).toBeUndefined();
});
