import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import {
  circlesOfFiles,
  circlesOfFolders,
  filesOf,
  importsOf,
  upwardImports,
} from '../house/imports.js';
import { CONSOLE, HUB, roomOf, roomsOf, wrongWith } from '../house/rooms.js';
import { assertionsIn, linesOf, longFunctions } from '../house/sizes.js';

/** Tests, what is generated and what has shipped are as long as they are. */
const isMeasured = (file: string) => !/\.test\.ts$|\/(generated|migrations)\//.test(file);

describe.each([
  ['the hub', HUB, 400],
  ['the console', CONSOLE, 150],
])('%s', (_name, house, atLeast) => {
  const files = filesOf(house);

  test('is read as a whole', () => {
    expect(files.length).toBeGreaterThan(atLeast);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(3 * atLeast);
  });

  test('has a room for every file, and no room without one', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(
      roomsOf(house).filter((room: string) => !files.some((file) => roomOf(file) === room)),
    ).toEqual([]);
  });

  test('lets no import run up, types included', () => {
    expect(upwardImports(house)).toEqual([]);
  });

  test('has no circle of folders and none of files', () => {
    expect(circlesOfFolders(house)).toEqual([]);
    expect(circlesOfFiles(house)).toEqual([]);
  });

  test('has no file of more than 250 lines', () => {
    const long = files.filter((file) => isMeasured(file) && linesOf(file) > 250);
    expect(long).toEqual([]);
  });
});

test('the only imports that run up are the three that are excepted, and all are there', () => {
  const excepted = HUB.exceptions.map(({ from, to }) => [from, to]);
  expect(excepted).toEqual([
    ['src/changes/audit-event.entity.ts', 'src/accounts/account.entity.ts'],
    ['src/changes/idempotent-answer.entity.ts', 'src/accounts/account.entity.ts'],
    ['src/changes/import-run.entity.ts', 'src/accounts/account.entity.ts'],
  ]);
  for (const [from, to] of excepted) expect(importsOf(from!)).toContain(to);
  expect(CONSOLE.exceptions).toEqual([]);
});

test('an import that runs up, a file without a room and a way out of the house are told', () => {
  const up = wrongWith('src/units/unit.queries.ts', 'src/institutions/institution.queries.ts');
  expect(up).toBe('units stands below institutions: imports run down. See house/rooms.js.');
  expect(wrongWith('src/http/graph.routes.ts', 'src/accounts/account.queries.ts')).toContain(
    'down',
  );
  expect(wrongWith('src/http/server.ts', 'src/accounts/account.queries.ts')).toBeNull();
  expect(wrongWith('src/elsewhere.ts', 'src/shared/text.ts')).toContain('no room');
  expect(wrongWith('src/units/unit.queries.ts', 'test/support/hub.ts')).toContain('outside');
  expect(wrongWith('src/main.ts', 'seeds/demo/demo.ts')).toBeNull();
});

test('CONTRIBUTING draws the rooms in their storeys, and every file that it names is there', async () => {
  const text = await readFile('CONTRIBUTING.md', 'utf8');
  const map = /```\nsrc\/\n([\s\S]*?)bench\//.exec(text)![1]!;
  const storeys = map.trimEnd().split('\n');
  expect(storeys.length).toBe(HUB.storeys.length);
  HUB.storeys.forEach(({ rooms }, index) => {
    const named = rooms.filter((room: string) => storeys[index]!.includes(room));
    expect([index, named]).toEqual([
      index,
      rooms.filter((room: string) => room !== 'http/identity.ts'),
    ]);
  });

  const [described] = text.split('### Three things to add');
  const paths = [...described!.matchAll(/`([a-z-]+\/[a-z.-]+\.(?:ts|js))`/g)].map(
    (match) => match[1]!,
  );
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path) && !existsSync(`src/${path}`))).toEqual([]);
});

test('no function of the hub has more than 60 lines without a reason beside it', () => {
  expect(
    filesOf(HUB)
      .filter(isMeasured)
      .flatMap((file) => longFunctions(file, 60)),
  ).toEqual([]);
});

test('the long functions of the console only become fewer', () => {
  const long = filesOf(CONSOLE)
    .filter(isMeasured)
    .flatMap((file) => longFunctions(file, 60));
  expect(long.length).toBeLessThanOrEqual(LONG_IN_CONSOLE);
});

/** Mend one, and lower this. */
const LONG_IN_CONSOLE = 40;

test('what the hub asserts of types instead of proving it only becomes less', () => {
  const found = filesOf(HUB).filter(isMeasured).map(assertionsIn);
  const notNull = found.flatMap((each) => each.notNull);
  const casts = found.flatMap((each) => each.casts);
  expect(notNull.slice(ASSERTED.notNull)).toEqual([]);
  expect(casts.slice(ASSERTED.casts)).toEqual([]);
});

/** Prove one by its type (src/shared/required.ts helps), and lower this. */
const ASSERTED = { notNull: 11, casts: 38 };
