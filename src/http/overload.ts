import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readiness } from '../health/readiness.js';
import { whenGone } from '../request/gone.js';
import { networkOf } from '../shared/network-of.js';
import { Places, type GiveBack } from '../shared/places.js';
import type { Text } from '../shared/text.js';
import { announcesBody } from './body-time.js';
import { refusalBody } from './refusal-body.js';
import { Refusals } from './refusals.js';

export interface OverloadOptions {
  /** How late the event loop may run on average, in milliseconds. */
  eventLoopDelay: number;
  /** How many requests may be under way at once. */
  underWay: number;
  /** How many of them one address may have; half unless it is said. */
  ofAddress?: number;
}

/**
 * Beyond these the hub answers everybody late, or not at all. Half of all for one address is enough
 * for every school behind one, as is the case in a closed network, and leaves the other half.
 */
export const OVERLOAD: OverloadOptions = { eventLoopDelay: 1000, underWay: 1000, ofAddress: 500 };

/** In seconds. */
const RETRY_AFTER = 5;

/**
 * How long the work for a request whose connection has closed may keep its place, in milliseconds:
 * longer than a request has.
 */
const PATIENCE = 15_000;

const OVERLOADED: Text = {
  vi: `Hệ thống đang quá tải. Hãy thử lại sau ${RETRY_AFTER} giây.`,
  en: `The hub is overloaded. Try again in ${RETRY_AFTER} seconds.`,
};

const TOO_MANY: Text = {
  vi: `Quá nhiều yêu cầu từ địa chỉ này đang được xử lý cùng lúc. Hãy thử lại sau ${RETRY_AFTER} giây.`,
  en: `Too many requests of this address are under way at once. Try again in ${RETRY_AFTER} seconds.`,
};

/** The place of a request. */
interface Held {
  giveBack: GiveBack;
  /** Whether something is being done for it. */
  working: boolean;
  /** Whether nobody waits for the answer any more. */
  gone: boolean;
}

/**
 * Sheds requests before anything is done for them; whether the hub lives can always be asked. A request
 * has its place until it is answered, or its connection has closed and what was begun for it is over.
 */
export async function shedOverload(
  server: FastifyInstance,
  { eventLoopDelay, underWay, ofAddress }: OverloadOptions,
  readiness: Readiness,
): Promise<void> {
  await server.register(underPressure, {
    maxEventLoopDelay: eventLoopDelay,
    // It measures; what is shed, and how, is decided below.
    pressureHandler: () => undefined,
  });
  const places = new Places(underWay, ofAddress);
  const overload = new Refusals(server.log, 'the hub is overloaded');
  const greed = new Refusals(server.log, 'an address has too many requests under way');
  const held = new WeakMap<FastifyRequest, Held>();
  readiness.add('the load', () => (overload.goOn ? OVERLOADED_NOW : null));
  server.addHook('onClose', async () => [overload, greed].forEach((each) => each.end()));

  server.addHook('onRequest', (request, reply, done) => {
    if (isHealth(request)) return done();
    if (places.areFull || server.isUnderPressure()) {
      overload.note();
      return void shed(request, reply, 503, 'OVERLOADED', OVERLOADED);
    }
    if (isStream(request)) return done();
    const giveBack = places.take(networkOf(request.address));
    if (typeof giveBack === 'string') {
      greed.note({ address: request.address });
      return void shed(request, reply, 429, 'TOO_MANY_AT_ONCE', TOO_MANY);
    }
    const place: Held = { giveBack, working: false, gone: false };
    held.set(request, place);
    whenGone(request, reply, () => leave(place));
    done();
  });
  server.addHook('preHandler', (request, _reply, done) => {
    const place = held.get(request);
    if (place) place.working = true;
    done();
  });
  server.addHook('onSend', (request, _reply, payload, done) => {
    const place = held.get(request);
    if (place) stopWorking(place);
    done(null, payload);
  });
}

const OVERLOADED_NOW = 'the hub is overloaded and refuses requests';

/** Work that goes on for nobody is still a load, as long as it ends in time. */
function leave(place: Held): void {
  place.gone = true;
  if (!place.working) return place.giveBack();
  setTimeout(place.giveBack, PATIENCE).unref();
}

function stopWorking(place: Held): void {
  place.working = false;
  if (place.gone) place.giveBack();
}

/** Whoever watches the hub asks above all while something is wrong. */
function isHealth({ routeOptions: { url } }: FastifyRequest): boolean {
  return url === '/metrics' || (url?.startsWith('/health/') ?? false);
}

/** Open for hours with nothing to do; streams have a limit of their own. */
function isStream(request: FastifyRequest): boolean {
  return request.routeOptions.url === '/graphql/stream';
}

function shed(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  text: Text,
): FastifyReply {
  // Nobody reads the rest of a body that is still coming.
  if (announcesBody(request)) void reply.header('connection', 'close');
  void reply.code(status).header('retry-after', RETRY_AFTER);
  return reply.send(refusalBody(request, code, text));
}
