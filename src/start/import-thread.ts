import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { WorkOnJob } from '../import-jobs/import-job-loop.service.js';
import { BegunAgain } from '../import-jobs/job-turn.js';

/** A file that needs more is refused, instead of ending the hub. */
const MOST_MEGABYTES = 320;

const MESSAGE = z.union([z.object({ percent: z.number() }), z.object({ later: z.literal(true) })]);

/** Works on jobs in a thread of its own, which ends with the step. */
export function importThread(url: string): WorkOnJob {
  return (job, tell, cut) =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./import-worker.js', import.meta.url), {
        workerData: { url, job },
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 16 },
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
      worker.once('error', reject);
      worker.once('exit', () => {
        cut.removeEventListener('abort', end);
        if (later) reject(new BegunAgain());
        else resolve();
      });
    });
}
