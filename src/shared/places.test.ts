import { expect, test } from '@jest/globals';
import { Places, type GiveBack, type Shortage } from './places.js';

function taken(place: GiveBack | Shortage): GiveBack {
  if (typeof place === 'string') throw new Error(`no place: ${place}`);
  return place;
}

test('one holder gets half of the places, and the others get the rest', () => {
  const places = new Places(4);

  const of = (holder: string) => places.take(holder);
  const first = [of('a'), of('a')];

  expect(first.map((place) => typeof place)).toEqual(['function', 'function']);
  expect(of('a')).toBe('HOLDER');
  taken(of('b'));
  taken(of('c'));
  expect(of('d')).toBe('ALL');
});

test('a place that is given back twice is free once', () => {
  const places = new Places(2, 2);
  const giveBack = taken(places.take('a'));
  taken(places.take('a'));

  giveBack();
  giveBack();

  expect(places.taken).toBe(1);
  taken(places.take('a'));
  expect(places.take('b')).toBe('ALL');
});
