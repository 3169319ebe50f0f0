import { Stack, Title } from '@mantine/core';
import type { ReportUpdateFragment } from '../generated/graphql';
import { PILLARS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { CriterionCard } from './criterion-card';
import { returnOf } from './notices';
import type { Draft } from './use-draft';

/** The questions of the round by pillar, each with its answer. */
export function Questions({
  update,
  draft,
  again,
}: {
  update: ReportUpdateFragment;
  draft: Draft;
  again: () => void;
}) {
  const say = useSharedWords();
  const entries = update.newestRevision?.entries ?? [];
  const problems = [...draft.refused, ...update.submissionProblems];
  const reasons = returnOf(update)?.entries ?? [];
  return PILLARS.filter((pillar) =>
    entries.some(({ criterion }) => criterion.pillar === pillar),
  ).map((pillar) => (
    <section key={pillar} id={pillar} aria-label={say(pillar)}>
      <Title order={2} size="h3" mb="xs">
        {say(pillar)}
      </Title>
      <Stack gap="sm">
        {entries
          .filter(({ criterion }) => criterion.pillar === pillar)
          .map((entry) => (
            <CriterionCard
              key={entry.criterion.code}
              update={update.id}
              entry={entry}
              typed={draft.typed[entry.criterion.code]}
              left={draft.left[entry.criterion.code]}
              onDiscard={() => draft.discard(entry.criterion.code)}
              clashes={draft.clashes.includes(entry.criterion.code)}
              returnReason={
                reasons.find(({ criterion: { code } }) => code === entry.criterion.code)
                  ?.returnReason ?? undefined
              }
              hasDraft={update.newestRevision?.submittedAt == null}
              begin={draft.begin}
              problems={problems}
              disabled={draft.locked}
              onAnswer={(answer) => draft.answer(entry.criterion.code, answer)}
              onEvidence={again}
            />
          ))}
      </Stack>
    </section>
  ));
}
