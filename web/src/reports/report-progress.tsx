import { Paper, Stack } from '@mantine/core';
import { inSections, isOfPillars, sectionAnchor } from '../components/asked-sections';
import { FrameworkResult } from '../components/framework-result';
import type { FrameworkNamedFragment } from '../generated/graphql';
import { anchorOf } from './anchor';
import { PillarProgress, Unanswered, type Revision } from './pillar-progress';
import { useReportsWords } from './reports.words';

/** What the report has come to as it grows: the pillars, and levels of the other frameworks. */
export function ReportProgress({
  revision,
  frameworks,
}: {
  revision: Revision;
  frameworks: readonly FrameworkNamedFragment[];
}) {
  const words = useReportsWords();
  const others = frameworks.filter((each) => !isOfPillars(each));
  return (
    <nav
      aria-label={words('progress')}
      className={others.length > 0 ? 'report-progress report-levels' : 'report-progress'}
    >
      <Stack gap="xs">
        {revision.pillars.length > 0 && <PillarProgress revision={revision} />}
        {others.map((each) => (
          <Levels key={each.id} framework={each} revision={revision} />
        ))}
      </Stack>
    </nav>
  );
}

function Levels({
  framework,
  revision,
}: {
  framework: FrameworkNamedFragment;
  revision: Revision;
}) {
  const entries = revision.entries ?? [];
  const result = revision.frameworks.find((each) => each.framework.id === framework.id);
  // The kind may be asked nothing.
  if (!result?.sections.length) return null;
  const shown = inSections(entries, [framework]).flatMap(({ sections }) => sections);
  const mine = entries.filter(({ criterion }) => criterion.framework?.id === framework.id);
  const inside = (section: string) => mine.filter(({ criterion }) => criterion.section === section);
  return (
    <Paper withBorder p="xs">
      <FrameworkResult
        framework={framework}
        result={result}
        order={2}
        hrefOf={(section) =>
          shown.some(({ code }) => code === section)
            ? `#${sectionAnchor(framework, section)}`
            : undefined
        }
        under={(section) => <Unanswered of={inside(section)} />}
        condition={(code) => {
          const asking = entries.find(({ criteria }) =>
            criteria.some((each) => each.code === code && each.framework?.id === framework.id),
          );
          if (!asking) return code;
          const { question } = asking.criterion;
          return <a href={`#${anchorOf(question.code)}`}>{`${code}. ${question.text}`}</a>;
        }}
      />
    </Paper>
  );
}
