import { Button, Table } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useSharedWords } from '../shared/shared.words';
import { Cells, useFitting, type Column } from './column';

/** How high a row is taken to be before it is measured, in pixels. */
const ROW_HEIGHT = 48;

/** Room for the head, and for a bar to scroll sideways with. */
const HEAD_HEIGHT = 60;

/**
 * A table of a list that may be long: rows come in pages from the hub, in the hub's order, and only
 * those in sight are on the page.
 */
export function LongTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  total,
  more,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** How many rows there are in all, as the hub counts them. */
  total: number;
  /** Asks for the next page; undefined when there is none, or it is asked for already. */
  more?: () => void;
}) {
  const say = useSharedWords();
  const fitting = useFitting(columns);
  const box = useRef<HTMLDivElement>(null);
  const stays = useRef({ top: 0, first: 0, last: 0 });
  // Nothing here is compiled, so nothing is kept that it changes.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rowKey(rows[index]!),
    overscan: 12,
    // Columns are as wide as the rows on the page want, and rows as high as that makes them. A row that came
    // and went with its own height would do so for ever, so while nobody scrolls none goes.
    rangeExtractor: (range) => {
      const { top, first, last } = stays.current;
      const [from = 0, ...others] = defaultRangeExtractor(range);
      const to = others.at(-1) ?? from;
      const here = box.current?.scrollTop ?? 0;
      stays.current =
        top === here
          ? { top, first: Math.min(first, from), last: Math.max(last, to) }
          : { top: here, first: from, last: to };
      const end = Math.min(stays.current.last, range.count - 1);
      return Array.from(
        { length: end - stays.current.first + 1 },
        (_, at) => stays.current.first + at,
      );
    },
  });
  useEffect(() => {
    // To put a row right that was taken to be higher, it would stop the scrolling of a key on its way.
    virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  }, [virtual]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - 20) more();
  }, [more, last, rows.length]);
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <>
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={caption}
        className="wide"
        style={{
          maxHeight: '70vh',
          overflow: 'auto',
          contain: 'strict',
          height: `min(70vh, ${virtual.getTotalSize() + HEAD_HEIGHT}px)`,
        }}
      >
        <Table stickyHeader verticalSpacing="xs" aria-rowcount={total + 1}>
          <Table.Caption className="visually-hidden">{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr aria-rowindex={1}>
              {fitting.map(({ key, header, numeric }) => (
                <Table.Th scope="col" key={key} className={numeric ? 'numeric' : ''}>
                  {header}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Gap height={before} columns={fitting.length} />
            {shown.map(({ index, key }) => (
              <Table.Tr
                key={key}
                data-index={index}
                ref={virtual.measureElement}
                aria-rowindex={index + 2}
              >
                <Cells columns={fitting} row={rows[index]!} />
              </Table.Tr>
            ))}
            <Gap height={after} columns={fitting.length} />
          </Table.Tbody>
        </Table>
      </div>
      {rows.length === 0 && <p>{say('nothing')}</p>}
      {more && (
        <Button variant="subtle" size="xs" onClick={more} className="no-print">
          {say('more')}
        </Button>
      )}
    </>
  );
}

/** Room for the rows that are out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <Table.Tr aria-hidden>
      <Table.Td colSpan={columns} style={{ height, padding: 0 }} />
    </Table.Tr>
  );
}
