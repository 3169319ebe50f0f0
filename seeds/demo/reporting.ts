import type { CriterionRow } from '../../src/frameworks/criterion-row.js';
import { addDays, type LocalDate } from '../../src/shared/dates.js';
import type { RevisionRecord } from '../../src/status-updates/status-update.service.js';
import { groupOf, type InstitutionKind } from '../../src/vocabulary/institution.enums.js';
import { seededRandom } from './random.js';
import type { DemoRound } from './rounds.js';

export interface DemoInstitution {
  id: number;
  code: string;
  kind: InstitutionKind;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
}

/** What a round asks: the set that all rounds ask, and what further sets ask beside it. */
export interface DemoForm {
  own: readonly CriterionRow[];
  others: readonly CriterionRow[];
}

/**
 * The numbers that decide about one institution. What further sets are answered has numbers of its own,
 * so that the answers to the first are the same with them and without.
 */
interface Chance {
  random: () => number;
  further: () => number;
}

/** How many of a hundred report, by year: more each year, never all; some never report. */
const REPORTING: Record<string, number> = { 2022: 24, 2023: 38, 2024: 52, 2025: 61 };

/** What the typical institution has reached by then, from 0 to 1. */
const LEVEL: Record<string, number> = { 2022: 0.34, 2023: 0.52, 2024: 0.69, 2025: 0.82 };

/** The made-up reporting of all rounds: the same on every run. */
export function reportingOf(
  institutions: readonly DemoInstitution[],
  rounds: readonly DemoRound[],
  formOf: (round: DemoRound) => DemoForm,
): RevisionRecord[] {
  return institutions.flatMap((institution, index) => {
    const random = seededRandom(index + 1);
    const chance = { random, further: seededRandom(20_000 + index) };
    const talent = (random() + random() + random()) / 1.5 - 1;
    const silent = random() < 0.12;
    return rounds.flatMap((round) => {
      const willing = !silent && random() * 100 < REPORTING[round.code]! + talent * 20;
      const operating =
        (institution.openedOn ?? '') <= round.opensOn &&
        (institution.closedOn ?? '9999') >= round.dueOn;
      if (!willing || !operating) return [];
      return revisionsOf(institution, round, formOf(round), talent, chance);
    });
  });
}

function revisionsOf(
  institution: DemoInstitution,
  round: DemoRound,
  form: DemoForm,
  talent: number,
  chance: Chance,
): RevisionRecord[] {
  const { random } = chance;
  const ability = LEVEL[round.code]! + talent * 0.3;
  const answer = (bonus: number) => answersOf(institution, form, ability + bonus, chance);
  const base = { institutionId: institution.id, kind: institution.kind, roundId: round.id };
  const submittedAt = day(round.opensOn, 20 + Math.floor(random() * 40));
  const decidedAt = day(round.dueOn, 2 + Math.floor(random() * 16));
  const fate = random();
  const first = { ...base, submittedAt, answers: answer(0) };
  if (fate < 0.04) return [{ ...first, decision: null, decidedAt: null }];
  if (fate < 0.07) return [{ ...first, decision: 'RETURNED', decidedAt }];
  if (fate < 0.12) {
    const again = { ...base, submittedAt: day(round.dueOn, 18), answers: answer(0.08) };
    return [
      { ...first, decision: 'RETURNED', decidedAt },
      { ...again, decision: 'APPROVED', decidedAt: day(round.closesOn, 0) },
    ];
  }
  const approved: RevisionRecord = { ...first, decision: 'APPROVED', decidedAt };
  if (fate > 0.97) {
    // Found out in autumn to have claimed too much, and corrected.
    const corrected = { ...base, submittedAt: day(round.closesOn, 90), answers: answer(-0.2) };
    return [approved, { ...corrected, decision: 'APPROVED', decidedAt: day(round.closesOn, 100) }];
  }
  return [approved];
}

/** These have not begun, so that people can try it with their accounts. */
const NOT_BEGUN = ['DN-THPT-01', 'DN-THPT-02', 'DN-CD-01'];

/** What has come in in the round that is open: some wait for a decision, some came back. */
export function openReportingOf(
  institutions: readonly DemoInstitution[],
  round: DemoRound,
  form: DemoForm,
): RevisionRecord[] {
  return institutions.flatMap((institution, index): RevisionRecord[] => {
    const random = seededRandom(10_000 + index);
    const chance = { random, further: seededRandom(30_000 + index) };
    const operating = institution.closedOn === null && groupOf(institution.kind) !== null;
    if (!operating || NOT_BEGUN.includes(institution.code) || random() > 0.3) return [];
    const fate = random();
    const decision = fate < 0.6 ? null : fate < 0.75 ? 'RETURNED' : 'APPROVED';
    return [
      {
        institutionId: institution.id,
        kind: institution.kind,
        roundId: round.id,
        submittedAt: day(round.opensOn, 1 + Math.floor(random() * 20)),
        decision,
        decidedAt: decision && day(round.opensOn, 22 + Math.floor(random() * 6)),
        answers: answersOf(institution, form, 0.75 + random() * 0.3, chance),
      },
    ];
  });
}

/** A moment in the morning, some days after a date. */
function day(date: LocalDate, days: number): Date {
  return new Date(`${addDays(date, days)}T03:00:00Z`);
}

function answersOf(
  { kind }: DemoInstitution,
  { own, others }: DemoForm,
  ability: number,
  { random, further }: Chance,
): RevisionRecord['answers'] {
  const first = own.filter(({ kinds }) => kinds.includes(kind));
  // A question that several sets ask is answered once, under the first of them.
  const answered = new Set(first.map(({ question }) => question.code));
  const rest = others.filter(
    ({ kinds, question }) => kinds.includes(kind) && !answered.has(question.code),
  );
  return new Map([
    ...first.map((each) => [each.id, answerOf(each, ability, random)] as const),
    ...rest.map((each) => [each.id, answerOf(each, ability, further)] as const),
  ]);
}

type Answer = RevisionRecord['answers'] extends ReadonlyMap<number, infer Each> ? Each : never;

function answerOf({ question: { answer } }: CriterionRow, ability: number, random: () => number) {
  return answerTo(answer, Math.min(1, Math.max(0, ability + (random() - 0.5) * 0.45)), random);
}

/** @param reached from 0 to 1, how far the institution has come. */
function answerTo(
  answer: CriterionRow['question']['answer'],
  reached: number,
  random: () => number,
): Answer {
  const stepOf = (steps: readonly unknown[]) => Math.round(reached * (steps.length - 1));
  switch (answer.kind) {
    case 'YES_NO':
      return { value: random() < reached + 0.12 ? 1 : 0 };
    case 'LEVEL':
      return { value: answer.levels[stepOf(answer.levels)]!.level };
    case 'CHOICE':
      return { choice: answer.options[stepOf(answer.options)]!.code };
    case 'COUNT':
      return { value: Math.round(reached * 20) };
    case 'TEXT':
      return { text: 'Nền tảng minh hoạ' };
    case 'SHARE': {
      const total = 8 + Math.floor(random() * 40);
      return { value: Math.min(total, Math.round(total * (reached + 0.15))), total };
    }
  }
}
