import { requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The longest name, in characters. */
export const LONGEST_NAME = 200;

/** How long a key is good: at most, and where nothing is said, in days. */
export const EXPIRY_DAYS = { most: 1826, usual: 365 } as const;

/** How long a replaced secret stays good: at most, and where nothing is said, in hours. */
export const OVERLAP_HOURS = { most: 720, usual: 24 } as const;

/** What a new key is to be. */
export interface NewApiKey {
  name: string;
  scopes: readonly string[];
  /** Null means the usual time from now. */
  expiresAt: Date | null;
}

/** Everything that is wrong with a new key. */
export function apiKeyProblems({ name, scopes, expiresAt }: NewApiKey, now: Date): Refusal[] {
  return [
    ...requiredTextProblems(name, 'name', LONGEST_NAME),
    ...(scopes.length === 0 ? [SCOPES_MISSING] : []),
    ...(expiresAt === null ? [] : expiryProblems(expiresAt, now)),
  ];
}

/** What is wrong with the end of a key: over already, or too far away. */
export function expiryProblems(expiresAt: Date, now: Date): Refusal[] {
  const latest = new Date(now.getTime() + EXPIRY_DAYS.most * DAY);
  if (expiresAt > now && expiresAt <= latest) return [];
  return [
    {
      code: 'EXPIRY_UNFIT',
      field: ['expiresAt'],
      text: {
        vi: `Khoá hết hạn lúc ${expiresAt.toISOString()}; phải sau bây giờ và muộn nhất là ${latest.toISOString()}.`,
        en: `The key would expire at ${expiresAt.toISOString()}; that has to be after now, and ${latest.toISOString()} at the latest.`,
      },
    },
  ];
}

/** What is wrong with the hours for which a replaced secret is to stay good. */
export function overlapProblems(hours: number): Refusal[] {
  if (hours >= 0 && hours <= OVERLAP_HOURS.most) return [];
  return [
    {
      code: 'OVERLAP_UNFIT',
      field: ['overlapHours'],
      text: {
        vi: `overlapHours là ${hours}; chỉ nhận từ 0 (hết hiệu lực ngay) đến ${OVERLAP_HOURS.most}.`,
        en: `overlapHours is ${hours}; it must be from 0 (ends at once) to ${OVERLAP_HOURS.most}.`,
      },
    },
  ];
}

/** When a key expires of which nothing is said. */
export function usualExpiry(now: Date): Date {
  return new Date(now.getTime() + EXPIRY_DAYS.usual * DAY);
}

/** When the secrets end that are replaced now. */
export function overlapEnd(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * HOUR);
}

const SCOPES_MISSING: Refusal = {
  code: 'LIST_EMPTY',
  field: ['scopes'],
  text: {
    vi: 'scopes còn trống; một khoá cần ít nhất một phạm vi.',
    en: 'scopes is empty; a key needs one at least.',
  },
};
