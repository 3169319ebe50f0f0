import { OperatorError } from '../shared/errors.js';
import { adoptPostmaster } from './adoption.js';
import { runnableBinaries } from './binaries.js';
import { clusterExists } from './cluster.js';
import { urlOf, withConnection } from './connection.js';
import { explainFailure } from './errors.js';
import { serverIdentity } from './identity.js';
import type { ServerLayout } from './layout.js';
import { startPostmaster, type Postmaster } from './postmaster.js';
import { stopPostmaster } from './shutdown.js';

/**
 * Starts a server again that has ended, on the port that it had, so that its address stays good.
 * Processes that it left are cleared away first. For the owner of the folder only.
 *
 * @throws OperatorError EMBEDDED_POSTGRES_FAILED, EMBEDDED_POSTGRES_PORT_TAKEN and whatever else keeps
 *   a server from starting.
 */
export async function restartPostmaster(
  layout: ServerLayout,
  server: {
    port: number;
    password: string;
    durable: boolean;
    report: (message: string) => void;
    signal: AbortSignal;
    /** After so long a start is given up. */
    patienceMilliseconds: number;
  },
): Promise<Postmaster> {
  try {
    // Nobody wants an empty database in the place of one whose disk is away.
    if (!(await clusterExists(layout)))
      throw new OperatorError(
        'EMBEDDED_POSTGRES_FAILED',
        `The cluster ${layout.cluster} is not there any more.`,
      );
    const postmaster = (await runningAt(layout, server)) ?? (await startAgain(layout, server));
    try {
      const url = urlOf(postmaster.port, server.password);
      await withConnection(url, (client) => client.query('SELECT 1'));
    } catch (error) {
      // Nobody else knows of it: it would be killed as a leftover.
      await stopPostmaster(postmaster.pid, layout.cluster);
      throw error;
    }
    return postmaster;
  } catch (error) {
    throw explainFailure(error, layout.directory);
  }
}

type Server = Parameters<typeof restartPostmaster>[1];

/** The server that somebody else has started on the cluster meanwhile, if it is in the old place. */
async function runningAt(layout: ServerLayout, server: Server): Promise<Postmaster | null> {
  const { password, report, patienceMilliseconds } = server;
  const running = await adoptPostmaster(layout, password, report, {
    startPatience: patienceMilliseconds,
  });
  if (running === null || running.port === server.port) return running;
  await stopPostmaster(running.pid, layout.cluster);
  return null;
}

async function startAgain(layout: ServerLayout, server: Server): Promise<Postmaster> {
  const identity = await serverIdentity(layout.cluster);
  return startPostmaster({
    ...server,
    ...{ layout, identity },
    binaries: await runnableBinaries(identity, server.report),
    choosePort: async () => server.port,
  });
}
