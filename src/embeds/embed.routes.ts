import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AdmittingHub } from '../execution/admission.js';
import { answerProblems } from '../execution/refused.js';
import { entityTag, isKnown } from '../shared/entity-tag.js';
import { RequestError } from '../shared/errors.js';
import type { Language } from '../shared/text.js';
import { addVary } from '../shared/vary.js';
import { addressIn, parametersOf } from '../verdicts/address.js';
import { chargeVerdict, publicContext, verdictAt } from '../verdicts/public-verdict.queries.js';
import { sourceText } from '../verdicts/source.js';
import { embedPage, noSuchUnit } from './embed-page.js';

/** Part of every entity tag. Change it when the page says the same in another form. */
const EDITION = 1;

export interface EmbedOptions {
  hub: () => AdmittingHub;
  /** Who publishes the data; null when nobody has said. */
  publisher: string | null;
  /** The origins whose pages may show it in a frame; without any there is no such page. */
  origins: readonly string[];
}

/**
 * The verdict of a unit for the frame of another page, at `/embed/verdict` with the parameters of the overview. It is
 * what everybody sees: nothing of a browser's session is looked at, and nothing is set.
 */
export async function embedRoutes(
  server: FastifyInstance,
  { hub, publisher, origins }: EmbedOptions,
): Promise<void> {
  if (origins.length === 0) return;
  server.setErrorHandler(
    answerProblems(hub().logger, () => null, 'a page for a frame could not be made'),
  );
  server.get<{ Querystring: Record<string, unknown> }>('/embed/verdict', async (request, reply) => {
    allowFrames(reply, origins);
    const spoken = languageIn(request.query['lang']);
    const context = publicContext(request, reply, hub(), spoken);
    await chargeVerdict(context, hub());
    const { language, licence, today } = context;
    if (!spoken) addVary(reply, 'Accept-Language');
    const address = addressIn(request.query);
    if (!address) return say(reply.code(404), noSuchUnit(language));
    const state = await context.publication();
    // Without a day it is of today, and restated figures depend on today's borders.
    const tag = entityTag(EDITION, state, address, language, today, licence, publisher);
    void reply.headers({ etag: tag, 'cache-control': 'public, no-cache' });
    if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send();
    const found = await verdictAt(context, address).catch(refusal);
    if (!found) return say(reply.removeHeader('etag').code(404), noSuchUnit(language));
    const source = sourceText({ state, publisher, licence }, language);
    const whole = `/?${parametersOf(address).toString()}`;
    return say(reply.header('content-language', language), embedPage({ ...found, source, whole }));
  });
}

const say = (reply: FastifyReply, page: string) =>
  reply.type('text/html; charset=utf-8').send(page);

/** What cannot be asked of a unit is no page either. */
function refusal(error: unknown): null {
  if (error instanceof RequestError) return null;
  throw error;
}

const languageIn = (value: unknown): Language | undefined =>
  value === 'vi' || value === 'en' ? value : undefined;

/** Lets pages of these origins show the answer in a frame; the rest of the policy stays. */
function allowFrames(reply: FastifyReply, origins: readonly string[]): void {
  const policy = String(reply.raw.getHeader('content-security-policy'));
  const frames = `frame-ancestors ${["'self'", ...origins].join(' ')}`;
  reply.raw.removeHeader('x-frame-options');
  void reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, frames));
}
