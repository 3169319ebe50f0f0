import { createClient, NetworkError } from 'graphql-sse';
import { headersOf, type HubOptions } from './options.js';
import {
  errorOf,
  HubError,
  isOfGateway,
  isPutOff,
  readReply,
  type HubProblem,
  type Reply,
} from './reply.js';
import { PATIENCE } from './send.js';
import { Waiting } from './waiting.js';

const ENDED: HubProblem = { message: 'The hub has ended the stream.' };

/** What a stream brings. */
interface Event<Data> {
  data?: Data | null;
  errors?: readonly HubProblem[];
}

/** The answers to a subscription, over new connections where one is lost, until `signal` or the reader ends it. */
export async function* follow<Data>(
  options: HubOptions,
  query: string,
  variables: Record<string, unknown>,
  signal?: AbortSignal,
): AsyncGenerator<Data> {
  // What one connection has told, the next tells at its start again.
  let told = '';
  let waiting = new Waiting(options.patience ?? PATIENCE);
  while (!signal?.aborted) {
    let lost: Loss;
    try {
      for await (const data of connection<Data>(options, query, variables, signal)) {
        waiting = new Waiting(options.patience ?? PATIENCE);
        const text = JSON.stringify(data);
        if (text !== told) yield data;
        told = text;
      }
      // The hub ends a stream without an error only when it stops itself.
      lost = { error: new HubError(200, [ENDED]), retryAfter: null };
    } catch (error) {
      lost = lossOf(error);
    }
    if (signal?.aborted) return;
    if (!(await waiting.again(lost.retryAfter, signal))) throw lost.error;
  }
}

/** A connection that is worth another. */
interface Loss {
  error: unknown;
  retryAfter: number | null;
}

/** @throws what another connection would not mend. */
function lossOf(error: unknown): Loss {
  if (error instanceof Refused) {
    const { reply } = error;
    if (!isPutOff(reply) && !isOfGateway(reply)) throw errorOf(reply);
    return { error: errorOf(reply), retryAfter: reply.retryAfter };
  }
  // The second is what `fetch` throws within an answer.
  const isLost = error instanceof NetworkError || (error as Error).name === 'TypeError';
  if (!isLost) throw error;
  return { error, retryAfter: null };
}

/** A connection that was answered with something else than a stream. */
class Refused extends Error {
  constructor(readonly reply: Reply<never>) {
    super();
  }
}

/** The answers of one connection. */
async function* connection<Data>(
  options: HubOptions,
  query: string,
  variables: Record<string, unknown>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Data> {
  const client = createClient({
    url: `${options.url.replace(/\/$/, '')}/stream`,
    headers: () => headersOf(options),
    fetchFn: options.fetch ?? fetch,
    // Connections are renewed above, where it is known which refusals are final.
    retryAttempts: 0,
  });
  const end = () => client.dispose();
  signal?.addEventListener('abort', end);
  try {
    for await (const event of client.iterate({ query, variables })) {
      const { data, errors = [] } = event as Event<Data>;
      if (!data || errors.length > 0) throw new HubError(200, errors);
      yield data;
    }
  } catch (error) {
    // Here, because the end of the client is the end of the answer too.
    if (error instanceof NetworkError && error.response)
      throw new Refused(await readReply(error.response as Response));
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}
