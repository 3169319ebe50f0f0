import { List, Text } from '@mantine/core';
import { Answer } from '../../components/answer';
import { Result } from '../../components/ticked-list';
import {
  AssumedIndexDocument,
  type AssumedIndexQuery,
  type IndexAssumption,
} from '../../generated/graphql';
import { number, part } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { useWorkforceWords } from '../shared/workforce.words';
import type { Index } from './workforce-index';

type Node = Extract<AssumedIndexQuery['node'], { __typename: 'AdministrativeUnit' }>;
type Assumed = NonNullable<Node['workforceIndex']>;

/** The index that would follow from what is ticked: the hub scores it, and nothing is stored. */
export function AssumedIndex({
  unit,
  index,
  count,
  assume,
  isUnread,
}: {
  unit: string;
  index: Index;
  /** How many are ticked. */
  count: number;
  assume: IndexAssumption[];
  /** Whether a number that was typed cannot be read. */
  isUnread: boolean;
}) {
  const words = useWorkforceWords();
  const answer = useGraph(
    AssumedIndexDocument,
    { unit, year: index.year, assume },
    { pause: count === 0 || isUnread },
  );
  return (
    <Result label={words('result')}>
      {count === 0 ? (
        <Text>{words('none-ticked')}</Text>
      ) : isUnread ? (
        <Text>{words('unread')}</Text>
      ) : (
        <Answer of={answer}>
          {({ node }) => {
            const assumed = node?.__typename === 'AdministrativeUnit' ? node.workforceIndex : null;
            return assumed && <Figures index={index} assumed={assumed} count={count} />;
          }}
        </Answer>
      )}
    </Result>
  );
}

function Figures({ index, assumed, count }: { index: Index; assumed: Assumed; count: number }) {
  const words = useWorkforceWords();
  const { points, maximumPoints } = assumed;
  const before = new Map(index.components.map((each) => [each.code, each]));
  const changed = assumed.components.flatMap((after) => {
    const now = before.get(after.code);
    const isSame = now?.points === after.points && now?.state === after.state;
    return now && !isSame ? [{ now, after }] : [];
  });
  const pointsOf = (value: number | null | undefined, maximum: number) => part(value, maximum, 2);
  return (
    <div role="status">
      <Text fw={600}>
        {points == null
          ? words('points-withheld')
          : words('would', {
              count: number(count),
              points: pointsOf(points, maximumPoints),
              maximum: number(maximumPoints, 2),
              now: pointsOf(index.points, index.maximumPoints),
            })}
      </Text>
      {assumed.index != null && (
        <Text size="sm">
          {words('would-index', { value: part(assumed.index, 1, 4), now: part(index.index, 1, 4) })}
        </Text>
      )}
      <details>
        <summary>{words('changed-components', { count: number(changed.length) })}</summary>
        <List size="sm">
          {changed.map(({ now, after }) => (
            <List.Item key={after.code}>
              {words('changed-component', {
                name: `${now.code}. ${now.name}`,
                now:
                  now.state === 'NOT_COUNTED'
                    ? words('unknown')
                    : pointsOf(now.points, now.maximumPoints),
                points: pointsOf(after.points, now.maximumPoints),
                maximum: number(now.maximumPoints, 2),
              })}
            </List.Item>
          ))}
        </List>
      </details>
    </div>
  );
}
