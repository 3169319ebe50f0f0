import { Button, FileButton, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { DropBox } from './drop-box';

interface Offered {
  accept: string;
  hint: string;
  /** Of the button. */
  label: string;
}

/** Takes one file, dropped or chosen. */
export function FileDrop({ onFile, ...offered }: Offered & { onFile: (file: File) => void }) {
  return <Drop {...offered} multiple={false} onFiles={([file]) => file && onFile(file)} />;
}

/** Takes files, dropped or chosen. */
export function FilesDrop(props: Offered & { onFiles: (files: readonly File[]) => void }) {
  return <Drop {...props} multiple />;
}

function Drop({
  accept,
  hint,
  label,
  multiple,
  onFiles,
}: Offered & { multiple: boolean; onFiles: (files: readonly File[]) => void }) {
  /** The same file can be chosen again after it was mended. */
  const resetChoice = useRef<() => void>(null);
  function take(files: readonly File[]) {
    if (files.length === 0) return;
    resetChoice.current?.();
    onFiles(files);
  }
  return (
    <DropBox onFiles={take}>
      <Text size="xs">{hint}</Text>
      <Group gap="xs">
        <FileButton
          onChange={(chosen: File | File[] | null) => take([chosen ?? []].flat())}
          resetRef={resetChoice}
          accept={accept}
          multiple={multiple}
        >
          {(button) => (
            <Button {...button} size="xs" variant="default">
              {label}
            </Button>
          )}
        </FileButton>
      </Group>
    </DropBox>
  );
}
