import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedOperation } from '../execution/asked-operation.js';
import type { Documents } from '../execution/documents.js';
import type { Text } from '../shared/text.js';
import { refusalBody } from './refusal-body.js';

const NOT_TRUSTED: Text = {
  vi: 'Hệ thống này chỉ nhận các truy vấn đã công bố trong schema/operations. Hãy gửi nguyên văn, hoặc mã SHA-256 của tệp trong extensions.persistedQuery.',
  en: 'This hub takes only the documents of schema/operations. Send one as it is, or the SHA-256 of its file in extensions.persistedQuery.',
};

export type Trust = ReturnType<typeof refuseUntrusted>;

/**
 * A hook before the graph: refuses every document that is not trusted, in the form of the graph's
 * errors.
 */
export function refuseUntrusted(documents: Documents) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = askedOperation(request);
    const text = asked && documents.textOf(asked);
    if (text && documents.isTrusted(text)) return;
    return reply.code(403).send(refusalBody(request, 'DOCUMENT_NOT_TRUSTED', NOT_TRUSTED));
  };
}
