import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Encoding } from './compression.js';
import { isKnown, weakTag } from './entity-tag.js';

/** What is in memory, with what is known of it. */
export interface Tagged {
  content: string | Buffer;
  type: string;
  /** The tag of the content as it is. */
  tag: string;
  encoding: Encoding | null;
  /** The content in the encoding; null where it goes as it is. */
  packed: Buffer | null;
}

/** Sends content with its tag, which is weak in an encoding, and only the tag to whoever has it already. */
export function sendTagged(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { content, type, tag, encoding, packed }: Tagged,
): FastifyReply {
  const etag = packed ? weakTag(tag) : tag;
  void reply.header('etag', etag);
  if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send();
  if (packed) void reply.header('content-encoding', encoding);
  return reply.type(type).send(packed ?? content);
}
