import { Stack, Text, Title } from '@mantine/core';
import {
  alsoAskedBy,
  inSections,
  isOfPillars,
  sectionAnchor,
  type AskedFramework,
} from '../components/asked-sections';
import type {
  FrameworkNamedFragment,
  ReportEntryFragment,
  ReportUpdateFragment,
} from '../generated/graphql';
import { useSharedWords } from '../shared/shared.words';
import { CriterionCard } from './criterion-card';
import { returnOf } from './notices';
import type { Draft } from './use-draft';

interface Asked {
  update: ReportUpdateFragment;
  frameworks: readonly FrameworkNamedFragment[];
  draft: Draft;
  again: () => void;
}

/** The questions of the round by framework and section, each with its answer. */
export function Questions(asked: Asked) {
  const groups = inSections(asked.update.newestRevision?.entries ?? [], asked.frameworks);
  // The pillars alone need no heading above them.
  if (groups.length < 2 && groups.every(({ framework }) => isOfPillars(framework)))
    return groups.map((each) => (
      <Sections key={each.framework.id} of={each} asked={asked} order={2} />
    ));
  return groups.map((each) => (
    <Stack key={each.framework.id} component="section" aria-label={each.framework.name}>
      <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
        {each.framework.name}
      </Title>
      <Sections of={each} asked={asked} order={3} />
    </Stack>
  ));
}

function Sections({
  of: { framework, sections },
  asked,
  order,
}: {
  of: AskedFramework<ReportEntryFragment>;
  asked: Asked;
  order: 2 | 3;
}) {
  const say = useSharedWords();
  return sections.map(({ code, pillar, title, parts }) => {
    const name = pillar ? say(pillar) : title;
    return (
      <section key={code} id={pillar ?? sectionAnchor(framework, code)} aria-label={name}>
        <Title order={order} size={order === 2 ? 'h3' : 'h4'} mb="xs">
          {name}
        </Title>
        <Stack gap="sm">
          {parts.map((part) => (
            <Stack key={part.entries[0]?.criterion.code} gap="sm">
              {part.title && (
                <Text fw={600} component={order === 2 ? 'h3' : 'h4'} m={0}>
                  {part.title}
                </Text>
              )}
              {part.entries.map((entry) => (
                <Card key={entry.criterion.question.code} entry={entry} asked={asked} />
              ))}
            </Stack>
          ))}
        </Stack>
      </section>
    );
  });
}

function Card({
  entry,
  asked: { update, frameworks, draft, again },
}: {
  entry: ReportEntryFragment;
  asked: Asked;
}) {
  const { code } = entry.criterion.question;
  const reason = returnOf(update)?.entries?.find(
    ({ criterion }) => criterion.question.code === code,
  )?.returnReason;
  return (
    <CriterionCard
      update={update.id}
      entry={entry}
      alsoAsked={alsoAskedBy(entry, frameworks)}
      typed={draft.typed[code]}
      left={draft.left[code]}
      onDiscard={() => draft.discard(code)}
      clashes={draft.clashes.includes(code)}
      returnReason={reason ?? undefined}
      hasDraft={update.newestRevision?.submittedAt == null}
      begin={draft.begin}
      problems={[...draft.refused, ...update.submissionProblems]}
      disabled={draft.locked}
      onAnswer={(answer) => draft.answer(code, answer)}
      onEvidence={again}
    />
  );
}
