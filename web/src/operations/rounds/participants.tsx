import { Button, Group, NativeSelect, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Failure } from '../../components/answer';
import {
  ParticipantsDocument,
  type ParticipantsQuery,
  type ParticipationFilter,
} from '../../generated/graphql';
import { number } from '../../shared/format';
import { usePages } from '../../shared/use-pages';
import { useOperationsWords } from '../shared/operations.words';
import { EXCEPTION_ACTS, misfitOf, type ExceptionAct, type Participant } from './exception-fit';
import { ExceptionForm } from './exception-form';
import { ParticipantTable } from './participant-table';
import type { Round } from './round';
import { useRoundWords } from './rounds.words';

/** As many as the hub takes at once. */
const MOST = 250;

const FILTERS = {
  everybody: {},
  'not-begun': { notBegun: true },
  overdueOnes: { overdue: true },
  submitted: { states: ['SUBMITTED', 'APPROVED'] },
  exceptedOnes: { exceptions: ['EXTENDED', 'REOPENED', 'EXCUSED'] },
} satisfies Record<string, ParticipationFilter>;
const WHICH = ['everybody', 'not-begun', 'overdueOnes', 'submitted', 'exceptedOnes'] as const;

const pick = ({ node }: ParticipantsQuery) =>
  node?.__typename === 'ReportingRound' ? node.participations : null;

/** Gives single institutions a later day, opens the round again for them, or excuses them. */
export function Participants(of: { round: Round; onChanged: () => void }) {
  const words = useRoundWords();
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        <Title order={3} size="h4" display="inline">
          {words('participants')}
        </Title>
      </summary>
      {opened && <Opened {...of} />}
    </details>
  );
}

function Opened({ round, onChanged }: { round: Round; onChanged: () => void }) {
  const all = useOperationsWords();
  const words = useRoundWords();
  const [act, setAct] = useState<ExceptionAct>(
    round.phase === 'CLOSED' ? 'reopenOne' : 'extendOne',
  );
  const [which, setWhich] = useState<(typeof WHICH)[number]>('everybody');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Participant>>(new Map());
  const [told, setTold] = useState('');
  const { rows, total, error, more, again, retry } = usePages(
    ParticipantsDocument,
    { round: round.id, filter: { ...FILTERS[which], search: search || null }, first: 50 },
    pick,
  );
  const fitting = (some: readonly Participant[]) => some.filter((each) => !misfitOf(act, each));
  const going = fitting([...chosen.values()]);
  function choose(some: readonly Participant[], isChosen: boolean) {
    const next = new Map(going.map((each) => [each.institution.id, each]));
    for (const each of some)
      if (!isChosen) next.delete(each.institution.id);
      else if (next.size < MOST) next.set(each.institution.id, each);
    setChosen(next);
  }
  return (
    <Stack gap="sm" mt="sm">
      <div role="status">{told}</div>
      <Radio.Group
        label={words('act')}
        value={act}
        onChange={(next) => setAct(EXCEPTION_ACTS.find((each) => each === next) ?? act)}
      >
        <Group mt={4}>
          {EXCEPTION_ACTS.map((each) => (
            <Radio key={each} value={each} label={words(each)} />
          ))}
        </Group>
      </Radio.Group>
      <Group align="end">
        <TextInput
          label={words('search')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          w={{ base: '100%', sm: 260 }}
        />
        <NativeSelect
          label={words('which')}
          value={which}
          onChange={({ currentTarget }) =>
            setWhich(WHICH.find((each) => each === currentTarget.value) ?? 'everybody')
          }
          data={WHICH.map((each) => ({ value: each, label: words(each) }))}
          w={{ base: '100%', sm: 200 }}
        />
      </Group>
      {error && <Failure error={error} again={retry} />}
      {total !== undefined && (
        <>
          <Text role="status">
            {all('total', { total: number(total) })}.{' '}
            {words('chosen', { count: number(going.length), most: number(MOST) })}
          </Text>
          <Group>
            <Button size="xs" variant="default" onClick={() => choose(fitting(rows), true)}>
              {words('choose-shown')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setChosen(new Map())}>
              {words('choose-none')}
            </Button>
          </Group>
          <ParticipantTable
            act={act}
            rows={rows}
            total={total}
            more={more}
            isChosen={({ institution }) => chosen.has(institution.id)}
            onChoose={(each, isChosen) => choose([each], isChosen)}
          />
        </>
      )}
      <ExceptionForm
        key={act}
        act={act}
        round={round.id}
        institutions={going.map(({ institution }) => institution.id)}
        onDone={(count) => {
          setTold(words(`${act}-done`, { count: number(count) }));
          setChosen(new Map());
          again();
          onChanged();
        }}
      />
    </Stack>
  );
}
