import type { Viewer } from '../auth/viewer.js';
import { NOTHING_ASKED } from '../database/flight.js';
import type { Context } from '../request/context.js';
import { Account } from './account.entity.js';
import { tryPassword, type GoingOn } from './password-attempt.service.js';

/** Whether somebody who is signed in has shown that they know their password. */
export interface OwnPassword {
  isRight: boolean;
  /** Null for an account that has none, and so nothing to show. */
  hash: string | null;
}

const GOING_ON: GoingOn<null, boolean> = {
  reading: NOTHING_ASKED,
  goOn: async () => ({ result: true, outcome: 'DONE' }),
};

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
  const isRight = await tryPassword(context, tried, password, { accountId, name }, GOING_ON);
  return { isRight: isRight === true, hash };
}
