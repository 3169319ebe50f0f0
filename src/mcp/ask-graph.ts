import type { CallToolResult } from '@modelcontextprotocol/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tool } from './tools.js';

/** What the graph answers. */
const ANSWER = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) }))
    .optional(),
  extensions: z
    .object({ data: z.record(z.string(), z.unknown()), cost: z.unknown() })
    .partial()
    .optional(),
});

/** The headers by which the graph knows a sender and its language. Cookies are the console's alone. */
const PASSED_ON = ['authorization', 'x-api-key', 'accept-language', 'x-forwarded-for'] as const;

/**
 * Asks the graph the document of a tool as its sender. Errors are part of the result, so that an assistant
 * reads what to do.
 */
export async function askGraph(
  server: FastifyInstance,
  request: FastifyRequest,
  { name, document }: Tool,
  variables: Record<string, unknown>,
): Promise<CallToolResult> {
  const headers = PASSED_ON.flatMap((header): [string, string][] => {
    const value = request.headers[header];
    return value === undefined ? [] : [[header, [value].flat().join(', ')]];
  });
  const { body, headers: answered } = await server.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: request.socket.remoteAddress,
    headers: Object.fromEntries(headers),
    payload: { query: document, variables },
  });
  const { data = null, errors, extensions } = ANSWER.parse(JSON.parse(body));
  const wait = answered['retry-after'];
  const said = {
    data,
    ...(errors && {
      errors: errors.map(({ message, extensions: { code } }) => ({ code, message })),
    }),
    ...(wait !== undefined && { retryAfterSeconds: Number(wait) }),
    source: { document: name, variables, ...extensions?.data },
  };
  return {
    isError: data === null && errors !== undefined,
    structuredContent: said,
    content: [{ type: 'text', text: JSON.stringify(said) }],
  };
}
