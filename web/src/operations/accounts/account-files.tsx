import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { readFile } from '../../components/chosen-file';
import { FileDrop } from '../../components/file-drop';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals, type Refused } from '../../components/refusals';
import { useFilePreview } from '../../components/use-file-preview';
import {
  AccountFileDocument,
  AccountTemplateDocument,
  type AccountInvitationWay,
} from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { saveAddress, saveText } from '../../shared/save-file';
import { ImportProblems } from '../../workforce/import/import-problems';
import { useAtOnceWords } from './at-once.words';
import { FileOutcome } from './file-outcome';
import { Letters, lettersTo } from './letters';
import type { Letter } from './letter-texts';
import { SchoolsWithout } from './schools-without';

/** Sends a file of accounts, first to look at it. */
function useAccountFile(
  way: AccountInvitationWay,
  onImported: (letters: readonly Letter[]) => void,
) {
  const refusedBy = useRefusedBy();
  const [change, busy] = useChange(AccountFileDocument);
  const preview = useFilePreview({
    read: readFile,
    send: async ({ idempotencyKey, ...input }) => {
      // Another way of inviting is another intention.
      const key = idempotencyKey && `${idempotencyKey} ${way}`;
      const { data, error } = await change({
        input: { ...input, invite: way, idempotencyKey: key },
      });
      const found = data?.accountImport;
      const told = refusedBy(error, found?.userErrors);
      return { answer: found, refused: told, isWritten: Boolean(found?.accountImport) };
    },
    onWritten: ({ accountImport }) => onImported(lettersTo(accountImport?.invitations ?? [])),
  });
  return { ...preview, busy };
}

/** Makes accounts from a file, or for schools that have none: previewed row by row, and made when it is confirmed. */
export function AccountFiles({ onImported }: { onImported: () => void }) {
  const words = useAtOnceWords();
  const [way, setWay] = useState<AccountInvitationWay>('LETTER');
  const [letters, setLetters] = useState<readonly Letter[]>([]);
  const { file, answer, refused, choose, confirm, leave, busy } = useAccountFile(way, (made) => {
    setLetters(made);
    onImported();
  });
  const problems = answer?.problems ?? [];
  const outcome = answer?.accountImport;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="accounts-at-once">
      <Stack gap="sm">
        <Title order={3} size="h4" id="accounts-at-once">
          {words('title')}
        </Title>
        <Text size="sm">{words('lead')}</Text>
        <Templates />
        <FileDrop
          accept=".xlsx,.csv"
          hint={words('drop')}
          label={words('choose')}
          onFile={(chosen) => void choose(chosen)}
        />
        <SchoolsWithout onFile={(made) => void choose(made)} />
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
        <Letters of={letters} onKept={() => setLetters([])} />
        {file && 'content' in file && outcome && (
          <FileOutcome
            name={file.name}
            outcome={outcome}
            way={way}
            busy={busy}
            onWay={setWay}
            onConfirm={() => void confirm(file)}
            onEnd={leave}
          />
        )}
      </Stack>
    </Paper>
  );
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The empty files, made by the hub when they are asked for. */
function Templates() {
  const words = useAtOnceWords();
  const client = useClient();
  const refusedBy = useRefusedBy();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function save(form: 'xlsx' | 'csv') {
    const { data, error } = await client.query(AccountTemplateDocument.toString(), {}).toPromise();
    setRefused(error ? refusedBy(error, undefined) : []);
    const template = data?.accountImportTemplate;
    if (form === 'csv' && template) saveText('accounts.csv', 'text/csv', template.csv);
    else if (template) saveAddress('accounts.xlsx', `data:${XLSX};base64,${template.workbook}`);
  }
  return (
    <>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => void save('xlsx')}>
          {words('template-xlsx')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void save('csv')}>
          {words('template-csv')}
        </Button>
      </Group>
      <Refusals of={refused} />
    </>
  );
}
