import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvFields } from '../src/shared/csv-line.js';
import { ImportError } from '../src/shared/csv.js';
import { sheetAsCsv } from '../src/shared/workbook/sheet-as-csv.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { bring, holding } from './support/imports.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  await bring(
    hub,
    'UNITS',
    csv(
      'kind,code,valid_from,name,parent_code,valid_to',
      ...['PROVINCE,01,,Tỉnh Một,,2025-06-30', 'PROVINCE,02,,Tỉnh Hai,,2025-06-30'],
      ...['COMMUNE,00001,,Xã Một,01,2025-06-30', 'COMMUNE,00002,,Xã Hai,01,2025-06-30'],
      'COMMUNE,00003,,Xã Ba,02,2025-06-30',
      ...['PROVINCE,01,2025-07-01,Tỉnh Mới,,', 'PROVINCE,03,2025-07-01,Tỉnh Ba,,'],
      ...['COMMUNE,00001,2025-07-01,Xã Mới,01,', 'COMMUNE,00012,2025-07-01,Xã Đông,01,'],
      ...['COMMUNE,00013,2025-07-01,Xã Tây,01,', 'COMMUNE,00031,2025-07-01,Xã Xa,03,'],
    ),
  );
  await bring(
    hub,
    'SUCCESSIONS',
    csv(
      'kind,predecessor_code,successor_code,effective_on,extent',
      ...['PROVINCE,01,01,2025-07-01,WHOLE', 'PROVINCE,02,01,2025-07-01,PART'],
      ...['PROVINCE,02,03,2025-07-01,PART', 'COMMUNE,00001,00001,2025-07-01,WHOLE'],
      // In one of two communes of the province, and in one of two provinces.
      ...['COMMUNE,00002,00012,2025-07-01,PART', 'COMMUNE,00002,00013,2025-07-01,PART'],
      ...['COMMUNE,00003,00013,2025-07-01,PART', 'COMMUNE,00003,00031,2025-07-01,PART'],
    ),
    { acceptCrossing: true },
  );
});
afterAll(() => hub.close());

const DAYS = ['1900-01-15', '2015-09-05', '2020-01-01', '2024-06-15', '2025-06-30', '2025-07-01'];
const LATER = ['2025-09-05', '2026-01-01'];
const CODES = ['001', '0002', '3E5', '=4', 'A,"5"', '2026-01-01'];
const NAMES = [
  ...['Trường Tiểu học Nguyễn Văn Trỗi', '=SUM(A1)', "'=SUM(A1)", "'Hoa Sen'", '-1', '+84', '@a'],
  ...['Trường "A", cơ sở 2', '0012', '1E5', '2020-01-01', 'Trường; số 1', 'TRUE', '＝1'],
];
/** One of some values, so often of six times, or else null. */
const sometimes = <Value>(often: number, values: readonly Value[]) =>
  fc.oneof(
    { weight: often, arbitrary: fc.constantFrom(...values) },
    { weight: 6 - often, arbitrary: fc.constant(null) },
  );
/** Something that is said of a school; what is null is not said. */
const step = fc.record({
  code: fc.constantFrom(...CODES),
  system: fc.constantFrom('MOET', 'MOET', 'ADMISSIONS-01'),
  name: sometimes(3, NAMES),
  kind: sometimes(1, ['PRIMARY_SCHOOL', 'MULTI_LEVEL_SCHOOL']),
  levels: sometimes(1, ['PRIMARY', 'PRIMARY|LOWER_SECONDARY', 'UPPER_SECONDARY|PRIMARY']),
  ownership: sometimes(1, ['PUBLIC', 'PRIVATE']),
  place: sometimes(2, [
    ...['COMMUNE 00001', 'COMMUNE 00002', 'COMMUNE 00003', 'COMMUNE 00012', 'COMMUNE 00031'],
    ...['PROVINCE 01', 'PROVINCE 02'],
  ]),
  changed_on: sometimes(3, [...DAYS, ...LATER]),
  opened_on: sometimes(1, DAYS),
  closed_on: sometimes(1, ['', ...DAYS.slice(2), ...LATER]),
  special_status: sometimes(1, ['SPECIALISED', '']),
  source_status: sometimes(1, ['CONFIRMED', 'UNCONFIRMED']),
  code_from: sometimes(1, [...DAYS, ...LATER]),
  further: sometimes(
    1,
    CODES.flatMap((code) => [`replaces_code ${code}`, `other_code ${code}`]),
  ),
});

type Step = typeof step extends fc.Arbitrary<infer Said> ? Said : never;

let refused = 0;
let unsettled = 0;

/** Each step as a file; a new school gets what it needs. */
async function take({ place, further, ...said }: Step) {
  const [unit_kind = null, unit_code = null] = place?.split(' ') ?? [];
  const [column, code = null] = further?.split(' ') ?? [];
  const other =
    column === undefined ? {} : { [column]: code, code_from: said.code_from ?? LATER[0] };
  const columns = Object.entries({ ...said, ...other, unit_kind, unit_code });
  const given = columns.filter(([, value]) => value !== null);
  const needed = { name: 'Trường', kind: 'PRIMARY_SCHOOL', levels: 'PRIMARY', ownership: 'PUBLIC' };
  const all = [{}, { ...needed, unit_code: '00001', unit_kind: 'COMMUNE' }].map((others) =>
    Object.entries<string | null>({ ...others, ...Object.fromEntries(given) }),
  );
  for (const row of all)
    try {
      const file = csv(
        row.map(([name]) => name).join(','),
        csvFields(row.map(([, value]) => value)),
      );
      await bring(hub, 'INSTITUTIONS', file, { reopen: true, acceptLikelyDuplicates: true });
      return;
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
    }
  refused += 1;
}

async function download(form: string, asOf: string, includeClosed: boolean): Promise<Uint8Array> {
  const url = `/exports/register.${form}?asOf=${asOf}&includeClosed=${includeClosed}`;
  const { statusCode, rawPayload } = await hub.server.inject({ url });
  expect(statusCode).toBe(200);
  return form === 'xlsx' ? (await sheetAsCsv(rawPayload)).csv : rawPayload;
}

test('whatever the register is, its file imported again changes nothing, on any day and in both forms', async () => {
  let taken = 0;
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 10 }),
      fc.array(
        fc.record({
          form: fc.constantFrom('csv', 'xlsx'),
          asOf: fc.constantFrom(...DAYS, ...LATER, '2026-11-20'),
          closed: fc.boolean(),
        }),
        { minLength: 3, maxLength: 3 },
      ),
      async (steps, files) => {
        for (const each of steps) await take(each);
        taken += steps.length;
        const before = await holding(hub);
        for (const { form, asOf, closed } of files) {
          const file = await download(form, asOf, closed);
          const { id, rows, findings } = await bring(hub, 'INSTITUTIONS', file);

          expect([...rows].filter(({ outcome }) => outcome !== 'UNCHANGED')).toEqual([]);
          told += [...rows].length;
          expect(id).toBeNull();
          expect(findings.filter(({ code }) => code !== 'NO_ROWS')).toEqual([]);
          unsettled += new TextDecoder().decode(file).split(',PROVINCE,').length - 1;
        }
        expect(await holding(hub)).toEqual(before);
      },
    ),
    { numRuns: 40, interruptAfterTimeLimit: 120_000 },
  );
  // Otherwise only refusals, or settled schools, would have been tried.
  expect(taken - refused).toBeGreaterThan(40);
  expect(told).toBeGreaterThan(100);
  expect(unsettled).toBeGreaterThan(0);
});
