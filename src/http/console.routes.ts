import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LinkPreview, PageAsked, Previewing } from '../request/page-preview.js';
import { addVary } from '../shared/vary.js';
import { withoutPageHeaders } from './security-headers.js';
import { EMBEDDABLE, sendPage, withPreview, withTags } from './console-page.js';

/** The pages of the console; each may have pages below it. */
const PLACES = [
  ...[
    'target',
    'changes',
    'map',
    'compare',
    'institutions',
    'workforce',
    'reports',
    'receipts',
    'review',
    'operations',
    'home',
    'account',
    'sign-in',
  ],
  ...['password', 'forgotten-password', 'invitation', 'new-password'],
];

/** The pages that tell of one unit on a day, which their address names. */
const ABOUT_A_UNIT = ['/', '/target', '/changes'];

export interface ConsoleOptions {
  /** Null, or a folder without a build: `/` then leads to GraphiQL. */
  folder: string | null;
  /** The origins whose pages may show a verdict in a frame; where there are any, the console offers it. */
  embedOrigins: readonly string[];
  preview: Previewing;
}

/** Search engines may show the console; what answers programs is no page, and each file is made anew. */
const ROBOTS = `User-agent: *
Disallow: /graphql
Disallow: /exports/
Disallow: /evidence/
Disallow: /health/
`;

/**
 * Serves the console at `/` from its build, without files of other hosts. The page itself reads the
 * rest of the address.
 * Crawlers and browsers find what they ask every site for.
 */
export async function consoleRoutes(
  server: FastifyInstance,
  { folder, embedOrigins, preview }: ConsoleOptions,
): Promise<void> {
  server.get('/robots.txt', (_request, reply) => reply.type('text/plain').send(ROBOTS));
  if (folder === null || !existsSync(join(folder, 'index.html'))) {
    // Without a console there is no icon, which is nothing that anybody has to look into.
    server.get('/favicon.ico', (_request, reply) => reply.code(204).send());
    server.get('/', (_request, reply) => reply.redirect('/graphiql'));
    return;
  }
  await server.register(fastifyStatic, {
    root: folder,
    prefix: '/console/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    // The names of the assets contain their hashes; the page that names them is revalidated each
    // time.
    setHeaders: (reply, path) => {
      const isAsset = path.includes('/assets/');
      void reply.header(
        'cache-control',
        isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      if (isAsset) withoutPageHeaders(reply.raw);
    },
  });
  // A worker answers for what is at its own address and below.
  server.get('/worker.js', (_request, reply) => reply.sendFile('worker.js'));
  server.get('/favicon.ico', (_request, reply) => reply.redirect('/console/icon.svg', 301));
  const paths = ['/', ...PLACES.flatMap((place) => [`/${place}`, `/${place}/*`])];
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const page = embedOrigins.length > 0 ? withTags(index, [EMBEDDABLE]) : index;
  const send = async (request: FastifyRequest, reply: FastifyReply, of: LinkPreview | null) => {
    if (!of) return page === index ? reply.sendFile('index.html') : sendPage(request, reply, page);
    addVary(reply, 'Accept-Language');
    const address = `${request.protocol}://${request.host}${request.url}`;
    return sendPage(request, reply, withPreview(page, of, address));
  };
  for (const path of paths.filter((each) => !ABOUT_A_UNIT.includes(each)))
    server.get(path, (request, reply) => send(request, reply, null));
  for (const path of ABOUT_A_UNIT)
    server.get<PageAsked>(path, async (request, reply) =>
      send(request, reply, await preview(request, reply)),
    );
  // The console says in words that there is no such page; programs get their own answer.
  server.get('/*', (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) return reply.callNotFound();
    return send(request, reply.code(404), null);
  });
}
