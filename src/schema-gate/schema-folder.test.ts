import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkSchema, releaseSchema, writeSchema } from './schema-folder.js';

const TODAY = '2026-11-25';
const RELEASED = 'type Query { a: Int b: Int }';
const ADDED = 'type Query { a: Int b: Int c: Int }';
const REMOVED = 'type Query { a: Int c: Int }';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-schema-'));
  await write('released.graphql', RELEASED);
  await write('allowed-breaking-changes.txt', '');
});
afterEach(() => rm(folder, { recursive: true }));

const read = (name: string) => readFile(join(folder, name), 'utf8');
const write = (name: string, text: string) => writeFile(join(folder, name), text);

test('what was written passes the gate; a file that says otherwise does not', async () => {
  await writeSchema(folder, ADDED);
  expect(await checkSchema(folder, ADDED, TODAY)).toEqual([]);

  await write(
    'CHANGELOG.md',
    (await read('CHANGELOG.md')).replace('- `Query.c` is new: `Int`', ''),
  );
  await expect(checkSchema(folder, ADDED, TODAY)).rejects.toThrow(
    'schema/CHANGELOG.md does not tell what differs from the last release. Run “npm run schema:write”',
  );

  await write('schema.graphql', RELEASED);
  await expect(checkSchema(folder, ADDED, TODAY)).rejects.toThrow(
    'schema/schema.graphql is not what the code says. Run “npm run schema:write”',
  );
});

test('a removal is refused even when it is told, and passes with its reason in both files', async () => {
  await writeSchema(folder, REMOVED);
  await expect(checkSchema(folder, REMOVED, TODAY)).rejects.toMatchObject({
    code: 'SCHEMA_BREAKS',
    message:
      'The graph breaks its clients:\n  `Query.b` is removed\n    it was not deprecated before it was removed\nDeprecate instead, and remove after the date; or list the change with its reason in schema/allowed-breaking-changes.txt.',
  });

  await write('allowed-breaking-changes.txt', '`Query.b` is removed # it lied\n');
  await expect(checkSchema(folder, REMOVED, TODAY)).rejects.toMatchObject({
    code: 'SCHEMA_CHANGELOG_STALE',
  });

  await writeSchema(folder, REMOVED);
  expect(await checkSchema(folder, REMOVED, TODAY)).toEqual([]);
  expect(await read('CHANGELOG.md')).toContain('- `Query.b` is removed: it lied\n');
});

test('a deprecation without a date is refused', async () => {
  const graph = 'type Query { a: Int @deprecated b: Int }';
  await writeSchema(folder, graph);

  await expect(checkSchema(folder, graph, TODAY)).rejects.toMatchObject({
    code: 'SCHEMA_DEPRECATION_INVALID',
  });
});

test('an allowance without a reason is refused', async () => {
  await write('allowed-breaking-changes.txt', '`Query.b` is removed\n');

  await expect(writeSchema(folder, REMOVED)).rejects.toMatchObject({
    code: 'SCHEMA_ALLOWANCE_INVALID',
  });
});

describe('a gate without its files is no gate:', () => {
  beforeEach(() => writeSchema(folder, ADDED));

  test.each(['released.graphql', 'allowed-breaking-changes.txt', 'CHANGELOG.md', 'schema.graphql'])(
    'without %s the check is refused',
    async (name) => {
      await rm(join(folder, name));

      await expect(checkSchema(folder, ADDED, TODAY)).rejects.toMatchObject({
        code: 'SCHEMA_FILE_UNREADABLE',
        message: expect.stringContaining(`schema/${name} cannot be read`),
      });
    },
  );

  test.each(['released.graphql', 'allowed-breaking-changes.txt', 'CHANGELOG.md'])(
    'a folder in the place of %s lets nothing be checked, written or released',
    async (name) => {
      await rm(join(folder, name));
      await mkdir(join(folder, name));

      const unreadable = { code: 'SCHEMA_FILE_UNREADABLE' };
      await expect(checkSchema(folder, ADDED, TODAY)).rejects.toMatchObject(unreadable);
      await expect(writeSchema(folder, ADDED)).rejects.toMatchObject(unreadable);
      await expect(releaseSchema(folder, ADDED, '0.2.0', TODAY)).rejects.toMatchObject(unreadable);
    },
  );

  test.each(['', '\n', '# nothing', 'type Query {'])(
    'a released graph that says %j is none',
    async (text) => {
      await write('released.graphql', text);

      await expect(checkSchema(folder, ADDED, TODAY)).rejects.toMatchObject({
        code: 'SCHEMA_FILE_UNREADABLE',
      });
    },
  );
});

test('after a release nothing differs and nothing is allowed any more', async () => {
  await write('allowed-breaking-changes.txt', '`Query.b` is removed # it lied\n');
  await writeSchema(folder, REMOVED);

  await expect(releaseSchema(folder, REMOVED, '0.2', TODAY)).rejects.toMatchObject({
    code: 'SCHEMA_RELEASE_INVALID',
  });
  expect(await read('released.graphql')).toBe(RELEASED);

  await releaseSchema(folder, REMOVED, '0.2.0', TODAY);
  expect(await checkSchema(folder, REMOVED, TODAY)).toEqual([]);
  expect(await read('released.graphql')).toBe(REMOVED);
  expect(await read('CHANGELOG.md')).toContain(
    '## Unreleased\n\nNothing differs.\n\n## 0.2.0 – 2026-11-25\n\n### Breaking\n\n- `Query.b` is removed: it lied\n',
  );
});
