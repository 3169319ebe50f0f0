import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { TypedDocumentString } from '../generated/graphql';

interface Page<Row> {
  totalCount: number;
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

interface Read<Row> {
  /** Of which list, and how often it had been asked for anew, the pages are. */
  key: string;
  turn: number;
  pages: Page<Row>[];
  error?: CombinedError;
}

/**
 * A list that comes in pages, read as far as it is looked at. What is there stays until it is read anew.
 * @param pick finds the connection in the answer; null when there is none.
 */
export function usePages<Data, Variables extends { after?: string | null }, Row>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Page<Row> | null | undefined,
) {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<Read<Row>>({ key, turn: -1, pages: [] });
  const latest = useRef(read);
  const asking = useRef('');
  const [fetching, setFetching] = useState(false);

  const ask = useCallback(
    async (kept: readonly Page<Row>[], upTo: number) => {
      const mine = `${turn} ${kept.length} ${key}`;
      if (asking.current === mine) return;
      asking.current = mine;
      setFetching(true);
      const pages = [...kept];
      let error: CombinedError | undefined;
      while (!error && pages.length < upTo) {
        const after = pages.at(-1)?.pageInfo.endCursor ?? null;
        const asked = { ...(JSON.parse(key) as object), after };
        const answer = await client
          .query<Data>(document.toString(), asked, { requestPolicy: 'network-only' })
          .toPromise();
        // Another list was asked for meanwhile.
        if (asking.current !== mine) return;
        ({ error } = answer);
        const page = answer.data ? pick(answer.data) : null;
        if (page) pages.push(page);
        if (!page?.pageInfo.hasNextPage) break;
      }
      asking.current = '';
      setFetching(false);
      const { current } = latest;
      // What could not be read anew stays as it was.
      const stays = error && current.key === key && current.turn !== turn;
      latest.current = stays
        ? { ...current, error }
        : { key, turn, pages, ...(error && { error }) };
      setRead(latest.current);
    },
    // The picker is of the document.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [client, document, key, turn],
  );
  /** Reads from the beginning, as far as it was read before. */
  const askAnew = useCallback(() => {
    const { current } = latest;
    return ask([], current.key === key ? Math.max(1, current.pages.length) : 1);
  }, [ask, key]);
  useEffect(() => void askAnew(), [askAnew]);

  const { pages, error } = read.key === key ? read : { pages: [] };
  const newest = pages.at(-1);
  return {
    rows: pages.flatMap(({ nodes }) => nodes),
    /** Undefined until the first page is here. */
    total: newest?.totalCount,
    error,
    fetching,
    /** The next page; undefined when there is none, it is on its way, or it could not be had. */
    more:
      newest?.pageInfo.hasNextPage && !fetching && !error
        ? () => void ask(pages, pages.length + 1)
        : undefined,
    /** Reads the list again, as it may have changed. */
    again: () => setTurn((before) => before + 1),
    /** Asks once more for what could not be had. */
    retry: () =>
      void (read.key === key && read.turn === turn ? ask(pages, pages.length + 1) : askAnew()),
  };
}

/** The same list read to its end, for what is looked at as a whole. */
export const useEvery: typeof usePages = (...asked) => {
  const pages = usePages(...asked);
  const { more } = pages;
  useEffect(() => more?.(), [more]);
  return pages;
};
