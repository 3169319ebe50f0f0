import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import cookie from '@fastify/cookie';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { KeyUse } from '../api-keys/key-use.service.js';
import { backupWarningOf } from '../backups/standing.queries.js';
import { nameAddresses } from '../request/address-of.js';
import { DayWatch } from '../calendar/day-watch.service.js';
import { readTogether, type Context } from '../request/context.js';
import { consoleRoutes } from './console.routes.js';
import { databaseCheck } from '../database/ready-check.js';
import { withinTime } from '../database/time-limit.js';
import { startExamining } from '../evidence/examine-waiting.service.js';
import { evidenceRoutes } from '../evidence/evidence.routes.js';
import { UploadRoom } from '../evidence/upload-room.js';
import { embedRoutes } from '../embeds/embed.routes.js';
import { exportRoutes } from '../exports/all-exports.routes.js';
import { importTemplateRoutes } from '../import-jobs/template.routes.js';
import { importUploadRoutes } from '../import-jobs/import-upload.routes.js';
import { unsubscribeRoutes } from '../mail/unsubscribe.routes.js';
import { mcpRoutes } from '../mcp/mcp.routes.js';
import { admissionPlugin, type AdmittingHub } from '../execution/admission.js';
import { SharedReads } from '../reads/batch.js';
import { buildSchema, printGraph } from '../graph.js';
import { Caching } from './caching.js';
import { allowOrigins } from './cross-origin.js';
import { dataExtensionPlugin } from '../execution/data-extension.js';
import { Documents, trustedDocuments } from '../execution/documents.js';
import { FallBacks } from '../execution/fall-backs.js';
import { errorPlugin } from '../execution/format-error.js';
import { graphRoutes } from './graph.routes.js';
import { graphiql } from './graphiql.js';
import { LIMITS } from '../execution/limits/limits.js';
import { RateLimits, UNLIMITED } from '../execution/limits/rate-limits.js';
import { plannedAnswersPlugin } from '../execution/planned-answers.js';
import { tracedOperationsPlugin } from '../execution/traced-operations.js';
import { answerOtherMethods } from './other-methods.js';
import { schemaText } from './schema-text.js';
import { BODY_LIMIT } from './unreadable-request.js';
import { refuseUntrusted } from './untrusted-document.js';
import { healthRoutes } from './health.routes.js';
import { LastErrors } from '../health/last-errors.js';
import { Readiness } from '../health/readiness.js';
import { limitBodies } from './body-time.js';
import { stopConnections } from './stopping.js';
import { Connections } from './connections.js';
import { identityOf } from './identity.js';
import { shedOverload } from './overload.js';
import { limitUnreadAnswers } from './unread-answers.js';
import { WAITING_TIMES } from './waiting-times.js';
import { setCommonHeaders } from './security-headers.js';
import { Stop } from '../health/stop.js';
import { streamRoutes } from './stream.routes.js';
import type { ServerOptions } from './server-options.js';
import { noteOutcomes, noteSender } from '../request/outcome.js';
import { Metrics } from '../health/metrics.js';
import { countRequests } from './counted-requests.js';
import { metricsRoutes } from './metrics.routes.js';
import { SecurityLog } from './security-log.js';
import { nameRequests, requestIds } from './request-ids.js';
import { traceRequests } from './traced-requests.js';
import { asHub, tellWhoAsks } from '../shared/who-asks.js';
import { linkPreviews } from '../verdicts/link-preview.queries.js';
import { watchHub } from '../watch/watch-hub.service.js';

/** Built once a process, however many servers there are in it. */
let graph: ReturnType<typeof buildSchema> | undefined;

/**
 * The hub as an HTTP server that is ready to listen.
 *
 * Long because it names everything that a server is made of, in the order in which it is put together.
 */
export async function createServer({
  orm,
  logger,
  authentication,
  evidence,
  scanner = null,
  examining = false,
  evidenceQuota = 0,
  disk = null,
  standby = null,
  backups = null,
  smallCount = 5,
  licence = null,
  mail = null,
  signInIssuers = null,
  publisher = null,
  corsOrigins = [],
  embedOrigins = [],
  cacheMegabytes = 0,
  trustedOnly = false,
  publicRead = true,
  rateLimits = UNLIMITED,
  limits = LIMITS,
  answering = plannedAnswersPlugin(new FallBacks(logger)),
  overload = null,
  trustProxy = [],
  consoleFolder = null,
  readiness = new Readiness(),
  metricsToken = null,
  tracing = false,
  errors = new LastErrors(),
  waiting = WAITING_TIMES,
  stop = new Stop(),
  calendar = false,
  now = () => new Date(),
}: ServerOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger;
  const connections = new Connections(waiting);
  const server = Fastify({
    loggerInstance,
    bodyLimit: BODY_LIMIT,
    trustProxy,
    genReqId: requestIds(trustProxy),
    logController: new LogController({ requestIdLogLabel: 'requestId' }),
    serverFactory: (handler) => connections.createServer(handler),
    // The connections refuse what is no request, on every address that the hub listens on.
    clientErrorHandler: () => undefined,
    // What comes on an open connection while the hub stops is still answered.
    return503OnClosing: false,
  });
  nameAddresses(server);
  noteOutcomes(server);
  // Any page can make a browser send it.
  server.removeContentTypeParser('text/plain');
  const schema = await (graph ??= buildSchema());
  const documents = new Documents(await trustedDocuments());
  const metrics = new Metrics();
  const security = new SecurityLog(metrics);
  nameRequests(server, { documents, security });
  if (tracing) traceRequests(server, trustProxy);
  const rates = new RateLimits(rateLimits, logger);
  const keyUse = new KeyUse(orm, logger);
  const uploads = new UploadRoom(evidenceQuota, disk, scanner);
  const shared = new SharedReads((work) => withinTime(limits.time, work), standby);
  const { secret: tokenSecret, secondFactorRequired } = authentication;
  const watched = { startedAt: now(), readiness, disk, errors, scanner };
  const hub = (): AdmittingHub => {
    const moment = now();
    return {
      ...{ orm, shared, logger, tokenSecret, secondFactorRequired },
      signIns: rates.signIns,
      ...{ smallCount, mail, signInIssuers, licence, publicRead },
      rates,
      limits,
      ...{ uploads, watched },
      now: moment,
      identify: async (request, reply) => {
        const senders = { orm, logger, authentication, keyUse, now: moment };
        const identity = await asHub(() => identityOf(request, reply, senders));
        noteSender(request, identity);
        // Whoever comes with a key reads what everybody may.
        if (identity.viewer) tellWhoAsks(`account ${identity.viewer.accountId}`);
        return identity;
      },
    };
  };
  const caching = new Caching({
    megabytes: cacheMegabytes,
    documents,
    publicRead,
    readPublication: () => readTogether(orm, shared),
  });
  const apollo = new ApolloServer<Context>({
    schema,
    // Its own writes to the console.
    logger,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    parseOptions: { maxTokens: limits.tokens },
    // Clients and caches send a plain GET, which changes nothing; what changes something is JSON, for
    // which a browser asks first whether the page may. See docs/decisions.md.
    csrfPrevention: false,
    // Shutting down is ours: Fastify finishes what it has begun, then Apollo, then the database.
    stopOnTerminationSignals: false,
    persistedQueries: documents.persistedQueries(),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // The caching says what may be kept, and Apollo's way of finding out slows every field.
      ApolloServerPluginCacheControlDisabled(),
      admissionPlugin({ rates, limits, shared }),
      errorPlugin(logger),
      // It knows which state of the data the answer is from, before others look.
      caching.plugin(),
      dataExtensionPlugin(),
      ...(answering ? [answering] : []),
      ...(tracing ? [tracedOperationsPlugin()] : []),
    ],
    stringifyResult: (value) => JSON.stringify(value),
  });
  await apollo.start();
  server.addHook('onClose', async () => {
    await apollo.stop();
    await keyUse.settled();
    await rates.close();
    await standby?.close();
  });
  countRequests(server, { metrics, documents, security });
  watchHub(server, metrics, { orm, logger, watched, backups, standby });
  stopConnections(server, { connections, stop, readiness });
  if (overload) await shedOverload(server, overload, readiness);
  limitBodies(server, waiting);
  limitUnreadAnswers(server, waiting);

  setCommonHeaders(server);
  if (examining)
    server.addHook(
      'onClose',
      startExamining(orm, {
        ...{ store: evidence, scanner, logger, now },
        tellVirus: (found) => security.tellOfHub(logger, 'virus-found', found),
      }),
    );
  if (calendar) await new DayWatch(orm, logger, now).serve(server);
  await allowOrigins(server, corsOrigins);
  answerOtherMethods(server);
  await server.register(cookie);
  await server.register(graphiql);
  await server.register(schemaText, { text: printGraph(schema) });
  await server.register(exportRoutes, { hub, publisher });
  await server.register(embedRoutes, { hub, publisher, origins: embedOrigins });
  await server.register(evidenceRoutes, { hub, store: evidence, uploads });
  await server.register(importUploadRoutes, { hub });
  await server.register(importTemplateRoutes, { hub });
  const trust = trustedOnly ? refuseUntrusted(documents) : null;
  await server.register(graphRoutes, { apollo, caching, trust, hub });
  await server.register(streamRoutes, {
    hub,
    schema,
    trust,
    closing: stop.closing,
    idle: waiting.idle,
  });
  await server.register(unsubscribeRoutes, { orm, now });
  await server.register(mcpRoutes, { schema, origins: corsOrigins });
  const pages = { folder: consoleFolder, embedOrigins, preview: linkPreviews(hub) };
  await server.register(consoleRoutes, pages);
  readiness.add('the database', databaseCheck(orm));
  if (disk) readiness.addWarning('the disk', () => disk.problem());
  if (backups) readiness.addWarning('the list of backups', backupWarningOf(orm, backups));
  if (scanner) readiness.addWarning('the virus scanner', () => scanner.warning());
  await server.register(healthRoutes, { readiness });
  await server.register(metricsRoutes, { metrics, token: metricsToken });
  return server;
}
