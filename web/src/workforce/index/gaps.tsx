import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyList } from '../../components/copy-list';
import { CopyAddress } from '../../components/copy-text';
import { TickedList, useFew } from '../../components/ticked-list';
import { number, part } from '../../shared/format';
import { useTicks } from '../../shared/ticks';
import { useWorkforceWords } from '../shared/workforce.words';
import { AssumedIndex } from './assumed-index';
import { assumptionsOf, isAssumable, useOtherCounts, type Gap } from './assumptions';
import { GapRow } from './gap-row';
import { useGapWords, type GapWords } from './gap-words';
import type { Index } from './workforce-index';

/** What closing each gap would bring, who has to act, and the index that follows from what is ticked. */
export function Gaps({ unit, index }: { unit: string; index: Index }) {
  const words = useWorkforceWords();
  const [ticks, setTicks] = useTicks();
  const [counts, putCount] = useOtherCounts();
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const say = useGapWords(index, counts);
  const gaps = index.gaps.nodes;
  const assumable = gaps.filter(isAssumable);
  const ticked = assumable.filter(({ key }) => ticks.has(key));
  const { shown, showAll } = useFew(gaps, (gap) => ticked.includes(gap));
  const tick = (some: readonly Gap[]) => setTicks(some.map(({ key }) => key));
  if (gaps.length === 0) return <Text>{words('no-gaps')}</Text>;
  return (
    <Stack gap="sm">
      <Lead
        index={index}
        assumable={assumable}
        ticks={ticks}
        lost={ticks.size - ticked.length}
        onTick={tick}
      />
      <TickedList label={words('gaps')}>
        {shown.map((gap) => (
          <GapRow
            key={gap.key}
            gap={gap}
            say={say}
            ticked={ticked.includes(gap)}
            counts={counts}
            onTick={(isTicked) =>
              tick(assumable.filter((each) => (each === gap ? isTicked : ticks.has(each.key))))
            }
            onCount={putCount}
            onUnread={(input, isUnread) =>
              setUnread(new Set([...unread, input].filter((each) => each !== input || isUnread)))
            }
          />
        ))}
      </TickedList>
      {showAll && (
        <div className="no-print">
          <Button variant="default" size="xs" onClick={showAll}>
            {words('show-all', { count: number(gaps.length) })}
          </Button>
        </div>
      )}
      <AssumedIndex
        unit={unit}
        index={index}
        count={ticked.length}
        assume={assumptionsOf(ticked, counts)}
        isUnread={ticked.some(({ cure }) => cure.some(({ input }) => unread.has(input)))}
      />
      <Copies gaps={gaps} say={say} ticked={ticked} />
    </Stack>
  );
}

/** What a tick means, what the list does not hold, and how to tick all. */
function Lead({
  index,
  assumable,
  ticks,
  lost,
  onTick,
}: {
  index: Index;
  assumable: readonly Gap[];
  ticks: ReadonlySet<string>;
  /** How many the address ticks in vain. */
  lost: number;
  onTick: (gaps: readonly Gap[]) => void;
}) {
  const words = useWorkforceWords();
  const { nodes, totalCount } = index.gaps;
  return (
    <>
      <Text size="sm">{words('gaps-lead')}</Text>
      {totalCount > nodes.length && (
        <Text size="sm">
          {words('gaps-cut', { most: number(nodes.length), all: number(totalCount) })}
        </Text>
      )}
      {lost > 0 && <Text role="alert">{words('lost', { count: number(lost) })}</Text>}
      <Group gap="xs" className="no-print">
        <Button size="xs" disabled={assumable.length === 0} onClick={() => onTick(assumable)}>
          {words('tick-all', { count: number(assumable.length) })}
        </Button>
        <Button size="xs" variant="default" disabled={ticks.size === 0} onClick={() => onTick([])}>
          {words('untick')}
        </Button>
      </Group>
    </>
  );
}

const HEADS = [
  'rank',
  'gap',
  'why',
  'owner',
  'at-least',
  'at-most',
  'assumption',
  'ticked',
] as const;

/** The list to paste or to keep, and the address to send. */
function Copies({
  gaps,
  say,
  ticked,
}: {
  gaps: readonly Gap[];
  say: GapWords;
  ticked: readonly Gap[];
}) {
  const words = useWorkforceWords();
  const lines = () => [
    HEADS.map((head) => words(head)),
    ...gaps.map((gap) => [
      number(gap.rank),
      say.what(gap),
      words(gap.kind),
      gap.owner,
      part(gap.leastPoints, Infinity, 2),
      part(gap.mostPoints, Infinity, 2),
      say.assumes(gap).join('; '),
      ticked.includes(gap) ? 'x' : '',
    ]),
  ];
  return (
    <Group align="start" className="no-print">
      <CopyList label={words('copy-list')} name={`${words('file')}.csv`} lines={lines} />
      <CopyAddress />
    </Group>
  );
}
