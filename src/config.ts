import { z } from 'zod';
import { SIGN_IN_LIMITS, type SignInLimits } from './auth/sign-in-limits.js';
import type { DatabaseLimits } from './database/limits.js';
import { OperatorError } from './shared/errors.js';

const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value);

const flag = (preset: boolean) =>
  z.preprocess(
    emptyIsUnset,
    z
      .enum(['true', 'false'], { error: 'must be true or false' })
      .default(preset ? 'true' : 'false')
      .transform((text) => text === 'true'),
  );

const wholeNumber = (from: number, to: number, what = 'whole number') => {
  const error = `must be a ${what} from ${from} to ${to}`;
  return z.coerce.number({ error }).int(error).min(from, error).max(to, error);
};

/** A limit for failed sign-ins. */
const failures = (preset: number) =>
  z.preprocess(emptyIsUnset, wholeNumber(1, 1_000_000).default(preset));

const postgresUrl = z
  .string()
  .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
    error: 'must look like postgresql://user:password@host:5432/database',
  });

/** An origin as browsers send it: without a path, in lower case, without the default port. */
const isOrigin = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
const proxies = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .pipe(
    z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]), {
      error: 'must be addresses or networks with commas, such as 127.0.0.1, 10.0.0.0/8',
    }),
  );

/**
 * Checks across settings run even when a setting is wrong, so that all problems are reported at
 * once.
 */
const always = () => true;

const schema = z
  .object({
    PORT: z.preprocess(emptyIsUnset, wholeNumber(0, 65_535, 'port number').default(4000)),
    HOST: z.preprocess(emptyIsUnset, z.string().default('127.0.0.1')),
    DATABASE_URL: z.preprocess(emptyIsUnset, postgresUrl.optional()),
    HUB_DATABASE_CONNECTIONS: z.preprocess(emptyIsUnset, wholeNumber(4, 200).default(16)),
    HUB_DATABASE_CONNECT_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 60).default(3)),
    HUB_DATABASE_WAIT_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 60).default(3)),
    HUB_DATABASE_SILENCE_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 600).default(3)),
    HUB_DATA_DIR: z.preprocess(emptyIsUnset, z.string().default('.hub')),
    HUB_POSTGRES_PATIENCE_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 86_400).default(600)),
    HUB_SEED_DEMO: flag(true),
    HUB_TOKEN_SECRET: z.preprocess(
      emptyIsUnset,
      z.string().min(32, 'must have at least 32 characters').optional(),
    ),
    HUB_OIDC_ISSUER: z.preprocess(emptyIsUnset, z.url({ error: 'must be an address' }).optional()),
    HUB_OIDC_AUDIENCE: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_EVIDENCE_S3_BUCKET: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_EVIDENCE_S3_REGION: z.preprocess(emptyIsUnset, z.string().default('us-east-1')),
    HUB_EVIDENCE_S3_ENDPOINT: z.preprocess(
      emptyIsUnset,
      z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    ),
    HUB_EVIDENCE_S3_ACCESS_KEY_ID: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_EVIDENCE_S3_SECRET_ACCESS_KEY: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_EVIDENCE_QUOTA_MB: z.preprocess(emptyIsUnset, wholeNumber(0, 1_000_000).default(500)),
    HUB_DISK_RESERVE_MB: z.preprocess(emptyIsUnset, wholeNumber(0, 1_000_000).default(512)),
    HUB_CORS_ORIGINS: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
      .refine((origins) => origins.every((origin) => origin === '*' || isOrigin(origin)), {
        error: 'must be * or origins such as https://dashboard.example, separated by commas',
      })
      .refine((origins) => !origins.includes('*') || origins.length === 1, {
        error: 'must be either * or a list, not both',
      }),
    HUB_SMALL_COUNT: z.preprocess(
      emptyIsUnset,
      wholeNumber(1, 100)
        // Only 1 is between 0 and 2, so that withholding it would reveal it.
        .refine((count) => count !== 2, 'must not be 2: what is withheld would be known to be 1')
        .default(5),
    ),
    HUB_DATA_LICENCE: z.preprocess(emptyIsUnset, z.string().nullable().default(null)),
    HUB_WEBHOOK_ALLOW_PRIVATE: flag(false),
    HUB_CACHE_MB: z.preprocess(emptyIsUnset, wholeNumber(0, 4096).default(16)),
    HUB_TRUSTED_ONLY: flag(false),
    HUB_PUBLIC_READ: flag(true),
    HUB_RATE_LIMIT: z.preprocess(emptyIsUnset, wholeNumber(0, 1_000_000_000).default(100_000)),
    HUB_RATE_LIMIT_STORE: z.preprocess(
      emptyIsUnset,
      z.enum(['memory', 'database'], { error: 'must be memory or database' }).default('memory'),
    ),
    HUB_SIGN_IN_FAILURES: failures(SIGN_IN_LIMITS.ofPair),
    HUB_SIGN_IN_FAILURES_OF_ACCOUNT: failures(SIGN_IN_LIMITS.ofAccount),
    HUB_SIGN_IN_FAILURES_OF_ADDRESS: failures(SIGN_IN_LIMITS.ofAddress),
    HUB_TRUST_PROXY: z.preprocess(emptyIsUnset, proxies.default([])),
    HUB_STOP_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(0, 600).default(10)),
    HUB_STOP_DELAY_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(0, 600).default(0)),
    HUB_LOG_LEVEL: z.preprocess(
      emptyIsUnset,
      z
        .enum(['debug', 'info', 'warn', 'error', 'silent'], {
          error: 'must be one of debug, info, warn, error, silent',
        })
        .default('warn'),
    ),
  })
  .refine(({ HUB_OIDC_ISSUER, HUB_OIDC_AUDIENCE }) => !HUB_OIDC_ISSUER === !HUB_OIDC_AUDIENCE, {
    path: ['HUB_OIDC_AUDIENCE'],
    when: always,
    error: 'must be given together with HUB_OIDC_ISSUER',
  })
  .refine(
    ({ HUB_EVIDENCE_S3_ACCESS_KEY_ID: id, HUB_EVIDENCE_S3_SECRET_ACCESS_KEY: secret }) =>
      !id === !secret,
    {
      path: ['HUB_EVIDENCE_S3_SECRET_ACCESS_KEY'],
      when: always,
      error: 'must be given together with HUB_EVIDENCE_S3_ACCESS_KEY_ID',
    },
  )
  .refine(
    ({ HUB_EVIDENCE_S3_BUCKET, HUB_EVIDENCE_S3_ENDPOINT, HUB_EVIDENCE_S3_ACCESS_KEY_ID }) =>
      HUB_EVIDENCE_S3_BUCKET || !(HUB_EVIDENCE_S3_ENDPOINT || HUB_EVIDENCE_S3_ACCESS_KEY_ID),
    {
      path: ['HUB_EVIDENCE_S3_BUCKET'],
      when: always,
      error: 'must be given with the other HUB_EVIDENCE_S3_ settings',
    },
  );

export interface Config {
  port: number;
  host: string;
  /** Undefined means the embedded PostgreSQL under `dataDirectory`. */
  databaseUrl: string | undefined;
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
  /** The memory for public answers in megabytes; 0 means none. */
  cacheMegabytes: number;
  trustedOnly: boolean;
  publicRead: boolean;
  /** The secret that signs access tokens; undefined means one that the hub makes and keeps. */
  tokenSecret: string | undefined;
  /** The OpenID Connect issuer whose bearer tokens are accepted; null for none. */
  oidc: { issuer: string; audience: string } | null;
  /** The S3-compatible bucket for evidence; null means a folder in `dataDirectory`. */
  evidenceBucket: {
    /** Undefined means Amazon’s own. */
    endpoint: string | undefined;
    region: string;
    bucket: string;
    /** Undefined means the credentials of the machine's environment. */
    credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  } | null;
  /** How many megabytes of files an institution may upload in a round; 0 means no limit. */
  evidenceQuotaMegabytes: number;
  /** How many megabytes of the data folder’s disk files must leave free; 0 means none. */
  diskReserveMegabytes: number;
  /** Whether webhooks may lead to private addresses. */
  webhookAllowPrivate: boolean;
  /** The origins whose pages may read the answers in browsers, or `*` alone for all. */
  corsOrigins: readonly string[];
  /** Points per minute of an account or address; 0 means no limit. */
  rateLimit: number;
  /** Whether several hubs on one database share the counts. */
  rateLimitShared: boolean;
  /** The largest number of failed sign-ins; null means no limit. */
  signInLimits: SignInLimits | null;
  /** The addresses and networks of the proxies whose `X-Forwarded-For` is trusted. */
  trustProxy: string[];
  /** How long what is under way has when the hub stops. */
  stopSeconds: number;
  /** How long the hub says before that it is not ready. */
  stopDelaySeconds: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads the environment; no other code does.
 * @throws OperatorError CONFIG_INVALID with every variable that is wrong, and how.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(environment);
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
    databaseLimits: {
      connections: found.HUB_DATABASE_CONNECTIONS,
      connect: found.HUB_DATABASE_CONNECT_SECONDS * 1000,
      wait: found.HUB_DATABASE_WAIT_SECONDS * 1000,
      silence: found.HUB_DATABASE_SILENCE_SECONDS * 1000,
    },
    dataDirectory: found.HUB_DATA_DIR,
    postgresPatience: found.HUB_POSTGRES_PATIENCE_SECONDS,
    seedDemo: found.HUB_SEED_DEMO,
    tokenSecret: found.HUB_TOKEN_SECRET,
    smallCount: found.HUB_SMALL_COUNT,
    licence: found.HUB_DATA_LICENCE,
    cacheMegabytes: found.HUB_CACHE_MB,
    trustedOnly: found.HUB_TRUSTED_ONLY,
    publicRead: found.HUB_PUBLIC_READ,
    oidc:
      found.HUB_OIDC_ISSUER && found.HUB_OIDC_AUDIENCE
        ? { issuer: found.HUB_OIDC_ISSUER, audience: found.HUB_OIDC_AUDIENCE }
        : null,
    evidenceBucket: bucketOf(found),
    evidenceQuotaMegabytes: found.HUB_EVIDENCE_QUOTA_MB,
    diskReserveMegabytes: found.HUB_DISK_RESERVE_MB,
    webhookAllowPrivate: found.HUB_WEBHOOK_ALLOW_PRIVATE,
    corsOrigins: found.HUB_CORS_ORIGINS,
    rateLimit: found.HUB_RATE_LIMIT,
    rateLimitShared: found.HUB_RATE_LIMIT_STORE === 'database',
    signInLimits: signInLimitsOf(found),
    trustProxy: found.HUB_TRUST_PROXY,
    stopSeconds: found.HUB_STOP_SECONDS,
    stopDelaySeconds: found.HUB_STOP_DELAY_SECONDS,
    logLevel: found.HUB_LOG_LEVEL,
  };
}

/** Without a rate limit, sign-ins have no limit either. */
function signInLimitsOf(found: z.infer<typeof schema>): SignInLimits | null {
  if (found.HUB_RATE_LIMIT === 0) return null;
  return {
    ofPair: found.HUB_SIGN_IN_FAILURES,
    ofAccount: found.HUB_SIGN_IN_FAILURES_OF_ACCOUNT,
    ofAddress: found.HUB_SIGN_IN_FAILURES_OF_ADDRESS,
  };
}

function bucketOf(found: z.infer<typeof schema>): Config['evidenceBucket'] {
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
