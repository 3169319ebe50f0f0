import { defineEntity, p } from '@mikro-orm/core';
import { keepsVersions } from '../database/row-versions.js';
import { tellsChanges } from '../database/tells-changes.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { FrameworkFile } from './framework-file.js';

/** A dated version of the criteria. It is never edited; only its last day may be set. */
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
    source: p.text(),
    sourceStatus: p.enum(() => SourceStatus),
    // The whole of it: questions, points, levels, and what its answers decide.
    definition: p.json<FrameworkFile>(),
    // What follows from the definition, for queries: the kinds that are asked anything, and for
    // each indicator the kinds for which it is decided.
    kinds: p.array(),
    decides: p.json<Record<string, InstitutionKind[]>>(),
  },
  uniques: [{ properties: ['code', 'version'] }],
  triggers: [...tellsChanges('framework'), keepsVersions('framework')],
});
