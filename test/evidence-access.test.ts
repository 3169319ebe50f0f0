import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { differenceOf, dumpOf } from './support/dump.js';
import { download, put } from './support/evidence.js';
import { FILES } from './support/evidence-files.js';
import { mutationOf } from './support/everything.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';
import { rowOf, VIEWERS, type Who } from './support/viewers.js';

let hub: TestHub;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
});
afterAll(() => hub.close());

/** The address that an upload of the school is given. */
async function started(update: string): Promise<string> {
  const input = { statusUpdate: update, criterion: 'G2', fileName: 'a.pdf' };
  const { result } = await hub.data(
    mutationOf('evidenceUploadStart'),
    { input },
    scene.headers.school,
  );
  return result.upload.address;
}

/** Where a file that the school has sent to a draft is fetched. */
async function sent(update: string): Promise<string> {
  const { status, body } = await put(hub, await started(update), FILES.pdf(crypto.randomUUID()));
  expect(status).toBe(201);
  return `/evidence/${body.id}`;
}

const MEANINGS = { '+': 200, '-': 404 };

describe('files are fetched by those who see into the revision that they are in', () => {
  test.each<[string, (path: { id: string; version: number }) => Promise<void>, string]>([
    ['a draft', async () => {}, '- - + - - - - - - - - -'],
    [
      'what was handed in',
      async ({ id, version }) => {
        const { result } = await hub.data(
          mutationOf('statusUpdateSubmit'),
          { input: { id, version } },
          scene.headers.school,
        );
        expect(result.userErrors).toEqual([]);
      },
      '- - + - + - - - - + - -',
    ],
  ])('of %s', async (_what, act, letters) => {
    const update = await UPDATES.draft(scene);
    const path = await sent(update.id);
    await act(update);

    const found: Partial<Record<Who, number>> = {};
    for (const who of VIEWERS) {
      const answer = await download(hub, path, scene.headers[who]);
      found[who] = answer.statusCode;
      const nowhere = await download(hub, `/evidence/${unknownId()}`, scene.headers[who]);
      if (answer.statusCode === 404) expect(answer.body).toBe(nowhere.body);
    }

    expect(found).toEqual(rowOf(letters, MEANINGS));
  });

  const unknownId = () => Buffer.from('Evidence:2000000000').toString('base64url');

  test.each([
    '../../../etc/passwd',
    '..%2f..%2f..%2fetc%2fpasswd',
    'parts/../../token-secret',
    Buffer.from('Evidence:../../x').toString('base64url'),
    Buffer.from('Evidence:1 or 1=1').toString('base64url'),
    Buffer.from('Account:1').toString('base64url'),
    Buffer.from('Evidence:-1').toString('base64url'),
    'a'.repeat(5000),
  ])('no path leads out of it: %p', async (id) => {
    const answer = await download(hub, `/evidence/${id}`, scene.headers.school);

    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});

describe('an address takes the file of whoever it was given to, while that one may send it', () => {
  test('whatever token is sent along, the file is the school’s', async () => {
    for (const who of ['anonymous', 'otherSchool', 'operator'] as const) {
      const { id } = await UPDATES.draft(scene);
      const { status, body } = await put(
        hub,
        await started(id),
        FILES.pdf(who),
        scene.headers[who],
      );
      expect(status).toBe(201);
      const { node } = await hub.data(
        'query ($id: ID!) { node(id: $id) { ... on Evidence { addedBy } } }',
        { id: body.id },
        scene.headers.school,
      );
      expect(node.addedBy).toBe('Tên riêng của school.');
    }
  });

  test.each([
    [
      'whose role has ended',
      'FORBIDDEN',
      `update account_grant set valid_to = '2026-11-22' where account_id = $`,
      `update account_grant set valid_to = null where account_id = $`,
    ],
    [
      'who is disabled',
      'FORBIDDEN',
      `update account set disabled_at = '2026-11-23' where id = $`,
      `update account set disabled_at = null where id = $`,
    ],
  ])('and of nobody %s', async (_who, code, shut, open) => {
    const account = String(scene.people.school.accountId);
    const { id } = await UPDATES.draft(scene);
    const address = await started(id);
    await hub.em.execute(shut.replace('$', account));
    try {
      const before = await dumpOf(hub);
      const answer = await put(hub, address, FILES.pdf());

      expect([answer.status, answer.body.code]).toEqual([403, code]);
      expect(differenceOf(before, await dumpOf(hub))).toEqual([]);
    } finally {
      await hub.em.execute(open.replace('$', account));
    }
  });
});
