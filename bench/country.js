import { addAccount } from '../dist/src/accounts/account.service.js';
import { migrate } from '../dist/src/database/migrate.js';
import { grantService } from '../dist/src/database/service-role.js';
import { openOrm } from '../dist/src/tables.js';
import { fillDataset } from './dataset.js';
import { createViews } from './views.js';

/** Who approves in what is measured. */
export const REVIEWER = { email: 'reviewer@example.org', password: 'a password for measuring' };

/**
 * A database with a country of so many institutions and what its measuring needs; one that is there
 * already is used again, without the updates that were approved in it.
 * @returns its address.
 */
export async function openCountry(serverUrl, institutions, waiting, say) {
  const name = `bench_${institutions}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const admin = await openOrm(serverUrl);
  const [found] = await admin.em
    .fork()
    .execute('select 1 from pg_database where datname = ?', [name]);
  if (!found) await admin.em.fork().execute(`create database ${name}`);
  await admin.close(true);
  const orm = await openOrm(url.toString());
  await migrate(orm);
  const em = orm.em.fork();
  const [{ count }] = await em.execute('select count(*)::int as count from institution');
  if (count === 0) {
    const started = performance.now();
    await fillDataset(em, { institutions, rounds: 5, waiting });
    const id = await addAccount(em, { ...REVIEWER, name: 'Reviewer', grants: [] }, new Date());
    await em.fork().execute(
      `insert into account_grant (account_id, role, unit_id)
       select ?, 'REVIEWER', id from administrative_unit where kind = 'PROVINCE'`,
      [id],
    );
    say(
      `${institutions} institutions made in ${Math.round((performance.now() - started) / 1000)} s`,
    );
  }
  await createViews((statement) => orm.em.fork().execute(statement));
  await orm.em.fork().execute('vacuum analyze');
  await orm.close(true);
  return url.toString();
}

/** The same database for a role that serves and owns nothing, as a hub on a server of its own has it. */
export async function asService(url) {
  const service = new URL(url);
  service.username = service.password = 'bench_service';
  const orm = await openOrm(url);
  const em = orm.em.fork();
  const [found] = await em.execute(`select 1 from pg_roles where rolname = ?`, [service.username]);
  if (!found) await em.execute(`create role bench_service login password 'bench_service'`);
  await grantService(em, service.username);
  await orm.close(true);
  return service.toString();
}

/** The global ids of the updates that wait for a decision. */
export async function updatesWaiting(url) {
  const orm = await openOrm(url);
  const rows = await orm.em
    .fork()
    .execute(`select id from status_update where state = 'SUBMITTED' order by id`);
  await orm.close(true);
  return rows.map(({ id }) => Buffer.from(`StatusUpdate:${id}`).toString('base64url'));
}
