import { Stack, Text, Title } from '@mantine/core';
import type { Column } from '../../components/column';
import { DataTable } from '../../components/data-table';
import { LongTable } from '../../components/long-table';
import type { CriteriaTrialQuery, OutlineOfCriteriaFragment } from '../../generated/graphql';
import { day, NOTHING, number } from '../../shared/format';
import { useCriteriaWords } from './criteria.words';

type Trial = NonNullable<CriteriaTrialQuery['frameworkTrial']>;
type Tried = Trial['institutions'][number];

/** What a trial found: hypothetical, and told so. */
export function TrialResult({
  of: { asOf, inForce, summary, units, institutions },
  indicators,
}: {
  of: Trial;
  indicators: OutlineOfCriteriaFragment['indicators'];
}) {
  const words = useCriteriaWords();
  const nameOf = (code: string) => indicators.find((each) => each.code === code)?.name ?? code;
  return (
    <Stack gap="sm" role="region" aria-label={words('trial')}>
      <Text fw={600}>
        {words('trial-found', {
          day: day(asOf),
          institutions: number(summary.institutions),
          unknown: number(summary.unknown),
        })}
      </Text>
      <Text size="sm">
        {inForce
          ? words('trial-against', {
              version: inForce.version,
              up: number(summary.levelUp),
              down: number(summary.levelDown),
            })
          : words('trial-alone')}
      </Text>
      {summary.levels.length > 0 && <Levels of={summary.levels} />}
      {summary.indicators.length > 0 && <Indicators of={summary.indicators} nameOf={nameOf} />}
      {units.length > 0 && <Units of={units} />}
      {institutions.length > 0 && <Institutions of={institutions} nameOf={nameOf} />}
    </Stack>
  );
}

function Levels({ of: rows }: { of: Trial['summary']['levels'] }) {
  const words = useCriteriaWords();
  const column = useNumbers<(typeof rows)[number]>();
  return (
    <Told title={words('trial-levels')}>
      <DataTable
        caption={words('trial-levels')}
        rows={rows}
        rowKey={({ level }) => `${level}`}
        columns={[
          {
            key: 'level',
            header: words('level'),
            show: ({ level }) => level ?? words('unknown'),
            value: ({ level }) => level,
          },
          column('institutions', ({ institutions }) => institutions),
        ]}
      />
    </Told>
  );
}

function Indicators({
  of: rows,
  nameOf,
}: {
  of: Trial['summary']['indicators'];
  nameOf: (code: string) => string;
}) {
  const words = useCriteriaWords();
  const column = useNumbers<(typeof rows)[number]>();
  return (
    <Told title={words('trial-indicators')}>
      <DataTable
        caption={words('trial-indicators')}
        rows={rows}
        rowKey={({ indicator }) => indicator}
        columns={[
          {
            key: 'indicator',
            header: words('indicator'),
            show: ({ indicator }) => nameOf(indicator),
            value: ({ indicator }) => nameOf(indicator),
          },
          column('completed', ({ completed }) => completed),
          column('in-progress', ({ inProgress }) => inProgress),
          column('not-started', ({ notStarted }) => notStarted),
          column('unknown', ({ unknown }) => unknown),
          column('up', ({ up }) => up),
          column('down', ({ down }) => down),
        ]}
      />
    </Told>
  );
}

function Units({ of: rows }: { of: Trial['units'] }) {
  const words = useCriteriaWords();
  const column = useNumbers<(typeof rows)[number]>();
  return (
    <Told title={words('trial-units')}>
      <DataTable
        caption={words('trial-units')}
        rows={rows}
        rowKey={({ unit }) => unit.id}
        columns={[
          {
            key: 'unit',
            header: words('trial-unit'),
            show: ({ unit }) => unit.name,
            value: ({ unit }) => unit.name,
          },
          column('institutions', ({ summary }) => summary.institutions),
          column('unknown', ({ summary }) => summary.unknown),
          column('up', ({ summary }) => summary.levelUp),
          column('down', ({ summary }) => summary.levelDown),
        ]}
      />
    </Told>
  );
}

function Institutions({
  of: rows,
  nameOf,
}: {
  of: readonly Tried[];
  nameOf: (code: string) => string;
}) {
  const words = useCriteriaWords();
  const movesOf = ({ levelMove, indicators }: Tried): string => {
    const moves = [
      { name: words('level'), move: levelMove },
      ...indicators.map(({ indicator, move }) => ({ name: nameOf(indicator), move })),
    ].flatMap(({ name, move }) =>
      move && move !== 'SAME' ? [words('moves-in', { name, move: words(move) })] : [],
    );
    return moves.length > 0 ? moves.join('; ') : NOTHING;
  };
  return (
    <Told title={words('trial-moved')}>
      <LongTable
        caption={words('trial-moved')}
        rows={rows}
        rowKey={({ institution }) => institution.id}
        total={rows.length}
        columns={[
          {
            key: 'institution',
            header: words('institution'),
            show: ({ institution }) => `${institution.name} (${institution.code})`,
          },
          { key: 'level', header: words('level'), show: ({ level }) => level ?? NOTHING },
          { key: 'moves', header: words('moves'), show: movesOf },
          {
            key: 'unasked',
            header: words('unasked'),
            show: ({ unasked }) => (unasked.length > 0 ? unasked.join(', ') : NOTHING),
          },
        ]}
      />
    </Told>
  );
}

function Told({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={4} size="h6">
        {title}
      </Title>
      {children}
    </section>
  );
}

type Counted =
  'institutions' | 'completed' | 'in-progress' | 'not-started' | 'unknown' | 'up' | 'down';

/** Makes columns of counts. */
function useNumbers<Row>() {
  const words = useCriteriaWords();
  return (key: Counted, of: (row: Row) => number): Column<Row> => ({
    key,
    header: words(key),
    show: (row) => number(of(row)),
    value: of,
    numeric: true,
  });
}
