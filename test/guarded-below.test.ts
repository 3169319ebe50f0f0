import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { attachEmbeddedServer } from '../src/embedded-postgres/server.js';
import { run, type Running } from './support/command.js';
import { bareDatabase, cloneDatabase, serviceUrlOf } from './support/hub.js';

const folders: string[] = [];
const started: Running[] = [];
afterEach(async () => {
  for (const hub of started.splice(0)) {
    hub.process.kill('SIGTERM');
    await hub.finished;
  }
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-guarded-'));
  folders.push(folder);
  const hub = run('main', [], {
    ...{ PORT: '0', HUB_DATA_DIR: folder, HUB_SEED_DEMO: 'false' },
    ...environment,
  });
  started.push(hub);
  return hub;
}

/** What the hub says of itself once it listens. */
async function readinessOf(hub: Running): Promise<{ status: string; warnings?: string[] }> {
  const out = await hub.saying('/health/ready');
  const response = await fetch(/http:\S+\/health\/ready/.exec(out)![0]);
  return (await response.json()) as { status: string; warnings?: string[] };
}

/** The rows of a statement, or the code and the words with which PostgreSQL refuses it. */
async function outcomeOf(url: string, statement: string): Promise<object[] | string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } catch (error) {
    const { code, message } = error as pg.DatabaseError;
    return `${code} ${message}`;
  } finally {
    await client.end();
  }
}

/** What nobody may do who serves, and how it is refused. */
const REFUSED = [
  ['update audit_event set account_name = $$x$$', '42501 permission denied for table audit_event'],
  ['delete from audit_event', '42501 permission denied for table audit_event'],
  ['truncate audit_event', '42501 permission denied for table audit_event'],
  ['alter table audit_event disable trigger user', '42501 must be owner of table audit_event'],
  ['delete from approval_taken_back', '42501 permission denied for table approval_taken_back'],
  ['update published_change set at = now()', '42501 permission denied for table published_change'],
  ['delete from published_change', '42501 permission denied for table published_change'],
  ['delete from mail_message', '42501 permission denied for table mail_message'],
  [
    'alter table status_update_revision disable trigger approved_is_final',
    '42501 must be owner of table status_update_revision',
  ],
  ['truncate status_update_revision', '42501 permission denied for table status_update_revision'],
  [
    'set session_replication_role = replica',
    '42501 permission denied to set parameter "session_replication_role"',
  ],
  ['create table anything ()', '42501 permission denied for schema public'],
  ['create role anybody', '42501 permission denied to create role'],
  ['create database anything', '42501 permission denied to create database'],
  [
    'update mikro_orm_migrations set name = $$x$$',
    '42501 permission denied for table mikro_orm_migrations',
  ],
] as const;

describe('the role that serves', () => {
  let url: string;
  beforeAll(async () => {
    url = serviceUrlOf(await cloneDatabase('demo'));
  });

  test.each(REFUSED)('may not: %s', async (statement, refusal) => {
    expect(await outcomeOf(url, statement)).toBe(refusal);
  });

  test('cannot change what is approved', async () => {
    const approved = `where decision = 'APPROVED'`;
    const count = `select count(*)::int from status_update_revision ${approved}`;
    expect(await outcomeOf(url, count)).not.toEqual([{ count: 0 }]);
    for (const statement of [
      'update status_update_revision set note = $$x$$',
      'delete from status_update_revision',
    ])
      expect(await outcomeOf(url, `${statement} ${approved}`)).toBe(
        '23001 an approved revision is final: add a new revision',
      );
  });
});

test('the embedded hub serves as a role that owns nothing, and cannot change the trail', async () => {
  const hub = await start();
  expect(await readinessOf(hub)).toEqual({ status: 'ok' });
  const { url, serviceUrl } = (await attachEmbeddedServer({ directory: folders.at(-1)! }))!;

  const users = await outcomeOf(
    url,
    `select distinct usename as name from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  expect(users).toEqual([{ name: 'edu_dx_hub_service' }]);
  const owned = await outcomeOf(
    serviceUrl,
    `select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, (
       select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
     from pg_roles where rolname = current_user`,
  );
  expect(owned).toEqual([
    { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, owns: 0 },
  ]);
  // The first operator is in the trail, and nobody gets their account without saying who asks.
  const accounts = 'select sign_in_name from account';
  expect(await outcomeOf(url, accounts)).toEqual([{ sign_in_name: 'operator' }]);
  expect(await outcomeOf(serviceUrl, accounts)).toEqual([]);
  expect(await outcomeOf(serviceUrl, 'select action from audit_event')).toEqual([
    { action: 'first operator' },
  ]);
  for (const [statement, refusal] of REFUSED)
    expect(await outcomeOf(serviceUrl, statement)).toBe(refusal);
});

test('on one’s own PostgreSQL one role migrates and another one serves', async () => {
  const owner = await bareDatabase();
  const service = serviceUrlOf(owner);
  const early = await (await start({ DATABASE_URL: service })).finished;
  expect(early).toMatchObject({ status: 1 });
  expect(early.err).toMatch(/^DATABASE_NOT_MIGRATED: /);

  const hub = await start({ DATABASE_URL: service, HUB_MIGRATE_DATABASE_URL: owner });
  expect(await readinessOf(hub)).toEqual({ status: 'ok' });
  // Another one, which only serves.
  expect(await readinessOf(await start({ DATABASE_URL: service }))).toEqual({ status: 'ok' });
  expect(await outcomeOf(service, 'delete from audit_event')).toBe(
    '42501 permission denied for table audit_event',
  );
});

test('a hub that serves as the owner of the tables says so', async () => {
  const hub = await start({ DATABASE_URL: await cloneDatabase('empty') });
  const { warnings } = await readinessOf(hub);
  expect(warnings).toEqual([expect.stringContaining('set HUB_MIGRATE_DATABASE_URL')]);
});
