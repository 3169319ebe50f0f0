import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../shared/text.js';

/** What is shown of a link before it is opened. */
export interface LinkPreview {
  title: string;
  description: string;
  language: Language;
}

/** The parameters of a page are read by what knows them. */
export interface PageAsked {
  Querystring: Record<string, unknown>;
}

/** Finds what is shown of a link to a page; null where there is nothing to say but what every page says. */
export type Previewing = (
  request: FastifyRequest<PageAsked>,
  reply: FastifyReply,
) => Promise<LinkPreview | null>;
