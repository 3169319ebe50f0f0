import { fromGlobalId } from '../graphql/node.js';
import type { Context } from '../request/context.js';
import { RequestError } from '../shared/errors.js';
import { loadUnit, type UnitRow } from './unit.queries.js';

/**
 * @param argument the argument that has the id.
 * @throws RequestError NOT_FOUND when no unit has the id.
 */
export async function unitAsked(context: Context, id: string, argument = 'unit'): Promise<UnitRow> {
  const unitId = fromGlobalId('AdministrativeUnit', id);
  const unit = unitId === null ? null : await loadUnit(context, unitId);
  if (unit) return unit;
  throw new RequestError(
    'NOT_FOUND',
    { vi: `Không có đơn vị ${id}.`, en: `There is no unit ${id}.` },
    { argument },
  );
}
