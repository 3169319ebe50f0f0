import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../../components/answer';
import { DownloadFile } from '../../components/download-file';
import {
  RoundCloseDocument,
  RoundDetailDocument,
  RoundExtendDocument,
  RoundOpenDocument,
} from '../../generated/graphql';
import { UnitForms } from '../../report-forms/unit-forms';
import { addressOf } from '../../shared/address';
import { day, moment } from '../../shared/format';
import { useChange, useGraph } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { Act } from '../shared/act';
import { EntryForm } from '../../components/entry-form';
import { Late } from './late';
import { OpenedTitle } from '../shared/opened-title';
import { useOperationsWords } from '../shared/operations.words';
import { useRefusedBy } from '../../components/refused-by';
import { Mending } from './mending';
import { Participants } from './participants';
import { Reminding } from './reminding';
import type { Round } from './round';
import { Completeness } from './round-completeness';
import { useRoundWords } from './rounds.words';

/** One round: its dates, what may be done with it, how complete it is, and who is late. */
export function RoundDetail({ round, onChanged }: { round: string; onChanged: () => void }) {
  const words = useRoundWords();
  const asked = useGraph(RoundDetailDocument, { round });
  return (
    <Answer of={asked}>
      {({ node }) =>
        node?.__typename === 'ReportingRound' ? (
          <Shown
            round={node}
            onChanged={() => {
              asked.again();
              onChanged();
            }}
          />
        ) : (
          <Text>{words('unknown-round')}</Text>
        )
      }
    </Answer>
  );
}

function Shown({ round, onChanged }: { round: Round; onChanged: () => void }) {
  const say = useSharedWords();
  const all = useOperationsWords();
  const words = useRoundWords();
  const viewer = useViewer();
  const plans = hasRole(viewer, 'PLANNER');
  const mayHaveForms =
    (plans || hasRole(viewer, 'OPERATOR')) && (round.phase === 'PLANNED' || round.phase === 'OPEN');
  return (
    <Paper withBorder p="md">
      <Stack>
        <OpenedTitle>{round.name}</OpenedTitle>
        <Text>
          {round.phase === 'WITHDRAWN' ? words('is-withdrawn') : say(round.phase)}. {words('opens')}
          : {day(round.opensOn)}. {words('due')}: {day(round.dueOn)}. {words('closes')}:{' '}
          {day(round.closesOn)}. {words('reference')}: {day(round.referenceDate)}.
        </Text>
        <Text size="sm">
          {round.unit.name}; {round.frameworks.map(({ name }) => name).join('; ')}
        </Text>
        {round.withdrawnAt && (
          <Alert color="orange" variant="outline" title={words('is-withdrawn')}>
            {moment(round.withdrawnAt)}. {round.withdrawalReason}
          </Alert>
        )}
        <Turns round={round} onChanged={onChanged} />
        {round.canExtend && <Mending round={round} onChanged={onChanged} />}
        {round.canExtend && <Participants round={round} onChanged={onChanged} />}
        {round.phase !== 'WITHDRAWN' && <Reminding round={round} />}
        {round.completeness ? (
          <Completeness of={round.completeness} />
        ) : (
          <Text>{all('for-planners')}</Text>
        )}
        <Late round={round} />
        {round.completeness && <Answers round={round} />}
        {mayHaveForms && <UnitForms round={round} brings={plans} onSaved={onChanged} />}
      </Stack>
    </Paper>
  );
}

/** What institutions handed in, question by question, as files. */
function Answers({ round: { id, code } }: { round: Round }) {
  const words = useRoundWords();
  return (
    <div className="no-print">
      <Title order={4} size="h5">
        {words('answers')}
      </Title>
      <Text size="sm">{words('answers-lead')}</Text>
      <Group>
        {(['xlsx', 'csv'] as const).map((form) => (
          <DownloadFile
            key={form}
            path={addressOf(`/exports/answers.${form}`, { round: id })}
            name={`${words('answers-file')}-${code}.${form}`}
            label={words(`answers-${form}`)}
          />
        ))}
      </Group>
    </div>
  );
}

/** Opens, extends and closes it, where the viewer may. */
function Turns({ round, onChanged }: { round: Round; onChanged: () => void }) {
  const words = useRoundWords();
  const refusedBy = useRefusedBy(onChanged);
  const [told, setTold] = useState('');
  const [open] = useChange(RoundOpenDocument);
  const [close] = useChange(RoundCloseDocument);
  const { id, version } = round;
  function done() {
    setTold(words('done'));
    onChanged();
  }
  return (
    <>
      <div role="status">{told}</div>
      <Group align="start">
        {round.canOpen && (
          <Act
            key="open"
            label={words('open')}
            send={async (keyed) => {
              const { data, error } = await open({ input: keyed({ id, version }) });
              if (data?.reportingRoundOpen.reportingRound) done();
              return refusedBy(error, data?.reportingRoundOpen.userErrors);
            }}
          />
        )}
        {round.canClose && (
          <Act
            key="close"
            label={words('close')}
            sure={words('close-sure')}
            send={async (keyed) => {
              const { data, error } = await close({ input: keyed({ id, version }) });
              if (data?.reportingRoundClose.reportingRound) done();
              return refusedBy(error, data?.reportingRoundClose.userErrors);
            }}
          />
        )}
      </Group>
      {round.canExtend && <Extend round={round} onDone={done} readAgain={onChanged} />}
    </>
  );
}

/** Gives everybody of the round later dates. */
function Extend({
  round,
  onDone,
  readAgain,
}: {
  round: Round;
  onDone: () => void;
  readAgain: () => void;
}) {
  const words = useRoundWords();
  const refusedBy = useRefusedBy(readAgain);
  const [extend] = useChange(RoundExtendDocument);
  return (
    <EntryForm
      title={words('extend-title')}
      label={words('extend')}
      fields={[
        { name: 'dueOn', label: words('due'), kind: 'date', start: round.dueOn },
        { name: 'closesOn', label: words('closes'), kind: 'date', start: round.closesOn },
      ]}
      send={async (typed, keyed) => {
        const { data, error } = await extend({
          input: keyed({
            id: round.id,
            version: round.version,
            dueOn: typed('dueOn') || null,
            closesOn: typed('closesOn') || null,
          }),
        });
        if (data?.reportingRoundExtend.reportingRound) onDone();
        return refusedBy(error, data?.reportingRoundExtend.userErrors);
      }}
    />
  );
}
