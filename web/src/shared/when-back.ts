/** So often a hub that gave no answer is asked whether it is there again, in milliseconds. */
export const LOOK = 10_000;

/**
 * Asks once more when the network is back, or after a while: a browser does not notice every network that is back,
 * and no hub.
 */
export function whenBack(ask: () => void): void {
  const again = () => {
    window.removeEventListener('online', again);
    clearTimeout(timer);
    ask();
  };
  const timer = setTimeout(again, LOOK);
  window.addEventListener('online', again);
}
