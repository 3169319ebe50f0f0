import { expect, test } from '@jest/globals';
import { DiskSpace } from '../health/disk-space.js';
import { PLACES, PLACES_EACH, UploadRoom } from './upload-room.js';

const MEGABYTE = 1024 * 1024;
const take = (room: UploadRoom, institution: number, bytes = 1) => room.take(institution, bytes);

test('an institution sends so many files at once, and the next when one of them is through', async () => {
  const room = new UploadRoom(0, null);
  const places = [];
  for (let count = 0; count < PLACES_EACH; count += 1) places.push(await take(room, 1));

  await expect(take(room, 1)).rejects.toMatchObject({ code: 'UPLOADS_BUSY' });
  await expect(take(room, 2)).resolves.toBeDefined();
  places[0]!();
  await expect(take(room, 1)).resolves.toBeDefined();
});

test('all institutions together send so many files at once', async () => {
  const room = new UploadRoom(0, null);
  const places = [];
  for (let count = 0; count < PLACES; count += 1) places.push(await take(room, count));

  await expect(take(room, 1000)).rejects.toMatchObject({ code: 'UPLOADS_BUSY' });
  places[0]!();
  await expect(take(room, 1000)).resolves.toBeDefined();
});

test('a place that is given back twice counts once', async () => {
  const room = new UploadRoom(0, null);
  const places = [];
  for (let count = 0; count < PLACES_EACH; count += 1) places.push(await take(room, 1));
  places[0]!();
  places[0]!();
  await take(room, 1);

  await expect(take(room, 1)).rejects.toMatchObject({ code: 'UPLOADS_BUSY' });
});

test('what comes in at once, and its copies, stay out of the reserve of the disk', async () => {
  const read = async () => (100 + 50) * MEGABYTE;
  const room = new UploadRoom(0, new DiskSpace({ folder: '.', reserve: 100, read }));
  // It may have 20 MB, as it does not say.
  const first = await room.take(1, undefined);

  await expect(take(room, 2, 6 * MEGABYTE)).rejects.toMatchObject({ code: 'DISK_NEARLY_FULL' });
  await expect(take(room, 2, 5 * MEGABYTE)).resolves.toBeDefined();
  first();
  await expect(take(room, 3, 20 * MEGABYTE)).resolves.toBeDefined();
});

test('a file that is refused for the disk keeps no place', async () => {
  let free = 0;
  const read = async () => free;
  const disk = new DiskSpace({ folder: '.', reserve: 1, read, goodFor: 0 });
  const room = new UploadRoom(0, disk);
  for (let count = 0; count < PLACES_EACH; count += 1)
    await expect(take(room, 1)).rejects.toMatchObject({ code: 'DISK_NEARLY_FULL' });
  free = 10 * MEGABYTE;

  await expect(take(room, 1)).resolves.toBeDefined();
});

test('a disk that cannot be asked is a fault of the store', async () => {
  const read = () => Promise.reject(new Error('gone'));
  const room = new UploadRoom(0, new DiskSpace({ folder: '.', reserve: 1, read }));

  await expect(take(room, 1)).rejects.toMatchObject({ name: 'StoreFailure' });
});
