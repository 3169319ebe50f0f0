import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'wouter';

/** What an address says under a name, once or several times; what is null or empty is left out of it. */
type Said = string | readonly string[] | null | undefined;

/** Changes what the address says. */
export type ChangeView = (changes: Record<string, Said>, replace?: boolean) => void;

function put(view: URLSearchParams, name: string, said: Said): void {
  if (said && typeof said === 'string') return view.set(name, said);
  view.delete(name);
  for (const each of said || []) view.append(name, each);
}

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
          for (const [name, said] of Object.entries(changes)) put(after, name, said);
          return after;
        },
        { replace },
      ),
    [setSearch],
  );
  return [search, change];
}

/** An address of this console with a view. */
export function addressOf(path: string, view: Record<string, Said> = {}): string {
  const search = new URLSearchParams();
  for (const [name, said] of Object.entries(view)) put(search, name, said);
  return search.size > 0 ? `${path}?${search}` : path;
}

export const useGo = () => useLocation()[1];
