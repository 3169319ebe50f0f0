import { Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

/** A column of a table. */
export interface Column<Row> {
  key: string;
  header: string;
  /** What stands in the cell. */
  show: (row: Row) => ReactNode;
  /** What the column is sorted by, and what a download says; null is missing, and comes last. Without it neither is offered. */
  value?: (row: Row) => string | number | null;
  /** What it is sorted by where that is not its value, such as a distance; the greatest comes first. */
  order?: (row: Row) => number | null;
  numeric?: boolean;
  /** On a phone it stands under the name of its row, and not in a column of its own. */
  under?: boolean;
}

/** The columns that the screen has room for; what is under others on it is said in the first. */
export function useFitting<Row>(columns: Column<Row>[]): Column<Row>[] {
  // The same width as in console.css.
  const isPhone = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const under = columns.filter((column) => column.under);
  const [first, ...others] = columns.filter((column) => !column.under);
  if (!isPhone || !first || under.length === 0) return columns;
  const show = (row: Row) => (
    <>
      {first.show(row)}
      {under.map((column) => (
        <Text key={column.key} component="div" size="sm" fw={400}>
          {column.header}: {column.show(row)}
        </Text>
      ))}
    </>
  );
  return [{ ...first, show }, ...others];
}

/** The cells of a row; the first says what the row is. */
export function Cells<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return columns.map(({ key, show, numeric }, index) =>
    index === 0 ? (
      <Table.Th scope="row" key={key}>
        {show(row)}
      </Table.Th>
    ) : (
      <Table.Td key={key} className={numeric ? 'numeric' : ''}>
        {show(row)}
      </Table.Td>
    ),
  );
}
