import { useEffect, useState } from 'react';

/** The updates that were opened on this page of the browser, with their versions. */
const opened = new Set<string>();

const keyOf = (id: string, version: number | null | undefined) => `${id} ${version ?? 0}`;

export const wasOpened = (id: string, version: number | null | undefined): boolean =>
  opened.has(keyOf(id, version));

/** The codes of the answers of an update that have been in sight, at least half of each. */
export function useSeen(id: string, version: number | null | undefined): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    opened.add(keyOf(id, version));
    const watch = new IntersectionObserver(
      (entries) => {
        const codes = entries.flatMap(({ isIntersecting, target }) =>
          isIntersecting ? [target.getAttribute('data-criterion') ?? ''] : [],
        );
        if (codes.length > 0) setSeen((before) => new Set([...before, ...codes]));
      },
      { threshold: 0.5 },
    );
    document.querySelectorAll('[data-criterion]').forEach((card) => watch.observe(card));
    return () => watch.disconnect();
  }, [id, version]);
  return seen;
}
