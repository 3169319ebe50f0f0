import { Button, Group, Table, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { language } from '../shared/words';
import { saveText } from '../shared/save-file';
import { useSharedWords } from '../shared/shared.words';
import { Cells, useFitting, type Column } from './column';
import { csvFile } from './csv-file';

interface Order {
  key: string;
  descending: boolean;
}

/** Rows in the order that a table has them in, for what else shows them beside it. */
export interface Ordered<Row> {
  rows: readonly Row[];
  order: Order | null;
  setOrder: (order: Order) => void;
}

export function useOrdered<Row>(rows: readonly Row[], columns: Column<Row>[]): Ordered<Row> {
  const [order, setOrder] = useState<Order | null>(null);
  return { rows: inOrder(rows, columns, order), order, setOrder };
}

/**
 * A table of rows that are all here, sortable by its columns, with a download of what it shows. For lists that
 * may be long see LongTable.
 */
export function DataTable<Row>({
  rows,
  ...rest
}: TableOf<Row> & {
  rows: readonly Row[];
}) {
  return <OrderedTable {...rest} ordered={useOrdered(rows, rest.columns)} />;
}

export interface TableOf<Row> {
  caption: string;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** The name of the download, without its ending; without it there is none. */
  fileName?: string;
  /** How many of the first rows are shown; all are in the download. */
  most?: number;
}

/** The same, of rows that something else follows. */
export function OrderedTable<Row>({
  caption,
  columns,
  ordered: { rows, order, setOrder },
  rowKey,
  fileName,
  most,
}: TableOf<Row> & { ordered: Ordered<Row> }) {
  const say = useSharedWords();
  const shown = useFitting(columns);
  return (
    <>
      <div tabIndex={0} role="group" aria-label={caption} className="wide">
        <Table captionSide="top" highlightOnHover verticalSpacing="xs">
          <Table.Caption className="visually-hidden">{caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {shown.map((column) => (
                <Header key={column.key} column={column} order={order} onOrder={setOrder} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, most).map((row) => (
              <Table.Tr key={rowKey(row)}>
                <Cells columns={shown} row={row} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.length === 0 && <p>{say('nothing')}</p>}
      {fileName && rows.length > 0 && (
        <Group justify="end" className="no-print">
          <Button
            variant="subtle"
            size="xs"
            onClick={() => saveText(`${fileName}.csv`, 'text/csv', csvOf(columns, rows))}
          >
            {say('download-csv')}
          </Button>
        </Group>
      )}
    </>
  );
}

function Header<Row>({
  column: { key, header, value, order: by, numeric },
  order,
  onOrder,
}: {
  column: Column<Row>;
  order: Order | null;
  onOrder: (order: Order) => void;
}) {
  const mine = order?.key === key ? order : null;
  const direction = mine ? (mine.descending ? 'descending' : 'ascending') : 'none';
  return (
    <Table.Th
      scope="col"
      className={numeric ? 'numeric' : ''}
      aria-sort={value ? direction : undefined}
    >
      {value ? (
        <UnstyledButton
          fz="inherit"
          fw="inherit"
          onClick={() =>
            onOrder({ key, descending: mine ? !mine.descending : Boolean(numeric ?? by) })
          }
        >
          {header} <span aria-hidden>{mine ? (mine.descending ? '↓' : '↑') : '↕'}</span>
        </UnstyledButton>
      ) : (
        header
      )}
    </Table.Th>
  );
}

function inOrder<Row>(rows: readonly Row[], columns: Column<Row>[], order: Order | null): Row[] {
  const column = columns.find(({ key }) => key === order?.key);
  const value = column?.order ?? column?.value;
  if (!order || !value) return [...rows];
  const way = order.descending ? -1 : 1;
  const words = new Intl.Collator(language(), { numeric: true });
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    // What is missing is neither small nor great.
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (
      way * (typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(`${a}`, `${b}`))
    );
  });
}

function csvOf<Row>(columns: Column<Row>[], rows: readonly Row[]): string {
  const told = columns.filter(({ value }) => value);
  const lines = [
    told.map(({ header }) => header),
    ...rows.map((row) => told.map(({ value }) => value!(row))),
  ];
  return csvFile(lines);
}
