import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { everythingOf, mutationOf } from './support/everything.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';
import { rowOf, VIEWERS, type Who } from './support/viewers.js';

let hub: TestHub;
let scene: Scene;
/** A school of which nothing was ever approved: that would hide what it hands in afterwards. */
const SCHOOL = 'DN-THPT-10';
// A hub for each test, for the same reason.
beforeEach(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  scene = await sceneOf(hub, SCHOOL);
});
afterEach(() => hub.close());

describe('what an institution and its reviewer do between them changes nothing for others', () => {
  const OUTSIDERS: readonly Who[] = ['anonymous', 'otherSchool', 'plannerElsewhere'];
  const ASKED: Record<string, () => string> = {
    institution: () => `{ institution(code: "${SCHOOL}") ${everythingOf('Institution', 3)} }`,
    unit: () => `{ administrativeUnit(code: "68") ${everythingOf('AdministrativeUnit', 2)} }`,
    updates: () => `{ statusUpdates(first: 50, orderBy: OLDEST_SUBMISSION)
      ${everythingOf('StatusUpdateConnection', 2)} }`,
  };

  async function seenOutside(): Promise<Record<string, string>> {
    const seen: Record<string, string> = {};
    for (const who of OUTSIDERS)
      for (const [name, query] of Object.entries(ASKED)) {
        const { data, errors } = await hub.ask(query(), {}, scene.headers[who]);
        expect(errors).toEqual([]);
        seen[`${who}: ${name}`] = JSON.stringify(data, withoutMoments);
      }
    return seen;
  }

  test.each<[string, () => Promise<() => Promise<unknown>>]>([
    [
      'a draft is saved',
      async () => {
        const { id } = await UPDATES.draft(scene);
        const round = await roundIdOf(id);
        const input = {
          institution: scene.institution,
          round,
          version: 1,
          answers: [{ criterion: 'G1', value: 0, comment: 'Chưa có' }],
        };
        return () => run('school', 'statusUpdateSave', input);
      },
    ],
    [
      'evidence is added',
      async () => {
        const { id } = await UPDATES.draft(scene);
        const link = { criterion: 'G1', name: 'Minh chứng', url: 'https://example.edu.vn/' };
        return () => run('school', 'evidenceLinkAdd', { statusUpdate: id, ...link });
      },
    ],
    [
      'an update is returned',
      async () => {
        const { id, version } = await UPDATES.submitted(scene);
        const reasons = [{ criterion: 'G1', reason: 'Chưa rõ' }];
        return () => run('reviewer', 'statusUpdateReturn', { id, version, reasons });
      },
    ],
    [
      'an approved one is opened again',
      async () => {
        const { id, version } = await UPDATES.approved(scene);
        return () => run('school', 'statusUpdateReopen', { id, version, reason: 'Sai' });
      },
    ],
    [
      'a correction of an approved one is handed in',
      async () => {
        const { id, version } = await UPDATES.approved(scene);
        await run('school', 'statusUpdateReopen', { id, version, reason: 'Sai' });
        return () => run('school', 'statusUpdateSubmit', { id, version: version + 1 });
      },
    ],
  ])('when %s', async (_what, prepare) => {
    const act = await prepare();
    const before = await seenOutside();

    await act();

    expect(changedIn(before, await seenOutside())).toEqual([]);
  });

  async function run(who: Who, name: string, input: object): Promise<void> {
    const { result } = await hub.data(mutationOf(name), { input }, scene.headers[who]);
    expect(result.userErrors).toEqual([]);
  }

  async function roundIdOf(update: string): Promise<string> {
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { round { id } } } }',
      { id: update },
      scene.headers.school,
    );
    return node.round.id;
  }

  /** Up to when figures are known is when anything was published last; that is said to everybody. */
  const withoutMoments = (key: string, value: unknown) => (key === 'knownAt' ? '' : value);

  const changedIn = (before: Record<string, string>, after: Record<string, string>) =>
    Object.keys(before).filter((name) => before[name] !== after[name]);
});

test('those who see into an update are told that it was returned, others that it is in review', async () => {
  await UPDATES.returned(scene);
  const told: Partial<Record<Who, string>> = {};
  for (const who of VIEWERS) {
    const { institution } = await hub.data(
      'query ($code: String!) { institution(code: $code) { pillars { observation } } }',
      { code: SCHOOL },
      scene.headers[who],
    );
    told[who] = institution.pillars[0].observation;
  }

  expect(told).toEqual(rowOf('I I R I R I I I I R I I', { I: 'IN_REVIEW', R: 'RETURNED' }));
});
