import { rowIdOf } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import { loadIndicators } from '../indicators/indicator.queries.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import { firstOf, lastOf } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import { loadRound, roundsByCode, type RoundRow } from '../rounds/round.queries.js';
import { unitByCode, type UnitRow } from '../units/unit.queries.js';
import { exportRequest, type Askable, type ExportRequest } from './export-request.js';
import type { At } from './progress-export.queries.js';

/**
 * What a download is asked for.
 * @param query the parameters of the address.
 * @throws RequestError PARAMETERS_INVALID with all that is wrong with them.
 */
export async function readParameters(
  query: Readonly<Record<string, unknown>>,
  format: Askable,
  context: Context,
): Promise<ExportRequest> {
  const indicators = (await loadIndicators(context)).map(({ code }) => code);
  const { request: wanted, problems } = exportRequest(query, format, {
    today: context.today,
    indicators,
  });
  if (problems.length === 0) return wanted;
  const all = (language: keyof Text) => problems.map(({ text }) => text[language]).join(' ');
  throw new RequestError(
    'PARAMETERS_INVALID',
    { vi: all('vi'), en: all('en') },
    { problems: userErrors(problems, context.language) },
  );
}

/**
 * The dates of a download with the unit on each. Rows of restated figures are those of units of today; a document is
 * about the unit that there was on its date, as a page of the console is.
 */
export async function placesOf(
  context: Context,
  wanted: ExportRequest,
  { needsUnit }: Askable,
): Promise<At[]> {
  const at: At[] = [];
  for (const asOf of wanted.dates) {
    const on = wanted.basis === 'CURRENT_UNITS' && !needsUnit ? context.today : asOf;
    at.push({ asOf, unit: wanted.unit === null ? null : await unitOn(context, wanted, on) });
  }
  return at;
}

async function unitOn(
  context: Context,
  { unit: code, kind }: ExportRequest,
  on: LocalDate,
): Promise<UnitRow> {
  const unit = code === null ? null : await unitByCode(context, code, kind, on);
  if (unit) return unit;
  throw new RequestError('NOT_FOUND', {
    vi: `Ngày ${on} không có đơn vị nào mang mã ${code}. Hãy kiểm tra unit, kind và asOf.`,
    en: `On ${on} no unit has the code ${code}. Check unit, kind and asOf.`,
  });
}

/**
 * The round with a code or an id.
 * @throws RequestError NOT_FOUND, or AMBIGUOUS_CODE when several units called a round of the code.
 */
export async function roundAsked(context: Context, asked: string): Promise<RoundRow> {
  const id = rowIdOf('ReportingRound', asked);
  const byId = id === null ? null : await loadRound(context, id);
  if (byId) return byId;
  const [found, ...others] = await roundsByCode(context.database, asked);
  if (found && others.length === 0) return found;
  throw found
    ? new RequestError('AMBIGUOUS_CODE', {
        vi: `Có ${others.length + 1} đợt báo cáo mang mã ${asked}. Hãy nêu id của đợt thay cho mã.`,
        en: `${others.length + 1} rounds have the code ${asked}. Give the id of the round instead.`,
      })
    : new RequestError('NOT_FOUND', {
        vi: `Không có đợt báo cáo nào mang mã hoặc id ${asked}.`,
        en: `No round has the code or the id ${asked}.`,
      });
}

export function fileName(name: string, { dates, unit, round }: ExportRequest): string {
  const [what, ending] = name.split('.');
  const named = [round, unit].flatMap((each) => (each === null ? [] : [each]));
  const of = named.map((each) => `-${each.replace(/[^\w-]/g, '_')}`).join('');
  const until = dates.length > 1 ? `-to-${lastOf(dates)}` : '';
  return `${what}${of}-${firstOf(dates)}${until}.${ending}`;
}
