import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Readiness } from '../src/health/readiness.js';
import { Stop } from '../src/stop.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit } from './support/people.js';
import {
  halfSent,
  listenOnPort,
  openRaw,
  request,
  until,
  type RawConnection,
} from './support/raw-connection.js';

const QUESTION = request('POST', '/graphql', JSON.stringify({ query: '{ frameworks { code } }' }));
const HEALTH = request('GET', '/health/live');

let demo: TestHub;
let stream: string;
let consoleFolder: string;
beforeAll(async () => {
  consoleFolder = await mkdtemp(join(tmpdir(), 'hub-console-'));
  await writeFile(join(consoleFolder, 'index.html'), Buffer.alloc(16 * 1024 * 1024));
  demo = await startHub({ from: 'demo' });
  const variables = JSON.stringify({ unit: await idOfUnit(demo, '68', '2026-11-23') });
  const query = 'subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { code } }';
  stream = request(
    'GET',
    `/graphql/stream?${new URLSearchParams({ query, variables }).toString()}`,
  );
});
afterAll(async () => {
  await demo.close();
  await rm(consoleFolder, { recursive: true });
});

/** A hub that listens, and stops when it is told to. */
async function listening(seconds: number) {
  const hurry = new AbortController();
  const lines: { msg: string; connections?: number }[] = [];
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(JSON.parse(line.toString()));
      done();
    },
  });
  const readiness = new Readiness();
  const hub = await startHub({
    sharing: demo.databaseUrl,
    consoleFolder,
    logger: pino({ level: 'warn' }, destination),
    readiness,
    stop: new Stop(seconds, hurry.signal),
  });
  const port = await listenOnPort(hub.server);
  const connection = async (bytes = ''): Promise<RawConnection> => {
    const one = await openRaw(port);
    one.socket.write(bytes);
    return one;
  };
  return { hub, connection, lines, readiness, hurry };
}

/** Opens a stream, and waits for its first answer. */
async function opened(connection: (bytes: string) => Promise<RawConnection>) {
  const one = await connection(stream);
  await one.saying('event: next');
  return one;
}

test('connections without a request are closed at once, and a stream is ended as the protocol says', async () => {
  const { hub, connection, lines } = await listening(600);
  const silent = await connection();
  const idle = await connection(HEALTH);
  await idle.saying('"ok"');
  const halfHead = await connection(QUESTION.slice(0, 30));
  const open = await opened(connection);
  await until(() => halfHead.socket.bytesWritten === 30);
  // The hub has read the half head by the time it has answered a question that came later.
  const later = await connection(HEALTH);
  await later.saying('"ok"');

  const stopped = hub.close();

  expect(await silent.ended).toBe('');
  expect(await halfHead.ended).toBe('');
  expect(await idle.ended).toContain('200 OK');
  expect(await open.ended).toMatch(/event: complete\s+data: *\s+0\s+$/);
  await stopped;
  expect(lines).toEqual([]);
});

test('what is under way is answered, and tells that the connection closes', async () => {
  const { hub, connection, readiness, lines } = await listening(600);
  const slow = await connection(halfSent());
  const later = await connection(HEALTH);
  await later.saying('"ok"');

  const stopped = hub.close();
  expect(await later.ended).toContain('200 OK');
  expect((await readiness.look()).problems).toContain('the hub is stopping');
  slow.socket.write(QUESTION.slice(halfSent().length));
  const answer = await slow.ended;
  await stopped;

  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer.toLowerCase()).toContain('connection: close');
  expect(answer).toContain('frameworks');
  expect(lines).toEqual([]);
});

test('a client that goes on asking on its connection gets an answer, and then the end', async () => {
  const { hub, connection } = await listening(600);
  const busy = await connection(QUESTION);
  let asked = 1;
  busy.socket.on('data', (chunk: string) => {
    if (!chunk.includes('HTTP/1.1')) return;
    asked += 1;
    busy.socket.write(QUESTION);
  });
  await until(() => asked > 3);

  await hub.close();

  const answers = await busy.ended;
  expect(answers.match(/HTTP\/1.1 200 /g)!.length).toBeGreaterThanOrEqual(3);
  expect(answers).not.toContain('HTTP/1.1 5');
});

test('what is not done when the time is up is cut, and the log says how many', async () => {
  const { hub, connection, lines } = await listening(0);
  const halfBody = await connection(halfSent());
  const unread = await connection(request('GET', '/'));
  await unread.saying('200 OK');
  unread.socket.pause();
  const download = await connection(request('GET', '/exports/institutions.csv').repeat(200));
  await download.saying('200 OK');
  download.socket.pause();

  await hub.close();

  expect(lines.filter(({ msg }) => msg === 'cut off what was not done in time')).toMatchObject([
    { connections: 3 },
  ]);
  for (const { socket } of [halfBody, unread, download]) socket.resume();
  expect(await halfBody.ended).toBe('');
  await Promise.all([unread.ended, download.ended]);
});

test('whoever is in a hurry cuts what still has time', async () => {
  const { hub, connection, hurry } = await listening(600);
  const halfBody = await connection(halfSent());
  const later = await connection(HEALTH);
  await later.saying('"ok"');
  const stopped = hub.close();
  await later.ended;

  hurry.abort();
  await stopped;

  expect(await halfBody.ended).toBe('');
});
