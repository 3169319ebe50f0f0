import { Button, NativeSelect, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { nextTarget } from '../../../src/shared/told-lines';
import { Failure } from '../components/answer';
import type { Column } from '../components/column';
import type { Ordered } from '../components/data-table';
import { RankingDocument, type BoundaryBasis, type UnitKind } from '../generated/graphql';
import { InstitutionTable } from '../institutions/institution-table';
import { addressOf, useView } from '../shared/address';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { unitAddressIn } from '../shared/unit-address';
import { useEvery } from '../shared/use-pages';
import { BarLegend } from './figure-bar';
import { compareAddress, MOST_COMPARED } from './compare-address';
import { FigureLink } from './figure-link';
import { codeOf, targetYears, type Line, type RankedLine } from './line';
import { LineList } from './line-list';
import { useChiefColumns, type UnitLine } from './line-table';
import { useOverviewWords } from './overview.words';
import { useRankingOrder } from './ranking-view';

/** A unit below, with its line and its place. */
interface Ranked extends UnitLine<RankedLine> {
  below: { id: string; code: string; kind: UnitKind; name: string };
  rank: number | null;
}

/** How many are shown before all are asked for. */
const FEW = 10;

interface Shown {
  unit: { id: string; code: string; kind: UnitKind; name: string };
  on: string | null;
  asOf: string;
  basis: BoundaryBasis;
  /** What they are ranked by; without it they are not. */
  line: Line | undefined;
}

/** The units below, worst first, each a way further down; at the end, the institutions. */
export default function Below({ line, ...shown }: Shown) {
  return line && shown.unit.kind !== 'COMMUNE' ? (
    <Ranking line={line} {...shown} />
  ) : (
    <Institutions {...shown} />
  );
}

function Section({
  unit,
  on,
  title,
  children,
}: Pick<Shown, 'unit' | 'on'> & { title: string; children: ReactNode }) {
  const words = useOverviewWords();
  return (
    <Paper withBorder p="md" component="section" aria-label={title} className="below">
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      {children}
      <Text mt="sm">
        <Link href={addressOf('/institutions', { unit: unit.code, unitKind: unit.kind, on })}>
          {words('all-institutions-here')}
        </Link>
      </Text>
    </Paper>
  );
}

function Institutions({ unit, on }: Pick<Shown, 'unit' | 'on'>) {
  const words = useOverviewWords();
  return (
    <Section unit={unit} on={on} title={words('institutions-here')}>
      <InstitutionTable filter={{ unit: unit.id, on }} />
    </Section>
  );
}

function Ranking(shown: Shown & { line: Line }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const [view, change] = useView();
  const { unit, on, basis, line } = shown;
  const { rows, total, error, retry, ordered } = useRanked(shown);
  if (total === 0) return <Institutions unit={unit} on={on} />;
  const isWhole = view.has('all');
  const compared = rows.slice(0, MOST_COMPARED).map(({ below }) => below);
  return (
    <Section unit={unit} on={on} title={words('below')}>
      {error && <Failure error={error} again={retry} />}
      {total !== undefined && (
        <>
          <Text size="sm" mb="xs">
            {words(view.has('by') ? 'ranked' : 'ranked-worst', {
              group: say(line.group),
              what: line.indicator.name,
            })}
          </Text>
          {(view.has('tier') || rows[0]?.below.kind === 'DISTRICT') && <TierChoice />}
          <Units
            ordered={ordered}
            name={`${unit.name}: ${line.indicator.name}`}
            most={isWhole ? undefined : FEW}
          />
          {rows.length > 1 && (
            <Text className="no-print" mb="sm">
              <Link href={compareAddress(compared, line, { on, basis })}>
                {words('compare-units', { count: number(compared.length) })}
              </Link>
            </Text>
          )}
          {total > FEW && !isWhole && (
            <Button
              className="no-print"
              variant="default"
              size="xs"
              onClick={() => change({ all: 'yes' }, true)}
            >
              {words('show-all', { total: number(total) })}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

/** Where districts are between, their communes can be ranked in one list. */
function TierChoice() {
  const words = useOverviewWords();
  const [view, change] = useView();
  return (
    <NativeSelect
      className="no-print"
      label={words('tier')}
      maw={240}
      mb="sm"
      value={view.get('tier') ?? ''}
      onChange={({ currentTarget: { value } }) => change({ tier: value }, true)}
      data={[
        { value: '', label: words('directly-below') },
        { value: 'COMMUNE', label: words('all-communes') },
      ]}
    />
  );
}

/** The units of the tier that the address says, as the graph ranks them. */
function useRanked({ unit, on, asOf, basis, line }: Shown & { line: Line }) {
  const [view] = useView();
  const { order, setOrder, asked } = useRankingOrder(nextTarget(line, asOf)?.target.year);
  const tier: UnitKind | null = view.get('tier') === 'COMMUNE' ? 'COMMUNE' : null;
  const { group } = line;
  // A unit has at most some two hundred below it: they are compared as a whole.
  const { rows, total, error, retry } = useEvery(
    RankingDocument,
    { unit: unit.id, tier, on, basis, group, indicator: codeOf(line), ...asked, first: 100 },
    ({ breakdown }) => breakdown,
  );
  const ranked = rows.flatMap(({ unit: below, line: its, rank }) =>
    below ? [{ unit: below.id, below, line: its, rank: rank ?? null }] : [],
  );
  return { rows: ranked, total, error, retry, ordered: { rows: ranked, order, setOrder } };
}

function Units({
  ordered,
  name,
  most,
}: {
  ordered: Ordered<Ranked>;
  name: string;
  most: number | undefined;
}) {
  const [view] = useView();
  const words = useOverviewWords();
  const lines = ordered.rows.map(({ line }) => line);
  const chief = useChiefColumns<Ranked>(lines);
  const columns: Column<Ranked>[] = [
    {
      key: 'name',
      header: words('name'),
      show: ({ below, rank }) => (
        <>
          {rank !== null && <span className="rank">{number(rank)}</span>}
          <Link href={unitAddressIn(view, below)}>{below.name}</Link>
        </>
      ),
      value: ({ below }) => below.name,
    },
    ...chief,
    {
      key: 'missing',
      header: words('missing'),
      numeric: true,
      show: ({ unit, line }) => (
        <FigureLink figure="NOT_REPORTED" unit={unit} line={line}>
          {number(line.notReported)}
        </FigureLink>
      ),
      value: ({ line }) => line.notReported,
    },
  ];
  return (
    <>
      <BarLegend years={targetYears(lines)} />
      <LineList
        caption={name}
        fileName={name}
        ordered={ordered}
        rowKey={({ unit }) => unit}
        columns={columns}
        most={most}
      />
    </>
  );
}
