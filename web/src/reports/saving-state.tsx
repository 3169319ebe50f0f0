import { Alert, Button, Group, Text } from '@mantine/core';
import { Refusals } from '../components/refusals';
import { useReportsWords } from './reports.words';
import { useSession } from '../shared/session';
import { anchorOf } from './anchor';
import type { Draft } from './use-draft';

/** Whether what was typed has arrived; always in sight, and told to who cannot see it. */
export function SavingState({
  draft: { saving, refused, clashes, keepMine, takeTheirs },
  nameOf,
}: {
  draft: Draft;
  /** What the school calls a question, by its code. */
  nameOf: (question: string) => string;
}) {
  const words = useReportsWords();
  const { state } = useSession();
  // What is refused as a whole says nothing about the other answers.
  const isNamed = refused.every(({ field }) => field?.[0] === 'answers');
  const told = saving === 'refused' && !isNamed ? 'refused-whole' : saving;
  return (
    <div
      style={{
        position: 'sticky',
        top: 56,
        zIndex: 5,
        background: 'var(--page)',
        padding: '6px 0',
      }}
    >
      <Text role="status" size="sm" fw={600}>
        {saving !== 'conflict' &&
          words(saving === 'waiting' && state === 'ended' ? 'signed-out' : told)}
      </Text>
      {saving === 'refused' && <Refusals of={refused} />}
      {saving === 'conflict' && (
        <Alert color="orange" variant="outline" role="alert" title={words('conflict')}>
          <Group gap="xs">
            {clashes.map((code) => (
              <a key={code} href={`#${anchorOf(code)}`}>
                {words('criterion-n', { code: nameOf(code) })}
              </a>
            ))}
          </Group>
          <Group mt="xs">
            <Button size="xs" onClick={keepMine}>
              {words('keep-mine')}
            </Button>
            <Button size="xs" variant="default" onClick={takeTheirs}>
              {words('take-theirs')}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
