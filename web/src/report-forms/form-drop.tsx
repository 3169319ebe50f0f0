import { Button, FileButton, Group, Text } from '@mantine/core';
import { useRef } from 'react';
import { DropBox } from '../components/drop-box';
import { useReportFormsWords } from './report-forms.words';

/** Takes forms, dropped or chosen. */
export function FormDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useReportFormsWords();
  /** The same file can be chosen again after it was mended. */
  const resetChoice = useRef<() => void>(null);
  function take(files: readonly File[]) {
    if (files.length === 0) return;
    resetChoice.current?.();
    onFiles(files);
  }
  return (
    <DropBox onFiles={take}>
      <Text size="xs">{words('drop')}</Text>
      <Group gap="xs">
        <FileButton onChange={take} resetRef={resetChoice} accept=".xlsx" multiple>
          {(button) => (
            <Button {...button} size="xs" variant="default">
              {words('choose')}
            </Button>
          )}
        </FileButton>
      </Group>
    </DropBox>
  );
}
