import { createServer as createProbe } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { messageOf, OperatorError, propertyOf } from '../shared/errors.js';

type Address = Pick<Config, 'host' | 'port'>;

/**
 * Finds out before any work is done whether the hub will be able to listen.
 * @throws OperatorError PORT_UNAVAILABLE
 */
export async function checkPort({ host, port }: Address): Promise<void> {
  const probe = createProbe();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen({ host, port }, resolve);
    });
  } catch (error) {
    throw unavailable({ host, port }, error);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** Listens, and gives the address that people can open. */
export async function listen(server: FastifyInstance, { host, port }: Address): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    throw unavailable({ host, port }, error);
  }
}

function unavailable({ host, port }: Address, error: unknown): OperatorError {
  const code = propertyOf(error, 'code');
  const reason =
    code === 'EADDRINUSE'
      ? `another program listens on ${host}:${port} already. Stop it, or choose another PORT`
      : code === 'EACCES'
        ? `this user may not listen on port ${port}. Choose a PORT above 1023`
        : `${messageOf(error)}. Check HOST and PORT`;
  return new OperatorError('PORT_UNAVAILABLE', `The hub cannot listen: ${reason}.`, {
    cause: error,
  });
}
