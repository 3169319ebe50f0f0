import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { FileQuestion, FrameworkFile } from '../frameworks/framework-file.js';
import { firstOf } from '../shared/required.js';
import type { HubCriteria } from './publication-check.js';

/** What the hub has, as far as it matters for publishing a framework; read in one statement. */
export async function hubCriteria(
  database: Database,
  { code, questions }: Pick<FrameworkFile, 'code'> & { questions: readonly FileQuestion[] },
): Promise<HubCriteria> {
  const codes = questions.map((question) => question.code);
  const { rows } = await sql<HubCriteria>`
    select
      (select coalesce(json_agg(json_build_object('code', code, 'nameVi', name_vi,
          'nameEn', name_en, 'group', "group", 'kinds', kinds, 'parts', parts)), '[]')
        from indicator) as indicators,
      (select coalesce(json_agg(form), '[]') from question
        where code = any(${codes}::text[])) as bank,
      (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'version', version,
          'validFrom', valid_from, 'validTo', valid_to, 'decides', decides) order by id), '[]')
        from framework) as published,
      (select max(reference_date) from reporting_round as round
        where withdrawn_at is null
          and exists (select from reporting_round_framework as asked
            join framework on framework.id = asked.framework_id
            where asked.round_id = round.id and framework.code = ${code})
          and exists (select from status_update
            join status_update_revision as revision on revision.update_id = status_update.id
            where status_update.round_id = round.id and decision = 'APPROVED')) as "approvedFor"`.execute(
    database,
  );
  return firstOf(rows);
}
