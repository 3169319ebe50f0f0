import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { SourceStatus } from '../vocabulary/source-status.js';

/**
 * A result that an authority published, beside our own figures. It is never calculated or merged.
 */
export const PublishedIndex = defineEntity({
  name: 'PublishedIndex',
  tableName: 'published_index',
  properties: {
    id: p.integer().primary().autoincrement(),
    unit: () => p.manyToOne(AdministrativeUnit).deleteRule('restrict'),
    // The index, or a part of a composite as `composite/part`.
    indexCode: p.text(),
    year: p.integer(),
    value: p.decimal('number').precision(6).scale(4).check('value >= 0 and value <= 1'),
    // 1 is best; null when no rank was published.
    rank: p.integer().nullable(),
    ofHowMany: p.integer().nullable(),
    source: p.text(),
    sourceStatus: p.enum(() => SourceStatus),
    // A remark of the source, for example why points are missing.
    noteVi: p.text().nullable(),
    noteEn: p.text().nullable(),
  },
  uniques: [{ properties: ['unit', 'indexCode', 'year'] }],
  checks: [
    {
      name: 'published_index_rank',
      expression:
        '(rank is null) = (of_how_many is null) and (rank is null or (rank >= 1 and rank <= of_how_many))',
    },
    { name: 'published_index_note', expression: '(note_vi is null) = (note_en is null)' },
  ],
  triggers: tellsChanges('published_index'),
});
