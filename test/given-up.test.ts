import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { EXPORT_LIMIT } from '../src/exports/export.routes.js';
import { WAITING_TIMES } from '../src/http/waiting-times.js';
import { school, startUpload } from './support/evidence.js';
import { STREAMS_OF_SENDER } from '../src/http/stream.routes.js';
import { idOfUnit } from './support/people.js';
import { startHub, type TestHub } from './support/hub.js';
import {
  halfSent,
  listenOnPort,
  openRaw,
  request,
  until,
  type RawConnection,
} from './support/raw-connection.js';
import { times } from './support/times.js';

/** How many requests the hub of these tests takes at once. */
const PLACES = 40;
/** What costs the hub nothing is given up as often as it would need with all its places. */
const ABORTS = 1200;
/** What it does work for, six times as often as it has places here; the long run does more. */
const COSTLY = times(ABORTS);
const QUESTION = JSON.stringify({ query: '{ frameworks { code } }' });
/** Larger than what the kernel keeps for a client that reads nothing. */
const LARGE = request('GET', '/');
const SUBSCRIPTION = 'subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { code } }';

const soon = () => new Promise((resolve) => setImmediate(resolve));

let hub: TestHub;
let port: number;
let consoleFolder: string;
let stream: string;
const lines: { level: number; msg: string; refused?: number }[] = [];
const open: RawConnection[] = [];
beforeAll(async () => {
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(JSON.parse(line.toString()));
      done();
    },
  });
  consoleFolder = await mkdtemp(join(tmpdir(), 'hub-console-'));
  await writeFile(join(consoleFolder, 'index.html'), Buffer.alloc(16 * 1024 * 1024));
  hub = await startHub({
    from: 'demo',
    consoleFolder,
    logger: pino({ level: 'warn' }, destination),
    now: () => new Date('2026-11-23T02:00:00Z'),
    overload: { eventLoopDelay: 0, underWay: PLACES },
  });
  port = await listenOnPort(hub.server);
  const variables = JSON.stringify({ unit: await idOfUnit(hub, '68', '2026-11-23') });
  const search = new URLSearchParams({ query: SUBSCRIPTION, variables });
  stream = request('GET', `/graphql/stream?${search.toString()}`);
});
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.destroy();
});
afterAll(async () => {
  await hub.close();
  await rm(consoleFolder, { recursive: true });
});

async function connection(from?: string): Promise<RawConnection> {
  const opened = await openRaw(port, from);
  open.push(opened);
  return opened;
}

/** Sends something on connections of ten addresses at a time, and breaks every one off. */
async function giveUp(
  times: number,
  bytes: string,
  before: (one: RawConnection) => Promise<unknown> = soon,
): Promise<void> {
  const atOnce = 10;
  for (let sent = 0; sent < times; sent += atOnce)
    await Promise.all(
      Array.from({ length: atOnce }, async (_, index) => {
        const one = await openRaw(port, `127.0.0.${2 + index}`);
        one.socket.write(bytes);
        await before(one);
        one.socket.resetAndDestroy();
        await one.ended;
      }),
    );
}

/** What comes back first, of an answer that is whole. */
async function status(bytes: string, from?: string): Promise<string> {
  const one = await connection(from);
  one.socket.write(bytes);
  const answer = await one.saying('\r\n');
  one.socket.destroy();
  return answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length);
}

/** Every place is free: as many requests as there are places are let in at once, and no more. */
async function everyPlaceIsFree(): Promise<void> {
  await until(async () => (await status(request('POST', '/graphql', QUESTION))) === '200');
  const waiting = await Promise.all(
    Array.from({ length: PLACES }, (_, index) => connection(`127.0.0.${2 + (index % 4)}`)),
  );
  for (const { socket } of waiting) socket.write(halfSent());
  await until(async () => (await status(request('POST', '/graphql', QUESTION))) === '503');
  for (const { socket } of waiting) socket.destroy();
  await until(async () => (await status(request('POST', '/graphql', QUESTION))) === '200');
}

describe('when they were given up', () => {
  test('heads leave nothing behind', async () => {
    await giveUp(ABORTS, request('POST', '/graphql', QUESTION).slice(0, 30));

    await everyPlaceIsFree();
  });

  test('bodies leave every place free', async () => {
    await giveUp(ABORTS, halfSent());

    await everyPlaceIsFree();
  });

  test('questions leave every place free', async () => {
    await giveUp(COSTLY, request('POST', '/graphql', QUESTION));

    await everyPlaceIsFree();
  });

  test('answers leave every place free', async () => {
    await giveUp(COSTLY, LARGE, async (one) => {
      await one.saying('HTTP/1.1 ');
      one.socket.pause();
    });

    await everyPlaceIsFree();
  });

  test('requests behind an answer that nobody reads leave every place free', async () => {
    await giveUp(COSTLY, LARGE + request('POST', '/graphql', QUESTION).repeat(2));

    await everyPlaceIsFree();
  });

  test('downloads are made as many as before, and no transaction is open', async () => {
    await giveUp(
      COSTLY,
      request('GET', '/exports/institutions.csv') + request('GET', '/exports/progress.csv'),
    );

    await until(async () => {
      const answers = await Promise.all(
        Array.from({ length: EXPORT_LIMIT }, (_, index) =>
          hub.server.inject({ url: '/exports/progress.csv', remoteAddress: `10.0.0.${index % 2}` }),
        ),
      );
      return answers.every(({ statusCode }) => statusCode === 200);
    });
    await until(async () => {
      const [found] = await hub.em.execute(
        `select count(*)::int as open from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
      return found!['open'] === 0;
    });
    await everyPlaceIsFree();
  });

  test('streams leave a sender as many as before', async () => {
    await giveUp(COSTLY, stream);
    await giveUp(COSTLY, stream + stream);

    const opened = async () => {
      const one = await connection('127.0.0.2');
      one.socket.write(stream);
      const answer = await one.saying('\r\n');
      return answer.includes('200 OK');
    };
    for (let number = 0; number < STREAMS_OF_SENDER; number += 1) await until(opened);
    expect(await opened()).toBe(false);
  });

  test('files leave every place free, and can still be sent', async () => {
    const sender = await school(hub);
    const { upload } = await startUpload(hub, sender);
    const bytes = request('PUT', upload.address, 'x'.repeat(1000));

    await giveUp(COSTLY, bytes.slice(0, -500));

    await everyPlaceIsFree();
    // Those who were let in to try the places leave one by one.
    await until(async () => (await status(bytes)) !== '503');
    expect(await status(bytes)).toBe('415');
  });
});

describe('with every place taken', () => {
  test('one address has half of them, and others are served', async () => {
    for (let place = 0; place < PLACES / 2; place += 1)
      (await connection()).socket.write(halfSent());
    const refused = await connection();
    refused.socket.write(request('POST', '/graphql', QUESTION));

    const answer = await refused.saying('TOO_MANY_AT_ONCE');

    expect(answer).toMatch(/^HTTP\/1.1 429 /);
    expect(answer).toContain('retry-after: 5');
    expect(await status(request('POST', '/graphql', QUESTION), '127.0.0.2')).toBe('200');
    await until(async () => (await status(request('GET', '/health/ready'))) === '200');
  });

  test('the log tells once that requests are refused, and ready tells it, too', async () => {
    await everyPlaceIsFree();
    lines.splice(0);
    for (let place = 0; place < PLACES; place += 1)
      (await connection(`127.0.0.${2 + (place % 4)}`)).socket.write(halfSent());
    await until(async () => (await status(request('POST', '/graphql', QUESTION))) === '503');
    for (let turn = 0; turn < 50; turn += 1) await status(request('POST', '/graphql', QUESTION));
    const ready = await connection();
    ready.socket.write(request('GET', '/health/ready'));

    expect(await ready.saying('}')).toMatch(/503[^]*the hub is overloaded and refuses requests/);
    expect(lines.filter(({ msg }) => msg.startsWith('the hub is overloaded'))).toEqual([]);
    for (const { socket } of open.splice(0)) socket.destroy();
    await until(async () => (await status(request('GET', '/health/ready'))) === '200');
    const told = lines.filter(({ msg }) => msg.startsWith('the hub is overloaded'));
    expect(told.map(({ msg }) => msg)).toEqual([
      'the hub is overloaded: over, requests are answered again',
    ]);
    expect(told[0]!.refused).toBeGreaterThan(50);
  });
});

describe('a client that keeps the hub waiting', () => {
  let slow: TestHub;
  let slowPort: number;
  beforeAll(async () => {
    slow = await startHub({
      sharing: hub.databaseUrl,
      consoleFolder,
      now: () => new Date('2026-11-23T02:00:00Z'),
      overload: { eventLoopDelay: 0, underWay: 6, ofAddress: 6 },
      waiting: { ...WAITING_TIMES, head: 300, body: 600, idle: 400 },
    });
    slowPort = await listenOnPort(slow.server);
  });
  afterAll(() => slow.close());

  async function slowly(bytes: string): Promise<RawConnection> {
    const one = await openRaw(slowPort);
    open.push(one);
    one.socket.write(bytes);
    return one;
  }

  test.each([
    ['half a head', request('POST', '/graphql', QUESTION).slice(0, 30)],
    ['half a body', halfSent()],
    ['half a body for a stream', halfSent().replace('/graphql', '/graphql/stream')],
    ['half a body for no route', halfSent().replace('/graphql', '/nowhere')],
  ])('by %s is told so with 408, and let go', async (_what, bytes) => {
    const one = await slowly(bytes);

    const answer = await one.ended;

    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('REQUEST_TOO_SLOW');
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  test('by a body of which a little comes again and again is told so, too', async () => {
    const one = await slowly(halfSent());
    const drip = setInterval(() => one.socket.write(' '), 50);

    const answer = await one.ended;
    clearInterval(drip);

    expect(answer).toMatch(/^HTTP\/1.1 408 [^]*REQUEST_TOO_SLOW/);
  });

  test('by a file that stops coming is told so, and may send it again', async () => {
    const sender = await school(slow, 'DN-THPT-02');
    const { upload } = await startUpload(slow, sender);
    const one = await slowly(request('PUT', upload.address, 'x'.repeat(1000)).slice(0, -500));

    const answer = await one.ended;

    expect(answer).toMatch(/^HTTP\/1.1 408 [^]*REQUEST_TOO_SLOW/);
    const again = await slowly(request('PUT', upload.address, 'x'.repeat(1000)));
    expect(await again.saying('\r\n')).toContain('415');
  });

  test('by a file that comes longer than other bodies may is waited for', async () => {
    const sender = await school(slow, 'DN-THPT-03');
    const { upload } = await startUpload(slow, sender);
    const bytes = request('PUT', upload.address, 'x'.repeat(1000));
    const one = await slowly(bytes.slice(0, -500));
    for (let sent = 500; sent > 0; sent -= 50) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      one.socket.write(bytes.slice(-sent).slice(0, 50));
    }

    expect(await one.saying('FILE_TYPE_UNSUPPORTED')).toMatch(/^HTTP\/1.1 415 /);
  });

  test('by saying nothing at all is let go without an answer', async () => {
    expect(await (await slowly('')).ended).toBe('');
  });

  test('by not reading its answer is let go, and its place is free', async () => {
    const unread = await Promise.all(Array.from({ length: 6 }, () => slowly(LARGE)));
    for (const one of unread) {
      await one.saying('200 OK');
      one.socket.pause();
    }
    const answered = async () => {
      const next = await slowly(request('POST', '/graphql', QUESTION));
      return (await next.saying('\r\n')).includes('200');
    };

    expect(await answered()).toBe(false);
    await until(answered);
  });
});
