import { expect, test } from '@jest/globals';
import { Readiness } from './readiness.js';

test('a hub without a problem is ready', async () => {
  const readiness = new Readiness();
  readiness.add('the disk', () => null);

  expect(await readiness.look()).toEqual({ problems: [], warnings: [] });
});

test('every problem is told, in the order of the checks', async () => {
  const readiness = new Readiness();
  readiness.add('the disk', async () => 'the disk is full');
  readiness.add('the queue', () => 'the queue is long');

  expect((await readiness.look()).problems).toEqual(['the disk is full', 'the queue is long']);
});

test('a check that fails is a problem', async () => {
  const readiness = new Readiness();
  readiness.add('the database', () => {
    throw new Error('connection refused');
  });
  readiness.add('the store', () => Promise.reject(new Error('away')));

  expect((await readiness.look()).problems).toEqual([
    'the database does not answer',
    'the store does not answer',
  ]);
});

test('a check that never ends is a problem, and keeps nobody waiting', async () => {
  const readiness = new Readiness();
  readiness.add('the database', () => new Promise(() => undefined));

  expect((await readiness.look()).problems).toEqual(['the database does not answer']);
});

test('what does not keep the hub from its work is told apart', async () => {
  const readiness = new Readiness();
  readiness.addWarning('the disk', () => 'the disk is nearly full');

  expect(await readiness.look()).toEqual({ problems: [], warnings: ['the disk is nearly full'] });
});
