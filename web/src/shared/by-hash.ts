import { bodyByHash, type Question } from '../first/by-hash';

/**
 * Sends a question by the hash of its document, which the hub knows; a hub of another version does not, and gets
 * its text.
 * @param send sends a body.
 */
export async function byHash(
  text: string,
  send: (body: string) => Promise<Response>,
): Promise<Response> {
  const { query, ...question } = JSON.parse(text) as Question & { query?: string };
  const body = bodyByHash(question);
  if (!body) return send(text);
  const answer = await send(body);
  // What is long is no refusal.
  if (Number(answer.headers.get('content-length')) > 2_000) return answer;
  const unknown = (await answer.clone().text()).includes('PERSISTED_QUERY_NOT_FOUND');
  return unknown ? send(JSON.stringify({ ...question, query })) : answer;
}

/** The answer to what was asked before the console was there; each is taken once. */
export function takeAskedFirst(body: string, language: string): Promise<Response> | undefined {
  const asked = globalThis.askedFirst;
  if (asked?.body !== body || asked.language !== language) return undefined;
  globalThis.askedFirst = undefined;
  return asked.answer;
}
