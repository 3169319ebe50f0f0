import { isDeepStrictEqual } from 'node:util';
import { insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { markIllustrative } from '../database/publish.js';
import { OperatorError } from '../shared/errors.js';
import { firstOf } from '../shared/required.js';
import { utf8Text } from '../shared/utf8.js';
import { changesBetween, importedOf, type Imported } from '../vocabulary/imported-row.js';
import { readEdition, type Edition } from './edition.js';
import { IndexEdition } from './index-edition.entity.js';

/**
 * The text of the file of an edition.
 * @throws OperatorError EDITION_REFUSED when it is no UTF-8.
 */
export function editionText(content: Uint8Array): string {
  const text = utf8Text(content);
  if (text !== null) return text;
  throw new OperatorError(
    'EDITION_REFUSED',
    'The edition is not UTF-8 text; open it in an editor that shows its letters as they should be, and save it as UTF-8.',
  );
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
): Promise<Imported> {
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
    .select(['id', 'document'])
    .where('code', '=', code)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!known) {
    const row = { code, version, firstYear, lastYear, sourceStatus, document: edition };
    if (sourceStatus === 'ILLUSTRATIVE') await markIllustrative(em);
    const ids = await insertRowsForIds(em, IndexEdition, [
      { ...row, recordedAt: at, withdrawnAt: null },
    ]);
    return importedEdition(firstOf(ids), edition, true);
  }
  if (isDeepStrictEqual(known.document, edition)) return importedEdition(known.id, edition, false);
  throw new OperatorError(
    'EDITION_USED',
    `Version ${version} of ${code} is recorded already and says something else. An edition never changes, because figures rest on it: give the new one version ${version + 1}.`,
  );
}

/** Takes editions back; they stay as what was known until now. Call it inside `publish`. */
export async function withdrawEditions(
  em: EntityManager,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  await em.nativeUpdate(
    IndexEdition,
    { id: { $in: [...ids] }, withdrawnAt: null },
    { withdrawnAt: at },
  );
}

/** An edition is whole: of its file only what names it is told. */
function importedEdition(id: number, edition: Edition, fresh: boolean): Imported {
  const { code, version, source } = edition;
  const columns = { code, version: String(version), source };
  const row = {
    row: 1,
    ...changesBetween(fresh ? null : columns, columns),
    subjectType: 'IndexEdition',
    subjectId: id,
    subject: `${code} ${version}`,
  };
  return importedOf([row], []);
}
