import { Button, Text } from '@mantine/core';
import { download } from '../shared/download';

/**
 * A piece of evidence, to open: a link, or a file of the hub.
 * @param onProblem is told why a file cannot be had.
 */
export function EvidenceLink({
  evidence: { name, url, downloadPath },
  onProblem,
}: {
  evidence: { name: string; url?: string | null; downloadPath?: string | null };
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
