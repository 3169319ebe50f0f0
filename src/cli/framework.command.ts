import type { Command } from 'commander';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { frameworkText } from '../frameworks/framework-text.js';
import { templateWorkbook, workbookOf } from '../frameworks/workbook/write-workbook.js';
import { OperatorError } from '../shared/errors.js';
import { frameworkIn, writeNew } from './framework-file.js';
import { output } from './run.js';

/** `hub framework template|convert` need no database: they are for whoever writes the file. */
export function frameworkCommand(program: Command): void {
  const command = program.command('framework').description('files of sets of criteria');
  command
    .command('template')
    .description('write an empty workbook with explanations in Vietnamese and English')
    .argument('<file>', 'the workbook to write, .xlsx')
    .action(async (path: string) => {
      await writeNew(path, await templateWorkbook());
      output.result(`${path} is written`);
    });
  command
    .command('convert')
    .description('write a framework in its other form; a file that is there is never replaced')
    .argument('<from>', 'the file, .xlsx or .json')
    .argument('<to>', 'the file to write, .json or .xlsx')
    .action(async (from: string, to: string) => {
      const write = formOf(to);
      await writeNew(to, await write(await frameworkIn(from)));
      output.result(`${to} is written`);
    });
}

/** @throws OperatorError FRAMEWORK_FORM_UNKNOWN */
function formOf(path: string): (file: FrameworkFile) => Promise<string | Buffer> {
  if (/\.xlsx$/i.test(path)) return workbookOf;
  if (/\.json$/i.test(path)) return async (file) => frameworkText(file);
  throw new OperatorError('FRAMEWORK_FORM_UNKNOWN', `${path} must end in .xlsx or .json.`);
}
