import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals, type Refused } from '../../components/refusals';
import {
  ImportAnswerDocument,
  type ImportAnswer,
  type ImportJobShownFragment,
} from '../../generated/graphql';
import { number } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { useIntentionKey } from '../../shared/use-intention-key';
import { useImportsWords } from './imports.words';
import { Found, useJobRows, type JobRow } from './job-rows';

const ANSWERS: readonly ImportAnswer[] = ['TAKE', 'SAME', 'LEAVE_OUT'];

/** The hub takes so many answers to single rows at once. */
const MOST_ANSWERS = 250;

/**
 * What is asked about rows, or wrong with them, answered one by one or all at once.
 *
 * Long because the buttons that answer many rows stand above the table that answers one.
 */
export function JobQuestions({
  job: { id, version, undoes },
  kind,
  onAnswered,
}: {
  job: ImportJobShownFragment;
  kind: 'QUESTION' | 'PROBLEM';
  onAnswered: () => void;
}) {
  const words = useImportsWords();
  const { rows, total, error, more, retry } = useJobRows(id, [kind]);
  const [given, setGiven] = useState<Record<number, ImportAnswer>>({});
  const { send, busy, refused } = useAnswering(id, version, onAnswered);
  const isQuestion = kind === 'QUESTION';
  const title = words(undoes ? 'rests-on' : isQuestion ? 'questions' : 'problems');
  const answers = Object.entries(given).map(([row, answer]) => ({ row: Number(row), answer }));
  const mendable = [...new Set(rows.map(({ row }) => row))].filter((row) => row > 1);
  const leftOut = mendable.slice(0, MOST_ANSWERS).map((row) => ({ row, answer: LEAVE_OUT }));
  return (
    <Stack gap="xs">
      <Title order={4} size="h5">
        {title}
      </Title>
      {!undoes && <Text size="sm">{words(isQuestion ? 'questions-lead' : 'problems-lead')}</Text>}
      {error && <Failure error={error} again={retry} />}
      <Group gap="xs">
        {isQuestion &&
          ANSWERS.filter((each) => each !== 'SAME' || rows.some(({ mayBeSame }) => mayBeSame)).map(
            (others) => (
              <Button
                key={others}
                size="xs"
                variant="default"
                loading={busy}
                onClick={() => void send([], others)}
              >
                {words(`all-${others}`)}
              </Button>
            ),
          )}
        {!isQuestion && !undoes && leftOut.length > 0 && (
          <Button size="xs" variant="default" loading={busy} onClick={() => void send(leftOut)}>
            {words('leave-out-shown', { count: number(leftOut.length) })}
          </Button>
        )}
        {answers.length > 0 && (
          <Button size="xs" loading={busy} onClick={() => void send(answers)}>
            {words('answer-chosen', { count: number(answers.length) })}
          </Button>
        )}
      </Group>
      <Refusals of={refused} />
      {total !== undefined && (
        <Paper withBorder>
          <LongTable
            caption={title}
            rows={rows}
            rowKey={({ row, column, message }) => `${row} ${column} ${message}`}
            total={total}
            {...(more && { more })}
            columns={[
              { key: 'row', header: words('row'), numeric: true, show: ({ row }) => row },
              { key: 'found', header: words('found'), show: (row) => <Found of={row} /> },
              ...(undoes
                ? []
                : [
                    {
                      key: 'answer',
                      header: words('answer'),
                      show: (row: JobRow) => (
                        <OneAnswer
                          of={row}
                          answer={given[row.row]}
                          onAnswer={(answer) => setGiven(withAnswer(given, row.row, answer))}
                        />
                      ),
                    },
                  ]),
            ]}
          />
        </Paper>
      )}
    </Stack>
  );
}

const LEAVE_OUT: ImportAnswer = 'LEAVE_OUT';

function withAnswer(
  given: Readonly<Record<number, ImportAnswer>>,
  row: number,
  answer: ImportAnswer | undefined,
): Record<number, ImportAnswer> {
  const { [row]: _before, ...others } = given;
  return answer ? { ...others, [row]: answer } : others;
}

function OneAnswer({
  of: { row, kind, mayBeSame },
  answer,
  onAnswer,
}: {
  of: JobRow;
  answer: ImportAnswer | undefined;
  onAnswer: (answer: ImportAnswer | undefined) => void;
}) {
  const words = useImportsWords();
  // What is wrong with the header is wrong with the whole file.
  if (row < 2) return null;
  const fitting = ANSWERS.filter(
    (each) => each === 'LEAVE_OUT' || (kind === 'QUESTION' && (each === 'TAKE' || mayBeSame)),
  );
  return (
    <NativeSelect
      aria-label={words('answer-of', { row: number(row) })}
      miw={180}
      value={answer ?? ''}
      onChange={({ currentTarget: { value } }) => onAnswer(fitting.find((each) => each === value))}
      data={[
        { value: '', label: words('no-answer') },
        ...fitting.map((each) => ({ value: each, label: words(each) })),
      ]}
    />
  );
}

function useAnswering(id: string, version: number, onAnswered: () => void) {
  const refusedBy = useRefusedBy(onAnswered);
  const intention = useIntentionKey();
  const [change, busy] = useChange(ImportAnswerDocument);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function send(
    answers: readonly { row: number; answer: ImportAnswer }[],
    others: ImportAnswer | null = null,
  ) {
    const given = answers.slice(0, MOST_ANSWERS);
    const input = intention.keyed({ id, version, answers: given, others, afresh: false });
    const { data, error } = await change({ input });
    const found = refusedBy(error, data?.importJobAnswer.userErrors);
    setRefused(found);
    if (found.length > 0) return;
    intention.done();
    onAnswered();
  }
  return { send, busy, refused };
}
