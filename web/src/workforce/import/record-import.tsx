import { Alert, Button, FileButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { DropBox } from '../../components/drop-box';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals, type Refused } from '../../components/refusals';
import { RecordImportDocument } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { useIntentionKey } from '../../shared/use-intention-key';
import type { ImportAnswer } from './import-answer';
import { ImportColumns } from './import-columns';
import { readCsv, type ChosenFile, type CsvFile } from './import-file';
import { ImportOutcome } from './import-outcome';
import { ImportProblems } from './import-problems';
import { useImportWords } from './import.words';

/** Records a file of counts: chosen, previewed row by row, and written when it is confirmed. */
export function RecordImport({ onImported }: { onImported: () => void }) {
  const words = useImportWords();
  const refusedBy = useRefusedBy();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const intention = useIntentionKey();
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [send, busy] = useChange(RecordImportDocument);
  /** The same file can be chosen again after it was mended. */
  const resetChoice = useRef<() => void>(null);
  /** The file that is looked at now; what comes of an earlier one is not shown any more. */
  const current = useRef<ChosenFile | null>(null);

  function look(at: ChosenFile | null) {
    current.current = at;
    setFile(at);
    setAnswer(null);
    setRefused([]);
  }

  async function choose(chosen: File | null | undefined) {
    if (!chosen) return;
    resetChoice.current?.();
    const read = await readCsv(chosen);
    look(read);
    if ('content' in read) await bring(read, true);
  }

  async function bring(read: CsvFile, dryRun: boolean) {
    const { content, name: fileName } = read;
    const idempotencyKey = dryRun ? null : intention.keyOf(JSON.stringify([fileName, content]));
    const input = { content, fileName, dryRun, idempotencyKey };
    const { data, error } = await send({ input });
    const found = data?.workforceImport;
    if (found?.workforceImport && !dryRun) {
      intention.done();
      onImported();
    }
    if (current.current !== read) return;
    setRefused(refusedBy(error, found?.userErrors));
    // Where no answer came, what was seen stays.
    if (found) setAnswer(found);
  }

  const problems = answer?.problems ?? [];
  const outcome = answer?.workforceImport;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="import-title">
      <Stack gap="sm">
        <Title order={2} size="h4" id="import-title">
          {words('title')}
        </Title>
        <Text size="sm">{words('lead')}</Text>
        <ImportColumns />
        <DropBox onFiles={([dropped]) => void choose(dropped)}>
          <Text size="xs">{words('drop')}</Text>
          <Group gap="xs">
            <FileButton
              onChange={(chosen) => void choose(chosen)}
              resetRef={resetChoice}
              accept=".csv"
            >
              {(button) => (
                <Button {...button} size="xs" variant="default">
                  {words('choose')}
                </Button>
              )}
            </FileButton>
          </Group>
        </DropBox>
        <div role="status">{busy && file && !answer && words('reading', { name: file.name })}</div>
        {file && 'unfit' in file && (
          <Alert color="red" variant="outline" role="alert">
            {words(file.unfit, { name: file.name })}
          </Alert>
        )}
        {file && problems.length > 0 ? (
          <ImportProblems name={file.name} problems={problems} refused={refused} />
        ) : (
          <Refusals of={refused} />
        )}
        {file && 'content' in file && answer && outcome && (
          <ImportOutcome
            name={file.name}
            outcome={outcome}
            findings={answer.findings}
            busy={busy}
            onConfirm={() => void bring(file, false)}
            onEnd={() => look(null)}
          />
        )}
      </Stack>
    </Paper>
  );
}
