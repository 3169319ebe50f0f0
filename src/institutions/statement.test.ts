import { describe, expect, test } from '@jest/globals';
import type { Fact } from './facts.js';
import type { UnitFacts } from './placement.js';
import { plannedPeriods } from './periods.js';
import { stated, type Statement } from './statement.js';

/** Three communes that last; the first two follow each other on 2025-07-01. */
const units: UnitFacts = {
  unit: (id) => ({
    ...{ id, kind: 'COMMUNE', parentId: null, path: [id] },
    validFrom: id === 2 ? '2025-07-01' : null,
    validTo: id === 1 ? '2025-06-30' : null,
  }),
  successors: (id) => (id === 1 ? [{ successorId: 2, extent: 'WHOLE' }] : []),
};

const school = {
  name: 'Một',
  kind: 'PRIMARY_SCHOOL',
  levels: ['PRIMARY'],
  ownership: 'PUBLIC',
  unitId: 1,
  sourceStatus: 'CONFIRMED',
} as const satisfies Record<string, unknown>;
const opened: Statement = {
  on: '2020-09-05',
  corrects: false,
  says: { ...school, levels: ['PRIMARY'], openedOn: '2020-09-05' },
};
const from = (on: string, says: Statement['says']): Statement => ({ on, corrects: false, says });
const corrected = (on: string, says: Statement['says']): Statement => ({
  on,
  corrects: true,
  says,
});

/** The changes of the last statement, and the periods after all of them. */
function after(...statements: Statement[]) {
  let facts: Fact[] = [];
  let changes: unknown[] = [];
  for (const statement of statements) ({ facts, changes } = stated(facts, statement, units));
  const periods = plannedPeriods(facts, units).map(
    ({ name, unitId, validFrom, validTo, locatedFrom }) =>
      `${name} in ${unitId} ${validFrom} to ${validTo ?? '…'} (there since ${locatedFrom})`,
  );
  return { changes, periods };
}

describe('a statement', () => {
  test('of a new institution says what was so from the beginning', () => {
    expect(after(opened).periods).toEqual([
      'Một in 1 2020-09-05 to 2025-06-30 (there since 2020-09-05)',
      'Một in 2 2025-07-01 to … (there since 2025-07-01)',
    ]);
  });

  test('with a day changes from that day on, and leaves the place where it was', () => {
    const { changes, periods } = after(opened, from('2023-01-01', { name: 'Hai' }));

    expect(changes).toEqual([
      { attribute: 'NAME', before: 'Một', after: 'Hai', from: '2023-01-01', corrected: false },
    ]);
    expect(periods).toEqual([
      'Một in 1 2020-09-05 to 2022-12-31 (there since 2020-09-05)',
      'Hai in 1 2023-01-01 to 2025-06-30 (there since 2020-09-05)',
      'Hai in 2 2025-07-01 to … (there since 2025-07-01)',
    ]);
  });

  test('that repeats what is so changes nothing, whatever its day', () => {
    const renamed = from('2023-01-01', { name: 'Hai' });

    expect(after(opened, renamed, renamed).changes).toEqual([]);
    expect(
      after(opened, renamed, from('2024-01-01', { ...opened.says, name: 'Hai' })).changes,
    ).toEqual([]);
    expect(after(opened, renamed, corrected('2026-01-01', { name: 'Hai' })).changes).toEqual([]);
  });

  test('that corrects changes the span of its day, not those before and after', () => {
    const { changes, periods } = after(
      opened,
      from('2023-01-01', { name: 'Hai' }),
      from('2024-01-01', { name: 'Ba' }),
      corrected('2023-05-05', { name: 'Bốn' }),
    );

    expect(changes).toMatchObject([{ from: '2023-01-01', corrected: true }]);
    expect(periods.map((period) => period.split(' ')[0])).toEqual(['Một', 'Bốn', 'Ba', 'Ba']);
  });

  test('that corrects with what is recorded for later changes nothing', () => {
    const later = from('2027-01-01', { name: 'Hai' });

    expect(after(opened, later, corrected('2026-01-01', { name: 'Hai' })).changes).toEqual([]);
  });

  test('that corrects the place after a succession corrects it since the succession', () => {
    const { periods } = after(opened, corrected('2026-01-01', { unitId: 3 }));

    expect(periods).toEqual([
      'Một in 1 2020-09-05 to 2025-06-30 (there since 2020-09-05)',
      'Một in 3 2025-07-01 to … (there since 2025-07-01)',
    ]);
  });

  test('that brings the opening forward takes place and name along', () => {
    expect(after(opened, corrected('2026-01-01', { openedOn: '2019-09-05' })).periods[0]).toBe(
      'Một in 1 2019-09-05 to 2025-06-30 (there since 2019-09-05)',
    );
  });

  test('that brings the opening before the unit leaves unknown where it was until then', () => {
    const fresh = { ...opened.says, unitId: 2, openedOn: '2025-07-01' };
    const first: Statement = { ...opened, on: '2025-07-01', says: fresh };
    const earlier = corrected('2026-01-01', { openedOn: '2019-09-05' });

    expect(after(first, earlier).periods).toEqual([
      'Một in 2 2025-07-01 to … (there since 2025-07-01)',
    ]);
    const there = [first, earlier, from('2024-01-01', { unitId: 1 })];
    expect(after(...there).periods).toEqual([
      'Một in 1 2024-01-01 to 2025-06-30 (there since 2024-01-01)',
      'Một in 2 2025-07-01 to … (there since 2025-07-01)',
    ]);
    const elsewhere = [...there, corrected('2026-01-01', { unitId: 3 })];
    expect(after(...elsewhere).periods).toEqual([
      'Một in 1 2024-01-01 to 2025-06-30 (there since 2024-01-01)',
      'Một in 3 2025-07-01 to … (there since 2025-07-01)',
    ]);
  });

  test('that empties says so', () => {
    const special = from('2022-01-01', { specialStatus: 'SPECIALISED' });

    expect(after(opened, special, from('2023-01-01', { specialStatus: null })).changes).toEqual([
      {
        attribute: 'SPECIAL_STATUS',
        before: 'SPECIALISED',
        after: null,
        from: '2023-01-01',
        corrected: false,
      },
    ]);
  });
});
