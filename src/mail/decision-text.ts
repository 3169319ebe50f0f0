import type { Language, Text } from '../shared/text.js';
import { dayOf, reportAddress, type MailPart } from './mail-layout.js';
import type { DecisionKind } from './mail.enums.js';

/** A question of the report, and what the reviewer said about its answer. */
export interface MailRemark {
  question: Text;
  text: string;
}

/** What whoever writes the mail of a decision says about it. */
export interface GivenFacts {
  institutionName: string;
  remarks: MailRemark[];
  note: string | null;
  /** The last day to answer again; null where nothing has to be answered. */
  until: string | null;
}

/** What the mail of a decision says, as it is kept until it is sent. */
export interface DecisionFacts extends GivenFacts {
  place: { institution: number; round: number };
  round: Text;
}

/** One line for what happened, and what is to be done now. */
const SAID: Record<DecisionKind, { subject: Text; what: Text; next: Text | null }> = {
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

/** What the mail of a decision says in one language, with a link to the report. */
export function decisionPart(
  kind: DecisionKind,
  facts: DecisionFacts,
  publicUrl: string,
  language: Language,
): MailPart {
  const { institution, round } = facts.place;
  return {
    subject: `${SAID[kind].subject[language]} · ${facts.institutionName} · ${facts.round[language]}`,
    paragraphs: paragraphsOf(kind, facts, language),
    link: {
      label: WORDS.open[language],
      address: reportAddress(publicUrl, institution, round),
    },
    footer: [WORDS.why[language]],
  };
}

function paragraphsOf(kind: DecisionKind, facts: DecisionFacts, language: Language): string[] {
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
