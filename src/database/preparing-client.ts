import type pg from 'pg';
import { propertyOf } from '../shared/errors.js';
import { lastOf } from '../shared/required.js';
import { sessionSettings, transactionSettings } from '../shared/session-settings.js';
import { FlightQuery, type Statement } from './flight-query.js';
import { HostClient, type Hosts } from './host-client.js';

/** How many statements a connection keeps prepared; PostgreSQL holds the plan of each in its memory. */
const LIMIT = 150;

/** How often a statement is sent before it is worth preparing. */
const OFTEN = 3;

/** How many statements are watched for being sent often. */
const WATCHED = 2000;

const names = new Map<string, string>();
const sent = new Map<string, number>();

/**
 * The name under which a statement is prepared; undefined while it is rare, or when there are enough
 * already. Lists of changing length make ever new texts, so not every one may get a name.
 */
function nameOf(text: string): string | undefined {
  // Several statements in one text cannot be prepared.
  if (text.includes(';')) return undefined;
  const name = names.get(text);
  if (name !== undefined || names.size >= LIMIT) return name;
  const count = (sent.get(text) ?? 0) + 1;
  if (count < OFTEN) {
    if (sent.size >= WATCHED) sent.clear();
    sent.set(text, count);
    return undefined;
  }
  sent.delete(text);
  names.set(text, `hub_${names.size}`);
  return names.get(text);
}

/**
 * A connection that prepares the statements that are sent often, so that PostgreSQL parses and plans
 * them once: for small reads that is most of its work, and the text need not travel again. Through a pooler
 * each transaction may be on another session: none keeps statements then, and each is told the settings.
 */
export class PreparingClient extends HostClient {
  /** Of the process that serves the connection; null where a pooler is in between and serves as it likes. */
  backend: number | null = null;

  protected readonly throughPooler: boolean = false;
  readonly #settings: Statement;

  /** @param settings of the session, beside what answers depend on. */
  constructor(
    hosts: Hosts,
    private readonly settings: Readonly<Record<string, string>> = {},
    config?: pg.ClientConfig,
  ) {
    super(hosts, config);
    this.#settings = { text: transactionSettings(settings), values: [] };
    // What becomes of a connection is told by its statements; unheard, an error would end the hub.
    this.on('error', () => undefined);
  }

  /** What is no text with values passes as it is. */
  protected readonly send = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args;
    const send = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || rest.length > 0) return send(...args);
    return send({ name: this.#nameOf(text), text, values });
  };

  /** The query that sends statements in one round trip. */
  protected flight(statements: readonly Statement[]): FlightQuery {
    return new FlightQuery(statements.map((each) => ({ ...each, name: this.#nameOf(each.text) })));
  }

  /** What has to travel before a transaction, or a statement alone; nothing where the session knows it. */
  protected get told(): readonly Statement[] {
    return this.throughPooler ? [this.#settings] : [];
  }

  /** The level of a transaction is that of its session unless it says one. */
  protected beginning(begin: string): Statement[] {
    const saysLevel = !this.throughPooler || begin.includes('isolation level');
    const text = saysLevel ? begin : `${begin} isolation level read committed`;
    return [{ text, values: [] }, ...this.told];
  }

  #nameOf(text: string): string | undefined {
    return this.throughPooler ? undefined : nameOf(text);
  }

  // The overloads of `pg` cannot be written down again.
  override query = this.send as pg.Client['query'];

  // With lists as values PostgreSQL would plan each time anew, hoping for a better plan than the one it
  // has: for small reads that takes longer than the reading.
  protected override async reach(): Promise<void> {
    await super.reach();
    if (this.throughPooler) return;
    const settings = sessionSettings({ plan_cache_mode: 'force_generic_plan', ...this.settings });
    try {
      const results: unknown = await super.query(`${settings}; select pg_backend_pid() as pid`);
      const { rows } = lastOf(results as pg.QueryResult<{ pid: number }>[]);
      const own = propertyOf(this, 'processID');
      if (typeof own === 'number' && rows[0]?.pid === own) this.backend = own;
    } catch (error) {
      // The pool forgets what could not be connected, and does not close it.
      this.connection.stream.destroy();
      throw error;
    }
  }
}
