import { Button, Group, Modal, Text } from '@mantine/core';
import { useSharedWords } from '../shared/shared.words';
import { useReviewWords } from './review.words';

/** Asks whoever pressed the key that approves: a single key is pressed by mistake. */
export function ApproveQuestion({
  opened,
  name,
  label,
  onAnswer,
}: {
  opened: boolean;
  name: string;
  /** What is done, as its button says it. */
  label: string;
  onAnswer: (yes: boolean) => void;
}) {
  const say = useSharedWords();
  const words = useReviewWords();
  return (
    <Modal
      opened={opened}
      onClose={() => onAnswer(false)}
      title={label}
      closeButtonProps={{ 'aria-label': say('close') }}
      centered
    >
      <Text>{words('approve-sure', { name })}</Text>
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
