import type { FastifyReply } from 'fastify';

/** Names what an answer differs by, beside what others have said already, such as CORS. */
export function addVary(reply: FastifyReply, fields: string): void {
  const given = [reply.getHeader('vary')].flat().filter((each) => each !== undefined);
  void reply.header('vary', [...given, fields].join(', '));
}
