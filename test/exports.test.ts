import { get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { changeRules } from '../src/counts/progress-count.service.js';
import { publish } from '../src/database/publish.js';
import { recordIndicators } from '../src/indicators/indicator.service.js';
import { createContext, readingFrom, type Context } from '../src/request/context.js';
import { takeSnapshot } from '../src/database/snapshot.js';
import { SharedReads } from '../src/reads/batch.js';
import { EXPORT_LIMIT, EXPORTS_WAITING } from '../src/exports/export.routes.js';
import { addDays } from '../src/shared/dates.js';
import { startHub, type TestHub } from './support/hub.js';
import { OWN_INDICATOR } from './support/own-indicator.js';
import { now, TODAY } from './support/reporting.js';
import { AS_OF, NEW, OLD, walk } from './support/walk.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  await publish(hub.em.fork(), async (em) => {
    await changeRules(em, () => recordIndicators(em, [OWN_INDICATOR]));
    return { changed: true };
  });
  // For the whole country, beside those of the provinces: 2030 asks more of all four pillars, 2027 is new.
  await hub.orm.em
    .fork()
    .getConnection()
    .execute(
      `with plan as (
         insert into plan (document, title_vi, title_en, issuer, source_status)
         values ('QG', 'Cả nước', 'The country', 'Bộ', 'CONFIRMED') returning id)
       insert into target (plan_id, "group", indicator, year, due_on, percent, source_status)
       select id, 'GENERAL_EDUCATION', indicator, year, make_date(year, 6, 30), percent, 'CONFIRMED'
       from plan, (values ('ALL_FOUR', 2030, 92.5), ('DIGITAL_OPERATIONS', 2030, 80), ('ALL_FOUR', 2027, 55),
         ('two-first', 2030, 70))
         as wanted (indicator, year, percent)`,
    );
});
afterAll(() => hub.close());

/** The years of all targets. */
const YEARS = [2025, 2027, 2030];

function download(path: string, headers: Record<string, string> = {}) {
  return hub.server.inject({
    url: `/exports/${path}`,
    headers: { 'accept-language': 'en', ...headers },
  });
}

async function csv(path: string): Promise<Record<string, string>[]> {
  const { body } = await download(path);
  return parse(body, { columns: true, bom: true });
}

async function jsonLines(path: string): Promise<any[]> {
  const { body } = await download(path);
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What CSV says of the same record. */
const asText = (record: object) =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, value === null ? '' : String(value)]),
  );

const OF_LINE = `group pillar indicator { code } institutions completed reported inReview notReported carriedForward
  notApplicable percent percentOfReported upperPercent coveragePercent
  targets { target { year percent } standing gapPoints institutionsToGo pacePerYear
    requiredPacePerYear expectedPercent }`;

/** Against what a line is measured in each year: the target of the graph that asks most. */
function targetsOfGraph(line: any) {
  const of = (year: number) =>
    line.targets
      .filter(({ target }: any) => target.year === year)
      .sort((a: any, b: any) => b.target.percent - a.target.percent)[0];
  return Object.assign(
    {},
    ...YEARS.map((year) => ({
      [`target_${year}_percent`]: of(year)?.target.percent ?? null,
      [`target_${year}_gap_points`]: of(year)?.gapPoints ?? null,
      [`target_${year}_institutions_to_go`]: of(year)?.institutionsToGo ?? null,
      [`target_${year}_expected_percent`]: of(year)?.expectedPercent ?? null,
      [`target_${year}_pace_per_year`]: of(year)?.pacePerYear ?? null,
      [`target_${year}_required_pace_per_year`]: of(year)?.requiredPacePerYear ?? null,
      [`target_${year}_standing`]: of(year)?.standing ?? null,
    })),
  );
}

/** The lines of progress of every unit on the date, or those of one, as the graph gives them. */
async function linesOfGraph(
  asOf: string,
  basis = 'AS_REPORTED',
  root?: string,
  indicators: string[] | null = null,
) {
  const units: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const data: any = await hub.data(
      `query ($on: LocalDate!, $asOf: LocalDate!, $after: String, $indicators: [String!]) {
        root: ${root ? `administrativeUnit(${root}) { id }` : '__typename'}
        units: administrativeUnits(first: 100, after: $after, filter: { on: $on }) {
          nodes { id kind code parent { id }
            progress(asOf: $asOf, basis: ${basis}, indicators: $indicators) {
              lines { ${OF_LINE} } warnings { code group } } }
          pageInfo { hasNextPage endCursor } } }`,
      { on: basis === 'AS_REPORTED' ? asOf : TODAY, asOf, after, indicators },
    );
    units.push(...data.units.nodes.map((each: any) => ({ ...each, root: data.root })));
    ({ endCursor: after, hasNextPage: more } = data.units.pageInfo);
  }
  const above = new Map(units.map(({ id, parent }) => [id, parent?.id]));
  const isUnder = (id: string | undefined, ancestor: string): boolean =>
    id !== undefined && (id === ancestor || isUnder(above.get(id), ancestor));
  return units
    .filter(({ id, root: top }) => !root || isUnder(id, top.id))
    .flatMap(({ kind, code, progress }) =>
      progress.lines.map((line: any) => {
        const warnings = progress.warnings
          .filter(({ group }: any) => group === null || group === line.group)
          .map((each: any) => each.code);
        return {
          unit_kind: kind,
          unit_code: code,
          group: line.group,
          pillar: line.indicator.code === OWN_INDICATOR.code ? null : (line.pillar ?? 'ALL_FOUR'),
          indicator: line.indicator.code,
          denominator: line.institutions,
          numerator: line.completed,
          reported: line.reported,
          in_review: line.inReview,
          not_reported: line.notReported,
          carried_forward: line.carriedForward,
          not_applicable: line.notApplicable,
          percent: line.percent,
          percent_of_reported: line.percentOfReported,
          upper_percent: line.upperPercent,
          coverage_percent: line.coveragePercent,
          warnings: warnings.join(' '),
          illustrative: warnings.includes('ILLUSTRATIVE_DATA'),
          ...targetsOfGraph(line),
        };
      }),
    );
}

const byPlace = (a: any, b: any) => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = (line: any) =>
  [line.unit_kind, line.unit_code, line.group, line.indicator].map(String).join(' ');

/** A record without what the graph's line does not say. */
function ofGraph(record: any) {
  const { as_of: _, basis: _b, revision: _r, unit_name: _n, unit_name_en: _e, ...rest } = record;
  const { group_label: _g, pillar_label: _p, indicator_label: _i, ...line } = rest;
  const { unit_id: _u, parent_code: _pc, parent_name: _pn, ...others } = line;
  const { province_code: _vc, province_name: _vn, ...figures } = others;
  return figures;
}

describe('levels', () => {
  test('the file has every section of every framework as the graph has it, and the pillars’ points', async () => {
    const pillars = await walk(hub);
    const { unit } = await hub.data(
      `query ($asOf: LocalDate!) { unit: administrativeUnit(code: "67", kind: PROVINCE, on: $asOf) {
        institutions(on: $asOf, first: 100) { nodes { code frameworkResults(asOf: $asOf) {
          asOf result { level framework { code version } sections {
            code points maxPoints level unmet pointsToNext } } } } } } }`,
      { asOf: AS_OF },
    );
    const records = await jsonLines(`levels.jsonl?asOf=${AS_OF}&unit=67`);

    const ofGraph = unit.institutions.nodes.flatMap(({ code, frameworkResults }: any) =>
      frameworkResults.flatMap(({ asOf, result: { framework, level, sections } }: any) =>
        sections.map((section: any) => ({
          code,
          framework: framework.code,
          version: framework.version,
          reported_as_of: asOf,
          framework_level: level,
          section: section.code,
          points: section.points,
          max_points: section.maxPoints,
          level: section.level,
          points_to_next_level: section.pointsToNext,
          conditions_not_met: section.unmet.join(' '),
        })),
      ),
    );
    expect(ofGraph.length).toBeGreaterThan(100);
    expect(records).toEqual(
      expect.arrayContaining(ofGraph.map((each: any) => expect.objectContaining(each))),
    );
    const points = pillars.flatMap((each: any) =>
      each.pillars
        .filter(({ stage }: any) => stage !== null)
        .map((of: any) => [each.code, of.pillar, of.points, of.maxPoints].join(' ')),
    );
    const ofFile = records
      .filter(({ framework }) => framework === 'four-pillar')
      .map(({ code, section, points: earned, max_points: most }) =>
        [code, section, earned, most].join(' '),
      );
    expect(ofFile.sort()).toEqual(points.sort());
  });

  test('CSV says the same as JSON Lines', async () => {
    const records = await jsonLines(`levels.jsonl?asOf=${AS_OF}`);

    expect(await csv(`levels.csv?asOf=${AS_OF}`)).toEqual(records.map(asText));
  });
});

describe('institutions', () => {
  test('the file has every institution of the unit with the stages that the graph gives', async () => {
    const expected = await walk(hub);
    const records = await jsonLines(`institutions.jsonl?asOf=${AS_OF}&unit=67`);

    const stages = records.map((record) => ({
      code: record.code,
      name: record.name,
      group: record.group,
      pillars: expected[0].pillars.map(({ pillar }: any) => ({
        pillar,
        observation: record[`${pillar.toLowerCase()}_observation`],
        stage: record[`${pillar.toLowerCase()}_stage`],
        points: record[`${pillar.toLowerCase()}_points`],
        maxPoints: record[`${pillar.toLowerCase()}_max_points`],
      })),
    }));
    const ofWalk = expected.map(({ code, name, group, pillars }) => ({
      code,
      name,
      group,
      pillars: pillars.map(({ update: _, revision: _r, ...pillar }: any) => pillar),
    }));
    const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
    expect(stages).toEqual(ofWalk.sort(byCode));
    expect(stages.length).toBeGreaterThan(300);
  });

  test('CSV says the same as JSON Lines', async () => {
    const records = await jsonLines(`institutions.jsonl?asOf=${AS_OF}`);

    expect(await csv(`institutions.csv?asOf=${AS_OF}`)).toEqual(records.map(asText));
  });

  test.each([
    ['search=dak+song&includeClosed=true', { search: 'dak song', includeClosed: true }],
    ['institutionKind=COLLEGE', { kinds: ['COLLEGE'] }],
    [
      'group=COLLEGE_AND_VOCATIONAL&ownership=PUBLIC',
      { group: 'COLLEGE_AND_VOCATIONAL', ownership: 'PUBLIC' },
    ],
    ['settled=false', { settled: false }],
  ])('with %s the file has those of the list with this filter', async (parameters, filter) => {
    const { institutions } = await hub.data(
      `query ($filter: InstitutionFilter) { institutions(first: 100, orderBy: CODE, filter: $filter) {
        totalCount nodes { id } } }`,
      { filter: { ...filter, on: AS_OF } },
    );
    const records = await jsonLines(`institutions.jsonl?asOf=${AS_OF}&${parameters}`);

    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    expect(institutions.totalCount).toBeLessThanOrEqual(100);
    expect(ids(records)).toEqual(ids(institutions.nodes));
  });

  test('a row says where the institution was, and whether it is made up', async () => {
    const [record] = (await jsonLines(`institutions.jsonl?asOf=${AS_OF}&unit=67`)).filter(
      ({ code }) => code === 'DN-THPT-01',
    );

    expect(record).toMatchObject({
      as_of: AS_OF,
      name: 'THPT Chu Văn An',
      kind_label: 'Upper secondary school',
      province_code: '67',
      province_name: 'Tỉnh Đắk Nông',
      illustrative: false,
    });
  });

  test('two schools of one code in two systems are told apart', async () => {
    const other = await startHub({ from: 'demo', now });
    await other.em.execute(
      `update institution set code = '001' where code in ('DN-THPT-01', 'DN-THPT-02')`,
    );
    await other.em.execute(
      `update institution_code set code = '001', system = case when code = 'DN-THPT-01' then 'moet' else 'admissions' end
       where code in ('DN-THPT-01', 'DN-THPT-02')`,
    );
    const { body } = await other.server.inject({
      url: `/exports/institutions.csv?asOf=${AS_OF}&unit=67`,
    });
    const rows: Record<string, string>[] = parse(body, { columns: true });
    const same = rows.filter(({ code }) => code === '001');
    const { nodes } = await other.data(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Institution { name } } }',
      { ids: same.map(({ id }) => id) },
    );

    expect(same.map((row) => row['code_system']).sort()).toEqual(['admissions', 'moet']);
    expect(nodes).toEqual(same.map(({ name }) => ({ name })));
    expect(Object.keys(rows[0]!).slice(-5)).toEqual([
      'id',
      'code_system',
      'parent_code',
      'parent_name',
      'unit_id',
    ]);
    // Communes were under districts, and these under the province.
    const placed = rows.filter((row) => row['unit_kind'] === 'COMMUNE');
    expect(placed.length).toBeGreaterThan(10);
    expect(placed.filter((row) => row['parent_code'] === '')).toEqual([]);
    await other.close();
  });

  test('labels come in the language asked for, Vietnamese unless it is said', async () => {
    const { body, headers } = await download(`institutions.jsonl?unit=68`, {
      'accept-language': '',
    });

    expect(JSON.parse(body.slice(0, body.indexOf('\n'))).kind_label).toMatch(/^Tr[ưu]/);
    expect(headers['content-language']).toBe('vi');
    expect(headers['vary']).toBe('Authorization, X-Api-Key, Accept-Language, Accept-Encoding');
  });
});

describe('progress', () => {
  test('the file has the lines of every unit as the graph gives them', async () => {
    const records = await jsonLines(`progress.jsonl?asOf=${AS_OF}`);
    const expected = await linesOfGraph(AS_OF);

    expect(records.map(ofGraph).sort(byPlace)).toEqual(expected.sort(byPlace));
    expect(records.length).toBeGreaterThan(700);
    expect(new Set(records.map(({ as_of, basis }) => `${as_of} ${basis}`))).toEqual(
      new Set([`${AS_OF} AS_REPORTED`]),
    );
  });

  test('on today’s borders, of one unit and all under it, they are the same too', async () => {
    const records = await jsonLines(`progress.jsonl?asOf=${AS_OF}&unit=68&basis=CURRENT_UNITS`);
    const expected = await linesOfGraph(AS_OF, 'CURRENT_UNITS', NEW);

    expect(records.map(ofGraph).sort(byPlace)).toEqual(expected.sort(byPlace));
    expect(records[0]).toMatchObject({ unit_kind: 'PROVINCE', unit_code: '68' });
  });

  test('on any date they are the same, with every target that holds', async () => {
    const day = fc.integer({ min: 0, max: 1300 });
    const standings = new Set<string>();
    await fc.assert(
      fc.asyncProperty(day, fc.boolean(), async (days, restated) => {
        const asOf = addDays('2023-05-01', days);
        const basis = restated ? 'CURRENT_UNITS' : 'AS_REPORTED';
        const records = await jsonLines(`progress.jsonl?asOf=${asOf}&basis=${basis}`);
        const expected = await linesOfGraph(asOf, basis);

        expect(records.map(ofGraph).sort(byPlace)).toEqual(expected.sort(byPlace));
        for (const record of records) standings.add(record.target_2030_standing);
      }),
      { numRuns: 8, seed: 20261125 },
    );
    expect(standings.size).toBeGreaterThan(3);
  });

  test('of the targets of one year the one that asks most is told', async () => {
    const records = await jsonLines(`progress.jsonl?asOf=${AS_OF}&unit=67&only=PROVINCE`);
    const of = (name: string) => records.find(({ group, pillar }) => `${group} ${pillar}` === name);

    expect(of('GENERAL_EDUCATION ALL_FOUR')).toMatchObject({
      target_2025_percent: 40,
      target_2027_percent: 55,
      target_2030_percent: 92.5,
    });
    expect(of('GENERAL_EDUCATION DIGITAL_OPERATIONS').target_2030_percent).toBe(95);
    expect(of('COLLEGE_AND_VOCATIONAL ALL_FOUR')).toMatchObject({
      target_2027_percent: null,
      target_2027_standing: null,
    });
  });

  test('CSV says the same as JSON Lines', async () => {
    const records = await jsonLines(`progress.jsonl?asOf=${AS_OF}`);

    expect(await csv(`progress.csv?asOf=${AS_OF}`)).toEqual(records.map(asText));
  });

  describe('of indicators that are asked for', () => {
    const ASKED = `asOf=${AS_OF}&unit=67&indicators=${OWN_INDICATOR.code},STANDARDIZED_DATA`;

    test('has their lines as the graph gives them, with the code and the name of each', async () => {
      const codes = [OWN_INDICATOR.code, 'STANDARDIZED_DATA'];
      const records = await jsonLines(`progress.jsonl?${ASKED}`);
      const expected = await linesOfGraph(AS_OF, 'AS_REPORTED', OLD, codes);

      expect(records.map(ofGraph).sort(byPlace)).toEqual(expected.sort(byPlace));
      const own = records.filter(({ indicator }) => indicator === OWN_INDICATOR.code);
      expect(records).toHaveLength(3 * own.length);
      expect(own[0]).toMatchObject({
        group: 'GENERAL_EDUCATION',
        pillar: null,
        pillar_label: null,
        indicator_label: OWN_INDICATOR.nameEn,
        target_2030_percent: 70,
      });
      const vi = await download(`progress.csv?${ASKED}`, { 'accept-language': 'vi' });
      expect(vi.body).toContain(`,${OWN_INDICATOR.code},${OWN_INDICATOR.nameVi},`);
    });

    test('says the same in CSV and JSON Lines, in the columns of every file of progress', async () => {
      const all = await csv(`progress.csv?asOf=${AS_OF}&unit=67`);
      const records = await csv(`progress.csv?${ASKED}`);

      expect(records).toEqual((await jsonLines(`progress.jsonl?${ASKED}`)).map(asText));
      expect(Object.keys(records[0]!)).toEqual(Object.keys(all[0]!));
      expect(Object.keys(all[0]!).slice(-7)).toEqual([
        'indicator',
        'indicator_label',
        'unit_id',
        'parent_code',
        'parent_name',
        'province_code',
        'province_name',
      ]);
    });

    test('is a dimension of JSON-stat, without values in the group that one is not about', async () => {
      const { body } = await download(`progress.json?${ASKED}&only=PROVINCE`);
      const { id, size, value, dimension } = JSON.parse(body);
      const records = await jsonLines(`progress.jsonl?${ASKED}&only=PROVINCE`);
      const measures: string[] = dimension.measure.category.index;

      expect([id, size]).toEqual([
        ['time', 'unit', 'group', 'indicator', 'measure'],
        [1, 1, 2, 2, measures.length],
      ]);
      expect(dimension.indicator.category).toEqual({
        index: ['STANDARDIZED_DATA', OWN_INDICATOR.code],
        label: {
          STANDARDIZED_DATA: 'Standardised data',
          [OWN_INDICATOR.code]: OWN_INDICATOR.nameEn,
        },
      });
      const told = dimension.group.category.index.flatMap((group: string) =>
        dimension.indicator.category.index.flatMap((code: string) => {
          const record = records.find((each) => each.group === group && each.indicator === code);
          return measures.map((name) => record?.[name] ?? null);
        }),
      );
      expect(value).toEqual(told);
      expect(value.slice(-measures.length)).toEqual(measures.map(() => null));
    });

    test('that the hub does not have are told with all else that is wrong', async () => {
      const { statusCode, body } = await download(
        `progress.csv?asOf=x&indicators=${OWN_INDICATOR.code},none,NONE`,
      );
      const { problems } = JSON.parse(body);

      expect(statusCode).toBe(400);
      expect(problems.map(({ field }: any) => field)).toEqual([['asOf'], ['indicators']]);
      expect(problems[1].message).toMatch(
        /^indicators names codes that no indicator has: “none”, “NONE”\. .*two-first/,
      );
    });
  });

  test('JSON-stat says the same as JSON Lines', async () => {
    const records = await jsonLines(`progress.jsonl?asOf=${AS_OF}&only=PROVINCE`);
    const { body } = await download(`progress.json?asOf=${AS_OF}&only=PROVINCE`);
    const dataset = JSON.parse(body);

    const { unit, group, pillar, measure } = dataset.dimension;
    const [units, groups, pillars, measures] = [unit, group, pillar, measure].map(
      ({ category }) => category.index as string[],
    );
    expect(dataset).toMatchObject({
      version: '2.0',
      class: 'dataset',
      id: ['time', 'unit', 'group', 'pillar', 'measure'],
      size: [1, units!.length, 2, 5, 29],
      role: { time: ['time'], geo: ['unit'], metric: ['measure'] },
      extension: { asOf: AS_OF, basis: 'AS_REPORTED', illustrative: true },
    });
    const told = units!.flatMap((u, i) =>
      groups!.flatMap((g, j) =>
        pillars!.map((p, k) => ({
          unit: u,
          group: g,
          pillar: p,
          values: measures!.map((_, l) => dataset.value[((i * 2 + j) * 5 + k) * 29 + l]),
        })),
      ),
    );
    expect(told).toEqual(
      records.map((record) => ({
        unit: `${record.unit_kind}-${record.unit_code}`,
        group: record.group,
        pillar: record.pillar,
        values: measures!.map((name) => record[name]),
      })),
    );
    expect(measure.category.label.target_2030_gap_points).toBe('Gap to the target (2030)');
    expect(measure.category.unit).toMatchObject({
      numerator: { label: '' },
      target_2030_percent: { label: '%' },
      target_2030_gap_points: { label: 'percentage points' },
    });
    expect(dataset.value).toHaveLength(units!.length * 290);
  });

  test('without units JSON-stat is a dataset all the same, and CSV has its header', async () => {
    const { body } = await download('progress.json?asOf=2026-01-01&only=DISTRICT');
    const table = await download('progress.csv?asOf=2026-01-01&only=DISTRICT&bom=true');

    expect(JSON.parse(body)).toMatchObject({ size: [1, 0, 2, 5, 29], value: [] });
    expect(table.body).toMatch(/^\uFEFFas_of,basis,revision,unit_kind,[^\r\n]+\r\n$/);
  });
});

describe('over HTTP', () => {
  test('a file is saved under a name that says what it is of', async () => {
    const { headers } = await download(`progress.csv?asOf=${AS_OF}&unit=67`);

    expect(headers['content-disposition']).toBe(`attachment; filename="progress-67-${AS_OF}.csv"`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  });

  test('who has the file of this state of the data is not sent it again', async () => {
    const path = `progress.csv?asOf=${AS_OF}&unit=67`;
    const etag = (await download(path)).headers.etag as string;

    const again = await download(path, { 'if-none-match': etag });
    const others = [
      await download(`${path}&bom=true`),
      await download(`progress.csv?asOf=2024-12-30&unit=67`),
      await download(`progress.jsonl?asOf=${AS_OF}&unit=67`),
      await download(path, { 'accept-language': 'vi' }),
    ];

    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    expect(new Set([etag, ...others.map(({ headers }) => headers.etag)]).size).toBe(5);
  });

  test.each([
    `progress.csv?asOf=${AS_OF}&unit=67`,
    `progress.json?asOf=${AS_OF}&unit=67`,
    'institutions.jsonl?unit=68',
  ])('%s comes compressed to a client that takes it, to the letter the same', async (path) => {
    const plain = await download(path);
    const packed = await download(path, { 'accept-encoding': 'gzip' });
    const { etag } = packed.headers;

    expect(gunzipSync(packed.rawPayload)).toEqual(plain.rawPayload);
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect([packed.headers['content-encoding'], etag]).toEqual([
      'gzip',
      `W/${String(plain.headers.etag)}`,
    ]);
    for (const known of [String(etag), String(plain.headers.etag)])
      for (const encoding of ['identity', 'gzip', 'br']) {
        const headers = { 'accept-encoding': encoding, 'if-none-match': known };
        const again = await download(path, headers);
        expect([again.statusCode, again.body]).toEqual([304, '']);
      }
  });

  test('HEAD tells what GET would, without the file, and holds nothing', async () => {
    const url = `/exports/progress.csv?asOf=${AS_OF}&unit=67`;
    for (const encoding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': encoding };
      const head = await hub.server.inject({ method: 'HEAD', url, headers });
      const whole = await hub.server.inject({ method: 'GET', url, headers });
      for (const name of ['content-type', 'content-disposition', 'content-encoding', 'etag'])
        expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
      expect([head.statusCode, head.body, whole.statusCode]).toEqual([200, '', 200]);
    }
    await until(async () => (await openTransactions()) === 0);
  });

  test('a file tells the state of the data that it is of, whatever is published meanwhile', async () => {
    const other = await startHub({ from: 'demo', now });
    const asked = { language: 'en', now: now(), viewer: null } as unknown as Context;
    const context = createContext(other.orm, asked, new SharedReads());
    const snapshot = await takeSnapshot(context.em);
    try {
      const inSnapshot = readingFrom(context, snapshot.database);
      const { revision } = await inSnapshot.publication();
      await other.em.execute('update publication set revision = revision + 1');

      expect((await inSnapshot.publication()).revision).toBe(revision);
      expect((await context.publication()).revision).toBe(revision + 1);
    } finally {
      await snapshot.end();
      await other.close();
    }
  });

  test('a change of the data makes another file', async () => {
    const other = await startHub({ from: 'demo', now });
    try {
      const ask = (etag = '') =>
        other.server.inject({
          url: `/exports/progress.csv?asOf=${AS_OF}`,
          headers: { 'if-none-match': etag },
        });
      const etag = (await ask()).headers.etag as string;
      await other.orm.em
        .fork()
        .getConnection()
        .execute('update publication set revision = revision + 1');

      expect((await ask(etag)).statusCode).toBe(200);
    } finally {
      await other.close();
    }
  });

  test.each([
    [
      'institutions.csv?asof=2024-12-31',
      'asof is no parameter here; there are asOf, unit, kind, institutionKind, group, ownership, settled, search, includeClosed, bom.',
    ],
    ['progress.csv?asOf=2024-02-30', 'asOf must be a date such as 2025-06-30.'],
    ['progress.json?basis=today', 'basis must be one of AS_REPORTED, CURRENT_UNITS.'],
    ['progress.csv?unit=67&unit=68', 'unit must have one value.'],
    ['progress.csv?kind=PROVINCE', 'kind is that of the unit, which is missing.'],
    ['progress.csv?only=__proto__', 'only must be one of PROVINCE, DISTRICT, COMMUNE.'],
  ])('%s is refused: %s', async (path, message) => {
    const { statusCode, headers, body } = await download(path);

    expect(statusCode).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(headers['content-disposition']).toBeUndefined();
    expect(JSON.parse(body)).toMatchObject({
      title: 'Bad Request',
      status: 400,
      detail: message,
      code: 'PARAMETERS_INVALID',
      message,
    });
  });

  test('all that is wrong is told at once', async () => {
    const { body } = await download('progress.csv?asOf=x&basis=y&z=1');

    expect(JSON.parse(body).problems.map(({ field }: any) => field)).toEqual([
      ['z'],
      ['asOf'],
      ['basis'],
    ]);
  });

  test('a unit that there was not on the date is not found', async () => {
    const { statusCode, body } = await download('progress.csv?unit=67&asOf=2026-01-01');

    expect([statusCode, JSON.parse(body).code]).toEqual([404, 'NOT_FOUND']);
    expect(await hub.data(`{ administrativeUnit(${OLD}) { code } }`)).toBeTruthy();
  });

  test('a token that proves nothing is refused', async () => {
    const { statusCode, body } = await download('progress.csv', { authorization: 'Bearer x' });

    expect([statusCode, JSON.parse(body).code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('eight at once are all made, each in its turn, whichever addresses they come from', async () => {
    const one = Array.from({ length: 8 }, () => download('progress.csv'));
    const several = Array.from({ length: 8 }, (_, index) =>
      hub.server.inject({ url: '/exports/progress.csv', remoteAddress: `10.0.0.${index}` }),
    );

    for (const { statusCode, headers, body } of await Promise.all([...one, ...several])) {
      expect([statusCode, headers['retry-after']]).toEqual([200, undefined]);
      expect(body.length).toBeGreaterThan(10_000);
    }
  });

  test('one who waits and leaves gives the place in the line back', async () => {
    const address = await addressOf(hub);
    const leave = new AbortController();
    // As many as one address may have, and more than can be made while they arrive.
    const asked = Array.from({ length: EXPORT_LIMIT / 2 + EXPORTS_WAITING / 2 + 20 }, () =>
      fetch(`${address}/exports/progress.csv`, { signal: leave.signal }),
    );
    const refused = await new Promise<Response>((resolve) => {
      for (const each of asked)
        each.then(
          (answer) => answer.status === 503 && resolve(answer),
          () => undefined,
        );
    });
    const elsewhere = await hub.server.inject({
      url: '/exports/progress.csv?unit=68',
      remoteAddress: '10.0.0.1',
    });
    leave.abort();
    await Promise.allSettled(asked);

    expect(refused.headers.get('retry-after')).toBe('30');
    expect(elsewhere.statusCode).toBe(200);
    await until(async () => (await download('progress.csv')).statusCode === 200);
    await until(async () => (await openTransactions()) === 0);
  });

  test('every download gives its connection back: read, known, refused or broken off', async () => {
    const address = await addressOf(hub);
    const etag = (await download('progress.csv')).headers.etag as string;

    for (let turn = 0; turn <= EXPORT_LIMIT; turn += 1) {
      await download('progress.csv', { 'if-none-match': etag });
      await download('progress.csv?unit=nowhere');
      for (const encoding of ['identity', 'gzip', 'br'])
        await breakOff(`${address}/exports/progress.csv?asOf=${AS_OF}`, encoding);
    }

    await until(async () => (await openTransactions()) === 0);
    expect((await download('progress.csv')).statusCode).toBe(200);
  });
});

/** Where a hub listens, from the first time that it is asked. */
async function addressOf({ server }: TestHub): Promise<string> {
  return server.server.listening
    ? server.listeningOrigin
    : server.listen({ host: '127.0.0.1', port: 0 });
}

/** Takes the first bytes of a file and leaves. */
function breakOff(url: string, encoding: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      response.once('data', () => {
        response.destroy();
        resolve();
      });
    }).on('error', reject);
  });
}

/** Waits for what is done behind an answer; the test's own time limit ends it. */
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await setTimeout(20);
}

async function openTransactions(): Promise<number> {
  const [row] = await hub.em.getConnection().execute(
    `select count(*)::int as open from pg_stat_activity
      where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
  );
  return row!.open;
}

test('what the owner of the data has said of its use stands with every answer and download', async () => {
  const licence = 'https://creativecommons.org/licenses/by/4.0/';
  const licensed = await startHub({ sharing: hub.databaseUrl, now, licence });

  const answer = await licensed.ask('{ institutions(first: 1) { totalCount } }');
  const [csv, dataset, unlicensed] = await Promise.all([
    licensed.server.inject('/exports/institutions.csv'),
    licensed.server.inject('/exports/progress.json'),
    hub.server.inject('/exports/institutions.csv'),
  ]);

  expect(answer.extensions.data.licence).toBe(licence);
  expect(csv.headers['link']).toBe(`<${licence}>; rel="license"`);
  expect(dataset.json().extension.licence).toBe(licence);
  expect(unlicensed.headers['link']).toBeUndefined();
  expect(csv.headers['etag']).not.toBe(unlicensed.headers['etag']);
  await licensed.close();
});
