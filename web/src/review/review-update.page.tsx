import { Alert, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import { Answer } from '../components/answer';
import { type Refused } from '../components/refusals';
import {
  ApprovedBeforeDocument,
  ReviewUpdateDocument,
  type ReviewedUpdateFragment,
} from '../generated/graphql';
import { useView } from '../shared/address';
import { moment } from '../shared/format';
import { useGraph } from '../shared/graph';
import { SignedIn } from '../sign-in/signed-in';
import { DecisionBox } from './decision-box';
import { EntryCard } from './entry-card';
import { ACCEPTED, type Judgement, type Judgements } from './judgement';
import { useReviewWords } from './review.words';
import { Shortcuts } from './shortcuts';

/** One update, for a decision. */
export default function ReviewUpdatePage() {
  const id = decodeURIComponent(useParams<{ update: string }>().update);
  return (
    <SignedIn>
      <Asked key={id} id={id} />
    </SignedIn>
  );
}

function Asked({ id }: { id: string }) {
  const words = useReviewWords();
  const asked = useGraph(ReviewUpdateDocument, { id });
  return (
    <Stack>
      <Link href="/review">{words('back')}</Link>
      <Answer of={asked}>
        {({ node }) =>
          node?.__typename === 'StatusUpdate' ? (
            <Review update={node} />
          ) : (
            <Title order={1}>{words('cannot-decide')}</Title>
          )
        }
      </Answer>
    </Stack>
  );
}

type Reviewed = ReviewedUpdateFragment & { id: string };

function Review({ update }: { update: Reviewed }) {
  const words = useReviewWords();
  const [view, change] = useView();
  const [judgements, setJudgements] = useState<Judgements>({});
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever came here from the decision before, by keyboard, is at the beginning of this one.
  useEffect(() => heading.current?.focus(), [update.id]);
  const { institution, round, newestRevision: revision } = update;
  const { data } = useGraph(ApprovedBeforeDocument, { institution: institution.id });
  const before = data?.statusUpdates.nodes[0];
  const onlyLook = view.get('look') === 'yes';
  const entries = revision?.entries ?? [];
  const shown = onlyLook ? entries.filter(({ needsLook }) => needsLook) : entries;
  const decidable = update.canApprove || update.canReturn;
  const judge = (code: string, judgement: Judgement) =>
    setJudgements((all) => ({ ...all, [code]: judgement }));
  return (
    <>
      <div>
        <Text role="status">{view.get('told')}</Text>
        <Title order={1} size="h2" tabIndex={-1} ref={heading}>
          {institution.name}
        </Title>
        <Text>
          {round.name} · {moment(revision?.submittedAt)} · {revision?.submittedBy}
        </Text>
        <Text c="dimmed">
          {before ? words('approved-in', { round: before.round.name }) : words('never-approved')}
        </Text>
        {revision?.note && <Text>{revision.note}</Text>}
      </div>
      {!decidable && (
        <Alert color="lake" variant="outline">
          {words('cannot-decide')}
        </Alert>
      )}
      <Checkbox
        label={words('only-look')}
        checked={onlyLook}
        onChange={({ currentTarget }) =>
          change({ look: currentTarget.checked ? 'yes' : null }, true)
        }
      />
      {decidable && (
        <Shortcuts
          onJudge={(code, kind) => judge(code, { ...(judgements[code] ?? ACCEPTED), kind })}
        />
      )}
      <Stack gap="sm">
        {shown.map((entry) => (
          <EntryCard
            key={entry.criterion.code}
            entry={entry}
            before={before?.newestRevision?.entries?.find(
              ({ criterion }) => criterion.code === entry.criterion.code,
            )}
            judgement={judgements[entry.criterion.code] ?? ACCEPTED}
            refused={refused}
            decidable={decidable}
            onJudge={(judgement) => judge(entry.criterion.code, judgement)}
          />
        ))}
      </Stack>
      {decidable && (
        <DecisionBox
          update={update}
          judgements={judgements}
          refused={refused}
          onRefused={setRefused}
        />
      )}
    </>
  );
}
