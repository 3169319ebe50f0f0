const KEPT = 'hub.signed-in';

/** Whether this browser was signed in when the console was closed. */
export const wasSignedIn = (): boolean => localStorage.getItem(KEPT) === 'yes';

export function rememberSignedIn(is: boolean): void {
  if (is) localStorage.setItem(KEPT, 'yes');
  else localStorage.removeItem(KEPT);
}
