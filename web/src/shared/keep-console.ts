/** So long after the page has come the rest of the console comes, in milliseconds: the figures of the page go first. */
const LATER = 3_000;

/**
 * Keeps the console in this browser, so that it opens without a network. The browser does so only where the hub is
 * reached by HTTPS, or on the same machine; elsewhere everything else goes on as it is.
 */
export function keepConsole(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const begin = () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  window.addEventListener('load', () => setTimeout(begin, LATER));
}
