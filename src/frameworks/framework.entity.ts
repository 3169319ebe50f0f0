import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { keepsVersions } from '../database/row-versions.js';
import { tellsChanges } from '../database/tells-changes.js';
import { SourceStatus } from '../vocabulary/source-status.js';

/** A dated version of the criteria, with the percentage of points that completes a pillar. */
export const Framework = defineEntity({
  name: 'Framework',
  tableName: 'framework',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text(),
    version: p.integer(),
    nameVi: p.text(),
    nameEn: p.text(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    thresholdPercent: p.integer().check('threshold_percent >= 1 and threshold_percent <= 100'),
    source: p.text(),
    sourceStatus: p.enum(() => SourceStatus),
  },
  uniques: [{ properties: ['code', 'version'] }],
  triggers: [...tellsChanges('framework'), keepsVersions('framework')],
});
export type FrameworkEntity = InferEntity<typeof Framework>;
