import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A request that a receiver got. */
export interface Received {
  headers: Record<string, string>;
  body: string;
  /** The body as JSON. */
  told: { id: string; cursor: string; changes: { cursor: string; nodeId: string | null }[] };
}

/** Somebody whom a webhook tells, on loopback. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Resolves once so many requests have come. */
  got: (count: number) => Promise<void>;
  close: () => Promise<void>;
}

/** @param answer the status to answer the request of this number (from 0) with; null for never. */
export async function receiver(
  answer: (number: number) => number | null = () => 204,
): Promise<Receiver> {
  const received: Received[] = [];
  let arrived = () => {};
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const number = received.length;
      received.push({
        headers: request.headers as Record<string, string>,
        body,
        told: JSON.parse(body),
      });
      const status = answer(number);
      if (status !== null) response.writeHead(status, { location: '/elsewhere' }).end();
      arrived();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    got: async (count) => {
      while (received.length < count) await new Promise<void>((resolve) => (arrived = resolve));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
