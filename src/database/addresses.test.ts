import { expect, test } from '@jest/globals';
import { addressesIn, isDatabaseUrl, placeOf, targetOf } from './addresses.js';

test.each([
  ['postgresql://hub:secret@a:5432/edu', ['postgresql://hub:secret@a:5432/edu']],
  [
    'postgresql://hub:s%40ret@a:5432,b,[::1]:5433/edu?sslmode=require&target_session_attrs=any',
    [
      'postgresql://hub:s%40ret@a:5432/edu?sslmode=require',
      'postgresql://hub:s%40ret@b/edu?sslmode=require',
      'postgresql://hub:s%40ret@[::1]:5433/edu?sslmode=require',
    ],
  ],
  [
    'postgresql://hub@/edu?host=a,::1&port=5432,5433',
    ['postgresql://hub@a:5432/edu', 'postgresql://hub@[::1]:5433/edu'],
  ],
  ['postgresql:///edu?host=a,b&port=6432', ['postgresql://a:6432/edu', 'postgresql://b:6432/edu']],
  [
    'postgresql://a,b/edu?port=6432',
    ['postgresql://a/edu?port=6432', 'postgresql://b/edu?port=6432'],
  ],
  [
    'postgresql://hub:secret@/edu?host=/var/run/postgresql,b',
    ['postgresql://hub:secret@%2Fvar%2Frun%2Fpostgresql/edu', 'postgresql://hub:secret@b/edu'],
  ],
  ['mysql://a/edu', []],
])('%s has an address for each host', (url, addresses) => {
  expect(addressesIn(url)).toEqual(addresses);
});

test('of several hosts the one that takes changes is meant, unless it is said otherwise', () => {
  expect(targetOf('postgresql://a/edu')).toBe('any');
  expect(targetOf('postgresql://a/edu?target_session_attrs=primary')).toBe('changes');
  expect(targetOf('postgresql://a,b/edu')).toBe('changes');
  expect(targetOf('postgresql://a,b/edu?sslmode=require&target_session_attrs=any')).toBe('any');
});

test.each([
  ['postgresql://hub:secret@a:5432,b:5433/edu', true],
  ['postgresql://hub:secret@/edu?host=/var/run/postgresql', true],
  ['postgresql://a/edu?target_session_attrs=read-write', true],
  ['postgresql://a,b/edu?target_session_attrs=standby', false],
  ['postgresql://hub:secret@a:port,b/edu', false],
  ['postgresql://hub:secret@a,/edu', false],
  ['a:5432,b:5432', false],
])('whether the hub can use %s', (url, can) => {
  expect(isDatabaseUrl(url)).toBe(can);
});

test('people are told every host, and no password', () => {
  expect(placeOf('postgresql://hub:secret@a:1,b:2/edu?password=secret')).toBe(
    'postgresql://hub@a:1/edu, postgresql://hub@b:2/edu',
  );
});
