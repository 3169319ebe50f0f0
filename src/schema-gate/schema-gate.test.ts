import { describe, expect, test } from '@jest/globals';
import { schemaChanges } from './schema-changes.js';
import { judge, parseAllowedChanges } from './schema-gate.js';

const REASON = 'since 2026-11-25, until 2027-11-25 at least: use `Unit.code`';
const RELEASED = `
  type Query { unit(code: String!, day: Int @deprecated(reason: "${REASON}")): Unit, of(in: In): Kind }
  type Unit { code: String!, name: String, title: String @deprecated(reason: "${REASON}") }
  input In { old: Int @deprecated(reason: "${REASON}"), new: Int }
  enum Kind { NEW, OLD @deprecated(reason: "${REASON}"), OLDEST @deprecated }
`;

/** What the gate says, on a day, after a part of the graph is replaced. */
async function judged(part: string, by: string, today = '2027-11-24', allowed: string[] = []) {
  expect(RELEASED).toContain(part);
  const changes = await schemaChanges(RELEASED, RELEASED.replace(part, by));
  return judge(
    changes,
    allowed.map((change) => ({ change, reason: 'it lied' })),
    today,
  );
}

const NOTHING = { refused: [], dangerous: [], unused: [] };

describe('the gate', () => {
  test('lets an addition pass', async () => {
    expect(await judged('name: String,', 'name: String, kind: Int,')).toEqual(NOTHING);
  });

  test('refuses to remove what was not deprecated, unless it is listed', async () => {
    const removed = '`Unit.name` is removed';

    expect(await judged('name: String,', '')).toEqual({
      ...NOTHING,
      refused: [{ change: removed, why: 'it was not deprecated before it was removed' }],
    });
    expect(await judged('name: String,', '', '2027-11-24', [removed])).toEqual(NOTHING);
  });

  test.each([
    [`, title: String @deprecated(reason: "${REASON}")`, 'Unit.title'],
    [`, day: Int @deprecated(reason: "${REASON}")`, 'Query.unit(day:)'],
    [`old: Int @deprecated(reason: "${REASON}"),`, 'In.old'],
    [`, OLD @deprecated(reason: "${REASON}")`, 'Kind.OLD'],
  ])(
    'refuses to remove %s before its date, and lets it go from then on',
    async (part, coordinate) => {
      expect(await judged(part, '', '2027-11-24')).toEqual({
        ...NOTHING,
        refused: [
          {
            change: `\`${coordinate}\` is removed; it was deprecated ${REASON}`,
            why: 'it is removed before its date, 2027-11-25',
          },
        ],
      });
      expect(await judged(part, '', '2027-11-25')).toEqual(NOTHING);
    },
  );

  test('refuses to remove what was deprecated without a date', async () => {
    expect((await judged(', OLDEST @deprecated', '')).refused).toEqual([
      {
        change: '`Kind.OLDEST` is removed; it was deprecated No longer supported',
        why: 'it was deprecated without a date',
      },
    ]);
  });

  test('refuses to bring a date forward, even when the new one has passed', async () => {
    const { refused } = await judged(
      'title: String @deprecated(reason: "since 2026-11-25, until 2027',
      'title: String @deprecated(reason: "since 2025-11-25, until 2026',
      '2028-01-01',
    );

    expect(refused).toMatchObject([{ why: 'the earlier promise was a later date' }]);
  });

  test('refuses another type, also of what is deprecated and past its date', async () => {
    expect((await judged('title: String', 'title: Int', '2028-01-01')).refused).toEqual([
      {
        change: '`Unit.title` is `Int` now, and was `String`',
        why: 'documents that use it fail',
      },
    ]);
  });

  test('tells a new optional argument, and takes it', async () => {
    expect(await judged('unit(code: String!,', 'unit(code: String!, on: Int,')).toEqual({
      ...NOTHING,
      dangerous: ['`Query.unit(on:)` is new: `Int`'],
    });
  });

  test('tells an allowance that nothing needs', async () => {
    const gone = '`Unit.gone` is removed';

    expect(judge([], [{ change: gone, reason: 'it lied' }], '2027-11-24')).toEqual({
      ...NOTHING,
      unused: [gone],
    });
  });
});

describe('the list of allowed breaking changes', () => {
  test('takes changes with reasons and passes over remarks', () => {
    expect(parseAllowedChanges('# remark\n\n`A.b` is removed # it lied\n')).toEqual([
      { change: '`A.b` is removed', reason: 'it lied' },
    ]);
  });

  test('refuses a change without a reason', () => {
    expect(() => parseAllowedChanges('`A.b` is removed')).toThrow('line 1 gives no reason');
  });
});
