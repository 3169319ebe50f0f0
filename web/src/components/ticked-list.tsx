import { Checkbox, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useView } from '../shared/address';
import './ticked-list.css';

/** How many rows are shown before all are asked for. */
const FEW = 20;

/** The first rows, until the address asks for all; whoever opens an address sees all that it ticks. */
export function useFew<Row>(
  rows: readonly Row[],
  isTicked: (row: Row) => boolean,
): { shown: readonly Row[]; showAll: (() => void) | null } {
  const [view, change] = useView();
  const few = Math.max(FEW, rows.findLastIndex(isTicked) + 1);
  if (view.has('all') || few >= rows.length) return { shown: rows, showAll: null };
  return { shown: rows.slice(0, few), showAll: () => change({ all: 'yes' }, true) };
}

/** Rows to be ticked, in the order that they are given in. */
export function TickedList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="ticked-list" aria-label={label}>
      {children}
    </ol>
  );
}

/** A row with its tick, and beside it what is to be known of it. */
export function TickedRow({
  label,
  ticked,
  onTick,
  name,
  about,
  children,
}: {
  /** What the tick says to whoever does not see the row. */
  label: string;
  ticked: boolean;
  /** Left out where there is nothing that a tick could assume. */
  onTick?: (ticked: boolean) => void;
  name: ReactNode;
  /** What else the row is about, in one line. */
  about: string;
  children: ReactNode;
}) {
  return (
    <li>
      {onTick ? (
        <Checkbox
          size="md"
          aria-label={label}
          checked={ticked}
          onChange={({ currentTarget: { checked } }) => onTick(checked)}
        />
      ) : (
        <span />
      )}
      <div>
        {name}
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      </div>
      {children}
    </li>
  );
}

/** What follows from the ticks; it stays in sight while one ticks. */
export function Result({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Paper withBorder p="sm" className="assumed" component="section" aria-label={label}>
      {children}
    </Paper>
  );
}
