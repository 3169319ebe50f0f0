import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { FileDrop } from '../../components/file-drop';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals } from '../../components/refusals';
import { useFilePreview } from '../../components/use-file-preview';
import { RecordImportDocument } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { ImportColumns } from './import-columns';
import { readCsv } from './import-file';
import { ImportOutcome } from './import-outcome';
import { ImportProblems } from './import-problems';
import { useImportWords } from './import.words';

/** Records a file of counts: chosen, previewed row by row, and written when it is confirmed. */
export function RecordImport({ onImported }: { onImported: () => void }) {
  const words = useImportWords();
  const refusedBy = useRefusedBy();
  const [change, busy] = useChange(RecordImportDocument);
  const { file, answer, refused, choose, confirm, leave } = useFilePreview({
    read: readCsv,
    send: async (input) => {
      const { data, error } = await change({ input });
      const found = data?.workforceImport;
      const told = refusedBy(error, found?.userErrors);
      return { answer: found, refused: told, isWritten: Boolean(found?.workforceImport) };
    },
    onWritten: onImported,
  });

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
        <FileDrop
          accept=".csv"
          hint={words('drop')}
          label={words('choose')}
          onFile={(chosen) => void choose(chosen)}
        />
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
            onConfirm={() => void confirm(file)}
            onEnd={leave}
          />
        )}
      </Stack>
    </Paper>
  );
}
