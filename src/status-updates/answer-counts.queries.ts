import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../request/context.js';
import { loadIdApprovedBefore } from './approved-before.queries.js';
import { loadEntries, type EntryRow } from './entry.queries.js';
import { loadStatusUpdate } from './status-update.queries.js';
import { decisiveAnswer, selfAnswer } from './work.js';

/** How far the answers of a revision have come, and how many are others than before. */
export interface AnswerCounts {
  asked: number;
  answered: number;
  changed: number | null;
}

export async function answerCountsOf(
  context: Context,
  revision: { id: number; updateId: number },
): Promise<AnswerCounts> {
  const entries = await loadEntries(context, revision);
  const asked = entries.filter(({ criterion }) => !criterion.optional);
  return {
    asked: asked.length,
    answered: asked.filter((entry) => selfAnswer(entry) !== undefined).length,
    changed: await changedIn(context, revision.updateId, entries),
  };
}

/** A first revision is compared with what was approved in the round before: its reviewer knows that one. */
async function changedIn(
  context: Context,
  updateId: number,
  entries: readonly EntryRow[],
): Promise<number | null> {
  if (entries.some(({ change }) => change !== null))
    return entries.filter(({ change }) => change === 'CHANGED').length;
  const beforeId = await loadIdApprovedBefore(context, updateId);
  const before = beforeId === null ? null : await loadStatusUpdate(context, beforeId);
  if (!before?.approved) return null;
  const approved = await loadEntries(context, { id: before.approved.id, updateId: before.id });
  const answers = new Map(approved.map((entry) => [codeOf(entry), decisiveAnswer(entry)]));
  return entries.filter(
    (entry) => !isDeepStrictEqual(decisiveAnswer(entry), answers.get(codeOf(entry))),
  ).length;
}

const codeOf = ({ criterion }: EntryRow): string => criterion.question.code;
