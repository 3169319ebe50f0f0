import { basename } from 'node:path';
import type { Command } from 'commander';
import { COMMAND_LINE } from '../changes/change.service.js';
import { recordCommand } from '../changes/command.service.js';
import { publish } from '../database/publish.js';
import { importFile, type ImportOptions } from '../imports/import-file.service.js';
import {
  SUCCESSION_COLUMN_HELP,
  SUCCESSION_COLUMNS,
} from '../institution-successions/succession-draft.js';
import { CAMPUS_COLUMN_HELP, CAMPUS_COLUMNS } from '../institutions/campus-draft.js';
import {
  INSTITUTION_COLUMN_HELP,
  institutionTemplate,
} from '../institutions/institution-columns.js';
import { csvFields } from '../shared/csv-line.js';
import { ImportError } from '../shared/csv.js';
import { isLocalDate } from '../shared/dates.js';
import { OperatorError } from '../shared/errors.js';
import type { ImportKind } from '../vocabulary/imported-row.js';
import { WORKFORCE_COLUMN_HELP, workforceTemplate } from '../workforce-registry/record-columns.js';
import { boundaryImportCommand } from './boundary-import.command.js';
import { frameworkImportCommand } from './framework-import.command.js';
import { planImportCommand } from './plan-import.command.js';
import { tellFindings, tellImported, tellProblems } from './import-report.js';
import { importUndoCommands } from './import-undo.command.js';
import { progressBar } from './progress-bar.js';
import { contentOf, output, withDatabase } from './run.js';

interface CommandOptions extends ImportOptions {
  dryRun?: boolean;
  report?: string;
}

interface ImportCommand {
  kind: ImportKind;
  description: string;
  /** What `--template` prints: the header with an example, and the meaning of each column. */
  explained?: { template: () => string; help: Record<string, string> };
  options?: [flags: string, description: string][];
}

const COMMANDS: readonly ImportCommand[] = [
  {
    kind: 'UNITS',
    description:
      'administrative units: kind, code, name, name_en, parent_code, valid_from, valid_to, legal_document',
  },
  {
    kind: 'SUCCESSIONS',
    description:
      'what became of units: kind, predecessor_code, successor_code, effective_on, extent, legal_document',
    options: [
      [
        '--accept-crossing',
        'take successors outside of what took over the province (or another unit above)',
      ],
    ],
  },
  {
    kind: 'INSTITUTIONS',
    description: 'schools, centres, colleges; --template prints the columns',
    explained: { template: institutionTemplate, help: INSTITUTION_COLUMN_HELP },
    options: [
      [
        '--from <day>',
        'the day of what differs in rows without a day; without it they are corrections',
      ],
      ['--reopen', 'open closed institutions again of which the file has an empty closed_on'],
      ['--accept-likely-duplicates', 'take also new institutions that look like known ones'],
    ],
  },
  {
    kind: 'INSTITUTION_SUCCESSIONS',
    description:
      'which institutions took over from others, merged or split; --template prints the columns',
    explained: { template: () => headerOf(SUCCESSION_COLUMNS), help: SUCCESSION_COLUMN_HELP },
  },
  {
    kind: 'CAMPUSES',
    description: 'further sites of institutions; --template prints the columns',
    explained: { template: () => headerOf(CAMPUS_COLUMNS), help: CAMPUS_COLUMN_HELP },
  },
  {
    kind: 'WORKFORCE',
    description:
      'counts of community teams, IT officers, classes, trained people and mandates; --template prints the columns',
    explained: { template: workforceTemplate, help: WORKFORCE_COLUMN_HELP },
  },
  {
    kind: 'PUBLISHED_INDEX',
    description:
      'results that an authority published: unit_kind, unit_code, year, index_code, value, rank, of_how_many, source, source_status, note_vi, note_en',
  },
  {
    kind: 'INDEX_EDITION',
    description:
      'an edition of the workforce index, a JSON file as docs/index-editions.md describes it',
  },
];

function headerOf(columns: { required: readonly string[]; optional: readonly string[] }): string {
  return `${csvFields([...columns.required, ...columns.optional])}\n`;
}

export function importCommand(program: Command): void {
  const command = program
    .command('import')
    .description(
      'take over a file: all of it, or with any error nothing; a column that is left out changes nothing',
    );
  importUndoCommands(command);
  frameworkImportCommand(command);
  planImportCommand(command);
  boundaryImportCommand(command);
  for (const { kind, description, explained, options = [] } of COMMANDS) {
    const named = command
      .command(nameOf(kind))
      .description(description)
      .argument(
        explained ? '[file]' : '<file>',
        'the file; CSV in UTF-8, separated by , ; or tabs, or an XLSX workbook',
      )
      .option('--dry-run', 'report what would change, and change nothing')
      .option('--report <file>', 'write every row with its changes, or every problem, as CSV');
    for (const [flags, meaning] of options) named.option(flags, meaning);
    if (explained)
      named.option(
        '--template',
        'print the header and an example, then the meaning of each column',
      );
    named.action((file: string | undefined, chosen: CommandOptions & { template?: boolean }) =>
      chosen.template && explained ? printTemplate(explained) : importNamed(kind, file, chosen),
    );
  }
}

/** `published-index`, as the command says it. */
function nameOf(kind: ImportKind): string {
  return kind.toLowerCase().replaceAll('_', '-');
}

function printTemplate({ template, help }: NonNullable<ImportCommand['explained']>): void {
  process.stdout.write(template());
  for (const [column, meaning] of Object.entries(help)) output.note(`${column}: ${meaning}`);
}

async function importNamed(
  kind: ImportKind,
  file: string | undefined,
  options: CommandOptions,
): Promise<void> {
  if (!file)
    throw new OperatorError(
      'FILE_MISSING',
      'Name the file to import, or use --template to see its columns.',
    );
  if (options.from && !isLocalDate(options.from))
    throw new OperatorError(
      'DAY_UNREADABLE',
      `--from ${options.from} is no day; write 2026-09-01.`,
    );
  const content = await contentOf(file);
  const action = `import ${nameOf(kind)}`;
  const source = { kind, file: basename(file), author: COMMAND_LINE, action };
  await withDatabase(async (em) => {
    const bar = progressBar(file);
    try {
      const imported = await publish(
        em,
        async (within, knownAt, state) => {
          const all = { ...options, progress: bar.report };
          const imported = await importFile(within, source, content, knownAt, all);
          const { id, created, updated, unchanged } = imported;
          const told = { file: source.file, import: id, created, updated, unchanged };
          if (imported.changed) await recordCommand(within, action, state, told);
          return imported;
        },
        { dryRun: options.dryRun ?? false },
      );
      bar.stop();
      tellFindings(file, imported.findings);
      await tellImported(imported, imported.notes, options);
    } catch (error) {
      bar.stop();
      if (error instanceof ImportError) await tellProblems(file, error.problems, options.report);
      throw error;
    }
  });
}
