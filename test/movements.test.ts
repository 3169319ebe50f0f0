import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  PlannerChangesDocument,
  PlannerMoversDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { CHUNK } from '../src/movements/both-sides.queries.js';
import { csv } from './support/files.js';
import { fillCountry } from './support/full-country.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { bring } from './support/imports.js';
import { idOfUnit } from './support/people.js';
import { lastMoment } from './support/planning.js';
import { approve, castOf, handedIn, now, TODAY } from './support/reporting.js';
import { askedOf, lineOfWalk } from './support/walk.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
});
afterAll(() => hub.close());

const GROUP = 'GENERAL_EDUCATION';
const PILLAR = 'DIGITAL_GOVERNANCE';
const OLD = { code: '67', on: '2024-12-31' };
/** Schools opened and closed in Đắk Nông between these, and two rounds were answered. */
const [FROM, TO] = ['2023-05-31', '2025-05-31'];

/** Every institution in a unit on a date, page by page, with its place and its pillars. */
async function institutionsOf(
  { code, on }: typeof OLD,
  asOf: string,
  of: TestHub = hub,
): Promise<Map<string, any>> {
  const found = new Map<string, any>();
  for (let after: string | null = null, more = true; more;) {
    const { unit }: any = await of.data(
      `query ($code: String!, $on: LocalDate!, $asOf: LocalDate!, $after: String) {
        unit: administrativeUnit(code: $code, on: $on, kind: PROVINCE) {
          institutions(on: $asOf, first: 100, after: $after) {
            nodes { code group unit(on: $asOf) { code kind }
              pillars(asOf: $asOf) { pillar observation stage points update { id } } }
            pageInfo { hasNextPage endCursor } } } }`,
      { code, on, asOf, after },
    );
    for (const node of unit.institutions.nodes) found.set(node.code, node);
    ({ endCursor: after, hasNextPage: more } = unit.institutions.pageInfo);
  }
  return found;
}

/** What an institution is in the figures of a line, from the walk; nothing when it is not in the unit. */
function walked(node: any, pillar: string | null) {
  const asked = node?.group === GROUP ? askedOf(node, pillar) : [];
  const all = (holds: (each: any) => boolean) => asked.length > 0 && asked.every(holds);
  return {
    institutions: asked.length > 0 ? 1 : 0,
    notApplicable: node?.group === GROUP && asked.length === 0 ? 1 : 0,
    reported: all(({ observation }) => observation === 'REPORTED') ? 1 : 0,
    completed: all(({ stage }) => stage === 'COMPLETED') ? 1 : 0,
  };
}

/** Why the counts of an institution differ, from the walk, where nobody moves and nothing is corrected. */
function reasonOfWalk(before: any, after: any, pillar: string | null): string | null {
  const [was, is] = [walked(before, pillar), walked(after, pillar)];
  if (JSON.stringify(was) === JSON.stringify(is)) return null;
  if (!before) return 'OPENED';
  if (!after) return 'CLOSED';
  if (was.completed < is.completed) return 'NEWLY_COMPLETED';
  return was.completed > is.completed ? 'FELL_BACK' : 'NEWLY_REPORTED';
}

/** The names of the institutions behind a reason, from all pages of it. */
async function listed(variables: object, reason: string): Promise<any[]> {
  const nodes: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { progressChange }: any = await hub.data(PlannerChangesDocument.toString(), {
      ...variables,
      reasons: [reason],
      first: 7,
      after,
    });
    const [part] = progressChange.lines[0].opened;
    if (!part) return [];
    nodes.push(...part.changed.nodes);
    ({ endCursor: after, hasNextPage: more } = part.changed.pageInfo);
    if (!more) expect(nodes).toHaveLength(part.count);
  }
  return nodes;
}

describe('what changed in a province between two dates', () => {
  test.each([PILLAR, null])('is what a walk over its institutions finds: %s', async (pillar) => {
    const [before, after] = [await institutionsOf(OLD, FROM), await institutionsOf(OLD, TO)];
    const variables = {
      unit: await idOfUnit(hub, '67', OLD.on),
      from: FROM,
      to: TO,
      group: GROUP,
      indicator: pillar ?? 'ALL_FOUR',
    };
    const { progressChange } = await hub.data(PlannerChangesDocument.toString(), variables);
    const [line, ...others] = progressChange.lines;
    expect(others).toEqual([]);
    const recounted = [before, after].map((nodes) => {
      const { institutions, completed, reported, notApplicable } = lineOfWalk([...nodes.values()], {
        group: GROUP,
        pillar: pillar as never,
      });
      const percent = (completed / institutions) * 100;
      return { institutions, completed, reported, notApplicable, percent };
    });
    expect([line.before, line.after]).toEqual(recounted);
    expect(line.percentPoints).toBe(recounted[1]!.percent - recounted[0]!.percent);

    // Nobody moved and nothing was corrected, so a walk can tell every reason.
    const reasons = new Map<string, string[]>();
    for (const code of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const reason = reasonOfWalk(before.get(code), after.get(code), pillar);
      if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), code]);
    }
    expect(line.all.map(({ reason, count }: any) => [reason, count]).sort()).toEqual(
      [...reasons].map(([reason, codes]) => [reason, codes.length]).sort(),
    );
    for (const [reason, codes] of reasons) {
      const nodes = await listed(variables, reason);
      expect([reason, nodes.map(({ institution }) => institution.code).sort()]).toEqual([
        reason,
        codes,
      ]);
      for (const { institution, ...then } of nodes)
        for (const [end, nodesThen] of [
          ['before', before],
          ['after', after],
        ] as const) {
          const node = nodesThen.get(institution.code);
          const state = then[end];
          expect([end, institution.code, state.counted]).toEqual([
            end,
            institution.code,
            node !== undefined,
          ]);
          const own = node?.pillars.find((each: any) => each.pillar === pillar);
          if (own) expect([state.stage, state.points]).toEqual([own.stage, own.points]);
        }
    }
    const seen = ['OPENED', 'CLOSED', 'NEWLY_COMPLETED', 'NEWLY_REPORTED'];
    expect([...reasons.keys()]).toEqual(
      expect.arrayContaining(pillar === null ? seen : [...seen, 'FELL_BACK']),
    );
  });

  test('names the round that counted on each date', async () => {
    const nodes = await listed(
      {
        unit: await idOfUnit(hub, '67', OLD.on),
        from: FROM,
        to: TO,
        group: GROUP,
        indicator: PILLAR,
      },
      'FELL_BACK',
    );
    expect(nodes.length).toBeGreaterThan(0);
    for (const { before, after } of nodes) {
      expect([before.stage, before.round.code <= after.round.code]).toEqual(['COMPLETED', true]);
      expect(after.stage).not.toBe('COMPLETED');
    }
  });
});

describe('a change warns', () => {
  /** What `progress` warns of on a date, except of targets and of what its trend needs. */
  const warningsOf = async (unit: typeof OLD, asOf: string, more = '') => {
    const { administrativeUnit } = await hub.data(
      `query ($code: String!, $on: LocalDate!, $asOf: LocalDate!) {
        administrativeUnit(code: $code, on: $on, kind: PROVINCE) {
          progress(asOf: $asOf, groups: [${GROUP}] ${more}) { warnings { code group message institutions units { id name } } } } }`,
      { ...unit, asOf },
      EN,
    );
    return administrativeUnit.progress.warnings.filter(({ code }: any) => !code.endsWith('TARGET'));
  };
  const warned = async (variables: object, headers: Record<string, string> = EN) => {
    const { progressChange } = await hub.data(
      PlannerChangesDocument.toString(),
      { group: GROUP, indicator: 'ALL_FOUR', from: FROM, to: TO, ...variables },
      headers,
    );
    return progressChange.warnings as any[];
  };
  const EN = { 'accept-language': 'en' };

  test('of what the reports of both dates warn of, and says of what holds for one alone for which', async () => {
    const told = await warned({ unit: await idOfUnit(hub, '67', OLD.on) });
    const reports = [
      ['Before', FROM, await warningsOf(OLD, FROM, 'indicators: ["ALL_FOUR"]')],
      ['After', TO, await warningsOf(OLD, TO, 'indicators: ["ALL_FOUR"]')],
    ] as const;

    const texts = reports.map(([, , warnings]) => warnings.map(({ message }: any) => message));
    const expected = reports.flatMap(([end, date, warnings], index) =>
      warnings.flatMap((each: any) => {
        const inBoth = texts[1 - index]!.includes(each.message);
        if (inBoth) return index === 0 ? [each] : [];
        return [{ ...each, message: `${end} (${date}): ${each.message}` }];
      }),
    );
    expect(told).toEqual(expected);
    expect(new Set(told.map(({ code }) => code))).toEqual(
      new Set(['ILLUSTRATIVE_DATA', 'LOW_COVERAGE', 'UNSETTLED_LOCATION']),
    );
    expect(told.some(({ message }) => message.startsWith('Before'))).toBe(true);
    expect(told.some(({ message }) => /^(Before|After)/.test(message) === false)).toBe(true);
  });

  test('in the language of the request, and of the whole country', async () => {
    const told = await warned({}, { 'accept-language': 'vi' });
    const [illustrative] = told.filter(({ code }) => code === 'ILLUSTRATIVE_DATA');
    // Those of each province that then was are in its own report.
    const { provinces } = await hub.data(
      `{ provinces: administrativeUnits(first: 100, filter: { kind: PROVINCE, on: "${FROM}" }) { nodes {
        progress(asOf: "${FROM}", groups: [${GROUP}], indicators: ["ALL_FOUR"]) { warnings { code institutions } } } } }`,
    );
    const institutions = provinces.nodes.reduce(
      (total: number, { progress }: any) =>
        total +
        (progress.warnings.find(({ code }: any) => code === 'ILLUSTRATIVE_DATA')?.institutions ??
          0),
      0,
    );
    expect(institutions).toBeGreaterThan(100);

    expect(illustrative).toMatchObject({
      institutions,
      message: expect.stringMatching(new RegExp(`^Trước \\(${FROM}\\): Có dữ liệu minh hoạ`)),
    });
  });
});

describe('the units of a tier by how they changed', () => {
  test('are those that a walk over the institutions of all of them puts in this order', async () => {
    const [before, after] = [await institutionsOf(OLD, FROM), await institutionsOf(OLD, TO)];
    const variables = {
      unit: await idOfUnit(hub, '67', OLD.on),
      unitKind: 'COMMUNE',
      from: FROM,
      to: TO,
      group: GROUP,
      indicator: PILLAR,
      first: 100,
    };
    const { progressMovers } = await hub.data(PlannerMoversDocument.toString(), variables);
    const countsIn = (nodes: Map<string, any>, commune: string) => {
      const inside = [...nodes.values()].filter(({ unit }) => unit.code === commune);
      const counts = inside.map((node) => walked(node, PILLAR));
      const sum = (name: 'institutions' | 'completed') =>
        counts.reduce((total, each) => total + each[name], 0);
      return { institutions: sum('institutions'), completed: sum('completed') };
    };
    const codes = progressMovers.nodes.map(({ unit }: any) => unit.code);
    const communes = new Set(
      [...before.values(), ...after.values()]
        .filter(({ unit }: any) => unit.kind === 'COMMUNE')
        .map(({ unit }: any) => unit.code),
    );
    expect(progressMovers.totalCount).toBe(codes.length);
    expect([...communes].filter((code) => !codes.includes(code))).toEqual([]);

    const points: (number | null)[] = [];
    for (const { unit, ...mover } of progressMovers.nodes) {
      const [was, is] = [countsIn(before, unit.code), countsIn(after, unit.code)];
      const known = was.institutions > 0 && is.institutions > 0;
      const more = known
        ? (is.completed / is.institutions - was.completed / was.institutions) * 100
        : null;
      points.push(more && Math.abs(Math.round(more * 1e6)));
      expect([unit.code, mover]).toMatchObject([
        unit.code,
        {
          presence: 'BOTH_DATES',
          before: was,
          after: is,
          difference: { completed: is.completed - was.completed },
          percentPoints: more === null ? null : expect.closeTo(more, 9),
        },
      ]);
    }
    expect(points).toEqual([...points].sort((a, b) => (b ?? -1) - (a ?? -1)));
    expect(progressMovers.nodes.map(({ rank }: any) => rank)).toEqual(
      points.map((each) =>
        each === null ? null : points.filter((other) => other !== null && other > each).length + 1,
      ),
    );
    expect(new Set(points).size).toBeGreaterThan(5);
  });

  test('are walked page by page, and a cursor ends when its unit is at another place', async () => {
    const ask = (first: number, after: string | null, direction = 'EITHER') =>
      hub.ask(PlannerMoversDocument.toString(), {
        unitKind: 'COMMUNE',
        from: FROM,
        to: TO,
        group: GROUP,
        direction,
        first,
        after,
      });
    const whole = (await ask(30, null)).data.progressMovers.nodes;
    const first = (await ask(10, null)).data.progressMovers;
    const second = (await ask(20, first.pageInfo.endCursor)).data.progressMovers;
    expect([...first.nodes, ...second.nodes]).toEqual(whole);
    const { errors } = await ask(20, first.pageInfo.endCursor, 'DOWN');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_OUTDATED']);
  });

  test('are told to have begun or ended between the dates, instead of counting nothing', async () => {
    const ask = async (basis: string) => {
      const { progressMovers } = await hub.data(PlannerMoversDocument.toString(), {
        from: '2025-05-31',
        to: TODAY,
        basis,
        group: GROUP,
        indicator: PILLAR,
      });
      return progressMovers.nodes.map(
        ({ unit, presence, before, after, difference, rank }: any) => [
          unit.code,
          presence,
          before === null,
          after === null,
          difference === null,
          rank,
        ],
      );
    };
    expect(await ask('AS_REPORTED')).toEqual([
      ['60', 'FIRST_DATE_ONLY', false, true, true, null],
      ['67', 'FIRST_DATE_ONLY', false, true, true, null],
      ['68', 'FIRST_DATE_ONLY', false, true, true, null],
      ['68', 'SECOND_DATE_ONLY', true, false, true, null],
    ]);
    expect(await ask('CURRENT_UNITS')).toEqual([['68', 'BOTH_DATES', false, false, false, 1]]);
  });
});

/** The codes of what is refused, with the argument that is named. */
async function refusals(fields: string): Promise<unknown[]> {
  const { errors } = await hub.ask(`{ ${fields} }`);
  return errors
    .map(({ extensions, path }: any) => [
      path.join('.'),
      extensions.code,
      extensions.argument ?? null,
    ])
    .sort();
}

describe('a change that has no answer is refused alone', () => {
  test('with the reason, while the rest of the request is answered', async () => {
    const [old, present] = [await idOfUnit(hub, '67', OLD.on), await idOfUnit(hub, '68', TODAY)];
    const change = (name: string, arguments_: string) =>
      `${name}: progressChange(${arguments_}) { from to lines { percentPoints } }`;
    const fields = [
      change('order', `unit: "${old}", from: "2024-01-02", to: "2024-01-01"`),
      change(
        'moments',
        `unit: "${old}", from: "2024-01-01", to: "2024-01-01", knownFrom: "2024-01-02T00:00:00Z", knownTo: "2024-01-01T00:00:00Z"`,
      ),
      change('ended', `unit: "${old}", from: "2025-06-30", to: "2025-07-01"`),
      change('early', `unit: "${present}", from: "2025-06-30", to: "2025-07-01"`),
      change('wide', 'from: "2024-01-01", to: "2024-01-01", knownFrom: "2024-01-01T00:00:00Z"'),
      change('unknown', 'unit: "abc", from: "2024-01-01"'),
      change('code', 'from: "2024-01-01", indicators: ["nothing"]'),
      'movers: progressMovers(from: "2024-01-02", to: "2024-01-01", group: GENERAL_EDUCATION, first: 1) { totalCount }',
      `moversEnded: progressMovers(unit: "${old}", from: "2024-01-02", to: "${TODAY}", group: GENERAL_EDUCATION, first: 1) { totalCount }`,
      'fine: progressMovers(from: "2024-01-01", group: GENERAL_EDUCATION, first: 1) { totalCount }',
    ].join('\n');
    expect(await refusals(fields)).toEqual(
      [
        ['order', 'DATES_OUT_OF_ORDER', 'from'],
        ['moments', 'DATES_OUT_OF_ORDER', 'knownFrom'],
        ['ended', 'OUTSIDE_UNIT_SPAN', null],
        ['early', 'OUTSIDE_UNIT_SPAN', null],
        ['wide', 'CHANGE_TOO_WIDE', 'knownFrom'],
        ['unknown', 'NOT_FOUND', 'unit'],
        ['code', 'INDICATOR_UNKNOWN', 'indicators'],
        ['movers', 'DATES_OUT_OF_ORDER', 'from'],
        ['moversEnded', 'OUTSIDE_UNIT_SPAN', null],
      ].sort(),
    );
    const { data } = await hub.ask(`{ ${fields} }`);
    expect(data.fine.totalCount).toBe(4);
  });

  test('and null means what a left out argument means', async () => {
    const about = `from: "2024-12-31", to: "${TODAY}"`;
    const { given, left } = await hub.data(
      `{ given: progressChange(unit: null, knownFrom: null, knownTo: null, groups: null, pillars: null, indicators: null, ${about}) { ...It }
         left: progressChange(${about}) { ...It } }
       fragment It on ProgressChange { unit { id } knownFrom knownTo lines { group indicator { code } difference { completed } parts(reasons: null) { reason count } } }`,
    );
    expect(given).toEqual(left);
    expect(given.lines).toHaveLength(10);
  });
});

describe('nothing changed', () => {
  test('between a date and itself', async () => {
    const { progressChange } = await hub.data(
      `{ progressChange(from: "${TODAY}", to: "${TODAY}") { lines { before { completed } after { completed } percentPoints parts { reason } } } }`,
    );
    for (const { before, after, percentPoints, parts } of progressChange.lines)
      expect([before, percentPoints, parts]).toEqual([after, 0, []]);
  });

  test('before anything existed, and nothing is a percentage of nothing', async () => {
    const { progressChange } = await hub.data(
      '{ progressChange(from: "1900-01-01", to: "1950-01-01") { lines { after { institutions percent } percentPoints parts { reason } } } }',
    );
    // Institutions of which no opening is recorded have always been there.
    const { progressChange: begun } = await hub.data(
      '{ progressChange(from: "1950-01-01", to: "2020-01-01") { lines { parts { reason } } } }',
    );
    expect(progressChange.lines.flatMap(({ parts }: any) => parts)).toEqual([]);
    expect(begun.lines.flatMap(({ parts }: any) => parts)).toEqual([]);
  });
});

test('restated on the borders of now, the reform of 2025 is no change', async () => {
  const unit = await idOfUnit(hub, '68', TODAY);
  const { progressChange } = await hub.data(
    `{ progressChange(unit: "${unit}", from: "2025-06-30", to: "2025-07-01", basis: CURRENT_UNITS) {
      lines { before { institutions completed reported notApplicable } after { institutions completed reported notApplicable } parts { reason } } } }`,
  );
  for (const { before, after, parts } of progressChange.lines)
    expect([after, parts]).toEqual([before, []]);
  expect(progressChange.lines[0].before.institutions).toBeGreaterThan(100);
});

test('what is in review is no change, an approval is, and one that is taken back corrects it', async () => {
  const cast = await castOf(hub);
  const ask = async (knownFrom: string, knownTo: string | null) => {
    const { progressChange } = await hub.data(
      `query ($unit: ID!, $knownFrom: DateTime, $knownTo: DateTime) {
        progressChange(unit: $unit, from: "${TODAY}", to: "${TODAY}", knownFrom: $knownFrom, knownTo: $knownTo
          groups: [${GROUP}], pillars: [${PILLAR}]) { lines { difference { reported completed } parts { reason count
            changed(first: 5) { nodes { institution { id } before { stage round { id } } after { stage round { id } } } } } } } }`,
      { unit: cast.province, knownFrom, knownTo },
    );
    return progressChange.lines[0];
  };
  const start = await lastMoment(hub);
  const { id, version } = await handedIn(hub, cast);
  expect(await ask(start, null)).toEqual({ difference: { reported: 0, completed: 0 }, parts: [] });

  const { update } = await approve(hub, cast.reviewer, { id, version });
  const approved = await lastMoment(hub);
  const [part, ...others] = (await ask(start, null)).parts;
  expect(others).toEqual([]);
  expect(part).toMatchObject({ reason: 'NEWLY_COMPLETED', count: 1 });
  expect(part.changed.nodes).toMatchObject([
    {
      institution: { id: cast.institution },
      after: { stage: 'COMPLETED', round: { id: cast.round } },
    },
  ]);

  await hub.data(
    `mutation ($input: StatusUpdateTakeBackInput!) { statusUpdateTakeBack(input: $input) { userErrors { code } } }`,
    { input: { id, version: update!.version, reason: 'Duyệt nhầm' } },
    cast.reviewer,
  );
  expect((await ask(approved, null)).parts).toMatchObject([{ reason: 'CORRECTED', count: 1 }]);
  expect((await ask(start, null)).parts).toEqual([]);
  expect((await ask(start, approved)).parts).toMatchObject([{ reason: 'NEWLY_COMPLETED' }]);
});

describe('in a country of its own', () => {
  const HEADER =
    'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on,located_from';
  let own: TestHub;
  beforeAll(async () => {
    own = await startHub({ now });
    const units = [
      'PROVINCE,01,Tỉnh,,,',
      'COMMUNE,00001,Xã Một,01,,2025-06-30',
      'COMMUNE,00002,Xã Hai,01,,',
      'COMMUNE,00003,Xã Ba,01,,2025-06-30',
    ];
    await bring(own, 'UNITS', csv('kind,code,name,parent_code,valid_from,valid_to', ...units));
    await bring(
      own,
      'SUCCESSIONS',
      csv(
        'kind,predecessor_code,successor_code,effective_on,extent',
        'COMMUNE,00001,00002,2025-07-01,WHOLE',
        'COMMUNE,00003,00002,2025-07-01,PART',
      ),
    );
    const school = (code: string, unit: string, dates = ',,', kind = 'PRIMARY_SCHOOL') =>
      `MOET,${code},Trường ${code},${kind},PRIMARY,PUBLIC,${unit},${dates}`;
    await bring(
      own,
      'INSTITUTIONS',
      csv(
        HEADER,
        school('stays', '00002'),
        school('taken-over', '00001'),
        school('short', '00002', '2025-02-01,2025-03-31,2025-02-01'),
        school('opens', '00002', '2025-02-01,,2025-02-01'),
        school('closes', '00002', ',2025-03-31,'),
        school('moves', '00001'),
      ),
    );
    await bring(own, 'INSTITUTIONS', csv(HEADER, school('moves', '00002', ',,2025-03-01')));
  });
  afterAll(() => own.close());

  test('what cannot be restated is warned of, for the date that it concerns', async () => {
    const unit = await idOfUnit(own, '00002', TODAY);
    const warned = async (from: string) => {
      const { progressChange } = await own.data(
        `{ progressChange(unit: "${unit}", from: "${from}", to: "2025-12-31", basis: CURRENT_UNITS) {
          warnings { code message units { code } } } }`,
        {},
        { 'accept-language': 'en' },
      );
      return progressChange.warnings.filter(({ code }: any) => code === 'PART_SUCCESSION');
    };

    expect(await warned('2025-01-01')).toEqual([
      {
        code: 'PART_SUCCESSION',
        message: expect.stringMatching(/^Before \(2025-01-01\): 1 predecessor/),
        units: [{ code: '00003' }],
      },
    ]);
    expect(await warned('2025-07-01')).toEqual([]);
  });

  test('one that opened and closed in between is in no part, and who came by itself is told from who came with its commune', async () => {
    const unit = await idOfUnit(own, '00002', TODAY);
    const { progressChange } = await own.data(
      `{ progressChange(unit: "${unit}", from: "2025-01-01", to: "2025-12-31", groups: [${GROUP}], pillars: [${PILLAR}]) {
        lines { before { institutions percent } after { institutions } percentPoints parts { reason changed(first: 5) { nodes { institution { code } } } } } } }`,
    );
    const [{ parts, ...line }] = progressChange.lines;
    expect(line).toEqual({
      before: { institutions: 2, percent: 0 },
      after: { institutions: 4 },
      percentPoints: 0,
    });
    expect(
      parts.map(({ reason, changed }: any) => [
        reason,
        changed.nodes.map(({ institution }: any) => institution.code),
      ]),
    ).toEqual([
      ['OPENED', ['opens']],
      ['CLOSED', ['closes']],
      ['MOVED_IN', ['moves']],
      ['BORDERS_CHANGED', ['taken-over']],
    ]);
  });
});

/** Lets every fifth school of a full country report as some primary school of the demo has, in each round. */
const REPORT_ALIKE = `with donors as (
    select institution_id, row_number() over (order by institution_id) - 1 as place, count(*) over () as all_of_them
    from (select distinct institution_id from status_update
      join institution_period as period using (institution_id)
      where state = 'APPROVED' and kind = 'PRIMARY_SCHOOL' and period.superseded_at is null) as reporting
  ), taking as (
    select id, institution_id as donor from institution
    join donors on place = substring(code from 6)::int % all_of_them
    where code like 'FULL-%' and substring(code from 6)::int % 5 = 0
  ), given as (
    select taking.id as institution_id, original.id as original_id, original.round_id
    from taking join status_update as original on original.institution_id = donor and state = 'APPROVED'
  ), updates as (
    insert into status_update (institution_id, round_id, state)
    select institution_id, round_id, 'APPROVED' from given returning id, institution_id, round_id
  ), revisions as (
    insert into status_update_revision (update_id, number, submitted_at, decision, decided_at)
    select updates.id, number, submitted_at, decision, decided_at
    from updates join given using (institution_id, round_id)
    join status_update_revision as revision on revision.update_id = original_id and submitted_at is not null
    returning id, update_id, number
  )
  insert into indicator_result (revision_id, indicator, stage, points, max_points)
  select revisions.id, indicator, stage, points, max_points
  from revisions join updates on updates.id = revisions.update_id
  join given using (institution_id, round_id)
  join status_update_revision as revision
    on revision.update_id = original_id and revision.number = revisions.number
  join indicator_result as result on result.revision_id = revision.id`;

test('over more institutions than are read at once, a change is what a walk finds, of a unit and of the country', async () => {
  const many = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  try {
    await fillCountry(many.em, 2 * CHUNK + 50);
    await many.em.fork().execute(REPORT_ALIKE);
    await many.em.fork().execute(
      `update institution_period as period
       set valid_from = case when at % 3 = 0 then '2025-10-01'::date end,
         valid_to = case when at % 7 = 0 then '2026-03-31'::date end
       from (select id, substring(code from 6)::int as at from institution where code like 'FULL-%') as filled
       where filled.id = institution_id`,
    );
    const [from, province] = ['2025-08-31', { code: '68', on: TODAY }];
    const before = await institutionsOf(province, from, many);
    const after = await institutionsOf(province, TODAY, many);
    const codes = [...new Set([...before.keys(), ...after.keys()])];
    expect(codes.length).toBeGreaterThan(2 * CHUNK);
    const total = (nodes: any[]) => {
      const { institutions, completed, reported, notApplicable } = lineOfWalk(nodes, {
        group: GROUP,
        pillar: PILLAR,
      });
      return { institutions, completed, reported, notApplicable };
    };
    const behind = Map.groupBy(codes, (code) =>
      reasonOfWalk(before.get(code), after.get(code), PILLAR),
    );
    behind.delete(null);
    expect([...behind.keys()].sort()).toEqual(
      expect.arrayContaining(['CLOSED', 'NEWLY_COMPLETED', 'OPENED']),
    );

    for (const unit of [await idOfUnit(many, '68', TODAY), null]) {
      const { progressChange } = await many.data(PlannerChangesDocument.toString(), {
        ...{ unit, from, to: TODAY, group: GROUP, indicator: PILLAR, first: 1 },
      });
      const [line] = progressChange.lines;
      expect([line.before, line.after]).toMatchObject([
        total([...before.values()]),
        total([...after.values()]),
      ]);
      expect(
        line.all.map(({ reason, count, difference }: any) => [reason, count, difference]).sort(),
      ).toEqual(
        [...behind]
          .map(([reason, of]) => {
            const counted = (nodes: Map<string, any>): Record<string, number> =>
              total(of.flatMap((code) => nodes.get(code) ?? []));
            const [was, is] = [counted(before), counted(after)];
            const difference = Object.fromEntries(
              Object.entries(is).map(([counter, count]) => [counter, count - was[counter]!]),
            );
            return [reason, of.length, difference];
          })
          .sort(),
      );
    }
  } finally {
    await many.close();
  }
});

test('a change is answered from memory until something is published', async () => {
  const keeping = await startHub({ from: 'demo', now, cacheMegabytes: 8 });
  try {
    const cast = await castOf(keeping);
    const { id, version } = await handedIn(keeping, cast);
    const question = `{ progressChange(unit: "${cast.province}", from: "2025-12-31", groups: [${GROUP}], pillars: [${PILLAR}]) { lines { difference { completed } } } }`;
    const first = await keeping.data(question);
    const again = async () => {
      // What is kept of an answer is checked after it was sent; these wait for that.
      for (let time = 0; time < 3; time += 1) await keeping.ask('{ __typename }');
      let found: unknown;
      const statements = await keeping.countStatements(
        async () => void (found = await keeping.data(question)),
        { keeping: true },
      );
      return { statements, found };
    };
    await again();
    expect(await again()).toEqual({ statements: 1, found: first });
    await approve(keeping, cast.reviewer, { id, version });
    const [line] = (await keeping.data(question)).progressChange.lines;
    expect(line.difference.completed).toBe(first.progressChange.lines[0].difference.completed + 1);
  } finally {
    await keeping.close();
  }
});
