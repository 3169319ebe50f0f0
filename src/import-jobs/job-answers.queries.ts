import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { RowAnswers } from '../shared/row-answers.js';
import type { ImportAnswer, KeptAnswers } from './import-job.enums.js';
import { rowsOfJob, type ImportJobData, type ImportJobRowData } from './import-job.queries.js';

/** What the author of a file answers at once. */
export interface GivenAnswers {
  answers: readonly { row: number; answer: ImportAnswer }[];
  /** The answer to all other open questions. */
  others?: ImportAnswer | null;
  /** Whether what was answered before is forgotten. */
  afresh: boolean;
}

/** @returns the answers of a job with those that are given, and the rows that ask nothing of the kind. */
export async function answersAfter(
  database: Database,
  job: ImportJobData,
  given: GivenAnswers,
): Promise<{ answers: KeptAnswers; unfit: number[] }> {
  const asked: ImportJobRowData[] = await rowsOfJob(database, sql<number>`${job.id}`, [
    'QUESTION',
    'PROBLEM',
  ]).execute();
  const askedOf = Map.groupBy(asked, ({ row }) => row);
  const answers: KeptAnswers = given.afresh ? {} : { ...job.answers };
  const unfit: number[] = [];
  const keep = (row: number, answer: ImportAnswer): void => {
    const found = askedOf.get(row) ?? [];
    const question = found.find(({ kind }) => kind === 'QUESTION');
    const same = question?.same;
    if (answer === 'SAME' && same) answers[row] = { answer, cells: same };
    else if (answer === 'TAKE' && question) answers[row] = { answer };
    // The first row of a file is its header, and what is wrong with that is wrong with the file.
    else if (answer === 'LEAVE_OUT' && found.length > 0 && row > 1) answers[row] = { answer };
    else unfit.push(row);
  };
  for (const { row, answer } of given.answers) keep(row, answer);
  const { others } = given;
  const answered = new Set(given.answers.map(({ row }) => row));
  for (const { row, kind, same } of asked)
    if (others && kind === 'QUESTION' && !answered.has(row) && (others !== 'SAME' || same))
      keep(row, others);
  return { answers, unfit };
}

/** The answers as a file is read with them. */
export function rowAnswers(kept: KeptAnswers): RowAnswers {
  const rows = Object.entries(kept).map(([row, answer]) => ({ row: Number(row), ...answer }));
  const answered = (wanted: ImportAnswer) =>
    new Set(rows.filter(({ answer }) => answer === wanted).map(({ row }) => row));
  return {
    // A row that is about the same institution asks no more whether it is.
    taken: new Set([...answered('TAKE'), ...answered('SAME')]),
    leftOut: answered('LEAVE_OUT'),
    cells: new Map(rows.flatMap(({ row, cells }) => (cells ? [[row, cells] as const] : []))),
  };
}
