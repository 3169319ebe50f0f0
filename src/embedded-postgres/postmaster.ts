import { spawn } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../shared/errors.js';
import type { ServerBinaries } from './binaries.js';
import { clusterArgument } from './cluster.js';
import { childEnvironment, type ServerIdentity } from './command.js';
import { serverFailure } from './errors.js';
import type { ServerLayout } from './layout.js';
import { openServerLog, type ServerLog } from './log.js';
import { readPostmasterFile } from './postmaster-file.js';
import { clusterName, clusterNameArgument } from './process.js';
import { stopPostmaster } from './shutdown.js';

/** A server that answers. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface PostmasterOptions {
  readonly layout: ServerLayout;
  readonly binaries: ServerBinaries;
  readonly identity: ServerIdentity | undefined;
  readonly durable: boolean;
  readonly report: (message: string) => void;
  /** Gives up the start when it aborts. */
  readonly signal?: AbortSignal;
  /** After so long the start is given up. */
  readonly patienceMilliseconds?: number;
  readonly choosePort?: () => Promise<number>;
}

const portAttempts = 5;
const portTaken = /could not bind|could not create any TCP\/IP sockets/;
/** Recovery after a power cut may take minutes; a server that needs longer needs a person. */
export const startPatienceMilliseconds = 10 * 60 * 1000;
const fullBelowBytes = 1024 * 1024;
const reportEveryMilliseconds = 10_000;

/**
 * Starts the server on a free port and waits until it answers.
 * @throws OperatorError EMBEDDED_POSTGRES_FAILED, EMBEDDED_POSTGRES_PORT_TAKEN, DATA_DIRECTORY_FULL,
 *   DATA_DIRECTORY_NOT_WRITABLE.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const choosePort = options.choosePort ?? freePort;
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort();
    const log = await openServerLog(options.layout.log, options.identity);
    try {
      const pid = await launch(port, log, options);
      if (pid !== null) return { pid, port };
      const output = await log.readNew();
      // Another program may have taken the port between the choice and its use.
      if (portTaken.test(output)) {
        if (attempt < portAttempts) continue;
        throw new OperatorError(
          'EMBEDDED_POSTGRES_PORT_TAKEN',
          `Another program has taken the port ${port} of the embedded PostgreSQL. Stop it, or start the hub again: it takes another port then.`,
        );
      }
      const sentence = `PostgreSQL did not start in ${options.layout.directory}.`;
      const noted = output + (await noteOfFullDisk(options.layout.directory));
      throw serverFailure(sentence, options.layout.directory, noted);
    } finally {
      await log.close();
    }
  }
}

/** @returns the process, or null when it ended instead of answering. */
async function launch(
  port: number,
  log: ServerLog,
  options: PostmasterOptions,
): Promise<number | null> {
  const { layout, identity } = options;
  const name = await clusterName(layout.cluster);
  const child = spawn(
    options.binaries.postgres,
    [
      ...clusterNameArgument(name),
      ...['-D', clusterArgument(layout.cluster, identity)],
      ...settings(port, options.durable).flatMap((setting) => ['-c', setting]),
    ],
    {
      ...identity,
      cwd: layout.cluster,
      env: childEnvironment,
      // Ctrl-C in the terminal is for the hub alone, which then stops the server in good order.
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    },
  );
  const outcome: { ended: boolean; failure?: Error } = { ended: false };
  child.on('error', (error) => {
    outcome.failure = error;
  });
  child.on('exit', () => {
    outcome.ended = true;
  });
  child.unref();
  const deadline = Date.now() + (options.patienceMilliseconds ?? startPatienceMilliseconds);
  let nextReport = Date.now() + reportEveryMilliseconds;
  while (!outcome.ended && outcome.failure === undefined) {
    if (Date.now() > deadline || options.signal?.aborted) {
      if (child.pid !== undefined) await stopPostmaster(child.pid, layout.cluster);
      return null;
    }
    const file = await readPostmasterFile(layout.cluster);
    if (file?.pid === child.pid && file?.status === 'ready') return file.pid;
    if (Date.now() > nextReport) {
      options.report(`PostgreSQL is still starting, see ${layout.log}`);
      nextReport += reportEveryMilliseconds;
    }
    await pause(20);
  }
  if (outcome.failure !== undefined) throw outcome.failure;
  return null;
}

/** Where there is no space, PostgreSQL cannot write to its log that there is none. */
async function noteOfFullDisk(directory: string): Promise<string> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize < fullBelowBytes ? '\n(No space left on device)' : '';
}

/** Given with every start, so that an update of the hub reaches the clusters that exist. */
function settings(port: number, durable: boolean): string[] {
  return [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'logging_collector=off',
    // Whoever waited for a lock for a second, and for whom.
    'log_lock_waits=on',
    ...(durable ? ['fsync=on'] : ['fsync=off', 'full_page_writes=off']),
  ];
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string')
    throw new Error('The probe listens on no port.');
  return address.port;
}
