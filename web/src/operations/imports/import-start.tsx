import { Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../../components/answer';
import { DayInput } from '../../components/day-input';
import { DownloadFile } from '../../components/download-file';
import { FileDrop } from '../../components/file-drop';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals, type Refused } from '../../components/refusals';
import {
  ImportColumnsDocument,
  ImportStartDocument,
  type ImportKind,
} from '../../generated/graphql';
import { useChange, useGraph } from '../../shared/graph';
import { upload } from '../../shared/upload';
import { useIntentionKey } from '../../shared/use-intention-key';
import { language } from '../../shared/words';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { useImportsWords } from './imports.words';

const OF_PLANNERS: readonly ImportKind[] = ['INSTITUTIONS', 'WORKFORCE'];

const KINDS: readonly ImportKind[] = [
  'INSTITUTIONS',
  'INSTITUTION_SUCCESSIONS',
  'CAMPUSES',
  'UNITS',
  'SUCCESSIONS',
  'WORKFORCE',
  'PUBLISHED_INDEX',
  'INDEX_EDITION',
  'PLAN',
];

/** Files of JSON, which have no columns. */
const NO_TABLES: readonly ImportKind[] = ['INDEX_EDITION', 'PLAN'];

const LARGEST = 20_000_000;

/** Chooses what a file describes and the file, and sends it. */
export function ImportStart({ onStarted }: { onStarted: (id: string) => void }) {
  const words = useImportsWords();
  const operates = hasRole(useViewer(), 'OPERATOR');
  const kinds = KINDS.filter((each) => operates || OF_PLANNERS.includes(each));
  const [kind, setKind] = useState<ImportKind>('INSTITUTIONS');
  const [from, setFrom] = useState<string | null>(null);
  const { sending, refused, send } = useSending(onStarted);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="import-start">
      <Stack gap="sm">
        <Title order={3} size="h4" id="import-start">
          {words('start')}
        </Title>
        <NativeSelect
          label={words('what')}
          w={{ base: '100%', sm: 340 }}
          value={kind}
          onChange={({ currentTarget: { value } }) =>
            setKind(kinds.find((each) => each === value) ?? kind)
          }
          data={kinds.map((each) => ({ value: each, label: words(each) }))}
        />
        {!NO_TABLES.includes(kind) && <Columns kind={kind} />}
        {kind === 'INSTITUTIONS' && (
          <DayInput
            label={words('from')}
            description={words('from-why')}
            w={{ base: '100%', sm: 340 }}
            day={from}
            onDay={setFrom}
          />
        )}
        <FileDrop
          accept={NO_TABLES.includes(kind) ? '.json' : '.xlsx,.csv'}
          hint={words(NO_TABLES.includes(kind) ? 'drop-json' : 'drop')}
          label={words('choose')}
          onFile={(file) => void send(file, kind, kind === 'INSTITUTIONS' ? from : null)}
        />
        <div role="status">{sending && words('sending', sending)}</div>
        <Refusals of={refused} />
      </Stack>
    </Paper>
  );
}

/** Sends a file to the hub: first what it is, then the file itself to the address that the hub gives. */
function useSending(onStarted: (id: string) => void) {
  const words = useImportsWords();
  const refusedBy = useRefusedBy();
  const intention = useIntentionKey();
  const [start] = useChange(ImportStartDocument);
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function begin(file: File, kind: ImportKind, from: string | null) {
    const input = intention.keyed({ kind, fileName: file.name, from });
    const { data, error } = await start({ input });
    const answer = data?.importJobStart;
    const found = refusedBy(error, answer?.userErrors);
    if (!answer?.importJob || found.length > 0) return found;
    const { id } = answer.importJob;
    intention.done();
    const address = answer.upload?.address;
    const reason = address
      ? await upload(address, file, language(), (sent, whole) =>
          setSending({ name: file.name, percent: Math.round((sent * 100) / Math.max(whole, 1)) }),
        ).catch(() => refusedBy(undefined, undefined)[0]?.message ?? '')
      : null;
    if (reason !== null) return [{ code: 'FAILED', message: reason }];
    onStarted(id);
    return [];
  }
  async function send(file: File, kind: ImportKind, from: string | null) {
    if (file.size > LARGEST)
      return setRefused([{ code: 'LARGE', message: words('too-large', { name: file.name }) }]);
    setRefused([]);
    setSending({ name: file.name, percent: 0 });
    const found = await begin(file, kind, from);
    setSending(null);
    setRefused(found);
  }
  return { sending, refused, send };
}

/** The files that say what is recorded in the columns of an import. */
const RECORDED: Partial<Record<ImportKind, string>> = {
  INSTITUTIONS: 'register.xlsx',
  CAMPUSES: 'campuses.xlsx',
};

/** The files to start from, and what their columns mean. */
function Columns({ kind }: { kind: ImportKind }) {
  const words = useImportsWords();
  const name = kind.toLowerCase().replaceAll('_', '-');
  const recorded = RECORDED[kind];
  return (
    <>
      <Group gap="xs">
        <DownloadFile path={`/exports/imports/${name}.xlsx`} label={words('template')} />
        {recorded && <DownloadFile path={`/exports/${recorded}`} label={words('recorded')} />}
      </Group>
      <details>
        <summary>{words('columns')}</summary>
        <Answer of={useGraph(ImportColumnsDocument, { kind })}>
          {({ importColumns }) => (
            <Stack component="dl" gap="xs">
              {importColumns.map(({ name: column, required, meaning, values }) => (
                <div key={column}>
                  <Text component="dt" size="sm" fw={600}>
                    <code>{column}</code>
                    {required && `, ${words('needed')}`}
                  </Text>
                  <Text component="dd" size="sm" m={0}>
                    {meaning}
                    {values.length > 0 && <> {words('takes', { values: values.join(', ') })}</>}
                  </Text>
                </div>
              ))}
            </Stack>
          )}
        </Answer>
      </details>
    </>
  );
}
