import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bringFramework,
  callRound,
  importFramework,
  publishFramework,
  type Department,
} from './support/department.js';
import { csv } from './support/files.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { bring } from './support/imports.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './support/people.js';
import {
  answers,
  askedOf,
  fileOf,
  KINDS,
  mustAnswer,
  questionCode,
  version,
  wordings,
  type Answer,
} from './support/random-framework.js';
import { approve, now, save, submit, TODAY } from './support/reporting.js';

const RUNS = 10;
const SEED = 20261123;

const school = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** Its answers under the first version; null for a school that does not report. */
  before: fc.option(answers, { freq: 5 }),
  /** What it says under the second one to what it has not been asked. */
  after: answers,
  /** Whether its reviewer finds the opposite of what it says of its plan. */
  appraised: fc.boolean(),
});
const story = fc.record({
  first: version,
  second: version,
  wordings,
  schools: fc.array(school, { minLength: 2, maxLength: 4 }),
});
type Story = typeof story extends fc.Arbitrary<infer Each> ? Each : never;
type School = Story['schools'][number];

/** A school of the hub, in a commune of its own: so what is told of the commune is told of it. */
interface Placed {
  code: string;
  institution: string;
  said: School;
}

let hub: TestHub;
let operator: Headers;
let run = 0;
beforeAll(async () => {
  hub = await startHub({ now, limits: UNBOUNDED });
  operator = await signIn(hub, { role: 'OPERATOR' });
});
afterAll(() => hub.close());

test('the trial of a draft says what publishing it, and answering the same, gives', async () => {
  let definite = 0;
  let open = 0;
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const { department, schools, headers } = await settle(told);
      const code = `set${run}`;
      const first = { code, number: 1, validFrom: '2026-01-01' };
      const second = { code, number: 2, validFrom: '2026-11-01' };
      const one = await bringFramework(department, JSON.stringify(fileOf(first, told.first, [])));
      const before = await callRound(department, [one]);
      for (const each of schools)
        if (each.said.before) await reportFirst(department, headers, before, told, code, each);

      const content = JSON.stringify(fileOf(second, told.second, told.wordings));
      const imported = await importFramework(hub, department.planner, { content });
      expect(imported.problems).toEqual([]);
      const was = await standing(schools, code);
      const trial = await trialOf(department, imported.draft.id);

      const published = await publishFramework(hub, operator, imported.draft);
      expect(published.problems).toEqual([]);
      const after = await callRound(department, [published.framework.id], {
        referenceDate: '2026-11-15',
      });
      for (const each of schools) await reportSecond(department, headers, after, told, code, each);

      const is = await standing(schools, code);
      for (const each of schools) {
        const compared = compare(told, code, each, { trial, was, is });
        definite += compared.definite;
        open += compared.open;
      }
    }),
    { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: 60_000 },
  );

  // Stories in which everything, or nothing, can be said would show little.
  expect(definite).toBeGreaterThan(10);
  expect(open).toBeGreaterThan(10);
}, 300_000);

/** A province of its own for a story, with its schools and its people. */
async function settle({ schools: told }: Story) {
  run += 1;
  const province = `${10 + run}`;
  const commune = (index: number) => `${province}00${index}`;
  await bring(
    hub,
    'UNITS',
    csv(
      'kind,code,name,parent_code',
      `PROVINCE,${province},Tỉnh ${province},`,
      ...told.map((_, index) => `COMMUNE,${commune(index)},Xã ${commune(index)},${province}`),
    ),
  );
  const level = { PRIMARY_SCHOOL: 'PRIMARY', UPPER_SECONDARY_SCHOOL: 'UPPER_SECONDARY' };
  await bring(
    hub,
    'INSTITUTIONS',
    csv(
      'system,code,name,kind,levels,ownership,unit_code',
      ...told.map(
        ({ kind }, index) =>
          `HUB,S${commune(index)},Trường,${kind},${level[kind]},PUBLIC,${commune(index)}`,
      ),
    ),
  );
  const schools: Placed[] = [];
  for (const [index, said] of told.entries()) {
    const code = commune(index);
    schools.push({ code, institution: await idOfInstitution(hub, `S${code}`), said });
  }
  const unit = await idOfUnit(hub, province, TODAY);
  const department: Department = {
    ...{ hub, province: unit, operator, schools: told.length },
    planner: await signIn(hub, { role: 'PLANNER', unit }),
    reviewer: await signIn(hub, { role: 'REVIEWER', unit }),
  };
  const duties = schools.map(({ institution }) => ({ role: 'SCHOOL_ADMIN' as const, institution }));
  return { department, schools, headers: await signIn(hub, duties) };
}

type Given = [at: number, answer: Answer][];

async function reportFirst(
  department: Department,
  headers: Headers,
  round: string,
  { first }: Story,
  code: string,
  { institution, said: { kind, before, appraised } }: Placed,
): Promise<void> {
  const given = askedOf(first, kind).flatMap((at): Given => {
    const answer = before?.[at] ?? (mustAnswer(first, at) ? TEXT : null);
    return answer ? [[at, answer]] : [];
  });
  const plan = before?.[0]?.value ?? 0;
  const changes = appraised
    ? [{ question: questionCode(code, 0), value: 1 - plan, reason: 'Đã kiểm tra' }]
    : [];
  await report(department, headers, { institution, round }, { code, given, changes });
}

const TEXT: Answer = { text: 'Canvas' };

/** What a school said is there already, and it answers only what it has not been asked. */
async function reportSecond(
  department: Department,
  headers: Headers,
  round: string,
  told: Story,
  code: string,
  { institution, said }: Placed,
): Promise<void> {
  const given = unanswered(told, said).flatMap((at): Given => {
    const open = wasAsked(told, said, at) && !mustAnswer(told.second, at);
    const answer = said.after[at] ?? (mustAnswer(told.second, at) ? TEXT : null);
    return open || !answer ? [] : [[at, answer]];
  });
  await report(department, headers, { institution, round }, { code, given, changes: [] });
}

async function report(
  { reviewer }: Department,
  headers: Headers,
  where: { institution: string; round: string },
  { code, given, changes }: { code: string; given: Given; changes: object[] },
): Promise<void> {
  const said = given.map(([at, answer]) => ({ question: questionCode(code, at), ...answer }));
  const saved = await save(hub, headers, { ...where, answers: said });
  const handedIn = await submit(hub, headers, sent(saved));
  const approved = await approve(hub, reviewer, { ...sent(handedIn), changes } as never);
  expect(approved.refusals).toEqual([]);

  function sent({ update, refusals }: Awaited<ReturnType<typeof save>>) {
    expect(refusals).toEqual([]);
    return { id: update!.id, version: update!.version };
  }
}

/** Whether a school was asked a question in wording that goes on, and handed a report in. */
function wasAsked({ first, wordings: said }: Story, { kind, before }: School, at: number) {
  return before !== null && said[at] !== 'ANEW' && askedOf(first, kind).includes(at);
}

/** The places in the bank of the questions of the second version that a school has not answered. */
function unanswered(told: Story, said: School): number[] {
  return askedOf(told.second, said.kind).filter(
    (at) => !wasAsked(told, said, at) || (said.before![at] === null && !mustAnswer(told.first, at)),
  );
}

async function trialOf({ province, planner }: Department, framework: string) {
  const { trial } = await hub.data(
    `query ($framework: ID!, $unit: ID!) { trial: frameworkTrial(framework: $framework, unit: $unit) {
      units { unit { code } summary { institutions unknown levelUp levelDown
        levels { level institutions }
        indicators { indicator completed inProgress notStarted unknown up down } } }
      institutions(first: 100) { institution { id } level levelMove unasked
        indicators { indicator stage move } } } }`,
    { framework, unit: province },
    planner,
  );
  return trial;
}

interface Standing {
  level: number | null;
  stages: ReadonlyMap<string, string | null>;
}

/** What holds of each school under a framework: its level, and the stages of the indicators. */
async function standing(schools: readonly Placed[], code: string): Promise<Map<string, Standing>> {
  const { nodes } = await hub.data(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Institution {
      frameworkResults { result { level framework { code } } }
      indicators { indicator { code } stage } } } }`,
    { ids: schools.map(({ institution }) => institution) },
  );
  return new Map(
    nodes.map(({ id, frameworkResults, indicators }: any): [string, Standing] => [
      id,
      {
        level:
          frameworkResults.find(({ result }: any) => result.framework.code === code)?.result
            .level ?? null,
        stages: new Map(indicators.map(({ indicator, stage }: any) => [indicator.code, stage])),
      },
    ]),
  );
}

interface Told {
  trial: any;
  was: ReadonlyMap<string, Standing>;
  is: ReadonlyMap<string, Standing>;
}

/** Holds what was told of a school against what came; how much of it could be said, and how much not. */
function compare(
  told: Story,
  code: string,
  { code: commune, institution, said }: Placed,
  { trial, was, is }: Told,
): { definite: number; open: number } {
  const { summary } = trial.units.find(({ unit }: any) => unit.code === commune);
  const listed = trial.institutions.find((each: any) => each.institution.id === institution);
  const [before, after] = [was.get(institution)!, is.get(institution)!];
  const missing = unanswered(told, said).map((at) => questionCode(code, at));
  const counted = { definite: 0, open: 0 };
  expect(summary.institutions).toBe(1);

  const [level = { level: null, institutions: 1 }, ...more] = summary.levels;
  expect(more).toEqual([]);
  const levelOpen = summary.levels.length > 0 && level.level === null;
  if (levelOpen) counted.open += 1;
  else {
    counted.definite += 1;
    expect({ level: level.level }).toEqual({ level: after.level });
    if (said.before)
      expect([summary.levelUp, summary.levelDown]).toEqual(moved(before.level, after.level));
  }
  for (const { indicator, unknown, up, down, ...counts } of summary.indicators) {
    const { completed, inProgress, notStarted } = counts;
    const stage = after.stages.get(indicator) ?? null;
    if (unknown === 1) {
      counted.open += 1;
      expect([completed, inProgress, notStarted, up, down]).toEqual([0, 0, 0, 0, 0]);
      // Every other school has an answer.
      expect(missing).not.toEqual([]);
      continue;
    }
    counted.definite += 1;
    expect({ indicator, counts }).toEqual({
      indicator,
      counts: {
        completed: Number(stage === 'COMPLETED'),
        inProgress: Number(stage === 'IN_PROGRESS'),
        notStarted: Number(stage === 'NOT_STARTED'),
      },
    });
    const [from, to] = [before.stages.get(indicator) ?? null, stage];
    expect({ indicator, moves: [up, down] }).toEqual({
      indicator,
      moves: moved(rank(from), rank(to)),
    });
  }
  if (levelOpen) expect(missing).not.toEqual([]);
  expect(summary.unknown).toBe(Number(counted.open > 0));
  const moves =
    summary.levelUp + summary.levelDown > 0 ||
    summary.indicators.some(({ up, down }: any) => up + down > 0);
  expect(listed !== undefined).toBe(moves || counted.open > 0);
  if (listed) expect([...listed.unasked].sort()).toEqual(missing.sort());
  return counted;
}

const rank = (stage: string | null) =>
  stage === null ? null : ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'].indexOf(stage);

/** Whether something went up, and down; neither where one of the two is not there. */
function moved(from: number | null, to: number | null): [up: number, down: number] {
  if (from === null || to === null) return [0, 0];
  return [Number(to > from), Number(to < from)];
}
