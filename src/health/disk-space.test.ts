import { tmpdir } from 'node:os';
import { expect, jest, test } from '@jest/globals';
import { DiskSpace } from './disk-space.js';

const MEGABYTE = 1024 * 1024;
const withFree = (megabytes: number, reserve = 512) =>
  new DiskSpace({ folder: '.', reserve, read: async () => megabytes * MEGABYTE });

test('what is free beyond the reserve may be written', async () => {
  const disk = withFree(600);

  expect(await disk.room()).toBe(88 * MEGABYTE);
  expect(await disk.problem()).toBeNull();
});

test('a disk with less than the reserve is nearly full, and says so', async () => {
  const disk = withFree(100);

  expect(await disk.room()).toBe(-412 * MEGABYTE);
  expect(await disk.problem()).toBe(
    'the disk of the data folder is nearly full: 100 MB are left, less than the 512 MB of HUB_DISK_RESERVE_MB, so no files are taken',
  );
});

test('without a reserve the disk is never asked', async () => {
  const read = jest.fn(async () => 0);
  const disk = new DiskSpace({ folder: '.', reserve: 0, read });

  expect(await disk.room()).toBe(Infinity);
  expect(await disk.problem()).toBeNull();
  expect(read).not.toHaveBeenCalled();
});

test('many who ask at once make one look at the disk', async () => {
  const read = jest.fn(async () => 600 * MEGABYTE);
  const disk = new DiskSpace({ folder: 'data', reserve: 512, read });

  await Promise.all(Array.from({ length: 50 }, () => disk.room()));

  expect(read.mock.calls).toEqual([['data']]);
});

test('the disk itself is asked unless a test says otherwise', async () => {
  const disk = new DiskSpace({ folder: tmpdir(), reserve: 1 });

  expect(Number.isFinite(await disk.room())).toBe(true);
});
