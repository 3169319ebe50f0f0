import { Text, Title } from '@mantine/core';
import { useClient, type CombinedError } from 'urql';
import { guarded } from '../../../../src/shared/csv-line';
import { Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { useRefusedBy } from '../../components/refused-by';
import { LateDocument, type LateQuery } from '../../generated/graphql';
import { day, number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { usePages } from '../../shared/use-pages';
import { CopyText } from '../shared/copy-text';
import { useOperationsWords } from '../shared/operations.words';
import { useRoundWords } from './rounds.words';

const pick = ({ node }: LateQuery) =>
  node?.__typename === 'ReportingRound' ? node.participations : null;

/** Who is late with a round, the latest first, and the whole list to paste into a letter. */
export function Late({ round }: { round: string }) {
  const say = useSharedWords();
  const all = useOperationsWords();
  const words = useRoundWords();
  const text = useLateText(round);
  const { rows, total, error, more, retry } = usePages(LateDocument, { round, first: 50 }, pick);
  return (
    <>
      <Title order={3} size="h4">
        {words('late')}
      </Title>
      {error && <Failure error={error} again={retry} />}
      {total === 0 && <Text>{words('nobody-late')}</Text>}
      {total !== undefined && total !== 0 && (
        <>
          <Text role="status">{all('total', { total: number(total) })}</Text>
          <CopyText label={words('copy-late')} text={text} />
          <LongTable
            caption={words('late')}
            rows={rows}
            rowKey={({ institution }) => institution.id}
            total={total}
            more={more}
            columns={[
              {
                key: 'institution',
                header: words('institution'),
                show: ({ institution }) => institution.name,
              },
              { key: 'unit', header: words('unit'), under: true, show: ({ unit }) => unit.name },
              {
                key: 'state',
                header: words('state'),
                under: true,
                show: ({ state }) => (state ? say(state) : words('not-begun')),
              },
              { key: 'due', header: words('due'), under: true, show: ({ dueOn }) => day(dueOn) },
              {
                key: 'days',
                header: words('days-late'),
                numeric: true,
                show: ({ daysLate }) => number(daysLate),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

/** Reads every page: what is not on the screen yet is copied as well. */
function useLateText(round: string): () => Promise<string> {
  const words = useRoundWords();
  const refusedBy = useRefusedBy();
  const client = useClient();
  return async () => {
    const lines = [
      [words('institution'), words('unit'), words('due'), words('days-late')].join('\t'),
    ];
    let after: string | null | undefined = null;
    do {
      const { data, error }: { data?: LateQuery; error?: CombinedError } = await client
        .query<LateQuery>(
          LateDocument.toString(),
          { round, first: 50, after },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      const page: ReturnType<typeof pick> = data ? pick(data) : null;
      // A list that is cut looks like a whole one.
      if (error || !page) throw new Error(refusedBy(error, undefined)[0]?.message);
      for (const { institution, unit, dueOn, daysLate } of page.nodes)
        lines.push(
          // Pasted into a spreadsheet, a name would be a formula too.
          [guarded(institution.name), guarded(unit.name), day(dueOn), number(daysLate)].join('\t'),
        );
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    return lines.join('\n');
  };
}
