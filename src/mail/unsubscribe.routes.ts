import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { databaseOf, type Orm } from '../database/orm.js';
import { languageOf } from '../shared/text.js';
import { tellWhoAsks } from '../shared/who-asks.js';
import { addresseeOf, declineByKey, type Addressee } from './mail-preference.service.js';
import { unsubscribePage } from './unsubscribe-page.js';

interface Keyed {
  Params: { key: string };
}

/**
 * Ends reminders, or digests, by the link in such a mail: `GET /mail/unsubscribe/:key` asks, and `POST` does it, as the
 * button of the page and the one-click button of a mail program send it (RFC 8058). The key is the right
 * to it, so neither cookie nor sign-in is looked at.
 */
export async function unsubscribeRoutes(
  server: FastifyInstance,
  { orm, now }: { orm: Orm; now: () => Date },
): Promise<void> {
  // Mail programs send a form of one field in either encoding; the key in the address says it all.
  server.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: 4096 },
    (_request, _body, done) => done(null, undefined),
  );
  const url = '/mail/unsubscribe/:key';
  // The key in the address says for whom it is.
  server.addHook('preHandler', async () => tellWhoAsks());
  server.get<Keyed>(url, async (request, reply) => {
    const account = await addresseeOf(databaseOf(orm.em.fork()), request.params.key);
    return sendPage(request, reply, 'ask', account);
  });
  server.post<Keyed>(url, async (request, reply) => {
    const { key } = request.params;
    const account = await addresseeOf(databaseOf(orm.em.fork()), key);
    if (account) await declineByKey(orm.em, key, { address: request.address, now: now() });
    return sendPage(request, reply, 'done', account);
  });
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  step: 'ask' | 'done',
  account: Addressee | null,
): FastifyReply {
  return reply
    .code(account ? 200 : 404)
    .headers({ 'cache-control': 'no-store', vary: 'accept-language' })
    .type('text/html; charset=utf-8')
    .send(unsubscribePage(step, account, languageOf(request.headers['accept-language'])));
}
