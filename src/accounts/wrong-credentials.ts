import { SHORT_SPAN } from '../auth/sign-in-limits.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';

type Asking = Pick<Context, 'signIns'>;

/** The refusal of a sign-in: it does not say which of the two is wrong. */
export function wrongCredentials(asking: Asking): Refusal {
  return refusal(asking, null, {
    vi: 'E-mail, tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The e-mail, the sign-in name or the password is wrong.',
  });
}

/** The refusal of the present password of somebody who is signed in. */
export function wrongPassword(asking: Asking, field: string): Refusal {
  return refusal(asking, [field], {
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The present password is wrong.',
  });
}

/** Says what comes of many, because it does not say whether that has come. */
function refusal(
  { signIns: { limits } }: Asking,
  field: string[] | null,
  { vi, en }: Refusal['text'],
): Refusal {
  const minutes = SHORT_SPAN / 60_000;
  const wait = limits && {
    vi: ` Sau ${limits.ofPair} lần sai từ một địa chỉ mạng trong ${minutes} phút, địa chỉ đó phải chờ rồi mới đăng nhập được vào tài khoản này.`,
    en: ` After ${limits.ofPair} wrong passwords from one address within ${minutes} minutes, sign-ins to the account from there have to wait.`,
  };
  return {
    code: 'WRONG_CREDENTIALS',
    field,
    text: { vi: vi + (wait?.vi ?? ''), en: en + (wait?.en ?? '') },
  };
}
