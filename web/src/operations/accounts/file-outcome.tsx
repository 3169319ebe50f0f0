import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { LongTable } from '../../components/long-table';
import type { AccountFileMutation, AccountInvitationWay } from '../../generated/graphql';
import { number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { ImportHeading } from '../../workforce/import/import-heading';
import { useAtOnceWords } from './at-once.words';

type Outcome = NonNullable<AccountFileMutation['accountImport']['accountImport']>;

const WAYS = ['LETTER', 'MAIL', 'NONE'] as const;

/** What a file of accounts would do, row by row, until it is confirmed; and what it did. */
export function FileOutcome({
  name,
  outcome,
  way,
  busy,
  onWay,
  onConfirm,
  onEnd,
}: {
  name: string;
  outcome: Outcome;
  /** How the new ones are to be invited. */
  way: AccountInvitationWay;
  busy: boolean;
  onWay: (way: AccountInvitationWay) => void;
  onConfirm: () => void;
  onEnd: () => void;
}) {
  const words = useAtOnceWords();
  const say = useSharedWords();
  const { dryRun, created, updated, unchanged, invitations } = outcome;
  const mailed = invitations.filter(({ code }) => code === null).length;
  const alters = created + updated > 0;
  return (
    <Stack gap="sm">
      <ImportHeading of={outcome}>
        {words(dryRun ? 'preview-of' : 'done-of', { name })}
      </ImportHeading>
      <Text fw={600} role="status">
        {words('counts', {
          ...{ created: number(created), updated: number(updated), unchanged: number(unchanged) },
        })}{' '}
        {!alters && words('nothing-new')}
        {mailed > 0 && words('invited-by-mail', { count: mailed })}
      </Text>
      {dryRun && created > 0 && (
        <NativeSelect
          label={words('invite')}
          w={{ base: '100%', sm: 360 }}
          value={way}
          data={WAYS.map((value) => ({ value, label: words(value) }))}
          onChange={({ currentTarget: { value } }) =>
            onWay(WAYS.find((each) => each === value) ?? 'NONE')
          }
        />
      )}
      <Group gap="xs">
        {dryRun && alters && (
          <Button loading={busy} onClick={onConfirm}>
            {words('confirm')}
          </Button>
        )}
        <Button variant="default" disabled={busy} onClick={onEnd}>
          {dryRun ? say(alters ? 'cancel' : 'close') : words('another')}
        </Button>
      </Group>
      <Rows of={outcome.rows} />
    </Stack>
  );
}

function Rows({ of: rows }: { of: Outcome['rows'] }) {
  const words = useAtOnceWords();
  const say = useSharedWords();
  return (
    <LongTable
      caption={words('rows')}
      rows={rows}
      rowKey={({ row }) => `${row}`}
      total={rows.length}
      columns={[
        { key: 'row', header: words('row'), show: ({ row }) => row },
        { key: 'outcome', header: words('outcome'), show: ({ outcome }) => words(outcome) },
        {
          key: 'who',
          header: words('who'),
          show: ({ name, nameBefore, signInName }) => (
            <>
              {name}
              {nameBefore && ` (${words('name-before', { name: nameBefore })})`}
              <Text size="sm">{signInName}</Text>
            </>
          ),
        },
        {
          key: 'duty',
          header: words('duty'),
          show: ({ role, unit, institution, givesDuty }) => (
            <>
              {[say(role), (unit ?? institution)?.name].filter(Boolean).join(', ')}
              {!givesDuty && ` (${words('duty-held')})`}
            </>
          ),
        },
      ]}
    />
  );
}
