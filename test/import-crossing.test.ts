import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { importSuccessions } from '../src/units/succession.import.js';
import { importUnits } from '../src/units/unit.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { emptied } from './support/imports.js';

const UNITS = csv(
  'kind,code,name,parent_code,valid_from,valid_to',
  'PROVINCE,01,Tỉnh Một,,,2025-06-30',
  'DISTRICT,001,Huyện Một,01,,2025-06-30',
  'COMMUNE,00001,Xã Một,001,,2025-06-30',
  'COMMUNE,00002,Xã Hai,001,,2025-06-30',
  'PROVINCE,01,Tỉnh Một mới,,2025-07-01,',
  'COMMUNE,00001,Xã Một mới,01,2025-07-01,',
  'PROVINCE,02,Tỉnh Hai mới,,2025-07-01,',
  'COMMUNE,00002,Xã Hai mới,02,2025-07-01,',
);
const HEADER = 'kind,predecessor_code,successor_code,effective_on,extent';
const PROVINCE = 'PROVINCE,01,01,2025-07-01,WHOLE';
const INSIDE = 'COMMUNE,00001,00001,2025-07-01,WHOLE';
const ACROSS = 'COMMUNE,00002,00002,2025-07-01,WHOLE';
const TOLD =
  '“Xã Hai” (00002) is in “Tỉnh Một” (01), but “Xã Hai mới” (00002) is in “Tỉnh Hai mới” (02); “Tỉnh Một” (01) was taken over by “Tỉnh Một mới” (01)';

/** Where the developers' machines have the real units. */
const REAL = new URL('../../shared/data/vietnam/', import.meta.url);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  await emptied(hub);
  await publish(hub.em, (em) => importUnits(em, UNITS));
});

const bring = (rows: string[], acceptCrossing = false) =>
  publish(hub.em, (em) => importSuccessions(em, csv(HEADER, ...rows), { acceptCrossing }));

/** The rows that are refused for crossing, with the English reasons. */
async function refusedRows(rows: string[]): Promise<[row: number, text: string][]> {
  const error: any = await bring(rows).catch((refused: unknown) => refused);
  return (error.problems ?? []).map(({ row, code, text }: any) => {
    expect(code).toBe('SUCCESSION_CROSSES');
    return [row, text.en];
  });
}

test.each([
  [[PROVINCE, INSIDE, ACROSS], 4],
  [[ACROSS, INSIDE, PROVINCE], 2],
])(
  'a commune that leaves what took over its province is told and refused: %p',
  async (rows, row) => {
    expect(await refusedRows(rows)).toEqual([
      [
        row,
        `crosses a border of a higher tier: ${TOLD}. Correct the row; if it is so, import it again with --accept-crossing`,
      ],
    ]);
  },
);

test('with the flag it is taken and told, and the same file asks no more', async () => {
  const taken = await bring([PROVINCE, INSIDE, ACROSS], true);
  const again = await bring([PROVINCE, INSIDE, ACROSS]);

  expect(taken).toMatchObject({ created: 3, crossings: [{ en: TOLD }] });
  expect(again).toMatchObject({ changed: false, unchanged: 3, crossings: [] });
});

test('the row of the province is refused when its communes came before in another file', async () => {
  await bring([INSIDE, ACROSS]);

  const refused = await refusedRows([PROVINCE]);
  const parts = await refusedRows([
    'PROVINCE,01,01,2025-07-01,PART',
    'PROVINCE,01,02,2025-07-01,PART',
  ]);

  expect(refused).toHaveLength(1);
  expect(refused[0]).toEqual([2, expect.stringContaining(TOLD)]);
  // The commune may be in the part that the other province took.
  expect(parts).toEqual([]);
});

test('a part of a commune crosses like the whole, and a district like a commune', async () => {
  await publish(hub.em, (em) =>
    importUnits(
      em,
      csv('kind,code,name,parent_code,valid_from', 'DISTRICT,002,Huyện Hai mới,02,2025-07-01'),
    ),
  );
  await bring([PROVINCE]);

  const part = await refusedRows(['COMMUNE,00002,00002,2025-07-01,PART']);
  const district = await refusedRows(['DISTRICT,001,002,2025-07-01,WHOLE']);

  expect(part).toHaveLength(1);
  expect(district).toHaveLength(1);
});

test('all the real units and successions are taken, with the one that crosses', async () => {
  const read = (name: string) => readFile(new URL(name, REAL));
  if (!existsSync(REAL)) return;
  await emptied(hub);
  await publish(hub.em, async (em) => importUnits(em, await read('administrative-units.csv')));
  const successions = await read('unit-successions.csv');
  const bringReal = (acceptCrossing: boolean) =>
    publish(hub.em, (em) => importSuccessions(em, successions, { acceptCrossing }));

  const refused: any = await bringReal(false).catch((error: unknown) => error);
  const taken = await bringReal(true);

  expect(refused.problems.map(({ code }: any) => code)).toEqual(['SUCCESSION_CROSSES']);
  expect(refused.problems[0].text.en).toContain('(30622) is in “Tỉnh An Giang” (89)');
  expect(taken.crossings).toHaveLength(1);
  expect(taken.created).toBe(successions.toString().trim().split('\n').length - 1);
});
