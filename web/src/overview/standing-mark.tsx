import type { ReactNode } from 'react';
import type { Standing } from '../generated/graphql';

const TONES: Record<Standing, 'reached' | 'going' | 'behind' | 'unknown'> = {
  ACHIEVED: 'reached',
  ON_TRACK: 'going',
  MODERATE: 'behind',
  LIMITED: 'behind',
  REVERSING: 'behind',
  MISSED: 'behind',
  NO_TREND: 'unknown',
  NO_DATA: 'unknown',
};

/** A standing in words, on the colour of what it comes to; without a target nothing is behind. */
export function StandingMark({ of, children }: { of: Standing | undefined; children: ReactNode }) {
  return <span className={`standing ${of ? TONES[of] : 'unknown'}`}>{children}</span>;
}
