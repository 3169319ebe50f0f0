import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { followServerLog, rotateServerLog } from './log.js';

let folder: string;
let log: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-log-'));
  log = join(folder, 'postgres.log');
});
afterEach(() => rm(folder, { recursive: true }));

test('a log that has grown is begun anew while it is written to, and three old ones are kept', async () => {
  const server = await open(log, 'a');
  for (let number = 1; number <= 5; number += 1) {
    await server.write(`line ${number}\n`);
    await rotateServerLog(log, 3);
  }
  await server.write('last\n');
  await server.close();

  expect((await readdir(folder)).sort()).toEqual(
    ['', '.1', '.2', '.3'].map((ending) => `postgres.log${ending}`),
  );
  expect(await readFile(log, 'utf8')).toBe('last\n');
  expect(await readFile(`${log}.1`, 'utf8')).toBe('line 5\n');
  expect(await readFile(`${log}.3`, 'utf8')).toBe('line 3\n');
});

test('a small log stays as it is', async () => {
  await writeFile(log, 'line\n');
  await rotateServerLog(log);

  expect(await readdir(folder)).toEqual(['postgres.log']);
});

test('the last words of a server are found after its log was begun anew', async () => {
  await writeFile(log, 'a long line from before\n');
  const readNew = await followServerLog(log);
  await rotateServerLog(log, 3);
  await writeFile(log, 'the end\n', { flag: 'a' });

  expect(await readNew()).toBe('the end\n');
});
