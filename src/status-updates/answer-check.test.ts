import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asked } from './asked-criterion.fixture.js';
import {
  NO_ANSWER,
  rangeProblems,
  submissionProblems,
  type PartialAnswer,
} from './answer-check.js';
import type { AskedCriterion } from './asked-criterion.js';

const YES_NO = asked();
const LEVEL = asked({ answerKind: 'LEVEL', levels: 3 });
const SHARE = asked({ answerKind: 'SHARE' });

/** Code and field of each problem. */
const told = (problems: readonly { code: string; field: string[] | null }[]) =>
  problems.map(({ code, field }) => `${code} ${field!.join('.')}`);

test.each<[string, AskedCriterion, Partial<PartialAnswer>, string[]]>([
  ['yes', YES_NO, { value: 1, total: null }, []],
  ['no', YES_NO, { value: 0, total: null }, []],
  ['nothing yet', YES_NO, { value: null, total: null }, []],
  ['more than yes', YES_NO, { value: 2, total: null }, ['VALUE_OUT_OF_RANGE a.value']],
  ['less than no', YES_NO, { value: -1, total: null }, ['VALUE_OUT_OF_RANGE a.value']],
  ['yes of a total', YES_NO, { value: 1, total: 1 }, ['TOTAL_UNEXPECTED a.total']],
  ['a total of nothing', YES_NO, { value: null, total: 0 }, ['TOTAL_UNEXPECTED a.total']],
  ['the highest level', LEVEL, { value: 3, total: null }, []],
  ['a level too high', LEVEL, { value: 4, total: null }, ['VALUE_OUT_OF_RANGE a.value']],
  ['a level below none', LEVEL, { value: -1, total: null }, ['VALUE_OUT_OF_RANGE a.value']],
  [
    'a level too high and a total',
    LEVEL,
    { value: 9, total: 9 },
    ['VALUE_OUT_OF_RANGE a.value', 'TOTAL_UNEXPECTED a.total'],
  ],
  ['all of a share', SHARE, { value: 40, total: 40 }, []],
  ['none of nothing', SHARE, { value: 0, total: 0 }, []],
  ['a share without a total yet', SHARE, { value: 40, total: null }, []],
  ['a total without a part yet', SHARE, { value: null, total: 40 }, []],
  ['the largest share', SHARE, { value: 1_000_000, total: 1_000_000 }, []],
  ['more than all of a share', SHARE, { value: 41, total: 40 }, ['SHARE_ABOVE_TOTAL a.value']],
  [
    'more than can be, of what can be',
    SHARE,
    { value: 1_000_001, total: 1_000_000 },
    ['VALUE_OUT_OF_RANGE a.value', 'SHARE_ABOVE_TOTAL a.value'],
  ],
  ['a total too large', SHARE, { value: 1, total: 1_000_001 }, ['TOTAL_OUT_OF_RANGE a.total']],
  ['a total below nought', SHARE, { value: 0, total: -1 }, ['TOTAL_OUT_OF_RANGE a.total']],
  [
    'both below nought',
    SHARE,
    { value: -5, total: -3 },
    ['VALUE_OUT_OF_RANGE a.value', 'TOTAL_OUT_OF_RANGE a.total'],
  ],
])('%s is told exactly what is wrong with it', (_what, criterion, answer, problems) => {
  expect(told(rangeProblems(criterion, { ...NO_ANSWER, ...answer }, ['a']))).toEqual(problems);
});

test('the sentences name the criterion and the numbers, in both languages', () => {
  const [problem] = rangeProblems(SHARE, { ...NO_ANSWER, value: 41, total: 40 }, ['answers', 'G1']);

  expect(problem!.text).toEqual({
    vi: 'Tiêu chí G1: 41 lớn hơn tổng số 40.',
    en: 'Criterion G1: 41 is more than the total of 40.',
  });
});

describe('handing in', () => {
  const submit = (
    criterion: AskedCriterion,
    answer: Partial<PartialAnswer> | undefined,
    evidence: [number, number][] = [],
  ) =>
    told(
      submissionProblems(
        [criterion],
        new Map(answer ? [[1, { ...NO_ANSWER, ...answer }]] : []),
        new Map(evidence),
      ),
    );
  const proven = asked({ evidenceRequired: true });

  test.each<[string, AskedCriterion, Partial<PartialAnswer> | undefined, string[]]>([
    ['no answer at all', YES_NO, undefined, ['ANSWER_MISSING answers.G1.value']],
    [
      'an answer taken back',
      YES_NO,
      { value: null, total: null },
      ['ANSWER_MISSING answers.G1.value'],
    ],
    ['only a total', SHARE, { value: null, total: 3 }, ['ANSWER_MISSING answers.G1.value']],
    ['a no', YES_NO, { value: 0, total: null }, []],
    [
      'a share without its total',
      SHARE,
      { value: 3, total: null },
      ['TOTAL_MISSING answers.G1.total'],
    ],
    ['a share of nothing', SHARE, { value: 0, total: 0 }, []],
    [
      'a level that was in range once',
      LEVEL,
      { value: 4, total: null },
      ['VALUE_OUT_OF_RANGE answers.G1.value'],
    ],
    [
      'a yes without its evidence',
      proven,
      { value: 1, total: null },
      ['EVIDENCE_MISSING answers.G1.evidence'],
    ],
    ['a no without evidence', proven, { value: 0, total: null }, []],
    [
      'a share with everything missing',
      asked({ evidenceRequired: true, answerKind: 'SHARE' }),
      { value: 3, total: null },
      ['TOTAL_MISSING answers.G1.total', 'EVIDENCE_MISSING answers.G1.evidence'],
    ],
  ])('with %s is told exactly what keeps it', (_what, criterion, answer, problems) => {
    expect(submit(criterion, answer)).toEqual(problems);
  });

  test('evidence counts for its own criterion only', () => {
    const yes = { value: 1, total: null };

    expect(submit(proven, yes, [[1, 1]])).toEqual([]);
    expect(submit(proven, yes, [[1, 0]])).toEqual(['EVIDENCE_MISSING answers.G1.evidence']);
    expect(submit(proven, yes, [[2, 1]])).toEqual(['EVIDENCE_MISSING answers.G1.evidence']);
  });

  test('everything is told at once, in the order of the questions', () => {
    const questions = [asked({ id: 3, code: 'G3' }), asked({ id: 2, code: 'G2' }), asked()];

    expect(told(submissionProblems(questions, new Map(), new Map()))).toEqual([
      'ANSWER_MISSING answers.G3.value',
      'ANSWER_MISSING answers.G2.value',
      'ANSWER_MISSING answers.G1.value',
    ]);
  });

  test('an answer to a question that is not asked keeps nothing', () => {
    const answers = new Map([[9, { ...NO_ANSWER, value: 99, total: 98 }]]);

    expect(submissionProblems([], answers, new Map())).toEqual([]);
  });
});

describe('the other forms of answers', () => {
  const CHOICE = asked({ answerKind: 'CHOICE', evidenceRequired: true });
  const COUNT = asked({ answerKind: 'COUNT' });
  const WORDS = asked({ answerKind: 'TEXT' });

  test.each<[string, AskedCriterion, Partial<PartialAnswer>, string[]]>([
    ['an option that there is', CHOICE, { choice: 'none' }, []],
    ['an option that there is not', CHOICE, { choice: 'x' }, ['CHOICE_UNKNOWN answers.G1.choice']],
    [
      'a number for an option',
      CHOICE,
      { value: 1 },
      ['VALUE_UNEXPECTED answers.G1.value', 'EVIDENCE_MISSING answers.G1.evidence'],
    ],
    [
      'an option without its evidence',
      CHOICE,
      { choice: 'own' },
      ['EVIDENCE_MISSING answers.G1.evidence'],
    ],
    ['no option', CHOICE, {}, ['ANSWER_MISSING answers.G1.choice']],
    ['a count', COUNT, { value: 1_000_000 }, []],
    ['a count too large', COUNT, { value: 1_000_001 }, ['VALUE_OUT_OF_RANGE answers.G1.value']],
    ['a count of a total', COUNT, { value: 1, total: 2 }, ['TOTAL_UNEXPECTED answers.G1.total']],
    ['a text', WORDS, { text: 'Moodle' }, []],
    ['no text, which is optional', WORDS, {}, []],
    [
      'no text that is required',
      asked({ answerKind: 'TEXT', required: true }),
      {},
      ['ANSWER_MISSING answers.G1.text'],
    ],
    ['a text for a number', COUNT, { text: 'ba' }, ['TEXT_UNEXPECTED answers.G1.text']],
    ['what does not apply', asked({ mayNotApply: true }), { doesNotApply: 'không thu' }, []],
    [
      'what always applies',
      COUNT,
      { doesNotApply: 'không' },
      ['ALWAYS_APPLIES answers.G1.doesNotApply'],
    ],
    [
      'both an answer and none',
      asked({ mayNotApply: true }),
      { value: 1, doesNotApply: 'x' },
      ['ANSWERED_TWICE answers.G1.doesNotApply'],
    ],
  ])('%s', (_what, question, given, problems) => {
    const answers = new Map([[1, { ...NO_ANSWER, ...given }]]);
    expect(told(submissionProblems([question], answers, new Map()))).toEqual(problems);
  });
});

describe('laws', () => {
  const number = fc.option(fc.integer({ min: -3, max: 12 }));
  const criterion = fc
    .record({
      answerKind: fc.constantFrom('YES_NO' as const, 'LEVEL' as const, 'SHARE' as const),
      levels: fc.integer({ min: 1, max: 7 }),
      evidenceRequired: fc.boolean(),
    })
    .map(asked);
  const answer = fc
    .record({ value: number, total: number })
    .map((given) => ({ ...NO_ANSWER, ...given }));

  test('what can be handed in could be saved', () => {
    fc.assert(
      fc.property(criterion, answer, fc.nat({ max: 1 }), (question, given, evidence) => {
        const backed = new Map([[1, evidence]]);
        const problems = submissionProblems([question], new Map([[1, given]]), backed);
        fc.pre(problems.length === 0);

        expect(rangeProblems(question, given, [])).toEqual([]);
      }),
    );
  });

  test('whatever is wrong with a value when it is saved is wrong when it is handed in', () => {
    fc.assert(
      fc.property(criterion, answer, (question, given) => {
        fc.pre(given.value !== null);
        const saving = rangeProblems(question, given, ['answers', 'G1']);
        const submitting = submissionProblems([question], new Map([[1, given]]), new Map());

        expect(submitting).toEqual(expect.arrayContaining(saving));
      }),
    );
  });
});
