import { messageOf } from '../shared/errors.js';

/** Files can be neither kept nor read now: for the log, because it is not the sender's fault. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(cause: unknown) {
    super(`the store of evidence failed: ${messageOf(cause)}`, { cause });
  }
}
