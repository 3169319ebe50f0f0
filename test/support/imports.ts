import { COMMAND_LINE } from '../../src/changes/change.service.js';
import { databaseOf } from '../../src/database/orm.js';
import { publish } from '../../src/database/publish.js';
import {
  importFile,
  type FileImported,
  type ImportOptions,
} from '../../src/imports/import-file.service.js';
import { runById } from '../../src/imports/import-run.queries.js';
import { undoImport } from '../../src/imports/undo.service.js';
import type { ImportKind } from '../../src/vocabulary/imported-row.js';
import type { TestHub } from './hub.js';

/** Imports a file as the command does, but in this process. */
export function bring(
  hub: TestHub,
  kind: ImportKind,
  content: Uint8Array,
  options: ImportOptions = {},
): Promise<FileImported> {
  const source = { kind, file: `${kind}.csv`, author: COMMAND_LINE, action: `import ${kind}` };
  return publish(hub.em, (em, at) => importFile(em, source, content, at, options));
}

/** Undoes an import; what prevents it, with the row, is returned. */
export async function undo(hub: TestHub, id: number): Promise<string[]> {
  const { obstacles } = await publish(hub.em, async (em) => {
    const undone = await undoImport(em, (await runById(databaseOf(em), id))!, 'command line');
    return { ...undone, changed: undone.obstacles.length === 0 };
  });
  return obstacles.map(({ row, code, text }) => `${row} ${code} ${text.en}`);
}

/** Takes everything out that files describe, also what can otherwise only grow. */
export async function emptied({ em }: TestHub): Promise<void> {
  await em.fork().execute(`set session_replication_role = replica;
    truncate administrative_unit, institution, workforce_record, import_run restart identity cascade;
    set session_replication_role = origin`);
}

/** What holds of everything that files describe, without what only grows: ids, versions, moments. */
const HOLDING = {
  units: `select unit.kind, unit.code, unit.name, unit.name_en, unit.search_name, unit.valid_from,
      unit.valid_to, unit.legal_document, parent.code as parent, parent.valid_from as parent_from
    from administrative_unit as unit left join administrative_unit as parent on parent.id = unit.parent_id`,
  successions: `select before.code as before, before.valid_to, after.code as after, after.valid_from,
      succession.effective_on, succession.extent, succession.legal_document
    from unit_succession as succession join administrative_unit as before on before.id = predecessor_id
    join administrative_unit as after on after.id = successor_id`,
  periods: `select to_jsonb(period) - '{id,unit_id,recorded_at,superseded_at}'::text[] as period,
      unit.code, unit.valid_from
    from institution_period as period left join administrative_unit as unit on unit.id = period.unit_id
    where superseded_at is null`,
  facts: `select fact.institution_id, fact.attribute, fact.value, unit.code, unit.valid_from as unit_from,
      fact.valid_from
    from institution_fact as fact left join administrative_unit as unit on unit.id = fact.unit_id
    where superseded_at is null`,
  institutions: `select to_jsonb(institution) as institution from institution
    where exists (select from institution_fact where institution_id = institution.id and superseded_at is null)`,
  codes: `select code.institution_id, code.system, code.code, code.valid_from, code.valid_to, institution.code as present
    from institution_code as code join institution on institution.id = institution_id
    where superseded_at is null`,
  institution_successions: `select to_jsonb(succession) - '{id,recorded_at,superseded_at}'::text[] as succession
    from institution_succession as succession where superseded_at is null`,
  campuses: `select to_jsonb(campus) - '{id,recorded_at,superseded_at}'::text[] as campus
    from campus where superseded_at is null`,
  records: `select record.unit_id, record.kind, record.tier, record.audience, record.agency, record.topic,
      version.valid_from, version.valid_to, version.source, version.source_status, version.note,
      (select json_object_agg(quantity, value order by quantity) from workforce_count
       where version_id = version.id) as counts
    from workforce_record_version as version join workforce_record as record on record.id = record_id
    where superseded_at is null and not removed`,
  results: `select to_jsonb(result) - 'id' as result from published_index as result`,
  editions: `select document from index_edition where withdrawn_at is null`,
  counts: `select to_jsonb(count) - 'unit_id' as count, unit.code, unit.kind, unit.valid_from
    from progress_count as count join administrative_unit as unit on unit.id = unit_id
    where (institutions, illustrative, completed, reported, in_review, not_applicable) <> (0, 0, 0, 0, 0, 0)`,
};

/** Everything that files describe, as it holds now, as sorted lines. */
export async function holding({ em }: TestHub): Promise<string[]> {
  const parts = Object.entries(HOLDING).map(
    ([name, query]) => `select '${name} ' || to_jsonb(row)::text as line from (${query}) as row`,
  );
  const lines = await em
    .fork()
    .execute<{ line: string }[]>(
      `select line from (${parts.join(' union all ')}) as lines order by line collate "C"`,
    );
  return lines.map(({ line }) => line);
}
