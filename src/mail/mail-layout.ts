import type { Language, Text } from '../shared/text.js';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** What a mail says, before it is text or HTML. */
interface Said {
  subject: string;
  link: string;
  /** What the link opens. */
  open: Text;
  /** Why the mail came. */
  why: Text;
  /** Paragraphs; within one, each line is one. */
  linesOf: (language: Language) => string[];
}

/** A mail as plain text and as HTML, in Vietnamese and below in English. */
export function mailOf({ subject, link, open, why, linesOf }: Said): MailText {
  const parts = (['vi', 'en'] as const).map((language) => ({
    ...{ language, lines: linesOf(language), open: open[language], why: why[language] },
  }));
  return {
    subject: oneLine(subject),
    text: parts
      .map((part) => [...part.lines, `${part.open}: ${link}`, part.why].join('\n\n'))
      .join('\n\n* * *\n\n'),
    html: page(
      parts.map((part) => ({
        language: part.language,
        body: [
          ...part.lines.map(paragraph),
          `<p><a href="${escaped(link)}">${escaped(part.open)}</a></p>`,
          `<p><small>${escaped(part.why)}</small></p>`,
        ].join('\n'),
      })),
    ),
  };
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
