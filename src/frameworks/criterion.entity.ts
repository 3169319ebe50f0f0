import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { Framework } from './framework.entity.js';
import { Question } from './question.entity.js';

/** The use of a question in a framework, whose definition says what its answers earn. */
export const Criterion = defineEntity({
  name: 'Criterion',
  tableName: 'criterion',
  properties: {
    id: p.integer().primary().autoincrement(),
    framework: () => p.manyToOne(Framework),
    question: () => p.manyToOne(Question).index(),
    code: p.text(),
    position: p.integer(),
    kinds: p.array(),
  },
  uniques: [{ properties: ['framework', 'code'] }],
  checks: [{ name: 'criterion_kinds', expression: 'cardinality(kinds) > 0' }],
  triggers: tellsChanges('criterion'),
});
