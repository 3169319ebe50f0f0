import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import { spanCovers } from '../units/unit.queries.js';

/** Of which time data of one kind tells, and since when it is published; null while there is none. */
export interface Coverage {
  /** The first day that it tells of. */
  from: LocalDate | null;
  issuedAt: Date | null;
}

export interface Covered {
  institutions: Coverage;
  /** Progress and levels both rest on what was approved. */
  reports: Coverage;
  /** The provinces in which institutions are today. */
  provinces: { code: string; name: string; nameEn: string | null }[];
}

/** What the data of the hub is about, as the public may know it. */
export async function loadCovered(database: Database, today: LocalDate): Promise<Covered> {
  const { rows: ofInstitutions } = await sql<Stored>`
    select min(valid_from) as "from", min(recorded_at) as "issuedAt" from institution_period`.execute(
    database,
  );
  const { rows: ofReports } = await sql<Stored>`
    select min(round.reference_date) as "from", min(revision.decided_at) as "issuedAt"
    from status_update_revision as revision
    join status_update on status_update.id = revision.update_id
    join reporting_round as round on round.id = status_update.round_id
    left join approval_taken_back as taken on taken.revision_id = revision.id
    where revision.decision = 'APPROVED' and taken.revision_id is null`.execute(database);
  const { rows: provinces } = await sql<Covered['provinces'][number]>`
    select distinct province.code, province.name, province.name_en as "nameEn"
    from institution_period as period
    join administrative_unit as unit on unit.id = period.unit_id
    join administrative_unit as province on province.id = unit.path[1]
    where period.superseded_at is null
      and ${spanCovers('period.valid_from', 'period.valid_to', today)}
      and ${spanCovers('province.valid_from', 'province.valid_to', today)}
    order by province.code`.execute(database);
  const institutions = coverageOf(firstOf(ofInstitutions));
  return { institutions, reports: coverageOf(firstOf(ofReports)), provinces };
}

/** As the statement gives it: a moment as a text. */
interface Stored {
  from: LocalDate | null;
  issuedAt: string | null;
}

function coverageOf({ from, issuedAt }: Stored): Coverage {
  return { from, issuedAt: issuedAt === null ? null : new Date(issuedAt) };
}
