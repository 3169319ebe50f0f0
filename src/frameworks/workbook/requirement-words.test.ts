import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Requirement } from '../framework-file.js';
import { parseRequirement } from './parse-requirement.js';
import { printRequirement } from './requirement-words.js';

/** Codes of every form, and such that look like words and numbers. */
const code = fc.oneof(
  fc.constantFrom(
    '1.1',
    '1.10',
    '2',
    'A.2.1',
    'Nhóm-1',
    'và',
    'OR',
    'section',
    'mức',
    'từ',
    'at',
    'all.2',
    '1e5',
  ),
  fc.stringMatching(/^[a-zđ0-9]{1,4}([._-][a-z0-9]{1,3}){0,2}$/),
);
const level = fc.integer({ min: 0, max: 9 });
const number = fc.oneof(
  fc.integer({ min: 0, max: 1e6 }),
  fc.double({ min: 0, max: 1e25, noNaN: true }),
);

const requirement = fc.letrec<{ any: Requirement }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    code.map((criterion): Requirement => ({ criterion })),
    fc.record({ criterion: code, atLeast: number.map((each) => each + 0) }),
    fc.record({ section: code, percent: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100) }),
    fc.record({ section: code, level }),
    fc.record({ framework: fc.oneof(fc.constant('own'), code), level }),
    fc.record({ indicator: code }),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all): Requirement => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any): Requirement => ({ any })),
  ),
})).any;

test('a requirement that is printed is read as the same', () => {
  fc.assert(
    fc.property(requirement, (each) => {
      expect(parseRequirement(printRequirement(each, 'own'), 'own')).toEqual({ requirement: each });
    }),
    { numRuns: 2_000 },
  );
});

test.each<[string, Requirement]>([
  ['1.1', { criterion: '1.1' }],
  ['tiêu chí 1.1 ≥ 20 %', { criterion: '1.1', atLeast: 20 }],
  ['1.1 and 1.3 >= 20', { all: [{ criterion: '1.1' }, { criterion: '1.3', atLeast: 20 }] }],
  [
    '1.1 hoặc 1.2 và nhóm 2 từ 60%',
    { any: [{ criterion: '1.1' }, { all: [{ criterion: '1.2' }, { section: '2', percent: 60 }] }] },
  ],
  [
    '(1.1 OR 1.2) AND mục 2 at least level 2',
    { all: [{ any: [{ criterion: '1.1' }, { criterion: '1.2' }] }, { section: '2', level: 2 }] },
  ],
  ['bộ tiêu chí ít nhất mức 2', { framework: 'own', level: 2 }],
  ['chỉ số đo DIGITAL_GOVERNANCE', { indicator: 'DIGITAL_GOVERNANCE' }],
  ['chỉ tiêu DIGITAL_GOVERNANCE', { indicator: 'DIGITAL_GOVERNANCE' }],
  ['chỉ tiêu x'.normalize('NFD'), { indicator: 'x' }],
])('%s', (written, expected) => {
  expect(parseRequirement(written, 'own')).toEqual({ requirement: expected });
});

describe('what cannot be read is told with what was expected', () => {
  test.each([
    ['1.1 and', 'a code of a criterion, or “section” is expected, but here the cell ends'],
    ['1.1 1.2', '“and” / “or” is expected, but here is “1.2”'],
    ['section 2', '“>=” is expected, but here the cell ends'],
    ['section 2 >= 60', '“60%” or “level 60” is expected'],
    ['section 2 >= level hai', 'a number is expected, but here is “hai”'],
    ['(1.1 or 1.2', '“)” is expected'],
    ['1.3 >= 12,5', 'cannot be read from “,5” on'],
    ['1.1 & 1.2', 'cannot be read from “& 1.2” on'],
    [`${'('.repeat(30)}1${')'.repeat(30)}`, '20 deep'],
  ])('%s', (written, told) => {
    const read = parseRequirement(written, 'own');
    expect('problem' in read && read.problem.en).toContain(told);
    expect('problem' in read && read.problem.vi).not.toBe('');
  });
});
