import fc from 'fast-check';
import type { LocalDate } from '../../src/shared/dates.js';
import type { InstitutionKind } from '../../src/vocabulary/institution.enums.js';
import { FIRST_DAY, NEW_COMMUNES, OLD_COMMUNES, SECOND_FIRST_DAY } from './naive-country.js';
import type { Verdict } from './naive-model.js';
import type { InstitutionFact, NaiveWorld } from './naive-world.js';

/** Dates at which something may begin, end or be asked about: the boundaries of rounds and units. */
export const DATES: readonly LocalDate[] = [
  '2022-12-31',
  '2023-01-01',
  '2023-09-05',
  '2024-05-30',
  '2024-05-31',
  '2024-06-15',
  '2024-06-30',
  '2025-05-31',
  '2025-06-29',
  '2025-06-30',
  '2025-07-01',
  '2025-12-31',
  '2026-01-01',
  '2026-05-20',
  '2026-05-31',
  '2026-09-05',
];

/** An operation before it is known what there is; numbers choose among what there then is. */
export type Operation =
  | {
      type: 'REPORT';
      institution: number;
      round: number;
      levels: readonly number[];
      decision: Verdict | null;
    }
  | { type: 'DECIDE'; update: number; decision: Verdict }
  | { type: 'OPEN'; kind: InstitutionKind; unit: number; date: number | null }
  | { type: 'CLOSE'; institution: number; date: number | null; restated: boolean }
  | { type: 'MOVE'; institution: number; unit: number; date: number }
  | { type: 'CHANGE_KIND'; institution: number; kind: InstitutionKind }
  | { type: 'CORRECT_OPENING'; institution: number; date: number | null }
  | { type: 'REFORM' }
  | { type: 'SUCCEED'; predecessor: number; successors: readonly number[]; part: boolean }
  | { type: 'SUCCEED_PROVINCE'; predecessor: number }
  | { type: 'END_SECOND' }
  | { type: 'SECOND_FRAMEWORK' };

const choice = fc.nat({ max: 9999 });
const kind = fc.constantFrom(
  'PRIMARY_SCHOOL',
  'LOWER_SECONDARY_SCHOOL',
  'VOCATIONAL_CENTRE',
  'COLLEGE',
  'UNIVERSITY',
  'PRESCHOOL',
  'SPECIAL_SCHOOL',
) as fc.Arbitrary<InstitutionKind>;
const some = <Type extends Operation['type'], Rest>(
  type: Type,
  rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
) => fc.record({ type: fc.constant(type), ...rest }) as unknown as fc.Arbitrary<Operation>;

const report = some('REPORT', {
  institution: choice,
  round: choice,
  // Often all complete, or no pillar would ever count.
  levels: fc.oneof(fc.constant([2, 2, 2, 2]), fc.array(fc.nat(2), { minLength: 4, maxLength: 4 })),
  decision: fc.oneof(
    { weight: 5, arbitrary: fc.constant('APPROVED') },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom('RETURNED', 'WITHDRAWN') },
  ),
});
const decide = some('DECIDE', {
  update: choice,
  decision: fc.constantFrom('APPROVED', 'APPROVED', 'RETURNED', 'WITHDRAWN'),
});
const change = fc.oneof(
  some('OPEN', { kind, unit: choice, date: fc.option(choice) }),
  some('CLOSE', { institution: choice, date: fc.option(choice), restated: fc.boolean() }),
  some('MOVE', { institution: choice, unit: choice, date: choice }),
  some('MOVE', { institution: choice, unit: choice, date: choice }),
  some('CHANGE_KIND', { institution: choice, kind }),
  some('CORRECT_OPENING', { institution: choice, date: fc.option(choice) }),
);
const unitChange = fc.oneof(
  {
    weight: 8,
    arbitrary: some('SUCCEED', {
      predecessor: choice,
      successors: fc.uniqueArray(fc.nat(NEW_COMMUNES.length - 1), { minLength: 1, maxLength: 2 }),
      part: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: some('SUCCEED_PROVINCE', { predecessor: fc.nat(1) }) },
  { weight: 3, arbitrary: some('END_SECOND', {}) },
  { weight: 1, arbitrary: some('SECOND_FRAMEWORK', {}) },
);
const reform = fc.constant<Operation>({ type: 'REFORM' });

/** Ten to thirty operations; in most stories the reform comes somewhere on the way. */
export const operations: fc.Arbitrary<Operation[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: report },
        { weight: 1, arbitrary: decide },
        { weight: 4, arbitrary: change },
      ),
      { minLength: 4, maxLength: 12 },
    ),
    fc.option(reform, { freq: 9 }),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: report },
        { weight: 2, arbitrary: decide },
        { weight: 3, arbitrary: change },
        { weight: 5, arbitrary: unitChange },
      ),
      { minLength: 5, maxLength: 17 },
    ),
  )
  .map(([before, between, after]) => [...before, ...(between ? [between] : []), ...after]);

const pick = <Item>(items: readonly Item[], number: number) => items[number % items.length]!;

/** Lets an operation happen; one that makes no sense as things are does nothing. */
export async function perform(world: NaiveWorld, operation: Operation): Promise<void> {
  const { model } = world;
  switch (operation.type) {
    case 'REPORT':
      return reportOn(world, operation);
    case 'DECIDE': {
      const undecided = model.known('SUBMITTED').filter((each) => model.decision(each) === null);
      if (undecided.length === 0) return;
      const { institution, round } = pick(undecided, operation.update);
      return world.decide(institution, round, operation.decision);
    }
    case 'OPEN': {
      const openedOn = operation.date === null ? null : pick(DATES, operation.date);
      const unit = communeOn(world, operation.unit, openedOn);
      const institution = `I${model.institutions().length + 1}`;
      const { kind } = operation;
      if (unit)
        await world.record({
          institution,
          kind,
          openedOn,
          closedOn: null,
          placement: { unit, from: openedOn },
        });
      return;
    }
    case 'CLOSE': {
      const fact = factOf(world, operation.institution);
      const closedOn = operation.date === null ? null : pick(DATES, operation.date);
      if (closedOn && fact.openedOn && closedOn < fact.openedOn) return;
      // A file that is imported again says again where the institution first was.
      const placement = operation.restated ? model.placements(fact.institution)[0]! : null;
      return world.record({ ...fact, closedOn, placement });
    }
    case 'MOVE': {
      const fact = factOf(world, operation.institution);
      const from = pick(DATES, operation.date);
      const unit = communeOn(world, operation.unit, from);
      if (!unit || (fact.openedOn && from < fact.openedOn)) return;
      if (fact.closedOn && from > fact.closedOn) return;
      return world.record({ ...fact, placement: { unit, from } });
    }
    case 'CHANGE_KIND':
      return world.record({ ...factOf(world, operation.institution), kind: operation.kind });
    case 'CORRECT_OPENING': {
      const fact = factOf(world, operation.institution);
      const openedOn = operation.date === null ? null : pick(DATES, operation.date);
      if (openedOn && fact.closedOn && openedOn > fact.closedOn) return;
      const { unit } = model.placements(fact.institution)[0]!;
      if (existsOn(world, unit, openedOn))
        await world.record({ ...fact, openedOn, placement: { unit, from: openedOn } });
      return;
    }
    case 'REFORM':
      return world.reform();
    case 'SUCCEED':
      return succeed(world, operation);
    case 'SUCCEED_PROVINCE': {
      const predecessor = pick(['P1', 'P2'], operation.predecessor);
      if (world.reformed) await world.succeed(predecessor, ['P'], 'WHOLE');
      return;
    }
    case 'END_SECOND':
      if (world.reformed && model.lastDayOf('N4') === null) await world.endSecond();
      return;
    case 'SECOND_FRAMEWORK':
      if (!world.hasSecondFramework) await world.secondFramework();
  }
}

/** A report on an update: its first revision, the decision on its last one, or a further one. */
async function reportOn(
  world: NaiveWorld,
  { institution, round, levels, decision }: Extract<Operation, { type: 'REPORT' }>,
): Promise<void> {
  const { model } = world;
  const who = pick(model.institutions(), institution);
  const which = pick(world.rounds, round);
  if (['PRESCHOOL', 'SPECIAL_SCHOOL', 'UNIVERSITY'].includes(model.institution(who)!.kind)) return;
  const last = model
    .revisions(who)
    .filter((each) => each.round === which)
    .at(-1);
  if (!last) return world.firstRevision(who, which, levels, decision);
  if (model.decision(last) === null) return world.decide(who, which, decision ?? 'APPROVED');
  return world.furtherRevision(who, which, levels, decision);
}

/** What took over once stays; a further successor makes parts of them. */
async function succeed(
  world: NaiveWorld,
  { predecessor, successors, part }: Extract<Operation, { type: 'SUCCEED' }>,
): Promise<void> {
  const { model } = world;
  if (!world.reformed) return;
  const ended = [...OLD_COMMUNES, ...NEW_COMMUNES].filter((unit) => model.lastDayOf(unit) !== null);
  // Where N4 has ended, it is chosen often: chains of successions are rare otherwise.
  const chain = model.lastDayOf('N4') === null ? [] : ['N4', 'N4', 'N4', 'N4'];
  const from = pick([...ended, ...chain], predecessor);
  const day = NEW_COMMUNES.includes(from) ? SECOND_FIRST_DAY : FIRST_DAY;
  const chosen = successors.map((each) => NEW_COMMUNES[each]!);
  const all = [...new Set([...(model.succession(from)?.successors ?? []), ...chosen])];
  if (all.includes(from) || !all.every((unit) => existsOn(world, unit, day))) return;
  return world.succeed(from, all, all.length === 1 && !part ? 'WHOLE' : 'PART');
}

function factOf(world: NaiveWorld, institution: number): InstitutionFact {
  const code = pick(world.model.institutions(), institution);
  const { kind, openedOn, closedOn } = world.model.institution(code)!;
  return { institution: code, kind, openedOn, closedOn, placement: null };
}

/** A commune that existed on the date, by what is known now; null means before all records. */
function communeOn(world: NaiveWorld, choice: number, date: LocalDate | null): string | null {
  const communes = [...OLD_COMMUNES, ...NEW_COMMUNES].filter((unit) => existsOn(world, unit, date));
  return communes.length === 0 ? null : pick(communes, choice);
}

function existsOn(world: NaiveWorld, unit: string, date: LocalDate | null): boolean {
  const found = world.model.known('UNIT').find((each) => each.unit === unit);
  if (!found) return false;
  if (date === null) return found.from === null;
  const lastDay = world.model.lastDayOf(unit);
  return (found.from === null || found.from <= date) && (lastDay === null || date <= lastDay);
}

/** Twelve institutions of all groups in all old communes, there before anything else happens. */
export function firstInstitutions(): InstitutionFact[] {
  const kinds = [
    'PRIMARY_SCHOOL',
    'COLLEGE',
    'LOWER_SECONDARY_SCHOOL',
    'VOCATIONAL_CENTRE',
  ] as const;
  return Array.from({ length: 12 }, (_, index) => ({
    institution: `I${index + 1}`,
    kind: kinds[index % kinds.length]!,
    openedOn: null,
    closedOn: null,
    placement: { unit: pick(OLD_COMMUNES, index), from: null },
  }));
}
