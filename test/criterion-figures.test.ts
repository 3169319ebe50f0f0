import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PlannerPointsDocument } from '../clients/typescript/src/generated/graphql.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { now, TODAY } from './support/reporting.js';

const AS_OF = '2025-06-30';
const PUBLIC: Headers = {};

const REPORT = `query ($unit: ID, $framework: ID!, $asOf: LocalDate, $knownAt: DateTime,
    $kinds: [InstitutionKind!], $groups: [InstitutionGroup!], $codes: [String!]) {
  report: criterionFigures(unit: $unit, framework: $framework, asOf: $asOf, knownAt: $knownAt,
      kinds: $kinds, groups: $groups) {
    institutions reported otherVersion notReported coveragePercent framework { id code version }
    criteria(first: 100, codes: $codes) { totalCount nodes { ...Figures } } } }
fragment Figures on CriterionFigures {
  criterion { code } institutions asked coveragePercent answered unanswered doesNotApply applies
  met metPercent options { code institutions } withheld { part reason }
  points { institutions unknown withoutPoints lowerQuartile median upperQuartile least greatest
    bins { from to institutions } withheld { part reason } } }`;

let hub: TestHub;
let old: string;
let planner: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  old = await idOfUnit(hub, '67', AS_OF);
  // Đắk Nông was taken over whole by Lâm Đồng, whose planner sees into all of its updates.
  planner = await signIn(hub, { role: 'PLANNER', unit: await idOfUnit(hub, '68', TODAY) });
});
afterAll(() => hub.close());

const reportOf = async (variables: object, who: Headers = planner): Promise<any> =>
  (await hub.data(REPORT, { unit: old, framework: 'four-pillar', asOf: AS_OF, ...variables }, who))
    .report;
const figuresOf = async (variables: object, who?: Headers): Promise<any[]> =>
  (await reportOf(variables, who)).criteria.nodes;

/** All institutions of the unit on the date, with all that was approved of them, one by one. */
async function walk(fields: string, who: Headers): Promise<any[]> {
  const found: any[] = [];
  let after: string | null = null;
  do {
    const { institutions }: any = await hub.data(
      `query ($unit: ID!, $after: String) { institutions(first: 25, after: $after,
        filter: { unit: $unit, on: "${AS_OF}" }) { nodes { code kind ${fields} }
        pageInfo { hasNextPage endCursor } } }`,
      { unit: old, after },
      who,
    );
    found.push(...institutions.nodes);
    after = institutions.pageInfo.hasNextPage ? institutions.pageInfo.endCursor : null;
  } while (after);
  return found;
}

const UPDATES = `statusUpdates(first: 20) { nodes {
  round { referenceDate frameworks { code } }
  approvedRevision { entries {
    selfValue selfTotal selfChoice selfText doesNotApply appraisedValue appraisedTotal appraisedChoice
    criteria { code framework { code } answerKind levels required minimum maxPoints
      question { options { code share } } } } } } }`;

/** What an entry says under a criterion, worked out from what the graph tells of both. */
function saidIn(entry: any, criterion: any) {
  const none = { met: null, percent: null, option: null };
  if (entry.doesNotApply !== null) return { does: 'NOT_APPLY', ...none };
  const [value, total] =
    entry.appraisedValue === null
      ? [entry.selfValue, entry.selfTotal]
      : [entry.appraisedValue, entry.appraisedTotal];
  const choice = entry.appraisedChoice ?? entry.selfChoice;
  if (value === null && choice === null && entry.selfText === null)
    return { does: 'NOTHING', ...none };
  const { answerKind, levels, maxPoints, question } = criterion;
  const least = criterion.required ? criterion.minimum : null;
  const shares = question.options.map(({ share }: any) => share ?? 0);
  const shareOf = (code: string) =>
    question.options.find((option: any) => option.code === code)?.share ?? 0;
  const part = total > 0 ? Math.min(value, total) / total : 0;
  const RULES: Record<string, () => { met: boolean; share: number; option?: string }> = {
    YES_NO: () => ({ met: value === 1, share: value, option: value === 1 ? 'YES' : 'NO' }),
    LEVEL: () => ({
      met: value >= (least ?? levels),
      share: shareOf(String(value)),
      option: String(value),
    }),
    SHARE: () => ({ met: part * 100 >= (least ?? 100), share: part }),
    CHOICE: () => ({
      met: shareOf(choice) === Math.max(...shares),
      share: shareOf(choice),
      option: choice,
    }),
  };
  const said = RULES[answerKind]?.();
  // The bands of a count are not in the graph.
  if (!said) return { does: 'ANSWER', ...none };
  const points = Math.round(said.share * maxPoints * 100);
  return {
    does: 'ANSWER',
    met: said.met,
    option: said.option ?? null,
    percent: maxPoints > 0 ? (points * 100) / Math.round(maxPoints * 100) : null,
  };
}

/** What figures a walk finds, institution by institution, by the code of the criterion. */
function recount(
  schools: readonly any[],
  framework: string,
  kindsOf: ReadonlyMap<string, string[]>,
) {
  const said = new Map([...kindsOf.keys()].map((code) => [code, [] as any[]]));
  for (const { kind, statusUpdates } of schools) {
    const [newest] = statusUpdates.nodes
      .filter(
        ({ round, approvedRevision }: any) =>
          approvedRevision &&
          round.referenceDate <= AS_OF &&
          round.frameworks.some(({ code }: any) => code === framework),
      )
      .sort((a: any, b: any) => b.round.referenceDate.localeCompare(a.round.referenceDate));
    for (const entry of newest?.approvedRevision.entries ?? [])
      for (const criterion of entry.criteria)
        if (criterion.framework.code === framework && kindsOf.get(criterion.code)!.includes(kind))
          said.get(criterion.code)!.push(saidIn(entry, criterion));
  }
  return new Map(
    [...said].map(([code, all]) => {
      const count = (wanted: (one: any) => boolean) => all.filter(wanted).length;
      const percents = all
        .flatMap(({ percent }) => (percent === null ? [] : [percent]))
        .sort((a, b) => a - b);
      return [
        code,
        {
          institutions: schools.filter(({ kind }) => kindsOf.get(code)!.includes(kind)).length,
          asked: all.length,
          answered: count(({ does }) => does === 'ANSWER'),
          doesNotApply: count(({ does }) => does === 'NOT_APPLY'),
          met: count(({ met }) => met === true),
          bins: Array.from(
            { length: 10 },
            (_, bin) =>
              percents.filter((percent) =>
                bin === 9 ? percent >= 90 : percent >= bin * 10 && percent < bin * 10 + 10,
              ).length,
          ),
          quartiles: [1, 2, 3].map((of) => percents[Math.ceil((percents.length * of) / 4) - 1]),
          options: (option: string) => count((one) => one.option === option),
        },
      ];
    }),
  );
}

test('the figures of every criterion are what a walk over all updates counts', async () => {
  const schools = await walk(UPDATES, planner);
  for (const framework of ['four-pillar', 'vocational-illustrative', 'decision-4725-unconfirmed']) {
    const { frameworks } = await hub.data(
      '{ frameworks { code criteria { code kinds answerKind } } }',
    );
    const { criteria } = frameworks.find((each: any) => each.code === framework);
    const kindsOf = new Map<string, string[]>(criteria.map((each: any) => [each.code, each.kinds]));
    const isCounted = new Set(
      criteria.filter((each: any) => each.answerKind === 'COUNT').map(({ code }: any) => code),
    );
    const counted = recount(schools, framework, kindsOf);
    const figures = await figuresOf({ framework });

    expect(figures.map(({ criterion }) => criterion.code)).toEqual([...kindsOf.keys()]);
    for (const { criterion, points, options, ...figure } of figures) {
      const own = counted.get(criterion.code)!;
      const { institutions, asked, answered, doesNotApply, met } = own;
      expect([criterion.code, figure]).toMatchObject([
        criterion.code,
        { institutions, asked, answered, doesNotApply, withheld: [] },
      ]);
      if (figure.met !== null && !isCounted.has(criterion.code)) expect(figure.met).toBe(met);
      expect(figure.applies).toBe(asked - doesNotApply);
      expect(figure.unanswered).toBe(asked - answered - doesNotApply);
      for (const option of options) expect(option.institutions).toBe(own.options(option.code));
      if (!points || isCounted.has(criterion.code)) continue;
      expect(points.bins.map((bin: any) => bin.institutions)).toEqual(own.bins);
      expect([points.lowerQuartile, points.median, points.upperQuartile]).toEqual(own.quartiles);
      expect(points.institutions + points.unknown + points.withoutPoints).toBe(institutions);
    }
  }
  const [g2] = await figuresOf({ codes: ['G2'] });
  expect(g2.asked).toBeGreaterThan(200);
  expect(g2.metPercent).toBe((100 * g2.met) / g2.applies);
});

describe('the five weakest criteria', () => {
  const ordered = async (order: string, who = planner) => {
    const { criterionFigures } = await hub.data(
      `query ($unit: ID!) { criterionFigures(unit: $unit, framework: "four-pillar", asOf: "${AS_OF}") {
        criteria(${order}) { totalCount pageInfo { hasNextPage endCursor }
          nodes { criterion { code } metPercent points { median } } } } }`,
      { unit: old },
      who,
    );
    return criterionFigures.criteria;
  };
  const codes = ({ nodes }: any) => nodes.map(({ criterion }: any) => criterion.code);

  test('come first, ties in the order of the framework, page by page', async () => {
    const all = await figuresOf({});
    const byHand = all
      .map(({ criterion, metPercent }, place) => ({ code: criterion.code, metPercent, place }))
      .sort((a, b) => a.metPercent - b.metPercent || a.place - b.place)
      .map(({ code }) => code);

    const first = await ordered('first: 5, orderBy: MET_PERCENT');
    const next = await ordered(
      `first: 5, orderBy: MET_PERCENT, after: "${first.pageInfo.endCursor}"`,
    );
    const strongest = await ordered('first: 3, orderBy: MET_PERCENT, direction: DESC');

    expect([...codes(first), ...codes(next)]).toEqual(byHand.slice(0, 10));
    expect(first.totalCount).toBe(all.length);
    expect(strongest.nodes.at(0).metPercent).toBe(Math.max(...all.map((each) => each.metPercent)));
  });

  test('have cursors of their own order only', async () => {
    const { pageInfo } = await ordered('first: 5, orderBy: MET_PERCENT');
    const { errors } = await hub.ask(
      `query ($unit: ID!) { criterionFigures(unit: $unit, framework: "four-pillar", asOf: "${AS_OF}") {
        criteria(first: 5, orderBy: MET, after: "${pageInfo.endCursor}") { totalCount } } }`,
      { unit: old },
      planner,
    );
    expect(errors[0]!.extensions.code).toBe('INVALID_CURSOR');
  });

  test('are ordered for the public by what it sees', async () => {
    const { nodes } = await ordered('first: 100, orderBy: MEDIAN_POINTS', PUBLIC);
    const medians = nodes.map(({ points }: any) => points.median);
    const shown = medians.filter((median: any) => median !== null);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(medians.length);
    expect(medians.slice(0, shown.length)).toEqual(shown.toSorted((a: number, b: number) => a - b));
  });
});

describe('what the public gets', () => {
  test('of a province are the planner’s figures, but nothing that tells of one to four', async () => {
    const [seen, all] = [await figuresOf({}, PUBLIC), await figuresOf({})];
    let withheld = 0;
    for (const [index, figure] of seen.entries()) {
      const full = all[index];
      expect(figure).toMatchObject({ institutions: full.institutions, asked: full.asked });
      for (const part of ['answered', 'unanswered', 'doesNotApply', 'applies', 'met', 'metPercent'])
        expect([null, full[part]]).toContain(figure[part]);
      const counts = [
        figure.met,
        figure.met === null ? null : figure.applies - figure.met,
        figure.doesNotApply,
        ...(figure.options ?? []).map(({ institutions }: any) => institutions),
        ...(figure.points?.bins ?? []).map(({ institutions }: any) => institutions),
      ];
      expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
      expect(figure.points).toMatchObject({ least: null, greatest: null });
      const parts = [...figure.withheld, ...figure.points.withheld].map(({ part }: any) => part);
      expect([figure.met === null, figure.options === null, figure.points.bins === null]).toEqual(
        ['ANSWERS', 'OPTIONS', 'POINTS'].map((part) => parts.includes(part)),
      );
      withheld += parts.filter((part) => part !== 'EXTREMES').length;
    }
    expect(withheld).toBeGreaterThan(0);
    expect(seen.filter(({ met }) => met !== null).length).toBeGreaterThan(20);
  });

  test('of a district, of kinds or groups, and of an earlier moment is how many were asked', async () => {
    const district = await idOfUnit(hub, '661', AS_OF);
    const asked: object[] = [
      { unit: district },
      { kinds: ['PRIMARY_SCHOOL'] },
      { groups: ['GENERAL_EDUCATION'] },
      { knownAt: '2026-01-01T00:00:00Z' },
      { unit: null, kinds: ['PRIMARY_SCHOOL'] },
    ];
    for (const variables of asked) {
      const figures = await figuresOf(variables, PUBLIC);
      expect(figures.length).toBeGreaterThan(20);
      for (const { asked: number, met, options, points, withheld } of figures) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect([met, points.bins, points.institutions, points.median]).toEqual(Array(4).fill(null));
        expect(options === null || options.length === 0).toBe(true);
        for (const each of [...withheld, ...points.withheld])
          expect(each.reason).toBe('INSPECTORS_ONLY');
      }
    }
    const [seen] = await figuresOf({ unit: district, codes: ['G2'] });
    expect(seen.met).toBeGreaterThan(0);
  });

  test('of the country is withheld where it would tell of the one province that has reported', async () => {
    const [country, province] = [
      await figuresOf({ unit: null }, PUBLIC),
      await figuresOf({}, PUBLIC),
    ];
    for (const [index, { met, options, asked }] of country.entries())
      expect({ met, options, asked }).toEqual({
        met: province[index].met,
        options: province[index].options,
        asked: province[index].asked,
      });
  });

  test.each([
    ['reviewer', {}, true],
    ['reviewer of some kinds, of all kinds', { kinds: ['PRIMARY_SCHOOL'] }, false],
    ['planner elsewhere', 'elsewhere', false],
  ])('is the same for a %s unless all updates are theirs to see', async (_who, grant, seesAll) => {
    const unit =
      grant === 'elsewhere' ? await idOfUnit(hub, '60', AS_OF) : await idOfUnit(hub, '68', TODAY);
    const role = grant === 'elsewhere' ? 'PLANNER' : 'REVIEWER';
    const who = await signIn(hub, {
      role,
      unit,
      ...(grant === 'elsewhere' ? {} : (grant as object)),
    });
    const figures = await figuresOf({}, who);
    expect(figures).toEqual(await figuresOf({}, seesAll ? planner : PUBLIC));
  });

  test('is more for a reviewer of some kinds, when these are asked for', async () => {
    const unit = await idOfUnit(hub, '68', TODAY);
    const who = await signIn(hub, { role: 'REVIEWER', unit, kinds: ['PRIMARY_SCHOOL'] });
    const variables = { kinds: ['PRIMARY_SCHOOL'] };
    expect(await figuresOf(variables, who)).toEqual(await figuresOf(variables));
  });
});

describe('the points of a line', () => {
  const lines = async (variables: object, who: Headers): Promise<any[]> => {
    const data = await hub.data<any>(
      PlannerPointsDocument.toString(),
      { code: '67', on: AS_OF, asOf: AS_OF, ...variables },
      who,
    );
    return data.administrativeUnit.progress.lines;
  };

  test('are spread as a walk over all institutions finds them', async () => {
    const schools = await walk(
      `group indicators(asOf: "${AS_OF}") { indicator { code } observation stage points maxPoints }`,
      PUBLIC,
    );
    const all = await lines(
      {
        indicators: ['decision-4725-level-2'],
        pillars: ['DIGITAL_OPERATIONS', 'STANDARDIZED_DATA'],
      },
      planner,
    );
    expect(all).toHaveLength(5);
    for (const { group, indicator, institutions, distribution } of all) {
      const own = schools
        .filter((school) => school.group === group)
        .flatMap((school) => school.indicators)
        .filter((each) => each.indicator.code === indicator.code)
        .filter(({ observation }) => observation !== 'NOT_APPLICABLE');
      const known = own.filter(({ observation }) => observation === 'REPORTED');
      const percents = known
        .filter(({ maxPoints }) => maxPoints > 0)
        .map(
          ({ points, maxPoints }) => (Math.round(points * 100) * 100) / Math.round(maxPoints * 100),
        )
        .sort((a, b) => a - b);
      const bins = Array.from(
        { length: 10 },
        (_, bin) => percents.filter((each) => Math.min(9, Math.floor(each / 10)) === bin).length,
      );

      expect(own).toHaveLength(institutions);
      expect(distribution).toMatchObject({
        institutions: percents.length,
        unknown: own.length - known.length,
        withoutPoints: known.length - percents.length,
        lowerQuartile: percents[Math.ceil(percents.length / 4) - 1] ?? null,
        median: percents[Math.ceil(percents.length / 2) - 1] ?? null,
        upperQuartile: percents[Math.ceil((3 * percents.length) / 4) - 1] ?? null,
        least: percents[0] ?? null,
        greatest: percents.at(-1) ?? null,
        withheld: [],
      });
      expect(distribution.bins.map((bin: any) => bin.institutions)).toEqual(bins);
    }
  });

  test('have no common measure where an indicator is made of others', async () => {
    const [line] = await lines(
      { groups: ['GENERAL_EDUCATION'], indicators: ['ALL_FOUR'] },
      planner,
    );
    expect(line.distribution).toBeNull();
  });

  test('are withheld from the public where few have them, and below a province', async () => {
    const seen = await lines({}, PUBLIC);
    for (const { indicator, institutions, distribution } of seen) {
      if (indicator.code === 'ALL_FOUR') continue;
      const { bins, withheld } = distribution;
      const counts = (bins ?? []).map((bin: any) => bin.institutions);
      expect(counts.filter((count: number) => count > 0 && count < 5)).toEqual([]);
      expect(withheld.some(({ part }: any) => part === 'POINTS')).toBe(bins === null);
      expect(distribution.institutions + distribution.unknown).toBeLessThanOrEqual(institutions);
    }
    const [below] = await lines(
      { code: '661', kind: 'DISTRICT', pillars: ['DIGITAL_OPERATIONS'] },
      PUBLIC,
    );
    expect(below.distribution).toMatchObject({ bins: null, median: null });
    expect(below.distribution.withheld.map(({ reason }: any) => reason)).toEqual(
      Array(3).fill('INSPECTORS_ONLY'),
    );
  });

  test('cost ten bins in each line', async () => {
    const costOf = async (pillars: string[]) => {
      const { extensions } = await hub.ask(
        `query ($pillars: [Pillar!]) { administrativeUnit(code: "67", on: "${AS_OF}") {
          progress(groups: [GENERAL_EDUCATION], pillars: $pillars) { lines { distribution { bins { institutions } } } } } }`,
        { pillars },
      );
      return (extensions as unknown as { cost: { requested: number } }).cost.requested;
    };
    expect(await costOf(['DIGITAL_OPERATIONS'])).toBe(1 + 1 + 1 + (1 + 10));
    expect(await costOf(['DIGITAL_OPERATIONS', 'STANDARDIZED_DATA'])).toBe(
      1 + 1 + 1 + 2 * (1 + 10),
    );
  });
});

test('an assumption says nothing of points', async () => {
  const [school] = (await walk(`pillars(asOf: "${AS_OF}") { pillar observation }`, PUBLIC)).filter(
    ({ kind, pillars }) => kind === 'PRIMARY_SCHOOL' && pillars[1].observation === 'NOT_REPORTED',
  );
  const { institution } = await hub.data(`{ institution(code: "${school.code}") { id } }`);
  const ask = async (assume: object[]) => {
    const { administrativeUnit } = await hub.data(
      `query ($assume: [ProgressAssumptionInput!]) { administrativeUnit(code: "67", on: "${AS_OF}") {
        progress(asOf: "${AS_OF}", groups: [GENERAL_EDUCATION], pillars: [DIGITAL_OPERATIONS], assume: $assume) {
          lines { completed distribution { institutions unknown withoutPoints } } } } }`,
      { assume },
      planner,
    );
    return administrativeUnit.progress.lines[0];
  };
  const [before, after] = [
    await ask([]),
    await ask([{ institution: institution.id, completed: true }]),
  ];
  expect(after.completed).toBe(before.completed + 1);
  expect(after.distribution).toEqual(before.distribution);
});
