import { useState } from 'react';
import { Link } from 'wouter';
import { CountInput } from '../../components/count-input';
import { TickedRow } from '../../components/ticked-list';
import type { ReadNumber } from '../../components/whole-number';
import { number } from '../../shared/format';
import { institutionAddress } from '../../shared/institution-address';
import { useWorkforceWords } from '../shared/workforce.words';
import { isAssumable, type Gap, type OtherCounts } from './assumptions';
import type { GapWords } from './gap-words';

/** A gap with its tick, what the tick assumes, and the counts that may be assumed instead. */
export function GapRow({
  gap,
  say,
  ticked,
  counts,
  onTick,
  onCount,
  onUnread,
}: {
  gap: Gap;
  say: GapWords;
  ticked: boolean;
  counts: OtherCounts;
  onTick: (ticked: boolean) => void;
  onCount: (input: string, value: number | null) => void;
  onUnread: (input: string, isUnread: boolean) => void;
}) {
  const words = useWorkforceWords();
  const { institution } = gap;
  const what = say.what(gap);
  return (
    <TickedRow
      label={words('tick', { what })}
      ticked={ticked}
      {...(isAssumable(gap) && { onTick })}
      name={institution ? <Link href={institutionAddress(institution)}>{what}</Link> : what}
      about={say.about(gap)}
    >
      <ul>
        <li>{say.brings(gap)}</li>
        {say.assumes(gap).map((each) => (
          <li key={each}>{each}</li>
        ))}
        {ticked &&
          say.typed(gap).map(({ input, name, closing }) => (
            <li key={input}>
              <OtherCount
                name={name}
                closing={closing}
                count={counts.get(input) ?? null}
                onCount={(value) => onCount(input, value)}
                onUnread={(isUnread) => onUnread(input, isUnread)}
              />
            </li>
          ))}
      </ul>
    </TickedRow>
  );
}

/** A count to suppose instead of the one that just closes the gap. */
function OtherCount({
  name,
  closing,
  count,
  onCount,
  onUnread,
}: {
  name: string;
  closing: number;
  count: number | null;
  onCount: (value: number | null) => void;
  onUnread: (isUnread: boolean) => void;
}) {
  const words = useWorkforceWords();
  const [read, setRead] = useState<ReadNumber>({ value: count });
  return (
    <CountInput
      className="no-print"
      size="xs"
      maw={320}
      label={words('other-count', { name })}
      description={words('other-count-empty', { value: number(closing) })}
      {...read}
      onRead={(now) => {
        setRead(now);
        onUnread(now.unread !== undefined);
        onCount(now.value);
      }}
    />
  );
}
