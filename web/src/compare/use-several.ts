import { useState } from 'react';
import { MOST_COMPARED } from '../overview/compare-address';
import { useView } from '../shared/address';

/** What is compared, to add to and to take from. */
export interface Several {
  /** Which was added last: there one goes on, and hears that it is in. */
  added: string | null;
  /** What was not added, because there is no room. */
  full: { name: string; most: number } | null;
  /** @returns whether it was added. */
  add: (key: string, called: string) => boolean;
  remove: (key: string) => void;
}

/** What the address names several times under a name; a seventh is refused. */
export function useSeveral(name: 'with' | 'day', taken: readonly string[]): Several {
  const [, change] = useView();
  const [added, setAdded] = useState<Several['added']>(null);
  const [full, setFull] = useState<Several['full']>(null);
  return {
    added,
    full,
    add(key, called) {
      if (taken.includes(key)) return false;
      const isFull = taken.length >= MOST_COMPARED;
      setFull(isFull ? { name: called, most: MOST_COMPARED } : null);
      if (isFull) return false;
      setAdded(key);
      change({ [name]: [...taken, key] });
      return true;
    },
    remove(key) {
      setFull(null);
      change({ [name]: taken.filter((each) => each !== key) });
    },
  };
}
