import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BodyTooSlowError } from '../graphql/unreadable-request.js';
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
