import type { FastifyReply } from 'fastify';

/** Adds to the `Vary` header, which other code such as CORS may have set already. */
export function addVary(reply: FastifyReply, fields: string): void {
  const given = [reply.getHeader('vary')].flat().filter((each) => each !== undefined);
  void reply.header('vary', [...given, fields].join(', '));
}
