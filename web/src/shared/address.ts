import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'wouter';

/** Changes what the address says; what is null or empty is left out of it. */
export type ChangeView = (changes: Record<string, string | null>, replace?: boolean) => void;

/**
 * What the address says of the view, and how to change it: whoever opens the address sees the same.
 */
export function useView(): [URLSearchParams, ChangeView] {
  const [search, setSearch] = useSearchParams();
  const change = useCallback<ChangeView>(
    (changes, replace = false) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes))
            if (value) after.set(name, value);
            else after.delete(name);
          return after;
        },
        { replace },
      ),
    [setSearch],
  );
  return [search, change];
}

/** An address of this console with a view. */
export function addressOf(
  path: string,
  view: Record<string, string | null | undefined> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

export const useGo = () => useLocation()[1];
