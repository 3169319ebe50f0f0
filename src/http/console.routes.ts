import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the pages of the console are; each may have more below it. */
const PLACES = ['institutions', 'workforce', 'reports', 'review', 'operations', 'sign-in'];

/**
 * The console at `/`, from the files that its build made; nothing is fetched from elsewhere. What the
 * address says after the place is read by the page itself.
 * @param folder null, or a folder without a build: `/` leads to GraphiQL then.
 */
export async function consoleRoutes(
  server: FastifyInstance,
  { folder }: { folder: string | null },
): Promise<void> {
  if (folder === null || !existsSync(join(folder, 'index.html'))) {
    server.get('/', (_request, reply) => reply.redirect('/graphiql'));
    return;
  }
  await server.register(fastifyStatic, {
    root: folder,
    prefix: '/console/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    // The names of the assets hold their hashes; the page that names them is asked for each time.
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const paths = ['/', ...PLACES.flatMap((place) => [`/${place}`, `/${place}/*`])];
  for (const path of paths) server.get(path, (_request, reply) => reply.sendFile('index.html'));
}
