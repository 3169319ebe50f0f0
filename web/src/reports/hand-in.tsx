import { Alert, Anchor, Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState, type MouseEvent } from 'react';
import type { CombinedError } from 'urql';
import { Refusals, type Refused } from '../components/refusals';
import { LongText } from '../components/long-text';
import { useRefusedBy } from '../components/refused-by';
import {
  ReportReopenDocument,
  ReportSubmitDocument,
  ReportWithdrawDocument,
  type ReportUpdateFragment,
} from '../generated/graphql';
import { useChange } from '../shared/graph';
import { useIntentionKey } from '../shared/use-intention-key';
import { anchorOf } from './anchor';
import { useReportsWords } from './reports.words';

/** Hands the report in, takes it back, or opens it again: what the graph says can be done now. */
export function HandIn({
  update,
  settled,
  again,
}: {
  update: ReportUpdateFragment;
  /** Whether all that was typed is saved. */
  settled: boolean;
  again: () => void;
}) {
  const refusedBy = useRefusedBy();
  const words = useReportsWords();
  const [note, setNote] = useState('');
  const [done, setDone] = useState('');
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [submit, submitting] = useChange(ReportSubmitDocument);
  const [withdraw, withdrawing] = useChange(ReportWithdrawDocument);
  const [reopen, reopening] = useChange(ReportReopenDocument);
  const { id, version, submissionProblems: problems } = update;

  async function change(work: Promise<{ data?: object; error?: CombinedError }>, told: string) {
    const { data, error } = await work;
    const [payload] = Object.values(data ?? {}) as { userErrors: Refused[] }[];
    const found = refusedBy(error, payload?.userErrors);
    setRefused(found);
    setDone(found.length === 0 ? told : '');
    if (found.some(({ code }) => code === 'CONFLICT')) again();
    if (found.length > 0) return;
    setNote('');
    // The button that was pressed is gone.
    heading.current?.focus();
  }
  const heading = useRef<HTMLHeadingElement>(null);
  const intention = useIntentionKey();
  // Whoever may change it sees its version.
  const input = <Content extends object>(content: Content) => {
    const whole = { id, version: version ?? 0, ...content };
    return { input: intention.keyed(whole) };
  };
  // After a withdrawal or a return there is nothing to hand in before something is changed.
  const canBegin = update.canSave && !update.canSubmit && update.state !== 'APPROVED';
  const offers = update.canSubmit || canBegin;
  const reason = canBegin
    ? words('change-first')
    : problems.length > 0
      ? words('solve-first')
      : settled
        ? undefined
        : words('settle-first');
  return (
    <Paper withBorder p="md" component="section" aria-label={words('submit-title')}>
      <Stack gap="sm" align="stretch">
        <Title order={2} size="h4" ref={heading} tabIndex={-1}>
          {words('submit-title')}
        </Title>
        <Text role="status">{done}</Text>
        <Refusals of={refused} />
        {update.canSubmit && <Problems of={problems} />}
        {(offers || update.canReopen) && (
          <LongText
            label={words(update.canReopen ? 'reopen-reason' : 'submit-note')}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        )}
        {offers && reason && <Text size="sm">{reason}</Text>}
        {offers && (
          <Button
            loading={submitting}
            disabled={reason !== undefined}
            onClick={() => void change(submit(input({ note: note || null })), words('submitted'))}
          >
            {words('submit')}
          </Button>
        )}
        {update.canWithdraw && (
          <Button
            variant="default"
            loading={withdrawing}
            onClick={() => void change(withdraw(input({})), words('withdrawn'))}
          >
            {words('withdraw')}
          </Button>
        )}
        {update.canReopen && (
          <Button
            variant="default"
            loading={reopening}
            onClick={() => void change(reopen(input({ reason: note })), '')}
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
            <Anchor
              href={`#${anchorOf(field?.[1] ?? '')}`}
              onClick={(event) => goTo(event, field)}
              fz="inherit"
              underline="always"
            >
              {message}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Leads to the field itself where there is one, else to its question. */
function goTo(event: MouseEvent, field: readonly string[] | null | undefined): void {
  const question = document.getElementById(anchorOf(field?.[1] ?? ''));
  const fields = question?.querySelectorAll<HTMLElement>('input, select, textarea');
  const evidence = question?.querySelector<HTMLElement>('section button');
  const aim =
    field?.at(-1) === 'evidence' ? evidence : fields?.item(field?.at(-1) === 'total' ? 1 : 0);
  if (!question || !aim) return;
  event.preventDefault();
  aim.focus({ preventScroll: true });
  question.scrollIntoView({ block: 'center' });
}
