import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSharedWords } from '../shared/shared.words';

/** The head of a page that can be printed: its title with what stands by it, and the button. */
export function PrintedHeading({ children }: { children: ReactNode }) {
  const say = useSharedWords();
  return (
    <Group justify="space-between" align="end">
      <div>{children}</div>
      <Button variant="default" size="xs" className="no-print" onClick={() => window.print()}>
        {say('print')}
      </Button>
    </Group>
  );
}
