import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryOf } from './asked-criterion.fixture.js';
import { entriesShown, type StoredAnswer } from './shown-entry.js';

const answer = (changes: Partial<StoredAnswer> = {}): StoredAnswer => ({
  ...entryOf(1, { selfValue: 3, selfTotal: 4 }),
  returnReason: null,
  points: 7.5,
  evidenceKey: '',
  ...changes,
});

/** How one answer compares with the one decided on before. */
function compared(base: StoredAnswer[], answers: StoredAnswer[]) {
  const [shown] = entriesShown([{ id: 1 }], { answers, base });
  return [shown!.change, shown!.needsLook];
}

test.each<[string, Partial<StoredAnswer>, Partial<StoredAnswer>, unknown[]]>([
  ['the same', {}, {}, ['UNCHANGED', false]],
  ['another value', {}, { selfValue: 4 }, ['CHANGED', true]],
  ['another total', {}, { selfTotal: 5 }, ['CHANGED', true]],
  ['an answer taken back', {}, { selfValue: null }, ['CHANGED', true]],
  ['a remark added', {}, { comment: 'mới' }, ['CHANGED', true]],
  ['other evidence', { evidenceKey: 'a' }, { evidenceKey: 'b' }, ['CHANGED', true]],
  [
    'the same although it was a reason to return',
    { returnReason: 'đếm lại' },
    {},
    ['UNCHANGED', true],
  ],
  [
    'what the reviewer had made of it',
    { appraisedValue: 1, appraisedTotal: 4 },
    { selfValue: 1 },
    ['UNCHANGED', false],
  ],
  [
    'its own value again after the reviewer changed it',
    { appraisedValue: 1, appraisedTotal: 4 },
    {},
    ['CHANGED', true],
  ],
  [
    'appraised now as it was then',
    {},
    { selfValue: 9, appraisedValue: 3, appraisedTotal: 4 },
    ['UNCHANGED', false],
  ],
  [
    'other points only, because the framework’s maximum was corrected',
    {},
    { points: 1 },
    ['UNCHANGED', false],
  ],
  ['confirmed after it had been taken over', { prefilled: true }, {}, ['UNCHANGED', false]],
])('%s is shown as it compares with the last decision', (_what, before, present, expected) => {
  expect(compared([answer(before)], [answer(present)])).toEqual(expected);
});

test('an answer to what had none is a change; none to what had none is not', () => {
  expect(compared([], [answer()])).toEqual(['CHANGED', true]);
  expect(compared([answer()], [])).toEqual(['CHANGED', true]);
  expect(compared([], [])).toEqual(['UNCHANGED', false]);
});

test('why it came back before is told with the answer that was to be mended, and not in a first revision', () => {
  const told = (base: StoredAnswer[] | null) =>
    entriesShown([{ id: 1 }], { answers: [answer()], base })[0]!.earlierReturnReason;
  expect(told([answer({ returnReason: 'đếm lại' })])).toBe('đếm lại');
  expect(told([answer()])).toBeNull();
  expect(told(null)).toBeNull();
});

test('everything in a first revision needs a look, also what was left open', () => {
  const shown = entriesShown([{ id: 1 }, { id: 2 }], { answers: [answer()], base: null });

  expect(
    shown.map(({ criterionId, change, needsLook }) => [criterionId, change, needsLook]),
  ).toEqual([
    [1, null, true],
    [2, null, true],
  ]);
});

describe('laws', () => {
  const answers = fc.uniqueArray(
    fc.record({
      criterionId: fc.integer({ min: 1, max: 6 }),
      selfValue: fc.option(fc.nat({ max: 2 })),
      appraisedValue: fc.option(fc.nat({ max: 2 })),
      returnReason: fc.option(fc.constant('vì sao')),
      evidenceKey: fc.constantFrom('', 'a'),
    }),
    { selector: ({ criterionId }) => criterionId },
  );
  const stored = answers.map((some) => some.map((each) => answer({ ...each, selfTotal: null })));
  const questions = [{ id: 5 }, { id: 2 }, { id: 4 }];

  test('one entry for each question, in order, with the answer that was given', () => {
    fc.assert(
      fc.property(stored, fc.option(stored), (given, base) => {
        const shown = entriesShown(questions, { answers: given, base });

        expect(shown.map(({ criterionId }) => criterionId)).toEqual([5, 2, 4]);
        for (const { criterionId, selfValue, points } of shown) {
          const found = given.find((each) => each.criterionId === criterionId);
          expect([selfValue, points]).toEqual([found?.selfValue ?? null, found?.points ?? 0]);
        }
      }),
    );
  });

  test('against itself nothing changed, and only reasons to return need a look', () => {
    fc.assert(
      fc.property(stored, (given) => {
        for (const entry of entriesShown(questions, { answers: given, base: given }))
          expect(entry).toMatchObject({
            change: 'UNCHANGED',
            needsLook: entry.returnReason !== null,
          });
      }),
    );
  });
});
