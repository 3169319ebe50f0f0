import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { isGuarded } from '../src/database/asker.js';
import { both, doLater, question } from '../src/database/flight.js';
import { databaseOf, type EntityManager } from '../src/database/orm.js';
import { asHub, asNobody } from '../src/shared/who-asks.js';
import { startHub, type TestHub } from './support/hub.js';

/** What nobody gets who has not said who asks. */
const HIDDEN = [
  ['account', 'true'],
  ['account_session', 'true'],
  ['evidence', 'true'],
  ['evidence_file', 'true'],
  ['evidence_upload', 'true'],
  ['framework_draft', 'true'],
  ['review_claim', 'true'],
  ['status_update_entry', `revision_id not in (${revisions('APPROVED')})`],
  ['status_update_revision', 'submitted_at is null'],
] as const;

function revisions(decision: string): string {
  return `select id from status_update_revision where decision = '${decision}'`;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
  // One row in each table that the demo leaves empty.
  await hub.em.execute(`
    insert into account (name, email, created_at) values ('A', 'a@example.org', now());
    insert into account_session (account_id, family, token_hash, created_at, expires_at)
      select max(id), gen_random_uuid(), 'x', now(), now() from account;
    insert into status_update_revision (update_id, number) select max(id), 99 from status_update;
    insert into status_update_entry (revision_id, criterion_id, points)
      select max(revision.id), min(criterion.id), 0 from status_update_revision as revision, criterion;
    insert into evidence (revision_id, criterion_id, name, url, added_by_id, added_at)
      select max(revision.id), min(criterion.id), 'x', 'https://example.org', max(account.id), now()
      from status_update_revision as revision, criterion, account;
    insert into evidence_file (sha256, size, media_type, stored_at) values ('x', 1, 'text/plain', now());
    insert into evidence_upload (update_id, criterion_id, account_id, name, expires_at)
      select max(status_update.id), min(criterion.id), max(account.id), 'x', now()
      from status_update, criterion, account;
    insert into review_claim (revision_id, account_id, claimed_at, active_at)
      select max(revision.id), max(account.id), now(), now()
      from status_update_revision as revision, account;
    insert into framework_draft (code, framework_version, definition, updated_at, version)
      values ('x', 1, '{}', now(), 1);`);
});
afterAll(() => hub.close());

async function countOf(em: EntityManager, table: string, where = 'true'): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from ${table} where ${where}`,
  );
  return row!.count;
}

const accounts = (em: EntityManager) => countOf(em, 'account');
const served = () => hub.orm.em.fork();

test.each(HIDDEN)('nobody gets rows of %s, whatever was forgotten', async (table, where) => {
  const whole = await countOf(hub.em, table, where);
  const seen = () => countOf(served(), table, where);

  expect(whole).toBeGreaterThan(0);
  expect(await seen()).toBe(0);
  expect(await asNobody(seen)).toBe(0);
  expect(await asHub(seen)).toBe(whole);
});

test('the approved, and what the public learns of the rest, everybody gets', async () => {
  for (const [table, where] of [
    ['status_update_revision', 'submitted_at is not null'],
    ['status_update_entry', `revision_id in (${revisions('APPROVED')})`],
  ] as const) {
    const whole = await countOf(hub.em, table, where);
    expect(whole).toBeGreaterThan(0);
    expect(await countOf(served(), table)).toBe(whole);
  }
});

test('nobody changes a row that is hidden from them', async () => {
  const disable = (em: EntityManager) =>
    em.execute<unknown[]>('update account set name = name returning id');

  expect(await disable(served())).toEqual([]);
  expect(await asHub(() => disable(served()))).toHaveLength(await accounts(hub.em));
});

test('every table with hidden rows is known to the hub, and no other one is', async () => {
  const guarded = await hub.em.execute<{ name: string }[]>(
    'select relname as name from pg_class where relrowsecurity order by relname',
  );

  expect(guarded.map(({ name }) => name)).toEqual(HIDDEN.map(([table]) => table));
  expect(guarded.filter(({ name }) => !isGuarded(`select from "${name}"`))).toEqual([]);
  expect(isGuarded('select from account_grant')).toBe(false);
});

test('who asks is known as long as the statement, the flight or the transaction lasts', async () => {
  const all = await accounts(hub.em);
  const inTransaction = () => served().transactional(async (em) => [await accounts(em)]);
  const inFlight = async () => {
    const asked = question(
      sql<{ count: number }>`select count(*)::int as count from account`,
      (rows) => rows.map(({ count }) => count),
    );
    return (await both(asked, asked).ask(databaseOf(served()))).flat();
  };
  const alone = async () => [await accounts(served())];

  // One after the other, so that each connection has served somebody before.
  for (let time = 0; time < 3; time++)
    for (const [seen, times] of [
      [alone, 1],
      [inTransaction, 1],
      [inFlight, 2],
    ] as const) {
      expect(await asHub(seen)).toEqual(Array(times).fill(all));
      expect(await seen()).toEqual(Array(times).fill(0));
    }
});

test('a transaction is for whoever began it', async () => {
  const all = await accounts(hub.em);

  expect(await asHub(() => served().transactional((em) => asNobody(() => accounts(em))))).toBe(all);
  expect(await served().transactional((em) => asHub(() => accounts(em)))).toBe(0);
});

test('what was told in a part that is undone is told again', async () => {
  const all = await accounts(hub.em);
  const failing = [
    (part: EntityManager) => part.execute('select 1 / count(*) from account where false'),
    (part: EntityManager) =>
      doLater(databaseOf(part), sql`update account set name = name`).then(() => {
        throw new Error('a change of mind');
      }),
  ];
  const seen = await asHub(() =>
    served().transactional(async (em) => {
      const counts: number[] = [];
      for (const fail of failing) {
        await expect(em.transactional(fail)).rejects.toThrow();
        counts.push(await accounts(em));
      }
      return counts;
    }),
  );

  expect(seen).toEqual([all, all]);
});

test('saying who asks takes no round trip of its own', async () => {
  const work = () =>
    served().transactional(async (em) => {
      await accounts(em);
      await doLater(databaseOf(em), sql`update account set name = name`);
    });

  const asNone = await hub.countRoundTrips(() => asNobody(work));
  expect(await hub.countRoundTrips(() => asHub(work))).toBe(asNone);
  expect(await hub.countRoundTrips(() => asHub(() => accounts(served())))).toBe(1);
});
