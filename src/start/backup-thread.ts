import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { MakeBackup } from '../backups/backup-loop.service.js';

/** A backup that needs more fails, instead of ending the hub. */
const MOST_MEGABYTES = 320;

const MESSAGE = z.union([
  z.object({ bytes: z.number(), missing: z.number() }),
  z.object({ failure: z.string() }),
]);

/** Makes backups in a thread that ends with each. */
export function backupThread(url: string): MakeBackup {
  return (file, cut) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./backup-worker.js', import.meta.url), {
        workerData: { url, file },
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 16 },
      });
      const end = () => void worker.terminate();
      cut.addEventListener('abort', end, { once: true });
      worker.on('message', (sent: unknown) => {
        const message = MESSAGE.parse(sent);
        if ('failure' in message) reject(new Error(message.failure));
        else resolve(message);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        cut.removeEventListener('abort', end);
        reject(new Error('The backup was broken off.'));
      });
    });
}
