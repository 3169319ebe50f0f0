import { Alert, Code, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Field } from '../../components/entry-field';
import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import {
  ReminderPreviewDocument,
  ReminderSendDocument,
  type ReminderAudience,
} from '../../generated/graphql';
import { number } from '../../shared/format';
import { useChange, useGraph } from '../../shared/graph';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { usePlannerUnits } from '../shared/planner-units';
import type { Round } from './round';
import { useRoundWords } from './rounds.words';

type Reminded = Pick<Round, 'id' | 'canExtend'>;

const AUDIENCES: readonly ReminderAudience[] = ['NOT_BEGUN', 'DRAFT', 'RETURNED', 'OVERDUE'];

const audienceOf = (ticked: string) => AUDIENCES.filter((each) => ticked.split(',').includes(each));

/** Reminds those who have not handed in: whom, how many they are and what they read, then by mail. */
export function Reminding({ round }: { round: Reminded }) {
  const words = useRoundWords();
  const { offered, unit } = useOffer(round);
  const refusedBy = useRefusedBy();
  const [told, setTold] = useState('');
  const [send] = useChange(ReminderSendDocument);
  if (!offered) return null;
  return (
    <>
      <div role="status">{told}</div>
      <EntryForm
        title={words('remind')}
        label={words('remind-now')}
        fields={[
          {
            name: 'audience',
            label: words('remind-whom'),
            kind: 'ticks',
            options: AUDIENCES.map((each) => ({ value: each, label: words(each) })),
            required: true,
            start: AUDIENCES.join(','),
          },
          unit,
          { name: 'note', label: words('remind-note'), kind: 'long' },
        ]}
        aside={(typed) => (
          <Preview
            key={told}
            round={round.id}
            unit={typed('unit') || null}
            audience={audienceOf(typed('audience'))}
            note={typed('note') || null}
          />
        )}
        send={async (typed, keyed) => {
          const { data: answer, error } = await send({
            input: keyed({
              round: round.id,
              unit: typed('unit') || null,
              audience: audienceOf(typed('audience')),
              note: typed('note') || null,
            }),
          });
          const sent = answer?.mailReminderSend;
          if (sent && sent.mails > 0)
            setTold(
              words('reminded', {
                institutions: number(sent.institutions),
                mails: number(sent.mails),
              }),
            );
          return refusedBy(error, sent?.userErrors);
        }}
      />
    </>
  );
}

/** Whether the viewer may remind somebody of the round, and how a unit is chosen. */
function useOffer(round: Reminded): { offered: boolean; unit: Field } {
  const words = useRoundWords();
  const viewer = useViewer();
  const own = usePlannerUnits();
  // Who plans for all of it can choose a part; others remind in a unit of their own.
  const isWhole = round.canExtend || hasRole(viewer, 'OPERATOR');
  const start = isWhole ? null : (own[0]?.value ?? null);
  const { data } = useGraph(
    ReminderPreviewDocument,
    { round: round.id, unit: start, audience: [...AUDIENCES], note: null },
    { pause: !isWhole && start === null },
  );
  return {
    offered: data?.node?.__typename === 'ReportingRound' && !!data.node.reminder,
    unit: isWhole
      ? { name: 'unit', label: words('remind-unit'), kind: 'unit' }
      : { name: 'unit', label: words('unit'), options: own, required: true },
  };
}

/** How many would be reminded, who would not and why, and what they would read. */
function Preview({
  round,
  unit,
  audience,
  note,
}: {
  round: string;
  unit: string | null;
  audience: ReminderAudience[];
  note: string | null;
}) {
  const words = useRoundWords();
  const [asked] = useDebouncedValue(JSON.stringify({ unit, audience, note }), 300);
  const { data } = useGraph(ReminderPreviewDocument, {
    round,
    ...(JSON.parse(asked) as { unit: string | null; audience: ReminderAudience[]; note: string }),
  });
  if (data?.node?.__typename !== 'ReportingRound') return null;
  const found = data.node.reminder;
  if (!found) return <Text role="status">{words('remind-elsewhere')}</Text>;
  return (
    <Stack gap="xs">
      <div role="status">
        <Text size="sm" fw={600}>
          {words('would-remind', {
            institutions: number(found.institutions),
            mails: number(found.mails),
          })}
        </Text>
        {found.remindedToday > 0 && (
          <Text size="sm">{words('reminded-today', { count: number(found.remindedToday) })}</Text>
        )}
        {found.unreachable > 0 && (
          <Text size="sm">{words('unreachable', { count: number(found.unreachable) })}</Text>
        )}
      </div>
      {!found.isSent && (
        <Alert color="orange" variant="outline" title={words('mail-off')}>
          {words('mail-off-why')}
        </Alert>
      )}
      {found.text && (
        <details>
          <summary>{words('remind-text')}</summary>
          <Text size="sm" fw={600} mt="xs">
            {found.subject}
          </Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {found.text}
          </Code>
        </details>
      )}
    </Stack>
  );
}
