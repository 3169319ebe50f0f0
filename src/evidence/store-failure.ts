import { messageOf, OperatorError } from '../shared/errors.js';

/** Files can be neither kept nor read now: for the log, because it is not the sender's fault. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(cause: unknown) {
    super(`the store of evidence failed: ${messageOf(cause)}`, { cause });
  }
}

/** The same at the start, for whoever runs the hub. */
export function unavailable(place: string, settings: string, error: unknown): OperatorError {
  return new OperatorError(
    'EVIDENCE_STORE_UNAVAILABLE',
    `Evidence cannot be kept in ${place}: ${messageOf(error)}. Check ${settings} and the rights.`,
    { cause: error },
  );
}
