import { Alert, Text } from '@mantine/core';
import { Question } from '../components/question';

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
  return (
    <Question opened={opened} title={label} confirm={label} onAnswer={onAnswer}>
      <Text>{question}</Text>
      {unseen && (
        <Alert color="orange" variant="outline">
          {unseen}
        </Alert>
      )}
    </Question>
  );
}
