import { Paper, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Coming, Failure } from '../components/answer';
import type { Column } from '../components/column';
import { LongTable } from '../components/long-table';
import {
  InstitutionListDocument,
  type InstitutionFilter,
  type InstitutionListQuery,
  type InstitutionOrder,
} from '../generated/graphql';
import { institutionAddress } from '../shared/institution-address';
import { number } from '../shared/format';
import { PILLARS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { useInstitutionsWords } from './shared/institutions.words';

type Institution = InstitutionListQuery['institutions']['nodes'][number];

/** Institutions with where each of their pillars stands, and how many there are. */
export function InstitutionTable({
  filter,
  orderBy = 'NAME',
}: {
  filter: InstitutionFilter;
  orderBy?: InstitutionOrder;
}) {
  const words = useInstitutionsWords();
  const on = filter.on ?? null;
  const columns = useColumns(on);
  const isOfKinds = filter.group != null || filter.kinds != null;
  const { rows, total, error, more, retry } = usePages(
    InstitutionListDocument,
    { filter, orderBy, on, first: 50 },
    (data) => data.institutions,
  );
  if (total === undefined) return error ? <Failure error={error} again={retry} /> : <Coming />;
  return (
    <Paper withBorder p="xs">
      {error && <Failure error={error} again={retry} />}
      <Text role="status" p="xs">
        {words(isOfKinds ? 'total' : 'total-all-kinds', { total: number(total) })}
      </Text>
      <LongTable
        caption={words('title')}
        rows={rows}
        rowKey={({ id }) => id}
        total={total}
        more={more}
        columns={columns}
      />
    </Paper>
  );
}

function useColumns(on: string | null): Column<Institution>[] {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  return [
    {
      key: 'name',
      header: words('name'),
      show: (row) => <Link href={institutionAddress(row, on)}>{row.name}</Link>,
    },
    {
      key: 'code',
      header: words('code'),
      under: true,
      show: ({ code }) => <span className="code">{code}</span>,
    },
    { key: 'kind', header: words('kind'), under: true, show: ({ kind }) => say(kind) },
    {
      key: 'unit',
      header: words('unit'),
      under: true,
      show: ({ unit: place }) => place?.name ?? words('unknown-unit'),
    },
    ...PILLARS.map((pillar) => ({
      key: pillar,
      header: say(pillar),
      show: ({ pillars }: Institution) => {
        const found = pillars.find((each) => each.pillar === pillar);
        return found ? say(found.stage ?? found.observation) : say('NOT_APPLICABLE');
      },
    })),
  ];
}
