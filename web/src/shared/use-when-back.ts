import { useEffect, useRef } from 'react';
import { LOOK } from './when-back';

/**
 * Asks once more when the network is back.
 * @param again undefined where nothing is to be asked.
 * @param looks whether the page looks by itself, too: a browser does not notice every network that is back, and no hub.
 */
export function useWhenBack(again: (() => void) | undefined, looks: boolean): void {
  const newest = useRef(again);
  useEffect(() => {
    newest.current = again;
  }, [again]);
  const waits = again !== undefined;
  useEffect(() => {
    if (!waits) return;
    const ask = () => newest.current?.();
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [waits]);
  useEffect(() => {
    if (!waits || !looks) return;
    const look = () =>
      fetch('/health/live').then(
        ({ ok }) => ok && newest.current?.(),
        () => undefined,
      );
    const timer = setInterval(() => void look(), LOOK);
    return () => clearInterval(timer);
  }, [waits, looks]);
}
