import type { Command } from 'commander';
import { outlineOf } from '../frameworks/framework-outline.js';
import { readFramework } from '../frameworks/read-framework.js';
import { OperatorError } from '../shared/errors.js';
import { contentOf, output } from './run.js';

/** `hub check framework FILE` needs no database: it is for whoever writes the file. */
export function checkCommand(program: Command): void {
  program
    .command('check')
    .description('look at a file without the database')
    .command('framework')
    .description(
      'tell all problems of a framework file, or what it asks of whom; docs/frameworks.md explains its form',
    )
    .argument('<file>', 'the file, JSON in UTF-8')
    .action(async (path: string) => {
      const { file, problems } = readFramework(new TextDecoder().decode(await contentOf(path)));
      if (!file) {
        const lines = problems.map(({ path: at, text }) => `  ${at || 'the file'}: ${text.en}`);
        throw new OperatorError(
          'FRAMEWORK_REFUSED',
          `The framework has ${problems.length} problem(s).\n${lines.join('\n')}`,
        );
      }
      for (const line of outlineOf(file)) output.result(line);
    });
}
