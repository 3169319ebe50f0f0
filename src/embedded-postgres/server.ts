import { constants, existsSync } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { adoptPostmaster } from './adoption.js';
import { runnableBinaries } from './binaries.js';
import { clusterExists, initialiseCluster, removeUnfinishedClusters } from './cluster.js';
import { addressesOf, ensureDatabase, withConnection } from './connection.js';
import { explainFailure } from './errors.js';
import { nullWhenMissing } from './files.js';
import { serverIdentity } from './identity.js';
import { layoutOf, type ServerLayout } from './layout.js';
import { followServerLog, keepServerLogSmall } from './log.js';
import { ensurePassword, readPassword } from './password.js';
import { startPostmaster, type Postmaster } from './postmaster.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isPostmaster } from './process.js';
import { restartPostmaster } from './restart.js';
import { stopPostmaster } from './shutdown.js';
import { acquireInstanceLock, isInstanceLocked } from './instance-lock.js';
import { Supervision, type Care } from './supervision.js';
import { untilEnded } from './watch.js';

/** Where the hub's database is, for each of its roles. */
interface Addresses {
  /** For the owner of the tables, a superuser. */
  readonly url: string;
  /** For the role that serves. */
  readonly serviceUrl: string;
}

export interface EmbeddedServer extends Addresses {
  /** Whether the server was running already, left behind by a hub that was killed. */
  readonly adopted: boolean;
  /** What keeps a supervised server from answering, fit for everybody to read; null when it runs. */
  readonly problem: () => string | null;
  /** Says that the hub is stopping: a server that ends from now on is not brought back. */
  readonly expectEnd: () => void;
  /** Stops the server and lets the next hub into the folder. Harmless when repeated. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** HUB_DATA_DIR; created when it is not there. */
  readonly directory: string;
  /** false leaves out fsync, so that a power cut may destroy everything: for tests only. */
  readonly durable?: boolean;
  readonly report?: (message: string) => void;
  /** How the server is brought back when it ends; it is not where nothing is said. */
  readonly supervision?: SupervisionOptions;
}

/** For how long the server is brought back, and whom that and the end of it is told; see Care. */
export type SupervisionOptions = Pick<Care, 'patienceMilliseconds' | 'tell' | 'giveUp'> & {
  /** Gives up the first start when it aborts. */
  readonly stopping?: AbortSignal;
};

/** How long a guest waits for the owner to finish starting. */
const guestPatienceMilliseconds = 10_000;

/**
 * Becomes the owner of the data folder and runs its PostgreSQL: initialises the cluster on first
 * use, starts the server or takes over the one that a killed hub left, and creates the hub's
 * database and the role that serves.
 *
 * @throws OperatorError DATA_DIRECTORY_IN_USE, DATA_DIRECTORY_NOT_WRITABLE, DATA_DIRECTORY_FULL,
 *   EMBEDDED_POSTGRES_UNAVAILABLE, EMBEDDED_POSTGRES_NO_USER, EMBEDDED_POSTGRES_VERSION,
 *   EMBEDDED_POSTGRES_FOREIGN, EMBEDDED_POSTGRES_PASSWORD_LOST, EMBEDDED_POSTGRES_FAILED.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const layout = layoutOf(resolve(options.directory));
  try {
    await prepareDirectory(layout.directory);
    const lock = acquireInstanceLock(layout.directory);
    try {
      const server = await runServer(layout, options);
      let stopping: Promise<void> | undefined;
      return {
        ...server,
        stop: () => (stopping ??= server.stop().finally(() => lock.release())),
      };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw explainFailure(error, layout.directory);
  }
}

/**
 * The address of the server that a running hub owns, for commands that work beside it.
 *
 * @returns null when no hub owns the folder, or its server does not answer.
 * @throws OperatorError DATA_DIRECTORY_NOT_WRITABLE when the folder belongs to another user.
 */
export async function attachEmbeddedServer(options: {
  directory: string;
}): Promise<Addresses | null> {
  const layout = layoutOf(resolve(options.directory));
  try {
    if ((await stat(layout.directory).catch(nullWhenMissing)) === null) return null;
    await access(layout.directory, constants.R_OK | constants.X_OK);
    const deadline = Date.now() + guestPatienceMilliseconds;
    while (isInstanceLocked(layout.directory) && Date.now() < deadline) {
      const addresses = await answeringAddresses(layout);
      if (addresses !== null) return addresses;
      await pause(50);
    }
    return null;
  } catch (error) {
    throw explainFailure(error, layout.directory);
  }
}

async function runServer(layout: ServerLayout, options: EmbeddedServerOptions) {
  const { durable = true, report = () => undefined } = options;
  const stopping = options.supervision?.stopping;
  await removeUnfinishedClusters(layout);
  const exists = await clusterExists(layout);
  const password = await (exists ? readPassword : ensurePassword)(layout.password);
  const adopted = exists ? await adoptPostmaster(layout, password, report, { stopping }) : null;
  const postmaster = adopted ?? (await startFresh());
  try {
    stopping?.throwIfAborted();
    await ensureDatabase(postmaster.port, password, layout);
  } catch (error) {
    await stopPostmaster(postmaster.pid, layout.cluster);
    throw error;
  }
  const supervision =
    options.supervision &&
    supervise(postmaster, layout, { password, durable, ...options.supervision });
  return {
    ...addressesOf(postmaster.port, password),
    adopted: adopted !== null,
    problem: () => supervision?.problem ?? null,
    expectEnd: () => supervision?.expectEnd(),
    stop: async () => {
      const { pid } = (await supervision?.end()) ?? postmaster;
      await stopPostmaster(pid, layout.cluster);
    },
  };

  async function startFresh() {
    stopping?.throwIfAborted();
    const identity = await serverIdentity(layout.cluster);
    const binaries = await runnableBinaries(identity, report);
    if (!exists) {
      report(`Creating a PostgreSQL cluster in ${layout.cluster}`);
      await initialiseCluster(layout, { binaries, identity, password, durable });
    }
    return startPostmaster({ layout, binaries, identity, durable, report, signal: stopping });
  }
}

function supervise(
  postmaster: Postmaster,
  layout: ServerLayout,
  options: SupervisionOptions & { password: string; durable: boolean },
): Supervision {
  const { password, durable } = options;
  return new Supervision(postmaster, {
    ...options,
    directory: layout.directory,
    untilEnded: async (server, signal) => {
      const readLog = await followServerLog(layout.log);
      const leaveLog = keepServerLogSmall(layout.log);
      await untilEnded(server, layout.cluster, signal).finally(leaveLog);
      return signal.aborted ? '' : readLog();
    },
    bringBack: (attempt) =>
      restartPostmaster(layout, { ...attempt, port: postmaster.port, password, durable }),
  });
}

async function prepareDirectory(directory: string): Promise<void> {
  // Asked first, because Node's mkdir tells a read-only file system as "no such file or directory".
  await access(nearestExisting(directory), constants.W_OK);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

async function answeringAddresses(layout: ServerLayout): Promise<Addresses | null> {
  const file = await readPostmasterFile(layout.cluster);
  if (file?.status !== 'ready' || !(await isPostmaster(file.pid, file.port))) return null;
  const addresses = addressesOf(file.port, await readPassword(layout.password));
  const answers = withConnection(addresses.url, (client) => client.query('SELECT 1'));
  return answers.then(
    () => addresses,
    () => null,
  );
}
