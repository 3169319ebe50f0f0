import { expect, test } from '@jest/globals';
import { Places, type GiveBack, type Shortage } from './places.js';

function taken(place: GiveBack | Shortage): GiveBack {
  if (typeof place === 'string') throw new Error(`no place: ${place}`);
  return place;
}

test('one address gets half of the places, and the others get the rest', () => {
  const places = new Places(4);

  const of = (address: string) => places.take(address);
  const first = [of('10.0.0.1'), of('10.0.0.1')];

  expect(first.map((place) => typeof place)).toEqual(['function', 'function']);
  expect(of('10.0.0.1')).toBe('ADDRESS');
  taken(of('10.0.0.2'));
  taken(of('10.0.0.3'));
  expect(of('10.0.0.4')).toBe('ALL');
});

test('a place that is given back twice is free once', () => {
  const places = new Places(2, 2);
  const giveBack = taken(places.take('10.0.0.1'));
  taken(places.take('10.0.0.1'));

  giveBack();
  giveBack();

  expect(places.taken).toBe(1);
  taken(places.take('10.0.0.1'));
  expect(places.take('10.0.0.1')).toBe('ALL');
});

test.each([
  ['2001:db8::1', '2001:db8:0:0:ffff::2'],
  ['2001:DB8:0:7::1', '2001:0db8:0000:0007:1:2:3:4'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['10.0.0.1:5001', '10.0.0.1:5002'],
  ['[2001:db8::1]:5001', '2001:db8::2'],
  ['::1', '::2'],
])('%s and %s are of one holder', (one, other) => {
  const places = new Places(4, 1);

  taken(places.take(one));

  expect(places.take(other)).toBe('ADDRESS');
});

test.each([
  ['2001:db8:0:1::1', '2001:db8:0:2::1'],
  ['10.0.0.1', '10.0.0.2'],
])('%s and %s are of two', (one, other) => {
  const places = new Places(4, 1);

  taken(places.take(one));

  expect(typeof places.take(other)).toBe('function');
});
