import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { readXlsx } from 'hucre';
import { parquetBytes } from '../src/exports/parquet.js';
import { workbookBytes } from '../src/exports/workbook.js';
import type { Columns, ExportRecord } from '../src/exports/export-format.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
});
afterAll(() => hub.close());

const download = (path: string) =>
  hub.server.inject({ url: `/exports/${path}`, headers: { 'accept-language': 'en' } });

async function jsonLines(path: string): Promise<any[]> {
  const { statusCode, body } = await download(path);
  expect(statusCode).toBe(200);
  return body.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer;

/** As JSON says it: days as such, and moments in full. */
const asJson = (value: unknown, day: boolean): unknown =>
  value instanceof Date ? value.toISOString().slice(0, day ? 10 : undefined) : (value ?? null);

const DAYS = /^as_of$|_on$|reported_as_of$/;

async function parquetRows(path: string) {
  const { headers, rawPayload } = await download(path);
  const file = bytesOf(rawPayload);
  const rows = await parquetReadObjects({ file });
  const read = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, asJson(value, DAYS.test(name))]),
    ),
  );
  return { headers, file, read };
}

async function workbookRows(path: string) {
  const { headers, rawPayload } = await download(path);
  const { sheets } = await readXlsx(rawPayload);
  const [names = [], ...rows] = sheets[0]?.rows ?? [];
  const read = rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, asJson(row[at], DAYS.test(String(name)))])),
  );
  return { headers, sheets, read };
}

const KNOWN = encodeURIComponent('2025-02-15T00:00:00Z');
const SAME = [
  'institutions.FORM?asOf=2024-12-31&unit=67',
  'institutions.FORM?asOf=2026-01-01&unit=68',
  'levels.FORM?asOf=2026-01-01&unit=68',
  'progress.FORM?asOf=2024-12-31',
  'progress.FORM?asOf=2024-12-31,2025-06-30&unit=67',
  `progress.FORM?asOf=2024-12-31&unit=67&only=PROVINCE&knownAt=${KNOWN}`,
  // No rows are a file all the same.
  'progress.FORM?asOf=2026-01-01&only=DISTRICT',
];

describe.each(SAME)('%s', (address) => {
  test('says the same as Parquet, with types, as in JSON Lines', async () => {
    const lines = await jsonLines(address.replace('FORM', 'jsonl'));
    const { headers, file, read } = await parquetRows(address.replace('FORM', 'parquet'));

    expect(read).toEqual(lines);
    expect(headers['content-type']).toBe('application/vnd.apache.parquet');
    const types = Object.fromEntries(
      parquetMetadata(file).schema.map(({ name, type, converted_type }) => [
        name,
        converted_type ?? type,
      ]),
    );
    expect(types['as_of']).toBe('DATE');
    expect(types['revision']).toBe('INT32');
  });

  test('says the same as a workbook, with days as days and codes as texts', async () => {
    const lines = await jsonLines(address.replace('FORM', 'jsonl'));
    const { headers, sheets, read } = await workbookRows(address.replace('FORM', 'xlsx'));

    // A workbook has no empty texts.
    const filled = lines.map((line) =>
      Object.fromEntries(
        Object.entries(line).map(([name, value]) => [name, value === '' ? null : value]),
      ),
    );
    const told = read.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]),
      ),
    );
    expect(told).toEqual(filled);
    expect(sheets.map(({ name }) => name)).toEqual([address.slice(0, address.indexOf('.'))]);
    expect(headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.xlsx"$/);
    expect(headers['etag']).toMatch(/^W\//);
  });
});

describe('however long a table is', () => {
  const columns: Columns = { at: 'day', text: 'text', count: 'count', share: 'number', is: 'flag' };
  const row = (index: number): ExportRecord => ({
    at: '2025-06-30',
    text: index % 3 === 0 ? null : `=Trường <${index}> & "con"\u0007`,
    count: index,
    share: index / 4,
    is: index % 2 === 0,
  });
  async function* turns(count: number, size: number) {
    for (let from = 0; from < count; from += size)
      yield Array.from({ length: Math.min(size, count - from) }, (_, at) => row(from + at));
  }
  async function collected(parts: AsyncIterable<Uint8Array>): Promise<Buffer[]> {
    const all: Buffer[] = [];
    for await (const part of parts) all.push(Buffer.from(part));
    return all;
  }

  test.each([0, 1, 1_999, 2_000, 2_001, 4_000, 9_999])(
    'Parquet of %d rows has them all, in groups that are written one after the other',
    async (count) => {
      const parts = await collected(parquetBytes({ columns, turns: turns(count, 7) }));
      const file = bytesOf(Buffer.concat(parts));
      const read = await parquetReadObjects({ file });

      expect(read.map((each) => ({ ...each, at: asJson(each['at'], true) }))).toEqual(
        Array.from({ length: count }, (_, index) => row(index)),
      );
      const groups = parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows));
      expect(groups.every((size) => size <= 2_000)).toBe(true);
      expect(parts).toHaveLength(Math.ceil(count / 2_000) + 1);
    },
  );

  test('a workbook is written as its rows are read', async () => {
    let read = 0;
    async function* watched() {
      for await (const records of turns(20_000, 100)) {
        read += records.length;
        yield records;
      }
    }
    const parts = workbookBytes('rows', { columns, turns: watched() });
    const all: Buffer[] = [];
    let first = 0;
    for await (const part of parts) {
      all.push(Buffer.from(part));
      if (all.length === 3) first = read;
    }
    const { sheets } = await readXlsx(Buffer.concat(all));

    expect(first).toBeLessThan(15_000);
    expect(sheets[0]?.rows).toHaveLength(20_001);
    // What looks like a formula is a text, and what XML cannot hold is there all the same.
    expect(sheets[0]?.rows[2]?.[1]).toMatch(/^=Trường <1> & "con"(_x0007_|\p{Cc})$/u);
  });
});

describe('several dates in one file of progress', () => {
  const DATES = ['2023-12-31', '2024-12-31', '2025-06-30', '2025-07-01', '2026-01-01'];

  test('are the files of the dates one after the other', async () => {
    const alone = [];
    for (const date of DATES) alone.push(...(await jsonLines(`progress.jsonl?asOf=${date}`)));
    const together = await jsonLines(`progress.jsonl?asOf=${DATES.join(',')}`);
    const repeated = await jsonLines(
      `progress.jsonl?${[...DATES]
        .reverse()
        .map((date) => `asOf=${date}`)
        .join('&')}&asOf=${DATES[0]}`,
    );

    expect(together).toEqual(alone);
    expect(repeated).toEqual(alone);
    expect([...new Set(together.map(({ as_of }) => as_of))]).toEqual(DATES);
    const { body } = await download(`progress.csv?asOf=${DATES.join(',')}`);
    const rows: Record<string, string>[] = parse(body, { columns: true });
    expect(
      rows.map(({ as_of, unit_id, indicator, percent }) => [as_of, unit_id, indicator, percent]),
    ).toEqual(
      together.map(({ as_of, unit_id, indicator, percent }) => [
        as_of,
        unit_id,
        indicator,
        percent === null ? '' : String(percent),
      ]),
    );
  });

  test.each([
    ['AS_REPORTED', ''],
    ['CURRENT_UNITS', '&unit=68'],
    ['CURRENT_UNITS', ''],
  ])(
    'are the time of JSON-stat (%s%s), without values where a unit is not there',
    async (basis, unit) => {
      const asked = `asOf=${DATES.join(',')}&basis=${basis}${unit}`;
      const { body } = await download(`progress.json?${asked}`);
      const { id, size, role, value, dimension, extension } = JSON.parse(body);
      const records = await jsonLines(`progress.jsonl?${asked}`);
      const [times, units, groups, pillars, measures] = id.map(
        (name: string) => dimension[name].category.index as string[],
      );

      expect([id, role.time, extension.asOf]).toEqual([
        ['time', 'unit', 'group', 'pillar', 'measure'],
        ['time'],
        undefined,
      ]);
      expect(times).toEqual(DATES);
      expect(size).toEqual([times, units, groups, pillars, measures].map(({ length }) => length));
      expect(new Set(units).size).toBe(units.length);
      expect(value).toHaveLength(size.reduce((a: number, b: number) => a * b, 1));
      // Of each record the values stand where the dimensions say, and everything else is null.
      const left = [...value];
      const ids = [...new Set(records.map(({ unit_id }) => unit_id))];
      const from = new Map<unknown, string | null>();
      for (let at = 0; at < ids.length; at += 100) {
        const { nodes } = await hub.data(
          'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on AdministrativeUnit { id validFrom } } }',
          { ids: ids.slice(at, at + 100) },
        );
        for (const node of nodes) from.set(node.id, node.validFrom);
      }
      const placeOf = (record: any): number => {
        const code = `${record.unit_kind}-${record.unit_code}`;
        const dated = units.indexOf(`${code}-from-${from.get(record.unit_id)}`);
        return dated >= 0 ? dated : units.indexOf(code);
      };
      for (const record of records) {
        const at = placeOf(record);
        expect(dimension.unit.category.label[units[at]]).toBe(record['unit_name']);
        const place = [
          times.indexOf(record['as_of']),
          at,
          groups.indexOf(record['group']),
          pillars.indexOf(record['pillar']),
        ].reduce((sum: number, index: number, dim: number) => sum * size[dim] + index, 0);
        measures.forEach((name: string, index: number) => {
          expect(value[place * measures.length + index]).toBe(record[name]);
          left[place * measures.length + index] = null;
        });
      }
      expect(ids.length).toBe(units.length);
      expect(left.every((each) => each === null)).toBe(true);
      expect(value.filter((each: unknown) => each !== null).length).toBeGreaterThan(1000);
    },
  );

  test('cost as much as the files of each, and at most sixty are taken', async () => {
    const limited = await startHub({
      sharing: hub.databaseUrl,
      now,
      rateLimits: { points: 100_000, signIns: null, databaseUrl: undefined },
    });
    const days = (count: number) =>
      Array.from(
        { length: count },
        (_, day) => `2024-${day < 31 ? '10' : '12'}-${String((day % 31) + 1).padStart(2, '0')}`,
      );
    const ask = (asOf: string[], more = '') =>
      limited.server.inject({
        url: `/exports/progress.csv?unit=67&only=PROVINCE&asOf=${asOf.join(',')}${more}`,
        headers: { 'accept-language': 'en' },
      });
    const sixty = await ask(days(60));
    const more = await ask(days(61));

    expect(sixty.statusCode).toBe(200);
    expect(new Set(parse(sixty.body, { columns: true }).map((row: any) => row.as_of)).size).toBe(
      60,
    );
    expect(sixty.headers['ratelimit']).toMatch(/^"cost";r=40000;t=\d+$/);
    expect(sixty.headers['content-disposition']).toBe(
      'attachment; filename="progress-67-2024-10-01-to-2024-12-29.csv"',
    );
    expect([more.statusCode, more.json().message]).toEqual([
      400,
      'asOf names 61 dates; at most 60 may be asked for at once.',
    ]);
    expect((await ask(days(60))).statusCode).toBe(429);
    await limited.close();
  });

  test('must each be a date, and one on which the unit is there', async () => {
    const wrong = await download('progress.csv?asOf=2024-12-31,yesterday');
    const gone = await download('progress.csv?unit=67&asOf=2024-12-31,2026-01-01');
    const two = await download('institutions.csv?asOf=2024-12-31,2025-12-31');

    expect([wrong.statusCode, wrong.json().message]).toEqual([
      400,
      'asOf must be a date such as 2025-06-30.',
    ]);
    expect([gone.statusCode, gone.json().message]).toEqual([
      404,
      'On 2026-01-01 no unit has the code 67. Check unit, kind and asOf.',
    ]);
    expect([two.statusCode, two.json().message]).toEqual([400, 'asOf must have one value.']);
  });
});

test('a row of progress says which unit it is of, and where that is', async () => {
  const records = await jsonLines('progress.jsonl?asOf=2024-12-31&unit=67');
  const ids = [...new Set(records.map(({ unit_id }) => unit_id))];
  const { nodes } = await hub.data(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on AdministrativeUnit {
      id kind code parent { code name parent { code name } } } } }`,
    { ids },
  );

  expect(ids.length).toBeGreaterThan(50);
  const told = new Map(
    records.map(({ unit_id, parent_code, parent_name, province_code, province_name }) => [
      unit_id,
      [parent_code, parent_name, province_code, province_name],
    ]),
  );
  for (const { id, kind, parent } of nodes) {
    const province = parent?.parent ?? parent ?? { code: '67', name: 'Tỉnh Đắk Nông' };
    expect([kind, told.get(id)]).toEqual([
      kind,
      [parent?.code ?? null, parent?.name ?? null, province.code, province.name],
    ]);
  }
});
