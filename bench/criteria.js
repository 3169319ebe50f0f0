/**
 * What figures by criterion cost with five rounds: of a province, and of the country, as everybody sees them, which
 * takes more than all that planners see. 68,000 institutions are 2,000 in a province.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openCountry } from './country.js';

const INSTITUTIONS = Number(process.argv[2] ?? 68_000);
const ROUNDS = '5';

const say = (line) => process.stdout.write(`${line}\n`);
const once = fileURLToPath(new URL('./criteria-once.js', import.meta.url));
const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say });
try {
  const database = await openCountry(postgres.url, INSTITUTIONS, 0, say);
  for (const unit of ['01', 'country']) {
    const { stdout } = await promisify(execFile)(process.execPath, [once, database, unit, ROUNDS]);
    say(stdout.trim());
  }
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
