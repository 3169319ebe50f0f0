import type { Viewer } from '../auth/viewer.js';
import type { ApiKeyIdentity } from '../auth/api-key.js';
import type { SignIns } from '../auth/sign-in-limits.js';
import { databaseOf, type Database, type EntityManager, type Orm } from '../database/orm.js';
import { readPublication, type PublicationState } from '../database/publish.js';
import { Batch, type SharedReads } from '../reads/batch.js';
import { dateInVietnam, type LocalDate } from '../shared/dates.js';
import type { RequestError } from '../shared/errors.js';
import type { Language } from '../shared/text.js';

/** The cookie that holds a sign-in's refresh token. */
export interface RefreshCookie {
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
  /** What is to be told while the disk has no room; null while it has. */
  diskRefusal: () => Promise<RequestError | null>;
}

/** Who sent a request: an account, a key, or nobody in particular. */
export type Identity = Pick<Context, 'viewer' | 'apiKey'>;

/** What every resolver of one request knows. */
export interface Context {
  /** Plain rows; reads only. */
  database: Database;
  orm: Orm;
  /** For the services that write. */
  em: EntityManager;
  batch: Batch;
  language: Language;
  now: Date;
  /** The network address that the request came from. */
  address: string;
  /** The date in Vietnam. */
  today: LocalDate;
  /** Who is asking; null for anonymous requests. */
  viewer: Viewer | null;
  /** The key that the request was sent with; null for none. Whoever has one is no viewer. */
  apiKey: ApiKeyIdentity | null;
  /** Whether anonymous requests may read what is public. */
  publicRead: boolean;
  /**
   * Finds out who is asking, where that was put off; whoever calls it sets `viewer` and `apiKey`.
   * @throws GraphQLError for a bearer token or key that proves nothing.
   */
  identify: () => Promise<Identity>;
  /** What the request costs, at least 1; see docs/limits.md. 0 where it is not known (yet). */
  cost: number;
  /** What the request was charged; null without a limit, and before it is known. */
  charge: Charge | null;
  /** What access tokens are signed with. */
  tokenSecret: Uint8Array;
  /** What limits sign-ins. */
  signIns: SignIns;
  refreshCookie: RefreshCookie;
  /** Counts of people below this, and above none, are withheld from the public. */
  smallCount: number;
  /** Under which licence the data may be used; null where its owner has not said. */
  licence: string | null;
  /** Where files of evidence may come in, and how much they may come to. */
  uploads: UploadBounds;
  /** The state of published data, read once a request. */
  publication: () => Promise<PublicationState>;
  /** Whether any part of the answer takes for given what was not recorded; set by who makes it. */
  hypothetical: boolean;
  /** Whether the answer holds what concerns who asks only, such as what is left of an allowance. */
  personal: boolean;
  /** Called by a change with the state that it made, so that the answer names that one. */
  published: (state: PublicationState) => void;
}

/**
 * Makes the context of one request; the moment is passed in so that tests can choose it.
 * @param shared what the request may load together with others; left out, it loads all for itself.
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
    | 'smallCount'
    | 'licence'
    | 'uploads'
  >,
  shared?: SharedReads,
): Context {
  let publication: Promise<PublicationState> | undefined;
  const readPublished = (): Promise<PublicationState> =>
    (publication ??= shared ? readTogether(orm, shared) : readPublication(databaseOf(orm.em)));
  return Object.assign(Object.create(WRITING) as typeof WRITING, {
    ...request,
    orm,
    database: databaseOf(orm.em),
    batch: new Batch(shared && { reads: shared, publication: readPublished }),
    today: dateInVietnam(request.now),
    cost: 0,
    charge: null,
    identify: async () => request,
    hypothetical: false,
    personal: false,
    publication: readPublished,
    published: (state: PublicationState) => void (publication = Promise.resolve(state)),
  });
}

/**
 * Few requests write, and an entity manager of its own costs more than a small read. It is no property
 * of the context itself until it is asked for, as Apollo copies those.
 */
const WRITING = {
  get em(): EntityManager {
    const value = (this as unknown as Context).orm.em.fork() as EntityManager;
    Object.defineProperty(this, 'em', { value });
    return value;
  },
};

/** The state of published data, read after this was called, for whoever waits for it at once. */
export async function readTogether(orm: Orm, shared: SharedReads): Promise<PublicationState> {
  const read = async () => new Map([[0, await readPublication(databaseOf(orm.em))]]);
  const found = await shared.batch.load('publication', [0], read);
  return found.get(0)!;
}

/**
 * The same request, reading from elsewhere, such as one snapshot, and for itself alone: the state of
 * published data as well, so that it is the one that the rest is of.
 */
export function readingFrom(context: Context, database: Database): Context {
  return Object.assign(Object.create(context) as Context, {
    database,
    batch: new Batch(),
    publication: () => readPublication(database),
  });
}
