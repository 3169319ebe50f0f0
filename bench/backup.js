/**
 * What a backup of a country takes: `npm run bench:backup`, at 40,000 institutions with five rounds, or at
 * `-- --institutions 4000`. The hub's own commands are run as an operator runs them: the backup, a restore
 * into another database, and every figure counted again there. Of each the time, the processor time and the
 * largest memory of its process; the size beside the one of the database; and that the copy holds as many rows.
 * Files of evidence are copied as they are and are not measured here.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openOrm } from '../dist/src/tables.js';
import { openCountry } from './country.js';

const { values: options } = parseArgs({
  options: { institutions: { type: 'string', default: '40000' } },
});
const HUB = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
/** Says at the end of a command what it took: the whole process with its threads. */
const TELLING = `data:text/javascript,import { writeSync } from 'node:fs'; process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 }));
})`;
const say = (line) => process.stdout.write(`${line}\n`);
const megabytes = (bytes) => Math.round(bytes / 1e6);

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-backup-'));
const postgres = await startEmbeddedServer({ directory: join(directory, 'first'), report: say });
const second = await startEmbeddedServer({ directory: join(directory, 'second'), report: say });
try {
  const url = await openCountry(postgres.url, Number(options.institutions), 1000, say);
  const file = join(directory, 'hub.backup');
  say('\n| command | s | processor s | largest memory MB |');
  say('| --- | ---: | ---: | ---: |');
  await timed('backup', ['backup', file], url, 'first');
  await timed('restore', ['restore', file], second.url, 'second');
  await timed('rollup verify', ['rollup', 'verify'], second.url, 'second');
  const [before, after] = [await tablesOf(url), await tablesOf(second.url)];
  const { size } = await stat(file);
  say(`\n${options.institutions} institutions, ${rowsOf(before)} rows;`);
  for (const [table, rows] of after.rows)
    if (rows !== before.rows.get(table))
      say(`${table}: ${rows} rows restored of ${before.rows.get(table)};`);
  say(`the database ${megabytes(before.bytes)} MB, the backup ${megabytes(size)} MB`);
} finally {
  await Promise.all([postgres.stop(), second.stop()]);
  await rm(directory, { recursive: true, force: true });
}

async function timed(name, parameters, url, folder) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', TELLING, HUB, ...parameters], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      HUB_DATA_DIR: join(directory, folder),
      HUB_BACKUP_PASSPHRASE: 'a passphrase for measuring',
      HUB_TOKEN_SECRET: 'a secret for measuring, long enough',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const told = [];
  child.stdio[3].on('data', (part) => told.push(part));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  const seconds = (performance.now() - started) / 1000;
  const { processor, memory } = JSON.parse(Buffer.concat(told));
  say(`| ${name} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${megabytes(memory)} |`);
}

async function tablesOf(url) {
  const orm = await openOrm(url);
  const em = orm.em.fork();
  const tables = await em.execute(
    `select relname as name, (xpath('/row/count/text()', query_to_xml(
       format('select count(*) from public.%I', relname), false, true, '')))[1]::text::int as rows
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const [{ bytes }] = await em.execute(
    'select pg_database_size(current_database())::float8 as bytes',
  );
  await orm.close(true);
  return { rows: new Map(tables.map(({ name, rows }) => [name, rows])), bytes };
}

function rowsOf({ rows }) {
  return rows.values().reduce((sum, each) => sum + each, 0);
}
