import { isUnknown } from '../../../src/shared/told-lines';
import { DataTable } from '../components/data-table';
import { day, number, percent } from '../shared/format';
import { reportedPercent, targetOf, targetYears } from './line';
import { useOverviewWords } from './overview.words';
import type { Dated } from './trend-lines';

/** Every number of the trend, date by date. */
export function SeriesTable({ series, name }: { series: readonly Dated[]; name: string }) {
  const words = useOverviewWords();
  return (
    <DataTable
      caption={name}
      fileName={name}
      rows={series}
      rowKey={({ asOf }) => asOf}
      columns={[
        {
          key: 'on',
          header: words('on'),
          show: ({ asOf }) => day(asOf),
          value: ({ asOf }) => asOf,
        },
        {
          key: 'percent',
          header: words('percent'),
          numeric: true,
          show: ({ line }) => (isUnknown(line) ? words('unknown-figure') : percent(line.percent)),
          value: ({ line }) => reportedPercent(line),
        },
        {
          key: 'completed',
          header: words('completed'),
          numeric: true,
          show: ({ line }) =>
            words('of-institutions', {
              completed: number(line.completed),
              institutions: number(line.institutions),
            }),
          value: ({ line }) => line.completed,
        },
        {
          key: 'coverage',
          header: words('coverage'),
          numeric: true,
          show: ({ line }) => percent(line.coveragePercent),
          value: ({ line }) => line.coveragePercent ?? null,
        },
        {
          key: 'at-most',
          header: words('at-most'),
          numeric: true,
          show: ({ line }) => percent(line.upperPercent),
          value: ({ line }) => line.upperPercent ?? null,
        },
        ...targetYears(series.map(({ line }) => line)).map((year) => ({
          key: `path ${year}`,
          header: words('path', { year }),
          numeric: true,
          show: ({ line }: Dated) => percent(targetOf(line, year)?.expectedPercent),
          value: ({ line }: Dated) => targetOf(line, year)?.expectedPercent ?? null,
        })),
      ]}
    />
  );
}
