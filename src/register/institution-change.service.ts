import { sql } from 'kysely';
import { mayKeepRegister } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { notFound, reasonProblems } from '../graphql/input-check.js';
import { rowIdOf } from '../graphql/node.js';
import type { Refusal } from '../graphql/user-error.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import type { InstitutionImportOptions } from '../institutions/institution-row.js';
import { importCampuses } from '../institutions/campus.import.js';
import { importInstitutions } from '../institutions/institution.import.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import type { Imported, ImportedRow } from '../vocabulary/imported-row.js';
import { versionsOf } from './institution-version.queries.js';
import { fileOf, type Cells } from './one-row.js';
import { recordRow, type RegisterChange } from './row-record.service.js';

interface RegisterInput {
  id: string;
  version: number;
  reason: string;
  preview: boolean;
  idempotencyKey?: string | null;
}

/** A code by which the institution is found in a row. */
interface OwnCode {
  system: string;
  code: string;
  /** The life of the institution, as it is recorded. */
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
}

/** What is to be recorded of an institution. */
interface Said {
  cells: Cells;
  options?: InstitutionImportOptions;
  day?: LocalDate | null;
  /** The row id of a unit to which it goes. */
  unitId?: number | null;
  /** What is wrong with the input already. */
  refusals?: Refusal[];
  /** What else the row must not come to. */
  unfit?: (row: ImportedRow) => Refusal[];
}

/** What a row may describe of an institution. */
type OfInstitution = 'INSTITUTIONS' | 'CAMPUSES';

const WRITERS: Record<
  OfInstitution,
  (
    em: EntityManager,
    file: Uint8Array,
    at: Date,
    options?: InstitutionImportOptions,
  ) => Promise<Imported>
> = {
  INSTITUTIONS: importInstitutions,
  CAMPUSES: (em, file, at) => importCampuses(em, file, at),
};

/**
 * Runs a change of a recorded institution: finds it, checks the rights and the version, and records
 * what is said as a row of a file.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function changeInstitution(
  context: Context,
  action: string,
  input: RegisterInput & { sourceStatus?: string | null },
  say: (database: Database, id: number, own: OwnCode) => Promise<Said> | Said,
  kind: OfInstitution = 'INSTITUTIONS',
): Promise<Answer<RegisterChange>> {
  requireViewer(context.viewer);
  const illustrative = input.sourceStatus === 'ILLUSTRATIVE';
  const request = { action, input, publishes: true, illustrative };
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const id = rowIdOf('Institution', input.id) ?? 0;
    const place = (await placesOf(database, [id], context.today)).get(id);
    const own = place && (await codeOf(database, id));
    if (!own) return refused([notFound('id')]);
    if (!mayKeepRegister(context.viewer, place.unitPath)) throw forbidden();
    const present = (await versionsOf(database, [id])).get(id) ?? 0;
    if (present !== input.version) {
      const subject = { subjectType: 'Institution', subjectId: id };
      return refused([await conflictWith(database, { ...subject, present, seen: input.version })]);
    }
    const said = await say(database, id, own);
    const { cells, options, day = null, unitId, refusals = [], unfit = () => [] } = said;
    const wrong = [...reasonProblems(input.reason, ['reason']), ...refusals];
    if (wrong.length > 0) return refused(wrong);
    const unitIds = [...(await unitsEverOf(database, id)), ...(unitId ? [unitId] : [])];
    return recordRow(
      em,
      context,
      {
        ...{ kind, input, institutionId: id, unitIds, day },
        unfit: (row) => [...isOther(id, row), ...unfit(row)],
      },
      () => WRITERS[kind](em, fileOf(cells), at, options),
    );
  });
}

/** A code that was given again may lead to the institution that has it now. */
const isOther = (id: number, row: ImportedRow): Refusal[] =>
  row.trail?.institutionId === id
    ? []
    : [
        {
          code: 'CODE_AMBIGUOUS',
          field: ['id'],
          text: {
            vi: `Mã của cơ sở này nay là của “${row.subject}”. Hãy nhập thay đổi bằng tệp, với ngày thay đổi.`,
            en: `The code of this institution is that of “${row.subject}” now. Import the change from a file, with the day of the change.`,
          },
        },
      ];

/** The present code of an institution, or its last one; null when it is not in the register any more. */
export async function codeOf(database: Database, id: number): Promise<OwnCode | null> {
  const found = await sql<OwnCode>`
    select used.system, used.code, institution.opened_on as "openedOn",
      institution.closed_on as "closedOn"
    from institution_code as used
    join institution on institution.id = used.institution_id
    where used.institution_id = ${id} and used.superseded_at is null
    order by used.code = institution.code desc, used.valid_to desc nulls first, used.id desc
    limit 1`.execute(database);
  return found.rows[0] ?? null;
}

async function unitsEverOf(database: Database, id: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select distinct unit_id as id from institution_period
    where institution_id = ${id} and superseded_at is null and unit_id is not null`.execute(
    database,
  );
  return found.rows.map((row) => row.id);
}
