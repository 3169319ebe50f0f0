/**
 * What a trial of a framework costs at 40,000 institutions with five rounds: the time, and the memory of the
 * process that does it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceFramework } from '../dist/seeds/reference/frameworks.js';
import { databaseOf } from '../dist/src/database/orm.js';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openOrm } from '../dist/src/tables.js';
import { runTrial } from '../dist/src/trials/run-trial.queries.js';
import { openCountry } from './country.js';

const INSTITUTIONS = Number(process.argv[2] ?? 40_000);
const ROUNDS = 3;

const say = (line) => process.stdout.write(`${line}\n`);
const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say });
try {
  const orm = await openOrm(await openCountry(postgres.url, INSTITUTIONS, 0, say));
  for (const name of ['four-pillar', 'decision-4725-unconfirmed'])
    for (let round = 1; round <= ROUNDS; round += 1) {
      const started = performance.now();
      const file = await referenceFramework(name);
      const { tried } = await runTrial(databaseOf(orm.em.fork()), file, null, '2026-12-31');
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const { maxRSS } = process.resourceUsage();
      say(
        `${name}: ${tried.length} institutions in ${seconds} s, at most ${Math.round(maxRSS / 1024)} MB so far`,
      );
    }
  await orm.close(true);
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
