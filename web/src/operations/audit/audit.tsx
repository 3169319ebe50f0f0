import {
  Button,
  Group,
  List,
  NativeSelect,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Failure } from '../../components/answer';
import type { Choosable } from '../../components/choices';
import { DownloadFile } from '../../components/download-file';
import { LongTable } from '../../components/long-table';
import { NameChoice } from '../../components/name-choice';
import { ACTION_NAMES, useTrailNames } from '../../components/trail-names.words';
import { AuditDocument } from '../../generated/graphql';
import { addressOf, useView } from '../../shared/address';
import { afterOf, beginOf } from '../../shared/days';
import { moment, NOTHING, number } from '../../shared/format';
import { usePages } from '../../shared/use-pages';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { useOperationsWords } from '../shared/operations.words';
import { useAskedNames, type AskedNames } from './asked-names';
import { useAuditWords } from './audit.words';
import { useIndicatorNames, type IndicatorNames } from './indicator-names';
import { useToldValues } from './told-values';
import { useToldWords } from './told-values.words';

/** What is asked for, as the address calls it. */
const ASKED = ['action', 'account', 'unit', 'institution', 'from', 'to'] as const;

type Asked = Record<(typeof ASKED)[number], string | null>;

/** Who changed what and when, the newest first; what is asked for is in the address. */
export function Audit() {
  const all = useOperationsWords();
  const words = useAuditWords();
  const named = useTrailNames();
  const [view] = useView();
  const asked = Object.fromEntries(ASKED.map((each) => [each, view.get(each)])) as Asked;
  const { rows, total, error, more, retry } = usePages(
    AuditDocument,
    {
      filter: { ...asked, from: beginOf(asked.from), to: afterOf(asked.to) },
      first: 50,
    },
    (data) => data.auditEvents,
  );
  const questions = useAskedNames(rows.some(({ subjectType }) => subjectType === 'StatusUpdate'));
  const indicators = useIndicatorNames(rows.some(({ subjectType }) => subjectType === 'Plan'));
  return (
    <Stack>
      <Title order={2} size="h3">
        {all('audit')}
      </Title>
      <Text size="sm">{all('for-both')}</Text>
      <Filters asked={asked} />
      <TrailFile asked={asked} />
      {error && <Failure error={error} again={retry} />}
      {total === 0 && <Text role="status">{words('nothing')}</Text>}
      {total !== undefined && total !== 0 && (
        <>
          <Text role="status">{all('total', { total: number(total) })}</Text>
          <Paper withBorder>
            <LongTable
              caption={all('audit')}
              rows={rows}
              rowKey={({ id }) => id}
              total={total}
              more={more}
              columns={[
                { key: 'at', header: words('at'), show: ({ at }) => moment(at) },
                { key: 'what', header: words('what'), show: (row) => named.sentence(row) },
                {
                  key: 'where',
                  header: words('where'),
                  show: ({ institution, unit }) => institution?.name ?? unit?.name ?? NOTHING,
                },
                {
                  key: 'change',
                  header: words('change'),
                  show: ({ before, after }) => (
                    <Change
                      before={before}
                      after={after}
                      questions={questions}
                      indicators={indicators}
                    />
                  ),
                },
              ]}
            />
          </Paper>
        </>
      )}
    </Stack>
  );
}

/** What it was and what it became, in words. */
function Change({
  before,
  after,
  questions,
  indicators,
}: {
  before?: unknown;
  after?: unknown;
  questions: AskedNames;
  indicators: IndicatorNames;
}) {
  const words = useAuditWords();
  const told = useToldWords();
  const { lines, untold } = useToldValues(questions, indicators)(before, after);
  if (lines.length === 0 && untold === 0) return NOTHING;
  return (
    <details>
      <summary>{words('open-change')}</summary>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line} style={{ overflowWrap: 'anywhere' }}>
            {line}
          </List.Item>
        ))}
        {untold > 0 && <List.Item>{told('untold', { count: number(untold) })}</List.Item>}
      </List>
    </details>
  );
}

/** The trail of the chosen days as a file, whatever else is chosen. */
function TrailFile({ asked: { from, to } }: { asked: Asked }) {
  const words = useAuditWords();
  return (
    <div className="no-print">
      <DownloadFile
        path={addressOf('/exports/trail.xlsx', { from, until: to })}
        name={`${[words('file'), from, to].filter((part) => part !== null).join('-')}.xlsx`}
        label={words('download')}
      />
    </div>
  );
}

function Filters({ asked }: { asked: Asked }) {
  const words = useAuditWords();
  const named = useTrailNames();
  const viewer = useViewer();
  const [, change] = useView();
  const [typed, setTyped] = useState(asked);
  const [before, setBefore] = useState(asked);
  // The address has come to ask for something else.
  if (ASKED.some((each) => asked[each] !== before[each])) {
    setBefore(asked);
    setTyped(asked);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    change(typed);
  }
  const shared = (name: keyof Asked) => ({ label: words(name), w: { base: '100%', sm: 260 } });
  const field = (name: keyof Asked) => ({
    ...shared(name),
    value: typed[name] ?? '',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: currentTarget.value.trim() || null }),
  });
  const choice = (of: Choosable) => (
    <NameChoice
      {...shared(of)}
      of={of}
      chosen={typed[of]}
      onChoose={(id) => setTyped({ ...typed, [of]: id })}
    />
  );
  return (
    <form onSubmit={submit} className="no-print">
      <Group align="end">
        <NativeSelect
          {...field('action')}
          data={[
            { value: '', label: words('every') },
            // The address may name one that is new to the console.
            ...[...new Set([...ACTION_NAMES, ...(typed.action ? [typed.action] : [])])].map(
              (name) => ({ value: name, label: named.action(name) }),
            ),
          ]}
        />
        {/* The trail of units is the planners', and who did what in it the operators'. */}
        {hasRole(viewer, 'OPERATOR') && choice('account')}
        {hasRole(viewer, 'PLANNER') && choice('unit')}
        {hasRole(viewer, 'PLANNER') && choice('institution')}
        <TextInput type="date" {...field('from')} />
        <TextInput type="date" {...field('to')} />
        <Button type="submit" variant="default">
          {words('show')}
        </Button>
      </Group>
    </form>
  );
}
