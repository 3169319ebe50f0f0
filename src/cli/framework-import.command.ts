import { basename } from 'node:path';
import type { Command } from 'commander';
import { databaseOf } from '../database/orm.js';
import type { FoundProblem } from '../framework-drafts/draft-import.service.js';
import { publishByCommand, storeByCommand } from '../framework-drafts/framework-command.service.js';
import { indicatorsOf } from '../indicators/indicator.queries.js';
import { outlineLines } from '../frameworks/framework-outline.js';
import { fileOf, frameworkText } from '../frameworks/framework-text.js';
import { workbookOf } from '../frameworks/workbook/write-workbook.js';
import { frameworkByCode } from '../frameworks/framework.queries.js';
import { OperatorError } from '../shared/errors.js';
import { frameworkIn, frameworkRefused, placeOf, writeNew } from './framework-file.js';
import { output, withDatabase } from './run.js';

interface ImportOptions {
  publish?: boolean;
  dryRun?: boolean;
}

const DONE = {
  PUBLISHED: 'published',
  CREATED: 'stored as a draft',
  REPLACED: 'stored in place of the draft that there was',
  UNCHANGED: 'no change: the hub has it as it is',
};

/** `hub import framework FILE` stores a draft, or publishes. */
export function frameworkImportCommand(command: Command): void {
  command
    .command('framework')
    .description(
      'a set of criteria, stored as a draft or published; docs/frameworks.md explains the file',
    )
    .argument('<file>', 'the file, an XLSX workbook or JSON in UTF-8')
    .option('--publish', 'publish it at once; a published version never changes')
    .option('--dry-run', 'report what would be done, and change nothing')
    .action((path: string, { publish = false, dryRun = false }: ImportOptions) =>
      withDatabase(async (em) => {
        const file = await frameworkIn(path, await indicatorsOf(databaseOf(em)));
        const options = { file: basename(path), dryRun, at: new Date() };
        const imported = await (publish ? publishByCommand : storeByCommand)(em, file, options);
        if (imported.outcome === 'REFUSED') throw frameworkRefused(imported.problems);
        for (const line of outlineLines(file)) output.result(line);
        tellUnpublishable(imported.problems);
        output.result(dryRun ? 'dry run: nothing was changed' : DONE[imported.outcome]);
      }),
    );
}

function tellUnpublishable(problems: readonly FoundProblem[]): void {
  for (const problem of problems)
    output.note(`cannot be published yet: ${placeOf(problem)}: ${problem.text.en}`);
}

/** `hub export framework CODE [VERSION] FILE` writes a published framework. */
export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('write what the hub has into files')
    .command('framework')
    .description('a published set of criteria, as hub import framework takes it')
    .usage('<code> [version] <file>')
    .argument('<code>', 'its code')
    .argument('<version-or-file>', 'the number of the version; left out, the newest one')
    .argument('[file]', 'the file to write; a file that is there is never replaced')
    .action((code: string, second: string, third: string | undefined) =>
      withDatabase(async (em) => {
        const [version, path] = third === undefined ? [null, second] : [versionOf(second), third];
        const framework = await frameworkByCode(databaseOf(em), code, version);
        if (!framework) throw notPublished(code, version);
        const exported = fileOf(framework);
        const isWorkbook = /\.xlsx$/i.test(path);
        await writeNew(path, isWorkbook ? await workbookOf(exported) : frameworkText(exported));
        output.result(`${path} is written: ${code} ${framework.version}`);
      }),
    );
}

function versionOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new OperatorError('VERSION_UNREADABLE', `${text} is no number of a version.`);
}

function notPublished(code: string, version: number | null): OperatorError {
  const named = version === null ? code : `${code} ${version}`;
  return new OperatorError('FRAMEWORK_NOT_FOUND', `No framework ${named} is published.`);
}
