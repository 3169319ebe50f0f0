import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useOperationsWords } from './operations.words';

/** Copies a text; where the browser does not let it, shows it selected. */
export function CopyText({
  label,
  text,
}: {
  label: string;
  /** @throws an Error that says why there is no text. */
  text: () => Promise<string> | string;
}) {
  const words = useOperationsWords();
  const [told, setTold] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function copy() {
    setBusy(true);
    let found: string;
    try {
      found = await text();
    } catch (error) {
      setShown(null);
      return setTold((error as Error).message);
    } finally {
      setBusy(false);
    }
    try {
      // Only where the page came over a secure connection is there a clipboard.
      await navigator.clipboard.writeText(found);
      setShown(null);
      setTold(words('copied'));
    } catch {
      setShown(found);
      setTold(words('copy-yourself'));
    }
  }
  return (
    <Stack gap="xs" className="no-print">
      <div>
        <Button size="xs" variant="default" loading={busy} onClick={() => void copy()}>
          {label}
        </Button>
      </div>
      <div role="status">{told}</div>
      {shown !== null && (
        <Textarea
          label={words('to-copy')}
          readOnly
          rows={6}
          value={shown}
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </Stack>
  );
}
