import { RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';

/**
 * A request whose credentials are refused before anything is answered, with the HTTP status and the
 * `WWW-Authenticate` challenge of RFC 6750.
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

  /** More than one credential. */
  static malformed(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 400, 'Bearer error="invalid_request"');
  }

  /** An invalid credential. */
  static invalid(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 401, 'Bearer error="invalid_token"');
  }

  /** No credential where one is needed. */
  static missing(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 401, 'Bearer');
  }

  /** A valid credential without the right for this. */
  static insufficient(code: string, text: Text): AccessRefused {
    return new AccessRefused(code, text, 403, 'Bearer error="insufficient_scope"');
  }
}
