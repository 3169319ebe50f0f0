import { isNameIn } from '../shared/enumeration.js';
import type { Language, Text } from '../shared/text.js';
import { codePart, type CodeFacts } from './code-texts.js';
import { decisionPart, type DecisionFacts } from './decision-text.js';
import { layOut, type MailPart, type MailText } from './mail-layout.js';
import { digestPart, type DigestFacts } from './digest-text.js';
import { CodeMailKind, DecisionKind, DigestKind, type ReminderKind } from './mail.enums.js';
import { reminderPart, type ReminderFacts } from './reminder-text.js';

type DecisionMail = { kind: DecisionKind; facts: DecisionFacts };
type ReminderMail = { kind: ReminderKind; facts: ReminderFacts };
type DigestMail = { kind: DigestKind; facts: DigestFacts };
type CodeMail = { kind: CodeMailKind; facts: CodeFacts };

/** What a mail is about and what it says, as it is kept until it is sent. */
export type KeptMail = DecisionMail | ReminderMail | DigestMail | CodeMail;

/** The same when it is sent; a code is kept nowhere. */
export type MailContent = Exclude<KeptMail, CodeMail> | (CodeMail & { code: string });

interface MailOptions {
  /** One below the other. */
  languages: readonly Language[];
  /** Where whoever gets it ends such mails; null where that is not offered. */
  unsubscribe: string | null;
}

/**
 * The text of a mail, plain and as HTML.
 * @param publicUrl where people reach the hub, without a slash at its end.
 */
export function mailText(
  content: MailContent,
  publicUrl: string,
  { languages, unsubscribe }: MailOptions,
): MailText {
  const parts = languages.map((language) => {
    const part = partOf(content, publicUrl, language);
    const choices = [
      ...(unsubscribe
        ? [
            {
              label: WORDS[isDigest(content) ? 'noDigests' : 'noReminders'][language],
              address: unsubscribe,
            },
          ]
        : []),
      // What somebody needs to sign in cannot be chosen.
      ...(bringsCode(content)
        ? []
        : [{ label: WORDS.choose[language], address: `${publicUrl}/account` }]),
    ];
    return { language, ...part, footer: [...part.footer, ...choices] };
  });
  return layOut(parts);
}

const WORDS = {
  noReminders: { vi: 'Ngừng nhận thư nhắc', en: 'Get no more reminders' },
  noDigests: { vi: 'Ngừng nhận thư hằng tuần', en: 'Get no more weekly mails' },
  choose: { vi: 'Chọn thư muốn nhận', en: 'Choose which mails you get' },
} satisfies Record<string, Text>;

function partOf(content: MailContent, publicUrl: string, language: Language): MailPart {
  if (bringsCode(content)) return codePart(content, publicUrl, language);
  if (isDigest(content)) return digestPart(content.facts, publicUrl, language);
  return isDecision(content)
    ? decisionPart(content.kind, content.facts, publicUrl, language)
    : reminderPart(content.kind, content.facts, publicUrl, language);
}

/** Whether a mail brings a one-time code. */
export function bringsCode<Mail extends KeptMail>(
  mail: Mail,
): mail is Extract<Mail, { kind: CodeMailKind }> {
  return isNameIn(CodeMailKind, mail.kind);
}

function isDigest<Mail extends KeptMail>(mail: Mail): mail is Extract<Mail, { kind: DigestKind }> {
  return isNameIn(DigestKind, mail.kind);
}

function isDecision<Mail extends KeptMail>(
  mail: Mail,
): mail is Extract<Mail, { kind: DecisionKind }> {
  return isNameIn(DecisionKind, mail.kind);
}
