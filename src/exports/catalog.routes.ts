import type { FastifyInstance } from 'fastify';
import type { AdmittingHub } from '../execution/admission.js';
import { answerProblems } from '../execution/refused.js';
import { allFrameworks } from '../frameworks/framework.queries.js';
import { admitted } from './admitted.js';
import { catalogOf, type CatalogFramework } from './catalog.js';
import { loadCovered } from './catalog.queries.js';
import { FORMATS } from './export.queries.js';
import { FRAMEWORK_MEDIA_TYPES } from './framework-export.routes.js';
import { sendContent } from './send-content.js';

/** What the hub offers for download, for catalogues of open data: `/catalog`, DCAT 3 as JSON-LD. */
export async function catalogRoutes(
  server: FastifyInstance,
  { hub, publisher }: { hub: () => AdmittingHub; publisher: string | null },
): Promise<void> {
  server.setErrorHandler(answerProblems(hub().logger, () => null, 'the catalog could not be made'));
  server.get('/catalog', async (request, reply) => {
    const context = await admitted(request, reply, hub());
    const { database, licence, today } = context;
    const { publishedAt, illustrative } = await context.publication();
    const catalog = catalogOf({
      base: `${request.protocol}://${request.host}`,
      publisher,
      licence,
      publishedAt,
      illustrative,
      covered: await loadCovered(database, today),
      // What is made for one unit is no data set.
      files: FORMATS.filter(({ isOffice, needsUnit }) => !isOffice && !needsUnit),
      frameworks: (await allFrameworks(database)).map(catalogued),
    });
    return sendContent(request, reply, context, {
      content: JSON.stringify(catalog),
      type: 'application/ld+json; charset=utf-8',
      isText: true,
    });
  });
}

type StoredFramework = Awaited<ReturnType<typeof allFrameworks>>[number];

function catalogued({
  definition: _,
  sourceStatus,
  ...framework
}: StoredFramework): CatalogFramework {
  const { code, version } = framework;
  const files = Object.entries(FRAMEWORK_MEDIA_TYPES).map(([ending, mediaType]) => ({
    name: `frameworks/${code}-${version}.${ending}`,
    mediaType,
  }));
  return { ...framework, isIllustrative: sourceStatus === 'ILLUSTRATIVE', files };
}
