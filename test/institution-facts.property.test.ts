import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyCounts } from '../src/counts/progress-count.service.js';
import { publish } from '../src/database/publish.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { importUnits } from '../src/units/unit.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
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
});
afterAll(() => hub.close());

const COMMUNES = ['00001', '00002', '00003'];
const VALUES = {
  name: ['Trường Một', 'Trường Hai', 'Trường Ba'],
  kind: ['PRIMARY_SCHOOL', 'COLLEGE', 'UNIVERSITY'],
  ownership: ['PUBLIC', 'PRIVATE'],
  unit_code: COMMUNES,
};
type Column = keyof typeof VALUES;
const COLUMNS = Object.keys(VALUES) as Column[];
const DAYS = ['2021-01-01', '2022-06-15', '2023-09-05', '2024-12-31', '2025-01-01', '2025-07-01'];
const SCHOOLS = 4;

/** What is said of one school in one column, from a day on or as a correction. */
const change = fc.record({
  school: fc.nat(SCHOOLS - 1),
  column: fc.constantFrom(...COLUMNS),
  value: fc.nat(2),
  day: fc.option(fc.constantFrom(...DAYS), { freq: 3 }),
});
const probe = fc.record({ day: fc.constantFrom(...DAYS, '2026-11-01'), moment: fc.nat(9999) });

/** By school and column, the values by the day since when they hold; '' is since ever. */
type World = Map<string, Record<Column, Map<string, string>>>;
const world: World = new Map();
/** What was known after each import. */
const known: { at: Date; world: World }[] = [];
let runs = 0;

test('whatever changes with its day, figures, lists and names are those of the date, and stay as they were known', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 5, maxLength: 14 }),
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
        for (const { school, column, value, day } of changes)
          await take(
            `system,code,changed_on,${column}`,
            `T,${prefix}-${school},${day ?? ''},${VALUES[column][value % VALUES[column].length]}`,
          );
        for (const { day, moment } of probes) {
          const { at, world } = known[moment % known.length]!;
          await compareFigures(day, world, at);
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
  if (changed) known.push({ at: moment, world: structuredClone(world) });
}

function lastDay(values: Map<string, string>, on: string): string {
  return [...values.keys()]
    .filter((day) => day <= on)
    .sort()
    .at(-1)!;
}

function valueOn(values: Map<string, string>, on: string): string {
  return values.get(lastDay(values, on))!;
}

/** What each school is on a day. */
function schoolsOn(world: World, day: string) {
  return [...world].map(([code, columns]) => ({
    code,
    name: valueOn(columns.name, day),
    kind: valueOn(columns.kind, day),
    ownership: valueOn(columns.ownership, day),
    unit: valueOn(columns.unit_code, day),
  }));
}

async function compareFigures(day: string, then: World, at: Date): Promise<void> {
  const asked = ['01', ...COMMUNES];
  const fields = (knownAt: string) =>
    `progress(asOf: "${day}"${knownAt}, pillars: [DIGITAL_GOVERNANCE]) { lines { pillar institutions } }`;
  const data = await hub.data(
    `{ ${asked
      .map(
        (code) => `u${code}: administrativeUnit(code: "${code}", on: "${day}") {
          now: ${fields('')} then: ${fields(`, knownAt: "${at.toISOString()}"`)} }`,
      )
      .join('\n')} }`,
  );
  const counts = (world: World, unit: string) => {
    const inside = schoolsOn(world, day).filter((school) => unit === '01' || school.unit === unit);
    return ['PRIMARY_SCHOOL', 'COLLEGE'].map(
      (kind) => inside.filter((school) => school.kind === kind).length,
    );
  };
  const lines = ({ lines }: any) =>
    lines.filter(({ pillar }: any) => pillar !== null).map(({ institutions }: any) => institutions);
  for (const code of asked) {
    const unit = data[`u${code}`];
    expect({ day, code, now: lines(unit.now) }).toEqual({ day, code, now: counts(world, code) });
    expect({ day, at, then: lines(unit.then) }).toEqual({ day, at, then: counts(then, code) });
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

/** Whether a value ever holds: another of the same day would have taken its place. */
function shows(values: Map<string, string>, value: string): boolean {
  return [...values.values()].includes(value);
}
