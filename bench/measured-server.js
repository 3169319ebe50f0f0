import { pino } from 'pino';
import { openEvidenceStore } from '../dist/src/evidence/evidence-store.js';
import { createServer } from '../dist/src/http/server.js';

/**
 * A hub to be measured: it writes no log, and its tokens are good for this run only.
 * @param directory where evidence would lie.
 * @param options what else the server is told, such as which day it is.
 */
export async function measuredServer(orm, directory, options = {}) {
  return createServer({
    orm,
    evidence: await openEvidenceStore({ dataDirectory: directory, evidenceBucket: null }),
    logger: pino({ level: 'silent' }),
    authentication: {
      secret: new TextEncoder().encode('a secret for measuring, long enough'),
      issuer: null,
    },
    ...options,
  });
}
