import { NativeSelect, Text, Title } from '@mantine/core';
import { useClient, type CombinedError } from 'urql';
import { Failure } from '../../components/answer';
import type { Column } from '../../components/column';
import { CopyList } from '../../components/copy-list';
import { LongTable } from '../../components/long-table';
import { useRefusedBy } from '../../components/refused-by';
import { LateDocument, type LateQuery, type ParticipationFilter } from '../../generated/graphql';
import { useView } from '../../shared/address';
import { today } from '../../shared/days';
import { day, NOTHING, number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { usePages } from '../../shared/use-pages';
import { useOperationsWords } from '../shared/operations.words';
import type { Round } from './round';
import { useRoundWords } from './rounds.words';

const HEADS = [
  'code',
  'institution',
  'unit',
  'email',
  'telephone',
  'state',
  'due',
  'days-late',
] as const;

const pick = ({ node }: LateQuery) =>
  node?.__typename === 'ReportingRound' ? node.participations : null;

type Late = NonNullable<ReturnType<typeof pick>>['nodes'][number];

const FILTERS: Record<'overdue' | 'not-begun', ParticipationFilter> = {
  overdue: { overdue: true },
  'not-begun': { notBegun: true },
};

/**
 * Who is late with a round, the latest first, or who has not begun: before the due date, when it can still be mended.
 * With what is needed to reach them, and as a whole to paste into a letter or to keep.
 */
export function Late({
  round: { id: round, phase, dueOn, code },
  unit = null,
}: {
  round: Pick<Round, 'id' | 'phase' | 'dueOn' | 'code'>;
  /** Only those of this unit. */
  unit?: string | null;
}) {
  const columns = useColumns();
  const all = useOperationsWords();
  const words = useRoundWords();
  const [view, change] = useView();
  const usual = phase === 'OPEN' && dueOn >= today() ? 'not-begun' : 'overdue';
  const asked = view.get('whom');
  const whom = asked === 'overdue' || asked === 'not-begun' ? asked : usual;
  const filter = { ...FILTERS[whom], unit };
  const read = useWholeList(round, filter);
  const { rows, total, error, more, retry } = usePages(
    LateDocument,
    { round, filter, first: 50 },
    pick,
  );
  return (
    <>
      <Title order={3} size="h4">
        {words('late-or-not-begun')}
      </Title>
      <NativeSelect
        className="no-print"
        label={words('whom')}
        maw={280}
        value={whom}
        onChange={({ currentTarget: { value } }) => change({ whom: value }, true)}
        data={[
          { value: 'overdue', label: words('OVERDUE') },
          { value: 'not-begun', label: words('NOT_BEGUN') },
        ]}
      />
      {error && <Failure error={error} again={retry} />}
      {total === 0 && <Text>{words(whom === 'overdue' ? 'nobody-late' : 'all-begun')}</Text>}
      {total !== undefined && total !== 0 && (
        <>
          <Text role="status">{all('total', { total: number(total) })}</Text>
          <CopyList
            label={words('copy-late')}
            name={`${words('late-file')}-${code}.csv`}
            lines={read}
          />
          <LongTable
            caption={words('late')}
            rows={rows}
            rowKey={({ institution }) => institution.id}
            total={total}
            more={more}
            columns={columns}
          />
        </>
      )}
    </>
  );
}

function useColumns(): Column<Late>[] {
  const say = useSharedWords();
  const words = useRoundWords();
  return [
    {
      key: 'institution',
      header: words('institution'),
      show: ({ institution }) => institution.name,
    },
    {
      key: 'code',
      header: words('code'),
      under: true,
      show: ({ institution }) => <span className="code">{institution.code}</span>,
    },
    {
      key: 'contact',
      header: words('contact'),
      under: true,
      show: ({ institution: { contact } }) => (
        <>
          {contact?.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}{' '}
          {contact?.telephone ?? (contact?.email ? '' : NOTHING)}
        </>
      ),
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
  ];
}

/** Reads every page: what is not on the screen yet is copied and kept as well. */
function useWholeList(round: string, filter: ParticipationFilter): () => Promise<string[][]> {
  const say = useSharedWords();
  const words = useRoundWords();
  const refusedBy = useRefusedBy();
  const client = useClient();
  const lineOf = ({ institution, unit, state, dueOn, daysLate }: Late) => [
    institution.code,
    institution.name,
    unit.name,
    institution.contact?.email ?? '',
    institution.contact?.telephone ?? '',
    state ? say(state) : words('not-begun'),
    day(dueOn),
    number(daysLate),
  ];
  return async () => {
    const lines = [HEADS.map((head) => words(head))];
    let after: string | null | undefined = null;
    do {
      const { data, error }: { data?: LateQuery; error?: CombinedError } = await client
        .query<LateQuery>(
          LateDocument.toString(),
          { round, filter, first: 50, after },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      const page: ReturnType<typeof pick> = data ? pick(data) : null;
      // A list that is cut looks like a whole one.
      if (error || !page) throw new Error(refusedBy(error, undefined)[0]?.message);
      lines.push(...page.nodes.map(lineOf));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    return lines;
  };
}
