import { RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';

/**
 * A request that is refused for how it says who sends it, before anything is answered: with the HTTP
 * status and, for `WWW-Authenticate`, the challenge of RFC 6750.
 */
export class AccessRefused extends RequestError {
  private constructor(
    code: string,
    text: Text,
    readonly status: 400 | 401 | 403,
    readonly challenge: string,
  ) {
    super(code, text);
  }

  /** More than one proof at once. */
  static malformed(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 400, 'Bearer error="invalid_request"');
  }

  /** A proof that proves nothing. */
  static invalid(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 401, 'Bearer error="invalid_token"');
  }

  /** No proof where one is needed. */
  static missing(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 401, 'Bearer');
  }

  /** A proof that is good, but not for this. */
  static insufficient(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 403, 'Bearer error="insufficient_scope"');
  }
}
