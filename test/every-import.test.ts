import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportError } from '../src/shared/csv.js';
import { ImportKind } from '../src/vocabulary/imported-row.js';
import { dumpOf } from './support/dump.js';
import { startHub, type TestHub } from './support/hub.js';
import { bring } from './support/imports.js';

const EDITION = new URL(
  '../seeds/reference/index-editions/workforce-2022-illustrative.json',
  import.meta.url,
);

let hub: TestHub;
let edition: string;
let plan: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
  edition = await readFile(EDITION, 'utf8');
  plan = await readFile('seeds/reference/plans/decision-2222.json', 'utf8');
});
afterAll(() => hub.close());

/** A file of each kind, with a text in one of its columns. */
const FILES: Record<ImportKind, (text: string) => string> = {
  UNITS: (text) => `kind,code,valid_from,name\nPROVINCE,68,2025-07-01,${text}`,
  SUCCESSIONS: (text) =>
    `kind,predecessor_code,successor_code,effective_on,legal_document\nPROVINCE,67,68,2025-07-01,${text}`,
  INSTITUTIONS: (text) => `system,code,changed_on,name\nHUB,DN-THPT-01,2026-01-01,${text}`,
  INSTITUTION_SUCCESSIONS: (text) =>
    `predecessor_code,successor_code,effective_on,kind,legal_document\nDN-THPT-03,DN-THPT-04,2026-01-01,SPLIT,${text}`,
  CAMPUSES: (text) =>
    `institution_code,code,name,unit_code,valid_from\nDN-THPT-03,P-1,${text},24664,2026-01-01`,
  WORKFORCE: (text) =>
    `unit_kind,unit_code,kind,valid_from,source,agency,has_unit\nPROVINCE,68,MANDATES,2026-01-01,${text},Sở A,1`,
  PUBLISHED_INDEX: (text) =>
    `unit_kind,unit_code,year,index_code,value,source,source_status\nPROVINCE,67,2019,DTI,0.5,${text},CONFIRMED`,
  INDEX_EDITION: (text) => JSON.stringify({ ...JSON.parse(edition), code: 'other', source: text }),
  PLAN: (text) => JSON.stringify({ ...JSON.parse(plan), document: '1/KH', issuer: text }),
};
const KINDS = Object.values(ImportKind);
const CSV_KINDS = KINDS.filter((kind) => kind !== 'INDEX_EDITION' && kind !== 'PLAN');

const bytes = (text: string) => new TextEncoder().encode(text);

/** What refuses a file. */
async function refusalOf(kind: ImportKind, content: Uint8Array): Promise<string> {
  const error: unknown = await bring(hub, kind, content).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  return error instanceof ImportError
    ? error.problems.map(({ row, column, text }) => `${row} ${column}: ${text.en}`).join('\n')
    : String(error);
}

test.each(KINDS)('%s: a text that lost its letters is taken by no import', async (kind) => {
  const before = await dumpOf(hub);

  for (const text of ['Qu?c h?i', 'Qu\uFFFDc hội', 'Quá»‘c há»™i', 'Quèc héi Tr­êng', 'Quoác hoäi'])
    expect([text, await refusalOf(kind, bytes(FILES[kind](text)))]).toEqual([
      text,
      expect.stringMatching(
        /(2 \w+|source|issuer): .*; (take it from the original file|convert it to)/,
      ),
    ]);
  expect(await dumpOf(hub)).toBe(before);
});

test.each(KINDS)('%s: a file in another encoding is taken by no import', async (kind) => {
  const utf16 = Buffer.from(`\uFEFF${FILES[kind]('Quốc hội')}`, 'utf16le');
  const latin = Buffer.from(
    FILES[kind]('Quốc hội'.normalize('NFD').replace(/[^ -ÿ]/g, 'ê')),
    'latin1',
  );
  const before = await dumpOf(hub);

  for (const content of [utf16, latin])
    expect(await refusalOf(kind, content)).toMatch(/save it as “?(CSV )?UTF-8/);
  expect(await dumpOf(hub)).toBe(before);
});

test.each(CSV_KINDS)('%s: what was skipped above the header is told', async (kind) => {
  const { changed, findings } = await bring(
    hub,
    kind,
    bytes(`DANH SÁCH NĂM HỌC 2025-2026\n${FILES[kind]('Quốc hội')}`),
  );

  expect(changed).toBe(true);
  expect(findings).toMatchObject([
    { row: 1, value: 'DANH SÁCH NĂM HỌC 2025-2026', code: 'ROWS_SKIPPED' },
  ]);
});
