/**
 * What a trial of a framework costs at 40,000 institutions with five rounds: the time, and the memory of the
 * process that does it, started with the flags of `npm run hub`.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openCountry } from './country.js';

const INSTITUTIONS = Number(process.argv[2] ?? 40_000);
const ROUNDS = 3;

const say = (line) => process.stdout.write(`${line}\n`);
const { scripts } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const flags = scripts.hub.split(' ').filter((word) => word.startsWith('--'));
const once = fileURLToPath(new URL('./trial-once.js', import.meta.url));
const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say });
try {
  const database = await openCountry(postgres.url, INSTITUTIONS, 0, say);
  for (const name of ['four-pillar', 'decision-4725-unconfirmed'])
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { stdout } = await promisify(execFile)(process.execPath, [
        ...flags,
        once,
        database,
        name,
      ]);
      say(stdout.trim());
    }
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
