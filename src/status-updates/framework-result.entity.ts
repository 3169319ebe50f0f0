import { defineEntity, p } from '@mikro-orm/core';
import { Framework } from '../frameworks/framework.entity.js';
import { APPROVED_IS_FINAL } from './approved-is-final.js';
import type { SectionResult } from './score.js';
import { StatusUpdateRevision } from './status-update-revision.entity.js';

/** What the answers of a revision give under one framework of its round. */
export const FrameworkResult = defineEntity({
  name: 'FrameworkResult',
  tableName: 'framework_result',
  properties: {
    revision: () =>
      p.manyToOne(StatusUpdateRevision).primary().deleteRule('restrict').updateRule('restrict'),
    framework: () =>
      p.manyToOne(Framework).primary().deleteRule('restrict').updateRule('restrict').index(),
    level: p.integer().nullable(),
    sections: p.json<SectionResult[]>(),
  },
  triggers: [APPROVED_IS_FINAL],
});
