import { sql, type Expression } from 'kysely';
import type { Database } from '../database/orm.js';
import { calledInstitutions, IS_CALLED, owes } from '../exceptions/called-institutions.queries.js';
import { RETURNED_UNTIL } from '../exceptions/own-days.queries.js';
import type { ChosenMailKind } from '../mail/mail.enums.js';
import { DECLINED, reportsFor } from '../mail/outbox.service.js';
import type { LocalDate } from '../shared/dates.js';
import type { UpdateState } from '../vocabulary/status-update.enums.js';

/** An institution that a round calls and that can hand in today and has not, with who reports for it. */
export interface OwingInstitution {
  id: number;
  name: string;
  state: UpdateState | null;
  opensOn: LocalDate;
  dueOn: LocalDate;
  closesOn: LocalDate;
  /** The latest day on which the last return can have been; null when nothing was returned. */
  returnedOn: LocalDate | null;
  /** Those that can be written to, and the kinds of mails that they do without. */
  accounts: { id: number; address: string; declined: ChosenMailKind[] }[];
}

/**
 * The institutions that owe a report in a round which is open for them, sorted by name.
 * @param among a condition on `place` (where they are today) and `place_then` (on the reference date).
 */
export async function owingIn(
  database: Database,
  roundId: number,
  today: LocalDate,
  among: Expression<unknown> = sql`true`,
): Promise<OwingInstitution[]> {
  const { rows } = await sql<OwingInstitution>`
    select institution.id, place.name, status_update.state, round.opens_on as "opensOn",
      own.due_on as "dueOn", own.closes_on as "closesOn",
      ${RETURNED_UNTIL} - round.return_days as "returnedOn",
      coalesce((select json_agg(json_build_object('id', account.id, 'address', account.email,
          'declined', ${DECLINED}) order by account.id)
        from account where ${reportsFor(sql`institution.id`, today)}), '[]') as accounts
    from ${calledInstitutions(today)}
    join institution on institution.id = called.institution_id
    where round.id = ${roundId} and ${IS_CALLED} and ${owes(today)}
      and own.phase = 'OPEN' and ${among}
    order by place."sortName" collate "C", institution.id`.execute(database);
  return rows;
}
