import { expect, test } from '@jest/globals';
import { Stop, stopInOrder, type Parts } from './stop.js';

const NO_DELAY = { delaySeconds: 0, report: () => undefined };
const never = () => new Promise<never>(() => undefined);

/** The parts of a hub, which write down in which order they are stopped. */
function parts(told: string[], stop: Stop, other: Partial<Parts> = {}): Parts {
  const tell = (what: string) => async () => void told.push(what);
  return {
    server: { close: async () => void told.push(`server, ready: ${!stop.begun}`) },
    jobs: { deliveries: tell('deliveries') },
    database: { close: tell('database') },
    ...other,
  };
}

test('the hub is not ready first, and its database is closed last', async () => {
  const told: string[] = [];
  const stop = new Stop(10);

  await stopInOrder(stop, parts(told, stop), NO_DELAY);

  expect(told).toEqual(['server, ready: false', 'deliveries', 'database']);
  expect(stop.cut.aborted).toBe(false);
});

test('what does not end is given up when the time is up, and the database is closed all the same', async () => {
  const told: string[] = [];
  const problems: string[] = [];
  const stop = new Stop(0);
  const stuck = parts(told, stop, { server: { close: never }, jobs: { deliveries: never } });

  await stopInOrder(stop, stuck, { delaySeconds: 0, report: (problem) => problems.push(problem) });

  expect(told).toEqual(['database']);
  expect(problems).toEqual([
    'the server did not end in good order: it took too long',
    'the deliveries did not end in good order: it took too long',
  ]);
});

test('a part that fails keeps no other from ending', async () => {
  const told: string[] = [];
  const problems: string[] = [];
  const stop = new Stop(10);
  const broken = parts(told, stop, {
    server: { close: () => Promise.reject(new Error('broken')) },
  });

  await stopInOrder(stop, broken, { delaySeconds: 0, report: (problem) => problems.push(problem) });

  expect(told).toEqual(['deliveries', 'database']);
  expect(problems).toEqual(['the server did not end in good order: broken']);
});

test('whoever is in a hurry waits neither for the delay nor for what is under way', async () => {
  const told: string[] = [];
  const hurry = new AbortController();
  const stop = new Stop(600, hurry.signal);
  const stuck = parts(told, stop, { jobs: { deliveries: never } });
  const stopped = stopInOrder(stop, stuck, { ...NO_DELAY, delaySeconds: 600 });
  expect([stop.begun, stop.closing.aborted, told]).toEqual([true, false, []]);

  hurry.abort();
  await stopped;

  expect(told).toEqual(['server, ready: false', 'database']);
});

test('a database that cannot be closed is told', async () => {
  const stop = new Stop(10);
  const close = () => Promise.reject(new Error('it is away'));

  const stopped = stopInOrder(stop, parts([], stop, { database: { close } }), NO_DELAY);

  await expect(stopped).rejects.toThrow('it is away');
});
