import type { Refusal } from '../graphql/user-error.js';

/** How many days a key keeps its answer. */
export const KEY_DAYS = 7;

/** In characters. */
export const LONGEST_KEY = 200;

export const KEY_REUSED: Refusal = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  field: ['idempotencyKey'],
  text: {
    vi: 'Khoá này đã được dùng cho một yêu cầu khác trong 7 ngày qua. Hãy dùng khoá mới cho mỗi yêu cầu mới.',
    en: 'This key was used for another request within the last 7 days. Use a new key for every new request.',
  },
};

export const KEY_TOO_LONG: Refusal = {
  code: 'IDEMPOTENCY_KEY_TOO_LONG',
  field: ['idempotencyKey'],
  text: {
    vi: `Khoá dài quá ${LONGEST_KEY} ký tự.`,
    en: `The key has more than ${LONGEST_KEY} characters.`,
  },
};
