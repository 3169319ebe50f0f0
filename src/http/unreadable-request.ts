import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { BodyTooSlowError } from '../request/body-too-slow-error.js';
import { INTERNAL } from '../shared/errors.js';
import type { Text } from '../shared/text.js';
import { refusalBody } from './refusal-body.js';

/** In bytes. */
export const BODY_LIMIT = 256 * 1024;

const TOO_LARGE: { code: string; text: Text } = {
  code: 'REQUEST_TOO_LARGE',
  text: {
    vi: `Yêu cầu lớn hơn ${BODY_LIMIT / 1024} KiB. Hãy chia thành nhiều yêu cầu nhỏ hơn.`,
    en: `The request is larger than ${BODY_LIMIT / 1024} KiB. Split it into smaller ones.`,
  },
};

const UNREADABLE: { code: string; text: Text } = {
  code: 'REQUEST_UNREADABLE',
  text: {
    vi: 'Không đọc được yêu cầu. Hãy gửi JSON với “Content-Type: application/json”.',
    en: 'The request cannot be read. Send JSON with “Content-Type: application/json”.',
  },
};

export class Unreadable extends Error {
  readonly statusCode = 400;
}

/** Answers a request that cannot be read, in the form and language of every other error. */
export function refuseUnreadable(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const status = error.statusCode ?? 500;
  if (status < 400 || status >= 500) {
    // What it says may be for operators only.
    request.log.error({ err: error }, 'a request could not be answered');
    void reply.code(500).send(refusalBody(request, 'INTERNAL_SERVER_ERROR', INTERNAL));
    return;
  }
  const { code, text } =
    error instanceof BodyTooSlowError ? error : status === 413 ? TOO_LARGE : UNREADABLE;
  void reply.code(status).send(refusalBody(request, code, text));
}
