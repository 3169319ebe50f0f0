/**
 * `npm run release`: packs what an operator installs into release/, with its checksums. The version is that of
 * package.json, and CHANGELOG.md has to say what is in it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const FOLDER = 'release';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const changes = readFileSync('CHANGELOG.md', 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith(`${version}, `));
if (!changes || changes.trim().split('\n').length < 2) {
  process.stderr.write(
    `CHANGELOG.md says nothing of ${version}: add “## ${version}, YYYY-MM-DD” and what an operator has to know.\n`,
  );
  process.exit(1);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
// It builds by “prepare”, the hub and the console.
execFileSync('npm', ['pack', '--silent', '--pack-destination', FOLDER], { stdio: 'inherit' });
const file = `${name}-${version}.tgz`;
const sum = createHash('sha256')
  .update(readFileSync(`${FOLDER}/${file}`))
  .digest('hex');
writeFileSync(`${FOLDER}/SHA256SUMS`, `${sum}  ${file}\n`);
process.stdout.write(`${FOLDER}/${file}\n${FOLDER}/SHA256SUMS\n`);
