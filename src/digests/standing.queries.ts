import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { calledInstitutions, IS_CALLED } from '../exceptions/called-institutions.queries.js';
import type { DigestRound } from '../mail/digest-text.js';
import { DECLINED } from '../mail/outbox.service.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { lineageOf } from '../units/unit.queries.js';

/** How a round stands in the units of an account that plans or reviews there. */
export interface RoundStanding extends DigestRound {
  accountId: number;
  address: string;
}

/**
 * How the rounds stand that are open, or have a report that waits for a decision, for each account that
 * plans or reviews somewhere, has an e-mail and takes digests; by account, then by due date. An institution
 * counts once for an account, whatever rights it has there.
 */
export async function roundStandings(
  database: Database,
  today: LocalDate,
): Promise<RoundStanding[]> {
  const { rows } = await sql<RoundStanding>`
    with standing as materialized (
      select round.id as round_id, place."unitPath" as path, place.kind, status_update.state, own.owing,
        own.excused, own.owing and not own.excused and own.due_on < ${today}::date as overdue,
        (select (max(submitted_at) at time zone 'Asia/Ho_Chi_Minh')::date
          from status_update_revision as one where one.update_id = status_update.id
            and decision is distinct from 'WITHDRAWN') as submitted_on
      from ${calledInstitutions(today)}
      where ${IS_CALLED} and round.opens_on <= ${today}::date
        and (round.closed_at is null and round.closes_on >= ${today}::date or exists (
          select from status_update as one where one.round_id = round.id and one.state = 'SUBMITTED'))
    ), held as materialized (
      select account.id as account_id, account.email as address,
        case when held.role = 'REVIEWER' then held.kinds end as kinds,
        array(${lineageOf(sql.ref('held.unit_id'))}) as unit_ids
      from account join account_grant as held on held.account_id = account.id
      where account.email is not null and account.disabled_at is null
        and held.role in ('PLANNER', 'REVIEWER')
        and coalesce(held.valid_from <= ${today}::date, true)
        and coalesce(held.valid_to >= ${today}::date, true)
        and not 'WEEKLY_DIGEST' = any(${DECLINED})
    )
    select reader.account_id as "accountId", reader.address,
      json_build_object('vi', round.name_vi, 'en', round.name_en) as round,
      round.due_on as "dueOn",
      round.closed_at is null and round.closes_on >= ${today}::date as "isOpen", count(*)::int as called,
      count(*) filter (where not owing)::int as "handedIn",
      count(*) filter (where not owing and submitted_on >= ${addDays(today, -7)}::date)::int
        as "handedInLately",
      count(*) filter (where state = 'SUBMITTED')::int as waiting,
      min(submitted_on) filter (where state = 'SUBMITTED') as "waitingSince",
      count(*) filter (where owing and not excused and state is null)::int as "notBegun",
      count(*) filter (where owing and not excused and state = 'RETURNED')::int as returned,
      count(*) filter (where owing and not excused and state in ('DRAFT', 'WITHDRAWN'))::int
        as drafts,
      count(*) filter (where overdue)::int as overdue,
      count(*) filter (where owing and excused)::int as excused
    from (select distinct account_id, address from held) as reader
    join standing on exists (
      select from held where held.account_id = reader.account_id
        and standing.path && held.unit_ids
        and (held.kinds is null or standing.kind = any(held.kinds)))
    join reporting_round as round on round.id = standing.round_id
    group by reader.account_id, reader.address, round.id
    order by reader.account_id, round.due_on, round.id`.execute(database);
  return rows;
}
