import { expect, test } from '@jest/globals';
import { LineIsFullError, WaitingLine } from './waiting-line.js';

/** Work that ends when it is told to. */
function open() {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { work: () => done, finish };
}

const of = (sender: string, subject = sender) => ({ sender, subject });

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('so many are at work at once, and the others follow in the order they came', async () => {
  const line = new WaitingLine(2, 10, 10);
  const begun: number[] = [];
  const pieces = [0, 1, 2, 3].map(() => open());
  const all = pieces.map(({ work }, index) =>
    line.run(of('somebody'), () => {
      begun.push(index);
      return work();
    }),
  );
  await soon();
  expect(begun).toEqual([0, 1]);

  pieces[1]!.finish();
  await soon();
  expect(begun).toEqual([0, 1, 2]);

  for (const { finish } of pieces) finish();
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('work that fails gives its place back', async () => {
  const line = new WaitingLine(1, 1, 1);

  for (let index = 0; index < 3; index += 1)
    await expect(line.run(of('somebody'), () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );

  expect(await line.run(of('somebody'), async () => 'done')).toBe('done');
});

test('nobody takes more than half of the line, and a full one refuses', async () => {
  const line = new WaitingLine(1, 4, 4);
  const first = open();
  const running = line.run(of('a'), first.work);
  const waiting = ['a', 'a', 'b', 'b'].map((whose) => line.run(of(whose), async () => whose));

  await expect(line.run(of('a'), async () => 'a')).rejects.toBeInstanceOf(LineIsFullError);
  await expect(line.run(of('c'), async () => 'c')).rejects.toMatchObject({ code: 'OVERLOADED' });

  first.finish();
  expect(await Promise.all(waiting)).toEqual(['a', 'a', 'b', 'b']);
  await running;
  // What was waited for is forgotten.
  expect(
    await Promise.all(['a', 'a', 'a'].map((whose) => line.run(of(whose), async () => whose))),
  ).toEqual(['a', 'a', 'a']);
});

test('of one subject only some wait, whoever sends them', async () => {
  const line = new WaitingLine(1, 10, 2);
  const first = open();
  const running = line.run(of('a', 'x'), first.work);
  const waiting = ['b', 'c'].map((sender) => line.run(of(sender, 'x'), async () => sender));

  await expect(line.run(of('d', 'x'), async () => 'd')).rejects.toBeInstanceOf(LineIsFullError);
  const other = line.run(of('d', 'y'), async () => 'd');

  first.finish();
  expect(await Promise.all([...waiting, other])).toEqual(['b', 'c', 'd']);
  await running;
  // What was waited for is forgotten.
  expect(
    await Promise.all(
      ['b', 'c', 'd'].map((sender) => line.run(of(sender, 'x'), async () => sender)),
    ),
  ).toEqual(['b', 'c', 'd']);
});
