import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refused } from '../components/refusals';
import {
  ReportSaveDocument,
  type ReportUpdateFragment,
  type StatusUpdateSaveInput,
} from '../generated/graphql';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { keepAnswers, keptAnswers, type TypedAnswer, type TypedAnswers } from './kept-answers';

/** How the typing stands: where the school sees it, and can rely on it. */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'waiting' | 'conflict' | 'refused';

/** So long after the last stroke it is saved, in milliseconds. */
const PAUSE = 700;
/** So often is tried again what did not arrive. */
const AGAIN = 5_000;

/**
 * Saves answers as they are typed. They are kept in the browser first, and until they have arrived: a
 * closed laptop, a lost connection and an ended session lose nothing.
 * @param update null before the first save.
 * @param again reads the report anew.
 */
export function useDraft(
  institution: string,
  round: string,
  update: ReportUpdateFragment | null,
  again: () => void,
) {
  const [typed, setTyped] = useState<TypedAnswers>(() => keptAnswers(institution, round));
  const [saving, setSaving] = useState<Saving>(Object.keys(typed).length > 0 ? 'unsaved' : 'saved');
  const [refused, setRefused] = useState<Refused[]>([]);
  const [save] = useChange(ReportSaveDocument);
  const newest = useRef({ typed, version: update?.version ?? null, sending: false });
  /** What was sent and not answered: it is sent again as it was, so that it is done once. */
  const unanswered = useRef<StatusUpdateSaveInput | null>(null);

  const remember = useCallback(
    (next: TypedAnswers) => {
      newest.current.typed = next;
      keepAnswers(institution, round, next);
      setTyped(next);
    },
    [institution, round],
  );
  useEffect(() => {
    const seen = newest.current;
    if (update?.version != null && update.version > (seen.version ?? -1))
      seen.version = update.version;
  }, [update]);

  const send = useCallback(async () => {
    const now = newest.current;
    if (now.sending) return;
    const sent = now.typed;
    if (!unanswered.current && Object.keys(sent).length === 0) return setSaving('saved');
    now.sending = true;
    setSaving('saving');
    const input = (unanswered.current ??= {
      institution,
      round,
      version: now.version,
      idempotencyKey: intentionKey(),
      answers: Object.entries(sent).map(([criterion, answer]) => ({ criterion, ...answer })),
    });
    const { data, error } = await save({ input });
    now.sending = false;
    const answer = data?.statusUpdateSave;
    if (error || !answer) return setSaving('waiting');
    unanswered.current = null;
    setRefused(answer.userErrors);
    if (answer.userErrors.some(({ code }) => code === 'CONFLICT')) return setSaving('conflict');
    if (answer.userErrors.length > 0) return setSaving('refused');
    now.version = answer.statusUpdate!.version;
    const left = Object.entries(now.typed).filter(([criterion, each]) => sent[criterion] !== each);
    remember(Object.fromEntries(left));
    setSaving(left.length > 0 ? 'unsaved' : 'saved');
    if (!update) again();
  }, [institution, round, save, remember, update, again]);

  useEffect(() => {
    if (saving !== 'unsaved' && saving !== 'waiting') return;
    const timer = setTimeout(() => void send(), saving === 'unsaved' ? PAUSE : AGAIN);
    return () => clearTimeout(timer);
  }, [saving, typed, send]);
  useEffect(() => {
    const tryNow = () => void send();
    window.addEventListener('online', tryNow);
    return () => window.removeEventListener('online', tryNow);
  }, [send]);

  return {
    typed,
    saving,
    refused,
    /** Somebody answers. */
    answer: (criterion: string, value: TypedAnswer) => {
      remember({ ...newest.current.typed, [criterion]: value });
      setSaving('unsaved');
    },
    /** Begins a report with what was approved last. */
    begin: async () => {
      const input = {
        institution,
        round,
        version: null,
        answers: [],
        idempotencyKey: intentionKey(),
      };
      const { data } = await save({ input });
      setRefused(data?.statusUpdateSave.userErrors ?? []);
      again();
    },
    /** After a conflict: the newest version is read, and what was typed goes on top of it. */
    keepMine: () => {
      again();
      setSaving('unsaved');
    },
    takeTheirs: () => {
      remember({});
      setSaving('saved');
      again();
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
