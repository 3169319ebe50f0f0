import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { Refusals } from './refusals.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

interface Line {
  msg: string;
  refused?: number;
  seconds?: number;
}

function logged() {
  const lines: Line[] = [];
  const logger = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Line) });
  return { lines, refusals: new Refusals(logger, 'the hub is overloaded') };
}

test('a thousand refusals are two lines: the beginning, and the end with their number', () => {
  const { lines, refusals } = logged();

  for (let request = 0; request < 1000; request += 1) {
    refusals.note();
    jest.advanceTimersByTime(10);
  }
  expect(lines.map(({ msg }) => msg)).toEqual(['the hub is overloaded: requests are refused']);
  expect(refusals.goOn).toBe(true);
  jest.advanceTimersByTime(10_000);

  expect(refusals.goOn).toBe(false);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({
    msg: 'the hub is overloaded: over, requests are answered again',
    refused: 1000,
    seconds: 10,
  });
});

test('what begins again is told again', () => {
  const { lines, refusals } = logged();

  refusals.note();
  jest.advanceTimersByTime(10_000);
  refusals.note();
  refusals.note();
  refusals.end();

  expect(lines.map(({ refused }) => refused)).toEqual([undefined, 1, undefined, 2]);
});

test('where nothing was refused there is no end to tell', () => {
  const { lines, refusals } = logged();

  refusals.end();

  expect(lines).toEqual([]);
});
