import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PlannerRankingDocument } from '../clients/typescript/src/generated/graphql.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { lastMoment } from './support/planning.js';
import { now } from './support/reporting.js';
import { AS_OF, lineOfWalk, NEW, OLD } from './support/walk.js';

const COUNTS = 'institutions completed reported inReview notReported notApplicable';
const FIGURES = `${COUNTS} carriedForward percent percentOfReported upperPercent coveragePercent`;
const TARGETS =
  'targets { target { year percent } standing gapPoints institutionsToGo pacePerYear }';
const PART = 'unit { id code name } kind ownership level specialStatus rank';

let hub: TestHub;
let old: string;
let present: string;
let schools: any[];
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  const found = await hub.data(`{ old: administrativeUnit(${OLD}) { id }
    present: administrativeUnit(${NEW}) { id } }`);
  old = found.old.id;
  present = found.present.id;
  schools = await walk();
});
afterAll(() => hub.close());

/** Every institution of the old province, with what it was on the date and its pillars. */
async function walk(asOf = AS_OF): Promise<any[]> {
  const all: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { unit }: any = await hub.data(
      `query ($after: String) { unit: administrativeUnit(${OLD}) {
        institutions(on: "${asOf}", first: 100, after: $after) {
          nodes { id code name group kind ownership levels specialStatus unit(on: "${asOf}") { kind code }
            pillars(asOf: "${asOf}") { pillar observation stage asOf } }
          pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    all.push(...unit.institutions.nodes);
    ({ endCursor: after, hasNextPage: more } = unit.institutions.pageInfo);
  }
  return all;
}

/** All rows, page by page. */
async function rowsOf(options: string, fields = `${PART} line { group pillar ${COUNTS} }`) {
  const all: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { breakdown }: any = await hub.data(
      `query ($after: String) { breakdown(first: 100, after: $after, ${options}) {
        nodes { ${fields} } totalCount pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    all.push(...breakdown.nodes);
    ({ endCursor: after, hasNextPage: more } = breakdown.pageInfo);
    if (!more) expect(all).toHaveLength(breakdown.totalCount);
  }
  return all;
}

const refusal = async (options: string) => {
  const { errors } = await hub.ask(`{ breakdown(${options}) { totalCount } }`);
  return errors.map(({ extensions }) => extensions.code);
};

describe('what institutions are', () => {
  const BY: [by: string, isOf: (row: any, school: any) => boolean][] = [
    ['KIND', (row, { kind }) => row.kind === kind],
    ['OWNERSHIP', (row, { ownership }) => row.ownership === ownership],
    ['LEVEL', (row, { levels }) => levels.includes(row.level)],
    ['SPECIAL_STATUS', (row, { specialStatus }) => row.specialStatus === specialStatus],
    [
      'KIND, OWNERSHIP',
      (row, { kind, ownership }) => row.kind === kind && row.ownership === ownership,
    ],
    [
      'LEVEL, SPECIAL_STATUS',
      (row, school) =>
        school.levels.includes(row.level) && row.specialStatus === school.specialStatus,
    ],
  ];

  test.each(BY)('by %s every row is what a walk counts', async (by, isOf) => {
    const rows = await rowsOf(`unit: "${old}", by: [${by}], asOf: "${AS_OF}"`);

    for (const row of rows) {
      const { group, pillar } = row.line;
      expect(row.line).toEqual(
        lineOfWalk(
          schools.filter((school) => isOf(row, school)),
          { group, pillar },
        ),
      );
    }
    // Nothing that the walk found has no row.
    for (const school of schools.filter(({ group }) => group !== null))
      expect(rows.some((row) => row.line.group === school.group && isOf(row, school))).toBe(true);
  });

  test('the rows add up to the line of the unit, and each opens its institutions', async () => {
    const rows = await rowsOf(
      `unit: "${old}", by: [KIND, OWNERSHIP], asOf: "${AS_OF}"`,
      `line { group pillar ${COUNTS} carriedForward targets { standing }
        completedOnes: counted(figure: COMPLETED, first: 100) { totalCount nodes { kind ownership } }
        late: counted(figure: NOT_REPORTED, first: 1) { totalCount } }
        kind ownership`,
    );
    const { unit } = await hub.data(`{ unit: administrativeUnit(${OLD}) {
      progress(asOf: "${AS_OF}") { lines { group pillar ${COUNTS} carriedForward } } } }`);

    const names = `${COUNTS} carriedForward`.split(' ');
    for (const line of unit.progress.lines) {
      const parts = rows.filter(
        (row) => row.line.group === line.group && row.line.pillar === line.pillar,
      );
      for (const name of names)
        expect([name, parts.reduce((total, row) => total + row.line[name], 0)]).toEqual([
          name,
          line[name],
        ]);
    }
    for (const { line, kind, ownership } of rows) {
      expect(line.completedOnes.totalCount).toBe(line.completed);
      expect(line.late.totalCount).toBe(line.notReported);
      for (const node of line.completedOnes.nodes) expect(node).toEqual({ kind, ownership });
      // A target of all schools says nothing of a part of them.
      expect(line.targets).toEqual([]);
    }
    expect(rows.some(({ line }) => line.completed > 0)).toBe(true);
  });

  test('as known before a change of ownership, and after it', async () => {
    const before = await lastMoment(hub);
    const asked = `unit: "${old}", by: [OWNERSHIP], asOf: "${AS_OF}", groups: [GENERAL_EDUCATION], indicators: ["ALL_FOUR"]`;
    const then = await rowsOf(`${asked}, knownAt: "${before}"`);

    expect(then).toEqual(await rowsOf(asked));
    expect(then.length).toBeGreaterThan(0);
  });

  test('of the country, together and by province', async () => {
    const asked = `asOf: "${AS_OF}", groups: [GENERAL_EDUCATION], pillars: [DIGITAL_OPERATIONS]`;

    const whole = await rowsOf(`by: [KIND], ${asked}`);
    const provinces = await rowsOf(`by: [UNIT, KIND], ${asked}`);

    expect(whole.length).toBeGreaterThan(1);
    for (const row of whole) {
      const parts = provinces.filter(({ kind }) => kind === row.kind);
      const total = parts.reduce((sum, { line }) => sum + line.institutions, 0);
      expect(total).toBe(row.line.institutions);
    }
  });
});

describe('units below', () => {
  const line = 'groups: [GENERAL_EDUCATION], pillars: [DIGITAL_GOVERNANCE]';

  test('two tiers down on a date, each as the unit itself says', async () => {
    const rows = await rowsOf(
      `unit: "${old}", by: [UNIT], unitKind: COMMUNE, asOf: "${AS_OF}"`,
      `unit { id progress(asOf: "${AS_OF}") { lines { group pillar ${FIGURES} ${TARGETS} } } }
       line { group pillar ${FIGURES} ${TARGETS} }`,
    );

    expect(new Set(rows.map(({ unit }) => unit.id)).size).toBeGreaterThan(60);
    for (const row of rows) expect(row.unit.progress.lines).toContainEqual(row.line);
    // Those whose commune is not known are in none.
    const placed = schools.filter(({ unit }) => unit?.kind === 'COMMUNE');
    const total = rows.filter(
      (row) => row.line.group === 'GENERAL_EDUCATION' && row.line.pillar === null,
    );
    expect(total.reduce((sum, row) => sum + row.line.institutions, 0)).toBe(
      lineOfWalk(placed, { group: 'GENERAL_EDUCATION', pillar: null }).institutions,
    );
    expect(placed.length).toBeLessThan(schools.length);
  });

  test('ranked by the gap to a target: equal gaps share a place, and what is unknown is last', async () => {
    const asked = `unit: "${present}", by: [UNIT], ${line}, targetYear: 2030`;
    const named = await rowsOf(asked, `unit { name } rank line { ${TARGETS} }`);
    const ranked = await rowsOf(
      `${asked}, orderBy: { figure: GAP_POINTS }`,
      `unit { name } rank line { ${TARGETS} }`,
    );
    const gapOf = (row: any): number | null =>
      row.line.targets.find(({ target }: any) => target.year === 2030)?.gapPoints ?? null;

    const known = named.filter((row) => gapOf(row) !== null);
    const expected = [
      ...known.toSorted((a, b) => gapOf(b)! - gapOf(a)!),
      ...named.filter((row) => gapOf(row) === null),
    ].map((row) => ({
      ...row,
      rank:
        gapOf(row) === null
          ? null
          : 1 + known.filter((other) => gapOf(other)! > gapOf(row)!).length,
    }));
    expect(ranked).toEqual(expected);
    expect(named.every(({ rank }) => rank === null)).toBe(true);
    expect(known.length).toBeGreaterThan(1);
  });

  test('the bottom is the top of the other direction', async () => {
    const asked = `unit: "${old}", by: [UNIT], unitKind: COMMUNE, asOf: "${AS_OF}", ${line}`;
    const by = (direction: string) => `orderBy: { figure: INSTITUTIONS, direction: ${direction} }`;

    const { breakdown } = await hub.data(`{ breakdown(${asked}, ${by('DESC')}, last: 10) {
      nodes { line { institutions } rank } pageInfo { hasPreviousPage } } }`);
    const smallest = await rowsOf(`${asked}, ${by('ASC')}`, 'line { institutions } rank');

    expect(breakdown.nodes.map((row: any) => row.line.institutions)).toEqual(
      smallest
        .slice(0, 10)
        .map((row) => row.line.institutions)
        .reverse(),
    );
    expect(breakdown.pageInfo.hasPreviousPage).toBe(true);
  });

  test('only those of some standings', async () => {
    const asked = `unit: "${old}", by: [UNIT], unitKind: COMMUNE, asOf: "${AS_OF}", ${line}, targetYear: 2025`;
    const fields = `unit { code } line { ${TARGETS} }`;
    const all = await rowsOf(asked, fields);
    const standingOf = (row: any) =>
      row.line.targets.find(({ target }: any) => target.year === 2025)?.standing;
    const standings = [...new Set(all.map(standingOf))].filter(Boolean);

    for (const standing of standings)
      expect(await rowsOf(`${asked}, standings: [${standing}]`, fields)).toEqual(
        all.filter((row) => standingOf(row) === standing),
      );
    expect(standings.length).toBeGreaterThan(1);
  });

  test('with kinds, restated on the borders of today', async () => {
    const asked = `unit: "${present}", asOf: "${AS_OF}", basis: CURRENT_UNITS, groups: [GENERAL_EDUCATION], indicators: ["ALL_FOUR"]`;
    const rows = await rowsOf(`${asked}, by: [UNIT, KIND]`);
    const units = await rowsOf(`${asked}, by: [UNIT]`);

    for (const each of units) {
      const parts = rows.filter(({ unit }) => unit.id === each.unit.id);
      expect(parts.reduce((sum, row) => sum + row.line.reported, 0)).toBe(each.line.reported);
    }
    expect(units.some((row) => row.line.reported > 0)).toBe(true);
  });
});

describe('the communes of a province, ranked, are what a walk over its institutions finds', () => {
  const LINE = { group: 'GENERAL_EDUCATION', pillar: 'DIGITAL_GOVERNANCE' } as const;
  /** The figures of each commune, counted from a walk. */
  const byCommune = (nodes: any[]) =>
    new Map(
      [...Map.groupBy(nodes, ({ unit }) => (unit?.kind === 'COMMUNE' ? unit.code : null))].flatMap(
        ([code, its]) => {
          const { institutions, completed, reported } = lineOfWalk(its, LINE);
          const percent = reported === 0 ? null : (completed / institutions) * 100;
          return code === null ? [] : [[code, { institutions, completed, reported, percent, its }]];
        },
      ),
    );
  const ranking = async (more: object) =>
    (
      await hub.data(PlannerRankingDocument.toString(), {
        ...{ unit: old, unitKind: 'COMMUNE', asOf: AS_OF, group: LINE.group },
        ...{ indicator: LINE.pillar, targetYear: 2030, ...more },
      })
    ).breakdown;
  const of2030 = ({ line }: any) => line.targets.find(({ target }: any) => target.year === 2030);

  test('the ten furthest behind the target of 2030', async () => {
    const walked = byCommune(schools);
    const { nodes } = await ranking({});
    const { percent: wanted } = of2030(nodes[0]).target;
    const gaps = [...walked.values()]
      .flatMap(({ percent }) => (percent === null ? [] : [wanted - percent]))
      .sort((a, b) => b - a);

    expect(nodes).toHaveLength(10);
    expect(nodes.map((row: any) => of2030(row).gapPoints)).toEqual(gaps.slice(0, 10));
    for (const row of nodes) {
      const { institutions, completed, reported, percent } = walked.get(row.unit.code)!;
      expect(row).toMatchObject({
        rank: 1 + gaps.filter((gap) => gap > wanted - percent!).length,
        line: { institutions, completed, reported, percent },
      });
    }
  });

  test('those of which the standing is LIMITED', async () => {
    const { reportingRounds } = await hub.data(
      '{ reportingRounds(first: 50) { nodes { referenceDate unit { code } } } }',
    );
    const dates = reportingRounds.nodes
      .filter(({ unit }: any) => unit.code === '67')
      .map(({ referenceDate }: any): string => referenceDate)
      .filter((date: string) => date <= AS_OF);
    const rounds = new Map<string, ReturnType<typeof byCommune>>();
    for (const date of [...new Set<string>(dates)].sort())
      rounds.set(date, byCommune(await walk(date)));
    const years = (from: string, to: string) => Date.parse(to) - Date.parse(from);
    const { nodes: all } = await ranking({ first: 100 });
    const { percent: wanted } = of2030(all[0]).target;
    const limited = [...byCommune(schools)].flatMap(([code, { percent }]) => {
      const points = [...rounds].flatMap(([date, communes]) => {
        const then = communes.get(code);
        // Only what was reported in a round is a point of its trend.
        const answered = then?.its.some(({ pillars, group }: any) =>
          pillars.some(
            (each: any) =>
              group === LINE.group && each.pillar === LINE.pillar && each.asOf === date,
          ),
        );
        return answered ? [{ date, percent: then!.percent! }] : [];
      });
      const [baseline] = points;
      if (percent === null || percent >= wanted || points.length < 2 || baseline!.date >= AS_OF)
        return [];
      const needed = (wanted - baseline!.percent) / years(baseline!.date, '2030-12-31');
      const pace = (percent - baseline!.percent) / years(baseline!.date, AS_OF);
      return needed > 0 && pace >= 0 && pace / needed < 0.6 ? [code] : [];
    });
    const { nodes } = await ranking({ standings: ['LIMITED'], first: 100 });

    expect(nodes.map(({ unit }: any) => unit.code).sort()).toEqual(limited.sort());
    expect(limited.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(limited.length);
  });
});

describe('a breakdown that is not clear', () => {
  test('takes nothing else of the answer with it', async () => {
    const { status, data, errors } = await hub.ask(
      `{ wrong: breakdown(unit: "nobody", by: [KIND], first: 1) { totalCount }
        right: breakdown(unit: "${old}", by: [KIND], first: 1) { totalCount } }`,
    );

    expect(status).toBe(200);
    expect(data).toEqual({ wrong: null, right: { totalCount: expect.any(Number) } });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['wrong'], 'NOT_FOUND'],
    ]);
  });

  test('is refused with what to change', async () => {
    expect(await refusal(`unit: "${old}", by: [], first: 1`)).toEqual(['BREAKDOWN_UNCLEAR']);
    expect(await refusal(`unit: "${old}", by: [KIND, KIND], first: 1`)).toEqual([
      'BREAKDOWN_UNCLEAR',
    ]);
    expect(await refusal(`unit: "${old}", by: [KIND, LEVEL, UNIT], first: 1`)).toEqual([
      'BREAKDOWN_UNCLEAR',
    ]);
    expect(await refusal(`unit: "${old}", by: [KIND], unitKind: COMMUNE, first: 1`)).toEqual([
      'BREAKDOWN_UNCLEAR',
    ]);
    expect(
      await refusal(`unit: "${old}", by: [KIND], orderBy: { figure: PERCENT }, first: 1`),
    ).toEqual(['BREAKDOWN_UNCLEAR']);
    expect(
      await refusal(
        `unit: "${old}", by: [KIND], groups: [GENERAL_EDUCATION], indicators: ["ALL_FOUR"],
          orderBy: { figure: PERCENT, direction: DESC }, direction: DESC, first: 1`,
      ),
    ).toEqual(['BREAKDOWN_UNCLEAR']);
    expect(await refusal('by: [KIND], knownAt: "2024-01-01T00:00:00Z", first: 1')).toEqual([
      'BREAKDOWN_TOO_WIDE',
    ]);
    expect(await refusal('unit: "nobody", by: [KIND], first: 1')).toEqual(['NOT_FOUND']);
    expect(await refusal(`unit: "${old}", by: [KIND], indicators: ["nothing"], first: 1`)).toEqual([
      'INDICATOR_UNKNOWN',
    ]);
    expect(await refusal(`unit: "${old}", by: [KIND], asOf: "2026-01-01", first: 1`)).toEqual([
      'OUTSIDE_UNIT_SPAN',
    ]);
    expect(await refusal(`unit: "${old}", by: [KIND]`)).toEqual(['INVALID_PAGE']);
  });

  test('a cursor of another order is refused', async () => {
    const one = 'groups: [GENERAL_EDUCATION], indicators: ["ALL_FOUR"]';
    const asked = `unit: "${old}", by: [UNIT], asOf: "${AS_OF}", ${one}`;
    const { breakdown } = await hub.data(
      `{ breakdown(${asked}, first: 1) { pageInfo { endCursor } } }`,
    );
    const [first] = await rowsOf(
      `${asked}, orderBy: { figure: INSTITUTIONS }`,
      'unit { code } line { institutions }',
    );

    const { errors, data } = await hub.ask(
      `{ breakdown(${asked}, first: 1, orderBy: { figure: INSTITUTIONS }, after: "${breakdown.pageInfo.endCursor}") {
        nodes { unit { code } } } }`,
    );

    // The first by name is not the first by number, or the test says nothing.
    expect(first).toBeDefined();
    expect(data?.breakdown === null ? errors[0]?.extensions.code : 'went on').toBe(
      'CURSOR_OUTDATED',
    );
  });
});
