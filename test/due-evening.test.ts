import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dueEvening, POINTS, startDefaultHub } from './support/due-evening.js';
import type { TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  // Fewer than there are schools: those that sign in rightly are not counted.
  hub = await startDefaultHub({ ofAddress: 10 });
});
afterAll(() => hub.close());

test('on the due evening every school of one address hands in', async () => {
  const evening = await dueEvening(hub, (...asked) => hub.ask(...asked), {
    schools: 30,
    atOnce: 10,
  });

  expect(evening).toMatchObject({ handedIn: 30, refusals: [] });
  // Before it is known who signs in the address pays: also three hundred within one minute take little of it.
  expect(evening.signInCost * 300).toBeLessThan(POINTS / 10);
});
