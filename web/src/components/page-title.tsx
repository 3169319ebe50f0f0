import { Title, type TitleProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSharedWords } from '../shared/shared.words';

/** Whether a page has been shown already: the first one is read from its beginning by itself. */
let hasShownOne = false;

/** Names the page for the window and the history of the browser. */
export function usePageName(name: string | undefined): void {
  const say = useSharedWords();
  const title = name === undefined ? say('console') : `${name} · ${say('console')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/**
 * The heading of a page, which names it. Whoever comes from another page goes on reading here; what is
 * being typed into keeps the focus.
 */
export function PageTitle({ children, ...rest }: { children: string } & TitleProps) {
  usePageName(children);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isTyping = document.activeElement?.matches('input, select, textarea') ?? false;
    if (hasShownOne && !isTyping) heading.current?.focus();
    hasShownOne = true;
  }, []);
  return (
    <Title order={1} tabIndex={-1} ref={heading} {...rest}>
      {children}
    </Title>
  );
}
