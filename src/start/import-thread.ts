import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { WorkOnJob } from '../import-jobs/import-job-loop.service.js';
import { BegunAgain, NeedsTooMuch } from '../import-jobs/job-turn.js';
import { propertyOf } from '../shared/errors.js';

/**
 * A file that needs more is refused, instead of ending the hub. Some 70,000 institutions fit. V8 lets a heap
 * grow half the way from what lives in it to this bound, so a higher one is taken even by small files.
 */
const MOST_MEGABYTES = 136;
const MOST_YOUNG = 4;

const MESSAGE = z.union([z.object({ percent: z.number() }), z.object({ later: z.literal(true) })]);

/** Works on jobs in a thread of its own, which ends with the step. */
export function importThread(
  url: string,
  { throughPooler = false, megabytes = MOST_MEGABYTES } = {},
): WorkOnJob {
  return (job, tell, cut) =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./import-worker.js', import.meta.url), {
        workerData: { url, throughPooler, job },
        resourceLimits: {
          maxOldGenerationSizeMb: megabytes,
          maxYoungGenerationSizeMb: MOST_YOUNG,
        },
      });
      let later = false;
      const end = () => {
        later = true;
        void worker.terminate();
      };
      cut.addEventListener('abort', end, { once: true });
      worker.on('message', (sent: unknown) => {
        const message = MESSAGE.parse(sent);
        if ('percent' in message) tell(message.percent);
        else later = true;
      });
      worker.once('error', (error: Error) =>
        reject(
          propertyOf(error, 'code') === 'ERR_WORKER_OUT_OF_MEMORY' ? new NeedsTooMuch() : error,
        ),
      );
      worker.once('exit', () => {
        cut.removeEventListener('abort', end);
        if (later) reject(new BegunAgain());
        else resolve();
      });
    });
}
