import { List, Paper, Stack, Text } from '@mantine/core';
import type { CountsThenFragment } from '../generated/graphql';
import { codeOf, type Line } from '../overview/line';
import { useOverviewWords } from '../overview/overview.words';
import { day, number, percent, signed, signedPoints } from '../shared/format';
import type { Change, ChangeLine } from './asked';
import { useChangesWords } from './changes.words';

/** Whether nothing is known of the figure: then its 0% is no result. */
const isUnknown = ({ reported, percent: share }: CountsThenFragment) =>
  reported === 0 || share == null;

/** The change in a sentence, what is not known of it, and what to consider. */
export function Told({ change, line, of }: { change: Change; line: ChangeLine; of: Line }) {
  const overview = useOverviewWords();
  const words = useChangesWords();
  const { before, after, percentPoints, difference, parts } = line;
  const figure = (counts: CountsThenFragment) =>
    isUnknown(counts) ? overview('unknown-figure') : percent(counts.percent);
  const counted = (counts: CountsThenFragment, part: 'completed' | 'reported') =>
    overview('of-institutions', {
      completed: number(counts[part]),
      institutions: number(counts.institutions),
    });
  return (
    <Paper withBorder p="md" component="section" aria-label={words('told')}>
      <Stack gap={6}>
        <Text size="lg" fw={500}>
          {words(isUnknown(before) || isUnknown(after) ? 'told-unknown' : 'told-known', {
            from: day(change.from),
            to: day(change.to),
            group: overview(of.group),
            what:
              codeOf(of) === 'ALL_FOUR'
                ? overview('all-four')
                : overview('indicator-called', { name: of.indicator.name }),
            before: figure(before),
            beforeCounts: counted(before, 'completed'),
            after: figure(after),
            afterCounts: counted(after, 'completed'),
            points: signedPoints(percentPoints),
            completed: signed(difference.completed),
          })}
        </Text>
        <Text size="sm">
          {words('known', {
            before: percent(before.coveragePercent),
            beforeCounts: counted(before, 'reported'),
            after: percent(after.coveragePercent),
            afterCounts: counted(after, 'reported'),
          })}
        </Text>
        {parts.length === 0 && <Text fw={600}>{words('same')}</Text>}
        {change.warnings.length > 0 && (
          <details>
            <summary>{overview('warnings-count', { count: change.warnings.length })}</summary>
            <List size="sm">
              {change.warnings.map(({ code, group, message }) => (
                <List.Item key={`${code} ${group} ${message}`}>{message}</List.Item>
              ))}
            </List>
          </details>
        )}
      </Stack>
    </Paper>
  );
}
