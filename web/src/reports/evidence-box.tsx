import { Alert, Button, FileButton, Group, List, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import {
  EvidenceTakeBackDocument,
  EvidenceUploadDocument,
  type ReportEntryFragment,
} from '../generated/graphql';
import { DropBox } from '../components/drop-box';
import { EvidenceLink } from '../components/evidence-link';
import { number } from '../shared/format';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { language } from '../shared/words';
import { LinkForm } from './link-form';
import { useReportsWords } from './reports.words';
import { upload } from './upload';

const TYPES = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt';
const MEGABYTE = 1024 * 1024;

interface Sending {
  name: string;
  sent: number;
  whole: number;
}

/** The evidence of one answer: dropped, chosen or linked; each can be opened and taken back. */
export function EvidenceBox({
  update,
  criterion,
  evidence,
  problem,
  disabled,
  hasDraft,
  begin,
  onChanged,
}: {
  update: string;
  criterion: string;
  evidence: ReportEntryFragment['evidence'];
  problem: string | undefined;
  disabled: boolean;
  /** What was handed in is not changed: its evidence can be taken back, and added to, in a draft only. */
  hasDraft: boolean;
  begin: () => Promise<boolean>;
  onChanged: () => void;
}) {
  const words = useReportsWords();
  const [start] = useChange(EvidenceUploadDocument);
  const [takeBack] = useChange(EvidenceTakeBackDocument);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  /** The same file can be chosen again after it was refused. */
  const resetChoice = useRef<() => void>(null);

  async function send(file: File): Promise<string[]> {
    const input = {
      statusUpdate: update,
      criterion,
      fileName: file.name,
      idempotencyKey: intentionKey(),
    };
    const { data, error } = await start({ input });
    const answer = data?.evidenceUploadStart;
    if (error || !answer) return [words('upload-failed', { name: file.name })];
    if (!answer.upload) return answer.userErrors.map(({ message }) => message);
    const { address, mostBytes } = answer.upload;
    if (file.size > mostBytes)
      return [words('too-large', { name: file.name, most: number(mostBytes / MEGABYTE) })];
    const refused = await upload(address, file, language(), (sent, whole) =>
      setSending({ name: file.name, sent, whole }),
    ).catch(() => words('upload-failed', { name: file.name }));
    return refused ? [refused] : [];
  }

  async function sendAll(files: readonly File[]) {
    if (files.length === 0) return;
    resetChoice.current?.();
    if (!hasDraft && !(await begin()))
      return setProblems(files.map(({ name }) => words('upload-failed', { name })));
    const found: string[] = [];
    for (const file of files) {
      setSending({ name: file.name, sent: 0, whole: file.size });
      found.push(...(await send(file)));
    }
    setSending(null);
    setProblems(found);
    onChanged();
  }

  async function remove(id: string) {
    const { data } = await takeBack({ input: { evidence: id } });
    setProblems(data?.evidenceRemove.userErrors.map(({ message }) => message) ?? []);
    onChanged();
  }

  return (
    <section aria-label={`${words('evidence')} ${criterion}`}>
      <DropBox onFiles={(files) => !disabled && void sendAll(files)}>
        <Text size="sm" fw={500}>
          {words('evidence')}
        </Text>
        {problem && (
          <Text size="sm" c="red.9">
            {problem}
          </Text>
        )}
        {evidence.map((each) => (
          <Group key={each.id} gap="xs" justify="space-between" wrap="nowrap">
            <EvidenceLink evidence={each} onProblem={(told) => setProblems([told])} />
            {!disabled && hasDraft && (
              <Button
                size="xs"
                variant="subtle"
                aria-label={words('remove', { name: each.name })}
                onClick={() => void remove(each.id)}
              >
                ✕
              </Button>
            )}
          </Group>
        ))}
        {!disabled && (
          <>
            <Text size="xs">{words('evidence-lead')}</Text>
            <Group gap="xs">
              <FileButton
                onChange={(files) => void sendAll(files)}
                resetRef={resetChoice}
                accept={TYPES}
                multiple
              >
                {(button) => (
                  <Button {...button} size="xs" variant="default">
                    {words('choose-file')}
                  </Button>
                )}
              </FileButton>
              <LinkForm
                update={update}
                criterion={criterion}
                onAdded={onChanged}
                begin={() => (hasDraft ? Promise.resolve(true) : begin())}
              />
            </Group>
          </>
        )}
        {sending && (
          <div role="status">
            <Text size="sm">{words('uploading', { name: sending.name })}</Text>
            <progress
              value={sending.sent}
              max={sending.whole}
              aria-label={words('uploading', { name: sending.name })}
              style={{ width: '100%' }}
            />
          </div>
        )}
        {problems.length > 0 && (
          <Alert color="red" variant="outline" role="alert">
            <List size="sm">
              {problems.map((each) => (
                <List.Item key={each}>{each}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </DropBox>
    </section>
  );
}
