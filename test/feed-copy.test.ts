import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seededRandom } from '../seeds/demo/random.js';
import { addDays } from '../src/shared/dates.js';
import { FeedCopy } from './support/feed-copy.js';
import { csv } from './support/files.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { bring, undo } from './support/imports.js';
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

test('a commune that takes over another whole is called by its rounds, and the copy learns it, and that it is undone', async () => {
  // The rounds of the province are due.
  time = new Date(`${addDays(TODAY, DAYS + 20)}T01:00:00Z`);
  await bring(
    hub,
    'UNITS',
    csv(
      'kind,code,name,parent_code,valid_from,valid_to',
      'PROVINCE,9A,Tỉnh Xa,,2025-07-01,',
      'COMMUNE,9A001,Xã Cũ,68,2025-07-01,2025-12-31',
      'COMMUNE,9A002,Xã Xa,9A,2025-07-01,',
    ),
  );
  await bring(
    hub,
    'INSTITUTIONS',
    csv(
      'system,code,name,kind,levels,ownership,unit_code,opened_on',
      'MOET,9A-1,Trường Xa,UPPER_SECONDARY_SCHOOL,UPPER_SECONDARY,PUBLIC,9A002,2025-07-01',
    ),
  );
  const observed = async () => {
    const { institution } = await hub.data(
      '{ institution(code: "9A-1") { pillars { observation } } }',
    );
    return institution.pillars[0].observation;
  };
  const copy = await FeedCopy.of(hub);
  const before = await observed();

  const { id } = await bring(
    hub,
    'SUCCESSIONS',
    csv(
      'kind,predecessor_code,successor_code,effective_on,extent',
      'COMMUNE,9A001,9A002,2026-01-01,WHOLE',
    ),
    { acceptCrossing: true },
  );
  await copy.follow();
  expect([before, await observed()]).toEqual(['NOT_YET_DUE', 'NOT_REPORTED']);
  expect(await copy.differences()).toEqual([]);

  expect(await undo(hub, id!)).toEqual([]);
  await copy.follow();
  expect(await observed()).toBe('NOT_YET_DUE');
  expect(await copy.differences()).toEqual([]);
});
