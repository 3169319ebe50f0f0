import { Button, Text } from '@mantine/core';
import type { EvidenceFinding, VirusCheck } from '../generated/graphql';
import { download } from '../shared/download';
import { useEvidenceWords } from './evidence-link.words';

interface ShownEvidence {
  name: string;
  url?: string | null;
  downloadPath?: string | null;
  file?: {
    findings?: readonly EvidenceFinding[] | null;
    virusCheck?: VirusCheck | null;
  } | null;
}

/**
 * A piece of evidence, to open: a link, or a file of the hub with what its reader should know of.
 * @param onProblem is told why a file cannot be had.
 */
export function EvidenceLink({
  evidence,
  onProblem,
}: {
  evidence: ShownEvidence;
  onProblem: (problem: string) => void;
}) {
  return (
    <div>
      <Opened evidence={evidence} onProblem={onProblem} />
      <Marks file={evidence.file ?? null} />
    </div>
  );
}

/** What the hub found in a file; nothing of most. */
function Marks({ file }: { file: NonNullable<ShownEvidence['file']> | null }) {
  const words = useEvidenceWords();
  if (!file) return null;
  const { findings, virusCheck } = file;
  const marks = [
    ...(virusCheck && virusCheck !== 'CLEAN' ? [virusCheck] : []),
    ...(findings ?? (['NOT_LOOKED_INTO'] as const)),
  ];
  return marks.map((mark) => (
    <Text key={mark} size="xs" c={mark === 'WITHHELD' ? 'var(--alarm)' : 'var(--warning)'}>
      ⚠ {words(mark)}
    </Text>
  ));
}

function Opened({
  evidence: { name, url, downloadPath },
  onProblem,
}: {
  evidence: ShownEvidence;
  onProblem: (problem: string) => void;
}) {
  if (url)
    return (
      <a className="typed" href={url} target="_blank" rel="noreferrer noopener">
        {name}
      </a>
    );
  if (!downloadPath)
    return (
      <Text size="sm" className="typed">
        {name}
      </Text>
    );
  return (
    <Button
      size="xs"
      variant="subtle"
      className="typed"
      h="auto"
      mih={30}
      styles={{ label: { whiteSpace: 'normal' }, inner: { justifyContent: 'start' } }}
      onClick={() => void download(downloadPath, name).then((told) => told && onProblem(told))}
    >
      {name}
    </Button>
  );
}
