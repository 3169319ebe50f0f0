import { useSearchParams } from 'wouter';

/** Which institutions the address ticks, by their ids, and how to tick others. */
export function useTicks(): [ReadonlySet<string>, (ids: Iterable<string>) => void] {
  const [view, setView] = useSearchParams();
  const change = (ids: Iterable<string>) =>
    setView(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('tick');
        for (const id of ids) after.append('tick', id);
        return after;
      },
      { replace: true },
    );
  return [new Set(view.getAll('tick')), change];
}
