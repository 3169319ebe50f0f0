import { toGlobalId } from '../graphql/global-id.js';
import type { Language, Text } from '../shared/text.js';
import { mailOf, type MailText } from './mail-layout.js';
import type { CodeMailKind } from './code-texts.js';
import type { MailKind } from './mail.enums.js';

/** A question of the report, and what the reviewer said about its answer. */
export interface MailRemark {
  question: Text;
  text: string;
}

/** What whoever writes a mail says about its cause. */
export interface GivenFacts {
  institutionName: string;
  remarks: MailRemark[];
  note: string | null;
  /** The last day to answer again; null where nothing has to be answered. */
  until: string | null;
}

/** What a mail about a report is about. */
export type ReportMailKind = Exclude<MailKind, CodeMailKind>;

/** What a mail says, as it is kept until it is sent. */
export interface MailFacts extends GivenFacts {
  place: { institution: number; round: number };
  round: Text;
}

/** One line for what happened, and what is to be done now. */
const SAID: Record<ReportMailKind, { subject: Text; what: Text; next: Text | null }> = {
  RETURNED: {
    subject: { vi: 'Báo cáo được trả lại', en: 'Your report was returned' },
    what: {
      vi: 'Người thẩm định đã trả lại báo cáo.',
      en: 'The reviewer returned the report.',
    },
    next: {
      vi: 'Hãy sửa các câu trả lời nêu dưới đây rồi nộp lại.',
      en: 'Mend the answers that are named below, then submit again.',
    },
  },
  APPROVED: {
    subject: { vi: 'Báo cáo đã được duyệt', en: 'Your report was approved' },
    what: {
      vi: 'Người thẩm định đã duyệt báo cáo.',
      en: 'The reviewer approved the report.',
    },
    next: null,
  },
  CORRECTED: {
    subject: { vi: 'Báo cáo đã duyệt được chỉnh sửa', en: 'Your approved report was corrected' },
    what: {
      vi: 'Người thẩm định đã chỉnh sửa báo cáo đã duyệt.',
      en: 'The reviewer corrected the approved report.',
    },
    next: null,
  },
};

const WORDS = {
  institution: { vi: 'Cơ sở', en: 'Institution' },
  round: { vi: 'Đợt báo cáo', en: 'Round' },
  until: { vi: 'Hạn nộp lại', en: 'To be submitted again by' },
  note: { vi: 'Ghi chú của người thẩm định', en: 'Note of the reviewer' },
  reasons: { vi: 'Lý do trả lại', en: 'Reasons' },
  changes: { vi: 'Người thẩm định đã thay đổi', en: 'The reviewer changed' },
  open: { vi: 'Mở báo cáo', en: 'Open the report' },
  why: {
    vi: 'Thư này được gửi tự động vì tài khoản của Thầy/Cô báo cáo cho cơ sở này. Xin đừng trả lời thư.',
    en: 'This mail was sent by itself because your account reports for this institution. Please do not answer it.',
  },
} satisfies Record<string, Text>;

/**
 * The text of a mail, plain and as HTML, in Vietnamese and below in English.
 * @param publicUrl where people reach the hub, without a slash at its end.
 */
export function mailText(kind: ReportMailKind, facts: MailFacts, publicUrl: string): MailText {
  const { subject } = SAID[kind];
  return mailOf({
    subject: `${subject.vi} · ${facts.institutionName} · ${facts.round.vi}`,
    link: reportLink(facts, publicUrl),
    ...{ open: WORDS.open, why: WORDS.why },
    linesOf: (language) => linesOf(kind, facts, language),
  });
}

/** The page of the report in the console. */
function reportLink({ place }: MailFacts, publicUrl: string): string {
  const institution = toGlobalId('Institution', place.institution);
  return `${publicUrl}/reports/${institution}/${toGlobalId('ReportingRound', place.round)}`;
}

/** Paragraphs; within one, each line is one. */
function linesOf(kind: ReportMailKind, facts: MailFacts, language: Language): string[] {
  const { what, next } = SAID[kind];
  const named = (word: Text, value: string) => `${word[language]}: ${value}`;
  const remarks = kind === 'RETURNED' ? WORDS.reasons : WORDS.changes;
  return [
    [what[language], ...(next ? [next[language]] : [])].join(' '),
    [
      named(WORDS.institution, facts.institutionName),
      named(WORDS.round, facts.round[language]),
      ...(facts.until ? [named(WORDS.until, dayOf(facts.until, language))] : []),
    ].join('\n'),
    ...(facts.remarks.length > 0
      ? [
          [
            `${remarks[language]}:`,
            ...facts.remarks.map(({ question, text }) => `– ${question[language]}: ${text}`),
          ].join('\n'),
        ]
      : []),
    ...(facts.note ? [named(WORDS.note, facts.note)] : []),
  ];
}

/** Vietnamese writes the day first. */
function dayOf(date: string, language: Language): string {
  return language === 'vi' ? date.split('-').reverse().join('/') : date;
}
