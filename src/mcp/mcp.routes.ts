import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Answering } from './answering.js';

export interface AssistantOptions {
  schema: GraphQLSchema;
  /** The origins of other pages that may ask, as in `ServerOptions.corsOrigins`. */
  origins: readonly string[];
}

/**
 * The graph's public documents as tools for assistants, by the Model Context Protocol over HTTP (`/mcp`).
 * Nothing is remembered between requests; each tool asks `/graphql` with the sender's key, language and
 * address, so that its rights and limits are those of the graph.
 */
export async function mcpRoutes(
  server: FastifyInstance,
  { schema, origins }: AssistantOptions,
): Promise<void> {
  // Loading the library takes time and memory, which a hub that no assistant asks does not need to give.
  let answering: Promise<Answering> | null = null;
  const begin = async (): Promise<Answering> =>
    (await import('./answering.js')).answering(server, schema);

  // The library reads the text itself, and answers what is no JSON in the form of the protocol.
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
    done(null, text),
  );
  server.post('/mcp', async (request, reply) => {
    if (!isOfOwnPage(request, origins)) return reply.code(403).send(FOREIGN_PAGE);
    const answer = await (await (answering ??= begin()))(request);
    for (const [name, value] of answer.headers) void reply.header(name, value);
    void reply.code(answer.status).header('cache-control', 'no-store');
    return reply.send(await answer.text());
  });
}

const FOREIGN_PAGE = {
  jsonrpc: '2.0',
  id: null,
  error: {
    code: -32000,
    message:
      'Pages of this origin may not ask the hub. Its operator can name the origin in HUB_CORS_ORIGINS.',
  },
};

/**
 * Whether a request comes from a program, from a page of the hub, or from one that the operator named. A
 * browser can be made to ask a hub that only it can reach (DNS rebinding), so the protocol demands this check.
 */
function isOfOwnPage({ headers, host }: FastifyRequest, origins: readonly string[]): boolean {
  const { origin } = headers;
  if (origin === undefined || origins.includes('*') || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
