import { Command } from 'commander';
import { demoAccounts, loadDemo } from '../seeds/demo/load.js';
import { backupCommand } from './cli/backup.command.js';
import { checkCommand } from './cli/check.command.js';
import { evidenceCommand } from './cli/evidence.command.js';
import { frameworkCommand } from './cli/framework.command.js';
import { exportCommand } from './cli/framework-import.command.js';
import { importCommand } from './cli/import.command.js';
import { keyCommand } from './cli/key.command.js';
import { rollupCommand } from './cli/rollup.command.js';
import { output, withDatabase } from './cli/run.js';
import { schemaCommand } from './cli/schema.command.js';
import { trialCommand } from './cli/trial.command.js';
import { upgradeCommand } from './cli/upgrade.command.js';
import { userCommand } from './cli/user.command.js';
import { readConfig } from './config.js';
import { inTurn } from './database/one-program.js';
import { explain } from './start/explain.js';

const program = new Command('hub').description(
  'The data hub for the digital transformation of education. Uses DATABASE_URL, or the embedded PostgreSQL in HUB_DATA_DIR.',
);

program
  .command('migrate')
  .description('bring the tables up to date')
  .action(() =>
    withDatabase(async () => {
      output.result('the tables are up to date');
    }),
  );

program
  .command('seed')
  .description('load data that comes with the hub')
  .command('demo')
  .description('the story of Đắk Nông, into an empty database')
  .action(() =>
    withDatabase(async (em, { orm }) => {
      const config = readConfig();
      const accounts = await inTurn(orm, output.note, async () => {
        await loadDemo(em, config);
        return demoAccounts(em, config);
      });
      output.result('the demo is loaded');
      if (accounts) output.result(accounts);
    }),
  );

importCommand(program);
exportCommand(program);
checkCommand(program);
frameworkCommand(program);
trialCommand(program);
rollupCommand(program);
schemaCommand(program);
keyCommand(program);
userCommand(program);
evidenceCommand(program);
backupCommand(program);
upgradeCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  output.note(explain(error));
  process.exitCode = 1;
}
