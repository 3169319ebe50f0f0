import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { TypedDocumentString } from '../generated/graphql';

interface Page<Row> {
  totalCount: number;
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/**
 * A list that comes in pages, read as far as it is looked at.
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
  const [read, setRead] = useState<{ key: string; pages: Page<Row>[]; error?: CombinedError }>({
    key: '',
    pages: [],
  });
  const asking = useRef('');
  const [fetching, setFetching] = useState(false);
  const wanted = `${turn} ${key}`;
  const current = read.key === wanted ? read : { key: wanted, pages: [] };

  const ask = useCallback(
    async (pages: Page<Row>[]) => {
      const after = pages.at(-1)?.pageInfo.endCursor ?? null;
      const mine = `${wanted} ${after}`;
      if (asking.current === mine) return;
      asking.current = mine;
      setFetching(true);
      const asked = { ...(JSON.parse(key) as object), after };
      const { data, error } = await client
        .query<Data>(document.toString(), asked, { requestPolicy: 'network-only' })
        .toPromise();
      // Another list was asked for meanwhile.
      if (asking.current !== mine) return;
      asking.current = '';
      setFetching(false);
      const page = data ? pick(data) : null;
      setRead({ key: wanted, pages: page ? [...pages, page] : pages, ...(error && { error }) });
    },
    // The picker is of the document.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [client, document, key, wanted],
  );
  useEffect(() => void ask([]), [ask]);

  const newest = current.pages.at(-1);
  const error = read.key === wanted ? read.error : undefined;
  return {
    rows: current.pages.flatMap(({ nodes }) => nodes),
    /** Undefined until the first page is here. */
    total: newest?.totalCount,
    error,
    fetching,
    /** The next page; undefined when there is none, it is on its way, or it could not be had. */
    more:
      newest?.pageInfo.hasNextPage && !fetching && !error
        ? () => void ask(current.pages)
        : undefined,
    /** Reads the list again: where the hub could not be reached, what is missing of it; else from its beginning. */
    again: () => (error?.networkError ? void ask(current.pages) : setTurn((before) => before + 1)),
  };
}
