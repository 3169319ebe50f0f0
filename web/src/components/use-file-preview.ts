import { useRef, useState } from 'react';
import { useIntentionKey } from '../shared/use-intention-key';
import type { Refused } from './refusals';

interface ReadFile {
  name: string;
  content: string;
}

/** What became of a file that was sent; without an answer only what refused it. */
interface Sent<Answer> {
  answer: Answer | undefined;
  refused: readonly Refused[];
  /** Whether it was written, and not only looked at. */
  isWritten: boolean;
}

/** A file that is chosen, looked at by the hub without writing anything, and written when it is confirmed. */
export function useFilePreview<Read extends ReadFile, Unfit extends { name: string }, Answer>({
  read,
  send,
  onWritten,
}: {
  read: (file: File) => Promise<Read | Unfit>;
  send: (input: {
    content: string;
    fileName: string;
    dryRun: boolean;
    idempotencyKey: string | null;
  }) => Promise<Sent<Answer>>;
  onWritten: (answer: Answer, leave: () => void) => void;
}) {
  const [file, setFile] = useState<Read | Unfit | null>(null);
  const intention = useIntentionKey();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  /** The file that is looked at now; what comes of an earlier one is not shown any more. */
  const current = useRef<Read | Unfit | null>(null);

  function look(at: Read | Unfit | null) {
    current.current = at;
    setFile(at);
    setAnswer(null);
    setRefused([]);
  }

  async function choose(chosen: File) {
    const found = await read(chosen);
    look(found);
    if ('content' in found) await bring(found, true);
  }

  async function bring(given: Read, dryRun: boolean) {
    const { content, name: fileName } = given;
    const idempotencyKey = dryRun ? null : intention.keyOf(JSON.stringify([fileName, content]));
    const sent = await send({ content, fileName, dryRun, idempotencyKey });
    if (sent.answer && sent.isWritten && !dryRun) {
      intention.done();
      onWritten(sent.answer, leave);
    }
    if (current.current !== given) return;
    setRefused(sent.refused);
    // Where no answer came, what was seen stays.
    if (sent.answer) setAnswer(sent.answer);
  }

  const leave = () => look(null);
  return {
    file,
    answer,
    refused,
    choose,
    confirm: (given: Read) => bring(given, false),
    leave,
  };
}
