import { isDeepStrictEqual } from 'node:util';
import { insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { markIllustrative } from '../database/publish.js';
import { FileRefused, type PlacedProblem } from '../shared/file-refused.js';
import { firstOf } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import { utf8Text } from '../shared/utf8.js';
import { changesBetween, importedOf, type Imported } from '../vocabulary/imported-row.js';
import { readEdition, type Edition } from './edition.js';
import { IndexEdition } from './index-edition.entity.js';

/**
 * The text of the file of an edition.
 * @throws FileRefused EDITION_REFUSED when it is no UTF-8.
 */
export function editionText(content: Uint8Array): string {
  const text = utf8Text(content);
  if (text !== null) return text;
  throw refused('EDITION_REFUSED', [{ path: '', text: NO_UTF8 }]);
}

/**
 * Records an edition of the index from the text of its file. Call it inside `publish`.
 * @throws FileRefused EDITION_REFUSED with all problems, EDITION_USED when the version is
 * recorded already with another content.
 */
export async function recordEdition(
  em: EntityManager,
  content: string,
  at: Date,
): Promise<Imported> {
  const { edition, problems } = readEdition(content);
  if (!edition) throw refused('EDITION_REFUSED', problems);
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
  throw refused('EDITION_USED', [{ path: 'version', text: used(code, version) }]);
}

const refused = (code: string, problems: readonly PlacedProblem[]) =>
  new FileRefused(code, 'The edition', problems);

const NO_UTF8: Text = {
  vi: 'không phải là văn bản UTF-8; hãy mở bằng chương trình hiện đúng chữ, rồi lưu lại dạng UTF-8.',
  en: 'is not UTF-8 text; open it in an editor that shows its letters as they should be, and save it as UTF-8.',
};

const used = (code: string, version: number): Text => ({
  vi: `Phiên bản ${version} của ${code} đã được ghi với nội dung khác. Một phiên bản không bao giờ thay đổi, vì số liệu dựa vào đó: hãy đặt phiên bản mới là ${version + 1}.`,
  en: `Version ${version} of ${code} is recorded already and says something else. An edition never changes, because figures rest on it: give the new one version ${version + 1}.`,
});

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
