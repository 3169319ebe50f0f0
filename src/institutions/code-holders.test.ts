import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, inSpan } from '../shared/dates.js';
import { settleCodes, type SettledCode, type Settlement } from './code-holders.js';
import { codeKey, useOf, type CodeClaim, type HeldCode } from './codes.js';

const claim = (changes: Partial<CodeClaim>): CodeClaim => ({
  ...{ name: 'Trường', system: 'MOET', code: '7', from: null, replaces: null, beside: null },
  ...{ openedOn: null, closedOn: null },
  ...changes,
  day: changes.day ?? changes.openedOn ?? null,
});

const held = (changes: Partial<HeldCode>): HeldCode => ({
  ...{ id: 1, institutionId: 1, name: 'Trường cũ', system: 'MOET', code: '7' },
  ...{ validFrom: null, validTo: null, openedOn: '2001-09-05', closedOn: null },
  ...changes,
});

const settleOne = (row: CodeClaim, ...codes: HeldCode[]) => settleCodes([row], codes)[0]!;
const problemOf = (settlement: Settlement) =>
  'problem' in settlement
    ? [settlement.problem.column, settlement.problem.code, settlement.problem.text.en]
    : settlement;

describe('a code that was used before', () => {
  const closed = held({ closedOn: '2020-08-31' });

  test('is another institution’s when it opened after the holder had closed', () => {
    expect(settleOne(claim({ openedOn: '2022-09-05' }), closed)).toEqual({
      institutionId: -1,
      added: true,
      changed: [],
    });
  });

  test('is its old holder’s when nothing says since when', () => {
    expect(settleOne(claim({ closedOn: undefined }), closed)).toMatchObject({ institutionId: 1 });
  });

  test('is another institution’s when that closed before the holder opened', () => {
    const row = claim({ openedOn: '1980-09-05', closedOn: '1995-05-31' });
    expect(settleOne(row, held({}))).toMatchObject({ institutionId: -1, added: true });
  });

  test('leads to the holder of the row’s day when it had several', () => {
    const second = held({ id: 2, institutionId: 2, openedOn: '2022-09-05' });
    const rows = [
      claim({ openedOn: '2001-09-05', closedOn: '2020-08-31' }),
      claim({ openedOn: '2022-09-05' }),
      claim({ day: '2025-07-01', closedOn: undefined }),
    ];
    expect(settleCodes(rows, [closed, second])).toMatchObject([
      { institutionId: 1, added: false },
      { institutionId: 2, added: false },
      { institutionId: 2, added: false },
    ]);
  });

  test('may change hands inside one file, in any order of its rows', () => {
    const rows = [claim({ openedOn: '2022-09-05' }), claim({ closedOn: '2020-08-31' })];
    expect(settleCodes(rows, [held({})])).toMatchObject([
      { institutionId: -1, added: true },
      { institutionId: 1, added: false },
    ]);
  });

  test('cannot be that of a holder who opens again while another one has it', () => {
    const second = held({ id: 2, institutionId: 2, name: 'Trường mới', openedOn: '2022-09-05' });
    expect(problemOf(settleOne(claim({ openedOn: '2001-09-05' }), closed, second))).toEqual([
      'code',
      'CODE_TAKEN',
      'is the code of another institution: “Trường mới” (MOET from 2022-09-05); correct it, or first record when that one closed or got another code',
    ]);
  });

  test('is kept from a holder who opens again by another code of the same institution', () => {
    const other = held({ id: 3, system: 'ADMISSIONS', code: 'A', closedOn: '2020-08-31' });
    const second = held({ id: 2, institutionId: 2, openedOn: '2022-09-05' });
    const row = claim({ system: 'ADMISSIONS', code: 'A', openedOn: '2001-09-05' });
    expect(settleOne(row, closed, other, second)).toMatchObject({
      problem: { code: 'CODE_TAKEN' },
    });
  });
});

describe('replaces_code', () => {
  const from = '2026-01-15';
  const temporary = held({ system: 'TAM', code: 'T-1', openedOn: '2025-09-05' });
  const official = (changes: Partial<CodeClaim> = {}) =>
    claim({ openedOn: '2025-09-05', from, replaces: { system: null, code: 'T-1' }, ...changes });

  test('finds a code of another system: one school with two codes', () => {
    expect(settleOne(official(), temporary)).toEqual({
      institutionId: 1,
      added: true,
      changed: [{ ...temporary, validTo: '2026-01-14' }],
    });
  });

  test('changes nothing when it has been replaced so already', () => {
    const codes = [held({ ...temporary, validTo: '2026-01-14' }), held({ id: 2, validFrom: from })];
    expect(settleOne(official(), ...codes)).toEqual({
      institutionId: 1,
      added: false,
      changed: [],
    });
  });

  test('prefers its own system', () => {
    const own = held({ id: 2, institutionId: 2, code: 'T-1' });
    expect(settleOne(official(), temporary, own)).toMatchObject({ institutionId: 2 });
  });

  test('may come back, on the very day after it was replaced, and then has no last day', () => {
    const first = held({ validTo: '2025-09-04' });
    const second = held({ id: 2, code: '8', validFrom: '2025-01-01' });
    const row = claim({
      ...{ from: '2025-09-05', replaces: { system: null, code: '8' }, closedOn: undefined },
    });

    expect(settleOne(row, first, second)).toEqual({
      institutionId: 1,
      added: true,
      changed: [{ ...second, validTo: '2025-09-04' }],
    });
  });

  test('may not come back into the time in which the institution had it', () => {
    const first = held({ validTo: '2025-09-04' });
    const again = held({ id: 2, validFrom: '2025-09-05' });

    expect(
      problemOf(settleOne(claim({ from: '2024-06-15', day: '2025-10-01' }), first, again)),
    ).toEqual([
      ...['code_from', 'CODE_TAKEN'],
      'lies in a time in which the institution has this code already: “Trường cũ” (MOET from 2001-09-05 until 2025-09-04); give a day after it',
    ]);
  });

  test('is well where the institution closed before it came back', () => {
    const life = { openedOn: '2001-09-05', closedOn: '2025-07-01' };
    const first = held({ ...life, validFrom: '2015-09-05', validTo: '2025-09-04' });
    const again = held({ ...life, id: 2, validFrom: '2025-09-05' });

    expect(settleOne(claim({ ...life, from: '2015-09-05' }), first, again)).toEqual({
      institutionId: 1,
      added: false,
      changed: [],
    });
  });

  test('on another day moves the days of both codes', () => {
    const codes = [held({ ...temporary, validTo: '2026-01-14' }), held({ id: 2, validFrom: from })];
    expect(settleOne(official({ from: '2026-02-01' }), ...codes)).toMatchObject({
      changed: [{ validTo: '2026-01-31' }, { validFrom: '2026-02-01' }],
    });
  });

  test.each<[string, CodeClaim, HeldCode[], unknown]>([
    [
      'leads nowhere',
      official({ replaces: { system: null, code: 'KHONG-CO' } }),
      [],
      [
        'replaces_code',
        'CODE_UNKNOWN',
        'is no code of the system MOET, nor of any other; check it, or leave it empty for a new institution',
      ],
    ],
    [
      'leads nowhere in the system that is named',
      official({ replaces: { system: 'ADMISSIONS', code: 'T-1' } }),
      [temporary],
      [
        'replaces_code',
        'CODE_UNKNOWN',
        'is no code of the system ADMISSIONS; check it, or leave it empty for a new institution',
      ],
    ],
    [
      'leads to several',
      official(),
      [
        temporary,
        held({ id: 2, institutionId: 2, system: 'ADM', code: 'T-1', name: 'Trường hai' }),
      ],
      [
        'replaces_code',
        'CODE_AMBIGUOUS',
        'is a code in several systems: “Trường cũ” (TAM from 2025-09-05), “Trường hai” (ADM from 2001-09-05); name the system in replaces_system',
      ],
    ],
    [
      'was not in use',
      official(),
      [held({ ...temporary, closedOn: '2025-12-31' })],
      [
        'replaces_code',
        'CODE_NOT_IN_USE',
        'was not in use on 2026-01-14, but is a code of “Trường cũ” (TAM from 2025-09-05 until 2025-12-31); check it and code_from',
      ],
    ],
    [
      'is replaced by a code that another institution holds',
      official(),
      [temporary, held({ id: 2, institutionId: 2, name: 'Trường hai' })],
      [
        'code',
        'CODE_TAKEN',
        'is the code of another institution: “Trường hai” (MOET from 2001-09-05); correct it, or first record when that one closed or got another code',
      ],
    ],
    [
      'is the code of the row itself',
      official({ replaces: { system: null, code: '7' } }),
      [],
      ['replaces_code', 'CODE_NAMES_ITSELF', 'is the code of this row itself'],
    ],
    [
      'would end before it began',
      official({ from: '2025-09-05' }),
      [held({ ...temporary, validTo: '2026-01-14' }), held({ id: 2, validFrom: from })],
      [
        'code_from',
        'CODE_NOT_IN_USE',
        'is not after the first day of the code that it replaces, which is of “Trường cũ” (TAM from 2025-09-05 until 2026-01-14)',
      ],
    ],
  ])('is refused where it %s', (_, row, codes, problem) => {
    expect(problemOf(settleOne(row, ...codes))).toEqual(problem);
  });
});

test('other_code lets codes of several systems stand side by side', () => {
  const row = claim({ system: 'ADMISSIONS-67', code: '12', beside: { system: null, code: '7' } });
  expect(settleOne(row, held({}))).toEqual({ institutionId: 1, added: true, changed: [] });
});

const FIRST = '2020-01-01';
const DAYS = 12;
const day = fc.nat({ max: DAYS - 1 }).map((days) => addDays(FIRST, days));
const named = fc.record({
  system: fc.constantFrom(null, 'M', 'T'),
  code: fc.constantFrom('A', 'B'),
});
const row = fc
  .record({
    system: fc.constantFrom('M', 'T'),
    code: fc.constantFrom('A', 'B'),
    openedOn: fc.option(day),
    closedOn: fc.oneof(fc.constant(undefined), fc.option(day)),
    from: fc.option(day),
    other: fc.option(fc.tuple(fc.boolean(), named), { freq: 2 }),
  })
  .filter(({ openedOn, closedOn, from }) => (openedOn ?? from ?? '') <= (closedOn ?? '9999'))
  .filter(({ from, closedOn }) => (from ?? '') <= (closedOn ?? '9999'))
  .map(({ other, ...rest }) =>
    claim({
      ...rest,
      replaces: other?.[0] && rest.from ? other[1] : null,
      beside: other && !other[0] ? other[1] : null,
    }),
  );

/** The recorded codes after a row was recorded. */
function recordedAfter(codes: HeldCode[], made: CodeClaim, settled: SettledCode): HeldCode[] {
  const institutionId =
    settled.institutionId > 0
      ? settled.institutionId
      : 1 + Math.max(0, ...codes.map((code) => code.institutionId));
  const { openedOn, closedOn } = codes.find((code) => code.institutionId === institutionId) ?? {};
  const life = {
    openedOn: made.openedOn ?? openedOn ?? null,
    closedOn: made.closedOn === undefined ? (closedOn ?? null) : made.closedOn,
  };
  const { system, code, from } = made;
  const added = held({ id: codes.length + 1, institutionId, system, code, validFrom: from });
  return [...codes, ...(settled.added ? [added] : [])]
    .map((each) => settled.changed.find(({ id }) => id === each.id) ?? each)
    .map((each) => (each.institutionId === institutionId ? { ...each, ...life } : each));
}

/** Records rows one after another; those that are refused change nothing. */
function recordedOf(rows: readonly CodeClaim[]): HeldCode[] {
  return rows.reduce<HeldCode[]>((codes, made) => {
    const settlement = settleOne(made, ...codes);
    return 'problem' in settlement ? codes : recordedAfter(codes, made, settlement);
  }, []);
}

describe('whatever rows are recorded', () => {
  const rows = fc.array(row, { minLength: 1, maxLength: 8 });

  test('on no day two institutions use one code', () => {
    fc.assert(
      fc.property(rows, (made) => {
        const codes = recordedOf(made);
        for (let index = 0; index < DAYS; index += 1) {
          const then = codes.filter((code) => inSpan(useOf(code), addDays(FIRST, index)));
          for (const same of Map.groupBy(then, codeKey).values())
            expect(new Set(same.map(({ institutionId }) => institutionId)).size).toBe(1);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('the last row says nothing new when it comes again', () => {
    fc.assert(
      fc.property(rows, (made) => {
        const last = made.at(-1)!;
        const before = recordedOf(made.slice(0, -1));
        const settlement = settleOne(last, ...before);
        if ('problem' in settlement) return;
        const after = recordedAfter(before, last, settlement);

        const again = settleOne(last, ...after);

        expect(again).toMatchObject({ added: false, changed: [] });
        expect(recordedAfter(after, last, again as SettledCode)).toEqual(after);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a file settles them as if they came one by one in order of time', () => {
    const begin = ({ openedOn, from, day: on }: CodeClaim) =>
      `${openedOn ?? ''} ${from ?? on ?? ''}`;
    const file = fc.uniqueArray(row, { minLength: 2, maxLength: 5, selector: begin });
    fc.assert(
      fc.property(file, (made) => {
        const inTime = [...made].sort((a, b) => (begin(a) < begin(b) ? -1 : 1));
        let codes: HeldCode[] = [];
        const outcomes = new Map<CodeClaim, string | number>();
        for (const each of inTime) {
          const settlement = settleOne(each, ...codes);
          if ('problem' in settlement) outcomes.set(each, settlement.problem.code);
          else {
            const fresh = 1 + Math.max(0, ...codes.map(({ institutionId }) => institutionId));
            outcomes.set(each, settlement.institutionId > 0 ? settlement.institutionId : fresh);
            codes = recordedAfter(codes, each, settlement);
          }
        }
        const together = settleCodes(made, []);
        const ids = new Map<number, number>();
        const named = inTime.map((each) => {
          const settlement = together[made.indexOf(each)]!;
          if ('problem' in settlement) return settlement.problem.code;
          if (!ids.has(settlement.institutionId)) ids.set(settlement.institutionId, ids.size + 1);
          return ids.get(settlement.institutionId)!;
        });
        expect(named).toEqual(inTime.map((each) => outcomes.get(each)));
      }),
      { numRuns: 1_000 },
    );
  });
});
