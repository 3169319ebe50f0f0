import { Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Coming, Failure } from '../../components/answer';
import type { Column } from '../../components/column';
import { LongTable } from '../../components/long-table';
import { RoundListDocument, type RoundListQuery } from '../../generated/graphql';
import { addressOf, useView } from '../../shared/address';
import { day } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { usePages } from '../../shared/use-pages';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { useOperationsWords } from '../shared/operations.words';
import { RoundDetail } from './round-detail';
import { RoundForm } from './round-form';
import { useRoundWords } from './rounds.words';

type RoundListed = RoundListQuery['reportingRounds']['nodes'][number];

/** The rounds, one of them in detail, and a form to call another. */
export function Rounds() {
  const all = useOperationsWords();
  const words = useRoundWords();
  const [view, change] = useView();
  const viewer = useViewer();
  const [told, setTold] = useState('');
  const { rows, total, error, more, again, retry } = usePages(
    RoundListDocument,
    { first: 20 },
    (data) => data.reportingRounds,
  );
  const chosen = view.get('round');
  const columns = useRoundColumns(chosen);
  return (
    <Stack className="in-order">
      <Title order={2} size="h3">
        {all('rounds')}
      </Title>
      <div role="status">{told}</div>
      {error && <Failure error={error} again={retry} />}
      {total === undefined && !error && <Coming />}
      {total === 0 && <Text>{words('no-rounds')}</Text>}
      {total !== undefined && total !== 0 && (
        <Paper withBorder>
          <LongTable
            caption={all('rounds')}
            rows={rows}
            rowKey={({ id }) => id}
            total={total}
            more={more}
            columns={columns}
          />
        </Paper>
      )}
      {chosen && <RoundDetail key={chosen} round={chosen} onChanged={again} />}
      {hasRole(viewer, 'PLANNER') && (
        <RoundForm
          onCalled={(id) => {
            setTold(words('called'));
            again();
            change({ round: id });
          }}
        />
      )}
    </Stack>
  );
}

function useRoundColumns(chosen: string | null): Column<RoundListed>[] {
  const say = useSharedWords();
  const words = useRoundWords();
  return [
    {
      key: 'name',
      header: words('name'),
      show: ({ id, name }) => (
        <Link
          href={addressOf('/operations', { tab: 'rounds', round: id })}
          aria-current={id === chosen ? 'true' : undefined}
        >
          {name}
        </Link>
      ),
    },
    { key: 'unit', header: words('unit'), under: true, show: ({ unit }) => unit.name },
    { key: 'phase', header: words('phase'), under: true, show: ({ phase }) => say(phase) },
    { key: 'opens', header: words('opens'), under: true, show: ({ opensOn }) => day(opensOn) },
    { key: 'due', header: words('due'), show: ({ dueOn }) => day(dueOn) },
    { key: 'closes', header: words('closes'), under: true, show: ({ closesOn }) => day(closesOn) },
  ];
}
