import { useEffect, useRef, useState } from 'react';
import type { Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import {
  ClaimReviewDocument,
  ReleaseReviewDocument,
  TakeOverReviewDocument,
} from '../generated/graphql';
import { useGo, useView } from '../shared/address';
import { useChange } from '../shared/graph';
import { useIntentionKey } from '../shared/use-intention-key';
import { reviewAddress, type Told } from './queue-view';
import type { Reviewed } from './use-decision';

/** Claims a report that waits as it is opened; takes it over, hands it over and puts it back. */
export function useClaim(update: Reviewed, again: () => void) {
  const { id, state, claim, institution, newestRevision: revision } = update;
  const refusedBy = useRefusedBy();
  const go = useGo();
  const [view] = useView();
  const intention = useIntentionKey();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [sendClaim] = useChange(ClaimReviewDocument);
  const [sendOver, handing] = useChange(TakeOverReviewDocument);
  const [sendRelease, releasing] = useChange(ReleaseReviewDocument);
  /** The submission that was claimed already: what is put back is not claimed again by its page. */
  const opened = useRef('');
  const submission = `${id} ${revision?.number ?? 0}`;
  const mayClaim = state === 'SUBMITTED' && (update.canApprove || update.canReturn);
  const isFree = mayClaim && !claim;

  useEffect(() => {
    if (!isFree || opened.current === submission) return;
    opened.current = submission;
    void sendClaim({ input: { id } }).then(({ data }) => {
      // Another was faster: the page tells who.
      if (data && data.statusUpdateClaim.userErrors.length > 0) again();
    });
  }, [isFree, submission, id, sendClaim, again]);

  function leave(done: Told['done']) {
    const told: Told = { done, name: institution.name };
    go(reviewAddress(view), { state: told });
  }

  /** @param to the account that takes it over; null for the viewer. */
  async function handOver(to: string | null): Promise<boolean> {
    const { data, error } = await sendOver({ input: intention.keyed({ id, to }) });
    const found = refusedBy(error, data?.statusUpdateHandOver.userErrors);
    setRefused(found);
    if (found.length > 0) return false;
    intention.done();
    if (to !== null) leave('handed-over');
    return true;
  }

  async function release() {
    const { data, error } = await sendRelease({ input: intention.keyed({ id }) });
    const found = refusedBy(error, data?.statusUpdateRelease.userErrors);
    setRefused(found);
    if (found.length > 0) return;
    intention.done();
    leave('was-put-back');
  }

  return { refused, busy: handing || releasing, handOver, release };
}
