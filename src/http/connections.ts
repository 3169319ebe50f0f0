import {
  createServer,
  STATUS_CODES,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { Server as NetServer, Socket } from 'node:net';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { KEPT_ALIVE, LAST_CALL, LONGEST_REQUEST, type WaitingTimes } from './waiting-times.js';

/** What a client reads whose request has no end, or is not HTTP; which language it prefers is not known. */
const REFUSALS: Record<string, { status: number; code: string; message: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TOO_SLOW',
    message: 'Yêu cầu đến quá chậm. / The request came too slowly.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'REQUEST_TOO_LARGE',
    message: 'Phần đầu của yêu cầu quá lớn. / The head of the request is too large.',
  },
};
const NOT_HTTP = {
  status: 400,
  code: 'REQUEST_UNREADABLE',
  message: 'Không đọc được yêu cầu. / The request cannot be read.',
};

/** The longest that a turn of the event loop takes in which nothing has happened, in milliseconds. */
const QUIET_TURN = 1;
/** After so many turns a hub to which people connect without a pause closes all the same. */
const MOST_TURNS = 1000;

/**
 * The connections of a hub, with the requests that are under way on each. Node knows which are idle,
 * but once it stops listening it gives no time limit any more to those that have sent nothing, or half
 * a head.
 */
export class Connections {
  readonly #times: WaitingTimes;
  /** The answers that are due on each connection. */
  readonly #due = new Map<Socket, Set<ServerResponse>>();
  readonly #servers: Server[] = [];
  /** How many connections and requests came in all. */
  #came = 0;
  #ending = false;

  constructor(times: WaitingTimes) {
    this.#times = times;
  }

  /** A server whose connections these are; a hub may have one for each address that it listens on. */
  createServer(handler: RequestListener): Server {
    const { head } = this.#times;
    const server = createServer({
      headersTimeout: head,
      requestTimeout: Math.max(LONGEST_REQUEST, head),
      keepAliveTimeout: KEPT_ALIVE,
      connectionsCheckingInterval: Math.min(5000, head),
    });
    this.#servers.push(server);
    server.on('connection', (socket) => this.#keep(socket));
    // Before the handler, which may answer at once.
    server.on('request', ({ socket }, response) => this.#owe(socket, response));
    server.on('request', handler);
    server.on('clientError', (error, socket) =>
      socket instanceof Socket ? this.#refuse(error, socket) : socket.destroy(),
    );
    return server;
  }

  /**
   * Takes no connection any more. What comes on those there are is still answered for a moment, as a
   * proxy may have sent a request that the hub has not read; then closes what has no request under way,
   * and everything else as soon as its requests are answered.
   * @param cut ends the moment at once.
   */
  async end(cut: AbortSignal): Promise<void> {
    await this.#readAllThatWaits();
    // What HTTP adds, it does later: it would close idle connections now.
    for (const server of this.#servers) NetServer.prototype.close.call(server);
    if (this.#due.size > 0) {
      await pause(LAST_CALL, undefined, { signal: cut }).catch(() => undefined);
      await this.#readAllThatWaits();
    }
    this.#ending = true;
    for (const [socket, due] of this.#due) if (due.size === 0) socket.destroy();
  }

  /** Closes everything, and tells how many were not through. */
  cut(): number {
    const open = this.#due.size;
    for (const socket of this.#due.keys()) socket.destroy();
    return open;
  }

  /**
   * Until nothing came in a turn of the event loop. What the system holds for a hub that closes is reset: on
   * a busy machine connections that were not taken, and requests that were not read.
   */
  async #readAllThatWaits(): Promise<void> {
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const [came, from] = [this.#came, performance.now()];
      await turn();
      if (this.#came === came && performance.now() - from < QUIET_TURN) return;
    }
  }

  #keep(socket: Socket): void {
    this.#came += 1;
    this.#due.set(socket, new Set());
    socket.once('close', () => this.#due.delete(socket));
  }

  #owe(socket: Socket, response: ServerResponse): void {
    this.#came += 1;
    const due = this.#due.get(socket);
    if (!due) return;
    due.add(response);
    response.once('close', () => {
      due.delete(response);
      if (this.#ending && due.size === 0) socket.destroySoon();
    });
  }

  /** Answers what never became a request, unless an answer has begun. */
  #refuse(error: NodeJS.ErrnoException, socket: Socket): void {
    const due = [...(this.#due.get(socket) ?? [])];
    const begun = due.length > 1 || due.some(({ headersSent }) => headersSent);
    // Browsers open connections before they have anything to ask.
    if (socket.writable && socket.bytesRead > 0 && !begun) socket.write(refusal(error.code));
    socket.destroySoon();
  }
}

function refusal(problem = ''): string {
  const { status, code, message } = REFUSALS[problem] ?? NOT_HTTP;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
