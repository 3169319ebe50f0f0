import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { OrderedTable, type Ordered, type TableOf } from '../components/data-table';
import { useOverviewWords } from './overview.words';

/** Rows in a table; where there is no room for one, a card each. */
export function LineList<Row>(shown: TableOf<Row> & { ordered: Ordered<Row> }) {
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return isNarrow ? <Cards {...shown} /> : <OrderedTable {...shown} />;
}

/** Cards with the name first, and what they are ordered by to choose. */
function Cards<Row>({
  caption,
  columns,
  ordered: { rows, order, setOrder },
  rowKey,
  most,
}: TableOf<Row> & { ordered: Ordered<Row> }) {
  const words = useOverviewWords();
  const [title, ...others] = columns;
  const sortable = columns.filter(({ value }) => value);
  return (
    <>
      <NativeSelect
        className="no-print"
        label={words('order')}
        mb="sm"
        value={order?.key ?? title?.key}
        onChange={({ currentTarget: { value: key } }) =>
          setOrder({ key, descending: columns.some((each) => each.key === key && each.order) })
        }
        data={sortable.map(({ key, header }) => ({ value: key, label: header }))}
      />
      <ol className="cards" aria-label={caption}>
        {rows.slice(0, most).map((row) => (
          <li key={rowKey(row)}>
            <strong>{title?.show(row)}</strong>
            <dl>
              {others.map(({ key, header, show }) => (
                <div key={key}>
                  <dt>{header}</dt>
                  <dd>{show(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </>
  );
}
