import type { Viewer } from '../auth/viewer.js';
import type { ApiKeyIdentity } from '../auth/api-key.js';
import type { SignInIssuers } from '../auth/sign-in-issuers.js';
import type { SignIns } from '../auth/sign-in-limits.js';
import { databaseOf, type Database, type EntityManager, type Orm } from '../database/orm.js';
import { readPublication, type PublicationState } from '../database/publish.js';
import type { WatchedHub } from '../health/watched-hub.js';
import { Batch, type SharedReads } from '../reads/batch.js';
import { dateInVietnam, type LocalDate } from '../shared/dates.js';
import type { RequestError } from '../shared/errors.js';
import { required } from '../shared/required.js';
import type { Language } from '../shared/text.js';
import type { Exchange } from './exchange.js';

/** A cookie that scripts cannot read. */
export interface HiddenCookie {
  read: () => string | null;
  write: (token: string, expiresAt: Date) => void;
  clear: () => void;
}

/** What a request used up, and what is left. */
export interface Charge {
  requested: number;
  limit: number;
  remaining: number;
  /** Milliseconds until all points are there again. */
  resetsIn: number;
}

/** What the files that requests bring may come to. */
export interface UploadBounds {
  /** How many bytes an institution may send in a round; 0 for any number. */
  quota: number;
  /** Whether a virus scanner examines them. */
  scans: boolean;
  /** What is to be told while the disk has no room; null while it has. */
  diskRefusal: () => Promise<RequestError | null>;
}

/** What mails say of the hub: who they are from, and where its links lead. */
export interface MailPlace {
  from: { name: string; address: string };
  /** Where people reach the hub, without a slash at its end. */
  publicUrl: string;
}

export type Identity = Pick<Context, 'viewer' | 'apiKey'>;

export interface Context {
  /** The request at `/graphql` that is answered; null on other routes. */
  exchange: Exchange | null;
  /** Plain rows, for reads only. */
  database: Database;
  orm: Orm;
  /** For the services that write. */
  em: EntityManager;
  batch: Batch;
  language: Language;
  now: Date;
  address: string;
  today: LocalDate;
  /** The signed-in account; null for anonymous requests and for keys. */
  viewer: Viewer | null;
  /** The key of the request; null for none. A request with a key has no viewer. */
  apiKey: ApiKeyIdentity | null;
  publicRead: boolean;
  /**
   * Finds the sender, where that was postponed; the caller sets `viewer` and `apiKey`.
   * @throws GraphQLError for a bearer token or key that proves nothing.
   */
  identify: () => Promise<Identity>;
  /** Calls back once nobody waits for the answer any more. */
  whenGone: (then: () => void) => void;
  /** The cost of the request, at least 1; see docs/limits.md. 0 while it is not known. */
  cost: number;
  /** The variables as the operation declares them; null while they are not known, or do not fit. */
  variables: Record<string, unknown> | null;
  /** The charge for the request; null without a limit, and before it is known. */
  charge: Charge | null;
  tokenSecret: Uint8Array;
  /** The limits on sign-ins. */
  signIns: SignIns;
  refreshCookie: HiddenCookie;
  /** What a browser keeps that has gone to an issuer to sign in. */
  issuerCookie: HiddenCookie;
  /** Counts of people from 1 to below this are withheld from the public. */
  smallCount: number;
  licence: string | null;
  /** Null when the hub sends no mail. */
  mail: MailPlace | null;
  /** Through whom people sign in beside passwords; null for nobody. */
  signInIssuers: SignInIssuers | null;
  /** Whether operators, planners and reviewers with a password need a second factor. */
  secondFactorRequired: boolean;
  /** The space and the limits for uploads of evidence. */
  uploads: UploadBounds;
  /** What the hub knows of itself; null where no hub answers. */
  watched: WatchedHub | null;
  /** The state of published data, read once per request. */
  publication: () => Promise<PublicationState>;
  /** Whether any part of the answer rests on assumptions; set by the code that makes that part. */
  hypothetical: boolean;
  /** Whether the answer holds personal data of the sender, such as what is left of an allowance. */
  personal: boolean;
  /** A change calls this with the state that it made, so that the answer names that state. */
  published: (state: PublicationState) => void;
}

/**
 * Makes the context of one request. The moment is a parameter so that tests can choose it.
 * @param shared loaders shared with other requests; left out, the request loads everything itself.
 */
export function createContext(
  orm: Orm,
  request: Pick<
    Context,
    | 'language'
    | 'now'
    | 'address'
    | 'viewer'
    | 'apiKey'
    | 'publicRead'
    | 'tokenSecret'
    | 'signIns'
    | 'refreshCookie'
    | 'issuerCookie'
    | 'smallCount'
    | 'licence'
    | 'mail'
    | 'signInIssuers'
    | 'secondFactorRequired'
    | 'uploads'
  >,
  shared?: SharedReads,
): Context {
  let publication: Promise<PublicationState> | undefined;
  const readPublished = (): Promise<PublicationState> =>
    (publication ??= shared ? readTogether(orm, shared) : readPublication(databaseOf(orm.em)));
  return Object.assign(new Writing(orm), {
    ...request,
    exchange: null,
    watched: null,
    database: databaseOf(orm.em),
    batch: new Batch(shared && { reads: shared, publication: readPublished }),
    today: dateInVietnam(request.now),
    cost: 0,
    variables: null,
    charge: null,
    identify: async () => request,
    whenGone: () => undefined,
    hypothetical: false,
    personal: false,
    publication: readPublished,
    published: (state: PublicationState) => void (publication = Promise.resolve(state)),
  });
}

/** Makes an entity manager when one is used: only few requests write, and it costs more than a small read. */
class Writing {
  private made: EntityManager | null = null;

  constructor(readonly orm: Orm) {}

  get em(): EntityManager {
    return (this.made ??= this.orm.em.fork());
  }
}

/**
 * The state of published data, read after this call, for all requests that wait for it at the same
 * time.
 */
export async function readTogether(orm: Orm, shared: SharedReads): Promise<PublicationState> {
  const database = databaseOf(orm.em);
  const read = async () =>
    new Map([[0, await (shared.standby?.publication(database) ?? readPublication(database))]]);
  const found = await shared.batch.load('publication', [0], read);
  return required(found, 0);
}

/** Lets a request that changes nothing read on the standby from now on, where the hub has one. */
export function readOnStandby(
  context: Context,
  { standby, onStandby: reads }: Pick<SharedReads, 'standby' | 'onStandby'>,
): void {
  if (!standby) return;
  const { publication } = context;
  Object.assign(context, {
    database: standby.database(databaseOf(context.orm.em), publication),
    batch: new Batch({ reads, publication }),
  });
}

/**
 * The same request on another source, such as one snapshot, without shared loaders. The state of
 * published data is read from that source too, so that it fits the rest.
 */
export function readingFrom(context: Context, database: Database): Context {
  return Object.assign(Object.create(context) as Context, {
    database,
    batch: new Batch(),
    publication: () => readPublication(database),
  });
}
