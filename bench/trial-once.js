/** Tries one reference framework on a database, and says what it took. */
import { referenceFramework } from '../dist/seeds/reference/frameworks.js';
import { databaseOf } from '../dist/src/database/orm.js';
import { openOrm } from '../dist/src/tables.js';
import { runTrial } from '../dist/src/trials/run-trial.queries.js';

const [, , database, name] = process.argv;
const orm = await openOrm(database);
const file = await referenceFramework(name);
const started = performance.now();
const { tried } = await runTrial(databaseOf(orm.em.fork()), file, null, '2026-12-31');
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${name}: ${tried.length} institutions in ${seconds} s, ${megabytes} MB\n`);
await orm.close(true);
