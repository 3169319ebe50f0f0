/** How often something is tried: all of it by `npm run test:long`, a fifth of it in the gate. */
export function times(whole: number): number {
  return (globalThis as { isLongRun?: boolean }).isLongRun ? whole : whole / 5;
}
