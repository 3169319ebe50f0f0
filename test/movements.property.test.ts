import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '../src/shared/dates.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { LAST_DAY, UNIT_CODES } from './support/naive-country.js';
import type { Line } from './support/naive-model.js';
import { DATES, firstInstitutions, operations, perform } from './support/naive-operations.js';
import { NaiveWorld } from './support/naive-world.js';

const RUNS = 20;
const PROBES = 8;
const COUNTERS = ['institutions', 'completed', 'reported', 'notApplicable'] as const;
type Counts = Record<(typeof COUNTERS)[number], number>;

const choice = fc.nat({ max: 9999 });
const when = fc.constantFrom('BEFORE' as const, 'AT' as const, 'NOW' as const, 'NOW' as const);
const probe = fc.record({
  unit: choice,
  dates: fc.tuple(choice, choice),
  moments: fc.tuple(choice, choice),
  when: fc.tuple(when, when),
  restated: fc.boolean(),
});
/** Reports of a few institutions again and again, so that what they say falls back and is corrected. */
const reports = fc.array(
  fc.record({
    type: fc.constant('REPORT' as const),
    institution: fc.nat({ max: 2 }),
    round: choice,
    levels: fc.constantFrom([2, 2, 2, 2], [2, 2, 2, 2], [0, 2, 2, 2], [1, 1, 1, 1]),
    decision: fc.constant('APPROVED' as const),
  }),
  { minLength: 10, maxLength: 16 },
);
type Probe = typeof probe extends fc.Arbitrary<infer Each> ? Each : never;

interface Question {
  unit: string;
  from: LocalDate;
  to: LocalDate;
  knownFrom: number;
  knownTo: number;
  restated: boolean;
}

test('whatever happens, the parts of every change add up to the difference of progress, each institution in one part', async () => {
  await fc.assert(
    fc.asyncProperty(
      operations,
      reports,
      fc.array(probe, { minLength: PROBES, maxLength: PROBES }),
      async (story, again, probes) => {
        const hub = await startHub({
          now: () => new Date('2099-01-01T00:00:00Z'),
          limits: UNBOUNDED,
        });
        try {
          const world = await NaiveWorld.create(hub.em);
          await world.record(...firstInstitutions());
          for (const operation of [...story, ...again]) await perform(world, operation);

          for (const each of probes) await compareUnit(hub, world, questionOf(world, each));
          for (const each of probes.slice(0, 3)) {
            const [from, to] = datesOf(each);
            await compareCountry(hub, world, from, to);
            await compareMovers(hub, world, from, to);
          }
        } finally {
          await hub.close();
        }
      },
    ),
    { numRuns: RUNS, interruptAfterTimeLimit: 180_000 },
  );
}, 600_000);

const at = <Item>(list: readonly Item[], place: number): Item => list[place % list.length]!;

function datesOf({ dates }: Probe): LocalDate[] {
  return dates.map((date) => at(DATES, date)).sort();
}

/** A question that is allowed: dates and moments in order, and no date past the last day of the unit. */
function questionOf(world: NaiveWorld, each: Probe): Question {
  const { model, moments } = world;
  const chosen = at(model.known('UNIT'), each.unit);
  const [knownFrom, knownTo] = each.when
    .map((how, index) => {
      const moment = at(moments, each.moments[index]!);
      return how === 'NOW' ? Infinity : how === 'AT' ? moment : moment - 1;
    })
    .sort((a, b) => (a === b ? 0 : a - b)) as [number, number];
  // Of a unit that was recorded later, the last day of now.
  const clipped = (date: LocalDate, knownAt: number) => {
    const lastDay = model.lastDayOf(chosen.unit, chosen.at <= knownAt ? knownAt : Infinity);
    return lastDay !== null && date > lastDay ? lastDay : date;
  };
  const [first, second] = datesOf(each) as [LocalDate, LocalDate];
  const to = clipped(second, knownTo);
  const from = [clipped(first, knownFrom), to].sort()[0]!;
  const begins = chosen.from ?? '';
  return {
    unit: chosen.unit,
    from,
    to,
    knownFrom,
    knownTo,
    restated: each.restated || from < begins || to < begins,
  };
}

const unitField = (world: NaiveWorld, unit: string) => {
  const { kind, code } = UNIT_CODES.get(unit)!;
  return `administrativeUnit(code: "${code}", kind: ${kind}, on: "${world.model.unit(unit).from ?? LAST_DAY}")`;
};
const moment = (name: string, knownAt: number) =>
  knownAt === Infinity ? '' : `, ${name}: "${new Date(knownAt).toISOString()}"`;
const FIGURES = COUNTERS.join(' ');
const LINES = `lines {
  group indicator { code } before { ${FIGURES} } after { ${FIGURES} } difference { ${FIGURES} }
  parts { reason count difference { ${FIGURES} } changed(first: 100) { totalCount nodes {
    institution { code } before { counted unit { code } stage } after { counted unit { code } stage } } } } }`;

async function compareUnit(hub: TestHub, world: NaiveWorld, question: Question): Promise<void> {
  const { unit, from, to, knownFrom, knownTo, restated } = question;
  const basis = `basis: ${restated ? 'CURRENT_UNITS' : 'AS_REPORTED'}`;
  const report = (asOf: LocalDate, knownAt: number) =>
    `progress(asOf: "${asOf}", ${basis} ${moment('knownAt', knownAt)}) { lines { group indicator { code } ${FIGURES} } }`;
  const field = unitField(world, unit);
  const { found, before, after } = await hub.data(
    `{ found: ${field} { id } before: ${field} { ${report(from, knownFrom)} } after: ${field} { ${report(to, knownTo)} } }`,
  );
  // Left out, the moment of the first date is that of the second.
  const known =
    knownFrom === knownTo
      ? moment('knownTo', knownTo)
      : moment('knownFrom', knownFrom) + moment('knownTo', knownTo);
  const { progressChange } = await hub.data(
    `{ progressChange(unit: "${found.id}", from: "${from}", to: "${to}", ${basis} ${known}) { ${LINES} } }`,
  );
  expect({ question, ends: endsOf(progressChange) }).toEqual({
    question,
    ends: before.progress.lines.map(({ group, indicator, ...counts }: any, index: number) => {
      const { group: _, indicator: __, ...later } = after.progress.lines[index];
      return { group, indicator, before: counts, after: later };
    }),
  });
  checkParts(question, progressChange);
  checkReasons(world, question, progressChange);
}

const endsOf = ({ lines }: any) =>
  lines.map(({ group, indicator, before, after }: any) => ({ group, indicator, before, after }));

/** The law: the parts add up, and nobody is in two of them. */
function checkParts(question: unknown, { lines }: any): void {
  for (const { group, indicator, before, after, difference, parts } of lines) {
    const line = { question, group, indicator };
    const total = sumOf(parts.map((part: any) => part.difference));
    const expected = Object.fromEntries(
      COUNTERS.map((counter) => [counter, after[counter] - before[counter]]),
    );
    expect({ ...line, difference }).toEqual({ ...line, difference: expected });
    expect({ ...line, total }).toEqual({ ...line, total: expected });
    const listed = parts.flatMap(({ changed }: any) =>
      changed.nodes.map(({ institution }: any) => institution.code),
    );
    expect({ ...line, twice: listed.length - new Set(listed).size }).toEqual({ ...line, twice: 0 });
    for (const { reason, count, changed } of parts)
      expect({ ...line, reason, listed: [changed.totalCount, changed.nodes.length] }).toEqual({
        ...line,
        reason,
        listed: [count, count],
      });
  }
}

function sumOf(all: Counts[]): Counts {
  const total: Counts = { institutions: 0, completed: 0, reported: 0, notApplicable: 0 };
  for (const each of all) for (const counter of COUNTERS) total[counter] += each[counter];
  return total;
}

/** What the reasons say of places is so by the log of the naive model. */
function checkReasons(world: NaiveWorld, question: Question, { lines }: any): void {
  const { model } = world;
  const { unit, restated } = question;
  for (const { parts } of lines)
    for (const { reason, changed } of parts)
      for (const node of changed.nodes) {
        const [was, is] = (['from', 'to'] as const).map((end) => {
          const knownAt = end === 'from' ? question.knownFrom : question.knownTo;
          const place = model.location(node.institution.code, question[end], knownAt);
          const units = restated ? model.lineage(unit, knownAt) : [unit];
          return {
            operating: place !== undefined,
            inside: place != null && model.upwards(place).some((each) => units.includes(each)),
            code: place == null ? null : UNIT_CODES.get(place)!.code,
          };
        }) as [Then, Then];
        const expected = !was.operating
          ? ['OPENED']
          : !is.operating
            ? ['CLOSED']
            : was.inside === is.inside
              ? INSIDE
              : is.inside
                ? ['MOVED_IN', 'BORDERS_CHANGED']
                : ['MOVED_OUT', 'BORDERS_CHANGED'];
        const fits = expected.includes(reason);
        expect({ question, reason, node, fits }).toEqual({ question, reason, node, fits: true });
        expect([node.before.unit?.code ?? null, node.after.unit?.code ?? null]).toEqual([
          was.code,
          is.code,
        ]);
      }
}

interface Then {
  operating: boolean;
  inside: boolean;
  code: string | null;
}
const INSIDE = [
  'KIND_CHANGED',
  'CRITERIA_CHANGED',
  'CORRECTED',
  'NEWLY_COMPLETED',
  'FELL_BACK',
  'NEWLY_REPORTED',
];

/** The country is all provinces of the two dates, counted by the naive model. */
async function compareCountry(
  hub: TestHub,
  world: NaiveWorld,
  from: LocalDate | undefined,
  to: LocalDate | undefined,
): Promise<void> {
  const { model } = world;
  const { progressChange } = await hub.data(
    `{ progressChange(from: "${from}", to: "${to}") { ${LINES} } }`,
  );
  const provinces = model.known('UNIT').filter(({ tier }) => tier === 'PROVINCE');
  const country = (asOf: LocalDate) =>
    provinces
      .map(({ unit }) => model.progress(unit, asOf, Infinity, false))
      .reduce((sum, lines) => sum.map((line, index) => added(line, lines[index]!)));
  const question = { from, to };
  expect({ question, ends: endsOf(progressChange) }).toEqual({
    question,
    ends: country(from!).map((before, index) => ({
      group: before.group,
      indicator: { code: before.pillar ?? 'ALL_FOUR' },
      before: countsOf(before),
      after: countsOf(country(to!)[index]!),
    })),
  });
  checkParts(question, progressChange);
}

const countsOf = (line: Line): Counts => {
  const { institutions, completed, reported, notApplicable } = line;
  return { institutions, completed, reported, notApplicable };
};
const added = (one: Line, other: Line): Line => ({
  ...one,
  ...sumOf([countsOf(one), countsOf(other)]),
});

/** Every commune of one of the dates is listed, with the figures of the naive model or none. */
async function compareMovers(
  hub: TestHub,
  world: NaiveWorld,
  from: LocalDate | undefined,
  to: LocalDate | undefined,
): Promise<void> {
  const { model } = world;
  const { progressMovers } = await hub.data(
    `{ progressMovers(unitKind: COMMUNE, from: "${from}", to: "${to}", group: GENERAL_EDUCATION
        indicator: "STANDARDIZED_DATA", orderBy: { figure: COMPLETED }, first: 100) {
      totalCount nodes { rank unit { code validFrom } before { ${FIGURES} } after { ${FIGURES} } difference { completed } } } }`,
  );
  const communes = model.known('UNIT').filter(({ tier }) => tier === 'COMMUNE');
  const expected = communes.flatMap(({ unit, from: begins }) => {
    const lastDay = model.lastDayOf(unit);
    const on = (date: LocalDate) => {
      const exists = (begins ?? '') <= date && (lastDay === null || date <= lastDay);
      const lines = exists ? model.progress(unit, date, Infinity, false) : [];
      const line = lines.find(
        ({ group, pillar }) => group === 'GENERAL_EDUCATION' && pillar === 'STANDARDIZED_DATA',
      );
      return line ? countsOf(line) : null;
    };
    const [before, after] = [on(from!), on(to!)];
    if (!before && !after) return [];
    const difference = before && after && { completed: after.completed - before.completed };
    return [
      {
        unit: { code: UNIT_CODES.get(unit)!.code, validFrom: begins },
        before,
        after,
        difference,
      },
    ];
  });
  const question = { from, to };
  const byUnit = (a: any, b: any) => (keyOf(a) < keyOf(b) ? -1 : 1);
  const { nodes, totalCount } = progressMovers;
  const told = nodes.map(({ rank: _, ...mover }: any) => mover);
  expect({ question, movers: [...told].sort(byUnit) }).toEqual({
    question,
    movers: expected.sort(byUnit),
  });
  expect(totalCount).toBe(nodes.length);
  for (const { rank, difference } of nodes) {
    const larger = nodes.filter(
      (other: any) =>
        difference &&
        other.difference &&
        Math.abs(other.difference.completed) > Math.abs(difference.completed),
    );
    expect(rank).toBe(difference ? larger.length + 1 : null);
  }
}

const keyOf = ({ unit }: any) => `${unit.code} ${unit.validFrom ?? ''}`;
