import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { inSections, isOfPillars, type AskedSection } from '../components/asked-sections';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import type { Entry } from './entry';
import { useReviewWords } from './review.words';
import type { Reviewed } from './use-decision';

/** The answers of an update by framework and section, each section under what it comes to. */
export function Answers({
  update: { round, newestRevision: revision },
  entries,
  card,
}: {
  update: Reviewed;
  /** Those that are shown. */
  entries: readonly Entry[];
  card: (entry: Entry) => ReactNode;
}) {
  if (!revision) return null;
  const groups = inSections(entries, round.frameworks);
  // The pillars alone need no heading above them.
  const isPlain = round.frameworks.length < 2 && round.frameworks.every(isOfPillars);
  return groups.map(({ framework, sections }) => {
    const result = revision.frameworks.find((each) => each.framework.id === framework.id);
    const shown = sections.map((section) => (
      <Section
        key={section.code}
        of={section}
        order={isPlain ? 2 : 3}
        pillar={revision.pillars.find(({ pillar }) => pillar === section.pillar)}
        reached={result?.sections.find(({ code }) => code === section.code)}
        card={card}
      />
    ));
    return isPlain ? (
      shown
    ) : (
      <Stack key={framework.id} component="section" aria-label={framework.name}>
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {framework.name}
        </Title>
        {shown}
      </Stack>
    );
  });
}

type Revision = NonNullable<Reviewed['newestRevision']>;

function Section({
  of: { pillar: ofPillar, title, parts },
  order,
  pillar,
  reached,
  card,
}: {
  of: AskedSection<Entry>;
  order: 2 | 3;
  pillar: Revision['pillars'][number] | undefined;
  reached: Revision['frameworks'][number]['sections'][number] | undefined;
  card: (entry: Entry) => ReactNode;
}) {
  const say = useSharedWords();
  const words = useReviewWords();
  const name = ofPillar ? say(ofPillar) : title;
  const standing = pillar
    ? say(pillar.stage)
    : reached?.level != null && words('level', { level: number(reached.level) });
  const counted = pillar ?? reached;
  return (
    <section aria-label={name}>
      <Group justify="space-between" align="baseline" gap="xs" mb="xs">
        <Title order={order} size={order === 2 ? 'h3' : 'h4'}>
          {name}
        </Title>
        {counted && (
          <Text size="sm" className="numeric">
            {[
              standing,
              words('points', {
                points: number(counted.points, 2),
                maxPoints: number(counted.maxPoints, 2),
              }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
      </Group>
      <Stack gap="sm">
        {parts.map((part) => (
          <Stack key={part.entries[0]?.criterion.code} gap="sm">
            {part.title && (
              <Text fw={600} component={order === 2 ? 'h3' : 'h4'} m={0}>
                {part.title}
              </Text>
            )}
            {part.entries.map(card)}
          </Stack>
        ))}
      </Stack>
    </section>
  );
}
