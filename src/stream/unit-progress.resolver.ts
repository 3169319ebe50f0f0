import { Arg, Ctx, ID, Resolver, Subscription } from 'type-graphql';
import { fromGlobalId } from '../graphql/node.js';
import type { Context } from '../request/context.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { once } from './once.js';

@Resolver()
export class UnitProgressStream {
  @Subscription(() => AdministrativeUnitType, {
    nullable: true,
    description:
      'Sends the unit at once, and again whenever the answer to the query changes, for example its `progress`; null while no unit has the id. The answers are server-sent events at `/graphql/stream`.',
    subscribe: once,
  })
  unitProgressChanged(
    @Ctx() context: Context,
    @Arg('unit', () => ID, { description: 'The id of the unit.' }) unit: string,
  ): Promise<UnitRow | null> | null {
    const id = fromGlobalId('AdministrativeUnit', unit);
    return id === null ? null : loadUnit(context, id);
  }
}
