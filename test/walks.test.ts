import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toGlobalId } from '../src/graphql/node.js';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { startHub, type TestHub } from './support/hub.js';
import { approve, now, type Changed } from './support/reporting.js';
import { StatusUpdateCorrectDocument } from '../clients/typescript/src/generated/graphql.js';

/** One hub publishes, and the public walks on another, which keeps answers. */
let publishing: TestHub;
let walked: TestHub;
let scene: Scene;
beforeAll(async () => {
  publishing = await startHub({ from: 'demo', now });
  walked = await startHub({ sharing: publishing.databaseUrl, now, cacheMegabytes: 8 });
  scene = await sceneOf(publishing);
}, 60_000);
afterAll(async () => {
  await walked.close();
  await publishing.close();
});

/** A list of the public: how it is asked for, and the SQL of the rows that it has at a moment. */
interface List {
  type: string;
  /** The object that has the list, by a field of Query; null for a list of Query itself. */
  under: (() => string) | null;
  field: string;
  arguments: string;
  rows: () => string;
}

const APPROVED = `select status_update.id from status_update where exists (select from status_update_revision
  where update_id = status_update.id and decision = 'APPROVED')`;

const INSTITUTIONS = `select institution_id as id from institution_period
  where superseded_at is null and valid_from <= '2026-11-23' and (valid_to is null or valid_to >= '2026-11-23')`;

const LISTS: List[] = [
  {
    type: 'StatusUpdate',
    under: null,
    field: 'statusUpdates',
    arguments: '',
    rows: () => APPROVED,
  },
  {
    type: 'StatusUpdate',
    under: null,
    field: 'statusUpdates',
    arguments: 'orderBy: OLDEST_SUBMISSION,',
    rows: () => APPROVED,
  },
  {
    type: 'StatusUpdate',
    under: () => `institution(code: "DN-THPT-01")`,
    field: 'statusUpdates',
    arguments: '',
    rows: () =>
      `${APPROVED} and institution_id = (select id from institution where code = 'DN-THPT-01')`,
  },
  {
    type: 'Institution',
    under: null,
    field: 'institutions',
    arguments: '',
    rows: () => INSTITUTIONS,
  },
  {
    type: 'Institution',
    under: null,
    field: 'institutions',
    arguments: 'orderBy: CODE,',
    rows: () => INSTITUTIONS,
  },
  {
    type: 'ReportingRound',
    under: null,
    field: 'reportingRounds',
    arguments: '',
    rows: () => 'select id from reporting_round',
  },
  {
    type: 'AdministrativeUnit',
    under: () => 'administrativeUnit(code: "68")',
    field: 'children',
    arguments: '',
    rows: () => `select id from administrative_unit where parent_id =
      (select id from administrative_unit where code = '68' and valid_from = '2025-07-01')`,
  },
];

interface Walk {
  list: List;
  backward: boolean;
  /** The sizes of the pages, over and over. */
  sizes: number[];
}

/** Walks a list to its end and gives the ids, in the order in which they were read. */
async function walk({ list, backward, sizes }: Walk): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let page = 0, more = true; more; page += 1) {
    const size = sizes[page % sizes.length]!;
    const [count, from] = backward ? ['last', 'before'] : ['first', 'after'];
    const asked = `list: ${list.field}(${list.arguments} ${count}: ${size}, ${from}: $cursor) {
      nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    const data: any = await walked.data(
      `query ($cursor: String) { ${list.under ? `under: ${list.under()} { ${asked} }` : asked} }`,
      { cursor },
    );
    const { nodes, pageInfo } = (data.under ?? data).list;
    const read = nodes.map(({ id }: { id: string }) => id);
    ids.push(...(backward ? read.reverse() : read));
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
    more = backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    if (more) expect(read).toHaveLength(size);
  }
  return ids;
}

/** The ids of the rows that a list has at this moment. */
async function presentIn({ type, rows }: List): Promise<Set<string>> {
  const found = await publishing.em.fork().execute<{ id: number }[]>(rows());
  return new Set(found.map(({ id }) => toGlobalId(type, id)));
}

const sizes = fc.array(fc.integer({ min: 60, max: 100 }), { minLength: 1, maxLength: 4 });
const smallSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
/** A list to walk through and back, and the sizes of the pages on either way. */
interface Pair {
  list: List;
  forward: number[];
  backward: number[];
}

const isLong = ({ field, under }: List) => !under && field !== 'reportingRounds';
const walks: fc.Arbitrary<Pair> = fc.integer({ min: 0, max: LISTS.length - 1 }).chain((index) =>
  fc.record({
    list: fc.constant(LISTS[index]!),
    forward: isLong(LISTS[index]!) ? sizes : smallSizes,
    backward: isLong(LISTS[index]!) ? sizes : smallSizes,
  }),
);

test('1,000 walks while updates are approved and corrected: no gap, no row twice, and backwards is the reverse', async () => {
  const waiting: Changed[] = [];
  for (let count = 0; count < 12; count += 1) waiting.push(await UPDATES.submitted(scene));
  let corrected = await UPDATES.approved(scene);
  let walking = true;
  let changes = 0;

  /** Approvals spread over the walks, and corrections between them. */
  async function publishAllTheTime(): Promise<void> {
    while (walking) {
      const next = changes % 5 === 0 ? waiting.pop() : undefined;
      const { id, version } = next ?? corrected;
      if (next) {
        const { update } = await approve(publishing, scene.headers.reviewer, { id, version });
        expect(update).not.toBeNull();
      } else {
        const data: any = await publishing.data(
          StatusUpdateCorrectDocument.toString(),
          {
            input: {
              id,
              version,
              changes: [{ criterion: 'G3', value: 1 + (changes % 2), reason: 'Sai' }],
              reason: 'Sai',
            },
          },
          scene.headers.reviewer,
        );
        corrected = data.statusUpdateCorrect.statusUpdate;
      }
      changes += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function thereAndBack({ list, forward, backward }: Pair): Promise<void> {
    const before = await presentIn(list);
    const [there, back] = await Promise.all([
      walk({ list, backward: false, sizes: forward }),
      walk({ list, backward: true, sizes: backward }),
    ]);
    const after = await presentIn(list);
    walksMade += 2;

    for (const read of [there, back]) {
      expect(new Set(read).size).toBe(read.length);
      // Every row that was there all the time, and no row that never was.
      expect([...before].filter((id) => !read.includes(id))).toEqual([]);
      expect(read.filter((id) => !after.has(id))).toEqual([]);
    }
    const throughout = (read: string[]) => read.filter((id) => before.has(id));
    expect(throughout(back).reverse()).toEqual(throughout(there));
  }

  const publishingAll = publishAllTheTime();
  let walksMade = 0;
  try {
    const pairs = fc.sample(walks, { numRuns: 500, seed: 5 });
    while (pairs.length > 0) await Promise.all(pairs.splice(0, 10).map(thereAndBack));
  } finally {
    walking = false;
    await publishingAll;
  }
  expect(walksMade).toBe(1_000);
  // Beside the corrections all that waited was approved, so that lists grew under those who walked.
  expect(waiting).toEqual([]);
}, 240_000);
