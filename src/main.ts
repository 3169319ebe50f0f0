import { fileURLToPath } from 'node:url';
import { Issuer } from './auth/issuer.js';
import { SignInIssuers } from './auth/sign-in-issuers.js';
import { tokenSecret } from './auth/token-secret.js';
import { startBackups } from './backups/backup-loop.service.js';
import { readConfig, type Config } from './config.js';
import { openDatabase, openService } from './database/connect.js';
import { isHeld } from './database/service-role.js';
import { StandbyReads } from './database/standby-reads.js';
import { startCleaning } from './evidence/clean-daily.service.js';
import { openEvidenceStore } from './evidence/evidence-store.js';
import { VirusScanner } from './file-checks/virus-scanner.js';
import { DiskSpace } from './health/disk-space.js';
import { LastErrors } from './health/last-errors.js';
import { Readiness } from './health/readiness.js';
import { Stop, stopInOrder } from './health/stop.js';
import { checkPort, listen } from './http/listen.js';
import { OVERLOAD } from './http/overload.js';
import { createServer } from './http/server.js';
import { startImportJobs } from './import-jobs/import-job-loop.service.js';
import { startMail } from './mail/mail-loop.service.js';
import { startDigests } from './digests/digest-loop.service.js';
import { startReminders } from './reminders/reminder-loop.service.js';
import { backupThread } from './start/backup-thread.js';
import { explain } from './start/explain.js';
import { firstOperatorText } from './start/first-operator.service.js';
import { importThread } from './start/import-thread.js';
import { createLogger } from './start/logger.js';
import { prepareDatabase } from './start/prepare.js';
import { statementTeller } from './start/statement-teller.js';
import { startSummary } from './start/summary.js';
import { startTraces } from './start/traces.js';
import { tables } from './tables.js';
import { startDeliveries } from './webhooks/delivery-loop.service.js';

/** Everybody may read it. */
const SERVED_BY_OWNER =
  'the hub serves with a role that owns the tables or is a superuser: set HUB_MIGRATE_DATABASE_URL for that one, and DATABASE_URL for one that owns nothing (“The roles of the database” in docs/operations.md)';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Starts everything, and gives what stops it again in the opposite order.
 *
 * Long because it names all that a hub consists of, in the order in which it starts.
 * @param stopping ends the start with an error.
 * @param hurry cuts what is under way while it stops.
 */
async function start(
  config: Config,
  stopping: AbortSignal,
  hurry: AbortSignal,
): Promise<() => Promise<void>> {
  await checkPort(config);
  const readiness = new Readiness();
  const errors = new LastErrors();
  const logger = createLogger(config, undefined, errors);
  const sendTraces = config.traces ? await startTraces(logger) : null;
  const told = { ...config, tellStatement: statementTeller(logger) };
  const owned = await openDatabase(told, tables, 'hub', say, {
    patienceMilliseconds: config.postgresPatience * 1000,
    tell: (line) => logger.error(line),
    giveUp: fail,
    stopping,
  });
  readiness.add('the embedded PostgreSQL', () => owned.problem());
  const stop = new Stop(config.stopSeconds, hurry);
  let database = owned;
  try {
    const secret = await tokenSecret(config.tokenSecret, config.dataDirectory);
    const { accounts, firstOperator } = await prepareDatabase(owned, config, secret, say, stopping);
    database = await openService(owned, told, tables);
    if (!(await isHeld(database.orm))) {
      readiness.addWarning('the role of the database', () => SERVED_BY_OWNER);
      logger.warn(SERVED_BY_OWNER);
    }
    const evidence = await openEvidenceStore(config);
    const standby = config.readDatabaseUrl
      ? await StandbyReads.open(config.readDatabaseUrl, database.orm, {
          limits: config.databaseLimits,
          tellStatement: told.tellStatement,
        })
      : null;
    const server = await createServer({
      orm: database.orm,
      standby,
      evidence,
      scanner:
        config.clamav && new VirusScanner(config.clamav.address, config.clamav.takesUnexamined),
      examining: true,
      evidenceQuota: config.evidenceQuotaMegabytes * 1024 * 1024,
      disk: new DiskSpace({ folder: config.dataDirectory, reserve: config.diskReserveMegabytes }),
      backups: config.backups,
      logger,
      smallCount: config.smallCount,
      licence: config.licence,
      mail: config.mail,
      signInIssuers:
        config.signIn && new SignInIssuers(config.signIn.issuers, config.signIn.publicUrl, logger),
      publisher: config.publisher,
      corsOrigins: config.corsOrigins,
      embedOrigins: config.embedOrigins,
      cacheMegabytes: config.cacheMegabytes,
      trustedOnly: config.trustedOnly,
      publicRead: config.publicRead,
      rateLimits: {
        points: config.rateLimit,
        signIns: config.signInLimits,
        databaseUrl: config.rateLimitShared ? database.serviceUrl : undefined,
      },
      overload: OVERLOAD,
      trustProxy: config.trustProxy,
      readiness,
      ...{ metricsToken: config.metricsToken, errors, tracing: config.traces },
      stop,
      calendar: true,
      consoleFolder: fileURLToPath(new URL('../web', import.meta.url)),
      authentication: {
        secret,
        issuer: config.oidc && new Issuer(config.oidc.issuer, config.oidc.audience),
        secondFactorRequired: config.secondFactorRequired,
      },
    });
    const address = await listen(server, config);
    // Its question is no trusted document.
    const summary = config.trustedOnly ? null : await startSummary(server);
    if (summary) say(`\n${summary}`);
    if (accounts) say(`\n${accounts}`);
    if (firstOperator)
      say(`\n${firstOperatorText(firstOperator, config.mail?.publicUrl ?? address)}`);
    say(`
  console   ${address}
  graph     ${address}/graphql
  GraphiQL  ${address}/graphiql
  health    ${address}/health/live  ${address}/health/ready
  data      ${database.place}
`);
    const stopDeliveries = startDeliveries(database.orm, logger, {
      hubSecret: secret,
      allowPrivate: config.webhookAllowPrivate,
      cut: stop.cut,
    });
    const stopMail = startMail(database.orm, logger, config.mail, { secret, cut: stop.cut });
    const stopReminders = startReminders(database.orm, logger);
    const stopDigests = startDigests(database.orm, logger);
    const stopImports = startImportJobs(database.orm, logger, {
      work: importThread(database.serviceUrl, { throughPooler: config.databaseThroughPooler }),
    });
    const stopBackups =
      config.backups &&
      startBackups(database.orm, logger, {
        ...config.backups,
        make: backupThread(database.ownerUrl),
      });
    const stopCleaning = startCleaning(database.orm, evidence, logger);
    return async () => {
      database.expectEnd();
      await stopInOrder(
        stop,
        {
          server,
          jobs: {
            deliveries: stopDeliveries,
            reminders: stopReminders,
            digests: stopDigests,
            imports: stopImports,
            mail: stopMail,
            cleaning: stopCleaning,
            ...(stopBackups && { backups: stopBackups }),
          },
          database,
        },
        {
          delaySeconds: config.stopDelaySeconds,
          report: (problem) => logger.error(problem),
        },
      );
      await sendTraces?.();
    };
  } catch (error) {
    await database.close().catch((problem: unknown) => logger.error(problem));
    throw error;
  }
}

/** A sentence for what the operator can mend; the whole error for a bug. */
function fail(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

// A hub that runs out of things to wait for has not been stopped: a supervisor starts it again.
process.exitCode = 1;

const stopping = new AbortController();
const hurry = new AbortController();
const started = readAndStart();
started.catch((error: unknown) => {
  if (!stopping.signal.aborted) fail(error);
});

async function readAndStart(): Promise<() => Promise<void>> {
  return start(readConfig(), stopping.signal, hurry.signal);
}

/**
 * A signal that comes while the hub is starting ends the start; what was begun is undone. A second one
 * cuts what is under way; the embedded database is stopped in good order all the same.
 */
async function shutDown(signal: NodeJS.Signals): Promise<void> {
  if (stopping.signal.aborted) {
    say(`${signal} again: cutting off what is under way …`);
    hurry.abort();
    return;
  }
  stopping.abort();
  say(`${signal}: stopping …`);
  // A start that has failed, by this or otherwise, has closed what it opened.
  const stop = await started.catch(() => null);
  await stop?.();
  say('Stopped.');
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    shutDown(signal).catch(fail);
  });
