import type { Text } from './text.js';

/**
 * An error that the operator can solve: a wrong setting, an occupied port, a broken file. The
 * command line prints the sentence (what is wrong, where, what to do) without a stack and exits
 * with status 1.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';

  /** @param code stable and documented in docs/errors.md, for scripts that watch the hub. */
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/**
 * A request that cannot be answered as it was sent. The client gets it as a GraphQL error with
 * `extensions.code`; every other error is a bug and is masked.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  /** @param code stable and documented in docs/errors.md. */
  constructor(
    readonly code: string,
    readonly text: Text,
    readonly details: Record<string, unknown> = {},
  ) {
    super(text.en);
  }
}

/** A property of what was thrown, which may be anything at all; undefined when it has none. */
export function propertyOf(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
}

/** What was thrown, as an error. */
export function errorFrom(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of a bug. */
export const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** What is told of a bug: nothing but the number by which the operator finds it in the log. */
export function internal(requestId: string | null): Text {
  if (requestId === null)
    return {
      vi: 'Hệ thống gặp lỗi không lường trước. Hãy thử lại; nếu vẫn lỗi, hãy báo cho người vận hành kèm thời điểm xảy ra.',
      en: 'Something went wrong on our side. Try again; if it stays, tell the operator when it happened.',
    };
  return {
    vi: `Hệ thống gặp lỗi không lường trước. Hãy thử lại; nếu vẫn lỗi, hãy báo cho người vận hành mã yêu cầu ${requestId}.`,
    en: `Something went wrong on our side. Try again; if it stays, tell the operator the request number ${requestId}.`,
  };
}
