import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import type { FileQuestion, FrameworkFile } from '../frameworks/framework-file.js';
import { scoreFramework } from '../frameworks/framework-score.js';
import { readFramework } from '../frameworks/read-framework.js';
import { moveOf, stageMove, tryFramework } from './trial.js';

const FOLDER = new URL('../../seeds/reference/frameworks/', import.meta.url);
const FILES = [
  ...readdirSync(FOLDER).map((name) => new URL(name, FOLDER)),
  new URL('../../docs/examples/framework-two-groups.json', import.meta.url),
  new URL('../../docs/examples/framework-forms.json', import.meta.url),
].map((path) => readFramework(readFileSync(path, 'utf8')).file!);

function answerTo({ answer, mayNotApply }: FileQuestion): fc.Arbitrary<GivenAnswer> {
  const given = answerOf(answer);
  return mayNotApply ? fc.oneof(given, fc.constant({ doesNotApply: true as const })) : given;
}

function answerOf(answer: FileQuestion['answer']): fc.Arbitrary<GivenAnswer> {
  switch (answer.kind) {
    case 'YES_NO':
      return fc.nat({ max: 1 }).map((value) => ({ value }));
    case 'LEVEL':
      return fc.constantFrom(...answer.levels).map(({ level }) => ({ value: level }));
    case 'SHARE':
      return fc
        .tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }))
        .map(([one, more]) => ({ value: one, total: one + more }));
    case 'COUNT':
      return fc.nat({ max: 120 }).map((value) => ({ value }));
    case 'CHOICE':
      return fc.constantFrom(...answer.options).map(({ code }) => ({ choice: code }));
    case 'TEXT':
      return fc.constant({ text: 'Moodle' });
  }
}

/** A framework, a kind that it asks, all answers, and which of its questions were never asked. */
const world = fc.constantFrom(...FILES).chain((file: FrameworkFile) =>
  fc.record({
    file: fc.constant(file),
    kind: fc.constantFrom(...file.kinds),
    answers: fc.tuple(...file.questions.map(answerTo)),
    never: fc.subarray(file.questions.map(({ code }) => code)),
  }),
);

test('what a trial says holds whatever the answers to what was never asked would be', () => {
  fc.assert(
    fc.property(world, ({ file, kind, answers, never }) => {
      const all = new Map(file.questions.map(({ code }, index) => [code, answers[index]!]));
      const known = new Map([...all].filter(([code]) => !never.includes(code)));

      const trial = tryFramework(file, kind, known)!;
      const { level, indicators } = scoreFramework(file, kind, all);

      if (!trial.levelUnknown) expect(trial.level).toBe(level);
      for (const [index, { indicator, stage }] of trial.indicators.entries()) {
        expect(indicator).toBe(indicators[index]!.indicator);
        if (stage !== null) expect(stage).toBe(indicators[index]!.stage);
      }
    }),
    { numRuns: 500 },
  );
});

test('where everything was asked it is what publishing and answering the same gives', () => {
  fc.assert(
    fc.property(world, ({ file, kind, answers }) => {
      const all = new Map(file.questions.map(({ code }, index) => [code, answers[index]!]));
      const { level, indicators } = scoreFramework(file, kind, all);

      expect(tryFramework(file, kind, all)).toEqual({
        level,
        levelUnknown: false,
        indicators: indicators.map(({ indicator, stage }) => ({ indicator, stage })),
        unasked: [],
      });
    }),
  );
});

test('what no answer is too little for cannot be said where everything might not apply', () => {
  const file = FILES.find(({ code }) => code === 'example-two-groups')!;
  const changed: FrameworkFile = {
    ...file,
    questions: file.questions.map((each) => ({ ...each, mayNotApply: true })),
    indicators: [
      { indicator: 'DIGITAL_GOVERNANCE', completedWhen: { section: '2', level: 1 } },
      {
        indicator: 'OPEN_LEARNING_RESOURCES',
        completedWhen: { any: [{ section: '2', percent: 0 }, { criterion: '1.1' }] },
      },
    ],
  };
  const stagesWith = (answers: [string, GivenAnswer][]) =>
    tryFramework(changed, 'PRIMARY_SCHOOL', new Map(answers))!.indicators.map(({ stage }) => stage);

  expect(stagesWith([])).toEqual([null, null]);
  expect(stagesWith([['steering-team', { doesNotApply: true }]])).toEqual([null, null]);
  expect(stagesWith([['school-records', { value: 0 }]])).toEqual(['COMPLETED', 'COMPLETED']);
});

test('where nothing was asked nothing can be said, and a kind that is not asked is not tried', () => {
  const file = FILES.find(({ code }) => code === 'four-pillar')!;

  const trial = tryFramework(file, 'COLLEGE', new Map())!;

  expect(trial.indicators.map(({ stage }) => stage)).toEqual(trial.indicators.map(() => null));
  expect(trial.unasked.length).toBeGreaterThan(10);
  expect(tryFramework(file, 'PRESCHOOL', new Map())).toBeNull();
});

test.each([
  [1, 2, 'UP'],
  [3, 2, 'DOWN'],
  [2, 2, 'SAME'],
  [null, 2, null],
  [2, null, null],
])('from level %p to %p is %p', (from, to, move) => {
  expect(moveOf(from, to)).toBe(move);
});

test('stages move as they are ordered', () => {
  expect(stageMove('NOT_STARTED', 'IN_PROGRESS')).toBe('UP');
  expect(stageMove('COMPLETED', 'IN_PROGRESS')).toBe('DOWN');
  expect(stageMove('COMPLETED', null)).toBeNull();
});
