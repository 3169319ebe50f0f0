/** What was kept in this browser under a name, after a reload or on another day; null for nothing. */
export function kept<Value>(place: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** Keeps a value in this browser; null forgets it. A browser that keeps nothing, or is full, goes on without. */
export function keep(place: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(value));
  } catch {
    return;
  }
}

/** How the name begins of what only somebody who is signed in may see: it is forgotten when they are no more. */
export const OWN = 'hub.own.';

/** Forgets what was kept of somebody who was signed in here. */
export function forgetOwn(): void {
  for (const place of keptPlaces()) if (place.startsWith(OWN)) keep(place, null);
}

/** The names of all that was kept in this browser. */
export function keptPlaces(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
