import type { Viewer } from '../auth/viewer.js';
import type { Context } from '../request/context.js';
import { Account } from './account.entity.js';
import { tryPassword } from './password-attempt.service.js';

/** Whether somebody who is signed in has shown that they know their password. */
export interface OwnPassword {
  isRight: boolean;
  /** Null for an account that has none, and so nothing to show. */
  hash: string | null;
}

const DONE = { result: true, outcome: 'DONE' } as const;

/**
 * Checks the present password of the viewer. Somebody who has the token of another must not guess the
 * password with it more often than without.
 * @throws TooOften TOO_MANY_SIGN_INS, LineIsFullError
 */
export async function checkOwnPassword(
  context: Context,
  { accountId, name }: Viewer,
  password: string,
): Promise<OwnPassword> {
  const account = await context.em.fork().findOneOrFail(Account, accountId);
  const { email, signInName, passwordHash: hash = null } = account;
  if (hash === null) return { isRight: true, hash };
  const typed = email ?? signInName ?? `account ${accountId}`;
  const tried = { id: accountId, email: typed, passwordHash: hash };
  const isRight = await tryPassword(
    context,
    tried,
    password,
    { accountId, name },
    async () => DONE,
  );
  return { isRight: isRight === true, hash };
}
