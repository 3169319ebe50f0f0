import { Option, type Command } from 'commander';
import { allApiKeys } from '../api-keys/api-key.queries.js';
import { createKeyByCommand, revokeKeyByCommand } from '../api-keys/key-command.service.js';
import { ApiKeyScope } from '../auth/api-key.js';
import { databaseOf } from '../database/orm.js';
import { OperatorError } from '../shared/errors.js';
import { table } from '../shared/table.js';
import { output, withDatabase } from './run.js';

/** `hub key create|list|revoke` manages the keys of programs. */
export function keyCommand(program: Command): void {
  const key = program.command('key').description('API keys, with which programs of others read');

  key
    .command('create')
    .description('make a key; it is printed this once and kept nowhere')
    .requiredOption('--name <text>', 'whose it is and what it is for')
    .addOption(
      new Option('--scope <names...>', 'what it may be used for')
        .choices(Object.keys(ApiKeyScope))
        .default([ApiKeyScope.READ_PUBLIC], ApiKeyScope.READ_PUBLIC),
    )
    .option('--expires <moment>', 'when it ends, such as 2027-12-31; a year from now if left out')
    .action(async ({ name, scope, expires }: CreateOptions) => {
      const expiresAt = expires === undefined ? null : momentOf(expires);
      await withDatabase(async (em) => {
        const secret = await createKeyByCommand(em, { name, scopes: scope, expiresAt }, new Date());
        output.note('Keep it now, it cannot be shown again. Send it as “X-Api-Key: …”.');
        output.result(secret);
      });
    });

  key
    .command('list')
    .description('all keys, newest first, by the prefix of their newest secret')
    .action(() =>
      withDatabase(async (em) => {
        const keys = await allApiKeys(databaseOf(em), new Date());
        const header = ['prefix', 'name', 'scopes', 'expires', 'last used', 'state'];
        const rows = keys.map((each) => [
          each.prefix,
          each.name,
          each.scopes.join(' '),
          minuteOf(each.expiresAt),
          each.lastUsedAt === null ? 'never' : minuteOf(each.lastUsedAt),
          each.state,
        ]);
        for (const line of table([header, ...rows])) output.result(line);
      }),
    );

  key
    .command('revoke')
    .description('end a key for good; its next request is refused')
    .argument('<prefix>', 'of any of its secrets, as “hub key list” shows it')
    .action((prefix: string) =>
      withDatabase(async (em) => {
        const name = await revokeKeyByCommand(em, prefix, new Date());
        output.result(`the key “${name}” is refused from now on`);
      }),
    );
}

interface CreateOptions {
  name: string;
  scope: ApiKeyScope[];
  expires?: string;
}

function momentOf(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw new OperatorError(
      'KEY_INVALID',
      `--expires is “${text}”; give a date such as 2027-12-31, or a moment such as 2027-12-31T17:00:00Z.`,
    );
  return moment;
}

function minuteOf(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
