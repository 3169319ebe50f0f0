import { databaseOf, type EntityManager } from '../database/orm.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { changeRules } from '../counts/progress-count.service.js';
import type { IndicatorRow } from '../indicators/indicator.queries.js';
import { recordIndicators } from '../indicators/indicator.service.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf, paired, required } from '../shared/required.js';
import { Criterion } from './criterion.entity.js';
import type { FileIndicator, FileQuestion, FrameworkFile } from './framework-file.js';
import { Framework } from './framework.entity.js';
import { decidedBy, kindsAsked } from './framework-reach.js';
import { questionsLike } from './question.queries.js';
import { Question } from './question.entity.js';

/**
 * Records a framework that has been checked. It decides to which institutions the indicators
 * apply from its first day on, so the counts of all institutions are brought up to date. Call it
 * inside `publish`.
 * @returns the framework's row id.
 */
export async function recordFramework(em: EntityManager, file: FrameworkFile): Promise<number> {
  return changeRules(em, () => insertFramework(em, file));
}

async function insertFramework(em: EntityManager, file: FrameworkFile): Promise<number> {
  await recordIndicators(em, file.newIndicators.map(indicatorOf));
  const questionIds = await askedQuestions(em, file.questions);
  const framework = firstOf(await insertRowsForIds(em, Framework, [rowOf(file)]));
  const criteria = file.criteria.map(({ code, question, kinds = file.kinds }, position) => ({
    framework,
    question: required(questionIds, question),
    code,
    position,
    kinds: [...kinds],
  }));
  await insertRows(em, Criterion, criteria);
  return framework;
}

/** Sets the last day on which a framework is in force. Call it inside `publish`. */
export async function endFramework(
  em: EntityManager,
  id: number,
  lastDay: LocalDate,
): Promise<void> {
  await changeRules(em, async () => {
    await databaseOf(em)
      .updateTable('framework')
      .set({ valid_to: lastDay })
      .where('id', '=', id)
      .execute();
  });
}

export function indicatorOf(said: FileIndicator): IndicatorRow {
  const { code, name, group = null, kinds = null, parts = null } = said;
  return { code, nameVi: name.vi, nameEn: name.en, group, kinds, parts };
}

function rowOf(file: FrameworkFile) {
  const { code, version, name, validFrom, validTo = null, sourceStatus, issuer, document } = file;
  return {
    code,
    version,
    nameVi: name.vi,
    nameEn: name.en,
    validFrom,
    validTo,
    source: document ?? issuer,
    sourceStatus,
    definition: file,
    kinds: kindsAsked(file),
    decides: decidedBy(file),
  };
}

/** The row ids of questions by their code; those that the bank does not have are added. */
async function askedQuestions(
  em: EntityManager,
  questions: readonly FileQuestion[],
): Promise<Map<string, number>> {
  const known = await questionsLike(databaseOf(em), questions);
  const ids = new Map(known.map(({ id, form }) => [form.code, id]));
  const added = questions.filter(({ code }) => !ids.has(code));
  const rows = added.map((form) => ({ code: form.code, revision: form.revision, form }));
  for (const [{ code }, id] of paired(added, await insertRowsForIds(em, Question, rows)))
    ids.set(code, id);
  return ids;
}
