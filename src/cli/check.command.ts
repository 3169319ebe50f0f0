import type { Command } from 'commander';
import { outlineLines } from '../frameworks/framework-outline.js';
import { frameworkIn } from './framework-file.js';
import { output } from './run.js';

/** `hub check framework FILE` needs no database: it is for whoever writes the file. */
export function checkCommand(program: Command): void {
  program
    .command('check')
    .description('look at a file without the database')
    .command('framework')
    .description(
      'tell all problems of a framework file, or what it asks of whom; docs/frameworks.md explains its form',
    )
    .argument('<file>', 'the file, an XLSX workbook or JSON in UTF-8')
    .action(async (path: string) => {
      for (const line of outlineLines(await frameworkIn(path))) output.result(line);
    });
}
