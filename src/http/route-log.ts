import Fastify, { type FastifyRequest } from 'fastify';

/** What Fastify logs by itself, without the addresses that its own sentences name. */
export class RouteLog extends Fastify.LogController {
  override routeNotFound({ log, method }: FastifyRequest): void {
    log.info({ method }, 'there is no such route');
  }
}
