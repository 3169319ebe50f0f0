import { sql } from 'kysely';

/**
 * The SQL condition that a round calls an institution: in this period, on the reference date, it
 * was operating in the round's unit or under it, and one of its frameworks asks something of its kind. The three
 * parameters are the aliases of the round, the period and the unit of the period.
 */
export function calls(round: string, period: string, unit: string) {
  const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);
  const referenceDate = column(round, 'reference_date');
  return sql<boolean>`${column(period, 'superseded_at')} is null
    and (${column(period, 'valid_from')} is null or ${column(period, 'valid_from')} <= ${referenceDate})
    and (${column(period, 'valid_to')} is null or ${column(period, 'valid_to')} >= ${referenceDate})
    and ${column(unit, 'path')} @> array[${column(round, 'unit_id')}]
    and exists (select from reporting_round_framework as asked
      join framework on framework.id = asked.framework_id
      where asked.round_id = ${column(round, 'id')}
        and ${column(period, 'kind')} = any(framework.kinds))`;
}

/** The SQL of the row ids of the frameworks of a round, in order; the parameter is its alias. */
export const frameworksOfRound = (round: string) => sql<number[]>`
  array(select framework_id from reporting_round_framework
    where round_id = ${sql.ref(`${round}.id`)} order by position)`;
