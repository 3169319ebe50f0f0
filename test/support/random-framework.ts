import fc from 'fast-check';
import type { StatusUpdateAnswerInput } from '../../clients/typescript/src/generated/graphql.js';
import { readFramework } from '../../src/frameworks/read-framework.js';

export const KINDS = ['PRIMARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL'] as const;
export type Kind = (typeof KINDS)[number];
const INDICATORS = ['a', 'b', 'c'];
const SECTIONS = ['1', '2', '2.1'];

export type Answer = Omit<StatusUpdateAnswerInput, 'criterion' | 'question'>;

/** A question of the bank of which random frameworks are made. */
interface BankQuestion {
  name: string;
  answer: { kind: string };
  mayNotApply?: boolean;
  /** Null for nothing. */
  given: fc.Arbitrary<Answer | null>;
  rule: 'ALL' | 'PROPORTION' | 'BANDS' | null;
  /** The highest value that a requirement may name; null where it takes none. */
  highest: number | null;
}

const text = (of: string) => ({ vi: of, en: of });
const yesOrNo = fc.nat({ max: 1 }).map((value) => ({ value }));
const share = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));
const partOfTotal = share.map(([value, more]) => ({ value, total: value + more }));
const orNot = (given: fc.Arbitrary<Answer>): fc.Arbitrary<Answer> =>
  fc.oneof(
    { weight: 2, arbitrary: given },
    { weight: 1, arbitrary: fc.constant({ doesNotApply: { reason: 'Trường không có' } }) },
  );
const options = (['none', 'some', 'all'] as const).map((code, index) => ({
  code,
  name: text(code),
  share: index / 2,
}));
const levels = [0, 1, 2].map((level) => ({ level, name: text(`Mức ${level}`), share: level / 2 }));

/** Every form of answer. The first question is asked by every framework. */
const BANK: readonly BankQuestion[] = [
  { name: 'plan', answer: { kind: 'YES_NO' }, given: yesOrNo, rule: 'ALL', highest: 1 },
  {
    ...{ name: 'fees', answer: { kind: 'YES_NO' }, mayNotApply: true, given: orNot(yesOrNo) },
    ...{ rule: 'ALL', highest: 1 },
  },
  {
    ...{ name: 'records', answer: { kind: 'LEVEL', levels } as { kind: string } },
    ...{ given: fc.nat({ max: 2 }).map((value) => ({ value })), rule: 'ALL', highest: 2 },
  },
  {
    ...{ name: 'teachers', answer: { kind: 'SHARE', unit: text('người') } as { kind: string } },
    ...{ given: partOfTotal, rule: 'PROPORTION', highest: 100 },
  },
  {
    ...{ name: 'rooms', answer: { kind: 'SHARE', unit: text('phòng') } as { kind: string } },
    ...{ mayNotApply: true, given: orNot(partOfTotal), rule: 'BANDS', highest: 100 },
  },
  {
    ...{ name: 'materials', answer: { kind: 'COUNT', unit: text('học liệu') } as { kind: string } },
    ...{ given: fc.nat({ max: 50 }).map((value) => ({ value })), rule: 'BANDS', highest: 40 },
  },
  {
    ...{ name: 'platform', answer: { kind: 'CHOICE', options } as { kind: string } },
    ...{ mayNotApply: true, rule: 'ALL', highest: null },
    given: orNot(fc.constantFrom(...options).map(({ code }) => ({ choice: code }))),
  },
  {
    ...{ name: 'system', answer: { kind: 'TEXT' }, rule: null, highest: null },
    given: fc.option(fc.constant({ text: 'Moodle' })),
  },
];

const use = fc.record({
  section: fc.constantFrom(...SECTIONS),
  points: fc.option(fc.integer({ min: 1, max: 40 })),
  isCondition: fc.boolean(),
  required: fc.boolean(),
  kinds: fc.constantFrom<readonly Kind[]>(KINDS, KINDS, ['PRIMARY_SCHOOL']),
});
const atom = fc.record({
  names: fc.constantFrom('CRITERION', 'VALUE', 'PERCENT', 'LEVEL', 'FRAMEWORK'),
  which: fc.nat({ max: 99 }),
  least: fc.nat({ max: 99 }),
});
const requirement = fc.record({
  by: fc.constantFrom('all' as const, 'any' as const),
  atoms: fc.array(atom, { minLength: 1, maxLength: 3 }),
});
const level = fc.oneof(
  fc.constant('LOWEST_SECTION' as const),
  fc.tuple(requirement, requirement),
  fc.constant(null),
);

const anyVersion = fc.record({
  /** How it uses each question of the bank; null for one that it does not ask. */
  uses: fc.tuple(...BANK.map((_, index) => (index === 0 ? use : fc.option(use)))),
  by: fc.constantFrom('POINTS', 'PERCENT'),
  bounds: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })),
  level,
  indicators: fc.tuple(...INDICATORS.map(() => requirement)),
});
type Version = typeof anyVersion extends fc.Arbitrary<infer Each> ? Each : never;
type Requirement = typeof requirement extends fc.Arbitrary<infer Each> ? Each : never;

/** What makes a version of a framework that can be used: somebody can reach each of its levels and indicators. */
export const version = anyVersion.filter((made) => {
  const file = fileOf({ code: 'any', number: 1, validFrom: '2026-01-01' }, made, []);
  return readFramework(JSON.stringify(file)).file !== null;
});

/** How each question of the bank stands to what was asked before: another revision may go on with it, or not. */
export const wordings = fc.tuple(
  ...BANK.map(() => fc.constantFrom<Wording>('SAME', 'SAME', 'CONTINUED', 'ANEW')),
);
export type Wording = 'SAME' | 'CONTINUED' | 'ANEW';

/** Answers of an institution to all questions of the bank. */
export const answers = fc.tuple(...BANK.map(({ given }) => given));

/** The places in the bank of the questions that a version asks a kind. */
export function askedOf({ uses }: Version, kind: Kind): number[] {
  return [...uses.keys()].filter((at) => at === 0 || uses[at]?.kinds.includes(kind));
}

/** Whether an institution that is asked has to answer. */
export function mustAnswer({ uses }: Version, at: number): boolean {
  return BANK[at]!.answer.kind !== 'TEXT' || Boolean(uses[at]?.required);
}

/** The code of a question of the bank; every framework has a bank of its own. */
export const questionCode = (framework: string, at: number) => `${framework}-${BANK[at]!.name}`;

/** The file of a version. */
export function fileOf(
  { code, number, validFrom }: { code: string; number: number; validFrom: string },
  made: Version,
  wording: readonly Wording[],
): object {
  const { by, bounds, uses } = made;
  const [second, third] = [bounds[0], bounds[0] + bounds[1]];
  const ends = [0, second, third, null];
  const asked = [...uses.entries()].flatMap(([at, each]) => (each ? [{ ...each, at }] : []));
  const indicators = INDICATORS.map((name) => `${code}-${name}`);
  return {
    format: 'edu-dx-hub/framework/1',
    ...{ code, version: number, validFrom, name: text(code), issuer: 'test' },
    sourceStatus: 'ILLUSTRATIVE',
    kinds: KINDS,
    scales: [
      {
        ...{ code: 'scale', by },
        levels: [1, 2, 3].map((each) => ({
          ...{ level: each, name: text(`Mức ${each}`), from: ends[each - 1], fromIncluded: true },
          ...{ to: ends[each], toIncluded: false },
        })),
      },
    ],
    ...levelOf(code, made),
    sections: SECTIONS.map((each) => ({
      ...{ code: each, name: text(each), maximum: 100, scale: 'scale', gapReason: text('Thử') },
      ...(each === '2.1' && { parent: '2' }),
    })),
    questions: asked.map(({ at }) => ({
      code: questionCode(code, at),
      revision: (wording[at] ?? 'SAME') === 'SAME' ? 1 : 2,
      ...(wording[at] === 'CONTINUED' && { continues: true }),
      text: text(BANK[at]!.name),
      answer: BANK[at]!.answer,
      ...(BANK[at]!.mayNotApply && { mayNotApply: true }),
    })),
    criteria: asked.map(({ at, section, kinds, required }) => ({
      ...{ code: BANK[at]!.name, section, question: questionCode(code, at), evidence: 'NONE' },
      ...(at > 0 && { kinds }),
      ...(required && { required }),
      ...pointsOf(made, at),
      ...(uses[at]!.isCondition && canBeMet(made, at) && { condition: true }),
    })),
    newIndicators: indicators.map((each) => ({
      ...{ code: each, name: text(each), group: 'GENERAL_EDUCATION' },
    })),
    indicators: indicators.map((indicator, index) => ({
      indicator,
      completedWhen: required(made, made.indicators[index]!, code),
    })),
  };
}

function levelOf(code: string, made: Version): object {
  if (made.level === null) return {};
  if (made.level === 'LOWEST_SECTION')
    return { level: { rule: 'LOWEST_SECTION', sections: ['1', '2'] } };
  const [higher, lower] = made.level.map((each) => required(made, each, null));
  const combined = [
    { level: 3, when: higher },
    { level: 2, when: lower },
  ];
  return { level: { rule: 'COMBINATION', levels: combined, otherwise: 1 } };
}

function pointsOf({ uses }: Version, at: number): object {
  const { rule } = BANK[at]!;
  const maximum = uses[at]?.points ?? null;
  if (rule === null || maximum === null) return {};
  const bands = [
    { from: 10, points: maximum / 2 },
    { from: 30, points: maximum },
  ];
  return { points: { rule, maximum, ...(rule === 'BANDS' && { bands }) } };
}

/** A count is met by a band only, and a text by nothing. */
function canBeMet({ uses }: Version, at: number): boolean {
  const { kind } = BANK[at]!.answer;
  return kind === 'COUNT' ? uses[at]!.points !== null : kind !== 'TEXT';
}

/** @param framework null where a level must not be named. */
function required(made: Version, { by, atoms }: Requirement, framework: string | null): object {
  const parts = atoms.map((each) => atomOf(made, each, framework));
  return parts.length === 1 ? parts[0]! : { [by]: parts };
}

function atomOf(
  made: Version,
  { names, which, least }: Requirement['atoms'][number],
  framework: string | null,
): object {
  const { uses } = made;
  const level = 1 + (least % 3);
  if (names === 'FRAMEWORK' && framework !== null && made.level !== null)
    return { framework, level };
  if (names === 'LEVEL' || names === 'FRAMEWORK')
    return { section: SECTIONS[which % SECTIONS.length], level };
  const asked = [...uses.keys()].filter((at) => uses[at] && BANK[at]!.rule !== null);
  const at = asked[which % asked.length]!;
  const { name, highest } = BANK[at]!;
  if (names === 'PERCENT' && uses[at]!.points !== null)
    return { section: uses[at]!.section, percent: least };
  if (highest !== null && (names === 'VALUE' || !canBeMet(made, at)))
    return { criterion: name, atLeast: least % (highest + 1) };
  return { criterion: name };
}
