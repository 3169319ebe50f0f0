import { Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import { HomeHubDocument, type HomeHubQuery } from '../generated/graphql';
import { number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useHomeWords } from './home.words';
import { Part } from './part';

/** Where each is mended, in the order in which it is told. */
const PLACES = {
  unsettled: '/operations?tab=imports&settle=yes',
  without: '/operations?tab=accounts&without=yes',
  MAILS: '/operations?tab=mail',
  WEBHOOKS: '/operations?tab=webhooks',
  IMPORT_JOBS: '/operations?tab=imports',
} as const;

type Place = keyof typeof PLACES;

/** What waits for an operator: how the hub is, and what is not as it should be. */
export function HubPart() {
  const words = useHomeWords();
  const asked = useGraph(HomeHubDocument, {});
  return (
    <Part title={words('hub')}>
      <Answer of={asked}>
        {({ hubHealth, unsettled, withoutAccount }) => {
          const queues = new Map(hubHealth?.queues.map((each) => [each.queue, each]));
          return (
            <>
              {hubHealth && <Health of={hubHealth} />}
              <ul className="cards">
                <Task place="unsettled" count={unsettled.totalCount} />
                <Task place="without" count={withoutAccount.totalCount} />
                {(['MAILS', 'WEBHOOKS', 'IMPORT_JOBS'] as const).map((queue) => {
                  const found = queues.get(queue);
                  return (
                    found && (
                      <Task
                        key={queue}
                        place={queue}
                        count={found.failed}
                        waiting={found.waiting}
                      />
                    )
                  );
                })}
              </ul>
            </>
          );
        }}
      </Answer>
    </Part>
  );
}

/** In a line; what exactly it is the page of health says. */
function Health({ of: { problems, warnings } }: { of: NonNullable<HomeHubQuery['hubHealth']> }) {
  const words = useHomeWords();
  const [said, tone, count] =
    problems.length > 0
      ? (['not-well', 'behind', problems.length] as const)
      : warnings.length > 0
        ? (['warned', 'behind', warnings.length] as const)
        : (['well', 'reached', 0] as const);
  return (
    <Group justify="space-between" gap="xs">
      <span className={`standing ${tone}`}>{words(said, { count: number(count) })}</span>
      <Link href="/operations?tab=health">{words('health')}</Link>
    </Group>
  );
}

function Task({ place, count, waiting = 0 }: { place: Place; count: number; waiting?: number }) {
  const words = useHomeWords();
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Text fw={count > 0 ? 600 : undefined}>
          {words(`${place}-${count > 0 ? 'some' : 'none'}`, { count: number(count) })}
          {waiting > 0 && (
            <Text span fw={400}>
              {' '}
              {words('waiting', { count: number(waiting) })}
            </Text>
          )}
        </Text>
        <Link href={PLACES[place]}>{words(`${place}-go`)}</Link>
      </Group>
    </li>
  );
}
