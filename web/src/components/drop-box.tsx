import { Stack } from '@mantine/core';
import { useEffect, useState, type DragEvent, type ReactNode } from 'react';

/** A box into which files are dropped; what is in it says how else they are chosen. */
export function DropBox({
  onFiles,
  children,
}: {
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  useEffect(keepFilesOut, []);
  function drop(event: DragEvent) {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  }
  return (
    <Stack
      gap={6}
      p="sm"
      style={{ border: `1.5px dashed ${over ? 'var(--focus)' : 'var(--edge)'}`, borderRadius: 8 }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </Stack>
  );
}

/** A file that misses its box is not opened in the place of the page. */
function keepFilesOut(): () => void {
  const stop = (event: Event) => event.preventDefault();
  window.addEventListener('dragover', stop);
  window.addEventListener('drop', stop);
  return () => {
    window.removeEventListener('dragover', stop);
    window.removeEventListener('drop', stop);
  };
}
