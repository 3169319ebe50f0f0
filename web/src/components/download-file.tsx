import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { download } from '../shared/download';
import { useSharedWords } from '../shared/shared.words';
import { useDownloadWords } from './download-file.words';

/** A button that fetches a file of the hub, which goes by the end of its path unless it has another name. */
export function DownloadFile({
  path,
  label,
  name = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)),
}: {
  path: string;
  label: string;
  name?: string;
}) {
  const words = useDownloadWords();
  const say = useSharedWords();
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function fetchFile() {
    setBusy(true);
    setReason(await download(path, name).catch(() => say('offline')));
    setBusy(false);
  }
  return (
    <>
      <div>
        <Button size="xs" variant="default" loading={busy} onClick={() => void fetchFile()}>
          {label}
        </Button>
      </div>
      {reason && (
        <Alert color="red" variant="outline" role="alert">
          {words('failed', { reason })}
        </Alert>
      )}
    </>
  );
}
