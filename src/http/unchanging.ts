import type { FastifyReply, FastifyRequest } from 'fastify';
import { compressed, encodingFor, type Encoding } from '../shared/compression.js';
import { entityTag, isKnown, weakTag } from '../shared/entity-tag.js';
import { addVary } from '../shared/vary.js';

export interface UnchangingContent {
  content: string;
  type: string;
  /** How long caches may keep it without asking; they may always keep it and ask. */
  maxAge?: number;
}

/**
 * Answers with what changes only with the hub: compressed once for each encoding, when somebody first takes
 * it, and never sent to whoever has it already.
 */
export function sendUnchanging({ content, type, maxAge }: UnchangingContent) {
  const packed = new Map<Encoding, Promise<Buffer | null>>();
  const tag = entityTag(content);
  const fresh = maxAge === undefined ? 'no-cache' : `max-age=${maxAge}`;
  const packedBy = (encoding: Encoding): Promise<Buffer | null> => {
    const found = packed.get(encoding) ?? compressed(content, encoding, 'hub');
    packed.set(encoding, found);
    return found;
  };
  return async ({ headers }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const encoding = encodingFor(headers['accept-encoding']);
    const body = encoding && (await packedBy(encoding));
    const etag = body ? weakTag(tag) : tag;
    addVary(reply, 'Accept-Encoding');
    void reply.headers({ etag, 'cache-control': `public, ${fresh}` });
    if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send();
    if (body) void reply.header('content-encoding', encoding);
    return reply.type(type).send(body ?? content);
  };
}
