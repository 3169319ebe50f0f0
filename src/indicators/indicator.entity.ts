import { defineEntity, p } from '@mikro-orm/core';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';

/** What is stated of an institution, and what figures count; how it is decided is in frameworks. */
export const Indicator = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text(),
    // Null for both groups.
    group: p.enum(() => InstitutionGroup).nullable(),
    // Null for all kinds.
    kinds: p.array().nullable(),
    // The codes of the indicators of which it is made; null when frameworks decide it.
    parts: p.array().nullable(),
  },
});
