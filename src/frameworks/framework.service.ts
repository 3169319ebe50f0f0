import type { RequiredEntityData } from '@mikro-orm/core';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { firstOf } from '../shared/required.js';
import { Criterion, type CriterionEntity } from './criterion.entity.js';
import { Framework, type FrameworkEntity } from './framework.entity.js';

/**
 * Records a framework with its criteria in order. It decides to which institutions the pillars
 * apply from its first day on, so the counts of all institutions are brought up to date. Call it
 * inside `publish`.
 * @returns the framework's row id.
 */
export async function recordFramework(
  em: EntityManager,
  framework: RequiredEntityData<FrameworkEntity>,
  criteria: readonly Omit<RequiredEntityData<CriterionEntity>, 'framework' | 'position'>[],
): Promise<number> {
  const database = databaseOf(em);
  const institutions = await database.selectFrom('institution').select('id').execute();
  const ids = institutions.map(({ id }) => id);
  const before = await stepsOfInstitutions(database, ids);
  const frameworkId = firstOf(await insertRowsForIds(em, Framework, [framework]));
  const rows = criteria.map((criterion, position) => ({
    ...criterion,
    framework: frameworkId,
    position,
  }));
  await insertRows(em, Criterion, rows as RequiredEntityData<CriterionEntity>[]);
  await moveCounts(em, before, await stepsOfInstitutions(database, ids));
  return frameworkId;
}
