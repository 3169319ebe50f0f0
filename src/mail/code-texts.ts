import { momentInVietnam } from '../shared/dates.js';
import type { Language, Text } from '../shared/text.js';
import type { MailPart } from './mail-layout.js';
import type { CodeMailKind } from './mail.enums.js';

/** What a mail with a code says, as it is kept until it is sent; the code itself is kept nowhere. */
export interface CodeFacts {
  /** From which the hub derives the code when it sends the mail. */
  seed: string;
  /** Whom it is for. */
  name: string;
  signInName: string;
  /** The name of the person who invites; null for who asked for it themselves. */
  by: string | null;
  /** The institutions and units that the account is for. */
  places: string[];
  expiresAt: string;
}

/**
 * What a mail with a code says in one language. The code stands behind the # of the link, which browsers
 * send to nobody.
 * @param publicUrl where people reach the hub, without a slash at its end.
 */
export function codePart(
  { kind, facts, code }: { kind: CodeMailKind; facts: CodeFacts; code: string },
  publicUrl: string,
  language: Language,
): MailPart {
  const { page, subject, open, why, linesOf } = SAID[kind];
  return {
    subject: [subject[language], ...facts.places.slice(0, 1)].join(' · '),
    paragraphs: linesOf(facts).map((line) => line[language]),
    link: { label: open[language], address: `${publicUrl}${page}#${code}` },
    footer: [why[language]],
  };
}

/** What a kind of mail says, and the page of the console that its link opens. */
interface Said {
  page: string;
  subject: Text;
  open: Text;
  why: Text;
  linesOf: (facts: CodeFacts) => Text[];
}

const SAID: Record<CodeMailKind, Said> = {
  INVITED: {
    page: '/invitation',
    subject: {
      vi: 'Lời mời dùng hệ thống chuyển đổi số giáo dục',
      en: 'You are invited to the hub of education digital transformation',
    },
    open: { vi: 'Đặt mật khẩu và đăng nhập', en: 'Set your password and sign in' },
    why: {
      vi: 'Thư này được gửi tự động. Nếu Thầy/Cô không liên quan, xin bỏ qua: khi chưa đặt mật khẩu thì không ai đăng nhập được. Xin đừng chuyển tiếp và đừng trả lời thư.',
      en: 'This mail was sent by itself. If it is not meant for you, ignore it: nobody can sign in until a password is set. Please do not forward it, and do not answer it.',
    },
    linesOf: ({ name, by, places, signInName, expiresAt }) => [
      { vi: `Kính gửi Thầy/Cô ${name},`, en: `Dear ${name},` },
      {
        vi: `${by ?? 'Người vận hành'} mời Thầy/Cô dùng hệ thống theo dõi chuyển đổi số giáo dục.`,
        en: `${by ?? 'An operator'} invites you to the hub that follows the digital transformation of education.`,
      },
      {
        vi: [...placesIn('Nơi phụ trách', places), `Tên đăng nhập: ${signInName}`].join('\n'),
        en: [...placesIn('You are responsible for', places), `You sign in as: ${signInName}`].join(
          '\n',
        ),
      },
      {
        vi: `Hãy mở đường dẫn dưới đây và đặt mật khẩu của riêng mình. Đường dẫn dùng được một lần, đến ${momentInVietnam(new Date(expiresAt))}.`,
        en: `Open the link below and set a password of your own. The link works once, until ${momentInVietnam(new Date(expiresAt))} in Vietnam.`,
      },
    ],
  },
  PASSWORD_FORGOTTEN: {
    page: '/new-password',
    subject: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
    open: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
    why: {
      vi: 'Thư này được gửi vì có người yêu cầu đặt lại mật khẩu của tài khoản. Nếu không phải Thầy/Cô, xin bỏ qua: mật khẩu cũ vẫn dùng được. Xin đừng chuyển tiếp và đừng trả lời thư.',
      en: 'This mail was sent because somebody asked for a new password of this account. If it was not you, ignore it: the present password stays. Please do not forward it, and do not answer it.',
    },
    linesOf: ({ name, signInName, expiresAt }) => [
      { vi: `Kính gửi Thầy/Cô ${name},`, en: `Dear ${name},` },
      { vi: `Tên đăng nhập: ${signInName}`, en: `You sign in as: ${signInName}` },
      {
        vi: `Hãy mở đường dẫn dưới đây để đặt mật khẩu mới. Đường dẫn dùng được một lần, đến ${momentInVietnam(new Date(expiresAt))}. Mọi phiên đăng nhập khác của tài khoản sẽ kết thúc.`,
        en: `Open the link below to set a new password. The link works once, until ${momentInVietnam(new Date(expiresAt))} in Vietnam. All other sign-ins of the account will end.`,
      },
    ],
  },
};

function placesIn(called: string, places: readonly string[]): string[] {
  return places.length > 0 ? [`${called}: ${places.join(', ')}`] : [];
}
