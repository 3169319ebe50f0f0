import { expect } from '@jest/globals';
import type { TestHub } from './hub.js';
import type { Headers } from './people.js';

/** What each change of a plan answers with. */
const ANSWERS = {
  targetSet: 'target { id }',
  targetRemove: 'plan { id }',
  planUpdate: 'plan { id }',
};

/** Changes a plan, or a target of it, in the version that it has by now. */
export async function changePlan(
  hub: TestHub,
  planner: Headers,
  plan: string,
  name: keyof typeof ANSWERS,
  input: object,
): Promise<void> {
  const { node } = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on Plan { version } } }',
    { id: plan },
  );
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { done } = await hub.data(
    `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${ANSWERS[name]} userErrors { code } } }`,
    { input: { version: node.version, ...input } },
    planner,
  );
  expect(done.userErrors).toEqual([]);
}

/** The moment of the last publication; nothing that comes later is known at it. */
export async function lastMoment(hub: TestHub): Promise<string> {
  const { extensions } = await hub.ask('{ frameworks { id } }');
  return extensions.data.publishedAt;
}
