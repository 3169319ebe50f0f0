import { hashes } from 'virtual:document-hashes';

interface Body {
  query?: string;
  operationName?: string;
  [key: string]: unknown;
}

/**
 * Sends a question by the hash of its document, which the hub knows; a hub of another version does not, and gets
 * its text.
 * @param send sends a body.
 */
export async function byHash(
  text: string,
  send: (body: string) => Promise<Response>,
): Promise<Response> {
  const { query, ...rest } = JSON.parse(text) as Body;
  const sha256Hash = hashes[rest.operationName ?? ''];
  if (!sha256Hash) return send(text);
  const answer = await send(
    JSON.stringify({ ...rest, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  );
  // What is long is no refusal.
  if (Number(answer.headers.get('content-length')) > 2_000) return answer;
  const unknown = (await answer.clone().text()).includes('PERSISTED_QUERY_NOT_FOUND');
  return unknown ? send(JSON.stringify({ ...rest, query })) : answer;
}
