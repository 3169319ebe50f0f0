import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recordFramework } from '../src/frameworks/framework.service.js';
import { publish } from '../src/database/publish.js';
import { referenceFramework } from '../seeds/reference/frameworks.js';
import { bring, undo } from './support/imports.js';
import { csv } from './support/files.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { migrateAgain } from './support/older-demo.js';
import { lastMoment } from './support/planning.js';
import { now } from './support/reporting.js';

/** Two communes become one. When which part of that was recorded is the story. */
const LAST_DAY = '2025-06-30';
const UNITS = 'kind,code,name,parent_code,valid_from,valid_to';
const SUCCESSIONS = 'kind,predecessor_code,successor_code,effective_on,extent';
const INSTITUTIONS = 'system,code,name,kind,levels,ownership,unit_code';

let hub: TestHub;
/** What was answered while it was all that was known, by its moment. */
const known: { at: string; answers: unknown }[] = [];

const units = (...rows: string[]) => bring(hub, 'UNITS', csv(UNITS, ...rows));
const successions = (...rows: string[]) => bring(hub, 'SUCCESSIONS', csv(SUCCESSIONS, ...rows));
const STORY: (() => Promise<unknown>)[] = [
  () => units('COMMUNE,00003,Phường Mới,01,2025-07-01,'),
  () => units(`COMMUNE,00001,Xã Một,01,,${LAST_DAY}`),
  () => successions('COMMUNE,00001,00003,2025-07-01,WHOLE'),
  () => units(`COMMUNE,00002,Xã Hai,01,,${LAST_DAY}`),
  () => successions('COMMUNE,00002,00003,2025-07-01,WHOLE'),
  () => successions('COMMUNE,00002,00003,2025-07-01,PART'),
  async () => undo(hub, (await successions('COMMUNE,00001,00003,2025-07-01,PART')).id!),
  () =>
    publish(hub.em, async (em) => {
      const all = await referenceFramework('four-pillar');
      const criteria = all.criteria.map((criterion) =>
        criterion.section === 'STANDARDIZED_DATA'
          ? criterion
          : { ...criterion, kinds: ['COLLEGE' as const] },
      );
      await recordFramework(em, { ...all, criteria });
      return { changed: true };
    }),
];

beforeAll(async () => {
  hub = await startHub({ now, limits: UNBOUNDED });
  await units('PROVINCE,01,Tỉnh,,,', 'COMMUNE,00001,Xã Một,01,,', 'COMMUNE,00002,Xã Hai,01,,');
  const schools = ['00001', '00001', '00002'].map(
    (unit, index) => `MOET,${index},Trường ${index},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit}`,
  );
  await bring(hub, 'INSTITUTIONS', csv(INSTITUTIONS, ...schools));
  for (const step of [async () => {}, ...STORY]) {
    await step();
    known.push({ at: await lastMoment(hub), answers: await answers() });
  }
});
afterAll(() => hub.close());

const DAYS = ['2024-12-31', '2025-12-31'];
const PLACES = [
  ['01', 'PROVINCE', DAYS[0]!],
  ['00001', 'COMMUNE', DAYS[0]!],
  ['00002', 'COMMUNE', DAYS[0]!],
  ['00003', 'COMMUNE', DAYS[1]!],
] as const;
const REPORT = `lines { group pillar institutions notReported notApplicable carriedForward
    counted(figure: INSTITUTIONS, first: 10) { nodes { code } } }
  warnings { code institutions units { code } }`;
const SUCCESSION = 'predecessor { code } successor { code } effectiveOn extent';

/** Everything that depends on units, successions and frameworks, with what is refused. */
async function answers(at?: string): Promise<Record<string, any>> {
  const known = at === undefined ? '' : `knownAt: "${at}"`;
  const reports = (['AS_REPORTED', 'CURRENT_UNITS'] as const).flatMap((basis) => [
    `${basis}: progress(basis: ${basis} ${known}) { asOf ${REPORT} }`,
    `${basis}_SERIES: progressSeries(on: ${JSON.stringify(DAYS)}, basis: ${basis} ${known}) { asOf ${REPORT} }`,
  ]);
  const fields = `${reports.join('\n')}
    workforce(asOf: "${DAYS[1]}" ${known}) { asOf }
    predecessors${known && `(${known})`} { ${SUCCESSION} } successors${known && `(${known})`} { ${SUCCESSION} }`;
  const found = await Promise.all(
    PLACES.map(async ([code, kind, on]) => {
      const { data, errors } = await hub.ask(
        `{ unit: administrativeUnit(code: "${code}", kind: ${kind}, on: "${on}") { ${fields} } }`,
      );
      const refused = errors.map(({ message, path }) => [path?.join('.'), message]);
      return [code, data.unit && { ...data.unit, refused }];
    }),
  );
  return Object.fromEntries(found);
}

test('whatever is recorded later of units, successions and frameworks, nothing moves that was known before it', async () => {
  expect(new Set(known.map(({ answers }) => JSON.stringify(answers))).size).toBe(8);
  for (const { at, answers: then } of known) {
    const again = await answers(at);
    for (const [code, answer] of Object.entries(then as object))
      // A unit that was recorded later has figures on its borders of now.
      if (answer !== null) expect({ at, code, answer: again[code] }).toEqual({ at, code, answer });
  }
});

test('a unit has restated the figures of those that were known to have become a part of it whole', async () => {
  const told = known.map(({ answers }: any) => {
    const report = answers['00003']?.CURRENT_UNITS_SERIES[0];
    if (!report) return null;
    const parts = report.warnings.find(({ code }: any) => code === 'PART_SUCCESSION');
    return [report.lines[0].institutions, parts?.units.map(({ code }: any) => code) ?? []];
  });

  expect(told).toEqual([
    null,
    [0, []],
    [0, []],
    [2, []],
    [2, []],
    [3, []],
    [2, ['00002']],
    [2, ['00002']],
    [0, ['00002']],
  ]);
});

test('a date after the end of a unit is refused only where the end was known', async () => {
  const refused = known.map(({ answers }: any) => answers['00001'].refused.length);

  expect(refused).toEqual([0, 0, 3, 3, 3, 3, 3, 3, 3]);
});

test('units and successions of an older database count as known since ever', async () => {
  await migrateAgain(hub, '20261130900000-known-units');

  const [first] = known;
  const [then, present] = [await answers(first!.at), await answers()];
  for (const [code] of PLACES)
    expect([then[code].predecessors, then[code].refused]).toEqual([
      present[code].predecessors,
      present[code].refused,
    ]);
});
