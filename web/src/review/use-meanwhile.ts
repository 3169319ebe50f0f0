import { useClient } from 'urql';
import { MeanwhileDocument, type MeanwhileQuery } from '../generated/graphql';
import { moment } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useReviewWords } from './review.words';

/** Tells what another has done with reports meanwhile, by their ids. */
export function useMeanwhile() {
  const say = useSharedWords();
  const words = useReviewWords();
  const client = useClient();
  return async (ids: readonly string[]): Promise<(id: string) => string> => {
    const asked =
      ids.length > 0 &&
      (await client
        .query<MeanwhileQuery>(
          MeanwhileDocument.toString(),
          { ids },
          { requestPolicy: 'network-only' },
        )
        .toPromise());
    const nodes = asked ? (asked.data?.nodes ?? []) : [];
    return (id) => {
      const node = nodes.find((each) => each?.id === id);
      if (node?.__typename !== 'StatusUpdate') return words('meanwhile');
      const { state, newestRevision: revision } = node;
      if (revision?.decision)
        return words('meanwhile-decided', {
          decision: say(revision.decision),
          at: moment(revision.decidedAt),
          by: revision.decidedBy ?? words('outside'),
        });
      return state ? words('meanwhile-state', { state: say(state) }) : words('meanwhile');
    };
  };
}
