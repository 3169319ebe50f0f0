import { hashes } from 'virtual:document-hashes';

/** What is asked, but for the text of the document. */
export interface Question {
  operationName?: string;
  variables?: object;
  [key: string]: unknown;
}

/** The body that names a document of the console by its hash; undefined for what has none. */
export function bodyByHash(question: Question): string | undefined {
  const sha256Hash = hashes[question.operationName ?? ''];
  if (!sha256Hash) return undefined;
  return JSON.stringify({
    ...question,
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });
}
