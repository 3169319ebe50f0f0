import { toGlobalId } from '../graphql/global-id.js';
import type { Language } from '../shared/text.js';
import { escaped } from '../shared/escaped.js';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** A link with the words that lead to it. */
interface MailLink {
  label: string;
  address: string;
}

/** What a mail says in one language. */
export interface MailPart {
  subject: string;
  /** Paragraphs; within one, each line is one. */
  paragraphs: readonly string[];
  link: MailLink;
  /** Small print below: why the mail was sent, and where to say that one wants no more of them. */
  footer: readonly (string | MailLink)[];
}

/** Lays out a mail as plain text and as HTML; of several languages one stands below the other. */
export function layOut(parts: readonly (MailPart & { language: Language })[]): MailText {
  return {
    subject: oneLine(parts[0]?.subject ?? ''),
    text: parts.map(plain).join('\n\n* * *\n\n'),
    html: page(parts),
  };
}

function plain({ paragraphs, link, footer }: MailPart): string {
  const small = footer.map((each) => (typeof each === 'string' ? each : named(each)));
  return [...paragraphs, named(link), ...small].join('\n\n');
}

const named = ({ label, address }: MailLink) => `${label}: ${address}`;

function page(parts: readonly (MailPart & { language: Language })[]): string {
  const sections = parts.map(
    ({ language, ...part }) => `<section lang="${language}">\n${body(part)}\n</section>`,
  );
  const language = parts[0]?.language ?? 'vi';
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"></head><body>\n${sections.join('\n<hr>\n')}\n</body></html>\n`;
}

function body({ paragraphs, link, footer }: MailPart): string {
  return [
    ...paragraphs.map((each) => `<p>${escaped(each).replaceAll('\n', '<br>\n')}</p>`),
    `<p>${anchor(link)}</p>`,
    ...footer.map(
      (each) => `<p><small>${typeof each === 'string' ? escaped(each) : anchor(each)}</small></p>`,
    ),
  ].join('\n');
}

const anchor = ({ label, address }: MailLink) =>
  `<a href="${escaped(address)}">${escaped(label)}</a>`;

/** A subject is one line, whatever a name holds. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The page of the console on which an institution reports in a round, by their row ids. */
export function reportAddress(publicUrl: string, institution: number, round: number): string {
  return `${publicUrl}/reports/${toGlobalId('Institution', institution)}/${toGlobalId('ReportingRound', round)}`;
}

/** Vietnamese writes the day first. */
export function dayOf(date: string, language: Language): string {
  return language === 'vi' ? date.split('-').reverse().join('/') : date;
}
