import './framework-result.css';
import { Box, Group, List, Stack, Text, Title, type TitleOrder } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FrameworkNamedFragment, FrameworkReachedFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { sectionTitle } from './asked-sections';
import { useResultWords } from './framework-result.words';

type Reached = FrameworkReachedFragment['sections'][number];
type Section = FrameworkNamedFragment['sections'][number];

const breaks = { overflowWrap: 'anywhere' } as const;

/** What answers come to under a framework: its level, and of each section points, level and what is missing. */
export function FrameworkResult({
  framework,
  result,
  order,
  condition,
  hrefOf,
  under,
}: {
  framework: FrameworkNamedFragment;
  result: Omit<FrameworkReachedFragment, 'framework'>;
  /** Of its heading on the page. */
  order: TitleOrder;
  /** Names the question of a condition, by the number of its criterion. */
  condition: (code: string) => ReactNode;
  /** Where the questions of a section are; undefined where they are not on the page. */
  hrefOf?: (section: string) => string | undefined;
  /** What else is said of a section. */
  under?: (section: string) => ReactNode;
}) {
  const words = useResultWords();
  const { name, sourceStatus, sections } = framework;
  return (
    <Stack gap={6}>
      <Title order={order} size="h5" style={breaks}>
        {name}
      </Title>
      <SourceNote of={sourceStatus} />
      {result.level != null && (
        <Text size="sm" fw={600}>
          {words('whole-level', {
            level: result.levelName ?? words('level', { level: number(result.level) }),
          })}
        </Text>
      )}
      {result.sections.map((reached) => {
        const section = sections.find(({ code }) => code === reached.code);
        return (
          section && (
            <Box key={reached.code} pl={12 * depthOf(sections, section)}>
              <SectionResult
                section={section}
                reached={reached}
                href={hrefOf?.(reached.code)}
                condition={condition}
              />
              {under?.(reached.code)}
            </Box>
          )
        );
      })}
    </Stack>
  );
}

/** How sure a framework is, where that is not taken for granted. */
function SourceNote({ of: status }: { of: FrameworkNamedFragment['sourceStatus'] }) {
  const words = useResultWords();
  return status === 'CONFIRMED' ? null : <Text size="sm">{words(status)}</Text>;
}

function depthOf(sections: readonly Section[], { parent }: Section): number {
  const around = sections.find(({ code }) => code === parent);
  return around ? 1 + depthOf(sections, around) : 0;
}

function SectionResult({
  section,
  reached,
  href,
  condition,
}: {
  section: Section;
  reached: Reached;
  href: string | undefined;
  condition: (code: string) => ReactNode;
}) {
  const words = useResultWords();
  const { points, maxPoints, level, levelName } = reached;
  const title = sectionTitle(section);
  const { maximum, gapReason } = section;
  return (
    <>
      <Text size="sm" style={breaks}>
        {href ? <a href={href}>{title}</a> : title}
      </Text>
      <Group gap={8}>
        {level != null && (
          <Text size="sm" fw={600}>
            {levelName ?? words('level', { level: number(level) })}
          </Text>
        )}
        <Text size="sm" className="numeric">
          {words('points-of', { points: number(points, 2), maxPoints: number(maxPoints, 2) })}
        </Text>
      </Group>
      {maxPoints > 0 && (
        <meter className="points-meter" min={0} max={maxPoints} value={points} aria-label={title} />
      )}
      <Missing of={reached} condition={condition} />
      {gapReason != null ? (
        <Text size="xs">
          {words('declared', { maximum: number(maximum, 2), reason: gapReason })}
        </Text>
      ) : (
        maximum !== maxPoints && (
          <Text size="xs">{words('declared-only', { maximum: number(maximum, 2) })}</Text>
        )
      )}
    </>
  );
}

/** What keeps a section from its next level: conditions, and points. */
function Missing({
  of: { unmet, pointsToNext },
  condition,
}: {
  of: Reached;
  condition: (code: string) => ReactNode;
}) {
  const words = useResultWords();
  return (
    <>
      {unmet.length > 0 && (
        <>
          <Text size="sm">{words('unmet')}</Text>
          <List size="sm" style={breaks}>
            {unmet.map((code) => (
              <List.Item key={code}>{condition(code)}</List.Item>
            ))}
          </List>
        </>
      )}
      {pointsToNext != null && (
        <Text size="sm">
          {words(unmet.length > 0 ? 'to-next-by-points' : 'to-next', {
            points: number(pointsToNext, 2),
          })}
        </Text>
      )}
    </>
  );
}
