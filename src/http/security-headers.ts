import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Helmet's header fields are the same for every answer, so they are made once. */
function securityHeaders(): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: true,
      // GraphiQL uses inline styles; plain HTTP on a closed network must stay plain HTTP.
      directives: { 'style-src': ["'self'", "'unsafe-inline'"], 'upgrade-insecure-requests': null },
    },
    hsts: false,
  });
  set(request, response, () => undefined);
  return Object.fromEntries(
    response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]),
  );
}

/** What browsers look for on a page, and on nothing that a page is made of. */
const OF_PAGES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/**
 * Leaves out of the answer of a script or a style what is about pages: half a kilobyte of header fields with each of
 * the forty files of a first view, a tenth of all that it brings.
 */
export function withoutPageHeaders(response: ServerResponse): void {
  for (const name of OF_PAGES) response.removeHeader(name);
}

/**
 * Sets what every answer says, whoever makes it: the security headers, and for a refusal that nobody may
 * keep it, so that no cache on the way repeats it when it has ended.
 */
export function setCommonHeaders(server: FastifyInstance): void {
  const security = Object.entries(securityHeaders());
  // On what streams answer with as well.
  server.addHook('onRequest', async (_request, reply) => {
    for (const [name, value] of security) reply.raw.setHeader(name, value);
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    const told = String(reply.getHeader('cache-control') ?? '');
    if (reply.statusCode >= 400 && !told.includes('no-store'))
      void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
