import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { seedDemo } from '../../dist/seeds/demo/demo.js';
import { migrate } from '../../dist/src/database/migrate.js';
import { grantService } from '../../dist/src/database/service-role.js';
import { startEmbeddedServer } from '../../dist/src/embedded-postgres/server.js';
import { openOrm } from '../../dist/src/tables.js';

/**
 * One PostgreSQL for the whole run, with two databases to clone: an empty one and the demo. Hubs in tests
 * serve as a role of their own, as everywhere.
 * `TEST_DATABASE_URL` names a server to use instead of an embedded one.
 */
export default async function globalSetup() {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given
    ? null
    : await startEmbeddedServer({
        directory: await mkdtemp(join(tmpdir(), 'edu-dx-hub-test-')),
        durable: false,
      });
  const url = given ?? embedded.url;
  const run = `hub_test_${process.pid}`;
  const service = { name: `${run}_service`, password: randomBytes(16).toString('hex') };
  await onServer(url, `create role ${service.name} login password '${service.password}'`);
  await onServer(url, `create database ${run}_empty`);
  const orm = await openOrm(databaseUrl(url, `${run}_empty`));
  await migrate(orm);
  await orm.em.fork().transactional((em) => grantService(em, service.name));
  await orm.close(true);
  await onServer(url, `create database ${run}_demo template ${run}_empty`);
  const demo = await openOrm(databaseUrl(url, `${run}_demo`));
  // No clock in tests: everything in the demo that depends on the present is of this day.
  await seedDemo(demo.em.fork(), '2026-11-23');
  await demo.close(true);
  process.env.HUB_TEST_SERVER = url;
  process.env.HUB_TEST_RUN = run;
  process.env.HUB_TEST_SERVICE = `${service.name}:${service.password}`;
  // A run that is killed takes its server along.
  if (embedded)
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'])
      process.once(signal, () => {
        void embedded.stop().finally(() => process.exit(1));
      });
  globalThis.stopTestServer = async () => {
    await dropDatabases(url, run);
    await embedded?.stop();
  };
}

export function databaseUrl(server, name) {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

async function dropDatabases(url, run) {
  const { rows } = await onServer(
    url,
    `select datname from pg_database where starts_with(datname, '${run}_')`,
  );
  for (const { datname } of rows)
    await onServer(url, `drop database if exists ${datname} with (force)`);
  await onServer(url, `drop role if exists ${run}_service`);
}
