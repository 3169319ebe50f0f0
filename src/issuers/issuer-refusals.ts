import type { IssuerProblem } from '../auth/issuer-problem.js';
import type { SignInIssuer } from '../auth/sign-in-issuers.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Text } from '../shared/text.js';

type Named = Pick<SignInIssuer, 'name' | 'contact'>;

const refusal = (code: string, vi: string, en: string): Refusal => ({
  code,
  field: null,
  text: { vi, en },
});

/** Whom to ask, in the words of the settings. */
const asked = ({ contact }: Named): Text => ({
  vi: contact ?? 'người vận hành hệ thống',
  en: contact ?? 'an operator of this hub',
});

export const ISSUER_UNKNOWN = refusal(
  'ISSUER_UNKNOWN',
  'Hệ thống không nhận đăng nhập qua nhà cung cấp này nữa. Hãy tải lại trang đăng nhập và chọn cách khác.',
  'This hub does not sign in through that issuer any more. Load the sign-in page anew and choose another way.',
);

export const SIGN_IN_NOT_BEGUN = refusal(
  'SIGN_IN_NOT_BEGUN',
  'Lần đăng nhập này đã xong, đã quá 10 phút, hoặc được bắt đầu ở trình duyệt khác. Hãy bấm nút đăng nhập lần nữa.',
  'This sign-in is done already, took longer than 10 minutes, or was begun in another browser. Choose the button once more.',
);

export const SIGN_IN_OF_ANOTHER_TAB = refusal(
  'SIGN_IN_OF_ANOTHER_TAB',
  'Sau lần này, một lần đăng nhập khác đã được bắt đầu ở thẻ khác của trình duyệt. Hãy hoàn tất ở thẻ đó, hoặc bấm nút đăng nhập lần nữa ở đây.',
  'After this sign-in another one was begun in another tab of the browser. Finish it there, or choose the button here once more.',
);

export const IDENTITY_TAKEN = refusal(
  'IDENTITY_TAKEN',
  'Người vừa đăng nhập ở nhà cung cấp này đã gắn với một tài khoản khác. Hãy đăng xuất ở đó rồi thử lại bằng tài khoản của mình, hoặc nhờ người vận hành gỡ liên kết cũ.',
  'Whoever has signed in at the issuer is linked to another account already. Sign out there and try again as yourself, or ask an operator to unlink it.',
);

export const IDENTITY_EXISTS = refusal(
  'IDENTITY_EXISTS',
  'Tài khoản này đã gắn với một người khác của nhà cung cấp này. Hãy nhờ người vận hành gỡ liên kết cũ trước.',
  'This account is linked to somebody else of that issuer. Ask an operator to unlink it first.',
);

export const ACCOUNT_HERE = refusal(
  'ACCOUNT_NOT_LINKED',
  'Hệ thống này đã có tài khoản với thư điện tử của Thầy/Cô. Hãy đăng nhập bằng mật khẩu của tài khoản ấy (hoặc nhận lời mời), rồi liên kết ở trang “Tài khoản của tôi”.',
  'This hub has an account with your e-mail already. Sign in with its password, or accept its invitation, and link the two on the page “My account”.',
);

/** Somebody whom no rule lets in. */
export function notAdmitted(issuer: Named, email: string | null): Refusal {
  const who = email === null ? '' : ` (${email})`;
  return refusal(
    'NOT_ADMITTED',
    `${issuer.name} đã xác nhận đúng là Thầy/Cô${who}, nhưng hệ thống này chưa có tài khoản cho Thầy/Cô. Hãy liên hệ ${asked(issuer).vi} để được cấp tài khoản. Nếu đã có tài khoản với mật khẩu, hãy đăng nhập bằng mật khẩu rồi liên kết ở trang “Tài khoản của tôi”.`,
    `${issuer.name} has confirmed who you are${who}, but this hub has no account for you. Ask ${asked(issuer).en} for one. If you have an account with a password, sign in with it and link the two on the page “My account”.`,
  );
}

export function accountDisabled(issuer: Named): Refusal {
  return refusal(
    'ACCOUNT_DISABLED',
    `Tài khoản của Thầy/Cô ở hệ thống này đang bị khoá. Hãy liên hệ ${asked(issuer).vi}.`,
    `Your account at this hub is disabled. Ask ${asked(issuer).en}.`,
  );
}

/** A rule that names a unit that there is not. */
export function ruleWrong(issuer: Named, unit: string): Refusal {
  return refusal(
    'NEWCOMER_RULE_WRONG',
    `Chưa tạo được tài khoản: quy tắc cho người mới của ${issuer.name} nêu đơn vị ${unit}, mà hôm nay hệ thống không có đúng một đơn vị mang mã ấy. Hãy báo ${asked(issuer).vi}.`,
    `No account was made: the rule of ${issuer.name} for newcomers names unit ${unit}, and today not exactly one unit has that code. Tell ${asked(issuer).en}.`,
  );
}

/** Why the issuer did not sign somebody in, and what to do. */
export function issuerRefusal(issuer: Named, { kind }: IssuerProblem): Refusal {
  const { name } = issuer;
  const { vi, en } = asked(issuer);
  switch (kind) {
    case 'UNREACHABLE':
      return refusal(
        'ISSUER_UNREACHABLE',
        `${name} hiện không trả lời. Hãy thử lại sau vài phút, hoặc đăng nhập bằng mật khẩu nếu có.`,
        `${name} does not answer now. Try again in some minutes, or sign in with a password if you have one.`,
      );
    case 'DECLINED':
      return refusal(
        'ISSUER_DECLINED',
        `Việc đăng nhập ở ${name} đã bị huỷ hoặc không được chấp nhận. Hãy thử lại nếu đó không phải ý của Thầy/Cô.`,
        `The sign-in at ${name} was cancelled or not accepted. Try again if that was not what you wanted.`,
      );
    case 'CODE_SPENT':
      return refusal(
        'ISSUER_CODE_SPENT',
        `Lần đăng nhập này ở ${name} đã được dùng hoặc đã quá hạn. Hãy bấm nút đăng nhập lần nữa.`,
        `This sign-in at ${name} was used already or has expired. Choose the button once more.`,
      );
    case 'CLIENT_REFUSED':
      return refusal(
        'ISSUER_CLIENT_REFUSED',
        `${name} không chấp nhận hệ thống này: thông tin kết nối không đúng. Hãy báo ${vi}.`,
        `${name} does not accept this hub: the settings for it are wrong. Tell ${en}.`,
      );
    case 'CLOCK':
      return refusal(
        'ISSUER_CLOCK_OFF',
        `Đồng hồ của ${name} và của hệ thống này lệch nhau, nên chưa đăng nhập được. Hãy báo ${vi}.`,
        `The clocks of ${name} and of this hub differ, so nobody was signed in. Tell ${en}.`,
      );
    case 'UNTRUSTED':
      return refusal(
        'ISSUER_UNTRUSTED',
        `Câu trả lời của ${name} không chứng minh được Thầy/Cô là ai, nên chưa đăng nhập. Hãy thử lại; nếu vẫn vậy, hãy báo ${vi}.`,
        `The answer of ${name} does not prove who you are, so nobody was signed in. Try again; if it stays, tell ${en}.`,
      );
  }
}
