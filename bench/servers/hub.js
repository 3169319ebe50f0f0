/**
 * The hub itself, as it is started for everybody, on the database that the first argument names. The
 * third one says how it answers queries: by its plans (left out), by graphql-jit, or by graphql.
 */
import { pino } from 'pino';
import { openEvidenceStore } from '../../dist/src/evidence/evidence-store.js';
import { createServer } from '../../dist/src/http/server.js';
import { startTraces } from '../../dist/src/start/traces.js';
import { openOrm } from '../../dist/src/tables.js';
import { LAST_ROUND } from '../dataset.js';
import { compiledAnswersPlugin } from './compiled-answers.js';
import { ready } from './measured.js';

const [url, directory, answering] = process.argv.slice(2);
const tracing = Boolean(process.env.OTEL_EXPORTER_OTLP_ENDPOINT);
const logger = pino({ level: tracing ? 'warn' : 'silent' });
if (tracing) await startTraces(logger);
const server = await createServer({
  orm: await openOrm(url),
  evidence: await openEvidenceStore({ dataDirectory: directory, evidenceBucket: null }),
  logger,
  tracing,
  authentication: {
    secret: new TextEncoder().encode('a secret for measuring, long enough'),
    issuer: null,
  },
  // As it is set unless somebody says otherwise; nothing is limited, for all come from one address.
  cacheMegabytes: 16,
  ...(answering === 'graphql' && { answering: null }),
  ...(answering === 'graphql-jit' && { answering: await compiledAnswersPlugin() }),
  now: () => new Date(`${LAST_ROUND}-11-01T03:00:00Z`),
});
ready(await server.listen({ port: 0, host: '127.0.0.1' }));
