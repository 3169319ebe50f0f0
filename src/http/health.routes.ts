import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../health/readiness.js';

/** Whether the hub runs, and whether it can do its work. Both addresses are open to everybody. */
export async function healthRoutes(
  server: FastifyInstance,
  { readiness }: { readiness: Readiness },
): Promise<void> {
  // What is so now says nothing of later.
  server.addHook('onSend', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
  });
  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const { problems, warnings } = await readiness.look();
    const told = warnings.length > 0 ? { warnings } : {};
    if (problems.length === 0) return { status: 'ok', ...told };
    return reply.code(503).send({ status: problems.join('; '), ...told });
  });
}
