import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dueEvening, startDefaultHub, type Send } from '../support/due-evening.js';
import type { TestHub } from '../support/hub.js';

const SCHOOLS = 300;
const AT_ONCE = 50;

let hub: TestHub;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
beforeAll(async () => {
  hub = await startDefaultHub();
  await hub.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  agent.destroy();
  await hub.close();
});

/** Sends a document over the network, so that the hub sees one address of 127.0.0.1. */
const send: Send = (query, variables, headers) =>
  new Promise((resolve, reject) => {
    const { port } = hub.server.server.address() as AddressInfo;
    const sent = request({
      ...{ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST' },
      headers: { ...headers, 'content-type': 'application/json', 'accept-language': 'en' },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      json(response).then((body) => resolve(body as Awaited<ReturnType<Send>>), reject);
    });
    sent.end(JSON.stringify({ query, variables }));
  });

test('on the due evening 300 schools of one address sign in and hand in, 50 at once', async () => {
  const evening = await dueEvening(hub, send, { schools: SCHOOLS, atOnce: AT_ONCE });

  expect(evening).toMatchObject({ handedIn: SCHOOLS, refusals: [] });
  const [rows] = await hub.em.fork().execute<[{ submitted: number; failures: number }]>(
    `select (select count(*)::int from status_update_revision as revision
       join status_update as update on update.id = revision.update_id
       join institution on institution.id = update.institution_id
       where institution.code like 'EVENING-%' and revision.submitted_at is not null) as submitted,
     (select count(*)::int from sign_in_failure) as failures`,
  );
  expect(rows).toEqual({ submitted: SCHOOLS, failures: 0 });
}, 900_000);
