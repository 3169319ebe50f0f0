import { trailOf, type Author } from '../changes/change.service.js';
import { recordImport } from '../changes/import-run.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { importInstitutionSuccessions } from '../institution-successions/institution-succession.import.js';
import { importCampuses } from '../institutions/campus.import.js';
import { importInstitutions } from '../institutions/institution.import.js';
import type { InstitutionImportOptions } from '../institutions/institution-row.js';
import { relocateInstitutions } from '../institutions/relocation.service.js';
import { importPlan } from '../plans/plan-file.service.js';
import { tellTakenOver } from '../rounds/round-reach.queries.js';
import { inBatches } from '../shared/batches.js';
import { isWorkbook } from '../shared/workbook/container.js';
import { sheetAsCsv, type SheetAsCsv } from '../shared/workbook/sheet-as-csv.js';
import { importSuccessions } from '../units/succession.import.js';
import { importUnits } from '../units/unit.import.js';
import type { Imported, ImportKind } from '../vocabulary/imported-row.js';
import { editionText, recordEdition } from '../workforce-index/edition.service.js';
import { importPublishedIndex } from '../workforce-index/published-index.import.js';
import { importWorkforce } from '../workforce-registry/record.import.js';

export interface ImportOptions extends InstitutionImportOptions {
  /** Takes successors outside of what took over a unit above. */
  acceptCrossing?: boolean;
}

export interface FileImported extends Imported {
  /** The number of the import; null when it changed nothing. */
  id: number | null;
  /** What else is to be told, in English. */
  notes: string[];
}

type Importer = (
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
  options: ImportOptions,
) => Promise<Imported & { notes?: string[] }>;

const IMPORTERS: Record<ImportKind, Importer> = {
  UNITS: async (em, content, knownAt, { progress, answers }) => {
    const recorded = await importUnits(em, content, { report: progress, answers });
    return { ...recorded, notes: await follow(em, recorded.ended, knownAt) };
  },
  SUCCESSIONS: async (em, content, knownAt, { progress, acceptCrossing, answers }) => {
    const options = { report: progress, acceptCrossing, answers };
    const { crossings, ...recorded } = await importSuccessions(em, content, options);
    const notes = crossings.map(({ en }) => `accepted: ${en}`);
    await tellTakenOver(em, recorded.takers);
    return { ...recorded, notes: [...notes, ...(await follow(em, recorded.succeeded, knownAt))] };
  },
  INSTITUTIONS: importInstitutions,
  INSTITUTION_SUCCESSIONS: importInstitutionSuccessions,
  CAMPUSES: importCampuses,
  WORKFORCE: importWorkforce,
  PUBLISHED_INDEX: (em, content, _knownAt, { answers }) =>
    importPublishedIndex(em, content, answers),
  INDEX_EDITION: (em, content, knownAt) => recordEdition(em, editionText(content), knownAt),
  PLAN: importPlan,
};

/**
 * Imports a file, keeps it as an import that can be undone, and writes the entries of what it
 * changed to the trail. Call it inside `publish`. With `planOnly` it tells what the file would do.
 * @param source.action the name of the command or mutation, for the trail.
 * @throws ImportError with every problem of the file.
 */
export async function importFile(
  em: EntityManager,
  source: { kind: ImportKind; file: string | null; author: Author; action: string },
  content: Uint8Array,
  knownAt: Date,
  options: ImportOptions = {},
): Promise<FileImported> {
  const { kind, action, author } = source;
  const { csv, findings } = await readable(source, content);
  const imported = await IMPORTERS[kind](em, csv, knownAt, options);
  const outcome = { notes: [], ...imported, findings: [...findings, ...imported.findings] };
  if (!imported.changed || options.planOnly) return { ...outcome, id: null };
  const { id, events } = await recordImport(em, source, imported);
  for (const batch of inBatches(events, EVENTS_AT_ONCE))
    await trailOf(author, action, batch, knownAt).execute(databaseOf(em));
  return { ...outcome, id };
}

/** All entries of thousands of institutions would be one text of many megabytes. */
const EVENTS_AT_ONCE = 2000;

/** Files of JSON. */
const NO_TABLES: readonly ImportKind[] = ['INDEX_EDITION', 'PLAN'];

/** A workbook as the text that the importers read; any other file as it is. */
async function readable(
  { kind, file }: { kind: ImportKind; file: string | null },
  content: Uint8Array,
): Promise<SheetAsCsv> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const isSheet = !NO_TABLES.includes(kind) && isWorkbook(file ?? '', bytes);
  return isSheet ? sheetAsCsv(bytes) : { csv: content, findings: [] };
}

async function follow(em: EntityManager, unitIds: number[], knownAt: Date): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const { moved, unsettled } = await relocateInstitutions(em, unitIds, knownAt);
  if (moved === 0) return [];
  return [
    `${moved} institution(s) followed their unit; of ${unsettled} the commune is not known: list them with institutions(filter: {settled: false})`,
  ];
}
