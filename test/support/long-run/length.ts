/** How long a run takes, and how often something breaks in it. */
export interface RunLength {
  /** In milliseconds, all three. */
  whole: number;
  faultEvery: number;
  sampleEvery: number;
}

/** What HUB_LONG_MINUTES asks for; half an hour unless it is set. */
export function lengthOfRun(): RunLength {
  const minutes = Number(process.env['HUB_LONG_MINUTES'] || 30);
  if (!(minutes >= 1)) throw new Error('HUB_LONG_MINUTES must be a number of minutes from 1');
  return lengthOf(minutes);
}

/** A run of so many minutes: short ones have more faults a minute, so that each kind comes. */
export function lengthOf(minutes: number): RunLength {
  return {
    whole: minutes * 60_000,
    faultEvery: minutes >= 20 ? 60_000 : 15_000,
    sampleEvery: minutes >= 20 ? 10_000 : 2_000,
  };
}
