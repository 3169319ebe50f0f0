import { Alert, Button, FileButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { DropBox } from '../../components/drop-box';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals, type Refused } from '../../components/refusals';
import { CriteriaImportDocument, type CriteriaImportMutation } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { useIntentionKey } from '../../shared/use-intention-key';
import { readFile, type ChosenFile, type ReadFile } from './criteria-file';
import { CriteriaProblems } from './criteria-problems';
import { useCriteriaWords } from './criteria.words';
import { DownloadFile } from './download-file';
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
  const [file, setFile] = useState<ChosenFile | null>(null);
  const intention = useIntentionKey();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [send, busy] = useChange(CriteriaImportDocument);
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
    const read = await readFile(chosen);
    look(read);
    if ('content' in read) await bring(read, true);
  }

  async function bring(read: ReadFile, dryRun: boolean) {
    const { content, name: fileName } = read;
    const idempotencyKey = dryRun ? null : intention.keyOf(JSON.stringify([fileName, content]));
    const { data, error } = await send({ input: { content, fileName, dryRun, idempotencyKey } });
    const found = data?.frameworkImport;
    if (found?.draft && !dryRun) {
      intention.done();
      look(null);
      onStored(found.draft.id);
      return;
    }
    if (current.current !== read) return;
    setRefused(refusedBy(error, found?.userErrors));
    // Where no answer came, what was seen stays.
    if (found) setAnswer(found);
  }

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="criteria-import">
      <Stack gap="sm">
        <Title order={3} size="h4" id="criteria-import">
          {words('upload')}
        </Title>
        <Text size="sm">{words('upload-lead')}</Text>
        <DownloadFile path="/exports/frameworks/template.xlsx" label={words('template')} />
        <DropBox onFiles={([dropped]) => void choose(dropped)}>
          <Text size="xs">{words('drop')}</Text>
          <Group gap="xs">
            <FileButton
              onChange={(chosen) => void choose(chosen)}
              resetRef={resetChoice}
              accept=".xlsx,.json"
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
            onStore={() => void bring(file, false)}
            onLeave={() => look(null)}
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
