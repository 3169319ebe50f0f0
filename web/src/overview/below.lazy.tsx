import { Paper, Text, Title } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { Failure } from '../components/answer';
import { Chart } from '../components/chart';
import { DataTable } from '../components/data-table';
import {
  BelowDocument,
  type BelowQuery,
  type BoundaryBasis,
  type UnitKind,
} from '../generated/graphql';
import { addressOf } from '../shared/address';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { bulletHeight, bulletOption } from './bullet-option';
import { bulletWords, Legend } from './group-figures';
import { LineChoice, useChosenLine } from './line-choice';
import { useFigureColumns, type UnitLine } from './line-table';
import { pillarOf } from './line';
import { useOverviewWords } from './overview.words';
import { unitAddress } from './unit-address';

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
}: {
  unit: { id: string; code: string; kind: UnitKind; name: string };
  on: string | null;
  basis: BoundaryBasis;
}) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const { group, pillar } = useChosenLine();
  const { rows, total, error, more, retry } = usePages(
    BelowDocument,
    { unit: unit.id, on, basis, group, first: 40 },
    ({ node }) => (node?.__typename === 'AdministrativeUnit' ? node.children : null),
  );
  // A unit has at most some two hundred below it: they are compared as a whole.
  useEffect(() => more?.(), [more]);
  const parts = useMemo(
    () =>
      rows.flatMap((below) => {
        const line = below.progress?.lines.find((each) => pillarOf(each) === pillar);
        return line ? [{ unit: below.id, below, line }] : [];
      }),
    [rows, pillar],
  );
  return (
    <Paper withBorder p="md" component="section" aria-label={words('below')}>
      <Title order={2} size="h3" mb="xs">
        {total === 0 ? words('institutions-here') : words('below')}
      </Title>
      {error && <Failure error={error} again={retry} />}
      {total !== undefined && total > 0 && (
        <>
          <LineChoice />
          <Comparison parts={parts} on={on} name={`${unit.name} ${say(group)} ${say(pillar)}`} />
        </>
      )}
      <Text mt="sm">
        <Link href={addressOf('/institutions', { unit: unit.code, unitKind: unit.kind, on })}>
          {words('institutions-here')}
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
  const bars = useMemo(
    () => parts.map(({ below, line }) => ({ label: below.name, line })),
    [parts],
  );
  const option = useMemo(() => bulletOption(bars, bulletWords(words)), [bars, words]);
  const figures = useFigureColumns<Part>(lines);
  return (
    <div className="beside">
      <div>
        <Chart
          option={option}
          height={bulletHeight(bars)}
          label={`${name}: ${words('bullet-chart')}`}
          fileName={name}
        />
        <Legend />
      </div>
      <div>
        <DataTable
          caption={name}
          fileName={name}
          rows={parts}
          rowKey={({ unit }) => unit}
          columns={[
            {
              key: 'name',
              header: words('name'),
              show: ({ below }) => <Link href={unitAddress(below, on)}>{below.name}</Link>,
              value: ({ below }) => below.name,
            },
            ...figures,
          ]}
        />
      </div>
    </div>
  );
}
