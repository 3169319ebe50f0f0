import { useEffect } from 'react';

/**
 * Single keys that do something, off while somebody types in a field.
 * @param keys what each does; null switches them off.
 */
export function useShortcuts(keys: Readonly<Record<string, () => void>> | null): void {
  useEffect(() => {
    if (!keys) return;
    function press(event: KeyboardEvent) {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return;
      if (target.closest('textarea, select, input:not([type=radio], [type=checkbox])')) return;
      const work = keys![key];
      if (!work) return;
      event.preventDefault();
      work();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys]);
}
