import type { Refusal } from '../graphql/user-error.js';
import type { RoundPhase } from '../vocabulary/round.enums.js';

export type RoundAction = 'open' | 'extend' | 'close' | 'amend' | 'withdraw';

/** Why an action is not possible in a phase; null when it is. */
export function roundOutOfTurn(action: RoundAction, phase: RoundPhase): Refusal | null {
  if (phase === 'WITHDRAWN') return ROUND_WITHDRAWN;
  switch (action) {
    case 'open':
      if (phase === 'OPEN') return ALREADY_OPEN;
      return phase === 'CLOSED' ? CLOSED : null;
    case 'close':
      return phase === 'CLOSED' ? ALREADY_CLOSED : null;
    case 'extend':
    case 'amend':
    case 'withdraw':
      return null;
  }
}

export const ROUND_WITHDRAWN: Refusal = {
  code: 'ROUND_WITHDRAWN',
  field: ['id'],
  text: {
    vi: 'Đợt báo cáo đã bị thu hồi nên không thay đổi được nữa. Hãy tạo đợt mới.',
    en: 'The round was withdrawn and cannot be changed. Create a new one.',
  },
};

const ALREADY_OPEN: Refusal = {
  code: 'ALREADY_OPEN',
  field: ['id'],
  text: { vi: 'Đợt báo cáo đang mở.', en: 'The round is open already.' },
};

const CLOSED: Refusal = {
  code: 'CLOSED',
  field: ['id'],
  text: {
    vi: 'Đợt báo cáo đã đóng. Hãy gia hạn để mở lại.',
    en: 'The round is closed. Extend it to open it again.',
  },
};

const ALREADY_CLOSED: Refusal = {
  code: 'ALREADY_CLOSED',
  field: ['id'],
  text: { vi: 'Đợt báo cáo đã đóng rồi.', en: 'The round is closed already.' },
};
