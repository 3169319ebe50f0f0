import { sql } from 'kysely';

/**
 * The SQL condition that a round calls an institution: in this period, on the reference date, it
 * was operating in the round's unit or under it, and a criterion is for its kind. The three
 * parameters are the aliases of the round, the period and the unit of the period.
 */
export function calls(round: string, period: string, unit: string) {
  const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);
  const referenceDate = column(round, 'reference_date');
  return sql<boolean>`${column(period, 'superseded_at')} is null
    and (${column(period, 'valid_from')} is null or ${column(period, 'valid_from')} <= ${referenceDate})
    and (${column(period, 'valid_to')} is null or ${column(period, 'valid_to')} >= ${referenceDate})
    and ${column(unit, 'path')} @> array[${column(round, 'unit_id')}]
    and exists (select from criterion
      where criterion.framework_id = ${column(round, 'framework_id')}
        and ${column(period, 'kind')} = any(criterion.kinds))`;
}
