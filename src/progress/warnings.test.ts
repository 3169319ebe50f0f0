import { describe, expect, test } from '@jest/globals';
import type { FrameworkFact } from '../counts/rules.js';
import { definition, indicatorsWith } from '../indicators/indicator.fixture.js';
import { PILLARS } from '../indicators/indicator.js';
import { required } from '../shared/required.js';
import { kindsOf, type InstitutionKind } from '../vocabulary/institution.enums.js';
import { pillarsUndecided } from './warnings.js';

const SCHOOLS = kindsOf('GENERAL_EDUCATION');
const COLLEGES = kindsOf('COLLEGE_AND_VOCATIONAL');
const GOVERNANCE = 'DIGITAL_GOVERNANCE';
const OPERATIONS = 'DIGITAL_OPERATIONS';
const DATA = 'STANDARDIZED_DATA';
const RESOURCES = 'OPEN_LEARNING_RESOURCES';
const INDICATORS = new Map(
  indicatorsWith(definition('own', { parts: ['level'] }), definition('level')).map((each) => [
    each.code,
    each,
  ]),
);

/** A framework that decides these indicators for these kinds. */
const deciding = (
  codes: readonly string[],
  kinds: readonly InstitutionKind[] = [...SCHOOLS, ...COLLEGES],
): FrameworkFact => ({
  id: 1,
  code: codes.join(),
  validFrom: '2024-01-01',
  validTo: null,
  decides: Object.fromEntries(codes.map((code) => [code, new Set(kinds)])),
});

/** The groups that are warned of, with the English text, when a report of both groups has these lines. */
function warned(inForce: readonly FrameworkFact[], codes: readonly string[] = ['ALL_FOUR']) {
  const lines = (['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'] as const).flatMap((group) =>
    codes.map((code) => ({ group, indicator: required(INDICATORS, code) })),
  );
  return pillarsUndecided(inForce, lines).map(({ code, group, text }) => {
    expect(code).toBe('PILLARS_UNDECIDED');
    expect(text.vi).toContain('chưa quy định trụ cột');
    return [group, text.en.split('none decides ')[1]];
  });
}

describe('frameworks that decide only some pillars', () => {
  test('are told for each group, with the pillars that none decides for it', () => {
    const some = deciding([GOVERNANCE, DATA]);

    expect(warned([some])).toEqual([
      ['GENERAL_EDUCATION', 'Digital operations, Open learning resources.'],
      ['COLLEGE_AND_VOCATIONAL', 'Digital operations, Open learning resources.'],
    ]);
  });

  test('are told only for the group of which something is not decided', () => {
    const rest = deciding([OPERATIONS, RESOURCES], SCHOOLS);

    expect(warned([deciding([GOVERNANCE, DATA]), rest])).toEqual([
      ['COLLEGE_AND_VOCATIONAL', 'Digital operations, Open learning resources.'],
    ]);
  });

  test('are enough when they decide a pillar for one kind of the group', () => {
    const rest = deciding([OPERATIONS, RESOURCES], ['PRIMARY_SCHOOL', 'COLLEGE']);

    expect(warned([deciding([GOVERNANCE, DATA]), rest])).toEqual([]);
  });

  test.each([
    ['no framework is in force', []],
    ['they decide all four', [deciding(PILLARS)]],
    ['they decide no pillar', [deciding(['level'])]],
  ])('are not told where %s', (_when, inForce) => {
    expect(warned(inForce)).toEqual([]);
  });

  test('are not told in a report without the pillars that are not decided', () => {
    const some = deciding([GOVERNANCE, 'level']);

    expect(warned([some], [GOVERNANCE, 'own'])).toEqual([]);
    expect(warned([some], [GOVERNANCE, DATA])).toEqual([
      ['GENERAL_EDUCATION', 'Standardised data.'],
      ['COLLEGE_AND_VOCATIONAL', 'Standardised data.'],
    ]);
  });
});
