import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { Authentication } from '../accounts/authentication.service.js';
import type { SignInIssuers } from '../auth/sign-in-issuers.js';
import type { Orm } from '../database/orm.js';
import type { StandbyReads } from '../database/standby-reads.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import type { VirusScanner } from '../file-checks/virus-scanner.js';
import type { Limits } from '../execution/limits/limits.js';
import type { RateLimitOptions } from '../execution/limits/rate-limits.js';
import type { DiskSpace } from '../health/disk-space.js';
import type { LastErrors } from '../health/last-errors.js';
import type { Readiness } from '../health/readiness.js';
import type { Stop } from '../health/stop.js';
import type { Context, MailPlace } from '../request/context.js';
import type { OverloadOptions } from './overload.js';
import type { WaitingTimes } from './waiting-times.js';

/** What a server is made of; `createServer` says what holds where something is left out. */
export interface ServerOptions {
  orm: Orm;
  /** Where queries are read if possible, which the server closes; on `orm` alone unless it is said. */
  standby?: StandbyReads | null;
  logger: Logger;
  authentication: Authentication;
  /** Where the files of evidence are kept. */
  evidence: EvidenceStore;
  /** What examines files of evidence for viruses; nothing unless it is said. */
  scanner?: VirusScanner | null;
  /** Whether the hub examines files by itself that nobody has examined; not unless it is said. */
  examining?: boolean;
  /** How many bytes an institution may send in a round; 0 for any number, as unless it is said. */
  evidenceQuota?: number;
  /** The disk that files come in on; it is not watched unless it is said. */
  disk?: DiskSpace | null;
  /** How often backups are made, in milliseconds; the hub makes none unless it is said. */
  backups?: { every: number } | null;
  /** Below how many people a count is withheld from the public; 5 unless it is said. */
  smallCount?: number;
  /** Under which licence the data may be used; null unless it is said. */
  licence?: string | null;
  /** What mails say of the hub; null, as unless it is said, when it sends none. */
  mail?: MailPlace | null;
  /** Through whom people sign in beside passwords; nobody unless it is said. */
  signInIssuers?: SignInIssuers | null;
  /** Who publishes the data; null unless it is said. */
  publisher?: string | null;
  /** Whose pages browsers let read the answers; none unless it is said. */
  corsOrigins?: readonly string[];
  /** Whose pages may show a verdict in a frame; none unless it is said. */
  embedOrigins?: readonly string[];
  /** How many megabytes of public answers are kept; none unless it is said. */
  cacheMegabytes?: number;
  /** Whether documents are refused that are not in schema/operations. */
  trustedOnly?: boolean;
  /** Whether anonymous requests may read what is public; they may unless it is said. */
  publicRead?: boolean;
  /** How much each account, key and address may ask for; without limit unless it is said. */
  rateLimits?: RateLimitOptions;
  /** How much one request may ask for; what is documented unless it is said. */
  limits?: Limits;
  /** How queries are answered: by plans unless another way is given; null leaves them to graphql. */
  answering?: ApolloServerPlugin<Context> | null;
  /** When requests are shed; never unless it is said. */
  overload?: OverloadOptions | null;
  /** The addresses of the proxies whose `X-Forwarded-For` is believed; none unless it is said. */
  trustProxy?: string[];
  /** Where the build of the console is; without it there is none. */
  consoleFolder?: string | null;
  /** What has to be so for the hub to be ready; the server adds what it knows of. */
  readiness?: Readiness;
  /** Who sends it may read the metrics; programs of this machine alone unless it is said. */
  metricsToken?: string | null;
  /** Whether requests are traced; not unless it is said. */
  tracing?: boolean;
  /** What the logger notes errors in; none is told unless it is said. */
  errors?: LastErrors;
  /** How long clients may take; what is documented unless it is said. */
  waiting?: WaitingTimes;
  /** How the hub stops; within ten seconds unless it is said. */
  stop?: Stop;
  /** Whether the hub publishes what each day changes; not unless it is said. */
  calendar?: boolean;
  /** What the time is; tests choose it. */
  now?: () => Date;
}
