import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { PlannerProgressDocument } from '../../../clients/typescript/src/generated/graphql.js';

/** As many of each kind as shut the hub for everybody when they were not given back. */
export const ABORTS = 1_200;
/** How many are open at a time. */
const AT_ONCE = 100;

/** A long answer for few points, as the points of the address are everybody's on the machine. */
const PROGRESS = JSON.stringify({
  query: PlannerProgressDocument.toString(),
  variables: { code: '68' },
});

/** Requests that announce a body, send the beginning of it, and are given up. */
export function halfSentBodies(port: number, count = ABORTS): Promise<void> {
  const head = postHead(1_000);
  return inTurns(port, count, (socket) => socket.write(`${head}{"query":`), 50);
}

/** Requests whose senders are gone before the answer has come, or while it does. */
export function unreadAnswers(port: number, count = ABORTS): Promise<void> {
  const head = postHead(Buffer.byteLength(PROGRESS));
  return inTurns(
    port,
    count,
    (socket) => {
      socket.pause();
      socket.write(head + PROGRESS);
    },
    30,
  );
}

/** Downloads that nobody reads to their end. */
export function halfReadDownloads(port: number, count: number): Promise<void> {
  const head = 'GET /exports/institutions.csv HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n';
  const beginReading = (socket: Socket) => {
    socket.once('data', () => socket.pause());
    socket.write(head);
  };
  return inTurns(port, count, beginReading, 100, 4);
}

/** Streams that are opened and left. */
export function leftStreams(port: number, unit: string, count: number): Promise<void> {
  const body = JSON.stringify({
    query: 'subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { id } }',
    variables: { unit },
  });
  const head = postHead(body.length, '/graphql/stream', 'accept: text/event-stream\r\n');
  return inTurns(port, count, (socket) => socket.write(head + body), 200, 15);
}

/** Files that break off on their way. */
export function halfSentFiles(port: number, path: string, count: number): Promise<void> {
  const head = `PUT ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/pdf\r\ncontent-length: 100000\r\n\r\n`;
  return inTurns(port, count, (socket) => socket.write(`${head}%PDF-1.4\n`), 50);
}

function postHead(length: number, path = '/graphql', more = ''): string {
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`;
}

/** Opens connections, begins on each, and gives them up; half of them with a reset. */
async function inTurns(
  port: number,
  count: number,
  begin: (socket: Socket) => void,
  milliseconds: number,
  atOnce = AT_ONCE,
): Promise<void> {
  for (let left = count; left > 0; left -= atOnce) {
    const sockets = Array.from({ length: Math.min(left, atOnce) }, () => opened(port, begin));
    await Promise.all(sockets.map(({ ready }) => ready));
    await pause(milliseconds);
    sockets.forEach(({ socket }, index) => {
      if (index % 2 === 0) socket.destroy();
      else socket.resetAndDestroy();
    });
  }
}

function opened(port: number, begin: (socket: Socket) => void) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const ready = once(socket, 'connect').then(
    () => begin(socket),
    // A hub that takes no connection has nothing to be given up.
    () => undefined,
  );
  return { socket, ready };
}
