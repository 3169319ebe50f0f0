import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema } from '../src/graph.js';
import {
  brokenBodies,
  COUNT as WHOLE,
  documents,
  problemWith,
  requestsOf,
  SEED,
  type Sent,
} from './support/fuzz.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, type Headers } from './support/people.js';
import { times } from './support/times.js';

const AT_ONCE = 8;
const COUNT = times(WHOLE);

let hub: TestHub;
let askers: Headers[];
beforeAll(async () => {
  hub = await startHub({ from: 'demo', cacheMegabytes: 8 });
  const { operator, planner, reviewer } = await demoPeople(hub);
  askers = [{}, {}, {}, operator!.headers, planner!.headers, reviewer!.headers];
});
afterAll(() => hub.close());

/** Sends all, some at a time; gives what is wrong, and how many were answered without any error. */
async function send(requests: readonly Sent[]) {
  const problems: object[] = [];
  let answered = 0;
  const waiting = requests.values();
  const work = async () => {
    for (const sent of waiting) {
      const answer = await hub.server.inject(sent);
      const problem = problemWith(answer);
      if (problem)
        problems.push({ problem, url: sent.url, payload: String(sent.payload).slice(0, 2000) });
      else if (answer.statusCode === 200 && !('errors' in answer.json())) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { problems, answered };
}

test(`${COUNT} documents made from the schema are all answered`, async () => {
  const made = requestsOf(documents(await buildSchema(), askers), SEED, COUNT);

  const { problems, answered } = await send(made);

  expect(problems).toEqual([]);
  // Otherwise little would be tried but the refusals.
  expect(answered).toBeGreaterThan(COUNT / 5);
}, 300_000);

test(`${COUNT} broken bodies are all refused in JSON`, async () => {
  const { problems } = await send(requestsOf(brokenBodies, SEED, COUNT));

  expect(problems).toEqual([]);
}, 300_000);
