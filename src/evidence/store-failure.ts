import { messageOf, OperatorError } from '../shared/errors.js';

/**
 * The store cannot be written or read. It is not the sender's fault, so the log gets the details.
 */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(cause: unknown) {
    super(`the store of evidence failed: ${messageOf(cause)}`, { cause });
  }
}

export function unavailable(place: string, settings: string, error: unknown): OperatorError {
  return new OperatorError(
    'EVIDENCE_STORE_UNAVAILABLE',
    `Evidence cannot be kept in ${place}: ${messageOf(error)}. Check ${settings} and the rights.`,
    { cause: error },
  );
}
