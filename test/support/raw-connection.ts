import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A connection to a hub on which every byte is the test's own. */
export interface RawConnection {
  socket: Socket;
  /** Resolves with everything that came once it holds the text; rejects when the connection ends before. */
  saying: (text: string) => Promise<string>;
  /** Resolves with everything that came when the hub has closed the connection. */
  ended: Promise<string>;
}

/** Makes the hub listen on a port of its own, and gives the port. */
export async function listenOnPort(server: FastifyInstance): Promise<number> {
  return Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
}

/** @param from which loopback address the connection comes from. */
export async function openRaw(port: number, from = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  let text = '';
  let closed = false;
  const waiting = new Set<() => void>();
  const look = () => waiting.forEach((check) => check());
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
    look();
  });
  // Whoever breaks connections off is told about it.
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) =>
    socket.once('close', () => {
      closed = true;
      look();
      resolve(text);
    }),
  );
  const saying = (wanted: string) =>
    new Promise<string>((resolve, reject) => {
      const check = () => {
        if (text.includes(wanted)) resolve(text);
        else if (closed) reject(new Error(`closed without “${wanted}”: ${text}`));
        else return;
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  await once(socket, 'connect');
  return { socket, saying, ended };
}

/** A request as bytes, with its body. */
export function request(
  method: string,
  path: string,
  body: string | null = null,
  headers: Record<string, string> = {},
): string {
  const all = {
    host: 'hub',
    'accept-language': 'en',
    ...(body !== null && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body ?? ''].join('\r\n');
}

/** The head and the first half of the body of a request to the graph. */
export function halfSent(): string {
  const body = JSON.stringify({ query: '{ frameworks { code } }' });
  return request('POST', '/graphql', body).slice(0, -Math.ceil(body.length / 2));
}

/** Waits until something is so. */
export async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('it never came to be so');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
