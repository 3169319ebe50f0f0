import { useEffect, useState } from 'react';
import { keep, kept } from '../shared/kept';
import { worthKeeping, type Judgements } from './judgement';

interface KeptReview {
  judgements: Judgements;
  note: string;
}

/**
 * What a reviewer has written about an update. It is kept in the browser until the decision is made:
 * leaving, a reload and an ended session lose nothing.
 */
export function useKeptReview(viewer: string, update: string) {
  const place = `hub.review.${viewer}.${update}`;
  const [written, setWritten] = useState<KeptReview>(
    () => kept<KeptReview>(place) ?? { judgements: {}, note: '' },
  );
  useEffect(() => {
    const judgements = worthKeeping(written.judgements);
    const isNothing = Object.keys(judgements).length === 0 && !written.note;
    keep(place, isNothing ? null : { judgements, note: written.note });
  }, [place, written]);
  return {
    ...written,
    setJudgements: (next: (before: Judgements) => Judgements) =>
      setWritten((before) => ({ ...before, judgements: next(before.judgements) })),
    setNote: (note: string) => setWritten((before) => ({ ...before, note })),
    /** The decision is made. @returns what puts it back, should the decision be undone. */
    forget: () => {
      const before = kept<KeptReview>(place);
      keep(place, null);
      return () => keep(place, before);
    },
  };
}
