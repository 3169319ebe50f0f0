import { expect, test } from '@jest/globals';
import { checkUpgrade, type UpgradeFacts } from './upgrade-check.js';

const NOW = new Date('2026-12-01T03:00:00Z');
const WELL: UpgradeFacts = {
  ...{ version: '0.2.0', tablesOf: '0.1.0', pending: ['a', 'b'], unknown: null, restoring: false },
  ...{
    backedUpAt: new Date('2026-11-30T19:00:00Z'),
    databaseBytes: 2e9,
    freeBytes: 9e9,
    others: 0,
  },
};
const first = (more: Partial<UpgradeFacts>) => checkUpgrade({ ...WELL, ...more }, NOW).first;

test('an update that may begin says what it does', () => {
  expect(checkUpgrade(WELL, NOW)).toEqual({
    does: [
      'This is version 0.2.0; the tables were changed last by version 0.1.0, and the database has 1907 MB.',
      'Its start changes the tables with 2 migration(s), all or none: a, b.',
    ],
    first: [],
  });
});

test.each<[string, Partial<UpgradeFacts>, string]>([
  ['no backup', { backedUpAt: null }, 'the hub has made none by itself'],
  ['an old backup', { backedUpAt: new Date('2026-11-29T19:00:00Z') }, 'is of 2026-11-29T19:00'],
  ['little room', { freeBytes: 1e9 }, 'Make room: 954 MB'],
  ['a hub that runs', { others: 16 }, 'Stop every hub of the version before: 16 connection(s)'],
  ['a newer database', { unknown: 'c' }, 'A newer hub has migrated the database (c)'],
  ['a restore under way', { restoring: true }, 'A restore into the database is not done'],
])('%s has to be seen to first', (_name, more, sentence) => {
  expect(first(more)).toEqual([expect.stringContaining(sentence)]);
});

test('without a change of the tables a running hub, an old backup and the room do not matter', () => {
  expect(first({ pending: [], others: 16, backedUpAt: null, freeBytes: 0 })).toEqual([]);
});

test('the room on a server of its own is not known', () => {
  expect(first({ freeBytes: null })).toEqual([]);
});
