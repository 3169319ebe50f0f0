import { mayOperate, plansSomewhere } from '../auth/policy.js';
import { forbidden } from '../auth/require-viewer.js';
import { rowIdOf } from '../graphql/node.js';
import { loadInstitution } from '../institutions/institution.queries.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import { owingForms, type OwingForm } from '../report-workbooks/owing.queries.js';
import { mayHaveForm, reportFormOf } from '../report-workbooks/report-form.queries.js';
import { formWorkbook } from '../report-workbooks/write-form.js';
import type { Context } from '../request/context.js';
import type { RoundRow } from '../rounds/round.queries.js';
import { RequestError } from '../shared/errors.js';
import { zipped } from '../shared/zip.js';
import type { UnitRow } from '../units/unit.queries.js';
import { roundAsked } from './asked-export.queries.js';
import { once } from './export-format.js';
import type { ExportRequest } from './export-request.js';

/** The most forms in a zip: what is made in a minute. */
const MOST_FORMS = 1000;

/**
 * The form of one institution in a round, as a workbook.
 * @throws RequestError NOT_FOUND, or FORBIDDEN for who neither reports for it, decides on it, plans nor operates.
 */
export async function reportForm(
  context: Context,
  { round: asked, institution: id }: ExportRequest,
): Promise<AsyncIterable<Uint8Array>> {
  const { database, viewer, today, language } = context;
  const institutionId = rowIdOf('Institution', id);
  const institution = institutionId && (await loadInstitution(context, institutionId));
  if (!institution) throw noInstitution(id);
  const round = await roundAsked(context, asked ?? '');
  if (!mayHaveForm(viewer, await loadPlace.required(context, institution.id))) throw forbidden();
  const form = await reportFormOf(database, viewer, { round, institution, today });
  if (!form) throw notCalled(institution.code, round.code);
  return once(await formWorkbook(form, language));
}

/**
 * The forms of the institutions of a round that have something to hand in still, as a zip of workbooks.
 * @throws RequestError FORBIDDEN for who neither plans in the unit nor operates, NOT_FOUND, PARAMETERS_INVALID.
 */
export async function reportForms(
  context: Context,
  { round: asked }: ExportRequest,
  unit: UnitRow | null,
): Promise<AsyncIterable<Uint8Array>> {
  const { database, viewer, today } = context;
  if (!plansSomewhere(viewer) && !mayOperate(viewer)) throw forbidden();
  const round = await roundAsked(context, asked ?? '');
  const owing = await owingForms(database, { roundId: round.id, unitId: unit?.id ?? null, today });
  const theirs = owing.filter(({ place }) => mayHaveForm(viewer, place));
  if (theirs.length === 0) throw owing.length > 0 ? forbidden() : NOBODY_OWES;
  if (theirs.length > MOST_FORMS) throw tooMany(theirs.length);
  return zipped(workbooks(context, round, theirs), context.now);
}

async function* workbooks(
  { database, viewer, today, language }: Context,
  round: RoundRow,
  institutions: readonly OwingForm[],
): AsyncGenerator<{ name: string; content: Buffer }> {
  const named = new Set<string>();
  for (const { id, code, place } of institutions) {
    const institution = { id, code, name: place.name };
    const form = await reportFormOf(database, viewer, { round, institution, today });
    if (!form) continue;
    // Two institutions may have one code, each in a system of its own.
    const own = fileName(`${code} ${place.name}`);
    const name = named.has(own) ? `${own} (${id})` : own;
    named.add(own);
    yield { name: `${name}.xlsx`, content: await formWorkbook(form, language) };
  }
}

/** Without the signs that folders or Windows do not take. */
function fileName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, '-')
    .slice(0, 100)
    .trim();
}

function noInstitution(id: string | null): RequestError {
  return new RequestError('NOT_FOUND', {
    vi: `Không có cơ sở nào mang id ${id ?? '(trống)'}. Hãy nêu id trong tham số institution.`,
    en: `No institution has the id ${id ?? '(none)'}. Give its id as the parameter institution.`,
  });
}

function notCalled(institution: string, round: string): RequestError {
  return new RequestError('NOT_FOUND', {
    vi: `Đợt ${round} không gọi cơ sở ${institution}, nên không có phiếu.`,
    en: `The round ${round} does not call the institution ${institution}, so there is no form.`,
  });
}

const NOBODY_OWES = new RequestError('NOT_FOUND', {
  vi: 'Không còn cơ sở nào trong phạm vi này phải nộp báo cáo của đợt này.',
  en: 'No institution there has anything to hand in for this round any more.',
});

function tooMany(count: number): RequestError {
  return new RequestError('PARAMETERS_INVALID', {
    vi: `Có ${count} phiếu; một tệp có nhiều nhất ${MOST_FORMS}. Hãy chọn một đơn vị nhỏ hơn (unit).`,
    en: `There are ${count} forms; a file has at most ${MOST_FORMS}. Choose a smaller unit.`,
  });
}
