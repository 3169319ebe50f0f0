import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Refusals, type Refused } from '../../components/refusals';
import { useSharedWords } from '../../shared/shared.words';
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
  const say = useSharedWords();
  const words = useOperationsWords();
  const [asking, setAsking] = useState<'yes' | 'not any more' | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const intention = useIntentionKey();
  async function act() {
    setBusy(true);
    const found = await send(intention.keyed);
    setBusy(false);
    setRefused(found);
    setAsking(found.length === 0 ? null : 'not any more');
    if (found.length === 0) intention.done();
  }
  return (
    <Stack gap="xs" align="start">
      {asking === 'yes' ? (
        <Stack gap="xs" role="group" aria-label={label}>
          <Text size="sm">{sure}</Text>
          <Group gap="xs">
            <Button
              size="xs"
              color={removes ? 'red.9' : undefined}
              loading={busy}
              autoFocus
              onClick={() => void act()}
            >
              {words('sure', { what: label })}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking('not any more')}>
              {say('cancel')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Button
          size="xs"
          variant={removes ? 'outline' : 'default'}
          color={removes ? 'red.9' : undefined}
          loading={busy}
          // Whoever took it back goes on from where it was asked.
          autoFocus={asking === 'not any more'}
          aria-label={about && `${label}: ${about}`}
          onClick={() => (sure ? setAsking('yes') : void act())}
        >
          {label}
        </Button>
      )}
      <Refusals of={refused} />
    </Stack>
  );
}
