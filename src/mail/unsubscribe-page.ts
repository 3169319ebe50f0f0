import type { Language, Text } from '../shared/text.js';
import { isNameIn } from '../shared/enumeration.js';
import { escaped } from '../shared/escaped.js';
import { DigestKind } from './mail.enums.js';
import type { Addressee } from './mail-preference.service.js';

const REMINDERS: Record<'title' | 'ask' | 'yes' | 'done', Text> = {
  title: { vi: 'Thư nhắc nộp báo cáo', en: 'Reminders of reports' },
  ask: {
    vi: 'Ngừng gửi thư nhắc (mở đợt, sắp đến hạn, quá hạn, thư nhắc của đơn vị) cho tài khoản {name}? Thư về kết quả thẩm định vẫn được gửi.',
    en: 'Send no more reminders (rounds opened, due, overdue, reminders of planners) to the account {name}? Mails about decisions are still sent.',
  },
  yes: { vi: 'Ngừng gửi thư nhắc', en: 'Send no more reminders' },
  done: {
    vi: 'Đã ngừng gửi thư nhắc cho tài khoản {name}.',
    en: 'No more reminders are sent to the account {name}.',
  },
};

const DIGESTS: typeof REMINDERS = {
  title: { vi: 'Thư tình hình báo cáo hằng tuần', en: 'Weekly mails about reports' },
  ask: {
    vi: 'Ngừng gửi thư tình hình báo cáo hằng tuần cho tài khoản {name}? Các thư khác vẫn được gửi.',
    en: 'Send no more weekly mails about reports to the account {name}? Other mails are still sent.',
  },
  yes: { vi: 'Ngừng gửi thư hằng tuần', en: 'Send no more weekly mails' },
  done: {
    vi: 'Đã ngừng gửi thư hằng tuần cho tài khoản {name}.',
    en: 'No more weekly mails are sent to the account {name}.',
  },
};

const WORDS: Record<'unknown' | 'choose', Text> = {
  unknown: {
    vi: 'Liên kết này không còn dùng được. Hãy đăng nhập và chọn thư muốn nhận ở trang tài khoản.',
    en: 'This link is not good any more. Sign in, and choose your mails on the page of your account.',
  },
  choose: {
    vi: 'Chọn lại thư muốn nhận ở trang tài khoản',
    en: 'Choose your mails again on the page of your account',
  },
};

/**
 * A page without scripts: whoever follows the link of a mail is asked, because programs that check mails
 * follow links as well; whoever says yes is told that it is done.
 * @param account null for a key of no mail.
 */
export function unsubscribePage(
  step: 'ask' | 'done',
  account: Addressee | null,
  language: Language,
): string {
  const words = {
    ...WORDS,
    ...(account && isNameIn(DigestKind, account.kind) ? DIGESTS : REMINDERS),
  };
  const say = (word: keyof typeof words) =>
    escaped(words[word][language].replace('{name}', `“${account?.name}”`));
  const body =
    account === null
      ? `<p>${say('unknown')}</p>`
      : step === 'ask'
        ? `<p>${say('ask')}</p><form method="post"><button type="submit">${say('yes')}</button></form>`
        : `<p role="status">${say('done')}</p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${say('title')}</title></head>
<body><main><h1>${say('title')}</h1>${body}
<p><a href="/account">${say('choose')}</a></p></main></body></html>
`;
}
