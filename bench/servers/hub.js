/** The hub itself, as it is started for everybody, on the database that the first argument names. */
import { pino } from 'pino';
import { openEvidenceStore } from '../../dist/src/evidence/evidence-store.js';
import { createServer } from '../../dist/src/http/server.js';
import { openOrm } from '../../dist/src/tables.js';
import { LAST_ROUND } from '../dataset.js';
import { ready } from './measured.js';

const [url, directory] = process.argv.slice(2);
const server = await createServer({
  orm: await openOrm(url),
  evidence: await openEvidenceStore({ dataDirectory: directory, evidenceBucket: null }),
  logger: pino({ level: 'silent' }),
  authentication: {
    secret: new TextEncoder().encode('a secret for measuring, long enough'),
    issuer: null,
  },
  // As it is set unless somebody says otherwise; nothing is limited, for all come from one address.
  cacheMegabytes: 16,
  now: () => new Date(`${LAST_ROUND}-11-01T03:00:00Z`),
});
ready(await server.listen({ port: 0, host: '127.0.0.1' }));
