import { expect, test } from '@jest/globals';
import { AnswerCache, type KeptAnswer } from './answer-cache.js';

const answer = (bytes: number): KeptAnswer => ({
  body: Buffer.alloc(bytes),
  encoding: null,
  contentType: 'application/json',
  etag: '"a"',
  cost: 1,
});

test('what was asked for last stays when there is no more room, by bytes', () => {
  const cache = new AnswerCache(10_000);
  cache.set('1', 'a', answer(4_000));
  cache.set('1', 'b', answer(4_000));
  cache.get('1', 'a');
  cache.set('1', 'c', answer(4_000));

  expect(['a', 'b', 'c'].map((key) => cache.get('1', key) !== undefined)).toEqual([
    true,
    false,
    true,
  ]);
});

test('an answer that is larger than all the room is not kept, and drops nothing', () => {
  const cache = new AnswerCache(10_000);
  cache.set('1', 'a', answer(4_000));
  cache.set('1', 'b', answer(20_000));

  expect([cache.get('1', 'a')?.etag, cache.get('1', 'b')]).toEqual(['"a"', undefined]);
});

test('with another state of the data everything is dropped, also when the first comes back', () => {
  const cache = new AnswerCache(10_000);
  cache.set('1', 'a', answer(10));

  expect(cache.get('2', 'a')).toBeUndefined();
  expect(cache.get('1', 'a')).toBeUndefined();
});
