import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import {
  ImportJobRowsDocument,
  type ImportJobRowKind,
  type ImportJobRowsQuery,
  type ImportJobShownFragment,
} from '../../generated/graphql';
import { isColumn, useRecordedTurn } from '../../institutions/register/recorded-values';
import { day } from '../../shared/format';
import { COMMON_INDICATORS, GROUPS, SOURCE_STATUSES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { usePages } from '../../shared/use-pages';
import { useImportsWords } from './imports.words';

type Job = Extract<NonNullable<ImportJobRowsQuery['node']>, { rows: unknown }>;
export type JobRow = Job['rows']['nodes'][number];

/** What is told of the rows of a file in some ways, in the order of the file. */
export function useJobRows(id: string, kinds: ImportJobRowKind[]) {
  return usePages(ImportJobRowsDocument, { id, kinds, first: 100 }, ({ node }) =>
    node && 'rows' in node ? node.rows : null,
  );
}

/** What the author should know of a file that can be saved all the same. */
export function JobFindings({ id }: { id: string }) {
  const words = useImportsWords();
  const { rows } = useJobRows(id, ['FINDING']);
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={4} size="h5">
        {words('findings')}
      </Title>
      <List size="sm">
        {rows.map((row) => (
          <List.Item key={`${row.row} ${row.message}`}>
            {words('row')} {row.row}: <Found of={row} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

/** What was found, where, and what the file says there. */
export function Found({ of: { column, value, message } }: { of: JobRow }) {
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {column && <code>{column} </code>}
      {value !== null && value !== undefined && `“${value}” `}
      {message}
    </span>
  );
}

/** What each row of a file would change, field by field. */
export function JobChanges({ job }: { job: ImportJobShownFragment }) {
  const words = useImportsWords();
  const { rows, total, error, more, retry } = useJobRows(job.id, ['CREATED', 'UPDATED']);
  if (total === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={4} size="h5">
        {words('changes')}
      </Title>
      {error && <Failure error={error} again={retry} />}
      {total !== undefined && (
        <Paper withBorder>
          <LongTable
            caption={words('changes')}
            rows={rows}
            rowKey={({ row, subject }) => `${row} ${subject}`}
            total={total}
            {...(more && { more })}
            columns={[
              { key: 'row', header: words('row'), numeric: true, show: ({ row }) => row },
              {
                key: 'subject',
                header: words('subject'),
                show: ({ subject, kind }) => (
                  <>
                    {subject}
                    <Text size="sm">{words(kind === 'CREATED' ? 'CREATED' : 'UPDATED')}</Text>
                  </>
                ),
              },
              {
                key: 'effect',
                header: words('effect'),
                show: (row) =>
                  job.kind === 'PLAN' ? (
                    <PlanChanges of={row} />
                  ) : (
                    <Changes of={row} isInstitution={job.kind === 'INSTITUTIONS'} />
                  ),
              },
            ]}
          />
        </Paper>
      )}
    </Stack>
  );
}

/** What a file of a plan says, as people call it: a target goes by group, indicator and year. */
function usePlanColumn() {
  const say = useSharedWords();
  const words = useImportsWords();
  return (column: string, value: string | null): { column: string; value: string | null } => {
    const [first, indicator = '', year = ''] = column.split(' ');
    const group = GROUPS.find((each) => each === first);
    const common = COMMON_INDICATORS.find((each) => each === indicator);
    const status = SOURCE_STATUSES.find((each) => each === value);
    const named = PLAN_COLUMNS.find((each) => each === column);
    if (group) {
      const parts = { year, group: say(group), indicator: common ? say(common) : indicator };
      return { column: words('target', parts), value };
    }
    return { column: named ? words(named) : column, value: status ? say(status) : value };
  };
}

const PLAN_COLUMNS = ['title', 'issuer', 'issued_on', 'unit_code', 'source_status'] as const;

function PlanChanges({ of: { changes } }: { of: JobRow }) {
  const words = useImportsWords();
  const called = usePlanColumn();
  return changes.map(({ column, after = null }) => {
    const told = called(column, after);
    return (
      <div key={column}>
        {words('becomes', { column: told.column, after: told.value ?? words('empty') })}
      </div>
    );
  });
}

function Changes({ of: { changes }, isInstitution }: { of: JobRow; isInstitution: boolean }) {
  const words = useImportsWords();
  const turnOf = useRecordedTurn([]);
  return changes.map(({ column, before = null, after = null, since, corrected }) => (
    <div key={column}>
      {isInstitution && isColumn(column)
        ? turnOf(column, before, after)
        : words(before === null ? 'becomes' : 'turns', {
            column,
            before: before ?? words('empty'),
            after: after ?? words('empty'),
          })}
      {since && words('since', { since: day(since) })}
      {corrected && words('corrected')}
    </div>
  ));
}
