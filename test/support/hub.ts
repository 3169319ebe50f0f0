import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import type { Issuer } from '../../src/auth/issuer.js';
import type { Config } from '../../src/config.js';
import type { DatabaseLimits } from '../../src/database/limits.js';
import type { EntityManager, Orm, OrmOptions } from '../../src/database/orm.js';
import { grantService, roleOf } from '../../src/database/service-role.js';
import { openEvidenceStore } from '../../src/evidence/evidence-store.js';
import { LIMITS, type Limits } from '../../src/execution/limits/limits.js';
import { createServer } from '../../src/http/server.js';
import type { ServerOptions } from '../../src/http/server-options.js';
import { statementTeller } from '../../src/start/statement-teller.js';
import { openOrm } from '../../src/tables.js';

/** For questions that ask for everything there is. */
export const UNBOUNDED: Limits = {
  tokens: 1_000_000,
  depth: 100,
  aliases: 100_000,
  directives: 100_000,
  fields: 1_000_000,
  list: 250,
  cost: 100_000_000,
  time: 600_000,
};

/** What test hubs sign access tokens with. */
export const TOKEN_SECRET = new TextEncoder().encode('a secret for tests, of 32 characters');

/** An answer of the graph, as HTTP gave it. */
export interface Answer<Data> {
  status: number;
  /** The cookie that the answer sets, as the header says it. */
  cookie: string | undefined;
  data: Data | null;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  extensions: {
    data: {
      revision: number;
      publishedAt: string;
      licence: string | null;
      illustrative: boolean;
      hypothetical: boolean;
    };
  };
}

/** A hub on a database of its own. */
export interface TestHub {
  /** As the role that serves. */
  orm: Orm;
  /** As the owner of the tables, who sees and may do everything. */
  em: EntityManager;
  server: FastifyInstance;
  /** As the owner. */
  databaseUrl: string;
  /** A folder of its own, with the evidence in it. */
  dataDirectory: string;
  /** Asks the graph through HTTP. */
  ask: <Data = any>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ) => Promise<Answer<Data>>;
  /** The same for questions that must succeed. */
  data: <Data = any>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ) => Promise<Data>;
  /**
   * How many SQL statements the work sent, by a hub that keeps nothing of what it was asked before.
   * @param options.keeping for a hub that does.
   */
  countStatements: (
    work: () => Promise<unknown>,
    options?: { keeping: boolean },
  ) => Promise<number>;
  /** How often the work waited for an answer of the database, however many statements travelled together. */
  countRoundTrips: (work: () => Promise<unknown>) => Promise<number>;
  close: () => Promise<void>;
}

/**
 * Starts a hub on a fresh clone of the empty or the demo database, or of that of a hub that was closed.
 * @param options.from `empty`, `demo`, or the URL of a database that nobody is connected to.
 * @param options.evidenceBucket where evidence is kept instead of the folder.
 * @param options.sharing the URL of the database of a hub that is running, to share it.
 * @param options.dataDirectory a folder that is there already, with the evidence in it.
 * @param options.databaseLimits how long it waits for the database.
 * @param options.throughPooler whether it serves as if a pooler gave each transaction another session.
 * @param options.onPoolCreated gets the connections as which it serves.
 * @param options.logger what the hub logs to instead of nowhere.
 * The others are settings of the server; answers are not kept and nothing is limited unless it is said;
 * a request has two minutes.
 */
export async function startHub(
  options: {
    from?: string;
    issuer?: Issuer;
    secondFactorRequired?: boolean;
    evidenceBucket?: Config['evidenceBucket'];
    sharing?: string;
    dataDirectory?: string;
    databaseLimits?: Partial<DatabaseLimits>;
    throughPooler?: boolean;
    onPoolCreated?: (pool: pg.Pool) => void;
    logger?: Logger;
  } & Partial<Omit<ServerOptions, 'orm' | 'evidence' | 'logger' | 'authentication'>> = {},
): Promise<TestHub> {
  const {
    from = 'empty',
    sharing,
    dataDirectory: given,
    databaseLimits = {},
    throughPooler = false,
    onPoolCreated,
    issuer = null,
    secondFactorRequired = false,
    evidenceBucket = null,
    logger,
    ...settings
  } = options;
  const databaseUrl = sharing ?? (await cloneDatabase(from));
  let statements = 0;
  let roundTrips = 0;
  const connecting: OrmOptions = {
    ...(logger && { tellStatement: statementTeller(logger) }),
    // A machine that runs many tests at once is slow.
    limits: { connect: 20_000, wait: 20_000, silence: 20_000, ...databaseLimits },
    onPoolCreated: (pool) => {
      pool.on('connect', (client) => {
        client.connection.on('readyForQuery', () => (roundTrips += 1));
        const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
        client.query = ((...parameters: unknown[]) => {
          statements += 1;
          return query(...parameters);
        }) as typeof client.query;
      });
    },
  };
  const owner = await openOrm(databaseUrl, connecting);
  const serviceUrl = serviceUrlOf(databaseUrl);
  // The empty one and the demo have let it in; one that was restored has not.
  if (sharing ?? from.includes(':'))
    await owner.em.fork().transactional((em) => grantService(em, roleOf(serviceUrl)));
  const orm = await openOrm(serviceUrl, {
    ...{ ...connecting, throughPooler },
    onPoolCreated: (pool) => {
      connecting.onPoolCreated?.(pool);
      onPoolCreated?.(pool);
    },
  });
  const dataDirectory = given ?? (await mkdtemp(join(tmpdir(), 'edu-dx-hub-data-')));
  const server = await createServer({
    orm,
    evidence: await openEvidenceStore({ dataDirectory, evidenceBucket }),
    logger: logger ?? pino({ level: 'silent' }),
    authentication: { secret: TOKEN_SECRET, issuer, secondFactorRequired },
    // A machine that runs many tests at once stands still for seconds.
    limits: { ...LIMITS, time: 120_000 },
    ...settings,
  });
  const ask: TestHub['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'accept-language': 'en', ...headers },
      payload: { query, variables },
    });
    const cookie = response.headers['set-cookie'];
    const body = response.json();
    return {
      status: response.statusCode,
      cookie: Array.isArray(cookie) ? cookie[0] : cookie,
      data: null,
      errors: [],
      extensions: {},
      ...body,
    };
  };
  const hub: TestHub = {
    orm,
    em: owner.em.fork(),
    server,
    databaseUrl,
    dataDirectory,
    ask,
    data: async (query, variables, headers) => {
      const answer = await ask(query, variables, headers);
      if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors, null, 2));
      return answer.data as never;
    },
    countStatements: async (work, { keeping } = { keeping: false }) => {
      // Of another state of the data nothing is kept that earlier questions read.
      if (!keeping) await owner.em.fork().execute('update publication set revision = revision + 1');
      const before = statements;
      await work();
      return statements - before;
    },
    countRoundTrips: async (work) => {
      const before = roundTrips;
      await work();
      return roundTrips - before;
    },
    close: async () => {
      await server.close();
      await Promise.all([orm.close(true), owner.close(true)]);
      await rm(dataDirectory, { recursive: true });
      // The module of a test file stays for as long as the worker: what its hub held does not.
      for (const key of Object.keys(hub)) delete hub[key as keyof TestHub];
    },
  };
  return hub;
}

/** The address of a database for the role that serves. */
export function serviceUrlOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  [url.username = '', url.password = ''] = process.env.HUB_TEST_SERVICE!.split(':');
  return url.toString();
}

/** A database without any table, as somebody makes it for a hub. */
export async function bareDatabase(): Promise<string> {
  const url = await cloneDatabase('empty');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
  return url;
}

/** A fresh database, a clone of the empty or the demo one, or of the one with a URL. */
export async function cloneDatabase(from: string): Promise<string> {
  const { HUB_TEST_SERVER: server, HUB_TEST_RUN: run } = process.env;
  const name = `${run}_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const template = from.includes(':') ? new URL(from).pathname.slice(1) : `${run}_${from}`;
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  const url = new URL(server!);
  url.pathname = `/${name}`;
  return url.toString();
}
