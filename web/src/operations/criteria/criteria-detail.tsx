import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Answer } from '../../components/answer';
import { DownloadFile } from '../../components/download-file';
import { CriteriaDetailDocument } from '../../generated/graphql';
import { moment, number } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { OpenedTitle } from '../shared/opened-title';
import { Comparison } from './comparison';
import { CriteriaProblems } from './criteria-problems';
import { useCriteriaWords } from './criteria.words';
import { DraftActs } from './draft-acts';
import type { Draft, Published } from './criteria-set';
import { FormPreview } from './form-preview';
import { Outline } from './outline';
import { Retirement } from './retirement';
import { Trial } from './trial';
import { useSpan } from './use-span';

/** One set of criteria: what it asks, what it changes, its form, and what can be done with it. */
export function CriteriaDetail({
  id,
  onChanged,
  onGone,
}: {
  id: string;
  onChanged: (told: string) => void;
  /** @param next what is to be seen in its place; null for nothing. */
  onGone: (told: string, next: string | null) => void;
}) {
  const asked = useGraph(CriteriaDetailDocument, { id });
  function changed(told: string) {
    asked.again();
    onChanged(told);
  }
  return (
    <Answer of={asked}>
      {({ node }) => {
        if (node?.__typename === 'FrameworkDraft')
          return (
            <Shown of={node} version={node.frameworkVersion} validTo={node.draftValidTo}>
              <DraftActs of={node} onGone={onGone} readAgain={asked.again} />
            </Shown>
          );
        if (node?.__typename !== 'Framework') return null;
        return (
          <Shown of={node} version={node.version} validTo={node.validTo}>
            {node.canRetire && <Retirement of={node} onDone={changed} />}
          </Shown>
        );
      }}
    </Answer>
  );
}

function Shown({
  of: set,
  version,
  validTo,
  children,
}: {
  of: Draft | Published;
  version: number;
  validTo: string | null;
  children: React.ReactNode;
}) {
  const words = useCriteriaWords();
  const { outline, comparison, sections } = set;
  return (
    <Paper withBorder p="md">
      <Stack>
        <OpenedTitle>
          {set.name}, {words('version-n', { version })}
        </OpenedTitle>
        <About of={set} validTo={validTo} />
        <Downloads of={set} version={version} />
        {set.__typename === 'FrameworkDraft' && set.problems.length > 0 && (
          <CriteriaProblems
            title={words('not-yet')}
            lead={words('not-yet-lead')}
            problems={set.problems}
            refused={[]}
          />
        )}
        {children}
        <Outline of={outline} />
        {sections.map(
          ({ code, name, maximum, gapReason: reason }) =>
            reason && (
              <Text key={code} size="sm">
                {words('gap', { name, maximum: number(maximum, 2), reason })}
              </Text>
            ),
        )}
        {comparison && <Comparison of={comparison} />}
        <Trial of={set} />
        <FormPreview of={set} />
      </Stack>
    </Paper>
  );
}

function About({ of: set, validTo }: { of: Draft | Published; validTo: string | null }) {
  const say = useSharedWords();
  const words = useCriteriaWords();
  const spanOf = useSpan();
  const isDraft = set.__typename === 'FrameworkDraft';
  return (
    <>
      <Group gap="xs">
        <Badge variant="outline" color="lake" tt="none" fw={500}>
          {words(isDraft ? 'DRAFTED' : set.state)}
        </Badge>
        <Badge variant="outline" color="lake" tt="none" fw={500}>
          {say(set.sourceStatus)}
        </Badge>
      </Group>
      <Text size="sm">
        {words('span')} {spanOf({ validFrom: set.validFrom, validTo })}. {words('source')}:{' '}
        {set.source}.
      </Text>
      {isDraft && (
        <Text size="sm">
          {words('stored', {
            at: moment(set.updatedAt),
            who: set.storedBy ?? words('command-line'),
          })}
        </Text>
      )}
    </>
  );
}

function Downloads({ of: set, version }: { of: Draft | Published; version: number }) {
  const words = useCriteriaWords();
  const folder = set.__typename === 'FrameworkDraft' ? 'framework-drafts' : 'frameworks';
  const path = `/exports/${folder}/${encodeURIComponent(`${set.code}-${version}`)}`;
  return (
    <Group gap="xs">
      <DownloadFile path={`${path}.xlsx`} label={words('download-xlsx')} />
      <DownloadFile path={`${path}.json`} label={words('download-json')} />
    </Group>
  );
}
