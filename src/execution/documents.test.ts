import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Documents, trustedDocuments } from './documents.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-documents-'));
});
afterEach(() => rm(folder, { recursive: true }));

const urlOf = (name: string) => pathToFileURL(join(folder, name));
const documents = () => trustedDocuments(urlOf('/'), urlOf('console.json'));
const write = (name: string, text: string) => writeFile(join(folder, name), text);
const CONSOLE = JSON.stringify({ '1f': 'query Console { b }' });
const UNREADABLE = {
  code: 'DOCUMENTS_UNREADABLE',
  message: expect.stringContaining('hub-documents'),
};

test('the trusted documents are those of the folder, and those of the console', async () => {
  await write('b.graphql', 'query B { b }');
  await write('a.graphql', 'query A { a }');
  await write('notes.txt', 'no document');
  await write('console.json', CONSOLE);

  expect(await documents()).toEqual(['query A { a }', 'query B { b }', 'query Console { b }']);
});

test('the hub has documents of its own', async () => {
  expect((await trustedDocuments()).length).toBeGreaterThan(20);
});

test.each([
  ['an empty folder', [['console.json', CONSOLE]]],
  ['no documents of the console', [['a.graphql', 'query A { a }']]],
  [
    'an empty list of the console',
    [
      ['a.graphql', 'query A { a }'],
      ['console.json', '{}'],
    ],
  ],
  [
    'a list of the console that was cut',
    [
      ['a.graphql', 'query A { a }'],
      ['console.json', '{"1f"'],
    ],
  ],
])('%s is refused', async (_what, files) => {
  for (const [name = '', text = ''] of files) await write(name, text);

  await expect(documents()).rejects.toMatchObject(UNREADABLE);
});

test('a document that was cut is refused', () => {
  expect(() => new Documents(['query A { a }', 'query B {'])).toThrow(
    'A document that the hub trusts is no GraphQL: query B {',
  );
});

test('a folder that is not there is refused', async () => {
  await write('console.json', CONSOLE);

  await expect(trustedDocuments(urlOf('nowhere/'), urlOf('console.json'))).rejects.toMatchObject(
    UNREADABLE,
  );
});
