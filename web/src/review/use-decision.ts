import { useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import {
  QueueDocument,
  ReviewApproveDocument,
  ReviewReturnDocument,
  type QueueQuery,
  type ReviewedUpdateFragment,
} from '../generated/graphql';
import { useGo, useView } from '../shared/address';
import { useChange } from '../shared/graph';
import { useIntentionKey } from '../shared/use-intention-key';
import { changesOf, reasonsOf, unexplained, unfinished, type Judgements } from './judgement';
import { reviewAddress, useQueueFilter, type Told } from './queue-view';
import { useReviewWords } from './review.words';
import { offerUndo } from './undo-offer';

interface Settled {
  statusUpdate?: { version?: number | null } | null;
  userErrors: Refused[];
}

export type Reviewed = ReviewedUpdateFragment & { id: string };

/**
 * Decides on an update and goes on to the next one of the queue. Where somebody else has changed the update meanwhile,
 * it is read again.
 * @param onDecided is called before it goes on, and returns what brings back what was written if it is undone.
 */
export function useDecision(
  { id, version, institution }: Reviewed,
  again: () => void,
  onDecided: () => () => void,
) {
  const words = useReviewWords();
  const refusedBy = useRefusedBy();
  const client = useClient();
  const go = useGo();
  const [view] = useView();
  const filter = useQueueFilter();
  const intention = useIntentionKey();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [overtaken, setOvertaken] = useState(false);
  const [sendApproval, approving] = useChange(ReviewApproveDocument);
  const [sendReturn, returning] = useChange(ReviewReturnDocument);

  async function next(done: Told['done']) {
    const told: Told = { done, name: institution.name };
    if (!filter) return go(reviewAddress(view), { state: told });
    const asked = client.query<QueueQuery>(
      QueueDocument.toString(),
      { ...filter, first: 20 },
      { requestPolicy: 'network-only' },
    );
    const { data } = await asked.toPromise();
    const waiting = data?.statusUpdates.nodes.find(
      // What another has claimed is left to them.
      (each) => each.id !== id && (each.claim?.isMine ?? true),
    );
    go(reviewAddress(view, waiting?.id), { state: told });
  }

  async function settle(
    done: Told['done'],
    work: Promise<{ data?: object; error?: CombinedError }>,
  ) {
    const { data, error } = await work;
    const [payload] = Object.values(data ?? {}) as Settled[];
    const found = refusedBy(error, payload?.userErrors);
    const isConflict = found.some(({ code }) => code === 'CONFLICT');
    setOvertaken(isConflict);
    // Another has taken it over meanwhile: the page tells who.
    if (found.some(({ code }) => code === 'CLAIMED_BY_ANOTHER')) again();
    // What the hub says of versions helps no reviewer: the page tells what became of the report.
    setRefused(isConflict ? [] : found);
    if (isConflict) return again();
    if (found.length > 0) return;
    intention.done();
    const restore = onDecided();
    const made = payload?.statusUpdate?.version;
    const { name } = institution;
    offerUndo(done === 'approved' && made ? [{ id, version: made, name, restore }] : []);
    await next(done);
  }

  const keyed = <Content extends object>(content: Content) => {
    const input = { id, version: version ?? 0, ...content };
    return { input: intention.keyed(input) };
  };

  /** Whether what was written can be decided on; if not, what is missing stands beside its field. */
  function isWhole(judgements: Judgements): boolean {
    const missing = (list: string, question: string, field: 'value' | 'reason') => ({
      code: 'MISSING',
      field: [list, question, field],
      message: words(`${field}-missing`),
    });
    const found = [
      ...unfinished(judgements).map((question) => missing('changes', question, 'value')),
      ...unexplained(judgements).map((question) => missing('changes', question, 'reason')),
    ];
    setRefused(found);
    return found.length === 0;
  }

  async function approve(judgements: Judgements, note: string) {
    const changes = changesOf(judgements);
    await settle('approved', sendApproval(keyed({ changes, note: note || null })));
  }

  async function sendBack(judgements: Judgements, note: string) {
    const reasons = reasonsOf(judgements);
    await settle('returned', sendReturn(keyed({ reasons, note: note || null })));
  }

  return {
    refused,
    /** Whether somebody else was faster, the last time that it was tried. */
    overtaken,
    busy: approving || returning,
    isWhole,
    approve,
    sendBack,
  };
}

export type DecisionWork = ReturnType<typeof useDecision>;
