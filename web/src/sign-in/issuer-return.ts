const KEPT = 'hub.sign-in-to';

/** Goes to an issuer; whoever comes back in this tab goes on to where they wanted. */
export function goToIssuer(address: string, to: string): void {
  sessionStorage.setItem(KEPT, to);
  window.location.assign(address);
}

export const wantedBefore = (): string | null => sessionStorage.getItem(KEPT);
