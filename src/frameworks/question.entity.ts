import { defineEntity, p } from '@mikro-orm/core';
import type { FileQuestion } from './framework-file.js';

/**
 * The question bank. A question that was asked is never edited: a new wording is a new revision,
 * which says whether answers to the one before stay answers to it.
 */
export const Question = defineEntity({
  name: 'Question',
  tableName: 'question',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text(),
    revision: p.integer().check('revision > 0'),
    // As the file of the first framework that asked it says it.
    form: p.json<FileQuestion>(),
  },
  uniques: [{ properties: ['code', 'revision'] }],
});
