import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { AnswerKind, Pillar } from '../vocabulary/framework.enums.js';
import { Framework } from './framework.entity.js';

export const Criterion = defineEntity({
  name: 'Criterion',
  tableName: 'criterion',
  properties: {
    id: p.integer().primary().autoincrement(),
    framework: () => p.manyToOne(Framework),
    pillar: p.enum(() => Pillar),
    code: p.text(),
    position: p.integer(),
    textVi: p.text(),
    textEn: p.text(),
    answerKind: p.enum(() => AnswerKind),
    // The highest level of a LEVEL answer; null for other kinds.
    levels: p.integer().nullable(),
    maxPoints: p.decimal('number').precision(6).scale(2).check('max_points >= 0'),
    required: p.boolean(),
    // The least answer that meets a required criterion: 1 for yes, a level, or a percentage.
    minimum: p.decimal('number').precision(6).scale(2).check('minimum >= 0'),
    evidenceRequired: p.boolean(),
    kinds: p.array(),
  },
  uniques: [{ properties: ['framework', 'code'] }],
  checks: [
    { name: 'criterion_levels', expression: "(answer_kind = 'LEVEL') = (levels is not null)" },
    { name: 'criterion_kinds', expression: 'cardinality(kinds) > 0' },
  ],
  triggers: tellsChanges('criterion'),
});
export type CriterionEntity = InferEntity<typeof Criterion>;
