import { toGlobalId } from '../graphql/global-id.js';
import type { Language, Text } from '../shared/text.js';
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

/** What a mail says, as it is kept until it is sent. */
export interface MailFacts extends GivenFacts {
  place: { institution: number; round: number };
  round: Text;
}

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** One line for what happened, and what is to be done now. */
const SAID: Record<MailKind, { subject: Text; what: Text; next: Text | null }> = {
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
export function mailText(kind: MailKind, facts: MailFacts, publicUrl: string): MailText {
  const link = reportLink(facts, publicUrl);
  const parts = (['vi', 'en'] as const).map((language) => linesOf(kind, facts, language));
  const { subject } = SAID[kind];
  return {
    subject: oneLine(`${subject.vi} · ${facts.institutionName} · ${facts.round.vi}`),
    text: (['vi', 'en'] as const)
      .map((language, index) =>
        [...(parts[index] ?? []), `${WORDS.open[language]}: ${link}`, WORDS.why[language]].join(
          '\n\n',
        ),
      )
      .join('\n\n* * *\n\n'),
    html: page(
      (['vi', 'en'] as const).map((language, index) => ({
        language,
        body: [
          ...(parts[index] ?? []).map(paragraph),
          `<p><a href="${escaped(link)}">${escaped(WORDS.open[language])}</a></p>`,
          `<p><small>${escaped(WORDS.why[language])}</small></p>`,
        ].join('\n'),
      })),
    ),
  };
}

/** The page of the report in the console. */
function reportLink({ place }: MailFacts, publicUrl: string): string {
  const institution = toGlobalId('Institution', place.institution);
  return `${publicUrl}/reports/${institution}/${toGlobalId('ReportingRound', place.round)}`;
}

/** Paragraphs; within one, each line is one. */
function linesOf(kind: MailKind, facts: MailFacts, language: Language): string[] {
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

function page(parts: { language: Language; body: string }[]): string {
  const sections = parts.map(
    ({ language, body }) => `<section lang="${language}">\n${body}\n</section>`,
  );
  return `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"></head><body>\n${sections.join('\n<hr>\n')}\n</body></html>\n`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text).replaceAll('\n', '<br>\n')}</p>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A subject is one line, whatever a name holds. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
