import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { publish } from '../src/database/publish.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { importUnits } from '../src/units/unit.import.js';
import {
  COLUMNS,
  COMMUNES,
  lastDay,
  schoolsOn,
  shows,
  valueOn,
  VALUES,
  type Column,
  type World,
} from './support/dated-schools.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { changePlan, lastMoment } from './support/planning.js';

let hub: TestHub;
let planner: Headers;
let plan: string;
beforeAll(async () => {
  hub = await startHub({ now: () => new Date('2026-11-23T00:00:00Z') });
  await publish(hub.em, (em) =>
    importUnits(
      em,
      csv(
        'kind,code,name,parent_code',
        'PROVINCE,01,Tỉnh,',
        ...COMMUNES.map((code) => `COMMUNE,${code},Xã ${code},01`),
      ),
    ),
  );
  const unit = await idOfUnit(hub, '01', '2026-11-23');
  planner = await signIn(hub, { role: 'PLANNER', unit });
  const { created } = await hub.data(
    'mutation ($input: PlanCreateInput!) { created: planCreate(input: $input) { plan { id } } }',
    {
      input: {
        ...{ document: 'KH-01', titleVi: 'Kế hoạch', titleEn: 'Plan', issuer: 'UBND' },
        ...{ unit, sourceStatus: 'ILLUSTRATIVE' },
      },
    },
    planner,
  );
  plan = created.plan.id;
});
afterAll(() => hub.close());

const PILLAR = 'DIGITAL_GOVERNANCE';
const DAYS = ['2021-01-01', '2022-06-15', '2023-09-05', '2024-12-31', '2025-01-01', '2025-07-01'];
const SCHOOLS = 4;
const GROUPS = ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'] as const;

/** What is said of one school in one column, from a day on or as a correction. */
const schoolChange = fc.record({
  school: fc.nat(SCHOOLS - 1),
  column: fc.constantFrom(...COLUMNS),
  value: fc.nat(2),
  day: fc.option(fc.constantFrom(...DAYS), { freq: 3 }),
});
/** A target that is set for a group, or removed. */
const targetChange = fc.record({
  group: fc.constantFrom(...GROUPS),
  percent: fc.option(fc.integer({ min: 1, max: 100 })),
});
const probe = fc.record({ day: fc.constantFrom(...DAYS, '2026-11-01'), moment: fc.nat(9999) });

const world: World = new Map();
/** The percentage that the target of each group wants. */
type Targets = Map<string, number>;
const targets: Targets = new Map();
/** What was known after each change. */
const known: { at: Date; world: World; targets: Targets }[] = [];
let runs = 0;

test('whatever changes with its day, figures, lists and names are those of the date, and stay as they were known', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: schoolChange }, targetChange), {
        minLength: 5,
        maxLength: 14,
      }),
      fc.array(probe, { minLength: 6, maxLength: 6 }),
      async (changes, probes) => {
        const prefix = `R${(runs += 1)}`;
        await take(
          'system,code,name,kind,levels,ownership,unit_code',
          ...Array.from(
            { length: SCHOOLS },
            (_, index) =>
              `T,${prefix}-${index},Trường Một,PRIMARY_SCHOOL,PRIMARY,PUBLIC,${COMMUNES[index % 3]}`,
          ),
        );
        for (const change of changes) {
          if ('group' in change) await aim(change.group, change.percent);
          else {
            const { school, column, value, day } = change;
            await take(
              `system,code,changed_on,${column}`,
              `T,${prefix}-${school},${day ?? ''},${VALUES[column][value % VALUES[column].length]}`,
            );
          }
        }
        for (const { day, moment } of probes) {
          const { at, world, targets } = known[moment % known.length]!;
          await compareFigures(day, { world, targets }, at);
          await comparePeriods(day, world, at);
          await compareLists(day);
        }
        expect(await verifyCounts(hub.em)).toEqual([]);
      },
    ),
    { numRuns: 12, interruptAfterTimeLimit: 120_000 },
  );
}, 300_000);

/** Imports a file and keeps in the naive way what is so from then on. */
async function take(header: string, ...rows: string[]): Promise<void> {
  const columns = header.split(',');
  let moment = new Date(0);
  const { changed } = await publish(hub.em, (em, knownAt) => {
    moment = knownAt;
    return importInstitutions(em, csv(header, ...rows), knownAt, { acceptLikelyDuplicates: true });
  });
  let differs = false;
  for (const row of rows) {
    const cells = Object.fromEntries(row.split(',').map((cell, index) => [columns[index]!, cell]));
    if (!world.has(cells.code!)) {
      differs = true;
      const first = COLUMNS.map((column) => [column, new Map([['', cells[column]!]])] as const);
      world.set(cells.code!, Object.fromEntries(first) as Record<Column, Map<string, string>>);
      continue;
    }
    for (const column of COLUMNS) {
      if (cells[column] === undefined) continue;
      const values = world.get(cells.code!)![column];
      const since = cells.changed_on || lastDay(values, '2026-11-01');
      if (valueOn(values, since) === cells[column]) continue;
      values.set(since, cells[column]);
      differs = true;
    }
  }
  expect(changed).toBe(differs);
  if (changed) remember(moment);
}

/** Sets the target of a group, or removes it. */
async function aim(group: string, percent: number | null): Promise<void> {
  const wanted = { pillar: PILLAR, year: 2030, sourceStatus: 'ILLUSTRATIVE' };
  if (percent !== null) {
    targets.set(group, percent);
    await changePlan(hub, planner, plan, 'targetSet', { plan, group, percent, ...wanted });
  } else if (targets.delete(group)) {
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on Plan { targets { id group } } } }',
      { id: plan },
    );
    const { id } = node.targets.find((each: any) => each.group === group);
    await changePlan(hub, planner, plan, 'targetRemove', { id });
  }
  remember(new Date(await lastMoment(hub)));
}

function remember(at: Date): void {
  known.push({ at, world: structuredClone(world), targets: new Map(targets) });
}

type Known = Pick<(typeof known)[number], 'world' | 'targets'>;

async function compareFigures(day: string, then: Known, at: Date): Promise<void> {
  const asked = ['01', ...COMMUNES];
  const fields = (knownAt: string) =>
    `progress(asOf: "${day}"${knownAt}, pillars: [${PILLAR}]) {
      lines { institutions targets { institutionsToGo target { percent } } } }`;
  const data = await hub.data(
    `{ ${asked
      .map(
        (code) => `u${code}: administrativeUnit(code: "${code}", on: "${day}") {
          now: ${fields('')} then: ${fields(`, knownAt: "${at.toISOString()}"`)} }`,
      )
      .join('\n')} }`,
  );
  // Nobody has reported, so all that a target wants are still to go.
  const lines = ({ world, targets }: Known, unit: string) => {
    const inside = schoolsOn(world, day).filter((school) => unit === '01' || school.unit === unit);
    return GROUPS.map((group) => {
      const kind = group === 'GENERAL_EDUCATION' ? 'PRIMARY_SCHOOL' : 'COLLEGE';
      const institutions = inside.filter((school) => school.kind === kind).length;
      const percent = targets.get(group);
      const toGo = Math.ceil((institutions * (percent ?? 0)) / 100);
      return {
        institutions,
        targets: percent === undefined ? [] : [{ institutionsToGo: toGo, target: { percent } }],
      };
    });
  };
  for (const code of asked) {
    const { now, then: before } = data[`u${code}`];
    expect({ day, code, now: now.lines }).toEqual({
      ...{ day, code },
      now: lines({ world, targets }, code),
    });
    expect({ day, at, before: before.lines }).toEqual({ day, at, before: lines(then, code) });
  }
}

async function comparePeriods(day: string, then: World, at: Date): Promise<void> {
  const codes = [...then.keys()].slice(-SCHOOLS);
  const data = await hub.data(
    `{ ${codes
      .map(
        (code, index) => `s${index}: institution(code: "${code}") {
          periods(knownAt: "${at.toISOString()}") {
            validFrom validTo name kind ownership unit { code } } }`,
      )
      .join('\n')} }`,
  );
  const told = codes.map((code, index) => {
    const found = data[`s${index}`].periods.find(
      ({ validFrom, validTo }: any) => (validFrom ?? '') <= day && day <= (validTo ?? '9'),
    );
    const { name, kind, ownership, unit } = found;
    return { code, name, kind, ownership, unit: unit.code };
  });
  expect({ day, at, told }).toEqual({ day, at, told: schoolsOn(then, day).slice(-SCHOOLS) });
}

async function compareLists(day: string): Promise<void> {
  const schools = schoolsOn(world, day);
  const { all, some, named } = await hub.data(`{
    all: institutions(first: 100, orderBy: CODE, filter: { on: "${day}" }) {
      nodes { code name kind ownership unit(on: "${day}") { code } } }
    some: institutions(first: 1, filter: { on: "${day}", kinds: [COLLEGE], ownership: PRIVATE }) { totalCount }
    named: institutions(first: 1, filter: { on: "${day}", search: "truong hai" }) { totalCount }
  }`);
  const told = all.nodes.map(({ unit, ...node }: any) => ({ ...node, unit: unit.code }));
  const byCode = schools.sort((a, b) => (a.code < b.code ? -1 : 1)).slice(0, 100);
  expect({ day, told }).toEqual({ day, told: byCode });
  expect({ day, some: some.totalCount }).toEqual({
    day,
    some: schools.filter(({ kind, ownership }) => kind === 'COLLEGE' && ownership === 'PRIVATE')
      .length,
  });
  expect(named.totalCount).toBe(
    [...world.values()].filter(({ name }) => shows(name, 'Trường Hai')).length,
  );
}
