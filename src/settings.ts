import { z } from 'zod';
import { postgresUrl } from './database/address-settings.js';
import { corsOrigins, embedOrigins } from './shared/origin-settings.js';
import { rhythm } from './shared/rhythm.js';
import { signInIssuers } from './auth/sign-in-issuer-settings.js';
import { scannerAddress, whenUnreachable } from './file-checks/scanner-settings.js';
import { LEAST_ADDRESSES, SIGN_IN_LIMITS } from './auth/sign-in-limits.js';

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

const smtpUrl = z.string().refine((text) => /^smtps?:\/\/[^/]+$/.test(text) && URL.canParse(text), {
  error: 'must look like smtp://user:password@host:587 or smtps://user:password@host:465',
});

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** An address alone, or a name with the address in angle brackets. */
const SENDER = /^(?:([^<>"\r\n]+) )?<?([^\s<>@]+@[a-zA-Z\d.-]+)>?$/;

const proxies = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .pipe(
    z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]), {
      error: 'must be addresses or networks with commas, such as 127.0.0.1, 10.0.0.0/8',
    }),
  );

/** Characters of the passphrase of backups. */
export const SHORTEST_PASSPHRASE = 12;

/**
 * Checks across settings run even when a setting is wrong, so that all problems are reported at
 * once.
 */
const always = () => true;
const lacks = (setting: string, error: string) => ({ path: [setting], when: always, error });

/** The variables of the environment that the hub reads, with their defaults. */
export const settings = z
  .object({
    PORT: z.preprocess(emptyIsUnset, wholeNumber(0, 65_535, 'port number').default(4000)),
    HOST: z.preprocess(emptyIsUnset, z.string().default('127.0.0.1')),
    DATABASE_URL: z.preprocess(emptyIsUnset, postgresUrl.optional()),
    HUB_MIGRATE_DATABASE_URL: z.preprocess(emptyIsUnset, postgresUrl.optional()),
    HUB_DATABASE_POOLER: z.preprocess(
      emptyIsUnset,
      z.enum(['none', 'transaction'], { error: 'must be none or transaction' }).default('none'),
    ),
    HUB_READ_DATABASE_URL: z.preprocess(emptyIsUnset, postgresUrl.optional()),
    HUB_DATABASE_CONNECTIONS: z.preprocess(emptyIsUnset, wholeNumber(4, 200).default(16)),
    HUB_DATABASE_CONNECT_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 60).default(3)),
    HUB_DATABASE_WAIT_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 60).default(3)),
    HUB_DATABASE_SILENCE_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 600).default(3)),
    HUB_SLOW_MS: z.preprocess(emptyIsUnset, wholeNumber(0, 600_000).default(1000)),
    HUB_DATA_DIR: z.preprocess(emptyIsUnset, z.string().default('.hub')),
    HUB_POSTGRES_PATIENCE_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(1, 86_400).default(600)),
    HUB_SEED_DEMO: flag(true),
    HUB_TOKEN_SECRET: z.preprocess(
      emptyIsUnset,
      z.string().min(32, 'must have at least 32 characters').optional(),
    ),
    HUB_OIDC_ISSUER: z.preprocess(emptyIsUnset, z.url({ error: 'must be an address' }).optional()),
    HUB_OIDC_AUDIENCE: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_SIGN_IN_ISSUERS: z.preprocess(emptyIsUnset, signInIssuers.default([])),
    HUB_SECOND_FACTOR_REQUIRED: flag(false),
    HUB_EVIDENCE_S3_BUCKET: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_EVIDENCE_S3_REGION: z.preprocess(emptyIsUnset, z.string().default('us-east-1')),
    HUB_EVIDENCE_S3_ENDPOINT: z.preprocess(emptyIsUnset, webAddress.optional()),
    HUB_EVIDENCE_S3_ACCESS_KEY_ID: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_EVIDENCE_S3_SECRET_ACCESS_KEY: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_CLAMAV_SOCKET: z.preprocess(emptyIsUnset, scannerAddress.optional()),
    HUB_CLAMAV_UNREACHABLE: z.preprocess(emptyIsUnset, whenUnreachable.default('refuse')),
    HUB_EVIDENCE_QUOTA_MB: z.preprocess(emptyIsUnset, wholeNumber(0, 1_000_000).default(500)),
    HUB_DISK_RESERVE_MB: z.preprocess(emptyIsUnset, wholeNumber(0, 1_000_000).default(512)),
    HUB_CORS_ORIGINS: z.preprocess(emptyIsUnset, corsOrigins),
    HUB_EMBED_ORIGINS: z.preprocess(emptyIsUnset, embedOrigins),
    HUB_SMALL_COUNT: z.preprocess(
      emptyIsUnset,
      wholeNumber(1, 100)
        // Only 1 is between 0 and 2, so that withholding it would reveal it.
        .refine((count) => count !== 2, 'must not be 2: what is withheld would be known to be 1')
        .default(5),
    ),
    HUB_DATA_LICENCE: z.preprocess(emptyIsUnset, z.string().nullable().default(null)),
    HUB_PUBLISHER: z.preprocess(emptyIsUnset, z.string().nullable().default(null)),
    HUB_WEBHOOK_ALLOW_PRIVATE: flag(false),
    HUB_SMTP_URL: z.preprocess(emptyIsUnset, smtpUrl.optional()),
    HUB_MAIL_FROM: z.preprocess(
      emptyIsUnset,
      z
        .string()
        .regex(SENDER, 'must be an address, such as Sở Giáo dục <hub@example.edu.vn>')
        .transform((text) => {
          const [, name, address] = SENDER.exec(text) ?? [];
          return { name: name?.trim() ?? '', address: address ?? '' };
        })
        .optional(),
    ),
    HUB_PUBLIC_URL: z.preprocess(
      emptyIsUnset,
      z
        .url({ protocol: /^https?$/, error: 'must be an http or https address' })
        .transform((text) => text.replace(/\/+$/, ''))
        .optional(),
    ),
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
    HUB_BACKUP_FOLDER: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_BACKUP_EVERY: z.preprocess(emptyIsUnset, rhythm.default(24 * 3_600_000)),
    HUB_BACKUP_KEEP: z.preprocess(emptyIsUnset, wholeNumber(1, 10_000).default(14)),
    HUB_BACKUP_PASSPHRASE: z.preprocess(
      emptyIsUnset,
      z
        .string()
        .min(SHORTEST_PASSPHRASE, `must have at least ${SHORTEST_PASSPHRASE} characters`)
        .optional(),
    ),
    HUB_BACKUP_PASSPHRASE_FILE: z.preprocess(emptyIsUnset, z.string().optional()),
    HUB_STOP_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(0, 600).default(10)),
    HUB_STOP_DELAY_SECONDS: z.preprocess(emptyIsUnset, wholeNumber(0, 600).default(0)),
    HUB_METRICS_TOKEN: z.preprocess(
      emptyIsUnset,
      z
        .string()
        .regex(/^[\w.~+/-]{16,}=*$/, 'must have at least 16 characters, of those of a bearer token')
        .nullable()
        .default(null),
    ),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.preprocess(emptyIsUnset, webAddress.optional()),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.preprocess(emptyIsUnset, webAddress.optional()),
    HUB_LOG_LEVEL: z.preprocess(
      emptyIsUnset,
      z
        .enum(['debug', 'info', 'warn', 'error', 'silent'], {
          error: 'must be one of debug, info, warn, error, silent',
        })
        .default('warn'),
    ),
  })
  .refine(
    ({ DATABASE_URL: url, HUB_READ_DATABASE_URL: standby }) => url || !standby,
    lacks('DATABASE_URL', 'must be given with HUB_READ_DATABASE_URL: it names the primary'),
  )
  .refine(
    ({ DATABASE_URL: url, HUB_MIGRATE_DATABASE_URL: owner }) => url || !owner,
    lacks('DATABASE_URL', 'must be given with HUB_MIGRATE_DATABASE_URL: it names who serves'),
  )
  .refine(
    ({ HUB_DATABASE_POOLER: pooler, HUB_MIGRATE_DATABASE_URL: owner }) =>
      pooler !== 'transaction' || owner,
    lacks(
      'HUB_MIGRATE_DATABASE_URL',
      'must be given with HUB_DATABASE_POOLER=transaction: migrating and backups need the PostgreSQL itself, past the pooler',
    ),
  )
  .refine(
    ({ HUB_OIDC_ISSUER, HUB_OIDC_AUDIENCE }) => !HUB_OIDC_ISSUER === !HUB_OIDC_AUDIENCE,
    lacks('HUB_OIDC_AUDIENCE', 'must be given together with HUB_OIDC_ISSUER'),
  )
  .refine(
    ({
      HUB_BACKUP_FOLDER: folder,
      HUB_BACKUP_PASSPHRASE: text,
      HUB_BACKUP_PASSPHRASE_FILE: file,
    }) => !folder || text || file,
    lacks(
      'HUB_BACKUP_PASSPHRASE_FILE',
      'must be given with HUB_BACKUP_FOLDER: a backup holds secrets, sealed with it',
    ),
  )
  .refine(
    ({ HUB_SMTP_URL: url, HUB_MAIL_FROM: from }) => !url || from,
    lacks('HUB_MAIL_FROM', 'must be given with HUB_SMTP_URL'),
  )
  .refine(
    ({ HUB_SMTP_URL: url, HUB_PUBLIC_URL: address }) => !url || address,
    lacks('HUB_PUBLIC_URL', 'must be given with HUB_SMTP_URL: mail has links'),
  )
  .refine(
    ({ HUB_SIGN_IN_ISSUERS: issuers, HUB_PUBLIC_URL: address }) => !issuers?.length || address,
    lacks(
      'HUB_PUBLIC_URL',
      'must be given with HUB_SIGN_IN_ISSUERS: issuers lead people back to it',
    ),
  )
  .refine(
    ({ HUB_EVIDENCE_S3_ACCESS_KEY_ID: id, HUB_EVIDENCE_S3_SECRET_ACCESS_KEY: secret }) =>
      !id === !secret,
    lacks(
      'HUB_EVIDENCE_S3_SECRET_ACCESS_KEY',
      'must be given together with HUB_EVIDENCE_S3_ACCESS_KEY_ID',
    ),
  )
  .refine(
    ({
      HUB_RATE_LIMIT: limit,
      HUB_SIGN_IN_FAILURES: ofPair,
      HUB_SIGN_IN_FAILURES_OF_ACCOUNT: ofAccount,
    }) => limit === 0 || !(ofAccount < LEAST_ADDRESSES * ofPair),
    lacks(
      'HUB_SIGN_IN_FAILURES_OF_ACCOUNT',
      `must be at least ${LEAST_ADDRESSES} times HUB_SIGN_IN_FAILURES: else few addresses shut out all that are new to an account`,
    ),
  )
  .refine(
    ({ HUB_EVIDENCE_S3_BUCKET, HUB_EVIDENCE_S3_ENDPOINT, HUB_EVIDENCE_S3_ACCESS_KEY_ID }) =>
      HUB_EVIDENCE_S3_BUCKET || !(HUB_EVIDENCE_S3_ENDPOINT || HUB_EVIDENCE_S3_ACCESS_KEY_ID),
    lacks('HUB_EVIDENCE_S3_BUCKET', 'must be given with the other HUB_EVIDENCE_S3_ settings'),
  );

export type Settings = z.infer<typeof settings>;
