import type { LocalDate } from '../shared/dates.js';
import type { Language, Text } from '../shared/text.js';
import { dayOf, type MailPart } from './mail-layout.js';

/** How a round stands in the units of an account; all are numbers of institutions. */
export interface DigestRound {
  round: Text;
  dueOn: LocalDate;
  /** Whether institutions still report in it; of one that is over, only what waits is told. */
  isOpen: boolean;
  /** All that the round calls, in those units today. */
  called: number;
  /** Those of which a report is submitted or approved. */
  handedIn: number;
  /** Of these, in the last seven days. */
  handedInLately: number;
  /** Those whose report waits for a decision. */
  waiting: number;
  /** Since when the first of them waits; null when none does. */
  waitingSince: LocalDate | null;
  /** Those that owe a report, by what they have done about it. */
  notBegun: number;
  drafts: number;
  returned: number;
  /** Of these, the ones whose due date has passed. */
  overdue: number;
  /** Those that owe none, because they are excused. */
  excused: number;
}

/** What a digest says, as it is kept until it is sent. */
export interface DigestFacts {
  /** The day as of which it counts. */
  on: LocalDate;
  rounds: DigestRound[];
}

const WORDS = {
  subject: { vi: 'Tình hình báo cáo trong tuần', en: 'Reports this week' },
  lead: {
    vi: 'Tình hình các đợt báo cáo ở đơn vị của Thầy/Cô, tính đến ngày',
    en: 'How the reporting rounds stand in your units, as of',
  },
  due: { vi: 'Hạn nộp', en: 'Due on' },
  open: { vi: 'Mở trang thẩm định', en: 'Open the review' },
  why: {
    vi: 'Thư này được gửi tự động mỗi tuần vì tài khoản của Thầy/Cô lập kế hoạch hoặc thẩm định ở đơn vị. Xin đừng trả lời thư.',
    en: 'This mail is sent by itself every week because your account plans or reviews for a unit. Please do not answer it.',
  },
} satisfies Record<string, Text>;

/** What a digest says in one language. */
export function digestPart(
  { on, rounds }: DigestFacts,
  publicUrl: string,
  language: Language,
): MailPart {
  return {
    subject: `${WORDS.subject[language]} · ${dayOf(on, language)}`,
    paragraphs: [
      `${WORDS.lead[language]} ${dayOf(on, language)}:`,
      ...rounds.map((each) =>
        [
          `${each.round[language]} · ${WORDS.due[language]}: ${dayOf(each.dueOn, language)}`,
          ...(each.isOpen ? [waiting, ...OPEN] : [waiting])
            .flatMap((line) => line(each)?.[language] ?? [])
            .map((text) => `– ${text}`),
        ].join('\n'),
      ),
    ],
    link: { label: WORDS.open[language], address: `${publicUrl}/review` },
    footer: [WORDS.why[language]],
  };
}

/** A line about a round; null for what nobody has to hear. */
type Line = (round: DigestRound) => Text | null;

const waiting: Line = ({ waiting: count, waitingSince }) =>
  waitingSince === null
    ? null
    : {
        vi: `Đang chờ thẩm định: ${count}, lâu nhất từ ngày ${dayOf(waitingSince, 'vi')}`,
        en: `Waiting for a decision: ${count}, the first since ${dayOf(waitingSince, 'en')}`,
      };

/** What is told of a round in which institutions still report. */
const OPEN: readonly Line[] = [
  ({ handedIn, called, handedInLately }) => ({
    vi: `Đã nộp: ${handedIn} trong ${called} cơ sở (7 ngày qua: ${handedInLately})`,
    en: `Handed in: ${handedIn} of ${called} institutions (in the last 7 days: ${handedInLately})`,
  }),
  ({ notBegun, drafts, returned }) =>
    notBegun + drafts + returned === 0
      ? null
      : {
          vi: `Chưa nộp: ${notBegun} chưa bắt đầu, ${drafts} đang soạn, ${returned} bị trả lại`,
          en: `Not handed in: ${notBegun} not begun, ${drafts} writing, ${returned} returned`,
        },
  ({ overdue }) =>
    overdue === 0 ? null : { vi: `Đã quá hạn: ${overdue}`, en: `Overdue: ${overdue}` },
  ({ excused }) =>
    excused === 0 ? null : { vi: `Được miễn: ${excused}`, en: `Excused: ${excused}` },
];
