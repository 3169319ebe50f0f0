import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { AdmittingHub } from '../execution/admission.js';
import type { Context } from '../request/context.js';
import type { LinkPreview, Previewing } from '../request/page-preview.js';
import { sayer, writtenDay } from '../shared/said.js';
import { nobodyText } from '../shared/verdict.js';
import { addressIn, type VerdictAddress } from './address.js';
import { chargeVerdict, publicContext, verdictAt } from './public-verdict.queries.js';
import { verdictOf } from './sentence.js';
import { isIllustrative } from './source.js';

const WORDS = {
  title: [
    '{{unit}}: chuyển đổi số trong giáo dục, đến {{day}}',
    '{{unit}}: digital transformation of education, by {{day}}',
  ],
  illustrative: ['[Số liệu minh hoạ] {{text}}', '[Demonstration data] {{text}}'],
} as const;

/** How many are kept, each for its state of the data. */
const KEPT = 500;

/** In milliseconds: longer no page waits for what only a preview of it needs. What comes later is kept for the next one. */
const PATIENCE = 500;

/**
 * What is shown of a link to a page about a unit: its verdict, as everybody sees it. Null where the address names no
 * unit, where not everybody may read, and where it would take too long: the page itself comes all the same.
 */
export function linkPreviews(hub: () => AdmittingHub): Previewing {
  const kept = new LRUCache<string, { preview: LinkPreview | null }>({ max: KEPT });
  return async (request, reply) => {
    const address = addressIn(request.query);
    if (!address || !hub().publicRead) return null;
    // Whatever goes wrong, the page says it when it asks for its figures.
    return soon(read(address, request, reply).catch(() => null));
  };

  async function read(
    address: VerdictAddress,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<LinkPreview | null> {
    const context = publicContext(request, reply, hub());
    const { language, today } = context;
    const state = await context.publication();
    const key = JSON.stringify([state, today, language, address]);
    const known = kept.get(key);
    if (known) return known.preview;
    await chargeVerdict(context, hub());
    const preview = await previewOf(context, address);
    kept.set(key, { preview });
    return preview;
  }
}

async function previewOf(context: Context, address: VerdictAddress): Promise<LinkPreview | null> {
  const found = await verdictAt(context, address);
  if (!found) return null;
  const { unit, judged, saidIn, report } = found;
  const { language, asOf } = saidIn;
  const say = sayer(WORDS, language);
  const [first] = judged;
  const text = first ? verdictOf(first, saidIn) : nobodyText(asOf, language);
  return {
    language,
    title: say('title', { unit: unit.name, day: writtenDay(asOf, language) }),
    description: isIllustrative(report) ? say('illustrative', { text }) : text,
  };
}

/** What comes soon; null for what does not. */
async function soon<Value>(coming: Promise<Value | null>): Promise<Value | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), PATIENCE);
  try {
    return await Promise.race([coming, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
