import type { FastifyReply, FastifyRequest } from 'fastify';
import { compressed, encodingFor, type Encoding } from '../shared/compression.js';
import { entityTag } from '../shared/entity-tag.js';
import { addVary } from '../shared/vary.js';
import { sendTagged } from '../shared/send-tagged.js';

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
  const made = new Map<Encoding, Promise<Buffer | null>>();
  const tag = entityTag(content);
  const fresh = maxAge === undefined ? 'no-cache' : `max-age=${maxAge}`;
  const packedBy = (encoding: Encoding): Promise<Buffer | null> => {
    const found = made.get(encoding) ?? compressed(content, encoding, 'hub');
    made.set(encoding, found);
    return found;
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const packed = encoding && (await packedBy(encoding));
    addVary(reply, 'Accept-Encoding');
    void reply.header('cache-control', `public, ${fresh}`);
    return sendTagged(request, reply, { content, type, tag, encoding, packed });
  };
}
