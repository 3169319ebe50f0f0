import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { Edition } from './edition.js';

/**
 * An edition of the index as in its file. It never changes; a mistake is corrected by a new
 * version, or by undoing the import, which withdraws it.
 */
export const IndexEdition = defineEntity({
  name: 'IndexEdition',
  tableName: 'index_edition',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text(),
    version: p.integer().check('version > 0'),
    firstYear: p.integer(),
    // Null for an edition without a last year.
    lastYear: p.integer().nullable(),
    sourceStatus: p.enum(() => SourceStatus),
    document: p.json<Edition>(),
    recordedAt: p.datetime(3),
    // When its import was undone; null while it holds.
    withdrawnAt: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'index_edition_once',
      expression:
        'create unique index index_edition_once on index_edition (code, version) where withdrawn_at is null',
    },
  ],
  triggers: [
    ...tellsChanges('index_edition'),
    {
      name: 'edition_is_final',
      timing: 'before',
      events: ['update', 'delete'],
      body: `if tg_op = 'UPDATE' and old.withdrawn_at is null
          and to_jsonb(new) - 'withdrawn_at' = to_jsonb(old) - 'withdrawn_at' then
        return new;
      end if;
      raise exception 'an edition of the index is final: record a new version' using errcode = 'restrict_violation';`,
    },
  ],
});
