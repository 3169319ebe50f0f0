import { Checkbox, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { usePageName } from '../components/page-title';
import { ReceiptLink } from '../receipts/receipt-link';
import { useView } from '../shared/address';
import { moment } from '../shared/format';
import { alsoAskedBy } from '../components/asked-sections';
import { Answers } from './answers';
import { ClaimBox } from './claim-box';
import { DecisionBox } from './decision-box';
import { EntryCard } from './entry-card';
import { ACCEPTED, reasonsOf, type Judgement } from './judgement';
import { useKeptReview } from './kept-review';
import { judgementsOf } from './judgement-fields';
import { Levels } from './levels';
import { useTold } from './queue-view';
import { useReviewWords } from './review.words';
import { Shortcuts } from './shortcuts';
import { Overtaken, Standing } from './standing';
import { UndoApproval } from './undo-approval';
import { useDecision, type Reviewed } from './use-decision';
import { useSeen } from './use-seen';

/** The answers of an update by section, what the reviewer thinks of each, and the decision made of it. */
export function Review({
  viewer,
  update,
  again,
}: {
  /** Who decides. */
  viewer: string;
  update: Reviewed;
  again: () => void;
}) {
  const words = useReviewWords();
  const [view, change] = useView();
  const { judgements, note, setJudgements, setNote, forget } = useKeptReview(viewer, update.id);
  const [asking, setAsking] = useState(false);
  const decision = useDecision(update, again, forget);
  const seen = useSeen(update.id, update.version);
  const { refused, overtaken } = decision;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever came here from the decision before, or has lost the button to somebody else, is at the beginning.
  useEffect(() => heading.current?.focus(), [update.id, overtaken]);
  useEffect(() => {
    if (refused.length > 0)
      document.querySelector<HTMLElement>('#content [aria-invalid=true]')?.focus();
  }, [refused]);
  const { newestRevision: revision, approvedBefore: before } = update;
  const onlyLook = view.get('look') === 'yes';
  const decidable = update.canApprove || update.canReturn;
  const mayApprove = update.canApprove && reasonsOf(judgements).length === 0;
  const judge = (code: string, judgement: Partial<Judgement>) =>
    setJudgements((all) => ({ ...all, [code]: { ...(all[code] ?? ACCEPTED), ...judgement } }));
  const judgementOf = (code: string) => judgements[code] ?? ACCEPTED;
  // What was judged stays in sight, with what is said of it.
  const entries = revision?.entries ?? [];
  const shown = entries.filter(
    ({ needsLook, criterion: { question } }) =>
      !onlyLook || needsLook || judgementOf(question.code).kind !== 'accept',
  );
  const unseen = entries.flatMap(({ change: changed, criterion: { question } }) =>
    changed !== 'UNCHANGED' &&
    !seen.has(question.code) &&
    judgementOf(question.code).kind === 'accept'
      ? [question.code]
      : [],
  );
  const criterionOf = (code: string) =>
    entries.find(({ criterion }) => criterion.question.code === code)?.criterion;
  return (
    <>
      <Heading update={update} heading={heading} />
      {overtaken && (
        <Overtaken decidable={decidable} entries={entries} judgements={judgements} note={note} />
      )}
      <ClaimBox key={update.id} update={update} again={again} />
      {!decidable && !update.claim && <Standing update={update} again={again} />}
      <Checkbox
        label={words('only-look')}
        checked={onlyLook}
        onChange={({ currentTarget }) =>
          change({ look: currentTarget.checked ? 'yes' : null }, true)
        }
      />
      {decidable && (
        <Shortcuts
          onJudge={(code, kind) => {
            const asked = criterionOf(code)?.question;
            if (asked && judgementsOf(asked.answerKind).includes(kind)) judge(code, { kind });
          }}
          onApprove={mayApprove ? () => setAsking(decision.isWhole(judgements)) : null}
        />
      )}
      <Levels update={update} />
      <Answers
        update={update}
        entries={shown}
        card={(entry) => {
          const { code } = entry.criterion.question;
          return (
            <EntryCard
              key={code}
              entry={entry}
              alsoAsked={alsoAskedBy(entry, update.round.frameworks)}
              before={before?.approvedRevision?.entries?.find(
                ({ criterion }) => criterion.question.code === code,
              )}
              judgement={judgementOf(code)}
              refused={refused}
              decidable={decidable}
              onJudge={(judgement) => judge(code, judgement)}
            />
          );
        }}
      />
      {decidable && (
        <DecisionBox
          update={update}
          judgements={judgements}
          note={note}
          onNote={setNote}
          decision={decision}
          mayApprove={mayApprove}
          unseen={unseen}
          nameOf={(code) => criterionOf(code)?.code ?? code}
          asking={asking}
          onAsk={setAsking}
        />
      )}
    </>
  );
}

function Heading({
  update: { id, institution, round, newestRevision: revision, approvedBefore: before },
  heading,
}: {
  update: Reviewed;
  heading: React.RefObject<HTMLHeadingElement | null>;
}) {
  const words = useReviewWords();
  const told = useTold();
  usePageName(institution.name);
  return (
    <div>
      <Text role="status" id="told">
        {told &&
          [words(told.done, { name: told.name }), told.done !== 'undone' && words('next')]
            .filter(Boolean)
            .join(' ')}
      </Text>
      <Title order={1} size="h2" tabIndex={-1} ref={heading} aria-describedby="told undo">
        {institution.name}
      </Title>
      <UndoApproval />
      <Text>
        {[round.name, moment(revision?.submittedAt), revision?.submittedBy]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text c="dimmed">
        {before ? words('approved-in', { round: before.round.name }) : words('never-approved')}
      </Text>
      {revision?.note && <Text>{revision.note}</Text>}
      <ReceiptLink of={id} />
    </div>
  );
}
