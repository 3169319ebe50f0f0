import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { FileDrop } from '../../components/file-drop';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals } from '../../components/refusals';
import { useFilePreview } from '../../components/use-file-preview';
import { DownloadFile } from '../../components/download-file';
import { CriteriaImportDocument, type CriteriaImportMutation } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { readFile } from '../../components/chosen-file';
import { CriteriaProblems } from './criteria-problems';
import { useCriteriaWords } from './criteria.words';
import { Outline } from './outline';

type Answer = CriteriaImportMutation['frameworkImport'];

/** Stores the file of a set of criteria as a draft: chosen, checked, and stored when it is confirmed. */
export function CriteriaImport({
  onStored,
  onOpen,
}: {
  onStored: (id: string) => void;
  /** Opens what is there already. */
  onOpen: (id: string) => void;
}) {
  const words = useCriteriaWords();
  const refusedBy = useRefusedBy();
  const [change, busy] = useChange(CriteriaImportDocument);
  const { file, answer, refused, choose, confirm, leave } = useFilePreview({
    read: readFile,
    send: async (input) => {
      const { data, error } = await change({ input });
      const found = data?.frameworkImport;
      const told = refusedBy(error, found?.userErrors);
      return { answer: found, refused: told, isWritten: Boolean(found?.draft) };
    },
    onWritten: ({ draft }, leaveIt) => {
      leaveIt();
      if (draft) onStored(draft.id);
    },
  });

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="criteria-import">
      <Stack gap="sm">
        <Title order={3} size="h4" id="criteria-import">
          {words('upload')}
        </Title>
        <Text size="sm">{words('upload-lead')}</Text>
        <DownloadFile path="/exports/frameworks/template.xlsx" label={words('template')} />
        <FileDrop
          accept=".xlsx,.json"
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
        {file && answer && !answer.outcome ? (
          <CriteriaProblems
            title={words('problems-of', { name: file.name })}
            lead={words('problems-lead')}
            problems={answer.problems}
            refused={refused}
          />
        ) : (
          <Refusals of={refused} />
        )}
        {file && 'content' in file && answer?.outcome && (
          <Checked
            name={file.name}
            answer={answer}
            busy={busy}
            onStore={() => void confirm(file)}
            onLeave={leave}
            onOpen={onOpen}
          />
        )}
      </Stack>
    </Paper>
  );
}

/** What a file that can be stored asks of whom, and what would keep it from being published. */
function Checked({
  name,
  answer: { outcome, outline, problems, draft, framework },
  busy,
  onStore,
  onLeave,
  onOpen,
}: {
  name: string;
  answer: Answer;
  busy: boolean;
  onStore: () => void;
  onLeave: () => void;
  onOpen: (id: string) => void;
}) {
  const words = useCriteriaWords();
  const there = draft?.id ?? framework?.id;
  return (
    <Stack gap="sm">
      <Text fw={600} role="status">
        {outcome && words(`outcome-${outcome}`, { name })}
      </Text>
      {outline && <Outline of={outline} />}
      {problems.length > 0 && (
        <CriteriaProblems
          title={words('not-yet')}
          lead={words('not-yet-lead')}
          problems={problems}
          refused={[]}
        />
      )}
      <Group>
        {outcome !== 'UNCHANGED' && (
          <Button loading={busy} onClick={onStore}>
            {words('store')}
          </Button>
        )}
        {outcome === 'UNCHANGED' && there && (
          <Button
            variant="default"
            onClick={() => {
              onLeave();
              onOpen(there);
            }}
          >
            {words('open-it')}
          </Button>
        )}
        <Button variant="default" onClick={onLeave}>
          {words('store-not')}
        </Button>
      </Group>
    </Stack>
  );
}
