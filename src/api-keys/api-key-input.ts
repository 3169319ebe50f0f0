import type { ApiKeyScope } from '../auth/api-key.js';
import { requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const LONGEST_NAME = 200;

/** The longest and the default life of a key, in days. */
export const EXPIRY_DAYS = { most: 1826, usual: 365 } as const;

/** The longest and the default life of a replaced secret, in hours. */
export const OVERLAP_HOURS = { most: 720, usual: 24 } as const;

export interface NewApiKey {
  name: string;
  scopes: readonly ApiKeyScope[];
  /** Null means the default life from now. */
  expiresAt: Date | null;
}

export function apiKeyProblems({ name, scopes, expiresAt }: NewApiKey, now: Date): Refusal[] {
  return [
    ...requiredTextProblems(name, 'name', LONGEST_NAME),
    ...(scopes.length === 0 ? [SCOPES_MISSING] : []),
    ...(expiresAt === null ? [] : expiryProblems(expiresAt, now)),
  ];
}

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

export function overlapProblems(hours: number): Refusal[] {
  if (hours >= 0 && hours <= OVERLAP_HOURS.most) return [];
  return [
    {
      code: 'OVERLAP_UNFIT',
      field: ['overlapHours'],
      text: {
        vi: `Số giờ khoá cũ còn dùng được là ${hours}; chỉ nhận từ 0 (hết hiệu lực ngay) đến ${OVERLAP_HOURS.most}.`,
        en: `The hours for which the old secret is good are ${hours}; they must be from 0 (it ends at once) to ${OVERLAP_HOURS.most}.`,
      },
    },
  ];
}

export function usualExpiry(now: Date): Date {
  return new Date(now.getTime() + EXPIRY_DAYS.usual * DAY);
}

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
