import type { CodePurpose } from '../accounts/account.enums.js';
import type { Refusal } from '../graphql/user-error.js';

/** A code that was given to somebody once. */
export interface FoundCode {
  id: number;
  accountId: number;
  /** The name of the account. */
  name: string;
  purpose: CodePurpose;
  expiresAt: string;
  usedAt: string | null;
  endedAt: string | null;
  disabled: boolean;
  ofClosedSchool: boolean;
  /** Who invited, to be asked for help; null for a forgotten password. */
  byName: string | null;
  byEmail: string | null;
}

/** Why a code opens nothing, and whom to ask; null when it does. */
export function codeProblem(found: FoundCode | null, now: Date): Refusal | null {
  if (!found) return CODE_UNKNOWN;
  if (found.disabled) return about('ACCOUNT_DISABLED', DISABLED, found);
  if (found.ofClosedSchool) return about('INSTITUTION_CLOSED', SCHOOL_CLOSED, found);
  if (found.usedAt !== null) return refusal('CODE_USED', USED);
  if (found.endedAt !== null) return about('CODE_REPLACED', REPLACED, found);
  if (new Date(found.expiresAt) <= now) return about('CODE_EXPIRED', EXPIRED, found);
  return null;
}

const DISABLED = {
  vi: 'Tài khoản này đang bị khoá.',
  en: 'This account is disabled.',
};

const SCHOOL_CLOSED = {
  vi: 'Cơ sở giáo dục của tài khoản này đã đóng, nên lời mời không còn dùng được.',
  en: 'The institution of this account has closed, so the invitation is good no more.',
};

const USED = {
  vi: 'Mã này đã được dùng để đặt mật khẩu. Hãy đăng nhập bằng mật khẩu đó; nếu quên, bấm “Quên mật khẩu”. Nếu không phải Thầy/Cô đã dùng mã, hãy báo ngay cho người vận hành.',
  en: 'This code was used to set the password already. Sign in with that password; if you forgot it, choose “Forgotten password”. If it was not you who used the code, tell an operator at once.',
};

const REPLACED = {
  vi: 'Mã này không còn dùng được vì đã có mã mới hơn, hoặc mật khẩu đã được đặt theo cách khác. Hãy dùng thư mới nhất.',
  en: 'This code is good no more: a newer one took its place, or the password was set in another way. Use the newest mail or letter.',
};

const EXPIRED = {
  vi: 'Mã này đã hết hạn.',
  en: 'This code has expired.',
};

export const CODE_UNKNOWN: Refusal = refusal('CODE_UNKNOWN', {
  vi: 'Không có mã này. Hãy mở lại đường dẫn trong thư, hoặc nhập đủ 20 ký tự của mã. Nếu vẫn không được, hãy nhờ cơ quan đã gửi thư.',
  en: 'There is no such code. Open the link in the mail again, or type all 20 signs of the code. If that does not help, ask the office that sent it.',
});

function refusal(code: string, text: Refusal['text']): Refusal {
  return { code, field: ['code'], text };
}

/** The sentence, and whom to ask for another code. */
function about(code: string, { vi, en }: Refusal['text'], found: FoundCode): Refusal {
  const { purpose, byName, byEmail } = found;
  if (purpose === 'PASSWORD_RESET')
    return refusal(code, {
      vi: `${vi} Hãy bấm “Quên mật khẩu” để nhận thư mới, hoặc nhờ người vận hành.`,
      en: `${en} Choose “Forgotten password” to get another mail, or ask an operator.`,
    });
  const asked = [byName, byEmail && `(${byEmail})`].filter(Boolean).join(' ');
  return refusal(code, {
    vi: `${vi} Hãy nhờ ${asked || 'người vận hành'} mời lại.`,
    en: `${en} Ask ${asked || 'an operator'} for another invitation.`,
  });
}
