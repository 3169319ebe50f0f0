import { isDeepStrictEqual } from 'node:util';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { markIllustrative } from '../database/publish.js';
import { OperatorError } from '../shared/errors.js';
import { readEdition } from './edition.js';
import { IndexEdition } from './index-edition.entity.js';

export interface EditionRecorded {
  changed: boolean;
  code: string;
  version: number;
}

/**
 * Records an edition of the index from the text of its file. Call it inside `publish`.
 * @throws OperatorError EDITION_REFUSED with all problems, EDITION_USED when the version is
 * recorded already with another content.
 */
export async function recordEdition(
  em: EntityManager,
  content: string,
  at: Date,
): Promise<EditionRecorded> {
  const { edition, problems } = readEdition(content);
  if (!edition) {
    const lines = problems.map(({ path, reason }) => `  ${path || 'the file'}: ${reason}`);
    throw new OperatorError(
      'EDITION_REFUSED',
      `The edition has ${problems.length} problem(s); nothing was changed.\n${lines.join('\n')}`,
    );
  }
  const { code, version, firstYear, lastYear, sourceStatus } = edition;
  const known = await databaseOf(em)
    .selectFrom('index_edition')
    .select('document')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!known) {
    const row = { code, version, firstYear, lastYear, sourceStatus, document: edition };
    if (sourceStatus === 'ILLUSTRATIVE') await markIllustrative(em);
    await em.insert(IndexEdition, { ...row, recordedAt: at });
    return { changed: true, code, version };
  }
  if (isDeepStrictEqual(known.document, edition)) return { changed: false, code, version };
  throw new OperatorError(
    'EDITION_USED',
    `Version ${version} of ${code} is recorded already and says something else. An edition never changes, because figures rest on it: give the new one version ${version + 1}.`,
  );
}
