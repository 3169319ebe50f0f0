import { stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { tokenSecret } from '../auth/token-secret.js';
import { takeBackup } from '../backups/take-backup.service.js';
import { readConfig } from '../config.js';
import { openEvidenceStore } from '../evidence/evidence-store.js';
import { explain } from './explain.js';
import { passphraseOf } from './passphrase.js';

const { url, file } = z.object({ url: z.string(), file: z.string() }).parse(workerData);

// A thread of its own: compressing and hashing gigabytes keeps no request waiting.
try {
  const config = readConfig();
  const source = {
    url,
    store: await openEvidenceStore(config, { clear: false }),
    tokenSecret: await tokenSecret(config.tokenSecret, config.dataDirectory),
  };
  const { contents } = await takeBackup(source, file, await passphraseOf(config));
  const { size } = await stat(file);
  parentPort?.postMessage({ bytes: size, missing: contents.evidence.missing.length });
} catch (error) {
  parentPort?.postMessage({ failure: explain(error) });
}
