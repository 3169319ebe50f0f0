import type { FastifyInstance } from 'fastify';
import type { AdmittingHub } from '../execution/admission.js';
import { figureExportRoutes } from './export.routes.js';
import { frameworkExportRoutes } from './framework-export.routes.js';

/** Everything under `/exports`; each part answers its problems itself. */
export async function exportRoutes(
  server: FastifyInstance,
  options: { hub: () => AdmittingHub },
): Promise<void> {
  await server.register(figureExportRoutes, options);
  await server.register(frameworkExportRoutes, options);
}
