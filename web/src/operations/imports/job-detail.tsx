import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Answer } from '../../components/answer';
import { useRefusedBy } from '../../components/refused-by';
import {
  ImportAnswerDocument,
  ImportDiscardDocument,
  ImportJobDetailDocument,
  ImportSaveDocument,
  ImportTakeBackDocument,
  type ImportJobShownFragment,
} from '../../generated/graphql';
import { moment, number } from '../../shared/format';
import { useChange, useGraph } from '../../shared/graph';
import { Act } from '../shared/act';
import { useImportsWords } from './imports.words';
import { JobChanges, JobFindings } from './job-rows';
import { JobState, isUnderWay } from './job-state';
import { JobQuestions } from './job-questions';

/** In milliseconds. */
const LOOK_EVERY = 1500;

/** One file: how far it is, what it would change, what is asked about it, and what can be done with it. */
export function JobDetail({ id, onOpen }: { id: string; onOpen: (id: string | null) => void }) {
  const words = useImportsWords();
  const asked = useGraph(ImportJobDetailDocument, { id });
  const job = jobOf(asked.data?.node);
  const underWay = job !== null && isUnderWay(job);
  const { again } = asked;
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(again, LOOK_EVERY);
    return () => clearInterval(timer);
  });
  return (
    <Stack gap="sm">
      <div>
        <Button variant="subtle" size="xs" onClick={() => onOpen(null)}>
          {words('back')}
        </Button>
      </div>
      <Answer of={asked}>
        {({ node }) => {
          const found = jobOf(node);
          return found ? (
            <Opened job={found} again={again} onOpen={onOpen} />
          ) : (
            <Text role="status">{words('gone')}</Text>
          );
        }}
      </Answer>
    </Stack>
  );
}

function jobOf(node: object | null | undefined): ImportJobShownFragment | null {
  return node && 'state' in node ? (node as ImportJobShownFragment) : null;
}

function Opened({
  job,
  again,
  onOpen,
}: {
  job: ImportJobShownFragment;
  again: () => void;
  onOpen: (id: string) => void;
}) {
  const words = useImportsWords();
  const { file, kind, state, undoes, accountName, createdAt, questions, problems } = job;
  // Each check makes other rows.
  const turn = `${job.id} ${job.version}`;
  const settled = state === 'CHECKED';
  return (
    <Stack gap="sm">
      <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
        {undoes ? words('undoing', { name: file }) : file}
      </Title>
      <Text size="sm">
        {words(kind)}; {accountName}, {moment(createdAt)}
      </Text>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <div role="status">
            <JobState of={job} />
          </div>
          <Counts of={job} />
          {isUnderWay(job) && <Text size="sm">{words('may-close')}</Text>}
          {settled && !undoes && <Text fw={600}>{words(saying(job))}</Text>}
          <Acts job={job} again={again} onOpen={onOpen} />
        </Stack>
      </Paper>
      {settled && Boolean(questions) && (
        <JobQuestions key={`q ${turn}`} job={job} kind="QUESTION" onAnswered={again} />
      )}
      {settled && Boolean(problems) && (
        <JobQuestions key={`p ${turn}`} job={job} kind="PROBLEM" onAnswered={again} />
      )}
      {settled && !undoes && <JobFindings key={`f ${turn}`} id={job.id} />}
      {settled && job.created !== null && <JobChanges key={`c ${turn}`} job={job} />}
    </Stack>
  );
}

const changesSomething = ({ created, updated }: ImportJobShownFragment): boolean =>
  Number(created) + Number(updated) > 0;

function saying(job: ImportJobShownFragment): 'nothing-yet' | 'nothing-new' {
  const isFree = job.problems === 0 && job.questions === 0;
  return isFree && !changesSomething(job) ? 'nothing-new' : 'nothing-yet';
}

function Counts({ of: job }: { of: ImportJobShownFragment }) {
  const words = useImportsWords();
  const { state, created, updated, unchanged, problems, questions, leftOut, undoes } = job;
  if (undoes || (state !== 'CHECKED' && state !== 'SAVED')) return null;
  const counts = [
    ['CREATED', created],
    ['UPDATED', updated],
    ['UNCHANGED', unchanged],
    ['QUESTION', questions],
    ['PROBLEM', problems],
  ] as const;
  return (
    <Group gap="xs">
      {counts.map(([what, count]) =>
        count == null ? null : (
          <Badge key={what} variant="outline" tt="none" miw="max-content">
            {words('count', { what: words(what), count: number(count) })}
          </Badge>
        ),
      )}
      {leftOut > 0 && (
        <Badge variant="outline" tt="none" miw="max-content">
          {words('left-out', { count: number(leftOut) })}
        </Badge>
      )}
    </Group>
  );
}

/**
 * What can be done with a file as it is now.
 *
 * Long because it names all that can be done, each with its mutation.
 */
function Acts({
  job,
  again,
  onOpen,
}: {
  job: ImportJobShownFragment;
  again: () => void;
  onOpen: (id: string) => void;
}) {
  const words = useImportsWords();
  const refusedBy = useRefusedBy(again);
  const [save] = useChange(ImportSaveDocument);
  const [answer] = useChange(ImportAnswerDocument);
  const [discard] = useChange(ImportDiscardDocument);
  const [takeBack] = useChange(ImportTakeBackDocument);
  const { id, version, state, undoes, problems, questions, answered, importRun } = job;
  const mayAnswer = !undoes && (state === 'CHECKED' || state === 'FAILED');
  const maySave = mayAnswer && state === 'CHECKED' && problems === 0 && questions === 0;
  return (
    <Group gap="xs" align="start">
      {maySave && changesSomething(job) && (
        <Act
          label={words('save')}
          send={async (keyed) => {
            const { data, error } = await save({ input: keyed({ id, version }) });
            return refusedBy(error, data?.importJobSave.userErrors);
          }}
        />
      )}
      {mayAnswer && (
        <Act
          label={words(answered > 0 ? 'afresh' : 'check-again')}
          send={async (keyed) => {
            const input = keyed({ id, version, answers: [], afresh: answered > 0 });
            const { data, error } = await answer({ input });
            return refusedBy(error, data?.importJobAnswer.userErrors);
          }}
        />
      )}
      {(mayAnswer || state === 'CHECKING') && (
        <Act
          label={words('discard')}
          removes
          send={async (keyed) => {
            const { data, error } = await discard({ input: keyed({ id, version }) });
            return refusedBy(error, data?.importJobDiscard.userErrors);
          }}
        />
      )}
      {!undoes && importRun && !importRun.undoneAt && (
        <Act
          label={words('take-back')}
          sure={words('take-back-sure')}
          removes
          send={async (keyed) => {
            const { data, error } = await takeBack({ input: keyed({ importRun: importRun.id }) });
            const begun = data?.importJobUndo;
            if (begun?.importJob) onOpen(begun.importJob.id);
            return refusedBy(error, begun?.userErrors);
          }}
        />
      )}
      {!undoes && importRun?.undoneAt && (
        <Alert variant="outline" color="gray">
          {words('taken-back', { by: importRun.undoneBy ?? '', at: moment(importRun.undoneAt) })}
        </Alert>
      )}
    </Group>
  );
}
