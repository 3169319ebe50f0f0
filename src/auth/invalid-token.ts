import { messageOf } from '../shared/errors.js';

/** A bearer token that proves nothing. The reason is for the log, never for the caller. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';

  static from(error: unknown): InvalidToken {
    return error instanceof InvalidToken ? error : new InvalidToken(messageOf(error));
  }
}
