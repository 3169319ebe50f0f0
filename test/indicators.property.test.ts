import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import type { LocalDate } from '../src/shared/dates.js';
import { startHub, type TestHub } from './support/hub.js';
import {
  DECIDED,
  decidesFor,
  groupOf,
  INDICATORS,
  IndicatorWorld,
  KINDS,
  UNIT,
  type Framework,
  type Revision,
  type Round,
} from './support/indicator-world.js';
import { emptyCounts, FOUR } from './support/naive-model.js';

const RUNS = 30;
const INSTITUTIONS = { I1: KINDS[0], I2: KINDS[0], I3: KINDS[1], I4: KINDS[2] };
const DAYS = ['2024-01-01', '2024-07-01', '2025-01-01', '2025-07-01', '2026-01-01'];
const COUNTS = Object.keys(emptyCounts());

const day = fc.constantFrom(...DAYS);
const some = fc.nat({ max: 99 });
const operation = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('FRAMEWORK' as const),
      code: some,
      day,
      cut: fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('ROUND' as const),
      day,
      asked: fc.tuple(some, some, fc.boolean()),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('REPORT' as const),
      who: some,
      round: some,
      yes: fc.subarray(DECIDED),
      decision: fc.constantFrom(
        'APPROVED' as const,
        'APPROVED' as const,
        'RETURNED' as const,
        null,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('KIND' as const),
      who: some,
      kind: fc.constantFrom(...KINDS),
    }),
  },
);

/** Which of the two frameworks decides an indicator for a kind; no other one ever does. */
const owners = fc.array(fc.nat({ max: 1 }), { minLength: 18, maxLength: 18 });
const CODES = ['one', 'two'];

test('whatever frameworks, rounds, kinds and reports come, the roll-up, the graph and a naive recount agree on every indicator', async () => {
  await fc.assert(
    fc.asyncProperty(
      owners,
      fc.array(operation, { minLength: 6, maxLength: 16 }),
      fc.array(fc.record({ day, moment: some, isNow: fc.boolean() }), {
        minLength: 8,
        maxLength: 8,
      }),
      async (owned, story, probes) => {
        const hub = await startHub({ now: () => new Date('2099-01-01T00:00:00Z') });
        try {
          const world = await IndicatorWorld.create(hub.em, INSTITUTIONS);
          for (const each of story) await perform(world, each, owned);

          expect(await verifyCounts(hub.em)).toEqual([]);
          for (const { day: asOf, moment, isNow } of probes)
            await compare(hub, world, asOf, isNow ? null : at(world.moments, moment));
        } finally {
          await hub.close();
        }
      },
    ),
    { numRuns: RUNS, interruptAfterTimeLimit: 180_000 },
  );
}, 600_000);

const at = <Item>(list: readonly Item[], place: number): Item => list[place % list.length]!;

type Operation = typeof operation extends fc.Arbitrary<infer Each> ? Each : never;

async function perform(world: IndicatorWorld, each: Operation, owned: number[]): Promise<void> {
  const { frameworks, rounds, revisions } = world;
  const institutions = Object.keys(INSTITUTIONS);
  if (each.type === 'KIND') return world.setKind(at(institutions, each.who), each.kind);
  if (each.type === 'FRAMEWORK') {
    const owner = each.code % 2;
    const taken = frameworks.some(
      ({ code, validFrom }) => code === CODES[owner] && validFrom === each.day,
    );
    const decides = Object.fromEntries(
      DECIDED.map((code, index) => [
        code,
        KINDS.filter((kind, place) => {
          const pair = index * KINDS.length + place;
          const fits = code !== 'own-schools' || groupOf(kind) === 'GENERAL_EDUCATION';
          return fits && owned[pair] === owner && each.cut[pair];
        }),
      ]),
    );
    const isEmpty = Object.values(decides).every((kinds) => kinds.length === 0);
    if (!taken && !isEmpty) await world.addFramework(CODES[owner]!, each.day, decides);
    return;
  }
  if (each.type === 'ROUND') {
    const [first, second, both] = each.asked;
    const [one, two] = CODES.map((code) =>
      frameworks.filter((framework) => framework.code === code),
    );
    const chosen = [one!, two!].flatMap((versions, index) =>
      versions.length > 0 ? [at(versions, index === 0 ? first : second)] : [],
    );
    if (chosen.length > 0) await world.addRound(each.day, both ? chosen : [at(chosen, first)]);
    return;
  }
  if (rounds.length === 0) return;
  const [institution, round] = [at(institutions, each.who), at(rounds, each.round)];
  if (revisions.some((known) => known.institution === institution && known.round === round)) return;
  await world.report(institution, round, each.yes, each.decision);
}

async function compare(
  hub: TestHub,
  world: IndicatorWorld,
  asOf: LocalDate,
  knownAt: number | null,
) {
  const known = knownAt === null ? '' : `, knownAt: "${new Date(knownAt).toISOString()}"`;
  const has = (await hub.data('{ indicators { code } }')).indicators.map(({ code }: any) => code);
  const codes = INDICATORS.map(([code]) => code).filter((code) => has.includes(code));
  const status = 'indicator { code } observation stage asOf';
  const { unit, institutions } = await hub.data(`{
    unit: administrativeUnit(code: "${UNIT}") {
      progress(asOf: "${asOf}", indicators: ${JSON.stringify(codes)} ${known}) {
        lines { group indicator { code } decided ${COUNTS.join(' ')} } } }
    institutions(first: 100) { nodes { code indicators(asOf: "${asOf}" ${known}) { ${status} } } }
  }`);
  const question = { asOf, knownAt };

  expect({ question, lines: unit.progress.lines }).toEqual({
    question,
    lines: linesOf(world, codes, asOf, knownAt ?? Infinity),
  });
  for (const { code, indicators } of institutions.nodes)
    expect({ question, code, indicators }).toEqual({
      question,
      code,
      indicators: codes.flatMap((indicator) =>
        statusOf(world, code, indicator, asOf, knownAt ?? Infinity),
      ),
    });
}

const partsOf = (code: string) => INDICATORS.find(([each]) => each === code)![1];

/** Everything about one institution in one indicator, found anew from the lists. */
function look(
  world: IndicatorWorld,
  institution: string,
  indicator: string,
  asOf: LocalDate,
  knownAt: number,
) {
  const kind = world.kindOf(institution, knownAt);
  const asked = kind
    ? partsOf(indicator).filter((code) => applies(world, code, kind, asOf, knownAt))
    : [];
  const known = world.revisions.filter(
    (each) =>
      each.institution === institution && each.at <= knownAt && each.round.referenceDate <= asOf,
  );
  const counting = asked.map((code) =>
    newest(known.filter(({ decision, results }) => decision === 'APPROVED' && results[code])),
  );
  const missing = asked.filter((_, index) => !counting[index]);
  const pending = known.some(
    ({ decision, results }) =>
      (decision === null || decision === 'RETURNED') && missing.some((code) => results[code]),
  );
  const stages = asked.map((code, index) => counting[index]?.results[code]);
  return {
    kind,
    applies: asked.length > 0,
    reported: asked.length > 0 && missing.length === 0,
    completed: missing.length === 0 && stages.every((stage) => stage === 'COMPLETED'),
    begun: stages.some((stage) => stage === 'COMPLETED'),
    pending,
    oldest: oldest(counting.flatMap((each) => each ?? [])),
    due: world.rounds.some(
      (round) =>
        round.referenceDate <= asOf && missing.some((code) => decidesFor(round, code, kind!)),
    ),
  };
}

const isLater = (a: Round, b: Round) =>
  a.referenceDate === b.referenceDate ? a.id > b.id : a.referenceDate > b.referenceDate;
const newest = (revisions: Revision[]): Revision | undefined =>
  revisions.find(({ round }) => revisions.every((other) => !isLater(other.round, round)));
const oldest = (revisions: Revision[]): Revision | undefined =>
  revisions.find(({ round }) => revisions.every((other) => !isLater(round, other.round)));

/** The versions of the two frameworks that are in force on a date, as was known at a moment. */
const inForceOn = ({ frameworks }: IndicatorWorld, asOf: LocalDate, knownAt: number) =>
  CODES.flatMap((each): Framework[] => {
    const begun = frameworks.filter(
      (framework) =>
        framework.code === each && framework.at <= knownAt && framework.validFrom <= asOf,
    );
    return begun.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).slice(-1);
  });

function applies(
  world: IndicatorWorld,
  code: string,
  kind: (typeof KINDS)[number],
  asOf: LocalDate,
  knownAt: number,
): boolean {
  if (code === 'own-schools' && groupOf(kind) !== 'GENERAL_EDUCATION') return false;
  const deciding = inForceOn(world, asOf, knownAt).filter(
    ({ decides }) => (decides[code]?.length ?? 0) > 0,
  );
  if (deciding.length === 0) return FOUR.some((pillar) => pillar === code);
  return deciding.some(({ decides }) => decides[code]!.includes(kind));
}

function linesOf(world: IndicatorWorld, codes: string[], asOf: LocalDate, knownAt: number) {
  return (['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'] as const).flatMap((group) =>
    codes
      .filter((code) => code !== 'own-schools' || group === 'GENERAL_EDUCATION')
      .map((code) => {
        const counts = emptyCounts();
        for (const institution of Object.keys(INSTITUTIONS)) {
          const found = look(world, institution, code, asOf, knownAt);
          if (!found.kind || groupOf(found.kind) !== group) continue;
          if (!found.applies) {
            counts.notApplicable += 1;
            continue;
          }
          counts.institutions += 1;
          if (found.completed) counts.completed += 1;
          if (found.reported) {
            counts.reported += 1;
            if (isOld(world, found.oldest!.round, code, group, asOf)) counts.carriedForward += 1;
          } else if (found.pending) counts.inReview += 1;
          else counts.notReported += 1;
        }
        const decided = inForceOn(world, asOf, knownAt).some(({ decides }) =>
          partsOf(code).some((part) => decides[part]?.some((kind) => groupOf(kind) === group)),
        );
        return { group, indicator: { code }, decided, ...counts };
      }),
  );
}

/** Whether a later round was due that decides the same for some kind of the group. */
function isOld(world: IndicatorWorld, round: Round, code: string, group: string, asOf: LocalDate) {
  const kinds = KINDS.filter((kind) => groupOf(kind) === group);
  return world.rounds.some(
    (later) =>
      later.referenceDate <= asOf &&
      later.referenceDate > round.referenceDate &&
      partsOf(code).some((part) =>
        kinds.some((kind) => decidesFor(round, part, kind) && decidesFor(later, part, kind)),
      ),
  );
}

function statusOf(
  world: IndicatorWorld,
  institution: string,
  code: string,
  asOf: LocalDate,
  knownAt: number,
): object[] {
  const { kind, ...found } = look(world, institution, code, asOf, knownAt);
  if (kind && code === 'own-schools' && groupOf(kind) !== 'GENERAL_EDUCATION') return [];
  const nothing = { indicator: { code }, stage: null, asOf: null };
  if (!found.applies) return [{ ...nothing, observation: 'NOT_APPLICABLE' }];
  if (!found.reported) {
    const observation = found.pending ? 'IN_REVIEW' : found.due ? 'NOT_REPORTED' : 'NOT_YET_DUE';
    return [{ ...nothing, observation }];
  }
  const stage = found.completed ? 'COMPLETED' : found.begun ? 'IN_PROGRESS' : 'NOT_STARTED';
  const { referenceDate } = found.oldest!.round;
  return [{ indicator: { code }, observation: 'REPORTED', stage, asOf: referenceDate }];
}
