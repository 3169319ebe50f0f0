import { useView } from './address';

/** What the address ticks, and how to tick others. */
export function useTicks(): [ReadonlySet<string>, (ids: Iterable<string>) => void] {
  const [view, change] = useView();
  return [new Set(view.getAll('tick')), (ids) => change({ tick: [...ids] }, true)];
}
