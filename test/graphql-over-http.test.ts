import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';
import { startHub, type TestHub } from './support/hub.js';

/** What the audits may still say: of recommendations and options, not of what the specification demands. */
const ACCEPTED = [
  // A refused question is a 4xx also in `application/json`, so that caches and logs see it.
  '572B',
  'FDE2',
  '7B9B',
  // A GET without a header that only scripts can send is refused: any page could make a browser send it.
  '5A70',
  'D6D5',
  '6A70',
];

let hub: TestHub;
let results: AuditResult[];
beforeAll(async () => {
  hub = await startHub();
  const address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  results = await auditServer({ url: `${address}/graphql`, fetchFn: fetch });
});
afterAll(() => hub.close());

test('the audits of graphql-http find no error, and nothing else that is not accepted', () => {
  const found = results.flatMap((result) =>
    result.status === 'ok' || ACCEPTED.includes(result.id)
      ? []
      : [`${result.status} ${result.id} ${result.name}: ${result.reason}`],
  );

  expect(found).toEqual([]);
  expect(results.filter(({ status }) => status === 'error')).toEqual([]);
  expect(results).toHaveLength(61);
});
