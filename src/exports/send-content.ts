import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendTagged } from '../shared/send-tagged.js';
import type { Context } from '../request/context.js';
import { compressed, encodingFor } from '../shared/compression.js';
import { entityTag } from '../shared/entity-tag.js';
import { addVary } from '../shared/vary.js';

export interface Content {
  content: string | Buffer;
  type: string;
  /** Whether it is worth compressing; else it is compressed in itself. */
  isText: boolean;
  /** Header fields of its own. */
  headers?: Readonly<Record<string, string>>;
}

/** Sends what fits into memory and is the same for all who may read it, unless the client has it already. */
export async function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Pick<Context, 'viewer' | 'publicRead'>,
  { content, type, isText, headers = {} }: Content,
): Promise<FastifyReply> {
  const accepted = request.headers['accept-encoding'];
  const encoding = isText ? encodingFor(accepted) : null;
  const packed = encoding && (await compressed(content, encoding));
  const tag = entityTag(hash('sha256', content));
  addVary(reply, 'Authorization, X-Api-Key, Accept-Encoding');
  void reply.headers({ 'cache-control': keptBy(context), ...headers });
  return sendTagged(request, reply, { content, type, tag, encoding, packed });
}

/** Who may keep what somebody downloads: everybody only what everybody may read. */
export function keptBy({ viewer, publicRead }: Pick<Context, 'viewer' | 'publicRead'>): string {
  return `${viewer || !publicRead ? 'private' : 'public'}, no-cache`;
}
