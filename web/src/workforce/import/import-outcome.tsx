import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { LongTable } from '../../components/long-table';
import type { WorkforceImportOutcome } from '../../generated/graphql';
import { day, number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { ImportHeading } from './import-heading';
import { useImportWords } from './import.words';
import type { Imported, Problem } from './import-answer';
import { useChangeWords } from './change-words';
import { useSubjectWords } from '../shared/record-words';

/** No meaning hangs on colour alone. */
const MARKS: Record<WorkforceImportOutcome, { sign: string; variant: string }> = {
  CREATED: { sign: '+', variant: 'filled' },
  UPDATED: { sign: '↻', variant: 'light' },
  UNCHANGED: { sign: '=', variant: 'outline' },
};

/** What a file would do, row by row, until it is confirmed; and what it did. */
export function ImportOutcome({
  name,
  outcome,
  findings,
  busy,
  onConfirm,
  onEnd,
}: {
  name: string;
  outcome: Imported;
  findings: readonly Problem[];
  busy: boolean;
  onConfirm: () => void;
  onEnd: () => void;
}) {
  const say = useSharedWords();
  const words = useImportWords();
  const subject = useSubjectWords();
  const told = useChangeWords();
  const { dryRun, created, updated, unchanged, rows } = outcome;
  const alters = created > 0 || updated > 0;
  return (
    <Stack gap="sm">
      <ImportHeading of={outcome}>
        {words(dryRun ? 'preview-of' : 'done-of', { name })}
      </ImportHeading>
      <Group gap="xs">
        <Mark outcome="CREATED" count={created} />
        <Mark outcome="UPDATED" count={updated} />
        <Mark outcome="UNCHANGED" count={unchanged} />
      </Group>
      {dryRun ? (
        <>
          <Text size="sm" fw={600}>
            {words(alters ? 'nothing-yet' : rows.length > 0 ? 'nothing-new' : 'no-rows')}
          </Text>
          <Group gap="xs">
            {alters && (
              <Button loading={busy} onClick={onConfirm}>
                {words('confirm')}
              </Button>
            )}
            <Button variant="default" disabled={busy} onClick={onEnd}>
              {say(alters ? 'cancel' : 'close')}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <Alert color="teal" variant="outline">
            {words('done-lead')}
          </Alert>
          <div>
            <Button variant="default" onClick={onEnd}>
              {words('another')}
            </Button>
          </div>
        </>
      )}
      {findings.map(({ row, message }) => (
        <Text size="sm" key={`${row} ${message}`}>
          {words('row', { row })}: {message}
        </Text>
      ))}
      <LongTable
        caption={words('rows')}
        rows={rows}
        rowKey={({ row }) => `${row}`}
        total={rows.length}
        columns={[
          {
            key: 'record',
            header: words('record'),
            show: (row) => (
              <>
                {words('row', { row: row.row })}
                <Text size="sm">{subject(row)}</Text>
                <Text size="sm" c="dimmed">
                  {row.unit.name}, {day(row.validFrom)}
                </Text>
              </>
            ),
          },
          {
            key: 'outcome',
            header: words('outcome'),
            show: ({ outcome, changes }) => (
              <Stack gap={4} align="start">
                <Mark outcome={outcome} />
                {changes.map((change) => (
                  <Text size="sm" key={change.column}>
                    {told(change, outcome)}
                  </Text>
                ))}
              </Stack>
            ),
          },
        ]}
      />
    </Stack>
  );
}

function Mark({ outcome, count }: { outcome: WorkforceImportOutcome; count?: number }) {
  const words = useImportWords();
  const { sign, variant } = MARKS[outcome];
  return (
    <Badge
      variant={variant}
      tt="none"
      miw="max-content"
      leftSection={<span aria-hidden>{sign}</span>}
    >
      {count === undefined
        ? words(outcome)
        : words('count', { outcome: words(outcome), count: number(count) })}
    </Badge>
  );
}
