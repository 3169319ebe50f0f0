import { codeOf } from '../../src/auth/one-time-code.js';
import { rowIdOf } from '../../src/graphql/node.js';
import { TOKEN_SECRET, type TestHub } from './hub.js';

/** The newest code of an account, as the hub derives it when it sends the mail. */
export async function codeOfAccount(hub: TestHub, account: string): Promise<string> {
  const [row] = await hub.em
    .fork()
    .execute<{ seed: string }[]>(
      `select seed from account_code where account_id = ? order by id desc limit 1`,
      [rowIdOf('Account', account)],
    );
  return codeOf(TOKEN_SECRET, row!.seed);
}
