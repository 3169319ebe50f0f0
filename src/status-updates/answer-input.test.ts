import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  LONGEST_LIST,
  LONGEST_TEXT,
  reasonProblems,
  textProblems,
} from '../graphql/input-check.js';
import { asked, entryOf } from './asked-criterion.fixture.js';
import { appraise, entriesOf, matchCriteria } from './answer-input.js';

const CRITERIA = [
  asked({ id: 1, code: 'G1' }),
  asked({ id: 2, code: 'G2', answerKind: 'LEVEL' }),
  asked({ id: 3, code: 'G3', answerKind: 'SHARE' }),
];
const entry = entryOf;

/** Code and field of each problem. */
const told = (problems: readonly { code: string; field: string[] | null }[]) =>
  problems.map(({ code, field }) => `${code} ${field!.join('.')}`);

describe('a list by criterion', () => {
  test('finds each item’s criterion, in the order of the items', () => {
    const { matched, problems } = matchCriteria(
      CRITERIA,
      [{ criterion: 'G3' }, { criterion: 'G1' }],
      'answers',
    );

    expect(problems).toEqual([]);
    expect(matched.map(({ criterion: { id } }) => id)).toEqual([3, 1]);
  });

  test('may name no unknown criterion, and none twice; all of it is told at once', () => {
    const codes = ['G1', 'X', 'G1', 'g1', 'G2', 'X', 'G1', ''];

    const { problems } = matchCriteria(
      CRITERIA,
      codes.map((code) => ({ criterion: code })),
      'reasons',
    );

    expect(told(problems)).toEqual([
      'CRITERION_UNKNOWN reasons.X.criterion',
      'CRITERION_TWICE reasons.G1.criterion',
      'CRITERION_UNKNOWN reasons.g1.criterion',
      'CRITERION_UNKNOWN reasons.X.criterion',
      'CRITERION_TWICE reasons.G1.criterion',
      'CRITERION_UNKNOWN reasons..criterion',
    ]);
  });

  test('is not looked at when it is too long', () => {
    const many = (count: number) => Array.from({ length: count }, () => ({ criterion: 'X' }));

    expect(matchCriteria([], many(LONGEST_LIST), 'answers').problems).toHaveLength(LONGEST_LIST);
    const { matched, problems } = matchCriteria(CRITERIA, many(LONGEST_LIST + 1), 'answers');
    expect(matched).toEqual([]);
    expect(told(problems)).toEqual(['LIST_TOO_LONG answers']);
    expect(problems[0]!.text.en).toBe('The list has 251 items; at most 250 are taken.');
  });
});

describe('answers', () => {
  test('replace what was there as a whole: what is left out is null', () => {
    const { entries, problems } = entriesOf(CRITERIA, [
      { criterion: 'G3', value: 3, total: 4, comment: '  hai lớp  ' },
      { criterion: 'G2', value: 0, comment: ' \n ' },
      { criterion: 'G1' },
    ]);

    expect(problems).toEqual([]);
    expect(entries).toEqual([
      entry(3, { selfValue: 3, selfTotal: 4, comment: 'hai lớp' }),
      entry(2, { selfValue: 0 }),
      entry(1),
    ]);
  });

  test('are told everything that is wrong with them at once', () => {
    const { problems } = entriesOf(CRITERIA, [
      { criterion: 'X', value: -1 },
      { criterion: 'G1', value: 2, total: 1 },
      { criterion: 'G3', value: 5, total: 4, comment: 'x'.repeat(LONGEST_TEXT + 1) },
    ]);

    expect(told(problems)).toEqual([
      'CRITERION_UNKNOWN answers.X.criterion',
      'VALUE_OUT_OF_RANGE answers.G1.value',
      'TOTAL_UNEXPECTED answers.G1.total',
      'SHARE_ABOVE_TOTAL answers.G3.value',
      'TEXT_TOO_LONG answers.G3.comment',
    ]);
  });
});

describe('an appraisal', () => {
  const own = [
    entry(1, { selfValue: 1, comment: 'có' }),
    entry(3, { selfValue: 9, selfTotal: 10 }),
  ];

  test('keeps the institution’s value beside the reviewer’s', () => {
    const { entries, changed, problems } = appraise(CRITERIA, own, [
      { criterion: 'G1', value: 0, reason: ' chưa ký ' },
    ]);

    expect(problems).toEqual([]);
    const appraised = { ...own[0], appraisedValue: 0, appraisalReason: 'chưa ký' };
    expect(changed).toEqual([appraised]);
    expect(entries).toEqual([own[1], appraised]);
  });

  test('may answer what the institution left open', () => {
    const { changed } = appraise(CRITERIA, own, [{ criterion: 'G2', value: 2, reason: 'thấy' }]);

    expect(changed).toEqual([entry(2, { appraisedValue: 2, appraisalReason: 'thấy' })]);
  });

  test('of a share is complete, or it is refused', () => {
    const appraisal = { criterion: 'G3', value: 11, reason: '' };

    expect(told(appraise(CRITERIA, own, [appraisal]).problems)).toEqual([
      'TOTAL_MISSING changes.G3.total',
      'REASON_MISSING changes.G3.reason',
    ]);
    expect(told(appraise(CRITERIA, own, [{ ...appraisal, total: 10 }]).problems)).toEqual([
      'SHARE_ABOVE_TOTAL changes.G3.value',
      'REASON_MISSING changes.G3.reason',
    ]);
  });

  test('of nothing changes nothing', () => {
    expect(appraise(CRITERIA, own, [])).toEqual({ entries: own, changed: [], problems: [] });
  });

  test('replaces an earlier one and leaves every other entry as it is', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('G1', 'G2', 'G3'), { maxLength: 3 }),
        fc.uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 3 }),
        (codes, answered) => {
          const before = answered.map((id) =>
            entry(id, { selfValue: 1, selfTotal: 1, appraisedValue: 1, appraisalReason: 'cũ' }),
          );
          const changes = codes.map((code) => ({
            criterion: code,
            value: 0,
            total: 1,
            reason: 'mới',
          }));
          const { entries, changed } = appraise(CRITERIA, before, changes);
          const touched = codes.map((code) => Number(code.slice(1)));

          expect(entries.map(({ criterionId }) => criterionId).sort()).toEqual(
            [...new Set([...answered, ...touched])].sort(),
          );
          expect(changed.map(({ criterionId }) => criterionId)).toEqual(touched);
          for (const after of entries) {
            const was = before.find(({ criterionId }) => criterionId === after.criterionId);
            if (touched.includes(after.criterionId))
              expect(after).toMatchObject({
                selfValue: was?.selfValue ?? null,
                appraisedValue: 0,
                appraisalReason: 'mới',
              });
            else expect(after).toBe(was);
          }
        },
      ),
    );
  });
});

describe('a text', () => {
  test.each([
    ['left out', undefined, []],
    ['null', null, []],
    ['empty', '', []],
    ['of the most characters', 'x'.repeat(LONGEST_TEXT), []],
    ['of one more', 'x'.repeat(LONGEST_TEXT + 1), ['TEXT_TOO_LONG note']],
    // People count characters, not the units of UTF-16.
    ['of the most characters outside the basic plane', '𝄞'.repeat(LONGEST_TEXT), []],
  ])('%s is taken or refused', (_what, text, problems) => {
    expect(told(textProblems(text, ['note']))).toEqual(problems);
  });

  test.each([
    ['a word', 'x', []],
    ['nothing', '', ['REASON_MISSING reason']],
    ['blanks of all sorts', ' \t\n\u00a0\u3000', ['REASON_MISSING reason']],
    ['too much', 'x'.repeat(LONGEST_TEXT + 1), ['TEXT_TOO_LONG reason']],
  ])('as a reason: %s', (_what, text, problems) => {
    expect(told(reasonProblems(text, ['reason']))).toEqual(problems);
  });
});
