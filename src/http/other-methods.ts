import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem, type Refused } from '../execution/refused.js';
import { announcesBody } from './body-time.js';
import { refusalBody } from './refusal-body.js';

/**
 * Answers what no route takes: a method that an address does not have with 405 and the methods that it has,
 * OPTIONS with the same list, and an address that there is not with 404. Programs that open a file ask in
 * these ways before they fetch it, and one that is told “not found” never does.
 *
 * Call it before the routes are registered, and after what answers the preflights of browsers.
 */
export function answerOtherMethods(server: FastifyInstance): void {
  const addresses = new Addresses();
  server.addHook('onRoute', ({ url, method }) => addresses.add(url, [method].flat()));
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const methods = addresses.othersThan(request);
    if (methods.length === 0) return done();
    // Nobody reads the rest of a body that is still coming.
    if (announcesBody(request)) void reply.header('connection', 'close');
    if (request.method !== 'OPTIONS') return void refuseMethod(request, reply, methods);
    void reply.header('allow', allow(methods));
    return void reply.code(204).send();
  });
  // Where pages of other origins may read, what answers preflights has answered already.
  server.addHook('onSend', (request, reply, payload, done) => {
    const isAnswered = request.method === 'OPTIONS' && reply.statusCode === 204;
    if (isAnswered && !reply.hasHeader('allow')) {
      const methods = addresses.methodsOf(pathOf(request));
      if (methods.length > 0) void reply.header('allow', allow(methods));
    }
    done(null, payload);
  });
  server.setNotFoundHandler((request, reply) => {
    // The console takes GET at any address, and hands on what is none of its pages.
    const methods = addresses.othersThan(request);
    return methods.length === 0
      ? refuse(request, reply, NOWHERE)
      : refuseMethod(request, reply, methods);
  });
}

/** The addresses of the hub, each with its methods. */
class Addresses {
  readonly #methods = new Map<string, Set<string>>();

  add(url: string, methods: readonly string[]): void {
    // The console answers every address that there is not with a page that says so.
    if (url === '*' || url === '/*') return;
    const known = this.#methods.get(url) ?? new Set();
    for (const method of methods) known.add(method);
    this.#methods.set(url, known);
  }

  /** The methods of the address of a request, if its own is none of them; else what is wrong is not the method. */
  othersThan(request: FastifyRequest): string[] {
    const methods = this.methodsOf(pathOf(request));
    return methods.includes(request.method) ? [] : methods;
  }

  methodsOf(path: string): string[] {
    const found = [...this.#methods].filter(([url]) => isAt(url, path));
    return [...new Set(found.flatMap(([, methods]) => [...methods]))].sort();
  }
}

/** Whether a path is at the address of a route, in which `:name` is any one part and `*` any rest. */
function isAt(url: string, path: string): boolean {
  const [wanted, given] = [url.split('/'), path.split('/')];
  const rest = wanted.indexOf('*');
  if (rest < 0 ? wanted.length !== given.length : given.length <= rest) return false;
  return wanted
    .slice(0, rest < 0 ? undefined : rest)
    .every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]));
}

function pathOf({ url }: FastifyRequest): string {
  return url.replace(/[?#].*$/, '');
}

function allow(methods: readonly string[]): string {
  return [...methods, 'OPTIONS'].join(', ');
}

/** Says which methods the address has. */
function refuseMethod(
  request: FastifyRequest,
  reply: FastifyReply,
  methods: readonly string[],
): FastifyReply {
  void reply.header('allow', allow(methods));
  return refuse(request, reply, notAllowed(request.method, methods));
}

function notAllowed(method: string, methods: readonly string[]): Refused {
  const all = methods.join(', ');
  return {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    text: {
      vi: `Địa chỉ này không nhận ${method}. Hãy dùng ${all}.`,
      en: `This address does not take ${method}. Use ${all}.`,
    },
  };
}

const NOWHERE: Refused = {
  status: 404,
  code: 'ADDRESS_UNKNOWN',
  text: {
    vi: 'Hệ thống không có địa chỉ này. Các địa chỉ có trong README và clients/README.md.',
    en: 'The hub has no such address. README and clients/README.md list the addresses.',
  },
};

/** In the form of what the address answers otherwise. */
function refuse(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  if (!/^\/graphql(\/|$)/.test(pathOf(request))) return sendProblem(request, reply, refused);
  const { status, code, text } = refused;
  return reply.code(status).send(refusalBody(request, code, text));
}
