import { daysBetween, type LocalDate } from '../shared/dates.js';
import type { Language, Text } from '../shared/text.js';
import { dayOf, reportAddress, type MailPart } from './mail-layout.js';
import type { ReminderKind } from './mail.enums.js';

/** What a mail about a round says, as it is kept until it is sent. */
export interface ReminderFacts {
  roundId: number;
  round: Text;
  /** The institutions of the account that have not handed in; the days hold for all of them. */
  institutions: { id: number; name: string }[];
  opensOn: LocalDate;
  dueOn: LocalDate;
  closesOn: LocalDate;
  /** The day on which it was written. */
  on: LocalDate;
  /** Who had it sent, and what they add; left out where the hub says it by itself. */
  sender?: { name: string; note: string | null };
}

const SUBJECTS: Record<ReminderKind, (due: string) => Text> = {
  ROUND_OPENED: () => ({ vi: 'Đợt báo cáo đã mở', en: 'A reporting round has opened' }),
  DUE_IN_14_DAYS: (due) => ({ vi: `Hạn nộp báo cáo: ${due}`, en: `Your report is due on ${due}` }),
  DUE_IN_3_DAYS: (due) => ({
    vi: `Sắp đến hạn nộp báo cáo: ${due}`,
    en: `Your report is due soon, on ${due}`,
  }),
  DUE_IN_1_DAY: (due) => ({
    vi: `Sắp hết hạn nộp báo cáo: ${due}`,
    en: `Your report is due very soon, on ${due}`,
  }),
  OVERDUE: () => ({ vi: 'Đã quá hạn nộp báo cáo', en: 'Your report is overdue' }),
  REMINDER: () => ({ vi: 'Nhắc nộp báo cáo', en: 'A reminder to hand in your report' }),
};

const WORDS = {
  institution: { vi: 'Cơ sở chưa nộp báo cáo', en: 'Institution that has not handed in' },
  round: { vi: 'Đợt báo cáo', en: 'Round' },
  due: { vi: 'Hạn nộp', en: 'Due on' },
  note: { vi: 'Lời nhắn', en: 'Note' },
  closes: { vi: 'Đóng sau ngày', en: 'Closes after' },
  open: { vi: 'Mở báo cáo', en: 'Open the report' },
  reports: { vi: 'Mở các báo cáo', en: 'Open the reports' },
  handedIn: {
    vi: 'Nếu vừa nộp báo cáo, xin bỏ qua thư này.',
    en: 'If you have just handed in, please disregard this mail.',
  },
  why: {
    vi: 'Thư này được gửi tự động vì tài khoản của Thầy/Cô báo cáo cho cơ sở nêu trên. Xin đừng trả lời thư.',
    en: 'This mail was sent by itself because your account reports for what is named above. Please do not answer it.',
  },
} satisfies Record<string, Text>;

/** What a mail about a round says in one language, with a link to the report, or to all of them. */
export function reminderPart(
  kind: ReminderKind,
  facts: ReminderFacts,
  publicUrl: string,
  language: Language,
): MailPart {
  const day = (date: LocalDate) => dayOf(date, language);
  const named = (word: Text, value: string) => `${word[language]}: ${value}`;
  const [only, ...others] = facts.institutions;
  const isOne = only !== undefined && others.length === 0;
  return {
    subject: [
      SUBJECTS[kind](day(facts.dueOn))[language],
      ...(isOne ? [only.name] : []),
      facts.round[language],
    ].join(' · '),
    paragraphs: [
      whatOf(kind, facts)[language],
      [
        ...facts.institutions.map(({ name }) => named(WORDS.institution, name)),
        named(WORDS.round, facts.round[language]),
        named(WORDS.due, day(facts.dueOn)),
        named(WORDS.closes, day(facts.closesOn)),
      ].join('\n'),
      ...(facts.sender?.note ? [named(WORDS.note, facts.sender.note)] : []),
      ...(kind === 'ROUND_OPENED' ? [] : [WORDS.handedIn[language]]),
    ],
    link: {
      label: (isOne ? WORDS.open : WORDS.reports)[language],
      address: isOne ? reportAddress(publicUrl, only.id, facts.roundId) : `${publicUrl}/reports`,
    },
    footer: [WORDS.why[language]],
  };
}

/** One sentence for what is so on the day on which the mail was written, and says that day. */
function whatOf(kind: ReminderKind, facts: ReminderFacts): Text {
  const { opensOn, dueOn, closesOn, on, sender } = facts;
  const [vi, en] = [(date: LocalDate) => dayOf(date, 'vi'), (date: LocalDate) => dayOf(date, 'en')];
  if (kind === 'ROUND_OPENED')
    return {
      vi: `Đợt báo cáo đã mở từ ngày ${vi(opensOn)}. Xin trả lời các câu hỏi và nộp báo cáo chậm nhất ngày ${vi(dueOn)}.`,
      en: `The round has been open since ${en(opensOn)}. Please answer the questions and hand in by ${en(dueOn)}.`,
    };
  if (kind === 'REMINDER' && sender)
    return {
      vi: `${sender.name} nhắc nộp báo cáo: tính đến ngày ${vi(on)}, báo cáo chưa được nộp.`,
      en: `${sender.name} reminds you of a report that is not handed in as of ${en(on)}.`,
    };
  if (kind === 'OVERDUE')
    return {
      vi: `Hạn nộp báo cáo là ngày ${vi(dueOn)} và đã qua. Báo cáo vẫn nộp được đến hết ngày ${vi(closesOn)}.`,
      en: `The report was due on ${en(dueOn)}. It can still be handed in until the end of ${en(closesOn)}.`,
    };
  const left = daysBetween(on, dueOn);
  if (left === 0)
    return {
      vi: `Ngày ${vi(dueOn)} là hạn cuối nộp báo cáo.`,
      en: `The last day to hand in the report in time is ${en(dueOn)}.`,
    };
  return {
    vi: `Tính từ ngày ${vi(on)}, còn ${left} ngày đến hạn nộp báo cáo.`,
    en: `Counted from ${en(on)}, the report is due in ${left} ${left === 1 ? 'day' : 'days'}.`,
  };
}
