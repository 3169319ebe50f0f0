import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSharedWords } from '../shared/shared.words';

/** The head of a page that can be printed: its title with what stands by it, and the button, with others beside it. */
export function PrintedHeading({ children, beside }: { children: ReactNode; beside?: ReactNode }) {
  const say = useSharedWords();
  return (
    <Group justify="space-between" align="end">
      <div>{children}</div>
      <Group gap="xs" className="no-print">
        {beside}
        <Button variant="default" size="xs" onClick={() => window.print()}>
          {say('print')}
        </Button>
      </Group>
    </Group>
  );
}
