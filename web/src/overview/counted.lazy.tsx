import { Drawer, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Coming, Failure } from '../components/answer';
import { LongTable } from '../components/long-table';
import {
  CountedDocument,
  type BoundaryBasis,
  type InstitutionGroup,
  type ProgressFigure,
} from '../generated/graphql';
import { institutionAddress } from '../shared/institution-address';
import { useView } from '../shared/address';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { commonIndicator, type Line } from './line';
import { useOverviewWords } from './overview.words';

/** An indicator that is about the other group has no line. */
const NOBODY = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } };

interface Asked {
  unit: string;
  on: string | null;
  basis: BoundaryBasis;
  group: InstitutionGroup;
  indicator: string;
  figure: ProgressFigure;
}

/** Beside the overview: the institutions that the figure counts which the address names. */
export default function Counted({
  on,
  basis,
  lines,
}: {
  on: string | null;
  basis: BoundaryBasis;
  lines: readonly Line[];
}) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const [view, change] = useView();
  const figure = view.get('counted') as ProgressFigure | null;
  const unit = view.get('within');
  if (!figure || !unit) return null;
  const group = (view.get('group') ?? 'GENERAL_EDUCATION') as InstitutionGroup;
  const indicator = view.get('pillar') ?? 'ALL_FOUR';
  const named = lines.find((line) => line.indicator.code === indicator)?.indicator.name;
  const common = commonIndicator(indicator);
  const name = named ?? (common ? say(common) : indicator);
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      onClose={() => change({ counted: null, within: null, group: null, pillar: null })}
      title={`${say(group)} · ${name} · ${words(figure)}`}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Institutions
        unit={unit}
        on={on}
        basis={basis}
        group={group}
        indicator={indicator}
        figure={figure}
      />
    </Drawer>
  );
}

function Institutions(variables: Asked) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const { rows, total, error, more, retry } = usePages(CountedDocument, variables, ({ node }) => {
    if (node?.__typename !== 'AdministrativeUnit') return null;
    return node.progress && (node.progress.lines[0]?.counted ?? NOBODY);
  });
  if (error) return <Failure error={error} again={retry} />;
  if (total === undefined) return <Coming />;
  return (
    <>
      <Text fw={600}>
        {words(variables.figure)}: {number(total)}
      </Text>
      <LongTable
        caption={words(variables.figure)}
        rows={rows}
        rowKey={({ id }) => id}
        total={total}
        more={more}
        columns={[
          {
            key: 'name',
            header: words('name'),
            show: (row) => <Link href={institutionAddress(row, variables.on)}>{row.name}</Link>,
          },
          { key: 'kind', header: say('institutions'), show: ({ kind }) => say(kind) },
        ]}
      />
    </>
  );
}
