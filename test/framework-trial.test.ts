import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recordFramework } from '../src/frameworks/framework.service.js';
import { readFramework } from '../src/frameworks/read-framework.js';
import { publish } from '../src/database/publish.js';
import { toGlobalId } from '../src/graphql/node.js';
import { referenceFramework } from '../seeds/reference/frameworks.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { now } from './support/reporting.js';

const TRIAL = `query Trial($framework: ID!, $unit: ID!, $asOf: LocalDate) {
  trial: frameworkTrial(framework: $framework, unit: $unit, asOf: $asOf) {
    asOf
    inForce { code version }
    summary { ...Summary }
    units { unit { code } summary { ...Summary } }
    institutions(first: 100) {
      institution { code } level levelMove unasked indicators { indicator stage move }
    }
  }
}
fragment Summary on TrialSummary {
  institutions unknown levelUp levelDown
  levels { level institutions }
  indicators { indicator completed inProgress notStarted unknown up down }
}`;
const AS_OF = '2025-06-30';

let hub: TestHub;
let province: string;
let planner: Headers;
let fourPillar: string;
async function idOf(code: string): Promise<string> {
  const { frameworks } = await hub.data('{ frameworks { id code } }');
  return frameworks.find((each: any) => each.code === code).id;
}
const trialOf = async (framework: string, asOf = AS_OF): Promise<any> =>
  (await hub.data(TRIAL, { framework, unit: province, asOf }, planner)).trial;

beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  province = await idOfUnit(hub, '67', AS_OF);
  planner = await signIn(hub, { role: 'PLANNER', unit: province });
  fourPillar = await idOf('four-pillar');
});
afterAll(() => hub.close());

test('the framework in force, tried on its own answers, gives the figures of the day and moves nobody', async () => {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "67", kind: PROVINCE, on: "${AS_OF}") {
      progress(asOf: "${AS_OF}") { lines { pillar institutions completed reported } } } }`,
  );
  const lines = administrativeUnit.progress.lines.filter(({ pillar }: any) => pillar !== null);
  const sumOf = (pillar: string, figure: string) =>
    lines
      .filter((line: any) => line.pillar === pillar)
      .reduce((sum: number, line: any) => sum + line[figure], 0);

  const { summary, units, inForce } = await trialOf(fourPillar);

  expect(inForce).toEqual({ code: 'four-pillar', version: 1 });
  for (const { indicator, ...counts } of summary.indicators) {
    expect(counts).toMatchObject({ completed: sumOf(indicator, 'completed'), up: 0, down: 0 });
    expect(counts.completed).toBeGreaterThan(0);
    expect(counts.unknown).toBe(sumOf(indicator, 'institutions') - sumOf(indicator, 'reported'));
  }
  const within = units.reduce((sum: number, each: any) => sum + each.summary.institutions, 0);
  expect(within).toBeGreaterThan(0);
  expect(within).toBeLessThanOrEqual(summary.institutions);
});

test('a further framework that the round asked gives the levels of the day and moves nobody', async () => {
  const { summary, inForce } = await trialOf(await idOf('decision-4725-unconfirmed'));
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "67", kind: PROVINCE, on: "${AS_OF}") {
      progress(asOf: "${AS_OF}", indicators: ["decision-4725-level-2"]) { lines { institutions completed reported } } } }`,
  );
  const [line] = administrativeUnit.progress.lines;
  const [ofLevel2] = summary.indicators;

  expect(inForce).toEqual({ code: 'decision-4725-unconfirmed', version: 1 });
  expect(line.reported).toBeGreaterThan(line.completed);
  expect(line.completed).toBeGreaterThan(0);
  expect(ofLevel2).toMatchObject({ completed: line.completed, up: 0, down: 0 });
  expect(summary).toMatchObject({ unknown: line.institutions - line.reported, levelUp: 0 });
});

test('another framework says what it can by the questions that both ask, and changes nothing', async () => {
  const file = await notAskedYet();
  let id = 0;
  await publish(hub.em, async (em) => {
    id = await recordFramework(em, file);
    return { changed: true };
  });
  const published = await hub.em.execute('select revision from publication');

  const trial = await trialOf(toGlobalId('Framework', id));

  expect(trial.summary.unknown).toBe(trial.summary.institutions);
  const [school] = trial.institutions.filter(({ unasked }: any) => unasked.length < 29);
  expect(school.unasked).not.toContain('O5');
  expect(school.unasked.length).toBeGreaterThan(20);
  expect(await hub.em.execute('select revision from publication')).toEqual(published);
});

/** The set of Decision 4725 with questions of its own but for those that it shares. */
async function notAskedYet() {
  const text = JSON.stringify(await referenceFramework('decision-4725-unconfirmed'));
  const other = text
    .replaceAll('4725-unconfirmed', '4799')
    .replaceAll('decision-4725-level', 'decision-4799-level')
    .replaceAll('"4725-', '"4799-');
  return readFramework(other).file!;
}

test('is for planners of the unit only', async () => {
  const ask = async (headers: Headers) =>
    (await hub.data(TRIAL, { framework: fourPillar, unit: province }, headers)).trial;

  expect(await ask(planner)).not.toBeNull();
  expect(await ask({})).toBeNull();
  expect(await ask(await signIn(hub, { role: 'OPERATOR' }))).toBeNull();
});
