import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useSharedWords } from '../shared/shared.words';

/** Asks before anything is approved, and says what is about to be done. */
export function ApproveQuestion({
  opened,
  label,
  question,
  unseen,
  onAnswer,
}: {
  opened: boolean;
  /** What is done, as its button says it. */
  label: string;
  question: string;
  /** What has changed and was not looked at; null for nothing. */
  unseen: string | null;
  onAnswer: (yes: boolean) => void;
}) {
  const say = useSharedWords();
  return (
    <Modal
      opened={opened}
      onClose={() => onAnswer(false)}
      title={label}
      closeButtonProps={{ 'aria-label': say('close') }}
      centered
    >
      <Text>{question}</Text>
      {unseen && (
        <Alert color="orange" variant="outline" mt="sm">
          {unseen}
        </Alert>
      )}
      <Group mt="md">
        <Button data-autofocus onClick={() => onAnswer(true)}>
          {label}
        </Button>
        <Button variant="default" onClick={() => onAnswer(false)}>
          {say('cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
