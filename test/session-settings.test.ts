import { expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { openOrm } from '../src/tables.js';
import { withConnection } from '../src/embedded-postgres/connection.js';
import { cloneDatabase, startHub } from './support/hub.js';
import { strangeDatabase } from './support/strange-database.js';

/** Values whose form depends on the session, as it reads and as it writes them. */
const FORMS = `select '03/04/2025'::date::text as date, timestamptz '2025-03-04 05:06:07+00' as moment,
  interval '1 day 02:03:04'::text as span, 'a\\b' as text, '\\x41'::bytea::text as bytes,
  (1::float8 / 3)::text as number, '{null}'::text[]::text as list, (null = null) as same,
  current_setting('default_transaction_isolation') as isolation`;

test('answers are the same whatever the database has set for its sessions', async () => {
  const usual = await openOrm(await cloneDatabase('demo'));
  const url = await strangeDatabase();
  const hub = await startHub({ sharing: url, now: () => new Date('2026-11-23T02:00:00Z') });
  try {
    expect(await hub.em.fork().execute(FORMS)).toEqual(await usual.em.fork().execute(FORMS));
    expect(await verifyCounts(hub.em.fork())).toEqual([]);
    const { changes } = await hub.data('{ changes(first: 1) { nodes { at } } }');
    expect(changes.nodes[0].at).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  } finally {
    await hub.close();
    await usual.close(true);
  }
});

test('what the address says beside the place holds on the connections of the hub', async () => {
  const address = new URL(await cloneDatabase('empty'));
  address.searchParams.set('options', '-c work_mem=4321kB');
  address.searchParams.set('application_name', 'a hub');
  const orm = await openOrm(address.toString());
  address.searchParams.set('sslmode', 'no-verify');
  const encrypted = await openOrm(address.toString());
  try {
    const asked = `select current_setting('work_mem') as memory,
      current_setting('application_name') as name`;
    expect(await orm.em.fork().execute(asked)).toEqual([{ memory: '4321kB', name: 'a hub' }]);
    await expect(encrypted.em.fork().execute(asked)).rejects.toMatchObject({
      cause: { message: 'The server does not support SSL connections' },
    });
  } finally {
    await orm.close(true);
    await encrypted.close(true);
  }
});

test('so they are on a connection that is opened for one question', async () => {
  const url = await strangeDatabase();

  const { rows } = await withConnection(url, (client) => client.query('show datestyle'));

  expect(rows).toEqual([{ DateStyle: 'ISO, MDY' }]);
});
