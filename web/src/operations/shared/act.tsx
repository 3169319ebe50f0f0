import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Question } from '../../components/question';
import { Refusals, type Refused } from '../../components/refusals';
import { useIntentionKey, type Keyed } from '../../shared/use-intention-key';
import { useOperationsWords } from './operations.words';

/** A button that changes something; what cannot easily be undone is asked about first. */
export function Act({
  label,
  about,
  sure,
  removes = false,
  send,
}: {
  label: string;
  /** What it is done to, for who only hears the button. */
  about?: string;
  /** What to think of before it is done; without it it is done at once. */
  sure?: string;
  /** Whether something is gone afterwards: then it looks like it. */
  removes?: boolean;
  /** Does it, keyed. @returns why not; empty when it is done. */
  send: (keyed: Keyed) => Promise<readonly Refused[]>;
}) {
  const words = useOperationsWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const intention = useIntentionKey();
  async function act() {
    setBusy(true);
    const found = await send(intention.keyed);
    setBusy(false);
    setRefused(found);
    setAsking(false);
    if (found.length === 0) intention.done();
  }
  return (
    <Stack gap="xs" align="start">
      <Button
        size="xs"
        variant={removes ? 'outline' : 'default'}
        color={removes ? 'var(--alarm)' : undefined}
        loading={busy}
        aria-label={about && `${label}: ${about}`}
        onClick={() => (sure ? setAsking(true) : void act())}
      >
        {label}
      </Button>
      {sure && (
        <Question
          opened={asking}
          title={label}
          confirm={words('sure', { what: label })}
          removes={removes}
          busy={busy}
          onAnswer={(yes) => (yes ? void act() : setAsking(false))}
        >
          <Text>{sure}</Text>
        </Question>
      )}
      <Refusals of={refused} />
    </Stack>
  );
}
