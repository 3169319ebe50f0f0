import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { Question } from '../components/question';
import { refusalOf, Refusals, type Refused } from '../components/refusals';
import { ReviewersDocument } from '../generated/graphql';
import { moment } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useReviewWords } from './review.words';
import { useClaim } from './use-claim';
import type { Reviewed } from './use-decision';

/** Who reviews a report that waits, and how it goes over to another. */
export function ClaimBox({ update, again }: { update: Reviewed; again: () => void }) {
  const words = useReviewWords();
  const claim = useClaim(update, again);
  const [asking, setAsking] = useState<'take' | 'hand' | null>(null);
  const { claim: held, institution } = update;
  if (update.state !== 'SUBMITTED' || !held) return <Refusals of={claim.refused} />;
  const since = moment(held.since);
  async function act(to: string | null) {
    if (await claim.handOver(to)) setAsking(null);
  }
  return (
    <Alert
      color={held.isMine ? 'lake' : 'orange'}
      variant="outline"
      role="group"
      aria-label={words('claim')}
    >
      <Text size="sm" role="status">
        {held.isMine
          ? words('claim-mine', { since })
          : words('claim-other', { by: held.by, since })}
      </Text>
      {asking === null && <Refusals of={claim.refused} />}
      {update.canHandOver && <Ways isMine={held.isMine} claim={claim} onAsk={setAsking} />}
      <Question
        opened={asking === 'take'}
        title={words('take-over')}
        confirm={words('take-over')}
        busy={claim.busy}
        onAnswer={(yes) => (yes ? void act(null) : setAsking(null))}
      >
        <Text size="sm">
          {words('take-over-sure', { by: held.by, since, name: institution.name })}
        </Text>
        <Refusals of={claim.refused} />
      </Question>
      {asking === 'hand' && (
        <HandOver update={update} claim={claim} onHand={act} onClose={() => setAsking(null)} />
      )}
    </Alert>
  );
}

/** How the report goes on: with another, or with nobody for now. */
function Ways({
  isMine,
  claim,
  onAsk,
}: {
  isMine: boolean;
  claim: ReturnType<typeof useClaim>;
  onAsk: (what: 'take' | 'hand') => void;
}) {
  const words = useReviewWords();
  return (
    <Group mt="xs" gap="xs" className="no-print">
      {isMine ? (
        <>
          <Button size="xs" variant="default" onClick={() => onAsk('hand')}>
            {words('hand-over')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={claim.busy}
            onClick={() => void claim.release()}
          >
            {words('put-back')}
          </Button>
        </>
      ) : (
        <Button size="xs" variant="default" onClick={() => onAsk('take')}>
          {words('take-over')}
        </Button>
      )}
    </Group>
  );
}

/** Chooses the reviewer who goes on. */
function HandOver({
  update,
  claim,
  onHand,
  onClose,
}: {
  update: Reviewed;
  claim: ReturnType<typeof useClaim>;
  onHand: (to: string) => Promise<void>;
  onClose: () => void;
}) {
  const words = useReviewWords();
  const { data } = useGraph(ReviewersDocument, { id: update.id });
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState<readonly Refused[]>([]);
  const refused = missing.length > 0 ? missing : claim.refused;
  const reviewers = data?.node?.__typename === 'StatusUpdate' ? data.node.reviewers : [];
  function answer(yes: boolean) {
    if (!yes) return onClose();
    setMissing(
      to === '' ? [{ code: 'MISSING', field: ['to'], message: words('hand-over-missing') }] : [],
    );
    if (to !== '') void onHand(to);
  }
  return (
    <Question
      opened
      title={words('hand-over')}
      confirm={words('hand-over')}
      busy={claim.busy}
      onAnswer={answer}
    >
      <Refusals of={refused} />
      <NativeSelect
        label={words('hand-over-to')}
        required
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        error={refusalOf(refused, 'to')}
        data={[
          { value: '', label: words('hand-over-choose') },
          ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Question>
  );
}
