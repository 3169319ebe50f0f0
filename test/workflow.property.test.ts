import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { fromGlobalId } from '../src/graphql/node.js';
import { startHub, type TestHub } from './support/hub.js';
import { now, TODAY } from './support/reporting.js';
import { lineOfWalk } from './support/walk.js';
import {
  ACTIONS,
  perform,
  setStage,
  story,
  type Result,
  type Stage,
} from './support/workflow-story.js';

const RUNS = 20;
/** Every run tells the same stories; another seed tells others. */
const SEED = 20261124;

/** The demo with everybody signed in; each story gets a clone of it. */
let template: string;
let stage: Stage;
let versionsBefore: number;
/** How often each action was taken, over all stories. */
const taken = new Map<string, number>();

beforeAll(async () => {
  const hub = await startHub({ from: 'demo', now });
  stage = await setStage(hub);
  versionsBefore = await versionsOf(hub);
  template = hub.databaseUrl;
  await hub.close();
});

test(`whatever ${RUNS} stories of the workflow do (seed ${SEED}), trail, versions, approvals and figures hold`, async () => {
  await fc.assert(
    fc.asyncProperty(story, async (moves) => {
      const hub = await startHub({ from: template, now });
      try {
        const results: Result[] = [];
        const approved = new Map<number, string>();
        for (const move of moves) {
          const result = await perform(hub, stage, move);
          results.push(result);
          expectOwnVersions(result);
          await expectFinal(hub, approved);
        }
        await expectTrail(hub, results);
        expect(await verifyCounts(hub.em.fork())).toEqual([]);
        await expectNaiveFigures(hub);
        for (const { action, changed } of results)
          if (changed.length > 0) taken.set(action, (taken.get(action) ?? 0) + 1);
      } finally {
        await hub.close();
      }
    }),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 60_000 },
  );
  // Stories in which nothing succeeds would hold everything.
  expect(ACTIONS.filter((action) => !taken.has(action))).toEqual([]);
}, 120_000);

/** Whoever may not changes nothing, and every change is one version further. */
function expectOwnVersions({ action, allowed, changed, codes }: Result): void {
  if (!allowed) expect({ action, changed }).toEqual({ action, changed: [] });
  if (changed.length === 0) expect(codes).not.toEqual([]);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
  for (const { before, after } of changed)
    expect({ action, after }).toEqual({ action, after: before + 1 });
}

/** The trail has one entry for each version that somebody was told of, and no other. */
async function expectTrail(hub: TestHub, results: readonly Result[]): Promise<void> {
  const told = results.flatMap(({ changed }) =>
    changed.map(({ id, after }) => `${fromGlobalId('StatusUpdate', id)} ${after}`),
  );
  const events = await hub.em.fork().execute<{ event: string }[]>(
    `select concat(subject_id, ' ', subject_version) as event from audit_event
     where subject_type = 'StatusUpdate' order by id`,
  );
  expect(events.map(({ event }) => event)).toEqual(told);
  expect(await versionsOf(hub)).toBe(versionsBefore + told.length);
}

/** The versions of all updates added up. */
async function versionsOf(hub: TestHub): Promise<number> {
  const [total] = await hub.em
    .fork()
    .execute<{ versions: number }[]>('select sum(version)::int as versions from status_update');
  return total!.versions;
}

/** What has been seen approved is as it was, with all that belongs to it. */
async function expectFinal(hub: TestHub, seen: Map<number, string>): Promise<void> {
  const rows = await hub.em.fork().execute<{ id: number; content: string }[]>(
    `select revision.id, concat_ws(E'\\n', revision::text,
       (select string_agg(entry::text, E'\\n' order by criterion_id)
         from status_update_entry as entry where revision_id = revision.id),
       (select string_agg(result::text, E'\\n' order by indicator)
         from indicator_result as result where revision_id = revision.id),
       (select string_agg(evidence::text, E'\\n' order by id)
         from evidence where revision_id = revision.id)) as content
     from status_update_revision as revision
     join status_update on status_update.id = update_id
     where decision = 'APPROVED' and institution_id in (?)`,
    [stage.slots.map(({ institution }) => institution)],
  );
  const present = new Map(rows.map(({ id, content }) => [id, content]));
  for (const [id, content] of seen) expect(present.get(id)).toBe(content);
  for (const [id, content] of present) seen.set(id, content);
}

/** The province's figures, as the public reads them, are what counting its institutions gives. */
async function expectNaiveFigures(hub: TestHub): Promise<void> {
  const nodes: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { unit }: any = await hub.data(
      `query ($after: String, $on: LocalDate) { unit: administrativeUnit(code: "68") {
        institutions(on: $on, first: 100, after: $after) {
          nodes { group pillars { pillar observation stage } }
          pageInfo { hasNextPage endCursor }
        } } }`,
      { after, on: TODAY },
    );
    nodes.push(...unit.institutions.nodes);
    ({ endCursor: after, hasNextPage: more } = unit.institutions.pageInfo);
  }
  const { unit } = await hub.data(
    `{ unit: administrativeUnit(code: "68") { progress { lines {
      group pillar institutions completed reported inReview notReported notApplicable } } } }`,
  );
  expect(unit.progress.lines).toHaveLength(10);
  for (const line of unit.progress.lines) expect(line).toEqual(lineOfWalk(nodes, line));
}
