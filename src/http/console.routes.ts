import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EMBEDDABLE, sendPage, withTags } from './console-page.js';

/** The pages of the console; each may have pages below it. */
const PLACES = [
  ...[
    'target',
    'changes',
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
 * @param options.folder null, or a folder without a build: `/` then leads to GraphiQL.
 * @param options.embeds whether other pages may show a verdict in a frame, which the console then offers.
 */
export async function consoleRoutes(
  server: FastifyInstance,
  { folder, embeds }: { folder: string | null; embeds: boolean },
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
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  // A worker answers for what is at its own address and below.
  server.get('/worker.js', (_request, reply) => reply.sendFile('worker.js'));
  server.get('/favicon.ico', (_request, reply) => reply.redirect('/console/icon.svg', 301));
  const paths = ['/', ...PLACES.flatMap((place) => [`/${place}`, `/${place}/*`])];
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const send = async (request: FastifyRequest, reply: FastifyReply) =>
    embeds ? sendPage(request, reply, withTags(index, [EMBEDDABLE])) : reply.sendFile('index.html');
  for (const path of paths) server.get(path, send);
  // The console says in words that there is no such page; programs get their own answer.
  server.get('/*', (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) return reply.callNotFound();
    return send(request, reply.code(404));
  });
}
