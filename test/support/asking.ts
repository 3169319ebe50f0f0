import type { EntityManager } from '../../src/database/orm.js';

/** Lets rounds that were added by hand, and ask nothing yet, ask the first framework. */
export async function askTheFirst(em: Pick<EntityManager, 'execute'>): Promise<void> {
  await em.execute(
    `insert into reporting_round_framework (round_id, framework_id, position)
     select round.id, (select min(id) from framework), 0 from reporting_round as round
     where not exists (select from reporting_round_framework as asked where asked.round_id = round.id)`,
  );
}
