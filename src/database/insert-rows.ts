import type { EntityName, RequiredEntityData } from '@mikro-orm/core';
import type { EntityManager } from './orm.js';

/** PostgreSQL takes at most 65,535 parameters a statement. */
const ROWS_PER_STATEMENT = 1000;

/** Draws ids for rows that are about to be inserted, for tables whose key is a serial `id`. */
export async function drawIds<Entity extends object>(
  em: EntityManager,
  entity: EntityName<Entity>,
  count: number,
): Promise<number[]> {
  const rows = await em.execute<{ id: number }[]>(
    `select nextval(pg_get_serial_sequence(?, 'id'))::int as id from generate_series(1, ?)`,
    [em.getMetadata(entity).tableName, count],
  );
  return rows.map(({ id }) => id);
}

/** Inserts any number of rows in few statements. */
export async function insertRows<Entity extends object>(
  em: EntityManager,
  entity: EntityName<Entity>,
  rows: readonly RequiredEntityData<Entity>[],
  report: (done: number) => void = () => undefined,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_PER_STATEMENT);
    await em.insertMany(entity, [...chunk]);
    report(start + chunk.length);
  }
}

/** The same for rows whose ids are needed, in their order. */
export async function insertRowsForIds<Entity extends { id: number }>(
  em: EntityManager,
  entity: EntityName<Entity>,
  rows: readonly RequiredEntityData<Entity>[],
): Promise<number[]> {
  const ids = await drawIds(em, entity, rows.length);
  await insertRows(
    em,
    entity,
    rows.map((row, index) => ({ ...row, id: ids[index] })),
  );
  return ids;
}
