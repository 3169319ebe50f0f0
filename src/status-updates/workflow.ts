import type { Refusal } from '../graphql/user-error.js';
import type { LockReason, RoundPhase } from '../vocabulary/round.enums.js';
import { lockOf } from '../rounds/lock.js';
import type { UpdateState } from '../vocabulary/status-update.enums.js';

export type Action =
  'save' | 'submit' | 'withdraw' | 'return' | 'approve' | 'correct' | 'takeBack' | 'reopen';

/** The standing of an update; an institution that has not begun has no state. */
export interface Standing {
  phase: RoundPhase;
  called: boolean;
  state: UpdateState | null;
  hasDraft: boolean;
  /** Whether the viewer made the submission that is to be decided on. */
  ownSubmission: boolean;
}

/** Why the answers cannot be written now; null when they can. */
export function lockOfUpdate({ called, phase, state }: Standing): LockReason | null {
  return called || phase === 'WITHDRAWN' ? lockOf({ phase, state }) : 'NOT_CALLED';
}

/**
 * Why an action is out of turn for any viewer; null when it is in turn. Institutions act while the
 * round is open for them; decisions may come after it has closed. Nobody may decide on their own submission.
 */
export function outOfTurn(action: Action, standing: Standing): Refusal | null {
  const { phase, state, hasDraft, ownSubmission } = standing;
  const refuse = (code: keyof typeof TEXTS): Refusal => ({
    code,
    field: ['id'],
    text: TEXTS[code],
  });
  if (phase === 'WITHDRAWN') return refuse('ROUND_WITHDRAWN');
  switch (action) {
    case 'save':
    case 'submit': {
      const lock = lockOfUpdate(standing);
      if (lock) return refuse(lock);
      return action === 'submit' && !hasDraft ? refuse('NOTHING_TO_SUBMIT') : null;
    }
    case 'withdraw':
      if (state !== 'SUBMITTED') return refuse('NOT_IN_REVIEW');
      return phase === 'CLOSED' ? refuse('CLOSED') : null;
    case 'reopen':
      if (state !== 'APPROVED') return refuse('NOT_APPROVED');
      return phase === 'CLOSED' ? refuse('CLOSED') : null;
    case 'return':
    case 'approve':
      if (state !== 'SUBMITTED') return refuse('NOT_IN_REVIEW');
      return ownSubmission ? refuse('OWN_SUBMISSION') : null;
    case 'correct':
    case 'takeBack':
      if (state !== 'APPROVED') return refuse('NOT_APPROVED');
      return ownSubmission ? refuse('OWN_SUBMISSION') : null;
  }
}

const TEXTS = {
  NOT_OPEN_YET: {
    vi: 'Đợt báo cáo chưa mở. Hãy chờ đến ngày mở.',
    en: 'The round is not open yet. Wait for the day it opens.',
  },
  CLOSED: {
    vi: 'Đợt báo cáo đã đóng. Hãy đề nghị người lập kế hoạch mở lại cho cơ sở hoặc gia hạn cả đợt.',
    en: 'The round is closed. Ask a planner to reopen it for the institution or to extend it for all.',
  },
  IN_REVIEW: {
    vi: 'Bản cập nhật đang chờ duyệt. Hãy rút lại nếu cần sửa.',
    en: 'The update is being reviewed. Withdraw it to change it.',
  },
  ALREADY_DECIDED: {
    vi: 'Bản cập nhật đã được duyệt. Hãy mở lại để gửi bản đính chính.',
    en: 'The update has been approved. Reopen it to hand in a correction.',
  },
  ROUND_WITHDRAWN: {
    vi: 'Đợt báo cáo đã bị thu hồi. Câu trả lời đã lưu sẽ được điền sẵn vào đợt sau.',
    en: 'The round was withdrawn. The saved answers will fill the next one.',
  },
  NOT_CALLED: {
    vi: 'Đợt báo cáo không gọi cơ sở này: vào ngày số liệu cơ sở không ở trong đơn vị của đợt, hoặc không có tiêu chí nào dành cho loại hình của cơ sở.',
    en: 'The round does not call this institution: on the reference date it was not in the round’s unit, or no criterion is for its kind.',
  },
  NOTHING_TO_SUBMIT: {
    vi: 'Chưa có gì mới để nộp. Hãy lưu câu trả lời trước.',
    en: 'There is nothing new to submit. Save answers first.',
  },
  NOT_IN_REVIEW: {
    vi: 'Bản cập nhật không ở trạng thái chờ duyệt: chưa nộp, đã trả lại, đã rút hoặc đã duyệt.',
    en: 'The update is not waiting for a decision: it was not submitted, or returned, withdrawn or approved.',
  },
  NOT_APPROVED: {
    vi: 'Bản cập nhật chưa được duyệt, hoặc đang có bản đính chính chưa xong.',
    en: 'The update is not approved, or a correction of it is under way.',
  },
  OWN_SUBMISSION: {
    vi: 'Người nộp không tự quyết định bản của mình. Hãy để người khác duyệt.',
    en: 'Nobody decides on what they handed in themselves. Somebody else has to.',
  },
} satisfies Record<string, Refusal['text']>;
