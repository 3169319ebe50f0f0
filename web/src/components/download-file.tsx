import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { download } from '../shared/download';
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
  const [reason, setReason] = useState<string | null>(null);
  return (
    <>
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => void download(path, name).then(setReason)}
        >
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
