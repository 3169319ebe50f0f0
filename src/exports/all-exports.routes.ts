import type { FastifyInstance } from 'fastify';
import type { AdmittingHub } from '../execution/admission.js';
import { catalogRoutes } from './catalog.routes.js';
import { ACCOUNT_NEEDED, figureExportRoutes } from './export.routes.js';
import { frameworkExportRoutes } from './framework-export.routes.js';

/** Everything under `/exports`, and `/catalog`, which names it; each part answers its problems itself. */
export async function exportRoutes(
  server: FastifyInstance,
  options: { hub: () => AdmittingHub; publisher: string | null },
): Promise<void> {
  // Spreadsheets ask for a password when they are told that one is taken. Browsers would ask as well, in
  // front of the console, which has its own sign-in.
  server.addHook('onSend', async ({ headers }, reply) => {
    if (reply.statusCode !== 401 || headers['sec-fetch-mode'] !== undefined) return;
    const bearer = String(reply.getHeader('www-authenticate'));
    if (bearer === ACCOUNT_NEEDED) return;
    void reply.removeHeader('www-authenticate').header('www-authenticate', [bearer, BASIC]);
  });
  await server.register(figureExportRoutes, options);
  await server.register(frameworkExportRoutes, options);
  await server.register(catalogRoutes, options);
}

const BASIC = 'Basic realm="API key as the password", charset="UTF-8"';
