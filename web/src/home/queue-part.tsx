import { Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import { HomeQueueDocument, type HomeQueueQuery } from '../generated/graphql';
import { dayOf, daysBetween, today } from '../shared/days';
import { moment, number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useHomeWords } from './home.words';
import { Part } from './part';

type Waiting = HomeQueueQuery['statusUpdates']['nodes'][number];

/** What waits for a reviewer: how long, and how much of it is new. */
export function QueuePart() {
  const words = useHomeWords();
  const asked = useGraph(HomeQueueDocument, {});
  return (
    <Part title={words('queue')}>
      <Answer of={asked}>
        {({ statusUpdates: { totalCount, nodes } }) =>
          totalCount === 0 ? (
            <Text>{words('nothing-waits')}</Text>
          ) : (
            <>
              <Text>{words('waits', { total: number(totalCount) })}</Text>
              <ul className="cards">
                {nodes.map((each) => (
                  <Entry key={each.id} of={each} />
                ))}
              </ul>
            </>
          )
        }
      </Answer>
      <Group gap="lg">
        <Link href="/review">{words('whole-queue')}</Link>
        <Link href="/review/decided">{words('decided')}</Link>
      </Group>
    </Part>
  );
}

function Entry({ of: { id, institution, round, newestRevision } }: { of: Waiting }) {
  const words = useHomeWords();
  const age = useAge();
  const news = useNews();
  return (
    <li>
      <Group justify="space-between" align="start" gap="xs">
        <div>
          <Text fw={600}>{institution.name}</Text>
          <Text size="sm">{round.name}</Text>
          <Text size="sm" title={moment(newestRevision?.submittedAt)}>
            {age(newestRevision)}. {news(newestRevision)}.
          </Text>
        </div>
        <Button
          component={Link}
          href={`/review/${encodeURIComponent(id)}`}
          variant="default"
          aria-label={words('open-of', { name: institution.name })}
        >
          {words('open')}
        </Button>
      </Group>
    </li>
  );
}

/** How long ago something was handed in: nobody counts the days of a year. */
function useAge() {
  const words = useHomeWords();
  function inWords(days: number): string {
    if (days < 2) return words(days < 1 ? 'today-in' : 'yesterday-in');
    if (days <= 60) return words('days-in', { days: number(days) });
    if (days <= 730) return words('months-in', { months: number(Math.floor(days / 30.5)) });
    return words('years-in', { years: number(Math.floor(days / 365.25)) });
  }
  return (revision: Waiting['newestRevision']): string => {
    if (!revision?.submittedAt) return '';
    const days = daysBetween(dayOf(new Date(revision.submittedAt)), today());
    const age = inWords(days);
    return revision.number > 1
      ? `${age}, ${words('again', { number: number(revision.number) })}`
      : age;
  };
}

function useNews() {
  const words = useHomeWords();
  return (revision: Waiting['newestRevision']): string => {
    const counts = revision?.answerCounts;
    if (counts?.changed == null) return words('all-new');
    if (counts.changed === 0) return words('none-changed');
    return words('changed', { changed: number(counts.changed) });
  };
}
