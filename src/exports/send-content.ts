import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../request/context.js';
import { compressed, encodingFor } from '../shared/compression.js';
import { entityTag, isKnown, weakTag } from '../shared/entity-tag.js';
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
  { viewer, publicRead }: Pick<Context, 'viewer' | 'publicRead'>,
  { content, type, isText, headers = {} }: Content,
): Promise<FastifyReply> {
  const accepted = request.headers['accept-encoding'];
  const encoding = isText ? encodingFor(accepted) : null;
  const packed = encoding && (await compressed(content, encoding));
  const tag = entityTag(hash('sha256', content));
  const etag = packed ? weakTag(tag) : tag;
  addVary(reply, 'Authorization, X-Api-Key, Accept-Encoding');
  const readers = viewer || !publicRead ? 'private' : 'public';
  void reply.headers({ etag, 'cache-control': `${readers}, no-cache`, ...headers });
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  if (packed) void reply.header('content-encoding', encoding);
  return reply.type(type).send(packed ?? content);
}
