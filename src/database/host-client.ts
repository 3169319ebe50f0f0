import pg from 'pg';
import { messageOf } from '../shared/errors.js';
import { firstOf } from '../shared/required.js';
import { addressesIn, placeOf, targetOf, type Target } from './addresses.js';
import { askAside } from './aside.js';

/** How long a host has for saying whether it takes changes, in milliseconds. */
const PATIENCE = 3000;

/** None of the hosts can be used. */
class NoHostError extends Error {
  override readonly name = 'NoHostError';
}

/**
 * The hosts of a database. Of several, each new connection goes to the first one that answers and is what is meant:
 * all are asked at once, so that one that is gone without a word costs no time. Nothing is remembered, so
 * nothing has to be forgotten when they change their parts.
 */
export class Hosts {
  readonly #addresses: readonly string[];
  readonly #target: Target;
  #finding: Promise<string> | null = null;

  /** @param target which of them is meant, whatever the address says. */
  constructor(url: string, target = targetOf(url)) {
    this.#addresses = addressesIn(url);
    this.#target = target;
  }

  /** What it says beside the host holds for all of them. */
  get first(): string {
    return firstOf(this.#addresses);
  }

  /** The address for the next connection; whoever asks meanwhile gets the same answer. */
  find(config: pg.ClientConfig): Promise<string> {
    if (this.#addresses.length === 1 && this.#target === 'any') return Promise.resolve(this.first);
    return (this.#finding ??= this.#ask(config).finally(() => (this.#finding = null)));
  }

  async #ask(config: pg.ClientConfig): Promise<string> {
    try {
      return await Promise.any(this.#addresses.map((address) => this.#usable(address, config)));
    } catch (error) {
      if (!(error instanceof AggregateError)) throw error;
      throw new NoHostError(error.errors.map(messageOf).join('; '), { cause: error });
    }
  }

  async #usable(address: string, config: pg.ClientConfig): Promise<string> {
    const isReadOnly = await askAside<{ readOnly: string }>(
      { ...config, password: config.password, connectionString: address },
      { text: `select current_setting('transaction_read_only') as "readOnly"`, values: [] },
      config.connectionTimeoutMillis || PATIENCE,
    ).then(
      (rows) => rows[0]?.readOnly === 'on',
      (error: unknown) => {
        throw new NoHostError(`${placeOf(address)}: ${messageOf(error)}`, { cause: error });
      },
    );
    if (isReadOnly && this.#target === 'changes')
      throw new NoHostError(`${placeOf(address)} takes no changes: it is a standby, or read-only`);
    if (!isReadOnly && this.#target === 'standby')
      throw new NoHostError(`${placeOf(address)} takes changes: it is no standby`);
    return address;
  }
}

/** A connection to one of the hosts of a database. */
export class HostClient extends pg.Client {
  readonly #hosts: Hosts;
  readonly #config: pg.ClientConfig;
  #address: string;

  constructor(hosts: Hosts, config: pg.ClientConfig = {}) {
    // Spreading leaves the password out.
    const { password } = config;
    super({ ...config, password, connectionString: hosts.first });
    this.#hosts = hosts;
    this.#config = { ...config, password };
    this.#address = hosts.first;
  }

  /** Of the host that it leads to, once it is connected. */
  get address(): string {
    return this.#address;
  }

  override connect = ((told?: (error: Error | null) => void) => {
    const connected = this.reach();
    if (!told) return connected;
    connected.then(() => told(null), told);
    return undefined;
  }) as pg.Client['connect'];

  protected async reach(): Promise<void> {
    const address = await this.#hosts.find(this.#config);
    // The constructor of `pg` has read the first one.
    if (address !== this.#address) ({ host: this.host, port: this.port } = new pg.Client(address));
    this.#address = address;
    await super.connect();
  }
}
