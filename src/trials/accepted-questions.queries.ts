import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { FileQuestion, FrameworkFile } from '../frameworks/framework-file.js';

/** Names a wording of a question. */
export const wordingOf = ({ code, revision }: Pick<FileQuestion, 'code' | 'revision'>) =>
  `${code} ${revision}`;

/**
 * The questions of the bank whose answers are answers to wordings of frameworks, published or not. A
 * wording that continues the one before takes its answers, too.
 */
export async function acceptedQuestions(
  database: Database,
  files: readonly FrameworkFile[],
): Promise<{ id: number; wording: string }[]> {
  const asked = new Map(
    files.flatMap(({ questions }) => questions.map((each) => [wordingOf(each), each] as const)),
  );
  const codes = [...asked.values()].map(({ code }) => code);
  const { rows } = await sql<{ id: number; code: string; revision: number; continues: boolean }>`
    select id, code, revision, coalesce((form ->> 'continues')::boolean, false) as continues
    from question where code = any(${codes}::text[])`.execute(database);
  const bank = new Map(rows.map((each) => [wordingOf(each), each]));
  return [...asked].flatMap(([wording, { code, revision, continues = false }]) => {
    const accepted: { id: number; wording: string }[] = [];
    let on: { revision: number; continues: boolean } | undefined = { revision, continues };
    while (on) {
      const banked = bank.get(wordingOf({ code, revision: on.revision }));
      if (banked) accepted.push({ id: banked.id, wording });
      on = on.continues ? bank.get(wordingOf({ code, revision: on.revision - 1 })) : undefined;
    }
    return accepted;
  });
}
