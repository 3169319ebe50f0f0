import { headersOf, type HubOptions } from './options.js';
import { isOfGateway, isPutOff, readReply, type Reply } from './reply.js';
import { Waiting } from './waiting.js';

/** The seconds that a request waits unless the options say it. */
export const PATIENCE = 60;

/**
 * Sends a question, and sends it again after a while where that can do no harm: whatever the hub has put off,
 * because it did nothing of it; and a query after a lost connection. A mutation may have been made then.
 * @returns the answer, or the last refusal when patience ends.
 */
export async function send<Data>(
  options: HubOptions,
  query: string,
  variables: unknown,
): Promise<Reply<Data>> {
  const waiting = new Waiting(options.patience ?? PATIENCE);
  const repeatable = !mayChange(query);
  for (;;) {
    const reply = await once<Data>(options, query, variables);
    if (reply instanceof Lost) {
      if (!repeatable || !(await waiting.again())) throw reply.reason;
    } else {
      const again = isPutOff(reply) || (repeatable && isOfGateway(reply));
      if (!again || !(await waiting.again(reply.retryAfter))) return reply;
    }
  }
}

/** A connection that failed, with what `fetch` threw. */
class Lost {
  constructor(readonly reason: unknown) {}
}

async function once<Data>(
  options: HubOptions,
  query: string,
  variables: unknown,
): Promise<Reply<Data> | Lost> {
  const { url, fetch: ask = fetch } = options;
  const headers = await headersOf(options);
  try {
    const response = await ask(url, {
      method: 'POST',
      headers: {
        ...headers,
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables }),
    });
    return await readReply<Data>(response);
  } catch (reason) {
    return new Lost(reason);
  }
}

/** Whether a line of the document begins with the word; a field of that name does no harm. */
const mayChange = (query: string) => /^\s*mutation\b/m.test(query);
