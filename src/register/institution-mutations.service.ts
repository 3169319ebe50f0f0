import { mayKeepRegister } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound, reasonProblems } from '../graphql/input-check.js';
import { rowIdOf } from '../graphql/node.js';
import type { Refusal } from '../graphql/user-error.js';
import { importInstitutions } from '../institutions/institution.import.js';
import type { Context } from '../request/context.js';
import { inSpan, type LocalDate } from '../shared/dates.js';
import { loadRound } from '../rounds/round.queries.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import type { ImportedRow } from '../vocabulary/imported-row.js';
import { changeInstitution } from './institution-change.service.js';
import { fileOf, type Cells } from './one-row.js';
import { roundsWithOpenReports } from './register-effect.queries.js';
import type {
  InstitutionChangeInput,
  InstitutionCloseInput,
  InstitutionCodeAddInput,
  InstitutionCreateInput,
  InstitutionReopenInput,
} from './register.inputs.js';
import { recordRow, type RegisterChange } from './row-record.service.js';

type Changed = Promise<Answer<RegisterChange>>;

/**
 * Adds an institution to the register.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function createInstitution(context: Context, input: InstitutionCreateInput): Changed {
  requireViewer(context.viewer);
  const illustrative = input.sourceStatus === 'ILLUSTRATIVE';
  const request = { action: 'institutionCreate', input, publishes: true, illustrative };
  return change(context, request, async (em, at) => {
    const { openedOn = null, acceptLikelyDuplicate } = input;
    const unit = await unitNamed(databaseOf(em), input.unit);
    if (!unit) return refused([notFound('unit')]);
    if (!mayKeepRegister(context.viewer, unit.path)) throw forbidden();
    const wrong = [
      ...reasonProblems(input.reason, ['reason']),
      ...notThereOn(unit, openedOn, 'openedOn'),
    ];
    if (wrong.length > 0) return refused(wrong);
    const cells = {
      ...{ system: input.system ?? '', code: input.code ?? '', opened_on: openedOn },
      ...valuesOf(input),
      ...placeIn(unit),
      special_status: input.specialStatus ?? null,
    };
    const options = { acceptLikelyDuplicates: acceptLikelyDuplicate };
    return recordRow(
      em,
      context,
      {
        ...{ kind: 'INSTITUTIONS', input, institutionId: null, unitIds: [unit.id] },
        ...{ day: openedOn, unfit: isKnown },
      },
      () => importInstitutions(em, fileOf(cells), at, options),
    );
  });
}

/** Changes what is recorded of an institution, from a day on or as a correction. */
export function alterInstitution(context: Context, input: InstitutionChangeInput): Changed {
  return changeInstitution(context, 'institutionChange', input, async (database, _id, own) => {
    const { from: day = null, specialStatus, openedOn } = input;
    const unit = input.unit == null ? null : await unitNamed(database, input.unit);
    const cells = {
      ...codeIn(own),
      ...(day !== null && { changed_on: day }),
      ...(openedOn != null && { opened_on: openedOn }),
      ...valuesOf(input),
      ...(unit && placeIn(unit)),
      ...(specialStatus !== undefined && { special_status: specialStatus }),
    };
    const refusals = [
      ...(input.unit != null && !unit ? [notFound('unit')] : []),
      ...(unit && day !== null ? notThereOn(unit, day, 'from') : []),
      ...lifeReversed(openedOn ?? null, own.closedOn, 'openedOn'),
    ];
    return { cells, day, unitId: unit?.id ?? null, refusals };
  });
}

/** Closes an institution with its last day. */
export function closeInstitution(context: Context, input: InstitutionCloseInput): Changed {
  return changeInstitution(context, 'institutionClose', input, async (database, id, own) => {
    const open = input.acceptOpenReports ? [] : await roundsWithOpenReports(database, id);
    const refusals = [
      ...lifeReversed(own.openedOn, input.lastDay, 'lastDay'),
      ...(open.length > 0 ? [await reportsOpen(context, open)] : []),
    ];
    return { cells: { ...codeIn(own), closed_on: input.lastDay }, day: input.lastDay, refusals };
  });
}

/** Takes the closing of an institution back. */
export function reopenInstitution(context: Context, input: InstitutionReopenInput): Changed {
  return changeInstitution(context, 'institutionReopen', input, (_database, _id, own) => ({
    cells: { ...codeIn(own), closed_on: null },
    options: { reopen: true },
  }));
}

/** Gives an institution a code, beside those that it has or in the place of one. */
export function addCode(context: Context, input: InstitutionCodeAddInput): Changed {
  return changeInstitution(context, 'institutionCodeAdd', input, (_database, _id, own) => {
    const { system, code, from, replaces } = input;
    const other = replaces?.trim()
      ? { replaces_code: replaces }
      : { other_code: own.code, other_system: own.system };
    return { cells: { system, code, code_from: from ?? null, ...other }, day: from ?? null };
  });
}

const codeIn = ({ system, code }: { system: string; code: string }) => ({ system, code });

/** A row is known by its code within its life, so a life that ends before it begins finds nothing. */
function lifeReversed(
  openedOn: LocalDate | null,
  closedOn: LocalDate | null,
  field: string,
): Refusal[] {
  if (openedOn === null || closedOn === null || openedOn <= closedOn) return [];
  return [
    {
      code: 'BEFORE_OPENING',
      field: [field],
      text: {
        vi: `Ngày cuối ${closedOn} trước ngày thành lập ${openedOn}. Hãy sửa một trong hai.`,
        en: `The last day, ${closedOn}, lies before the opening day, ${openedOn}. Correct one of them.`,
      },
    },
  ];
}

export async function unitNamed(database: Database, id: string): Promise<UnitRow | null> {
  const rowId = rowIdOf('AdministrativeUnit', id) ?? 0;
  return (await unitsByIds(database, [rowId])).get(rowId) ?? null;
}

const placeIn = ({ code, kind }: UnitRow): Cells => ({ unit_code: code, unit_kind: kind });

/** The attributes that are said; what is left out or null says nothing. */
function valuesOf({
  name,
  kind,
  levels,
  ownership,
  sourceStatus,
}: Partial<Omit<InstitutionChangeInput, 'id'>>): Cells {
  return {
    name: name ?? undefined,
    kind: kind ?? undefined,
    levels: levels?.join('|'),
    ownership: ownership ?? undefined,
    source_status: sourceStatus ?? undefined,
  };
}

/** A unit is named by its id, and codes are given again: on the day it has to be this one. */
export function notThereOn(unit: UnitRow, day: LocalDate | null, field: string): Refusal[] {
  const there = day === null ? unit.validFrom === null : inSpan(unit, day);
  if (there) return [];
  const days = { vi: `từ ${unit.validFrom ?? '…'} đến ${unit.validTo ?? 'nay'}` };
  const spans = { en: `from ${unit.validFrom ?? '…'} until ${unit.validTo ?? 'today'}` };
  const then = day === null ? { vi: 'trước khi có hồ sơ', en: 'before our records' } : null;
  return [
    {
      code: 'UNIT_UNKNOWN',
      field: [field],
      text: {
        vi: `“${unit.name}” (${unit.code}) có ${days.vi}, không có ${then?.vi ?? `vào ngày ${day}`}. Hãy chọn ngày khác, hoặc đơn vị có vào ngày ấy.`,
        en: `“${unit.name}” (${unit.code}) exists ${spans.en}, not ${then?.en ?? `on ${day}`}. Choose another day, or the unit of that day.`,
      },
    },
  ];
}

/** What looks new may be a row about an institution that has the code already. */
function isKnown({ outcome, subject }: ImportedRow): Refusal[] {
  if (outcome === 'CREATED') return [];
  return [
    {
      code: 'INSTITUTION_KNOWN',
      field: ['code'],
      text: {
        vi: `Cơ sở này đã có trong hồ sơ: ${subject}. Hãy sửa ở trang của cơ sở ấy; nếu là cơ sở khác mang lại mã cũ, hãy ghi ngày thành lập sau ngày cơ sở ấy đóng cửa.`,
        en: `The register has this institution already: ${subject}. Change it on its own page; if another one got the code again, give an opening day after that one closed.`,
      },
    },
  ];
}

async function reportsOpen(context: Context, roundIds: readonly number[]): Promise<Refusal> {
  const rounds = await Promise.all(roundIds.map((id) => loadRound(context, id)));
  const named = (language: 'nameVi' | 'nameEn') =>
    rounds.map((round) => `“${round?.[language] ?? ''}”`).join(', ');
  return {
    code: 'REPORTS_OPEN',
    field: ['acceptOpenReports'],
    text: {
      vi: `Cơ sở còn báo cáo chưa được duyệt trong: ${named('nameVi')}. Hãy duyệt hoặc trả lại trước, hoặc xác nhận rằng vẫn đóng.`,
      en: `The institution has reports that nobody has decided on in: ${named('nameEn')}. Decide on them first, or confirm that it closes all the same.`,
    },
  };
}
