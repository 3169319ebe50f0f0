import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seededRandom } from '../seeds/demo/random.js';
import { addDays } from '../src/shared/dates.js';
import { FeedCopy } from './support/feed-copy.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { RandomDays } from './support/random-days.js';
import { TODAY } from './support/reporting.js';
import { times } from './support/times.js';

const DAYS = times(300);
const CHANGES = times(2500);
/** After how many days the copy is compared with the graph. */
const COMPARED_EVERY = 12;

let time = new Date(`${TODAY}T01:00:00Z`);
const now = () => time;

let hub: TestHub;
beforeAll(async () => {
  const settings = { now, calendar: true, limits: UNBOUNDED, cacheMegabytes: 16 };
  hub = await startHub({ from: 'demo', ...settings });
});
afterAll(() => hub.close());

test(`a copy kept by the feed alone equals the graph after ${DAYS} days and ${CHANGES} random changes`, async () => {
  const random = seededRandom(20261123);
  const days = await RandomDays.in(hub, now, random);
  const copy = await FeedCopy.of(hub);
  expect(copy.nodes.size).toBeGreaterThan(400);

  let made = 0;
  for (let day = 1; day <= DAYS; day += 1) {
    time = new Date(`${addDays(TODAY, day)}T01:00:00Z`);
    for (; made < (CHANGES * day) / DAYS; made += 1) await days.change();
    // It does not follow every day.
    if (random() < 0.5) await copy.follow();
    if (day % COMPARED_EVERY > 0 && day < DAYS) continue;
    await copy.follow();
    expect({ day, differences: await copy.differences() }).toEqual({ day, differences: [] });
  }

  expect(made).toBe(CHANGES);
  // Every kind of change was among them.
  expect(Object.fromEntries(days.made)).toEqual(
    Object.fromEntries(days.kinds.map((kind) => [kind, expect.any(Number)])),
  );
}, 900_000);
