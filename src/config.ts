import type { SignInLimits } from './auth/sign-in-limits.js';
import type { SignInIssuer } from './auth/sign-in-issuers.js';
import type { DatabaseLimits } from './database/limits.js';
import type { ScannerAddress } from './file-checks/virus-scanner.js';
import { OperatorError } from './shared/errors.js';
import { settings, type Settings } from './settings.js';

export interface Config {
  port: number;
  host: string;
  /** Undefined means the embedded PostgreSQL under `dataDirectory`. */
  databaseUrl: string | undefined;
  /** The same database as the owner of its tables; undefined means that `databaseUrl` is. */
  migrateDatabaseUrl: string | undefined;
  /** Whether `databaseUrl` leads to a pooler that gives each transaction another session. */
  databaseThroughPooler: boolean;
  /** The standbys on which queries are read; undefined means none. */
  readDatabaseUrl: string | undefined;
  /** The connections of the hub, and its waiting times for the database. */
  databaseLimits: DatabaseLimits;
  dataDirectory: string;
  /** How many seconds the hub tries to restart the embedded PostgreSQL before it ends. */
  postgresPatience: number;
  /** Whether an empty database is filled with demo data at start. */
  seedDemo: boolean;
  /** Counts of people below this are withheld from the public. */
  smallCount: number;
  licence: string | null;
  /** Who publishes the data, as the catalog names it; null means that it is not said. */
  publisher: string | null;
  /** The memory for public answers in megabytes; 0 means none. */
  cacheMegabytes: number;
  trustedOnly: boolean;
  publicRead: boolean;
  /** The secret that signs access tokens; undefined means one that the hub makes and keeps. */
  tokenSecret: string | undefined;
  /** The OpenID Connect issuer whose bearer tokens are accepted; null for none. */
  oidc: { issuer: string; audience: string } | null;
  /** The issuers through which people sign in, and where these lead them back to; null for none. */
  signIn: { issuers: readonly SignInIssuer[]; publicUrl: string } | null;
  /** Whether operators, planners and reviewers with a password need a second factor. */
  secondFactorRequired: boolean;
  /** The S3-compatible bucket for evidence; null means a folder in `dataDirectory`. */
  evidenceBucket: {
    /** Undefined means Amazon’s own. */
    endpoint: string | undefined;
    region: string;
    bucket: string;
    /** Undefined means the credentials of the machine's environment. */
    credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  } | null;
  /** The virus scanner, and whether files are taken while it cannot be reached; null for none. */
  clamav: { address: ScannerAddress; takesUnexamined: boolean } | null;
  /** How many megabytes of files an institution may upload in a round; 0 means no limit. */
  evidenceQuotaMegabytes: number;
  /** How many megabytes of the data folder’s disk files must leave free; 0 means none. */
  diskReserveMegabytes: number;
  /** Whether webhooks may lead to private addresses. */
  webhookAllowPrivate: boolean;
  /** Where mail is handed in; null for none. */
  mail: {
    url: string;
    from: { name: string; address: string };
    /** Where people reach the hub, without a slash at its end. */
    publicUrl: string;
  } | null;
  /** The origins whose pages may read the answers in browsers, or `*` alone for all. */
  corsOrigins: readonly string[];
  /** The origins whose pages may show a verdict in a frame; none when nobody may. */
  embedOrigins: readonly string[];
  /** Points per minute of an account or address; 0 means no limit. */
  rateLimit: number;
  /** Whether several hubs on one database share the counts. */
  rateLimitShared: boolean;
  /** The largest number of failed sign-ins; null means no limit. */
  signInLimits: SignInLimits | null;
  /** The addresses and networks of the proxies whose `X-Forwarded-For` is trusted. */
  trustProxy: string[];
  /** Where the hub puts backups, how often in milliseconds, and how many it keeps; null when it makes none. */
  backups: { folder: string; every: number; keep: number } | null;
  /** What opens their secrets, or the file that says it; both null when it is not set. */
  backupPassphrase: { text: string | null; file: string | null };
  /** How long what is under way has when the hub stops. */
  stopSeconds: number;
  /** How long the hub says before that it is not ready. */
  stopDelaySeconds: number;
  /** Who sends it may read the metrics; null means programs of this machine alone. */
  metricsToken: string | null;
  /** Whether traces are sent; where and which, OpenTelemetry reads from the environment itself. */
  traces: boolean;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads the environment; no other code does.
 * @throws OperatorError CONFIG_INVALID with every variable that is wrong, and how.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = settings.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${issue.message}`,
    );
    throw new OperatorError(
      'CONFIG_INVALID',
      `The settings in the environment are wrong; see .env.example.\n${problems.join('\n')}`,
    );
  }
  const found = parsed.data;
  return {
    port: found.PORT,
    host: found.HOST,
    databaseUrl: found.DATABASE_URL,
    migrateDatabaseUrl: found.HUB_MIGRATE_DATABASE_URL,
    databaseThroughPooler: found.HUB_DATABASE_POOLER === 'transaction',
    readDatabaseUrl: found.HUB_READ_DATABASE_URL,
    databaseLimits: databaseLimitsOf(found),
    dataDirectory: found.HUB_DATA_DIR,
    postgresPatience: found.HUB_POSTGRES_PATIENCE_SECONDS,
    seedDemo: found.HUB_SEED_DEMO,
    tokenSecret: found.HUB_TOKEN_SECRET,
    smallCount: found.HUB_SMALL_COUNT,
    licence: found.HUB_DATA_LICENCE,
    publisher: found.HUB_PUBLISHER,
    cacheMegabytes: found.HUB_CACHE_MB,
    trustedOnly: found.HUB_TRUSTED_ONLY,
    publicRead: found.HUB_PUBLIC_READ,
    oidc: oidcOf(found),
    signIn:
      found.HUB_SIGN_IN_ISSUERS.length > 0 && found.HUB_PUBLIC_URL
        ? { issuers: found.HUB_SIGN_IN_ISSUERS, publicUrl: found.HUB_PUBLIC_URL }
        : null,
    secondFactorRequired: found.HUB_SECOND_FACTOR_REQUIRED,
    evidenceBucket: bucketOf(found),
    clamav: clamavOf(found),
    evidenceQuotaMegabytes: found.HUB_EVIDENCE_QUOTA_MB,
    diskReserveMegabytes: found.HUB_DISK_RESERVE_MB,
    webhookAllowPrivate: found.HUB_WEBHOOK_ALLOW_PRIVATE,
    mail: mailOf(found),
    corsOrigins: found.HUB_CORS_ORIGINS,
    embedOrigins: found.HUB_EMBED_ORIGINS,
    rateLimit: found.HUB_RATE_LIMIT,
    rateLimitShared: found.HUB_RATE_LIMIT_STORE === 'database',
    signInLimits: signInLimitsOf(found),
    trustProxy: found.HUB_TRUST_PROXY,
    backups: backupsOf(found),
    backupPassphrase: {
      text: found.HUB_BACKUP_PASSPHRASE ?? null,
      file: found.HUB_BACKUP_PASSPHRASE_FILE ?? null,
    },
    stopSeconds: found.HUB_STOP_SECONDS,
    stopDelaySeconds: found.HUB_STOP_DELAY_SECONDS,
    metricsToken: found.HUB_METRICS_TOKEN,
    traces: Boolean(found.OTEL_EXPORTER_OTLP_ENDPOINT ?? found.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT),
    logLevel: found.HUB_LOG_LEVEL,
  };
}

function databaseLimitsOf(found: Settings): DatabaseLimits {
  return {
    connections: found.HUB_DATABASE_CONNECTIONS,
    connect: found.HUB_DATABASE_CONNECT_SECONDS * 1000,
    wait: found.HUB_DATABASE_WAIT_SECONDS * 1000,
    silence: found.HUB_DATABASE_SILENCE_SECONDS * 1000,
    slow: found.HUB_SLOW_MS,
  };
}

function oidcOf(found: Settings): Config['oidc'] {
  const { HUB_OIDC_ISSUER: issuer, HUB_OIDC_AUDIENCE: audience } = found;
  return issuer && audience ? { issuer, audience } : null;
}

function clamavOf(found: Settings): Config['clamav'] {
  const { HUB_CLAMAV_SOCKET: address, HUB_CLAMAV_UNREACHABLE: unreachable } = found;
  return address ? { address, takesUnexamined: unreachable === 'take' } : null;
}

function backupsOf(found: Settings): Config['backups'] {
  const { HUB_BACKUP_FOLDER: folder, HUB_BACKUP_EVERY: every, HUB_BACKUP_KEEP: keep } = found;
  return folder === undefined ? null : { folder, every, keep };
}

function mailOf(found: Settings): Config['mail'] {
  const { HUB_SMTP_URL: url, HUB_MAIL_FROM: from, HUB_PUBLIC_URL: publicUrl } = found;
  return url && from && publicUrl ? { url, from, publicUrl } : null;
}

/** Without a rate limit, sign-ins have no limit either. */
function signInLimitsOf(found: Settings): SignInLimits | null {
  if (found.HUB_RATE_LIMIT === 0) return null;
  return {
    ofPair: found.HUB_SIGN_IN_FAILURES,
    ofAccount: found.HUB_SIGN_IN_FAILURES_OF_ACCOUNT,
    ofAddress: found.HUB_SIGN_IN_FAILURES_OF_ADDRESS,
  };
}

function bucketOf(found: Settings): Config['evidenceBucket'] {
  const accessKeyId = found.HUB_EVIDENCE_S3_ACCESS_KEY_ID;
  const secretAccessKey = found.HUB_EVIDENCE_S3_SECRET_ACCESS_KEY;
  if (!found.HUB_EVIDENCE_S3_BUCKET) return null;
  return {
    endpoint: found.HUB_EVIDENCE_S3_ENDPOINT,
    region: found.HUB_EVIDENCE_S3_REGION,
    bucket: found.HUB_EVIDENCE_S3_BUCKET,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}
