/** How often something is tried: all of it by `npm run test:long`, a fifth of it in the gate. */
export function times(whole: number): number {
  return process.env.HUB_TEST_LONG ? whole : whole / 5;
}
