import { useEffect } from 'react';

/** Where a key means something else. */
const BUSY = 'textarea, select, input:not([type=radio], [type=checkbox]), [role=dialog]';

/**
 * Single keys that do something, off while somebody types in a field or is asked something.
 * @param keys what each does; null switches them off.
 */
export function useShortcuts(keys: Readonly<Record<string, () => void>> | null): void {
  useEffect(() => {
    if (!keys) return;
    function press(event: KeyboardEvent) {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
      if (target.closest(BUSY)) return;
      const work = keys![key];
      if (!work) return;
      event.preventDefault();
      work();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys]);
}
