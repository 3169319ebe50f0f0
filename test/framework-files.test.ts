import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileOf, frameworkText } from '../src/frameworks/framework-text.js';
import { readFramework } from '../src/frameworks/read-framework.js';
import { readWorkbook } from '../src/frameworks/workbook/read-workbook.js';
import { workbookOf } from '../src/frameworks/workbook/write-workbook.js';
import { command } from './support/command.js';
import { EXAMPLES } from './support/department.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';
import { referenceFiles, referenceText } from './support/reference-frameworks.js';

const FILES: [string, string][] = [
  ...Object.entries(EXAMPLES),
  ...referenceFiles().map((name): [string, string] => [name, referenceText(name)]),
];

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await startHub({ now });
  folder = await mkdtemp(join(tmpdir(), 'hub-frameworks-'));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const run = (...parameters: string[]) => command(parameters, { DATABASE_URL: hub.databaseUrl });

/** The fields of all objects in it the other way round. */
function turned(text: string): string {
  const other = JSON.parse(text, (_name, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
  return JSON.stringify(other);
}

const read = (text: string) => readFramework(text).file!;

describe('the JSON of a framework is the same to the byte', () => {
  test.each(FILES)('%s, read again, and in another order', (_name, text) => {
    const written = frameworkText(read(text));

    expect(frameworkText(read(written))).toBe(written);
    expect(frameworkText(read(turned(text)))).toBe(written);
    expect(JSON.parse(written)).toMatchObject(JSON.parse(text));
  });

  test.each(FILES)('%s, also through a workbook', async (_name, text) => {
    const file = read(text);
    const workbook = await readWorkbook(await workbookOf(file));

    expect(frameworkText(workbook.file!)).toBe(frameworkText(file));
  });

  test('with the last day that it got when it was retired', () => {
    const definition = read(EXAMPLES.small);

    expect(fileOf({ definition, validTo: null })).toBe(definition);
    expect(fileOf({ definition, validTo: '2026-12-31' }).validTo).toBe('2026-12-31');
  });
});

describe('on the command line', () => {
  const path = (name: string) => join(folder, name);

  test('a file is stored as a draft, told first what would be done', async () => {
    await writeFile(path('draft.json'), EXAMPLES.forms);
    const drafts = () => hub.em.fork().execute('select code, version from framework_draft');

    const tried = await run('import', 'framework', path('draft.json'), '--dry-run');
    expect([tried.status, tried.out.split('\n').at(-2)]).toEqual([
      0,
      'dry run: nothing was changed',
    ]);
    expect(await drafts()).toEqual([]);

    const stored = await run('import', 'framework', path('draft.json'));
    expect(stored.out).toContain('stored as a draft');
    expect(stored.out).toContain('College is asked 4');
    expect(await drafts()).toEqual([{ code: 'example-forms', version: 1 }]);
  });

  test('every reference file is published on an empty hub, and exported and imported again is no change', async () => {
    for (const name of referenceFiles()) {
      await writeFile(path(name), referenceText(name));
      const { status, err } = await run('import', 'framework', path(name), '--publish');
      expect([status, err]).toEqual([0, '']);
    }
    for (const [index, name] of referenceFiles().entries()) {
      const { code } = read(referenceText(name));
      for (const ending of ['json', 'xlsx']) {
        const exported = path(`${code}-exported.${ending}`);
        expect(await run('export', 'framework', code, exported)).toMatchObject({ status: 0 });
        const again = await run('import', 'framework', exported, '--publish');
        expect(again.out).toContain('no change');
        const twice = path(`${code}-${index}-twice.${ending}`);
        await run('export', 'framework', code, '1', twice);
        if (ending === 'json')
          expect(await readFile(twice, 'utf8')).toBe(await readFile(exported, 'utf8'));
      }
    }
  });

  test('what has problems is neither stored nor published; all are told', async () => {
    const file = JSON.parse(EXAMPLES.small);
    delete file.sections[1].gapReason;
    await writeFile(path('wrong.json'), JSON.stringify(file));
    const wrong = await run('import', 'framework', path('wrong.json'), '--publish');
    expect([wrong.status, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toContain('sections.1.maximum: Section 2 declares 100 points');

    // The four-pillar set decides two of its indicators already.
    await writeFile(path('taken.json'), EXAMPLES.small);
    const taken = await run('import', 'framework', path('taken.json'), '--publish');
    expect(taken.status).toBe(1);
    expect(taken.err).toContain('FRAMEWORK_REFUSED');
    expect(taken.err).toContain('indicators.0: From 2026-01-01 on, the framework four-pillar');
  });

  test('a framework that is not published cannot be exported', async () => {
    const { err } = await run('export', 'framework', 'four-pillar', '2', path('none.json'));

    expect(err).toContain('FRAMEWORK_NOT_FOUND');
  });
});

describe('over HTTP', () => {
  const get = (url: string, headers: Record<string, string> = {}) =>
    hub.server.inject({ url, headers });

  test('published frameworks are for everybody, and known by their tag', async () => {
    const json = await get('/exports/frameworks/four-pillar-1.json');
    const known = await get('/exports/frameworks/four-pillar-1.json', {
      'if-none-match': String(json.headers.etag),
    });
    const workbook = await get('/exports/frameworks/four-pillar-1.xlsx');

    expect(json.body).toBe(frameworkText(read(referenceText('four-pillar.json'))));
    expect(json.headers).toMatchObject({
      ...{ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, no-cache' },
    });
    expect(known.statusCode).toBe(304);
    expect((await readWorkbook(workbook.rawPayload)).problems).toEqual([]);
  });

  test('drafts are for nobody who is not signed in, and what is not there is told', async () => {
    for (const url of [
      '/exports/framework-drafts/example-forms-1.json',
      '/exports/frameworks/example-forms-1.json',
      '/exports/frameworks/four-pillar-2.json',
      '/exports/frameworks/four-pillar',
    ]) {
      const { statusCode, body } = await get(url);
      expect([statusCode, JSON.parse(body).code]).toEqual([404, 'NOT_FOUND']);
    }
  });

  test('the empty workbook has its explanations', async () => {
    const { statusCode, rawPayload } = await get('/exports/frameworks/template.xlsx');

    expect(statusCode).toBe(200);
    expect((await readWorkbook(rawPayload)).problems.length).toBeGreaterThan(0);
  });
});
