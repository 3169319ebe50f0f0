import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { saveText } from '../shared/save-file';
import { useSharedWords } from '../shared/shared.words';
import { useCopyTextWords } from './copy-text.words';

/** Copies a text; where the browser does not let it, shows it selected. With `file` it can be kept as one, too. */
export function CopyText({
  label,
  text,
  file,
}: {
  label: string;
  /** @throws an Error that says why there is no text. */
  text: () => Promise<string> | string;
  /** As CSV; it throws as `text` does. */
  file?: { name: string; csv: () => Promise<string> };
}) {
  const say = useSharedWords();
  const words = useCopyTextWords();
  const [told, setTold] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function withText(read: () => Promise<string> | string, take: (found: string) => unknown) {
    setBusy(true);
    try {
      await take(await read());
    } catch (error) {
      setTold((error as Error).message);
    } finally {
      setBusy(false);
    }
  }
  async function copy(found: string) {
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
  function ask(read: () => Promise<string> | string, take: (found: string) => unknown) {
    setShown(null);
    setTold('');
    void withText(read, take);
  }
  return (
    <Stack gap="xs" className="no-print">
      <Group gap="xs">
        <Button size="xs" variant="default" loading={busy} onClick={() => ask(text, copy)}>
          {label}
        </Button>
        {file && (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => ask(file.csv, (csv) => saveText(file.name, 'text/csv', csv))}
          >
            {say('download-csv')}
          </Button>
        )}
      </Group>
      <div role="status">{told}</div>
      {shown !== null && <Selected text={shown} />}
    </Stack>
  );
}

/** Copies the address of the page, which holds all that was chosen on it. */
export function CopyAddress() {
  const words = useCopyTextWords();
  return <CopyText label={words('copy-address')} text={() => window.location.href} />;
}

function Selected({ text }: { text: string }) {
  const words = useCopyTextWords();
  return (
    <Textarea
      label={words('to-copy')}
      readOnly
      rows={6}
      value={text}
      autoFocus
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}
