import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Question {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** No whole answer came: nobody knows what the hub did. */
export class AnswerLostError extends Error {}

/** A client with one connection, which it keeps between its requests as browsers do. */
export class KeepAliveClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #sockets = new Set<Socket>();

  constructor(
    private readonly port: number,
    /** In milliseconds. */
    private readonly patience: number,
  ) {}

  /** @throws AnswerLostError */
  send({ method, path, headers = {}, body }: Question): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const lost = (error: Error) => reject(new AnswerLostError(error.message, { cause: error }));
      const asked = request(
        { host: '127.0.0.1', port: this.port, agent: this.#agent, method, path, headers },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', lost);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      const late = setTimeout(() => asked.destroy(new Error('no answer in time')), this.patience);
      asked.on('close', () => clearTimeout(late));
      asked.on('error', lost);
      asked.on('socket', (socket) => this.#remember(socket));
      asked.end(body);
    });
  }

  /** Breaks the connection as a network does: with a reset, in whatever is under way. */
  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  close(): void {
    this.#agent.destroy();
  }

  #remember(socket: Socket): void {
    if (this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }
}
