import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { COMMAND_LIMITS } from '../database/limits.js';
import { refusalIn } from '../database/refusals.js';
import { workOnJob } from '../import-jobs/work-on-job.service.js';
import { LostTurn } from '../import-jobs/job-turn.js';
import { asHub } from '../shared/who-asks.js';
import { openOrm } from '../tables.js';

/** The step needs one connection for its transaction and one beside it. */
const CONNECTIONS = 2;

const { url, throughPooler, job } = z
  .object({ url: z.string(), throughPooler: z.boolean(), job: z.number() })
  .parse(workerData);

// A thread of its own: reading and comparing thousands of rows keeps no request waiting.
const limits = { ...COMMAND_LIMITS, connections: CONNECTIONS };
const orm = await openOrm(url, { throughPooler, limits });
try {
  await asHub(() =>
    workOnJob(orm.em.fork(), job, (percent) => parentPort?.postMessage({ percent })),
  );
} catch (error) {
  const isLater = error instanceof LostTurn || refusalIn(error) !== null;
  if (!isLater) throw error;
  parentPort?.postMessage({ later: true });
} finally {
  await orm.close(true);
}
