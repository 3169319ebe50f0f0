import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { Institution } from '../institutions/institution.entity.js';
import { InstitutionSuccessionKind } from './institution-succession-kind.js';

/**
 * One institution took over from another on a day. Each keeps its own history. A row is never
 * edited: a correction supersedes it and adds another.
 */
export const InstitutionSuccession = defineEntity({
  name: 'InstitutionSuccession',
  tableName: 'institution_succession',
  properties: {
    id: p.integer().primary().autoincrement(),
    predecessor: () => p.manyToOne(Institution).index(),
    successor: () => p.manyToOne(Institution).index(),
    kind: p.enum(() => InstitutionSuccessionKind),
    effectiveOn: p.date(),
    legalDocument: p.text().nullable(),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  checks: [
    { name: 'institution_succession_distinct', expression: 'predecessor_id <> successor_id' },
  ],
  indexes: [
    {
      name: 'institution_succession_once',
      expression:
        'create unique index institution_succession_once on institution_succession (predecessor_id, successor_id, kind) where superseded_at is null',
    },
  ],
  triggers: tellsChanges('institution_succession'),
});
