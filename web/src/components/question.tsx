import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSharedWords } from '../shared/shared.words';

/** Asks before something is done that cannot easily be undone, in a dialog: there is room for it wherever its button is. */
export function Question({
  opened,
  title,
  confirm,
  removes = false,
  busy = false,
  onAnswer,
  children,
}: {
  opened: boolean;
  /** What is done, as its button says it. */
  title: string;
  /** What the button says that does it. */
  confirm: string;
  /** Whether something is gone afterwards: then it looks like it. */
  removes?: boolean;
  busy?: boolean;
  onAnswer: (yes: boolean) => void;
  /** What to think of before. */
  children: ReactNode;
}) {
  const say = useSharedWords();
  return (
    <Modal
      opened={opened}
      onClose={() => onAnswer(false)}
      title={title}
      closeButtonProps={{ 'aria-label': say('close') }}
      centered
    >
      <Stack gap="sm">
        {children}
        <Group>
          <Button
            color={removes ? 'red.9' : undefined}
            loading={busy}
            data-autofocus
            onClick={() => onAnswer(true)}
          >
            {confirm}
          </Button>
          <Button variant="default" onClick={() => onAnswer(false)}>
            {say('cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
