import { Button, FileButton, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { DropBox } from './drop-box';

/** Takes one file, dropped or chosen. */
export function FileDrop({
  accept,
  hint,
  label,
  onFile,
}: {
  accept: string;
  hint: string;
  /** Of the button. */
  label: string;
  onFile: (file: File) => void;
}) {
  /** The same file can be chosen again after it was mended. */
  const resetChoice = useRef<() => void>(null);
  function take(file: File | null | undefined) {
    if (!file) return;
    resetChoice.current?.();
    onFile(file);
  }
  return (
    <DropBox onFiles={([dropped]) => take(dropped)}>
      <Text size="xs">{hint}</Text>
      <Group gap="xs">
        <FileButton onChange={take} resetRef={resetChoice} accept={accept}>
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
