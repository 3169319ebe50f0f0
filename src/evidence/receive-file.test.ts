import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BodyTooSlowError } from '../request/body-too-slow-error.js';
import { receiveFile, tooLarge } from './receive-file.js';

let parts: string;
beforeAll(async () => {
  parts = await mkdtemp(join(tmpdir(), 'edu-dx-hub-parts-'));
});
afterAll(() => rm(parts, { recursive: true }));

test('a sender that is too slow is told so, and leaves nothing', async () => {
  const source = new PassThrough();
  source.write('%PDF-1.4');
  const incoming = { source, name: 'a.pdf', parts, check: () => undefined };

  const received = receiveFile(incoming, async (file) => file);
  source.destroy(new BodyTooSlowError());

  await expect(received).rejects.toMatchObject({ code: 'REQUEST_TOO_SLOW' });
  expect(await readdir(parts)).toEqual([]);
});

/** Receives chunks of so many bytes, one every so many milliseconds. */
function receivePaced(chunks: number, bytes: number, every: number) {
  let time = 1000;
  const source = Readable.from(
    Array.from({ length: chunks }, (_, index) => (index === 0 ? pdf(bytes) : Buffer.alloc(bytes))),
  );
  // It is called once for each chunk.
  const check = () => {
    time += every;
  };
  const incoming = { source, name: 'a.pdf', parts, check, clock: () => time };
  return receiveFile(incoming, async ({ size }) => size);
}

/** A PDF of so many bytes. */
function pdf(bytes: number): Buffer {
  const content = Buffer.alloc(Math.max(bytes, 8));
  content.write('%PDF-1.4');
  return content;
}

describe('a sender that always sends something', () => {
  test('is too slow with less than 20 kB a second on average, after a minute', async () => {
    const drip = receivePaced(30, 8, 29_000);
    await expect(drip).rejects.toMatchObject({ code: 'REQUEST_TOO_SLOW', statusCode: 408 });
    const below = receivePaced(30, 199_000, 10_000);
    await expect(below).rejects.toMatchObject({ code: 'REQUEST_TOO_SLOW' });

    expect(await readdir(parts)).toEqual([]);
  });

  test('is given its time at that pace, and whatever its pace in the first minute', async () => {
    expect(await receivePaced(30, 220_000, 10_000)).toBe(30 * 220_000);
    expect(await receivePaced(5, 8, 10_000)).toBe(40);
  });
});

test('a file is checked as it comes, and refused before all of it has', async () => {
  const source = new PassThrough();
  source.write(Buffer.alloc(100));
  const check = (size: number) => {
    if (size > 10) throw tooLarge();
  };

  const received = receiveFile({ source, name: 'a.pdf', parts, check }, async (file) => file);

  await expect(received).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  expect(source.destroyed).toBe(false);
  expect(await readdir(parts)).toEqual([]);
});
