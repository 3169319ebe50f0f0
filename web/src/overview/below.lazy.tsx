import { Paper, Text, Title } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { Failure } from '../components/answer';
import { Chart } from '../components/chart';
import type { Column } from '../components/column';
import { OrderedTable, useOrdered } from '../components/data-table';
import {
  BelowDocument,
  type BelowQuery,
  type BoundaryBasis,
  type UnitKind,
} from '../generated/graphql';
import { InstitutionTable } from '../institutions/institution-table';
import { addressOf } from '../shared/address';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { bulletHeight, bulletOption } from './bullet-option';
import { bulletWords, Legend } from './group-figures';
import { LineChoice, useChosenLine } from './line-choice';
import { useFigureColumns, type UnitLine } from './line-table';
import { askedWith, codeOf, targetYears, type Line } from './line';
import { useOverviewWords } from './overview.words';
import { unitAddress } from '../shared/unit-address';

type Node = Extract<NonNullable<BelowQuery['node']>, { __typename: 'AdministrativeUnit' }>;

/** A unit below, with the line that is compared. */
interface Part extends UnitLine {
  below: Node['children']['nodes'][number];
}

/** The units below side by side, each a way further down; at the end, the institutions. */
export default function Below({
  unit,
  on,
  basis,
  lines,
}: {
  unit: { id: string; code: string; kind: UnitKind; name: string };
  on: string | null;
  basis: BoundaryBasis;
  /** Those that can be compared. */
  lines: readonly Line[];
}) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const { group, indicator } = useChosenLine(lines);
  const { code } = indicator;
  const { rows, total, error, more, retry } = usePages(
    BelowDocument,
    { unit: unit.id, on, basis, group, indicators: askedWith(code), first: 40 },
    ({ node }) => (node?.__typename === 'AdministrativeUnit' ? node.children : null),
  );
  // A unit has at most some two hundred below it: they are compared as a whole.
  useEffect(() => more?.(), [more]);
  const parts = useMemo(
    () =>
      rows.flatMap((below) => {
        const line = below.progress?.lines.find((each) => codeOf(each) === code);
        return line ? [{ unit: below.id, below, line }] : [];
      }),
    [rows, code],
  );
  const title = words(total === 0 ? 'institutions-here' : 'below');
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      {error && <Failure error={error} again={retry} />}
      {total !== undefined && total > 0 && (
        <>
          <LineChoice lines={lines} />
          <Comparison parts={parts} on={on} name={`${unit.name} ${say(group)} ${indicator.name}`} />
        </>
      )}
      {total === 0 && <InstitutionTable filter={{ unit: unit.id, on }} />}
      <Text mt="sm">
        <Link href={addressOf('/institutions', { unit: unit.code, unitKind: unit.kind, on })}>
          {words('all-institutions-here')}
        </Link>
      </Text>
    </Paper>
  );
}

function Comparison({
  parts,
  on,
  name,
}: {
  parts: readonly Part[];
  on: string | null;
  name: string;
}) {
  const words = useOverviewWords();
  const lines = useMemo(() => parts.map(({ line }) => line), [parts]);
  const columns: Column<Part>[] = [
    {
      key: 'name',
      header: words('name'),
      show: ({ below }) => <Link href={unitAddress(below, on)}>{below.name}</Link>,
      value: ({ below }) => below.name,
    },
    ...useFigureColumns<Part>(lines),
  ];
  // The chart follows the table.
  const ordered = useOrdered(parts, columns);
  const bars = ordered.rows.map(({ below, line }) => ({ label: below.name, line }));
  const option = bulletOption(bars, bulletWords(words));
  return (
    <div className="beside">
      <div>
        <Chart
          option={option}
          height={bulletHeight(bars)}
          label={`${name}: ${words('bullet-chart')}`}
          fileName={name}
        />
        <Legend years={targetYears(lines)} />
      </div>
      <div>
        <OrderedTable
          caption={name}
          fileName={name}
          ordered={ordered}
          rowKey={({ unit }) => unit}
          columns={columns}
        />
      </div>
    </div>
  );
}
