import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { download } from '../../shared/download';
import { useCriteriaWords } from './criteria.words';

/** A button that fetches a file of the hub, which goes by the end of its address. */
export function DownloadFile({ path, label }: { path: string; label: string }) {
  const words = useCriteriaWords();
  const [reason, setReason] = useState<string | null>(null);
  const name = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
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
          {words('download-failed', { reason })}
        </Alert>
      )}
    </>
  );
}
