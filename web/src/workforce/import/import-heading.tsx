import { Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** What came of a file: whoever chose or confirmed it is brought to it. */
export function ImportHeading({ of: answer, children }: { of: unknown; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [answer]);
  return (
    <Title
      order={3}
      size="h5"
      ref={heading}
      tabIndex={-1}
      w="fit-content"
      style={{ overflowWrap: 'anywhere' }}
    >
      {children}
    </Title>
  );
}
