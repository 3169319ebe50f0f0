import { useSyncExternalStore } from 'react';

/** How long what was just approved can be undone in place, in seconds. */
export const SECONDS = 10;

/** An approval that was just given. */
export interface Given {
  id: string;
  /** The version that the approval made. */
  version: number;
  name: string;
  /** Puts back what the reviewer had written before it was approved. */
  restore?: () => void;
}

interface Offer {
  given: readonly Given[];
  /** Seconds that are left. */
  left: number;
}

/** Outlives the page on which it was approved: the next report opens by itself. */
let offer: Offer | null = null;
let held = false;
let clock: ReturnType<typeof setInterval> | undefined;
const readers = new Set<() => void>();

function set(next: Offer | null): void {
  offer = next;
  if (next === null) {
    clearInterval(clock);
    held = false;
  }
  readers.forEach((read) => read());
}

/** Offers to undo approvals, for as long as there is time. */
export function offerUndo(given: readonly Given[]): void {
  endOffer();
  if (given.length === 0) return;
  set({ given, left: SECONDS });
  clock = setInterval(() => {
    // They pass only while the offer is on the screen: the next report may take time to come.
    if (offer && !held && readers.size > 0)
      set(offer.left > 1 ? { ...offer, left: offer.left - 1 } : null);
  }, 1000);
}

export const endOffer = (): void => set(null);

/** Stops the seconds while a reader is at the offer, so that it does not go from under their fingers. */
export function holdOffer(isHeld: boolean): void {
  held = isHeld;
}

function subscribe(read: () => void) {
  readers.add(read);
  return () => readers.delete(read);
}

/** What can be undone now; null for nothing. */
export const useUndoOffer = (): Offer | null => useSyncExternalStore(subscribe, () => offer);
