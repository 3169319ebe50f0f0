import { chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OperatorError } from '../shared/errors.js';
import type { ServerBinaries } from './binaries.js';
import { runCommand, type ServerIdentity } from './command.js';
import { serverFailure } from './errors.js';
import { nullWhenMissing, readIfPresent, syncDirectory } from './files.js';
import { majorVersion, superuserName, type ServerLayout } from './layout.js';

const unfinishedSuffix = '.unfinished-';

/**
 * Whether the cluster has been initialised.
 * @throws OperatorError EMBEDDED_POSTGRES_VERSION when its files are of another major version,
 *   EMBEDDED_POSTGRES_FOREIGN when they are something else.
 */
export async function clusterExists(layout: ServerLayout): Promise<boolean> {
  const version = (await readIfPresent(join(layout.cluster, 'PG_VERSION')))?.trim() ?? null;
  if (version === majorVersion) return true;
  if (version !== null) {
    throw new OperatorError(
      'EMBEDDED_POSTGRES_VERSION',
      `The cluster ${layout.cluster} was made by PostgreSQL ${version}, and this hub brings ` +
        `PostgreSQL ${majorVersion}. Export the data with the hub that made it and import it ` +
        'into a new folder (HUB_DATA_DIR), or serve it with its own version and set DATABASE_URL.',
    );
  }
  const names = (await readdir(layout.cluster).catch(nullWhenMissing)) ?? [];
  if (names.length === 0) return false;
  throw new OperatorError(
    'EMBEDDED_POSTGRES_FOREIGN',
    `The folder ${layout.cluster} holds files, but no PostgreSQL cluster. Move them away, or set ` +
      'HUB_DATA_DIR to another folder.',
  );
}

/**
 * How a program that starts in the cluster's folder names it. The user it runs as may not enter the
 * folders above, so no path leads there: but the program is in it, and this link leads back to it.
 */
export function clusterArgument(cluster: string, identity: ServerIdentity | undefined): string {
  return identity !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Makes a new cluster beside its place, and moves it there when it is whole. */
export async function initialiseCluster(
  layout: ServerLayout,
  server: {
    binaries: ServerBinaries;
    identity: ServerIdentity | undefined;
    password: string;
    durable: boolean;
  },
): Promise<void> {
  const unfinished = await mkdtemp(layout.cluster + unfinishedSuffix);
  try {
    const cluster = join(unfinished, 'cluster');
    const passwordFile = join(unfinished, 'password');
    await mkdir(cluster, { mode: 0o700 });
    await writeFile(passwordFile, `${server.password}\n`, { mode: 0o600 });
    if (server.identity !== undefined) {
      const { uid, gid } = server.identity;
      for (const path of [unfinished, cluster, passwordFile]) await chown(path, uid, gid);
    }
    const { code, output } = await runCommand(
      server.binaries.initdb,
      [
        `--pgdata=${clusterArgument(cluster, server.identity)}`,
        `--username=${superuserName}`,
        '--pwfile=../password',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(server.durable ? [] : ['--no-sync']),
      ],
      { identity: server.identity, cwd: cluster },
    );
    if (code !== 0) {
      const sentence = `PostgreSQL could not create its cluster in ${layout.directory}.`;
      throw serverFailure(sentence, layout.directory, output);
    }
    await rename(cluster, layout.cluster);
    await syncDirectory(layout.directory);
  } finally {
    await remove(unfinished);
  }
}

/** Clears what an initialisation left that was killed in the middle. */
export async function removeUnfinishedClusters(layout: ServerLayout): Promise<void> {
  const prefix = basename(layout.cluster) + unfinishedSuffix;
  for (const name of await readdir(layout.directory)) {
    if (name.startsWith(prefix)) await remove(join(layout.directory, name));
  }
}

/** With retries: the killed hub's initdb may still be writing, until it finds its folder gone. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
