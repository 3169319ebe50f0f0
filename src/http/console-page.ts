import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LinkPreview } from '../request/page-preview.js';
import { compressed, encodingFor } from '../shared/compression.js';
import { entityTag } from '../shared/entity-tag.js';
import { escaped } from '../shared/escaped.js';
import { sendTagged } from '../shared/send-tagged.js';
import type { Language } from '../shared/text.js';
import { addVary } from '../shared/vary.js';

/** A tag in the head of the page. */
export type Tag = Readonly<
  Record<'content', string> & Partial<Record<'name' | 'property', string>>
>;

/** What every page says of itself, and one with a preview says better. */
const GENERAL =
  /<meta\s+(?:name="description"|property="og:(?:title|description|locale)")[^>]*>\s*/g;

const LOCALES: Record<Language, string> = { vi: 'vi_VN', en: 'en_GB' };

/** The page of the console with what is shown of a link to it, in place of what every page says. */
export function withPreview(
  page: string,
  { title, description, language }: LinkPreview,
  address: string,
): string {
  return withTags(page.replace(GENERAL, ''), [
    { name: 'description', content: description },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:locale', content: LOCALES[language] },
    { property: 'og:url', content: address },
  ]);
}

/** Tells the console that other pages may show a verdict in a frame. */
export const EMBEDDABLE: Tag = { name: 'hub-embed', content: 'yes' };

/** The page of the console with tags at the end of its head. */
export function withTags(page: string, tags: readonly Tag[]): string {
  const written = tags.map((tag) => {
    const attributes = Object.entries(tag).map(([name, value]) => `${name}="${escaped(value)}"`);
    return `<meta ${attributes.join(' ')} />\n`;
  });
  // A name may hold what a replacement would read as a pattern.
  return page.replace('</head>', () => `${written.join('')}</head>`);
}

/** Sends a page of the console that is made for the request, unless the browser has it already. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: string,
): Promise<FastifyReply> {
  const encoding = encodingFor(request.headers['accept-encoding']);
  addVary(reply, 'Accept-Encoding');
  void reply.header('cache-control', 'no-cache');
  return sendTagged(request, reply, {
    content: page,
    type: 'text/html; charset=utf-8',
    tag: entityTag(hash('sha256', page)),
    encoding,
    packed: encoding && (await compressed(page, encoding)),
  });
}
