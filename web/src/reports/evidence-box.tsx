import { Alert, Button, FileButton, Group, List, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import {
  EvidenceTakeBackDocument,
  EvidenceUploadDocument,
  type ReportEntryFragment,
} from '../generated/graphql';
import { DropBox } from '../components/drop-box';
import { EvidenceLink } from '../components/evidence-link';
import { useRefusedBy } from '../components/refused-by';
import { number } from '../shared/format';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { language } from '../shared/words';
import { LinkForm } from './link-form';
import { useReportsWords } from './reports.words';
import { upload } from '../shared/upload';

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
  question,
  code,
  evidence,
  problem,
  disabled,
  hasDraft,
  begin,
  onChanged,
}: {
  update: string;
  /** The code of the question. */
  question: string;
  /** The number under which the school finds it. */
  code: string;
  evidence: ReportEntryFragment['evidence'];
  problem: string | undefined;
  disabled: boolean;
  /** What was handed in is not changed: its evidence can be taken back, and added to, in a draft only. */
  hasDraft: boolean;
  begin: () => Promise<boolean>;
  onChanged: () => void;
}) {
  const words = useReportsWords();
  const refusedBy = useRefusedBy();
  const [start] = useChange(EvidenceUploadDocument);
  const [takeBack] = useChange(EvidenceTakeBackDocument);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  /** The same file can be chosen again after it was refused. */
  const resetChoice = useRef<() => void>(null);
  /** By file, until the hub has answered it: what is sent again is one file still. */
  const keys = useRef(new Map<string, string>());

  /** @returns what the sender is to be told; and whether the hub has got the file. */
  async function send(file: File): Promise<{ told: string[]; isSent: boolean }> {
    const notSent = (told: string[]) => ({ told, isSent: false });
    const { name, size, lastModified } = file;
    const which = `${update} ${name} ${size} ${lastModified}`;
    const idempotencyKey = keys.current.get(which) ?? intentionKey();
    keys.current.set(which, idempotencyKey);
    const { data, error } = await start({
      input: { statusUpdate: update, question, fileName: name, idempotencyKey },
    });
    const answer = data?.evidenceUploadStart;
    if (!answer?.upload)
      return notSent(
        refusedBy(error, answer?.userErrors).map(({ message }) => `${name}: ${message}`),
      );
    const { address, mostBytes } = answer.upload;
    if (size > mostBytes)
      return notSent([words('too-large', { name, most: number(mostBytes / MEGABYTE) })]);
    try {
      const said = await upload(address, file, language(), (sent, whole) =>
        setSending({ name, sent, whole }),
      );
      keys.current.delete(which);
      return { told: said ? [said] : [], isSent: true };
    } catch {
      return notSent([words('upload-failed', { name })]);
    }
  }

  async function sendAll(files: readonly File[]) {
    if (files.length === 0) return;
    resetChoice.current?.();
    if (!hasDraft && !(await begin()))
      return setProblems(files.map(({ name }) => words('upload-failed', { name })));
    const found: string[] = [];
    let isAnySent = false;
    for (const file of files) {
      setSending({ name: file.name, sent: 0, whole: file.size });
      const { told, isSent } = await send(file);
      found.push(...told);
      isAnySent ||= isSent;
    }
    setSending(null);
    setProblems(found);
    if (isAnySent) onChanged();
  }

  async function remove(id: string) {
    const { data, error } = await takeBack({ input: { evidence: id } });
    setProblems(refusedBy(error, data?.evidenceRemove.userErrors).map(({ message }) => message));
    // A report that cannot be read anew would take with it what was said.
    if (data) onChanged();
  }

  return (
    <div role="group" aria-label={`${words('evidence')} ${code}`}>
      <DropBox onFiles={(files) => !disabled && void sendAll(files)}>
        <Text size="sm" fw={500}>
          {words('evidence')}
        </Text>
        {problem && (
          <Text size="sm" c="var(--alarm)">
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
                question={question}
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
    </div>
  );
}
