import { sql } from 'kysely';
import { approvalStands } from '../counts/standing-approval.queries.js';
import { decidingFacts } from '../counts/deciding-facts.queries.js';
import { periodOn, type InstitutionFacts } from '../counts/facts.js';
import { observe } from '../counts/observe.js';
import { readRules } from '../counts/rules.queries.js';
import type { Database } from '../database/orm.js';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import type { LocalDate } from '../shared/dates.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { DECISIVE } from '../status-updates/answer-columns.queries.js';
import { selfAnswer } from '../status-updates/work.js';
import { acceptedQuestions, wordingOf } from './accepted-questions.queries.js';
import { moveOf, stageMove, tryFramework, type Move, type TrialScore } from './trial.js';

/** How many institutions are tried at a time: enough for few statements, little enough for memory. */
const CHUNK = 500;

/** An institution under the framework that is tried, beside what it has. */
export interface TriedInstitution {
  id: number;
  unitId: number;
  kind: InstitutionKind;
  score: TrialScore;
  levelMove: Move;
  /** By indicator. */
  moves: ReadonlyMap<string, Move>;
}

export interface Trial {
  file: FrameworkFile;
  /** The version of the same framework that is in force on the date; null for none. */
  inForce: FrameworkFile | null;
  asOf: LocalDate;
}

/**
 * Tries a framework on the answers approved for a date, institution by institution, in chunks: those
 * operating on the date in a known place, of a kind that the framework asks. Nothing is stored.
 * @param ids of institutions.
 * @param report is told how many have been tried.
 */
export async function* tryOn(
  database: Database,
  { file, inForce, asOf }: Trial,
  ids: readonly number[],
  report: (done: number) => void = () => undefined,
): AsyncGenerator<TriedInstitution[]> {
  const rules = await readRules(database);
  const accepted = await acceptedQuestions(database, [file, ...(inForce ? [inForce] : [])]);
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    const facts = await decidingFacts(database, chunk, asOf);
    const answers = await answersOf(database, chunk, accepted, asOf);
    yield [...facts.values()].flatMap((each) => {
      const period = periodOn(each, asOf, Infinity);
      if (!period || period.unitId === null) return [];
      const given = answers.get(each.id) ?? new Map<string, GivenAnswer>();
      const score = tryFramework(file, period.kind, answersTo(file, given));
      if (!score) return [];
      const before = inForce && tryFramework(inForce, period.kind, answersTo(inForce, given));
      return [
        {
          id: each.id,
          unitId: period.unitId,
          kind: period.kind,
          score,
          levelMove: moveOf(before?.level ?? null, score.level),
          moves: movesFrom(each, score),
        },
      ];
    });
    report(start + chunk.length);
  }

  function movesFrom(each: InstitutionFacts, { indicators }: TrialScore): Map<string, Move> {
    const { states } = observe(each, rules, asOf, Infinity);
    return new Map(
      indicators.map(({ indicator, stage }) => {
        const reported = states.get(indicator)?.reported;
        return [indicator, stageMove(reported?.result.stage ?? null, stage)];
      }),
    );
  }
}

/** Answers by wordings as those to the questions of a framework, by their code. */
function answersTo({ questions }: FrameworkFile, given: ReadonlyMap<string, GivenAnswer>) {
  return new Map(
    questions.flatMap((question) => {
      const answer = given.get(wordingOf(question));
      return answer ? [[question.code, answer] as const] : [];
    }),
  );
}

/** The last approved answers of institutions up to a date, by the wording of the question. */
async function answersOf(
  database: Database,
  ids: readonly number[],
  accepted: readonly { id: number; wording: string }[],
  asOf: LocalDate,
): Promise<Map<number, Map<string, GivenAnswer>>> {
  const { rows } = await sql<{ id: number; answers: Last[] }>`
    select institution_id as id, json_agg(json_build_array(wording, value, total, choice, words, absent)) as answers
    from (
      select distinct on (status_update.institution_id, accepted.wording)
        status_update.institution_id, accepted.wording, ${DECISIVE.values}
      from status_update
      join reporting_round as round on round.id = status_update.round_id
      join status_update_revision as revision on revision.update_id = status_update.id
      join status_update_entry as entry on entry.revision_id = revision.id
      join criterion on criterion.id = entry.criterion_id
      join unnest(${accepted.map(({ id }) => id)}::int[],
        ${accepted.map(({ wording }) => wording)}::text[]) as accepted(id, wording) on accepted.id = criterion.question_id
      where status_update.institution_id = any(${[...ids]}::int[])
        and ${approvalStands('revision')} and round.reference_date <= ${asOf}::date
      order by 1, 2, round.reference_date desc, round.id desc, revision.number desc
    ) as last(institution_id, wording, value, total, choice, words, absent)
    group by institution_id`.execute(database);
  return new Map(
    rows.map(({ id, answers }) => [
      id,
      new Map(
        answers.flatMap(([wording, selfValue, selfTotal, selfChoice, selfText, doesNotApply]) => {
          const given = { selfValue, selfTotal, selfChoice, selfText, doesNotApply };
          const answer = selfAnswer(given);
          return answer ? [[wording, answer] as const] : [];
        }),
      ),
    ]),
  );
}

/** What counts of the last answer to a wording: value, total, choice, text, and why it does not apply. */
type Last = [string, number | null, number | null, string | null, string | null, string | null];
