import { PassThrough, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BodyTooSlowError } from '../request/body-too-slow-error.js';
import { whenGone } from '../request/gone.js';
import type { WaitingTimes } from './waiting-times.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the body of a request may take to arrive, in milliseconds. */
    bodyTime?: number;
  }
}

/**
 * Gives each body a time to arrive, and a shorter one in which something of it has to. One that is too
 * slow fails with `BodyTooSlowError`, which is answered with 408; if there is an answer already, the
 * connection is closed.
 */
export function limitBodies(server: FastifyInstance, { body, idle }: WaitingTimes): void {
  server.addHook('preParsing', (request, reply, payload, done) => {
    if (!announcesBody(request)) return done(null, payload);
    // Node hands a request over before it reads on; most bodies came with their head, and are here then.
    setImmediate(() => {
      if (request.raw.complete !== false) return done(null, payload);
      const whole = request.routeOptions.config.bodyTime ?? body;
      done(null, within({ whole, idle: Math.min(idle, whole) }, request, reply));
    });
  });
}

/** Whether a request says that it has a body. */
export function announcesBody({ headers }: FastifyRequest): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** The body of a request, as it comes, for so long. */
function within(
  { whole, idle }: { whole: number; idle: number },
  request: FastifyRequest,
  reply: FastifyReply,
): Readable {
  const source = request.raw;
  const body = new PassThrough();
  // Whoever reads it is told; maybe nobody does.
  body.on('error', () => undefined);
  const stop = () => {
    clearTimeout(wholeTimer);
    clearTimeout(idleTimer);
  };
  const giveUp = () => {
    if (reply.raw.headersSent || body.destroyed) return void source.socket.destroy();
    body.destroy(new BodyTooSlowError());
    idleTimer.refresh();
  };
  const wholeTimer = setTimeout(giveUp, whole).unref();
  const idleTimer = setTimeout(() => {
    // The hub itself is slow in writing it down.
    if (body.writableNeedDrain && !reply.raw.headersSent) idleTimer.refresh();
    else giveUp();
  }, idle).unref();
  source.on('data', () => idleTimer.refresh());
  source.once('end', stop);
  source.once('error', (error) => body.destroy(error));
  source.once('close', () => {
    stop();
    if (!source.readableEnded) body.destroy(new Error('the connection was closed'));
  });
  source.pipe(body);
  whenGone(request, reply, () => {
    if (source.readableEnded) return;
    // The answer came before the end of the body: the rest is thrown away.
    source.unpipe(body);
    source.resume();
  });
  return body;
}
