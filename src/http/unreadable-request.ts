import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { masked, refusedBy, type Refused } from '../execution/refused.js';
import { INTERNAL } from '../shared/errors.js';
import { refusalBody } from './refusal-body.js';

/** In bytes. */
export const BODY_LIMIT = 256 * 1024;

const TOO_LARGE: Refused = {
  status: 413,
  code: 'REQUEST_TOO_LARGE',
  text: {
    vi: `Yêu cầu lớn hơn ${BODY_LIMIT / 1024} KiB. Hãy chia thành nhiều yêu cầu nhỏ hơn.`,
    en: `The request is larger than ${BODY_LIMIT / 1024} KiB. Split it into smaller ones.`,
  },
};

const UNREADABLE: Refused = {
  status: 400,
  code: 'REQUEST_UNREADABLE',
  text: {
    vi: 'Không đọc được yêu cầu. Hãy gửi JSON với “Content-Type: application/json”.',
    en: 'The request cannot be read. Send JSON with “Content-Type: application/json”.',
  },
};

export class Unreadable extends Error {
  readonly statusCode = 400;
}

/** Answers requests that the graph does not get, in the form and language of its errors. */
export function refuseUnreadable(log: Logger) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const {
      status,
      code,
      text,
      details,
      headers = {},
    } = refusedBy(error, log) ?? own(error, request.id);
    // What the error says may be for operators only.
    if (code === INTERNAL) request.log.error({ err: error }, 'a request could not be answered');
    void reply
      .code(status)
      .headers(headers)
      .send(refusalBody(request, code, text, code === INTERNAL ? details : {}));
  };
}

function own({ statusCode: status = 500 }: FastifyError, requestId: string): Refused {
  if (status < 400 || status >= 500) return masked(requestId);
  return status === 413 ? TOO_LARGE : { ...UNREADABLE, status };
}
