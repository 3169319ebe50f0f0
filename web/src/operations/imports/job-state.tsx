import { Progress, Text } from '@mantine/core';
import type { ImportJobShownFragment } from '../../generated/graphql';
import { useImportsWords } from './imports.words';

export const isUnderWay = ({ state }: Pick<ImportJobShownFragment, 'state'>): boolean =>
  state === 'CHECKING' || state === 'SAVING';

/** How far a file is, in words and, while the hub works on it, as a bar. */
export function JobState({ of: job }: { of: ImportJobShownFragment }) {
  const words = useImportsWords();
  const { state, undoes, percent, working, message } = job;
  const undoing = undoes && (state === 'SAVING' || state === 'SAVED' || state === 'CHECKED');
  return (
    <>
      {words(undoing ? `undoing-${state}` : state)}
      {isUnderWay(job) && (
        <>
          {!working && <Text size="sm">{words('waiting')}</Text>}
          {working && (
            <>
              <Text size="sm">{words('progress', { percent })}</Text>
              <Progress value={percent} aria-label={words('progress', { percent })} w={160} />
            </>
          )}
        </>
      )}
      {message && (
        <Text size="sm" maw={420}>
          {message}
        </Text>
      )}
    </>
  );
}
