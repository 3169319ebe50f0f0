import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { FileQuestion } from './framework-file.js';

export interface BankedQuestion {
  id: number;
  form: FileQuestion;
}

/** The questions of the bank with the codes and revisions of these. */
export async function questionsLike(
  database: Database,
  questions: readonly Pick<FileQuestion, 'code' | 'revision'>[],
): Promise<BankedQuestion[]> {
  const { rows } = await sql<BankedQuestion>`
    select question.id, form from question
    join unnest(${questions.map(({ code }) => code)}::text[],
      ${questions.map(({ revision }) => revision)}::int[]) as asked(code, revision)
      on asked.code = question.code and asked.revision = question.revision`.execute(database);
  return rows;
}
