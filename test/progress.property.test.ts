import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import type { LocalDate } from '../src/shared/dates.js';
import { startHub, type TestHub } from './support/hub.js';
import { LAST_DAY, UNIT_CODES } from './support/naive-country.js';
import { emptyCounts, type Line } from './support/naive-model.js';
import { DATES, firstInstitutions, operations, perform } from './support/naive-operations.js';
import { NaiveWorld } from './support/naive-world.js';
import { lineOfWalk } from './support/walk.js';

const RUNS = 30;
const PROBES = 24;

/** A question for the progress of a unit; numbers choose among what there is in the end. */
interface Probe {
  unit: number;
  date: number;
  moment: number;
  when: 'BEFORE' | 'AT' | 'NOW';
  restated: boolean;
}
const probe: fc.Arbitrary<Probe> = fc.record({
  unit: fc.nat({ max: 9999 }),
  date: fc.nat({ max: 9999 }),
  moment: fc.nat({ max: 9999 }),
  when: fc.constantFrom('BEFORE', 'AT', 'NOW'),
  restated: fc.boolean(),
});

interface Question {
  unit: string;
  asOf: LocalDate;
  knownAt: number | null;
  restated: boolean;
}

const COUNTS = Object.keys(emptyCounts()) as (keyof ReturnType<typeof emptyCounts>)[];

/** Lets a story happen in a country of its own, then asks. */
async function tell(
  story: (world: NaiveWorld) => Promise<void>,
  check: (hub: TestHub, world: NaiveWorld) => Promise<void>,
): Promise<void> {
  const hub = await startHub({ now: () => new Date('2099-01-01T00:00:00Z') });
  try {
    const world = await NaiveWorld.create(hub.em);
    await story(world);
    await check(hub, world);
  } finally {
    await hub.close();
  }
}

test('whatever happens, the roll-up, the graph, a walk over the institutions and a naive recount agree', async () => {
  await fc.assert(
    fc.asyncProperty(
      operations,
      fc.array(probe, { minLength: PROBES, maxLength: PROBES }),
      (story, probes) =>
        tell(
          async (world) => {
            await world.record(...firstInstitutions());
            for (const operation of story) await perform(world, operation);
          },
          async (hub, world) => {
            expect(await verifyCounts(hub.em)).toEqual([]);
            const questions = probes.map((each) => questionOf(world, each));
            await compareWithRecount(hub, world, questions);
            await compareWithWalk(hub, world, questions.slice(0, 3));
            await compareWithPredecessors(hub, world, questions.slice(0, 3));
            await compareWithParts(hub, world, questions.slice(0, 2));
          },
        ),
    ),
    // A counterexample is made smaller for so long, then reported with its seed.
    { numRuns: RUNS, interruptAfterTimeLimit: 180_000 },
  );
}, 600_000);

describe('an institution counts as the rules say', () => {
  const SCHOOL = {
    institution: 'I1',
    kind: 'PRIMARY_SCHOOL',
    openedOn: null,
    closedOn: null,
    placement: { unit: 'C1', from: null },
  } as const;
  const agreesOn = (unit: string, asOf: LocalDate) => (hub: TestHub, world: NaiveWorld) =>
    compareWithRecount(hub, world, [{ unit, asOf, knownAt: null, restated: false }]);

  test('when it was placed for a day after its unit ended, as was recorded later', () =>
    tell(
      async (world) => {
        const openedOn = '2025-09-05';
        await world.record({ ...SCHOOL, openedOn, placement: { unit: 'C1', from: openedOn } });
        await world.reform();
        await world.succeed('C1', ['N1'], 'WHOLE');
      },
      agreesOn('N1', '2026-01-01'),
    ));

  test('in its last unit again when it was closed before it moved there, by mistake', () =>
    tell(
      async (world) => {
        await world.record(SCHOOL);
        await world.record({ ...SCHOOL, placement: { unit: 'C4', from: '2024-01-01' } });
        await world.record({ ...SCHOOL, closedOn: '2023-09-05', placement: null });
        await world.record({ ...SCHOOL, placement: null });
      },
      agreesOn('C4', '2025-01-01'),
    ));

  test('not before the day that its opening was corrected to', () =>
    tell(
      async (world) => {
        await world.record(SCHOOL);
        const openedOn = '2024-01-01';
        await world.record({ ...SCHOOL, openedOn, placement: { unit: 'C1', from: openedOn } });
      },
      agreesOn('C1', '2023-12-31'),
    ));

  test('not in the commune that took one part of its own, while the others are unknown', () =>
    tell(
      async (world) => {
        await world.record(SCHOOL);
        await world.reform();
        await world.succeed('C1', ['N1'], 'PART');
      },
      agreesOn('N1', '2026-01-01'),
    ));
});

function questionOf(world: NaiveWorld, { unit, date, moment, when, restated }: Probe): Question {
  const { model } = world;
  const units = model.known('UNIT');
  const chosen = units[unit % units.length]!;
  const at = world.moments[moment % world.moments.length]!;
  const knownAt = when === 'NOW' ? null : when === 'AT' ? at : at - 1;
  const lastDay = lastDayKnown(world, chosen, knownAt ?? Infinity);
  const wanted = DATES[date % DATES.length]!;
  const asOf = lastDay !== null && wanted > lastDay ? lastDay : wanted;
  return {
    unit: chosen.unit,
    asOf,
    knownAt,
    // Before its first day a unit has no figures of its own.
    restated: restated || (chosen.from !== null && asOf < chosen.from),
  };
}

/** Of a unit that was recorded later, the last day of now. */
function lastDayKnown(
  { model }: NaiveWorld,
  { unit, at }: { unit: string; at: number },
  knownAt: number,
) {
  return model.lastDayOf(unit, at <= knownAt ? knownAt : Infinity);
}

async function compareWithRecount(hub: TestHub, world: NaiveWorld, questions: Question[]) {
  const answers = await ask(hub, world, questions);
  questions.forEach((question, index) => {
    const { unit, asOf, knownAt, restated } = question;
    const lines = world.model.progress(unit, asOf, knownAt ?? Infinity, restated);
    expect({ question, lines: answers[index] }).toEqual({ question, lines });
  });
}

/** The lines of each question, a few questions to a request. */
async function ask(hub: TestHub, world: NaiveWorld, questions: Question[]): Promise<Line[][]> {
  const fields = questions.map(
    ({ unit, asOf, knownAt, restated }, index) => `q${index}: ${unitField(world, unit)} {
      progress(asOf: "${asOf}", basis: ${restated ? 'CURRENT_UNITS' : 'AS_REPORTED'}
        ${knownAt === null ? '' : `, knownAt: "${new Date(knownAt).toISOString()}"`}) {
        lines { group pillar ${COUNTS.join(' ')} }
      }
    }`,
  );
  const answers: Line[][] = [];
  for (let start = 0; start < fields.length; start += 8) {
    const data = await hub.data(`{ ${fields.slice(start, start + 8).join('\n')} }`);
    for (const { progress } of Object.values<any>(data)) answers.push(progress.lines);
  }
  return answers;
}

function unitField(world: NaiveWorld, unit: string): string {
  const { kind, code } = UNIT_CODES.get(unit)!;
  const { from } = world.model.unit(unit);
  return `administrativeUnit(code: "${code}", kind: ${kind}, on: "${from ?? LAST_DAY}")`;
}

/** By all that is known: page by page the institutions themselves, and how far each was. */
async function compareWithWalk(hub: TestHub, world: NaiveWorld, questions: Question[]) {
  const present = questions.map((each) => ({ ...each, knownAt: null, restated: false }));
  for (const question of present) {
    const { unit, asOf } = question;
    const { from } = world.model.unit(unit);
    const lastDay = world.model.lastDayOf(unit);
    if ((from !== null && asOf < from) || (lastDay !== null && asOf > lastDay)) continue;
    const nodes: any[] = [];
    for (let after: string | null = null, more = true; more;) {
      const data: any = await hub.data(
        `query ($after: String) { unit: ${unitField(world, unit)} {
          institutions(on: "${asOf}", first: 3, after: $after) {
            nodes { code group pillars(asOf: "${asOf}") { pillar observation stage } }
            pageInfo { hasNextPage endCursor }
          } } }`,
        { after },
      );
      const page: any = data.unit.institutions;
      nodes.push(...page.nodes);
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    const [lines] = await ask(hub, world, [question]);
    for (const { carriedForward: _, ...line } of lines!)
      expect({ question, line }).toEqual({ question, line: lineOfWalk(nodes, line) });
  }
}

/** Restated, a unit has its own figures and those of all that it took over whole. */
async function compareWithPredecessors(hub: TestHub, world: NaiveWorld, questions: Question[]) {
  const { model } = world;
  for (const { asOf, knownAt } of questions)
    for (const each of model.known('UNIT')) {
      const { unit, from } = each;
      const lastDay = lastDayKnown(world, each, knownAt ?? Infinity);
      if (from === null || (lastDay !== null && asOf > lastDay)) continue;
      const predecessors = model.lineage(unit, knownAt ?? Infinity).slice(1);
      const existing = predecessors.filter(
        (each) => asOf <= model.lastDayOf(each)! && (model.unit(each).from ?? '') <= asOf,
      );
      const own = { unit, asOf, knownAt, restated: false };
      const parts = [...(from <= asOf ? [unit] : []), ...existing].map((each) => ({
        ...own,
        unit: each,
      }));
      const [restated, ...added] = await ask(hub, world, [{ ...own, restated: true }, ...parts]);
      for (const [index, { group, pillar, ...line }] of restated!.entries()) {
        const total = emptyCounts();
        for (const count of COUNTS)
          total[count] = added.reduce((sum, lines) => sum + lines[index]![count], 0);
        // A round of one predecessor may be newer than those of another, so this does not add up.
        total.carriedForward = line.carriedForward;
        expect({ own, group, pillar, line }).toEqual({ own, group, pillar, line: total });
      }
    }
}

/** Broken down by what its institutions are, a line is the sum of its rows, in every count. */
async function compareWithParts(hub: TestHub, world: NaiveWorld, questions: Question[]) {
  for (const question of questions) {
    const { unit, asOf, knownAt, restated } = question;
    const [lines] = await ask(hub, world, [question]);
    const { found } = await hub.data(`{ found: ${unitField(world, unit)} { id } }`);
    for (const by of ['KIND', 'OWNERSHIP', 'SPECIAL_STATUS', 'KIND, OWNERSHIP']) {
      const { breakdown } = await hub.data(
        `{ breakdown(unit: "${found.id}", by: [${by}], asOf: "${asOf}", first: 100
          basis: ${restated ? 'CURRENT_UNITS' : 'AS_REPORTED'}
          ${knownAt === null ? '' : `, knownAt: "${new Date(knownAt).toISOString()}"`}) {
          totalCount nodes { line { group pillar ${COUNTS.join(' ')} } } } }`,
      );
      const rows: Line[] = breakdown.nodes.map(({ line }: any) => line);
      expect({ question, by, rows: rows.length }).toEqual({
        ...{ question, by, rows: breakdown.totalCount },
      });
      for (const { group, pillar, ...line } of lines!) {
        const parts = rows.filter((row) => row.group === group && row.pillar === pillar);
        const total = emptyCounts();
        for (const count of COUNTS) total[count] = parts.reduce((sum, row) => sum + row[count], 0);
        expect({ question, by, group, pillar, line: total }).toEqual({
          ...{ question, by, group, pillar, line },
        });
      }
    }
  }
}
