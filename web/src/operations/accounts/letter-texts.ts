import type { Language } from '../../shared/words';

/** Somebody who is invited by a letter. */
export interface Letter {
  id: string;
  name: string;
  signInName: string;
  /** The schools and units that the account is for. */
  places: readonly string[];
  code: string;
  /** Until when the code is good. */
  endsAt: string;
}

interface Facts extends Letter {
  /** Where people reach the hub, as it is typed. */
  address: string;
  /** Who invites, and how to reach them. */
  by: string;
}

interface LetterText {
  title: string;
  dear: string;
  paragraphs: string[];
  steps: string[];
  footer: string;
}

/** What a letter says: each is in both languages, because nobody knows which one its reader prefers. */
export const LETTER: Record<Language, (facts: Facts) => LetterText> = {
  vi: ({ name, places, address, code, signInName, endsAt, by }) => ({
    title: 'Lời mời dùng hệ thống chuyển đổi số giáo dục',
    dear: places.includes(name)
      ? `Kính gửi: ${name}`
      : `Kính gửi Thầy/Cô ${[name, ...places].join(', ')},`,
    paragraphs: [
      `${by} mời Thầy/Cô dùng hệ thống để báo cáo và xem số liệu chuyển đổi số${ofPlaces(places, 'của')}.`,
    ],
    steps: [
      `Quét mã QR, hoặc mở địa chỉ ${address}/invitation`,
      `Nhập mã dùng một lần: ${code}`,
      `Tự đặt mật khẩu, từ 12 ký tự. Những lần sau, đăng nhập tại ${address} bằng tên: ${signInName}`,
    ],
    footer: `Mã dùng được một lần, đến ${moment(endsAt, 'vi-VN')}. Xin giữ kín thư này: ai có mã thì đặt được mật khẩu. Nếu mã không dùng được nữa, xin liên hệ ${by} để nhận thư mới; thư mới làm mã cũ hết hiệu lực.`,
  }),
  en: ({ name, places, address, code, signInName, endsAt, by }) => ({
    title: 'Invitation to the hub of education digital transformation',
    dear: places.includes(name) ? `To: ${name}` : `Dear ${[name, ...places].join(', ')},`,
    paragraphs: [
      `${by} invites you to report and to see figures of the digital transformation${ofPlaces(places, 'of')}.`,
    ],
    steps: [
      `Scan the QR code, or open ${address}/invitation`,
      `Type the one-time code: ${code}`,
      `Set a password of 12 characters or more. From then on sign in at ${address} as: ${signInName}`,
    ],
    footer: `The code works once, until ${moment(endsAt, 'en-GB')}. Keep this letter to yourself: whoever has the code can set the password. If the code works no more, ask ${by} for a new letter, which ends the old code.`,
  }),
};

const ofPlaces = (places: readonly string[], of: string) =>
  places.length > 0 ? ` ${of} ${places.join(', ')}` : '';

/** In the time of the province, whatever the language of the page. */
function moment(value: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' },
  }).format(new Date(value));
}
