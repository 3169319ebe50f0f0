import type { ApiKeyIdentity, ApiKeyScope } from './api-key.js';
import { AccessRefused } from './access-refused.js';
import type { Viewer } from './viewer.js';

export interface Asker {
  viewer: Viewer | null;
  apiKey: ApiKeyIdentity | null;
  publicRead: boolean;
}

/**
 * Checks the right to read public data before it is read. What everybody may read, a key may read too,
 * whatever it is for: nobody gets more by leaving it out.
 * @param scope the scope that a key needs where not everybody may read.
 * @throws AccessRefused KEY_SCOPE_MISSING, PUBLIC_READ_OFF.
 */
export function requireReading({ viewer, apiKey, publicRead }: Asker, scope: ApiKeyScope): void {
  if (publicRead) return;
  if (apiKey) {
    if (!apiKey.scopes.includes(scope)) throw scopeMissing(scope);
  } else if (!viewer) throw PUBLIC_READ_OFF;
}

/**
 * Keys may only read, so that a leaked key changes nothing.
 * @throws AccessRefused KEY_READ_ONLY.
 */
export function requireNoKey({ apiKey }: Asker): void {
  if (apiKey) throw KEY_READ_ONLY;
}

/**
 * Refuses somebody who has to do something first. A password that an operator set is known to two people;
 * and where the hub asks for a second factor, a password alone opens nothing.
 * @throws AccessRefused PASSWORD_CHANGE_REQUIRED, SECOND_FACTOR_REQUIRED.
 */
export function requireNotHeld({ viewer }: Pick<Asker, 'viewer'>): void {
  if (viewer?.passwordChangeRequired) throw PASSWORD_CHANGE_REQUIRED;
  if (viewer?.secondFactorRequired) throw SECOND_FACTOR_REQUIRED;
}

const PASSWORD_CHANGE_REQUIRED = AccessRefused.insufficient('PASSWORD_CHANGE_REQUIRED', {
  vi: 'Mật khẩu này do người vận hành đặt. Hãy đổi mật khẩu trước khi làm việc khác.',
  en: 'An operator set this password. Change it before anything else.',
});

const SECOND_FACTOR_REQUIRED = AccessRefused.insufficient('SECOND_FACTOR_REQUIRED', {
  vi: 'Hệ thống này yêu cầu tài khoản của bạn dùng xác thực hai bước. Hãy thiết lập ứng dụng xác thực (secondFactorStart, secondFactorConfirm, hoặc trang “Xác thực hai bước”) trước khi làm việc khác.',
  en: 'This hub asks for a second factor of your account. Set up an authenticator app (secondFactorStart, secondFactorConfirm, or the page “Sign-in in two steps”) before anything else.',
});

const PUBLIC_READ_OFF = AccessRefused.missing('PUBLIC_READ_OFF', {
  vi: 'Hệ thống này không trả lời câu hỏi ẩn danh. Hãy gửi khoá API (X-Api-Key) hoặc đăng nhập bằng sessionStart.',
  en: 'This hub answers no anonymous questions. Send an API key (X-Api-Key), or sign in with sessionStart.',
});

const KEY_READ_ONLY = AccessRefused.insufficient('KEY_READ_ONLY', {
  vi: 'Khoá API chỉ để đọc. Hãy đăng nhập bằng sessionStart, không gửi kèm khoá, để thay đổi dữ liệu.',
  en: 'An API key only reads. To change something sign in with sessionStart, without a key.',
});

function scopeMissing(scope: ApiKeyScope): AccessRefused {
  return AccessRefused.insufficient('KEY_SCOPE_MISSING', {
    vi: `Khoá API này không có phạm vi ${scope}. Hãy xin người vận hành một khoá có phạm vi đó.`,
    en: `This API key does not have the scope ${scope}. Ask an operator for one that has.`,
  });
}
