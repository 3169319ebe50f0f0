import { List, Paper, Text, Title } from '@mantine/core';
import type { ReportUpdateFragment } from '../generated/graphql';
import { ReceiptLink } from '../receipts/receipt-link';
import { moment } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useReportsWords } from './reports.words';

/** Each time the report was handed in, and what was decided. */
export function Revisions({ of: { id, revisions } }: { of: ReportUpdateFragment }) {
  const say = useSharedWords();
  const words = useReportsWords();
  return (
    <Paper withBorder p="md" component="section" aria-label={words('history')}>
      <Title order={2} size="h4">
        {words('history')}
      </Title>
      <List size="sm" mt="xs">
        {revisions.map(
          ({
            number,
            submittedAt,
            submittedBy,
            note,
            decision,
            decidedAt,
            decidedBy,
            decisionNote,
          }) => (
            <List.Item key={number}>
              <Text size="sm" fw={600}>
                {words('revision', { number })}
              </Text>
              <Text size="sm">
                {submittedAt
                  ? words('handed-in', { at: moment(submittedAt), by: submittedBy ?? '' })
                  : words('not-handed-in')}
                {note && `: ${note}`}
              </Text>
              {decision && (
                <Text size="sm">
                  {words('decided', {
                    decision: say(decision),
                    at: moment(decidedAt),
                    by: decidedBy ?? '',
                  })}
                  {decisionNote && `: ${decisionNote}`}
                </Text>
              )}
            </List.Item>
          ),
        )}
      </List>
      {revisions.some(({ submittedAt }) => submittedAt != null) && <ReceiptLink of={id} />}
    </Paper>
  );
}
