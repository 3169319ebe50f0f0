import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refused } from '../components/refusals';
import {
  ReportSaveDocument,
  type ReportUpdateFragment,
  type StatusUpdateSaveInput,
} from '../generated/graphql';
import { silenceOf, useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { useSharedWords } from '../shared/shared.words';
import { useAnswerProblems } from './use-answer-problems';
import { useReportsWords } from './reports.words';
import { finalOf, UNREADABLE } from './final-refusal';
import { keepAnswers, keptAnswers, placeOf } from './kept-answers';
import {
  entryOf,
  inputOf,
  layOver,
  notHandedIn,
  numberOf,
  standingOf,
  withoutSaved,
  type AnswerGiven,
  type TypedAnswer,
  type TypedAnswers,
} from './typed-answers';

/** How the typing stands: where the school sees it, and can rely on it. */
export type Saving =
  | 'saved'
  | 'unsaved'
  | 'saving'
  /** Nothing was heard; it is tried again. */
  | 'waiting'
  /** The report is newer than what was sent; it is read, and tried again. */
  | 'behind'
  /** Somebody else has answered the same questions otherwise; the school says which answer counts. */
  | 'conflict'
  /** The hub does not take it as it is. */
  | 'refused';

/** So long after the last stroke it is saved, in milliseconds. */
const PAUSE = 700;
/** So often is tried again what did not arrive. */
const AGAIN = 3_000;

const NONE: TypedAnswers = {};

const entriesOf = (update: ReportUpdateFragment | null) => update?.newestRevision?.entries ?? [];

/**
 * Saves answers as they are typed. They are kept in the browser first, and until they have arrived: a
 * closed laptop, a lost connection and an ended session lose nothing.
 * @param viewer who types.
 * @param update null before the first save.
 * @param again reads the report anew.
 */
export function useDraft(
  { viewer, institution, round }: { viewer: string; institution: string; round: string },
  update: ReportUpdateFragment | null,
  again: () => void,
) {
  const place = placeOf(viewer, institution, round);
  const [typed, setTyped] = useState<TypedAnswers>(() => keptAnswers(place));
  const [saving, setSaving] = useState<Saving>(Object.keys(typed).length > 0 ? 'unsaved' : 'saved');
  const [refused, setRefused] = useState<Refused[]>([]);
  const [clashes, setClashes] = useState<string[]>([]);
  const [save] = useChange(ReportSaveDocument);
  const say = useSharedWords();
  const words = useReportsWords();
  const problemsIn = useAnswerProblems();
  /** What is locked is not changed: what was typed stays apart, until it is thrown away or unlocked. */
  const locked = update !== null && !update.canSave;
  const newest = useRef({ typed, update, version: update?.version ?? null, sending: false });
  /** What was sent and not answered: it is sent again as it was, so that it is done once. */
  const unanswered = useRef<{ input: StatusUpdateSaveInput; sent: TypedAnswers } | null>(null);
  /** Answers that were refused stay back until they are changed, so that the others are saved. */
  const heldBack = useRef(new Map<string, TypedAnswer>());
  /** Whether one answer is sent at a time, to find out which of them is refused. */
  const apart = useRef(false);

  const remember = useCallback(
    (next: TypedAnswers) => {
      newest.current.typed = next;
      keepAnswers(place, next);
      setTyped(next);
    },
    [place],
  );
  useEffect(() => {
    const seen = newest.current;
    if ((update?.version ?? 0) < (seen.version ?? 0)) return;
    seen.update = update;
    seen.version = update?.version ?? null;
  }, [update]);

  const send = useCallback(async () => {
    const now = newest.current;
    if (now.sending || locked) return;
    if (!unanswered.current) {
      const { pending, clashes: found } = now.update
        ? layOver(now.typed, entriesOf(now.update))
        : { pending: now.typed, clashes: [] };
      remember(pending);
      setClashes(found);
      if (found.length > 0) return setSaving('conflict');
      const free = Object.entries(pending).filter(
        ([code, answer]) =>
          heldBack.current.get(code) !== answer && problemsIn(code, '', answer).length === 0,
      );
      if (free.length === 0) {
        apart.current = false;
        return setSaving(Object.keys(pending).length > 0 ? 'refused' : 'saved');
      }
      if (apart.current) free.splice(1);
      unanswered.current = {
        sent: Object.fromEntries(free),
        input: {
          institution,
          round,
          version: now.version,
          idempotencyKey: intentionKey(),
          answers: free.map(([code, answer]) => inputOf(code, answer)),
        },
      };
    }
    const { input, sent } = unanswered.current;
    now.sending = true;
    setSaving('saving');
    const { data, error } = await save({ input });
    now.sending = false;
    const answer = data?.statusUpdateSave;
    const problems = answer?.userErrors ?? finalOf(error);
    if (!problems) return setSaving('waiting');
    unanswered.current = null;
    if (problems.some(({ code }) => code === UNREADABLE)) {
      // It names no answer, and is no sentence for a school: each is sent alone.
      const codes = Object.keys(sent);
      apart.current = true;
      if (codes.length > 1) return setSaving('unsaved');
      heldBack.current.set(codes[0]!, sent[codes[0]!]!);
      const field = ['answers', codes[0]!, 'value'];
      const message = words('not-taken', { code: numberOf(entriesOf(now.update), codes[0]!) });
      setRefused((before) => [{ code: UNREADABLE, field, message }, ...before]);
      return setSaving('unsaved');
    }
    if (problems.some(({ code }) => code === 'CONFLICT')) {
      setSaving('behind');
      return again();
    }
    setRefused((before) => [
      ...problems,
      ...before.filter(({ field }) => {
        const code = field?.[1] ?? '';
        return heldBack.current.get(code) === now.typed[code] && now.typed[code];
      }),
    ]);
    if (problems.length > 0) {
      const named = Object.entries(sent).filter(([code]) =>
        problems.some(({ field }) => field?.[0] === 'answers' && field[1] === code),
      );
      // Without the answers that it is about it is sent once more.
      for (const [code, each] of named.length > 0 ? named : Object.entries(sent))
        heldBack.current.set(code, each);
      return setSaving('unsaved');
    }
    now.update = answer!.statusUpdate ?? null;
    now.version = now.update?.version ?? null;
    remember(withoutSaved(now.typed, sent));
    setSaving(Object.keys(now.typed).length > 0 ? 'unsaved' : 'saved');
    if (!update) again();
  }, [institution, round, save, remember, update, again, locked, problemsIn, words]);

  useEffect(() => {
    if (!['unsaved', 'waiting', 'behind'].includes(saving)) return;
    const timer = setTimeout(() => void send(), saving === 'waiting' ? AGAIN : PAUSE);
    return () => clearTimeout(timer);
  }, [saving, typed, send]);
  useEffect(() => {
    const tryNow = () => void send();
    window.addEventListener('online', tryNow);
    return () => window.removeEventListener('online', tryNow);
  }, [send]);

  /** Settles the questions that two have answered. */
  const settle = (mine: boolean) => {
    const entries = entriesOf(newest.current.update);
    const settled = Object.entries(newest.current.typed).flatMap(([code, answer]) => {
      if (!clashes.includes(code)) return [[code, answer] as const];
      return mine ? [[code, { ...answer, over: standingOf(entryOf(entries, code)) }] as const] : [];
    });
    remember(Object.fromEntries(settled));
    setClashes([]);
    setSaving('unsaved');
  };

  const unreadable = Object.entries(typed).flatMap(([code, answer]) =>
    problemsIn(code, numberOf(entriesOf(update), code), answer),
  );
  return {
    typed: locked ? NONE : typed,
    /** What was typed in this browser and did not go with the report that is locked now. */
    left: locked ? notHandedIn(typed, entriesOf(update)) : NONE,
    saving,
    /** Why answers are not saved; those that were mended meanwhile are out of it. */
    refused: [...unreadable, ...refused],
    clashes,
    locked,
    /** Throws away what was typed for a question and not handed in. */
    discard: (question: string) => {
      const { [question]: _thrown, ...others } = newest.current.typed;
      remember(others);
    },
    /** Somebody answers. */
    answer: (question: string, given: AnswerGiven) => {
      const { typed: before, update: seen } = newest.current;
      const over = before[question]?.over ?? standingOf(entryOf(entriesOf(seen), question));
      remember({ ...before, [question]: { ...given, over } });
      setRefused((found) => found.filter(({ field }) => field && field[1] !== question));
      setSaving((standing) => (standing === 'conflict' ? standing : 'unsaved'));
    },
    /**
     * Begins a report with what was approved last, or takes up one that came back.
     * @returns whether there is a draft now.
     */
    begin: async (): Promise<boolean> => {
      const { version } = newest.current;
      const input = { institution, round, version, answers: [], idempotencyKey: intentionKey() };
      const { data, error } = await save({ input });
      const begun = data?.statusUpdateSave.statusUpdate;
      const silent = [{ code: 'SILENT', message: say(silenceOf(error)) }];
      setRefused(data?.statusUpdateSave.userErrors ?? finalOf(error) ?? silent);
      if (begun) Object.assign(newest.current, { update: begun, version: begun.version });
      again();
      return begun != null;
    },
    keepMine: () => settle(true),
    takeTheirs: () => settle(false),
  };
}

export type Draft = ReturnType<typeof useDraft>;
