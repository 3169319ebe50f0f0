import { Alert, Anchor, Button, List, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { Refusals, type Refused } from '../components/refusals';
import {
  ReportReopenDocument,
  ReportSubmitDocument,
  ReportWithdrawDocument,
  type ReportUpdateFragment,
} from '../generated/graphql';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { useSharedWords } from '../shared/shared.words';
import { anchorOf } from './criterion-card';
import { useReportsWords } from './reports.words';

/** Hands the report in, takes it back, or opens it again: what the graph says can be done now. */
export function HandIn({ update, settled }: { update: ReportUpdateFragment; settled: boolean }) {
  const say = useSharedWords();
  const words = useReportsWords();
  const [note, setNote] = useState('');
  const [done, setDone] = useState('');
  const [refused, setRefused] = useState<Refused[]>([]);
  const [submit, submitting] = useChange(ReportSubmitDocument);
  const [withdraw, withdrawing] = useChange(ReportWithdrawDocument);
  const [reopen, reopening] = useChange(ReportReopenDocument);
  const { id, version, submissionProblems: problems } = update;

  async function change(
    work: Promise<{
      data?: object;
      error?: { message: string; graphQLErrors: { message: string }[] };
    }>,
    told: string,
  ) {
    const { data, error } = await work;
    const [payload] = Object.values(data ?? {}) as { userErrors: Refused[] }[];
    const failed = [
      { code: 'FAILED', message: error?.graphQLErrors[0]?.message ?? say('offline') },
    ];
    const found = payload?.userErrors ?? failed;
    setRefused(found);
    setDone(found.length === 0 ? told : '');
    if (found.length === 0) setNote('');
  }
  // Whoever may change it sees its version.
  const input = { id, version: version ?? 0, idempotencyKey: intentionKey() };
  return (
    <Paper withBorder p="md" component="section" aria-label={words('submit-title')}>
      <Stack gap="sm" align="stretch">
        <Title order={2} size="h4">
          {words('submit-title')}
        </Title>
        <Text role="status">{done}</Text>
        <Refusals of={refused} />
        {update.canSubmit && <Problems of={problems} />}
        {(update.canSubmit || update.canReopen) && (
          <Textarea
            label={words(update.canReopen ? 'reopen-reason' : 'submit-note')}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            autosize
          />
        )}
        {update.canSubmit && (
          <Button
            loading={submitting}
            disabled={!settled || problems.length > 0}
            onClick={() =>
              void change(submit({ input: { ...input, note: note || null } }), words('submitted'))
            }
          >
            {words('submit')}
          </Button>
        )}
        {update.canWithdraw && (
          <Button
            variant="default"
            loading={withdrawing}
            onClick={() => void change(withdraw({ input }), words('withdrawn'))}
          >
            {words('withdraw')}
          </Button>
        )}
        {update.canReopen && (
          <Button
            variant="default"
            loading={reopening}
            onClick={() => void change(reopen({ input: { ...input, reason: note } }), '')}
          >
            {words('reopen')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

/** What keeps the report from being handed in; each leads to its question. */
function Problems({ of: problems }: { of: readonly Refused[] }) {
  const words = useReportsWords();
  if (problems.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" title={words('problems-left')}>
      <List size="sm">
        {problems.map(({ field, message }) => (
          <List.Item key={message}>
            <Anchor href={`#${anchorOf(field?.[1] ?? '')}`} fz="inherit" underline="always">
              {message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
