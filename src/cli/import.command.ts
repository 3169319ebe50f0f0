import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { recordCommand } from '../changes/command.service.js';
import { publish, type Change } from '../database/publish.js';
import type { EntityManager } from '../database/orm.js';
import {
  importInstitutions,
  INSTITUTION_COLUMN_HELP,
  institutionTemplate,
} from '../institutions/institution.import.js';
import { relocateInstitutions } from '../institutions/relocation.service.js';
import { ImportError, type Problem } from '../shared/csv.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { importSuccessions } from '../units/succession.import.js';
import { importUnits } from '../units/unit.import.js';
import { WORKFORCE_COLUMN_HELP, workforceTemplate } from '../workforce-registry/record-columns.js';
import { importWorkforce } from '../workforce-registry/record.import.js';
import { recordEdition } from '../workforce-index/edition.service.js';
import { importPublishedIndex } from '../workforce-index/published-index.import.js';
import { problemReport } from './problem-report.js';
import { progressBar } from './progress-bar.js';
import { output, withDatabase } from './run.js';

/** The terminal shows at most this many problems; `--report` writes all of them. */
const SHOWN_PROBLEMS = 50;

interface ImportOptions {
  dryRun?: boolean;
  report?: string;
}

interface Outcome extends Change {
  created: number;
  updated: number;
  unchanged: number;
  notes?: string[];
}

type Import = (
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
  report: (done: number, total: number) => void,
) => Promise<Outcome>;

const units: Import = async (em, content, knownAt, report) => {
  const recorded = await importUnits(em, content, report);
  return { ...recorded, notes: await follow(em, recorded.ended, knownAt) };
};

const successions: Import = async (em, content, knownAt, report) => {
  const recorded = await importSuccessions(em, content, report);
  return { ...recorded, notes: await follow(em, recorded.succeeded, knownAt) };
};

const indexEdition: Import = async (em, content, knownAt) => {
  const text = new TextDecoder().decode(content);
  const { changed } = await recordEdition(em, text, knownAt);
  return { changed, created: changed ? 1 : 0, updated: 0, unchanged: changed ? 0 : 1 };
};

async function follow(em: EntityManager, unitIds: number[], knownAt: Date): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const { moved, unsettled } = await relocateInstitutions(em, unitIds, knownAt);
  if (moved === 0) return [];
  return [
    `${moved} institution(s) followed their unit; of ${unsettled} the commune is not known: list them with institutions(filter: {settled: false})`,
  ];
}

/** The files that `--template` explains, with an example and the meaning of the columns. */
const TEMPLATES: Record<string, { template: () => string; help: Record<string, string> }> = {
  institutions: { template: institutionTemplate, help: INSTITUTION_COLUMN_HELP },
  workforce: { template: workforceTemplate, help: WORKFORCE_COLUMN_HELP },
};

export function importCommand(program: Command): void {
  const command = program
    .command('import')
    .description('take over a file: all of it, or with any error nothing');
  const kinds: [string, string, Import][] = [
    [
      'units',
      'administrative units: kind, code, name, name_en, parent_code, valid_from, valid_to, legal_document',
      units,
    ],
    [
      'successions',
      'what became of units: kind, predecessor_code, successor_code, effective_on, extent, legal_document',
      successions,
    ],
    [
      'institutions',
      'schools, centres, colleges; --template prints the columns',
      importInstitutions,
    ],
    [
      'workforce',
      'counts of community teams, IT officers, classes, trained people and mandates; --template prints the columns',
      importWorkforce,
    ],
    [
      'published-index',
      'results that an authority published: unit_kind, unit_code, year, index_code, value, rank, of_how_many, source, source_status, note_vi, note_en',
      importPublishedIndex,
    ],
    [
      'index-edition',
      'an edition of the workforce index, a JSON file as docs/index-editions.md describes it',
      indexEdition,
    ],
  ];
  for (const [name, description, run] of kinds) {
    const explained = TEMPLATES[name];
    const kind = command
      .command(name)
      .description(description)
      .argument(explained ? '[file]' : '<file>', 'the file; CSV in UTF-8, separated by , or ;')
      .option('--dry-run', 'report what would change, and change nothing')
      .option('--report <file>', 'write every problem to this file, as CSV');
    if (explained)
      kind
        .option('--template', 'print the header and an example, then the meaning of each column')
        .action((file: string | undefined, options: ImportOptions & { template?: boolean }) =>
          options.template ? printTemplate(explained) : importFile(name, file, run, options),
        );
    else
      kind.action((file: string, options: ImportOptions) => importFile(name, file, run, options));
  }
}

function printTemplate({ template, help }: (typeof TEMPLATES)[string]): void {
  process.stdout.write(template());
  for (const [column, meaning] of Object.entries(help)) output.note(`${column}: ${meaning}`);
}

async function importFile(
  name: string,
  file: string | undefined,
  run: Import,
  options: ImportOptions,
): Promise<void> {
  if (!file)
    throw new OperatorError(
      'FILE_MISSING',
      'Name the file to import, or use --template to see its columns.',
    );
  const content = await readFile(file).catch((error: unknown) => {
    throw new OperatorError('FILE_UNREADABLE', `${file} cannot be read: ${messageOf(error)}.`);
  });
  await withDatabase(async (em) => {
    const bar = progressBar(file);
    try {
      const outcome = await publish(
        em,
        async (within, knownAt, state) => {
          const outcome = await run(within, content, knownAt, bar.report);
          const { changed, created, updated, unchanged } = outcome;
          const told = { file: basename(file), created, updated, unchanged };
          if (changed) await recordCommand(within, `import ${name}`, state, told);
          return outcome;
        },
        {
          dryRun: options.dryRun ?? false,
        },
      );
      bar.stop();
      tell(outcome, options.dryRun ?? false);
    } catch (error) {
      bar.stop();
      if (!(error instanceof ImportError)) throw error;
      await tellProblems(file, error, options.report);
      throw error;
    }
  });
}

function tell(outcome: Outcome, dryRun: boolean): void {
  const verb = dryRun ? 'would be ' : '';
  output.result(
    `${outcome.created} ${verb}created, ${outcome.updated} ${verb}updated, ${outcome.unchanged} unchanged`,
  );
  for (const note of outcome.notes ?? []) output.result(note);
  if (dryRun) output.result('dry run: nothing was changed');
  else if (!outcome.changed) output.result('no change');
}

async function tellProblems(
  file: string,
  { problems }: ImportError,
  report?: string,
): Promise<void> {
  for (const problem of problems.slice(0, SHOWN_PROBLEMS))
    output.note(`${file}: ${sentence(problem)}`);
  if (problems.length > SHOWN_PROBLEMS)
    output.note(
      `… and ${problems.length - SHOWN_PROBLEMS} more${report ? '' : '; --report FILE writes them all'}`,
    );
  if (!report) return;
  await writeFile(report, problemReport(problems)).catch((error: unknown) => {
    throw new OperatorError(
      'FILE_UNWRITABLE',
      `The report ${report} cannot be written: ${messageOf(error)}.`,
    );
  });
  output.note(`all problems: ${report}`);
}

function sentence({ row, column, value, text }: Problem): string {
  const place = column === null ? `row ${row}` : `row ${row}, ${column}`;
  return value === null ? `${place}: ${text.en}` : `${place}, “${value}”: ${text.en}`;
}
