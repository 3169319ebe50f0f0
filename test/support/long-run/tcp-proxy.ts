import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  near: Socket;
  far: Socket;
}

/**
 * Stands between the hub and its database, and breaks what goes through: resets at a rate, a hole in
 * which everything waits, a server that takes no connections.
 */
export class TcpProxy {
  readonly #pairs = new Set<Pair>();
  #server: Server | null = null;
  #port = 0;
  #hole = false;
  /** Of so many chunks that pass, the share that meets a reset. */
  resetShare = 0;

  constructor(private readonly target: { host: string; port: number }) {}

  get port(): number {
    return this.#port;
  }

  /** Takes connections, again on the port it had. */
  async open(): Promise<void> {
    this.#server = createServer((near) => this.#join(near)).listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Takes no connections, and ends those there are. */
  async close(): Promise<void> {
    const closed = this.#server && once(this.#server, 'close');
    this.#server?.close();
    this.resetAll();
    await closed;
  }

  resetAll(): void {
    for (const pair of this.#pairs) this.#reset(pair);
  }

  /** Lets nothing through, without a word to either side; what is sent meanwhile waits. */
  beginHole(): void {
    this.#hole = true;
    for (const { near, far } of this.#pairs) {
      near.pause();
      far.pause();
    }
  }

  endHole(): void {
    this.#hole = false;
    for (const { near, far } of this.#pairs) {
      near.resume();
      far.resume();
    }
  }

  #join(near: Socket): void {
    const far = connect(this.target.port, this.target.host);
    const pair = { near, far };
    this.#pairs.add(pair);
    this.#pass(pair, near, far);
    this.#pass(pair, far, near);
    if (this.#hole) this.beginHole();
  }

  #pass(pair: Pair, from: Socket, to: Socket): void {
    from.setNoDelay(true);
    from.on('data', (chunk: Buffer) => {
      if (Math.random() < this.resetShare) this.#reset(pair);
      else if (!to.write(chunk)) from.pause();
    });
    to.on('drain', () => {
      if (!this.#hole) from.resume();
    });
    from.on('end', () => to.end());
    from.on('error', () => this.#reset(pair));
    from.on('close', () => this.#reset(pair));
  }

  #reset(pair: Pair): void {
    if (!this.#pairs.delete(pair)) return;
    pair.near.resetAndDestroy();
    pair.far.resetAndDestroy();
  }
}
