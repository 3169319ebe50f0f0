import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Text } from '../../shared/text.js';
import { refusalBody } from '../refusal-body.js';

export interface OverloadOptions {
  /** How late the event loop may run on average, in milliseconds. */
  eventLoopDelay: number;
  /** How many requests may be under way at once. */
  underWay: number;
}

/** Beyond these the hub answers everybody late, or not at all. */
export const OVERLOAD: OverloadOptions = { eventLoopDelay: 1000, underWay: 1000 };

/** In seconds. */
const RETRY_AFTER = 5;

const OVERLOADED: Text = {
  vi: `Hệ thống đang quá tải. Hãy thử lại sau ${RETRY_AFTER} giây.`,
  en: `The hub is overloaded. Try again in ${RETRY_AFTER} seconds.`,
};

/** Sheds requests before anything is done for them; whether the hub lives can always be asked. */
export async function shedOverload(
  server: FastifyInstance,
  { eventLoopDelay, underWay }: OverloadOptions,
): Promise<void> {
  await server.register(underPressure, {
    maxEventLoopDelay: eventLoopDelay,
    // It measures; what is shed, and how, is decided below.
    pressureHandler: () => undefined,
  });
  const counted = new WeakSet<FastifyRequest>();
  let busy = 0;
  server.addHook('onRequest', async (request, reply) => {
    if (isHealth(request)) return;
    if (busy >= underWay || server.isUnderPressure()) return reply.send(shed(request, reply));
    if (isStream(request)) return;
    counted.add(request);
    busy += 1;
  });
  server.addHook('onResponse', async (request) => {
    if (counted.delete(request)) busy -= 1;
  });
}

function isHealth(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/health/') ?? false;
}

/** Open for hours with nothing to do; streams have a limit of their own. */
function isStream(request: FastifyRequest): boolean {
  return request.routeOptions.url === '/graphql/stream';
}

function shed(request: FastifyRequest, reply: FastifyReply): object {
  void reply.code(503).header('retry-after', RETRY_AFTER);
  return refusalBody(request, 'OVERLOADED', OVERLOADED);
}
