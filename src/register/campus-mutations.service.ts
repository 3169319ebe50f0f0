import { mayKeepRegister } from '../auth/policy.js';
import { forbidden } from '../auth/require-viewer.js';
import type { Answer } from '../changes/change.service.js';
import type { Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { recordedCodes } from '../institutions/code-holder.queries.js';
import { usedAround } from '../institutions/codes.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { ImportedRow } from '../vocabulary/imported-row.js';
import type { CampusAddInput, CampusChangeInput } from './campus.inputs.js';
import { changeInstitution } from './institution-change.service.js';
import { notThereOn, unitNamed } from './institution-mutations.service.js';
import type { Cells } from './one-row.js';
import type { RegisterChange } from './row-record.service.js';

type Changed = Promise<Answer<RegisterChange>>;

/** Adds a campus to an institution. */
export function addCampus(context: Context, input: CampusAddInput): Changed {
  return changeInstitution(
    context,
    'campusAdd',
    input,
    async (database, id) => {
      const { code, name, from = null } = input;
      const day = from ?? context.today;
      const unit = await unitKept(context, database, input.unit);
      const cells = {
        ...(await institutionIn(database, id, day)),
        ...{ code, name, system: input.system ?? undefined, valid_from: from },
        unit_code: unit?.code ?? null,
      };
      const refusals = unit ? notThereOn(unit, day, 'from') : [notFound('unit')];
      return { cells, refusals, unfit: isKnown };
    },
    'CAMPUSES',
  );
}

/** Changes what is recorded of a campus; its last day closes it. */
export function changeCampus(context: Context, input: CampusChangeInput): Changed {
  return changeInstitution(
    context,
    'campusChange',
    input,
    async (database, id) => {
      const { code, system, name, from, lastDay } = input;
      const day = from ?? lastDay ?? context.today;
      const unit = input.unit == null ? null : await unitKept(context, database, input.unit);
      const cells = {
        ...(await institutionIn(database, id, day)),
        ...{ code, system, name: name ?? undefined, valid_from: from ?? undefined },
        ...{ valid_to: lastDay, unit_code: unit?.code },
      };
      const refusals = input.unit != null && !unit ? [notFound('unit')] : [];
      return { cells, refusals, unfit: isUnknown };
    },
    'CAMPUSES',
  );
}

/** By a code of the day on which the row looks for it. */
async function institutionIn(database: Database, id: number, day: LocalDate): Promise<Cells> {
  const codes = (await recordedCodes(database, [id])).get(id) ?? [];
  const [used] = usedAround(codes, day);
  return { institution_code: used?.code, institution_system: used?.system };
}

/** A campus may lie in a unit that somebody else keeps. */
async function unitKept(context: Context, database: Database, id: string): Promise<UnitRow | null> {
  const unit = await unitNamed(database, id);
  if (unit && !mayKeepRegister(context.viewer, unit.path)) throw forbidden();
  return unit;
}

function isKnown({ outcome, subject }: ImportedRow): Refusal[] {
  if (outcome === 'CREATED') return [];
  return [
    {
      code: 'CODE_TAKEN',
      field: ['code'],
      text: {
        vi: `Cơ sở này đã có phân hiệu, điểm trường mang mã ấy: ${subject}. Hãy sửa phân hiệu đó, hoặc ghi mã khác.`,
        en: `The institution has a campus of this code already: ${subject}. Change that campus, or give another code.`,
      },
    },
  ];
}

const isUnknown = ({ outcome }: ImportedRow): Refusal[] =>
  outcome === 'CREATED' ? [notFound('code')] : [];
