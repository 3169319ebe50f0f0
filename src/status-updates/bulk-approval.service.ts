import { requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import { LONGEST_LIST, tooMany } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { RequestError } from '../shared/errors.js';
import { admit, type Admitted } from './change-update.service.js';
import { decide, eventFor, type Verdict } from './decision.service.js';
import { worksOf } from './work.queries.js';

export interface BulkResult {
  id: number | null;
  refusals: readonly Refusal[];
}

/**
 * Approves many updates without changes, in one transaction with one new data revision. Each is
 * decided separately: if one is refused, the others are still approved.
 * @throws RequestError UNAUTHENTICATED.
 */
export async function approveMany(
  context: Context,
  items: readonly { updateId: number | null; version: number }[],
  input: { idempotencyKey?: string | null },
): Promise<Answer<BulkResult[]>> {
  const { accountId: by } = requireViewer(context.viewer);
  if (items.length > LONGEST_LIST)
    return { value: null, refusals: [tooMany(items.length, 'updates')] };
  const asked = { action: 'statusUpdateApproveMany', input, publishes: true };
  return change<BulkResult[]>(context, asked, async (em, at) => {
    const database = databaseOf(em);
    const ids = items.flatMap(({ updateId }) => updateId ?? []);
    const works = await worksOf(database, ids, context.today);
    const verdicts: Verdict[] = [];
    const results: BulkResult[] = [];
    for (const { updateId, version } of items) {
      const found = works.get(updateId ?? 0);
      const { work, refusal } = verdicts.some((verdict) => verdict.work === found)
        ? refusedWith(TWICE)
        : await admit(context, database, 'approve', found, version).catch(asRefusal);
      if (work) verdicts.push({ work, by, decision: 'APPROVED', note: null, remarks: [] });
      results.push(work ? { id: work.updateId, refusals: [] } : { id: null, refusals: [refusal] });
    }
    if (verdicts.length === 0) return { ...refused([]), value: results };
    await decide(em, verdicts, at, context.today);
    return { value: results, refusals: [], events: verdicts.map((each) => eventFor(each, {})) };
  });
}

/** An error of a single request concerns only one of many here. */
function asRefusal(error: unknown): Admitted {
  if (!(error instanceof RequestError)) throw error;
  return refusedWith({ code: error.code, field: ['id'], text: error.text });
}

function refusedWith(refusal: Refusal): Admitted {
  return { work: null, refusal };
}

const TWICE: Refusal = {
  code: 'UPDATE_TWICE',
  field: ['id'],
  text: {
    vi: 'Bản cập nhật này có hai lần trong danh sách.',
    en: 'This update is in the list twice.',
  },
};
