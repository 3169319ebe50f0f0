import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople } from './support/people.js';

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

/** What a correction of its name does to an institution. */
const renamed = (id: number, name: string) => `with gone as (
    update institution_period set superseded_at = published_at from publication
    where institution_id = ${id} and superseded_at is null returning institution_period.*, published_at)
  insert into institution_period (institution_id, kind, name, search_name, levels, ownership,
    unit_id, settled, origin, located_from, valid_from, valid_to, recorded_at)
  select institution_id, kind, name, ${name}, levels, ownership,
    unit_id, settled, origin, located_from, valid_from, valid_to, published_at from gone`;
const INSTITUTIONS = renamed(1, "search_name || ' x'");

/** Everything by which rows of published lists can come to stand elsewhere, and what does it. */
const REORDERINGS = {
  'the name of an institution': INSTITUTIONS,
  'the code of an institution': "update institution set code = code || '-X' where id = 2",
  'the name of a unit':
    "update administrative_unit set search_name = search_name || ' x' where id = 1",
  'the code of a unit': "update administrative_unit set code = code || '1' where id = 2",
  'the due date of a round': 'update reporting_round set due_on = due_on + 1 where id = 1',
  'the document of a plan': "update plan set document = document || 'x' where id = 1",
};
type Reordering = keyof typeof REORDERINGS;

const inside = (list: string) => `under: administrativeUnit(code: "68") { list: ${list} }`;
const ordered = (field: string, order: string) =>
  `list: ${field}(orderBy: ${order}, first: 1, after: $cursor) ${PAGE}`;

const WALKS: [what: string, list: string, ends: Reordering | null][] = [
  ['institutions by name', `list: institutions() ${PAGE}`, 'the name of an institution'],
  ['institutions by code', ordered('institutions', 'CODE'), 'the code of an institution'],
  ['institutions by id', ordered('institutions', 'ID'), null],
  ['institutions of a unit', inside(`institutions() ${PAGE}`), 'the name of an institution'],
  ['units by name', `list: administrativeUnits() ${PAGE}`, 'the name of a unit'],
  ['units by code', ordered('administrativeUnits', 'CODE'), 'the code of a unit'],
  ['units by id', ordered('administrativeUnits', 'ID'), null],
  ['children of a unit', inside(`children() ${PAGE}`), 'the name of a unit'],
  ['rounds', `list: reportingRounds() ${PAGE}`, 'the due date of a round'],
  ['plans', `list: plans() ${PAGE}`, 'the document of a plan'],
  ['updates', `list: statusUpdates() ${PAGE}`, null],
  [
    'institutions by name, the last first',
    `list: institutions(direction: DESC, first: 1, after: $cursor) ${PAGE}`,
    'the name of an institution',
  ],
  [
    'institutions by id, the last first',
    `list: institutions(orderBy: ID, direction: DESC, first: 1, after: $cursor) ${PAGE}`,
    null,
  ],
];

describe.each(WALKS)('a walk over %s', (_what, list, ends) => {
  test.each(Object.keys(REORDERINGS) as Reordering[])(
    `goes on when %s changes, unless it is ${ends ?? 'anything'}`,
    async (reordering) => {
      const { cursor } = await pageOf(list);
      expect(cursor).toEqual(expect.any(String));

      await published('update institution set source_status = source_status where id <= 3');
      await published(renamed(3, 'search_name'));
      expect((await pageOf(list, cursor)).error).toBeUndefined();

      await published(REORDERINGS[reordering]);
      const { error } = await pageOf(list, cursor);
      if (reordering === ends) {
        expect(error?.extensions).toMatchObject({ code: 'CURSOR_OUTDATED', argument: 'after' });
        expect(error?.message).toMatch(/Start again from the first page\.$/);
      } else expect(error).toBeUndefined();

      const anew = await pageOf(list);
      expect((await pageOf(list, anew.cursor)).error).toBeUndefined();
    },
  );
});

test('several facts that change in one publication end the walks of each', async () => {
  const lists = [WALKS[0]![1], WALKS[1]![1], WALKS[4]![1], WALKS[5]![1]];
  const cursors = await Promise.all(lists.map(async (list) => (await pageOf(list)).cursor));

  await published(`${INSTITUTIONS}; ${REORDERINGS['the name of a unit']}`);

  const errors = await Promise.all(
    lists.map(async (list, index) => (await pageOf(list, cursors[index])).error?.extensions.code),
  );
  expect(errors).toEqual(['CURSOR_OUTDATED', undefined, 'CURSOR_OUTDATED', undefined]);
});

describe('every list can be read from its other end', () => {
  const operator = async () => (await demoPeople(hub))['operator']!.headers;
  const ROWS: [what: string, field: string][] = [
    ['institutions by name', 'institutions(ARGS)'],
    ['institutions by code', 'institutions(orderBy: CODE, ARGS)'],
    ['institutions by id', 'institutions(orderBy: ID, ARGS)'],
    ['units by name', 'administrativeUnits(ARGS)'],
    ['units by code', 'administrativeUnits(orderBy: CODE, ARGS)'],
    ['units by id', 'administrativeUnits(orderBy: ID, ARGS)'],
    ['rounds', 'reportingRounds(ARGS)'],
    ['plans', 'plans(ARGS)'],
    ['updates by round', 'statusUpdates(ARGS)'],
    ['updates by submission', 'statusUpdates(orderBy: OLDEST_SUBMISSION, ARGS)'],
    ['updates by decision', 'statusUpdates(orderBy: NEWEST_DECISION, ARGS)'],
    ['accounts', 'accounts(ARGS)'],
    ['entries of the trail', 'auditEvents(ARGS)'],
    ['changes', 'changes(ARGS)'],
  ];

  test.each(ROWS)('%s', async (_what, field) => {
    const headers = await operator();
    const walk = async (direction: string) => {
      const rows: string[] = [];
      for (let cursor: string | null = null, more = true; more && rows.length < 200;) {
        const args = `first: 100, after: $cursor, direction: ${direction}`;
        const data: any = await hub.data(
          `query ($cursor: String) { list: ${field.replace('ARGS', args)} {
            totalCount edges { cursor } pageInfo { hasNextPage endCursor } ${field.startsWith('changes') ? 'nodes { revision kind nodeId }' : 'nodes { id }'} } }`,
          { cursor },
          headers,
        );
        rows.push(...data.list.nodes.map((node: object) => JSON.stringify(node)));
        ({ hasNextPage: more, endCursor: cursor } = data.list.pageInfo);
      }
      return rows;
    };
    const first = await walk('ASC');
    // The other end of a long list is the page of its last rows.
    const data: any = await hub.data(
      `{ list: ${field.replace('ARGS', 'last: 100, direction: ASC')} { ${field.startsWith('changes') ? 'nodes { revision kind nodeId }' : 'nodes { id }'} } }`,
      {},
      headers,
    );
    const end = data.list.nodes.map((node: object) => JSON.stringify(node)).reverse();
    const other = await walk('DESC');

    expect(other.slice(0, 100)).toEqual(end);
    if (first.length < 200) expect(other).toEqual(first.toReversed());
  });

  test('and a cursor of one direction is refused in the other', async () => {
    const { cursor } = await pageOf(`list: institutions() ${PAGE}`);

    const { error } = await pageOf(
      `list: institutions(direction: DESC, first: 1, after: $cursor) ${PAGE}`,
      cursor,
    );

    expect(error?.extensions.code).toBe('INVALID_CURSOR');
  });

  test('and the usual direction is what it is without one', async () => {
    const { cursor } = await pageOf(`list: reportingRounds() ${PAGE}`);

    const { error } = await pageOf(
      `list: reportingRounds(direction: DESC, first: 1, after: $cursor) ${PAGE}`,
      cursor,
    );

    expect(error).toBeUndefined();
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
