import { databaseOf, type Database, type EntityManager, type Orm } from './database/orm.js';
import { readPublication, type PublicationState } from './database/publish.js';
import { Batch } from './graphql/batch.js';
import { dateInVietnam, type LocalDate } from './shared/dates.js';
import type { Language } from './shared/text.js';

/** What every resolver of one request knows. */
export interface Context {
  /** Plain rows; reads only. */
  database: Database;
  batch: Batch;
  language: Language;
  now: Date;
  /** The date in Vietnam. */
  today: LocalDate;
  /** The state of published data, read once a request. */
  publication: () => Promise<PublicationState>;
}

/** Makes the context of one request; the moment is passed in so that tests can choose it. */
export function createContext(orm: Orm, options: { language: Language; now: Date }): Context {
  const em = orm.em.fork() as EntityManager;
  let publication: Promise<PublicationState> | undefined;
  return {
    database: databaseOf(em),
    batch: new Batch(),
    language: options.language,
    now: options.now,
    today: dateInVietnam(options.now),
    publication: () => (publication ??= readPublication(em)),
  };
}
