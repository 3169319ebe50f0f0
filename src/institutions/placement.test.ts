import { describe, expect, test } from '@jest/globals';
import type { UnitKind } from '../vocabulary/unit.enums.js';
import {
  placedPeriods,
  whileOpen,
  type Placement,
  type SuccessorFact,
  type UnitFact,
  type UnitFacts,
} from './placement.js';

type Name = keyof typeof IDS;
const IDS = {
  oldProvince: 1,
  oldDistrict: 2,
  oldCommune: 3,
  otherOldCommune: 4,
  province: 11,
  one: 12,
  two: 13,
  otherProvince: 21,
  elsewhere: 22,
  latest: 31,
} as const;
const names = new Map(Object.entries(IDS).map(([name, id]) => [id as number, name]));

/** A district's communes end on 2025-06-30; those of the new province go on, but where said. */
function world(
  successions: Partial<Record<Name, [extent: 'WHOLE' | 'PART', ...to: Name[]]>>,
  ends: Partial<Record<Name, string | null>> = {},
): UnitFacts {
  const unit = (name: Name, kind: UnitKind, ...path: Name[]): [number, UnitFact] => [
    IDS[name],
    {
      id: IDS[name],
      kind,
      parentId: path.length === 0 ? null : IDS[path.at(-1)!],
      path: [...path, name].map((each) => IDS[each]),
      validFrom: null,
      validTo:
        name in ends ? ends[name]! : name.toLowerCase().includes('old') ? '2025-06-30' : null,
    },
  ];
  const units = new Map([
    unit('oldProvince', 'PROVINCE'),
    unit('oldDistrict', 'DISTRICT', 'oldProvince'),
    unit('oldCommune', 'COMMUNE', 'oldProvince', 'oldDistrict'),
    unit('otherOldCommune', 'COMMUNE', 'oldProvince', 'oldDistrict'),
    unit('province', 'PROVINCE'),
    unit('one', 'COMMUNE', 'province'),
    unit('two', 'COMMUNE', 'province'),
    unit('latest', 'COMMUNE', 'province'),
    unit('otherProvince', 'PROVINCE'),
    unit('elsewhere', 'COMMUNE', 'otherProvince'),
  ]);
  const successors = new Map(
    Object.entries(successions).map(([name, [extent, ...to]]) => [
      IDS[name as Name],
      to.map((each): SuccessorFact => ({ successorId: IDS[each], extent })),
    ]),
  );
  return { unit: (id) => units.get(id)!, successors: (id) => successors.get(id as never) ?? [] };
}

const placed = (unit: Name, from: string | null = null): Placement => ({
  unitId: IDS[unit],
  from,
});

/** Each period as one line: the unit, whether it is settled, where it comes from, and its span. */
function periods(units: UnitFacts, placements: Placement[], closedOn: string | null = null) {
  return placedPeriods(placements, closedOn, units).map(
    ({ unitId, settled, origin, validFrom, validTo }) =>
      `${unitId === null ? 'nowhere' : names.get(unitId)} ${settled ? 'settled' : 'open'} ${origin} ${validFrom ?? '…'} to ${validTo ?? '…'}`,
  );
}

describe('an institution that was placed', () => {
  test('stays where it is while the unit exists', () => {
    expect(periods(world({}), [placed('one')])).toEqual(['one settled RECORDED … to …']);
    expect(periods(world({}), [placed('one', '2025-09-05')])).toEqual([
      'one settled RECORDED 2025-09-05 to …',
    ]);
  });

  test('follows the unit that took its own over whole', () => {
    expect(periods(world({ oldCommune: ['WHOLE', 'one'] }), [placed('oldCommune')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'one settled SUCCESSION 2025-07-01 to …',
    ]);
  });

  test('follows a chain of such units', () => {
    const units = world(
      { oldCommune: ['WHOLE', 'one'], one: ['WHOLE', 'latest'] },
      { one: '2025-12-31' },
    );

    expect(periods(units, [placed('oldCommune')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'one settled SUCCESSION 2025-07-01 to 2025-12-31',
      'latest settled SUCCESSION 2026-01-01 to …',
    ]);
  });

  test('waits in the province that the parts share', () => {
    const units = world({ oldCommune: ['PART', 'one', 'two'], oldProvince: ['WHOLE', 'province'] });

    expect(periods(units, [placed('oldCommune')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'province open SUCCESSION 2025-07-01 to …',
    ]);
  });

  test('is nowhere certain when the parts went to several provinces', () => {
    const units = world({
      oldCommune: ['PART', 'one', 'elsewhere'],
      oldProvince: ['PART', 'province', 'otherProvince'],
    });

    expect(periods(units, [placed('oldCommune')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'nowhere open SUCCESSION 2025-07-01 to …',
    ]);
  });

  test('is nowhere certain then even if another says that the unit above went whole', () => {
    const units = world({
      oldCommune: ['PART', 'one', 'elsewhere'],
      oldProvince: ['WHOLE', 'province'],
    });

    expect(periods(units, [placed('oldCommune')])[1]).toBe(
      'nowhere open SUCCESSION 2025-07-01 to …',
    );
  });

  test('is not settled by one part, as the others are not known yet', () => {
    const units = world({ oldCommune: ['PART', 'one'] });

    expect(periods(units, [placed('oldCommune')])[1]).toBe(
      'province open SUCCESSION 2025-07-01 to …',
    );
  });

  test('without a successor of its unit falls to what took over the unit above', () => {
    expect(periods(world({ oldProvince: ['WHOLE', 'province'] }), [placed('oldCommune')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'province open SUCCESSION 2025-07-01 to …',
    ]);
  });

  test('is nowhere when nothing took over anything', () => {
    expect(periods(world({}), [placed('oldCommune')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'nowhere open SUCCESSION 2025-07-01 to …',
    ]);
  });

  test('in a district or a province is not settled, and follows all the same', () => {
    const units = world({ oldProvince: ['WHOLE', 'province'] });

    for (const unit of ['oldDistrict', 'oldProvince'] as const)
      expect(periods(units, [placed(unit)])).toEqual([
        `${unit} open RECORDED … to 2025-06-30`,
        'province open SUCCESSION 2025-07-01 to …',
      ]);
  });

  test('for a day after the end of its unit begins where that led', () => {
    const units = world({ oldCommune: ['WHOLE', 'one'] });

    expect(periods(units, [placed('oldCommune', '2025-09-05')])).toEqual([
      'one settled SUCCESSION 2025-09-05 to …',
    ]);
    expect(periods(units, [placed('oldCommune', '2025-06-30')])).toEqual([
      'oldCommune settled RECORDED 2025-06-30 to 2025-06-30',
      'one settled SUCCESSION 2025-07-01 to …',
    ]);
  });
});

describe('the next placement', () => {
  test('ends the one before it the day before', () => {
    expect(periods(world({}), [placed('two', '2025-09-05'), placed('one')])).toEqual([
      'one settled RECORDED … to 2025-09-04',
      'two settled RECORDED 2025-09-05 to …',
    ]);
  });

  test('settles what a split left open', () => {
    const units = world({ oldCommune: ['PART', 'one', 'two'] });

    expect(periods(units, [placed('oldCommune'), placed('two', '2025-07-01')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'two settled RECORDED 2025-07-01 to …',
    ]);
    expect(periods(units, [placed('oldCommune'), placed('two', '2025-10-01')])).toEqual([
      'oldCommune settled RECORDED … to 2025-06-30',
      'province open SUCCESSION 2025-07-01 to 2025-09-30',
      'two settled RECORDED 2025-10-01 to …',
    ]);
  });

  test('may come back to a unit', () => {
    expect(
      periods(world({}), [placed('one'), placed('two', '2025-09-05'), placed('one', '2026-01-01')]),
    ).toEqual([
      'one settled RECORDED … to 2025-09-04',
      'two settled RECORDED 2025-09-05 to 2025-12-31',
      'one settled RECORDED 2026-01-01 to …',
    ]);
  });
});

describe('a closing', () => {
  const units = world({ oldCommune: ['WHOLE', 'one'] });

  test.each([
    ['before its unit ends', '2024-05-31', ['oldCommune settled RECORDED … to 2024-05-31']],
    ['on the day its unit ends', '2025-06-30', ['oldCommune settled RECORDED … to 2025-06-30']],
    [
      'on the first day of the successor',
      '2025-07-01',
      [
        'oldCommune settled RECORDED … to 2025-06-30',
        'one settled SUCCESSION 2025-07-01 to 2025-07-01',
      ],
    ],
  ])('%s ends the last period', (_when, closedOn, expected) => {
    expect(periods(units, [placed('oldCommune')], closedOn)).toEqual(expected);
  });

  test('before a placement leaves it without any day', () => {
    expect(periods(units, [placed('one'), placed('two', '2026-01-01')], '2025-12-31')).toEqual([
      'one settled RECORDED … to 2025-12-31',
    ]);
    expect(periods(units, [placed('one'), placed('two', '2026-01-01')], '2026-01-01')).toEqual([
      'one settled RECORDED … to 2025-12-31',
      'two settled RECORDED 2026-01-01 to 2026-01-01',
    ]);
  });

  test('leaves nothing of an institution that was never placed', () => {
    expect(periods(units, [], '2024-05-31')).toEqual([]);
  });
});

describe('an opening', () => {
  const opened = (openedOn: string | null, ...placements: Placement[]) =>
    periods(world({}), whileOpen(placements, openedOn));

  test('after a placement lets it begin with the opening', () => {
    expect(opened('2024-01-01', placed('one'))).toEqual(['one settled RECORDED 2024-01-01 to …']);
    expect(opened('2024-01-01', placed('one', '2023-09-05'))).toEqual([
      'one settled RECORDED 2024-01-01 to …',
    ]);
  });

  test('before a placement changes nothing, and neither does an unknown one', () => {
    for (const openedOn of ['2023-09-05', '2020-01-01', null])
      expect(opened(openedOn, placed('one', '2023-09-05'))).toEqual([
        'one settled RECORDED 2023-09-05 to …',
      ]);
  });

  test('after several placements keeps the last of them, in whatever order they are given', () => {
    const moved = [placed('two', '2023-09-05'), placed('one'), placed('latest', '2026-01-01')];

    expect(opened('2024-01-01', ...moved)).toEqual([
      'two settled RECORDED 2024-01-01 to 2025-12-31',
      'latest settled RECORDED 2026-01-01 to …',
    ]);
  });
});
