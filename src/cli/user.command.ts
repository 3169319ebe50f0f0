import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { addAccount } from '../accounts/account.service.js';
import { Role } from '../accounts/account.enums.js';
import { OperatorError } from '../shared/errors.js';
import { output, withDatabase } from './run.js';

/** `hub user add` creates the first operator, who can create the other accounts. */
export function userCommand(program: Command): void {
  program
    .command('user')
    .description('accounts')
    .command('add')
    .description(
      'add an operator; the password is read from standard input, so that no list of commands keeps it',
    )
    .requiredOption('--email <address>', 'what the account signs in with')
    .requiredOption('--name <name>', 'the name of the person')
    .action(async ({ email, name }: { email: string; name: string }) => {
      const password = await readPassword();
      await withDatabase(async (em) => {
        await addAccount(
          em,
          { name, email, password, grants: [{ role: Role.OPERATOR }] },
          new Date(),
        );
        output.result(`${email} can sign in as an operator`);
      });
    });
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) output.note('Password (it is shown as you type):');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw new OperatorError(
    'PASSWORD_MISSING',
    'No password came on standard input. Type it, or pipe it: printf %s "$PASSWORD" | npm run hub -- user add …',
  );
}
