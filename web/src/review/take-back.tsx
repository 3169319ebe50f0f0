import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { LongText } from '../components/long-text';
import { Question } from '../components/question';
import { refusalOf, Refusals, type Refused } from '../components/refusals';
import { useReviewWords } from './review.words';
import type { Reviewed } from './use-decision';
import { useTakeBack } from './use-take-back';

/** Takes an approval back with a reason; what that does is said first. */
export function TakeBack({
  update: { id, version, institution, round },
  onDone,
}: {
  update: Pick<Reviewed, 'id' | 'version' | 'institution'> & { round: { name: string } };
  onDone: () => void;
}) {
  const words = useReviewWords();
  const takeBack = useTakeBack();
  const title = words('take-back-of', { name: institution.name, round: round.name });
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function act() {
    const missing = { code: 'MISSING', field: ['reason'], message: words('reason-missing') };
    setBusy(true);
    const found = reason.trim()
      ? await takeBack({ id, version: version ?? 0 }, reason.trim())
      : [missing];
    setBusy(false);
    setRefused(found);
    if (found.length > 0) return;
    setOpened(false);
    onDone();
  }
  return (
    <>
      <Button size="xs" variant="default" aria-label={title} onClick={() => setOpened(true)}>
        {words('take-back')}
      </Button>
      <Question
        opened={opened}
        title={title}
        confirm={words('take-back')}
        busy={busy}
        onAnswer={(yes) => (yes ? void act() : setOpened(false))}
      >
        <Text size="sm">{words('take-back-lead')}</Text>
        <Refusals of={refused} />
        <LongText
          label={words('take-back-reason')}
          required
          data-autofocus
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          error={refusalOf(refused, 'reason')}
        />
      </Question>
    </>
  );
}
