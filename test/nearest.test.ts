import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { searchable } from '../src/shared/text.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { signIn, type Headers } from './support/people.js';
import { castOf, now, type Cast } from './support/reporting.js';
import { AS_OF, askedOf, NEW, OLD, walk } from './support/walk.js';

let hub: TestHub;
let cast: Cast;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  cast = await castOf(hub);
});
afterAll(() => hub.close());

const NEAREST = `nearest(first: $first) {
  rank missingPoints unmetCriteria
  institution { id code }
  pillars { pillar stage points maxPoints pointsToThreshold unmet { criterion { code } value total } }
}`;

async function linesOf(
  who: Headers = {},
  assume: object[] = [],
  { first = 100, unit = OLD } = {},
): Promise<any[]> {
  const { administrativeUnit } = await hub.data(
    `query ($asOf: LocalDate!, $assume: [ProgressAssumptionInput!], $first: Int!) {
      administrativeUnit(${unit}) { progress(asOf: $asOf, assume: $assume) {
        lines { group pillar completed reported targets { institutionsToGo standing } ${NEAREST} } } } }`,
    { asOf: AS_OF, assume, first },
    who,
  );
  return administrativeUnit.progress.lines;
}

/** Who of the walk is near in a line, and by how much, counted in the most obvious way. */
function naiveNearest(institutions: any[], { group, pillar }: any, unmet?: Map<string, any[]>) {
  const near = institutions
    .filter((each) => each.group === group)
    .flatMap(({ code, name, pillars }) => {
      const needs = askedOf({ pillars }, pillar).filter(
        ({ stage }: any) => stage !== null && stage !== 'COMPLETED',
      );
      if (needs.length === 0) return [];
      const missing = needs.map(({ points, maxPoints }: any) =>
        Math.max(0, Math.round(maxPoints * 80 - points * 100) / 100),
      );
      const total = missing.reduce((sum: number, each: number) => sum + each, 0);
      const criteria = unmet
        ?.get(code)!
        .filter((each) => needs.some((need: any) => need.pillar === each.pillar)).length;
      return [
        { code, name: searchable(name), missingPoints: Math.round(total * 100) / 100, criteria },
      ];
    })
    .sort(
      (a, b) =>
        a.missingPoints - b.missingPoints ||
        (a.criteria ?? 0) - (b.criteria ?? 0) ||
        (a.name < b.name ? -1 : 1),
    );
  return near.map(({ code, missingPoints, criteria }, _index, all) => ({
    rank:
      1 +
      all.findIndex((each) => each.missingPoints === missingPoints && each.criteria === criteria),
    missingPoints,
    unmetCriteria: criteria ?? null,
    institution: { code },
  }));
}

/** The required criteria that the counted update of each does not meet, as a planner reads them. */
async function unmetOf(institutions: any[], who: Headers): Promise<Map<string, any[]>> {
  const reported = institutions.filter(({ pillars }) => pillars.some((each: any) => each.update));
  const found = new Map<string, any[]>();
  for (let start = 0; start < reported.length; start += 100) {
    const some = reported.slice(start, start + 100);
    const { nodes } = await hub.data(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on StatusUpdate { revisions { number entries {
        criterion { code pillar answerKind required minimum }
        selfValue selfTotal appraisedValue appraisedTotal
      } } } } }`,
      { ids: some.map(({ pillars }) => pillars.find((each: any) => each.update).update.id) },
      who,
    );
    for (const [index, { code, pillars }] of some.entries()) {
      const { revision } = pillars.find((each: any) => each.revision);
      const { entries } = nodes[index].revisions.find(({ number }: any) => number === revision);
      const unmet = entries.flatMap((entry: any) => {
        const { criterion, selfValue, selfTotal, appraisedValue, appraisedTotal } = entry;
        const value = appraisedValue ?? selfValue;
        const total = appraisedValue === null ? selfTotal : appraisedTotal;
        const reached = criterion.answerKind === 'SHARE' ? (value / total) * 100 : value;
        const met = value !== null && reached >= criterion.minimum;
        const { code, pillar } = criterion;
        return criterion.required && !met ? [{ pillar, code, value, total }] : [];
      });
      found.set(code, unmet);
    }
  }
  return found;
}

describe('the nearest institutions of a line', () => {
  test('are those that a walk finds closest to the threshold, for everybody', async () => {
    const institutions = await walk(hub);

    const lines = await linesOf();

    expect(lines).toHaveLength(10);
    for (const line of lines) {
      expect(line.nearest).toMatchObject(naiveNearest(institutions, line).slice(0, 100));
      expect(line.nearest.length).toBe(Math.min(100, line.reported - line.completed));
    }
  });

  test('show each pillar with what is missing, and no answer to the public', async () => {
    const institutions = new Map((await walk(hub)).map((each) => [each.code, each]));

    for (const { nearest, pillar } of await linesOf())
      for (const { institution, pillars, unmetCriteria } of nearest) {
        const asked = askedOf(institutions.get(institution.code), pillar);
        const open = asked.filter(({ stage }: any) => stage !== 'COMPLETED');
        expect(unmetCriteria).toBeNull();
        expect(pillars).toEqual(
          open.map(({ pillar, stage, points, maxPoints }: any) => ({
            pillar,
            stage,
            points,
            maxPoints,
            pointsToThreshold: Math.max(0, Math.round(maxPoints * 80 - points * 100) / 100),
            unmet: null,
          })),
        );
      }
  });

  test.each(['planner', 'reviewer'] as const)(
    'show a %s the required criteria that are not met, and those decide between equals',
    async (role) => {
      const institutions = await walk(hub);
      const unmet = await unmetOf(institutions, cast.planner);

      const lines = await linesOf(cast[role]);

      const codes = lines.flatMap(({ nearest }) => nearest.map((each: any) => each.unmetCriteria));
      expect(Math.max(...codes)).toBeGreaterThan(1);
      for (const line of lines) {
        expect(line.nearest).toMatchObject(naiveNearest(institutions, line, unmet).slice(0, 100));
        for (const { institution, pillars } of line.nearest)
          for (const each of pillars)
            expect(each.unmet).toEqual(
              unmet
                .get(institution.code)!
                .filter(({ pillar }) => pillar === each.pillar)
                .map(({ code, value, total }) => ({ criterion: { code }, value, total })),
            );
      }
    },
  );

  test('show a school its own answers only, in the order that everybody sees', async () => {
    const everybody = await linesOf();
    const { institution } = everybody[0].nearest[3];
    const school = await signIn(hub, { role: 'SCHOOL_ADMIN', institution: institution.id });

    const lines = await linesOf(school);

    const strip = (all: any[]) =>
      all.map(({ nearest }) =>
        nearest.map(({ rank, institution }: any) => [rank, institution.code]),
      );
    expect(strip(lines)).toEqual(strip(everybody));
    for (const { nearest } of lines)
      for (const each of nearest) {
        const own = each.institution.id === institution.id;
        expect(each.unmetCriteria === null).toBe(!own);
        for (const { unmet } of each.pillars) expect(unmet === null).toBe(!own);
      }
  });

  test('do not show a planner of another province the answers', async () => {
    const { administrativeUnits } = await hub.data(
      `{ administrativeUnits(first: 10, filter: { kind: PROVINCE, on: "${AS_OF}" }) { nodes { id code } } }`,
    );
    const other = administrativeUnits.nodes.find(({ code }: any) => code !== '67');

    const lines = await linesOf(await signIn(hub, { role: 'PLANNER', unit: other.id }));

    expect(lines).toEqual(await linesOf());
  });

  // What a unit took over was known only once it was recorded, so a moment before has it of the old unit.
  test.each([
    ['the moment', OLD, `knownAt: "2023-08-01T00:00:00Z"`, '2023-08-01T00:00:00Z'],
    ['the basis', NEW, 'basis: CURRENT_UNITS', undefined],
  ])('follow the date and %s of their report', async (_name, unit, asked, knownAt) => {
    const institutions = await walk(hub, knownAt);

    const { administrativeUnit } = await hub.data(
      `query ($first: Int!) { administrativeUnit(${unit}) {
        progress(asOf: "${AS_OF}", ${asked}) { lines { group pillar ${NEAREST} } } } }`,
      { first: 20 },
    );

    const { lines } = administrativeUnit.progress;
    expect(lines).toHaveLength(10);
    for (const line of lines)
      expect(line.nearest).toMatchObject(naiveNearest(institutions, line).slice(0, 20));
    const now = (await linesOf({}, [], { first: 20 }))[0].nearest;
    if (knownAt) expect(lines[0].nearest).not.toEqual(now);
    else expect(lines[0].nearest).toEqual(now);
  });

  test.each([0, 1, 2, 3, 4])(
    'lead line %d of a commune to its target: with as many as are to go assumed, they are gone',
    async (index) => {
      const unit = { unit: 'code: "24611", on: "2024-12-31"' };
      const { pillar, nearest, targets, completed } = (await linesOf({}, [], unit))[index];
      const toGo = targets[0].institutionsToGo;
      const assume = nearest.slice(0, toGo).map(({ institution }: any) => ({
        institution: institution.id,
        ...(pillar && { pillars: [pillar] }),
      }));

      const line = (await linesOf({}, assume, unit))[index];

      expect(toGo).toBeGreaterThan(0);
      expect(line.completed).toBe(completed + toGo);
      expect(line.targets[0]).toEqual({ institutionsToGo: 0, standing: 'ACHIEVED' });
      const order = (some: any[]) => some.map(({ institution }) => institution.code);
      expect(order(line.nearest)).toEqual(order(nearest.slice(toGo)));
    },
  );

  test('leave out who is assumed not to be completed: nobody knows what it would lack', async () => {
    const done = (await walk(hub)).find(({ pillars }) => pillars[0].stage === 'COMPLETED');
    const assume = [{ institution: done.id, pillars: ['DIGITAL_GOVERNANCE'], completed: false }];

    const lines = await linesOf({}, assume);

    const pillars = lines
      .filter(({ group }) => group === done.group)
      .map(({ pillar, nearest }) => [
        pillar,
        nearest.some(({ institution }: any) => institution.code === done.code),
      ]);
    expect(pillars).toContainEqual(['DIGITAL_GOVERNANCE', false]);
  });

  test('are a hundred at most', async () => {
    const { status, errors } = await hub.ask(
      `{ administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}", groups: [GENERAL_EDUCATION], pillars: [STANDARDIZED_DATA]) {
        lines { nearest(first: 100) { rank } } } } }`,
    );

    expect([status, errors]).toEqual([200, []]);
  });

  test.each([0, -1, 101])('are refused when first is %d', async (first) => {
    const { errors } = await hub.ask(
      `query ($first: Int!) { administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}", groups: [GENERAL_EDUCATION], pillars: [STANDARDIZED_DATA]) {
        lines { nearest(first: $first) { rank } } } } }`,
      { first },
    );

    expect(errors).toMatchObject([
      {
        message: `first is ${first}; it must be from 1 to 100.`,
        extensions: { code: 'INVALID_PAGE', argument: 'first' },
      },
    ]);
  });
});
