import { Title } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** The heading of what was opened from a list: whoever opened it goes on from there, by keyboard too. */
export function OpenedTitle({ children, quiet }: { children: ReactNode; quiet?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // As it was when it appeared.
  const [focused] = useState(!quiet);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  return (
    <Title order={2} size="h3" ref={heading} tabIndex={-1}>
      {children}
    </Title>
  );
}
