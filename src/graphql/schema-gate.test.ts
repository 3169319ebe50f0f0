import { describe, expect, test } from '@jest/globals';
import { compareGraphs, parseAllowedChanges } from './schema-gate.js';

const RELEASED =
  'type Query { unit(code: String!): Unit } type Unit { code: String! name: String }';

describe('comparing the graph with the released one', () => {
  test('an addition breaks nobody', () => {
    const result = compareGraphs(
      RELEASED,
      RELEASED.replace('name: String', 'name: String kind: Int'),
      [],
    );

    expect(result).toEqual({ refused: [], dangerous: [], unused: [] });
  });

  test('a removed field is refused unless it is listed with a reason', () => {
    const current = RELEASED.replace(' name: String', '');
    const allowed = [
      { change: 'FIELD_REMOVED Unit.name was removed.', reason: 'nobody asked for it' },
    ];

    expect(compareGraphs(RELEASED, current, []).refused).toEqual([
      'FIELD_REMOVED Unit.name was removed.',
    ]);
    expect(compareGraphs(RELEASED, current, allowed)).toEqual({
      refused: [],
      dangerous: [],
      unused: [],
    });
  });

  test('a field that becomes nullable is refused', () => {
    const { refused } = compareGraphs(
      RELEASED,
      RELEASED.replace('code: String! name', 'code: String name'),
      [],
    );

    expect(refused).toEqual(['FIELD_CHANGED_KIND Unit.code changed type from String! to String.']);
  });

  test('a new optional argument is told, not refused', () => {
    const result = compareGraphs(
      RELEASED,
      RELEASED.replace('code: String!)', 'code: String!, on: String)'),
      [],
    );

    expect(result).toMatchObject({ refused: [] });
    expect(result.dangerous).toEqual([
      'OPTIONAL_ARG_ADDED An optional arg on on Query.unit was added.',
    ]);
  });

  test('an allowance that nothing needs is told', () => {
    const allowed = [{ change: 'FIELD_REMOVED Unit.gone was removed.', reason: 'long ago' }];

    expect(compareGraphs(RELEASED, RELEASED, allowed).unused).toEqual([
      'FIELD_REMOVED Unit.gone was removed.',
    ]);
  });
});

describe('the list of allowed breaking changes', () => {
  test('takes changes with reasons and passes over remarks', () => {
    expect(parseAllowedChanges('# remark\n\nFIELD_REMOVED A.b was removed. # it lied\n')).toEqual([
      { change: 'FIELD_REMOVED A.b was removed.', reason: 'it lied' },
    ]);
  });

  test('refuses a change without a reason', () => {
    expect(() => parseAllowedChanges('FIELD_REMOVED A.b was removed.')).toThrow(
      'line 1 gives no reason',
    );
  });
});
